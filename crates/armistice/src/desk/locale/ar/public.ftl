# The public pages.
#
# Ids: public-….

public-what-known = المعلوم
public-what-not-known = غير المعلوم
public-what-parties-say = ما يقوله الأطراف
public-what-agreement-says = ما يقوله الاتفاق
public-no-party-replied = لم يرد أي طرف.
public-version = النسخة { $number }، { $day }
public-what-changed = ما الذي تغير
public-first-version = النسخة الأولى
public-cite = للإشارة إليه
public-verify-page = تحقق من هذه الصفحة
public-digest = البصمة
public-bundle = تنزيل حزمة الإثبات
public-withheld-person = { $count ->
    [zero] لا مصادر محجوبة
    [one] مصدر واحد محجوب: خطر على شخص
    [two] مصدران محجوبان: خطر على أشخاص
    [few] { $count } مصادر محجوبة: خطر على أشخاص
    [many] { $count } مصدرًا محجوبًا: خطر على أشخاص
    *[other] { $count } مصدر محجوب: خطر على أشخاص
  }
public-how-we-decide = كيف نقرر
public-how-text = تُقرأ البلاغات إفادات مربوطة بكلماتها. وتُجمع إفادات فعل ومكان وزمان واحد في حادث. ويُعرض الحادث على كل نص من نصوص الاتفاق. ولا يقرر إلا المكونات وفق قاعدة الاتفاق نفسه.
public-data = بيانات هذه الصفحة
public-no-finding = هذه الصفحة ليست استنتاجًا لأي هيئة.
public-sources = المصادر
public-latest-reports = أحدث التقارير
public-published = نُشر { $time }
public-empty = لم يُنشر شيء بعد.
