# The shell around every page: navigation, buttons, keys, errors.
#
# Ids: nav-…, do-… (buttons), key-… (the keyboard sheet), error-…, count-… (numbers with their noun).

# The product and the frame
product-name = Armistice
page-title = { $page } – { $mission }
skip-to-content = انتقل إلى المحتوى
skip-to-navigation = انتقل إلى التنقل
navigation-main = التنقل الرئيسي
navigation-public = الصفحات العامة
breadcrumb = أنت هنا
demonstration = عرض توضيحي
demonstration-note = مبني على مقالات صحفية؛ وليس استنتاجًا لأي هيئة.
mission-time = توقيت البعثة
as-of = محسوب من السجلات حتى { $time }
as-of-registers = السجلات التي حُسبت منها هذه الصفحة
changed-since-visit = { $count ->
    [zero] لا تغييرات منذ زيارتك الأخيرة
    [one] تغيير واحد منذ زيارتك الأخيرة
    [two] تغييران منذ زيارتك الأخيرة
    [few] { $count } تغييرات منذ زيارتك الأخيرة
    [many] { $count } تغييرًا منذ زيارتك الأخيرة
    *[other] { $count } تغيير منذ زيارتك الأخيرة
  }
changed-mark = تغير
mission = البعثة
mission-switch = بعثات أخرى
language = اللغة
theme = المظهر
theme-light = فاتح
theme-dark = داكن
theme-system = كالجهاز
signed-in-as = الدخول باسم { $name }
not-signed-in = لم يُسجل الدخول
you = أنت
footer-licence = يمكن للجميع فحص شيفرة هذه الصفحة وبياناتها.
json-twin = هذه الصفحة كبيانات

# Navigation
nav-home = الرئيسية
nav-inbox = الوارد
nav-documents = الوثائق
nav-incidents = الحوادث
nav-compare = المقارنة
nav-cases = القضايا
nav-agreements = الاتفاقات
nav-talks = المحادثات
nav-obligations = الالتزامات
nav-ledgers = الدفاتر
nav-coverage = التغطية
nav-people = الأشخاص والمصادر
nav-reports = التقارير
nav-verify = التحقق
nav-members = الأعضاء والشهود
nav-settings = الإعدادات
nav-search = البحث
nav-new = جديد
nav-map = الخريطة
nav-how-we-decide = كيف نقرر
nav-help = مساعدة
nav-more = المزيد

# Buttons
do-sign-in = تسجيل الدخول
do-sign-out = تسجيل الخروج
do-search = ابحث
do-accept = قبول
do-reject = رفض
do-correct = تصويب
do-undo = تراجع
do-save = حفظ
do-cancel = إلغاء
do-close = إغلاق
do-open = فتح
do-add = إضافة
do-remove = إزالة
do-send = إرسال
do-sign = وقّع بمفتاحي
do-confirm = تأكيد
do-back = رجوع
do-next = التالي
do-previous = السابق
do-show = عرض
do-hide = إخفاء
do-show-all = عرض الكل
do-show-more = عرض المزيد
do-select = تحديد
do-select-all = تحديد كل ما يطابق
do-clear = مسح
do-apply = تطبيق
do-export = تصدير
do-download = تنزيل
do-print = طباعة
do-copy-link = نسخ الرابط
do-compare = مقارنة
do-same = هو نفسه
do-different = مختلف
do-unsure = غير متأكد
do-retry = إعادة المحاولة
do-verify = تحقق
do-preview = معاينة
do-publish = نشر
do-watch = متابعة
do-unwatch = إيقاف المتابعة
do-comment = تعليق
do-assign = إسناد المهمة
do-explain = شرح
do-edit = تحرير
do-later = لاحقًا
why = لماذا؟
reason = السبب
reason-required = السبب مطلوب؛ ويُحفظ مع القيد.
optional = اختياري
required = مطلوب
yes = نعم
no = لا
none = لا شيء
unknown = غير معروف
not-stated = غير مذكور
not-said = لم يُذكر
cannot-be-determined = لا يمكن البت
what-would-change-it = ما الذي يغيّر ذلك
cannot-be-determined-why = لا يمكن البت – ما الذي يغيّر ذلك
recorded-by = سجّله { $name }
written-by = كتبه { $name }
to-be-confirmed = بحاجة إلى تأكيد
range = من { $low } إلى { $high }
at-least = { $number } على الأقل
at-most = { $number } على الأكثر

# Numbers with their noun
count-incidents = { $count ->
    [zero] لا حوادث
    [one] حادث واحد
    [two] حادثان
    [few] { $count } حوادث
    [many] { $count } حادثًا
    *[other] { $count } حادث
  }
count-claims = { $count ->
    [zero] لا إفادات
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $count } إفادات
    [many] { $count } إفادة
    *[other] { $count } إفادة
  }
count-documents = { $count ->
    [zero] لا وثائق
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $count } وثائق
    [many] { $count } وثيقة
    *[other] { $count } وثيقة
  }
count-cases = { $count ->
    [zero] لا قضايا
    [one] قضية واحدة
    [two] قضيتان
    [few] { $count } قضايا
    [many] { $count } قضية
    *[other] { $count } قضية
  }
count-obligations = { $count ->
    [zero] لا التزامات
    [one] التزام واحد
    [two] التزامان
    [few] { $count } التزامات
    [many] { $count } التزامًا
    *[other] { $count } التزام
  }
count-origins = { $count ->
    [zero] لا مصادر أولى مستقلة
    [one] مصدر أول مستقل واحد
    [two] مصدران أولان مستقلان
    [few] { $count } مصادر أولى مستقلة
    [many] { $count } مصدرًا أول مستقلًا
    *[other] { $count } مصدر أول مستقل
  }
count-origins-range = من { $low } إلى { $high } مصادر أولى مستقلة
count-copies = { $count ->
    [zero] لا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] { $count } نسخ
    [many] { $count } نسخة
    *[other] { $count } نسخة
  }
count-items = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
    *[other] { $count } عنصر
  }
count-members = { $count ->
    [zero] لا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
    *[other] { $count } عضو
  }
count-people = { $count ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
    *[other] { $count } شخص
  }
count-places = { $count ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $count } أماكن
    [many] { $count } مكانًا
    *[other] { $count } مكان
  }
count-entries = { $count ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $count } قيود
    [many] { $count } قيدًا
    *[other] { $count } قيد
  }
count-statements = { $count ->
    [zero] لا بيانات موقّعة
    [one] بيان موقّع واحد
    [two] بيانان موقّعان
    [few] { $count } بيانات موقّعة
    [many] { $count } بيانًا موقّعًا
    *[other] { $count } بيان موقّع
  }
count-problems = { $count ->
    [zero] لا مشكلات
    [one] مشكلة واحدة
    [two] مشكلتان
    [few] { $count } مشكلات
    [many] { $count } مشكلة
    *[other] { $count } مشكلة
  }
count-days = { $count ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
    *[other] { $count } يوم
  }
count-hours = { $count ->
    [zero] لا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
    *[other] { $count } ساعة
  }
count-minutes = { $count ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
    *[other] { $count } دقيقة
  }
count-words = { $count ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
    *[other] { $count } كلمة
  }
count-votes = { $count ->
    [zero] لا آراء
    [one] رأي واحد
    [two] رأيان
    [few] { $count } آراء
    [many] { $count } رأيًا
    *[other] { $count } رأي
  }

# Keyboard sheet
keys-note = يمكن إيقاف كل اختصار من الإعدادات.
key-next = الصف التالي
key-previous = الصف السابق
key-open = فتح
key-select = تحديد
key-search = انتقل إلى البحث
key-accept = قبول
key-reject = رفض
key-correct = تصويب
key-undo = تراجع
key-later = اتركه لوقت لاحق
key-not-relevant = لا صلة له
key-attach = إلحاق بالحادث
key-new-incident = حادث جديد
key-copied-run = المقطع المنقول التالي
key-mark-claim = تعيين إفادة جديدة
key-next-document = الوثيقة التالية
key-same = هو نفسه
key-different = مختلف
key-unsure = غير متأكد
key-help = عرض هذه الورقة
key-close = إغلاق

# Errors
error-title = لم ينجح ذلك
error-next = ما العمل الآن
error-400 = لا يمكن قراءة الطلب.
error-400-next = ارجع وراجع ما أُدخل.
error-401 = تحتاج هذه الصفحة إلى تسجيل الدخول.
error-401-next = سجّل الدخول، أو اطلب حسابًا من مدير النظام.
error-403 = لا تسمح صفتك بهذا.
error-403-next = اسأل رئيس مكونك أو مدير النظام.
error-404 = لا شيء في هذا العنوان.
error-404-next = ابحث عنه، أو تبادلوا السجلات إن كان لعضو آخر.
error-409 = غيّر أحدهم هذا في الأثناء.
error-409-next = انظر فيما تغير ثم قرر ثانية. ما كتبته محفوظ.
error-413 = هذا أكبر مما يمكن إرساله.
error-413-next = أرسله أجزاء.
error-422 = شيء مما أُدخل ناقص أو لا يصح.
error-422-next = الحقول المعنية تبين الخطأ.
error-429 = طلبات كثيرة جدًا.
error-429-next = انتظر دقيقة.
error-500 = أخفق شيء هنا. لم يُكتب شيء.
error-500-next = حاول ثانية؛ فإن أخفق فأبلغ مدير النظام بالرمز أدناه.
error-503 = تُقرأ السجلات الآن.
error-503-next = انتظر قليلًا؛ تظهر الصفحة من تلقاء نفسها.
error-script = يحتاج هذا الجزء إلى JavaScript؛ والجدول بجانبه يقول الشيء نفسه.
shell-said = قيل ووُقّع، وهو مثبت في السجل.
