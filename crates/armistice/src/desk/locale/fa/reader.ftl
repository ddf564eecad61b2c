# The document reader.
#
# Ids: reader-….

reader-title = سند { $id }
reader-original = اصل
reader-clean = متن اصلی
reader-cut = متن بریده‌شده
reader-cut-why = بریده شد: { $reason }
reader-captured = ضبط‌شده
reader-file = فایل
reader-digest = چکیدهٔ بایت‌ها
reader-published = انتشار
reader-date-used = به کار رفته
reader-date-ignored = به کار نرفته
reader-dates = تاریخ‌های صفحه
reader-why-date = چرا این تاریخ و نه دقیق‌تر
reader-outlet-unknown = رسانه نامعلوم
reader-byline = نام نویسنده
reader-chain = چه کسی از چه کسی نقل می‌کند
reader-claims = ادعاها
reader-no-claims = از این سند ادعایی خوانده نشد.
reader-no-claims-why = شاید زبان آن خوانده نمی‌شود، یا از عملی نمی‌گوید.
reader-copied-run = بخش رونوشت‌شده
reader-run-words = { $count ->
    [one] { $count } واژهٔ مشترک
    *[other] { $count } واژهٔ مشترک
  }
reader-copy-of = متن مشترک با
reader-side-by-side = کنار هم
reader-found-there = { $share } این متن در آنجاست
reader-run-quoted = درون نقل قول
reader-run-edited = بازنویسی‌شده
reader-accepted = پذیرفته‌شده
reader-rejected = ردشده
reader-corrected = اصلاح‌شده
reader-not-looked-at = دیده‌نشده
reader-writes-exactly = دقیقاً همان که اینجا نشان داده شده نوشته می‌شود.
reader-rules = قاعده‌هایی که آن را ساخته‌اند
reader-warnings = هشدارهای خواننده
reader-origin-inferred = استنباط از بخش‌های رونوشت‌شده
reader-original-words = واژه‌های سند به زبان خودش
reader-translation-by = ترجمه از { $name }؛ اصل در بالا آمده است.
reader-next = سند بعدی
reader-previous = سند قبلی
reader-withheld = نگه‌داشته‌شده: { $reason }

# Also on the page
reader-text = متن سند
reader-copies = سندهای دارای متن مشترک
reader-no-copies = سند دیگری با آن متن مشترک ندارد.
reader-origin = همهٔ موارد این منبع نخستین
reader-missing = متن را نمی‌توان نشان داد.
reader-runs = بخش‌های مشترک: { $runs }، واژه‌های مشترک: { $words }
reviews = آنچه بررسی‌کنندگان درباره‌اش می‌گویند
review-unreviewed = بررسی نشده
review-accepted = پذیرفته
review-rejected = رد شده
review-corrected = اصلاح‌شده
review-disputed = اعضا هم‌نظر نیستند
review-stale = خوانش دیگری از آن بررسی شده
review-withdrawn = پس گرفته شده
review-of-other = درباره خوانشی دیگر
review-set-aside = کنار گذاشته شد: در هیچ رویداد و هیچ منشأیی شمرده نمی‌شود.
review-disputed-why = اعضا هم‌نظر نیستند. همان‌گونه که خوانده شده شمرده می‌شود و همه گفته‌هایشان اینجا آمده است.
review-reason = دلیل؛ رد کردن بدون آن ممکن نیست
review-accept = پذیرفتن
review-reject = رد کردن
review-correct = اصلاح
review-undo = پس گرفتن بررسی خودم
review-as-read = آن‌گونه که خوانده شد
review-correct-how = تنها آنچه را به گونه دیگری می‌خوانید پر کنید. واژه‌های منبع همان می‌ماند و خوانش شما در کنار آنچه خوانده شده می‌ایستد.
claim-field-act = عمل
claim-field-alleged-authors = عامل مورد ادعا
claim-field-affected = آسیب‌دیده
claim-field-place = مکان
claim-field-time = زمان
claim-field-counts = ارقام
claim-field-recorded-by = گوینده نخست
field-unstated = در واژه‌ها گفته نشده
field-author = عامل مورد ادعا
field-count = ارقام، مانند killed:civilians=5..7
field-act = عمل
field-polarity = گفته شده یا انکار شده
