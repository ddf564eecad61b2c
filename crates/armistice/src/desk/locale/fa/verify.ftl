# Verifying a record, in the reader's own browser.
#
# Ids: verify-….

verify-title = راستی‌آزمایی یک ثبت
verify-drop = بستهٔ اثبات را اینجا رها کنید، یا فایلی برگزینید
verify-choose = انتخاب فایل
verify-local = بررسی در مرورگر شما انجام می‌شود؛ چیزی بارگذاری نمی‌شود.
verify-valid = معتبر
verify-invalid = نامعتبر
verify-cannot-tell = نمی‌توان گفت
verify-checking = در حال بررسی…
verify-contents-match = { $count ->
    [one] محتوا با فهرست امضاشده می‌خواند: { $count } فایل
    *[other] محتوا با فهرست امضاشده می‌خواند: { $count } فایل
  }
verify-signed-by = امضای { $name }
verify-signature-bad = امضای { $name } نمی‌خواند.
verify-in-register = در دفتر ثبت { $name }، ردیف { $number }
verify-not-rewritten = چیزی از دفتر ثبت بازنویسی نشده است.
verify-witnessed = { $count ->
    [one] { $count } شاهد هم‌امضا کرده است
    *[other] { $count } شاهد هم‌امضا کرده‌اند
  }
verify-existed-before = پیش از { $time } وجود داشت
verify-existed-after = پیش از { $time } ساخته نشده
verify-differs-at = { $name } در بایت { $number } با فهرست فرق دارد.
verify-missing = { $name } نیست.
verify-limits = آنچه این اثبات نمی‌کند
verify-limits-truth = اینکه منابع حقیقت را گفته‌اند.
verify-limits-complete = اینکه چیز دیگری رخ نداده است.
verify-offline = بدون این صفحه
verify-policy = امضای چه کسانی پذیرفته است
verify-details = همهٔ گام‌های بررسی

# Members and witnesses
members-title = اعضا و شاهدان
members-seen = چه کسی چه دیده است
members-size = { $count ->
    [one] { $count } ثبت
    *[other] { $count } ثبت
  }
members-behind = { $count ->
    [one] { $count } ثبت عقب‌تر
    *[other] { $count } ثبت عقب‌تر
  }
members-up-to-date = به‌روز
members-last-heard = آخرین خبر در { $time }
members-never-heard = هرگز خبری نرسیده
members-quorum = { $count ->
    [one] { $count } شاهد لازم است
    *[other] { $count } شاهد لازم است
  }
members-split-view = یک دفتر ثبت به دو خواننده متفاوت نشان داده شده است. مدرک آن نگهداری می‌شود.
members-exchange-now = مبادلهٔ دفترهای ثبت اکنون
