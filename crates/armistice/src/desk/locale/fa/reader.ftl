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
