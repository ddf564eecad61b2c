# Words that several screens share: what is not known, the frame, lists, forms.
#
# Written with the first screens; see docs/languages.md.

# The frame
shell-skip = رفتن به محتوا
shell-search = جست‌وجو
shell-languages = زبان‌ها
shell-navigation = ناوبری اصلی
shell-demonstration = نمایش آزمایشی: از مقاله‌های مطبوعاتی ساخته شده؛ یافتهٔ هیچ نهادی نیست.
shell-as-of = محاسبه‌شده از این دفترهای ثبت:
shell-sign-out = خروج
problem-typed = آنچه نوشته‌اید از دست نرفته است:
live-show = نمایش
live-offline = ارتباط نیست؛ آنچه می‌نویسید اینجا نگهداری می‌شود.
draft-restored = پیش‌نویس شما بازگردانده شد.

# What is not known
unknown-act = عمل ذکر نشده است
unknown-author = عامل ذکر نشده است
unknown-origin = منبع نخستین نامعلوم
unknown-outlet = رسانه نامعلوم
unknown-place = محل نامعلوم
unknown-time = زمان نامعلوم
count-at-least = دست‌کم { $n }
count-at-most = حداکثر { $n }
count-unknown = شمار ذکر نشده
count-none-given = شماری داده نشده

# Forms
field-not-given = داده نشده
field-one-a-line = هر کدام در یک سطر
field-reason = دلیل

# Navigation of lists
nav-claims = ادعاها
nav-ledger = ردیف‌های دفاتر

# Columns
col-kinds = نوع
col-scope = دامنه
col-parties = کنشگران نام‌برده
col-sources = رسانه‌ها و خبرگزاری‌ها
col-languages = زبان‌ها
col-about = دربارهٔ
col-is = چگونه است
col-has = آنچه دارد
col-received = دریافت
col-class = ردهٔ دسترسی
col-needs = نیازمند رسیدگی
col-why = چرا
col-answer = پاسخ
col-question = پرسش
col-polarity = گفته یا نفی شده
col-said-by = گوینده
col-step = گام
col-owner = نزد
col-constituency = مؤلفه
col-position = موضع
col-words = به واژه‌های خودش
col-present = حاضران
col-needed = مورد نیاز
col-evidence = شاهد
col-id = شناسه
col-time-precision = دقت زمان
col-time-match = آیا در بازهٔ زمان است
col-place-precision = دقت مکان
col-adm1 = استان
col-country = کشور
col-latitude = عرض جغرافیایی
col-longitude = طول جغرافیایی
col-radius-m = شعاع عدم قطعیت، متر
col-origins-min = منابع نخستین مستقل، دست‌کم
col-origins-max = منابع نخستین مستقل، حداکثر
col-harm-min = آسیب گزارش‌شده، دست‌کم
col-harm-max = آسیب گزارش‌شده، حداکثر
col-harm-what = نوع آسیب

# Lists
query-words = پالایش با واژه‌ها
query-search = جست‌وجو
query-help = چه می‌توان پرسید
query-views = نماها
query-shown = { $n } از { $m } نمایش داده شده
query-surely = { $n } از آن‌ها قطعاً در این بازه
query-hidden = { $n ->
    [one] { $n } مورد به سبب سطح دسترسی شما پنهان است
    *[other] { $n } مورد به سبب سطح دسترسی شما پنهان است
  }
query-nothing = چیزی منطبق نیست. یک پالایه را بردارید یا بازه را گسترش دهید. نبود گزارش به معنای آرامش نیست.
query-next = صفحهٔ بعد
query-export = برون‌بری موارد منطبق
query-save = ذخیره
query-save-as = ذخیرهٔ این جست‌وجو با نام
query-facets = محدودتر کردن
query-more = { $n ->
    [one] { $n } مقدار دیگر
    *[other] { $n } مقدار دیگر
  }
query-without = { $n } بدون مقدار
query-possibly = شاید
query-longer = بلندتر از یک روز: { $n }.
query-undated = بدون زمان معلوم: { $n }.
query-needs = آسیب { $harm } × زمان { $age } × منابع { $origin }

# Side by side
beside-title = سندها کنار هم
beside-nothing = این سندها متن مشترکی ندارند.
beside-share = { $percent }٪ این متن در آنجاست
keys-title = صفحه‌کلید
keys-off = خاموش کردن میان‌برها
live-new = چیز تازه‌ای هست.
map-boundaries = مرزها و نام‌های این نقشه به معنای شناسایی یا پذیرش از سوی سازوکار یا اعضای آن نیست.
