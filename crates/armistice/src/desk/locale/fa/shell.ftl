# The shell around every page: navigation, buttons, keys, errors.
#
# Ids: nav-…, do-… (buttons), key-… (the keyboard sheet), error-…, count-… (numbers with their noun).

# The product and the frame
product-name = Armistice
page-title = { $page } – { $mission }
skip-to-content = رفتن به محتوا
skip-to-navigation = رفتن به ناوبری
navigation-main = ناوبری اصلی
navigation-public = صفحه‌های عمومی
breadcrumb = اینجا هستید
demonstration = نمایش آزمایشی
demonstration-note = از مقاله‌های مطبوعاتی ساخته شده است؛ یافتهٔ هیچ نهادی نیست.
mission-time = ساعت مأموریت
as-of = محاسبه‌شده از دفترهای ثبت تا { $time }
as-of-registers = دفترهای ثبتی که این صفحه از آن‌ها محاسبه شده
changed-since-visit = { $count ->
    [one] { $count } تغییر از بازدید پیشین شما
    *[other] { $count } تغییر از بازدید پیشین شما
  }
changed-mark = تغییر کرده
mission = مأموریت
mission-switch = مأموریت‌های دیگر
language = زبان
theme = نمایه
theme-light = روشن
theme-dark = تیره
theme-system = مانند دستگاه
signed-in-as = با نام { $name } وارد شده‌اید
not-signed-in = وارد نشده‌اید
you = شما
footer-licence = کد و دادهٔ این صفحه را همه می‌توانند بررسی کنند.
json-twin = این صفحه به صورت داده

# Navigation
nav-home = خانه
nav-inbox = صندوق ورودی
nav-documents = اسناد
nav-incidents = حوادث
nav-compare = مقایسه
nav-cases = پرونده‌ها
nav-agreements = توافق‌نامه‌ها
nav-talks = گفت‌وگوها
nav-obligations = تعهدات
nav-ledgers = دفاتر گزارش
nav-coverage = پوشش نظارت
nav-people = اشخاص و منابع
nav-reports = گزارش‌ها
nav-verify = راستی‌آزمایی
nav-members = اعضا و شاهدان
nav-settings = تنظیمات
nav-search = جست‌وجو
nav-new = جدید
nav-map = نقشه
nav-how-we-decide = چگونه تصمیم می‌گیریم
nav-help = راهنما
nav-more = بیشتر

# Buttons
do-sign-in = ورود
do-sign-out = خروج
do-search = جست‌وجو
do-accept = پذیرش
do-reject = رد
do-correct = اصلاح
do-undo = واگرد
do-save = ذخیره
do-cancel = انصراف
do-close = بستن
do-open = گشودن
do-add = افزودن
do-remove = برداشتن
do-send = ارسال
do-sign = امضا با کلید من
do-confirm = تأیید
do-back = بازگشت
do-next = بعدی
do-previous = قبلی
do-show = نمایش
do-hide = پنهان کردن
do-show-all = نمایش همه
do-show-more = نمایش بیشتر
do-select = انتخاب
do-select-all = انتخاب همهٔ موارد منطبق
do-clear = پاک کردن
do-apply = اعمال
do-export = برون‌بری
do-download = بارگیری
do-print = چاپ
do-copy-link = رونوشت پیوند
do-compare = مقایسه
do-same = یکسان
do-different = متفاوت
do-unsure = مطمئن نیستم
do-retry = تلاش دوباره
do-verify = راستی‌آزمایی
do-preview = پیش‌نمایش
do-publish = انتشار
do-watch = دنبال کردن
do-unwatch = توقف دنبال کردن
do-comment = نوشتن نظر
do-assign = واگذاری
do-explain = توضیح
do-edit = ویرایش
do-later = بعداً
why = چرا؟
reason = دلیل
reason-required = نوشتن دلیل لازم است؛ همراه ثبت نگهداری می‌شود.
optional = اختیاری
required = الزامی
yes = بله
no = خیر
none = هیچ
unknown = نامعلوم
not-stated = ذکر نشده
not-said = گفته نشده
cannot-be-determined = قابل تعیین نیست
what-would-change-it = چه چیزی آن را تغییر می‌دهد
cannot-be-determined-why = قابل تعیین نیست – چه چیزی آن را تغییر می‌دهد
recorded-by = ثبت‌کننده: { $name }
written-by = نویسنده: { $name }
to-be-confirmed = نیازمند تأیید
range = از { $low } تا { $high }
at-least = دست‌کم { $number }
at-most = حداکثر { $number }

# Numbers with their noun
count-incidents = { $count ->
    [one] { $count } حادثه
    *[other] { $count } حادثه
  }
count-claims = { $count ->
    [one] { $count } ادعا
    *[other] { $count } ادعا
  }
count-documents = { $count ->
    [one] { $count } سند
    *[other] { $count } سند
  }
count-cases = { $count ->
    [one] { $count } پرونده
    *[other] { $count } پرونده
  }
count-obligations = { $count ->
    [one] { $count } تعهد
    *[other] { $count } تعهد
  }
count-origins = { $count ->
    [one] { $count } منبع نخستین مستقل
    *[other] { $count } منبع نخستین مستقل
  }
count-origins-range = { $low } تا { $high } منبع نخستین مستقل
count-copies = { $count ->
    [one] { $count } رونوشت
    *[other] { $count } رونوشت
  }
count-items = { $count ->
    [one] { $count } مورد
    *[other] { $count } مورد
  }
count-members = { $count ->
    [one] { $count } عضو
    *[other] { $count } عضو
  }
count-people = { $count ->
    [one] { $count } نفر
    *[other] { $count } نفر
  }
count-places = { $count ->
    [one] { $count } محل
    *[other] { $count } محل
  }
count-entries = { $count ->
    [one] { $count } ثبت
    *[other] { $count } ثبت
  }
count-statements = { $count ->
    [one] { $count } بیانیهٔ امضاشده
    *[other] { $count } بیانیهٔ امضاشده
  }
count-problems = { $count ->
    [one] { $count } مشکل
    *[other] { $count } مشکل
  }
count-days = { $count ->
    [one] { $count } روز
    *[other] { $count } روز
  }
count-hours = { $count ->
    [one] { $count } ساعت
    *[other] { $count } ساعت
  }
count-minutes = { $count ->
    [one] { $count } دقیقه
    *[other] { $count } دقیقه
  }
count-words = { $count ->
    [one] { $count } واژه
    *[other] { $count } واژه
  }
count-votes = { $count ->
    [one] { $count } نظر
    *[other] { $count } نظر
  }

# Keyboard sheet
keys-note = هر میان‌بر را می‌توان در تنظیمات خاموش کرد.
key-next = ردیف بعدی
key-previous = ردیف قبلی
key-open = گشودن
key-select = انتخاب
key-search = رفتن به جست‌وجو
key-accept = پذیرش
key-reject = رد
key-correct = اصلاح
key-undo = واگرد
key-later = گذاشتن برای بعد
key-not-relevant = نامرتبط
key-attach = پیوستن به حادثه
key-new-incident = حادثهٔ جدید
key-copied-run = بخش رونوشت‌شدهٔ بعدی
key-mark-claim = نشان کردن ادعای جدید
key-next-document = سند بعدی
key-same = یکسان
key-different = متفاوت
key-unsure = نامطمئن
key-help = نمایش این برگه
key-close = بستن

# Errors
error-title = این کار انجام نشد
error-next = اکنون چه باید کرد
error-400 = درخواست خوانا نیست.
error-400-next = بازگردید و آنچه را وارد شده بررسی کنید.
error-401 = این صفحه نیازمند ورود است.
error-401-next = وارد شوید، یا از مدیر سامانه حساب بخواهید.
error-403 = نقش شما این را اجازه نمی‌دهد.
error-403-next = از رئیس مؤلفهٔ خود یا مدیر سامانه بپرسید.
error-404 = چیزی در این نشانی نیست.
error-404-next = آن را جست‌وجو کنید، یا اگر از عضو دیگری است دفترهای ثبت را مبادله کنید.
error-409 = در این میان کسی آن را تغییر داده است.
error-409-next = ببینید چه تغییر کرده و دوباره تصمیم بگیرید. آنچه نوشته‌اید نگهداری شده است.
error-413 = این بزرگ‌تر از حد مجاز ارسال است.
error-413-next = آن را در چند بخش بفرستید.
error-422 = چیزی وارد نشده یا درست نیست.
error-422-next = فیلدهای مربوط می‌گویند چه نادرست است.
error-429 = درخواست‌ها بیش از اندازه است.
error-429-next = یک دقیقه صبر کنید.
error-500 = اینجا چیزی ناموفق بود. هیچ چیز نوشته نشد.
error-500-next = دوباره بکوشید؛ اگر باز نشد کد زیر را به مدیر سامانه بگویید.
error-503 = دفترهای ثبت در حال خوانده شدن است.
error-503-next = کمی صبر کنید؛ صفحه خود می‌آید.
error-script = این بخش به JavaScript نیاز دارد؛ جدول کنار آن همان را می‌گوید.
shell-said = بیان و امضا شد و در دفتر ثبت است.
