# The public pages.
#
# Ids: public-….

public-what-known = آنچه معلوم است
public-what-not-known = آنچه معلوم نیست
public-what-parties-say = آنچه طرف‌ها می‌گویند
public-what-agreement-says = آنچه توافق‌نامه می‌گوید
public-no-party-replied = هیچ طرفی پاسخ نداده است.
public-version = نسخهٔ { $number }، { $day }
public-what-changed = چه تغییر کرده است
public-first-version = نسخهٔ نخست
public-cite = شیوهٔ ارجاع
public-verify-page = راستی‌آزمایی این صفحه
public-digest = چکیدهٔ رمز
public-bundle = بارگیری بستهٔ اثبات
public-withheld-person = { $count ->
    [one] { $count } منبع نگه‌داشته شده: خطر برای شخص
    *[other] { $count } منبع نگه‌داشته شده: خطر برای اشخاص
  }
public-how-we-decide = چگونه تصمیم می‌گیریم
public-how-text = گزارش‌ها به ادعاهایی خوانده می‌شود که هر یک به واژه‌های خود بسته است. ادعاهای مربوط به یک عمل، محل و زمان یک حادثه را می‌سازد. حادثه با هر متن توافق‌نامه سنجیده می‌شود. تنها مؤلفه‌ها، با قاعدهٔ خود توافق‌نامه، تصمیم می‌گیرند.
public-data = دادهٔ این صفحه
public-no-finding = این صفحه یافتهٔ هیچ نهادی نیست.
public-sources = منابع
public-latest-reports = تازه‌ترین گزارش‌ها
public-published = منتشرشده در { $time }
public-empty = هنوز چیزی منتشر نشده است.
