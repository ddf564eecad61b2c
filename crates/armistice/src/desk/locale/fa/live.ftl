# What happens while a page is open: arrivals, colleagues, drafts, a bad line.
#
# Ids: live-…, draft-…, offline-….

live-new-items = { $count ->
    [one] { $count } مورد تازه؛ نمایش
    *[other] { $count } مورد تازه؛ نمایش
  }
live-statement-arrived = بیانیه‌ای از { $name } رسید.
live-changed-here = این صفحه تغییر کرده است. وضعیت تازه را نشان بده.
live-here-too = { $name } نیز اینجاست
live-is-writing = { $name } در حال نوشتن است
live-connected = متصل
live-disconnected = ارتباط قطع شد؛ تلاش دوباره در جریان است.
live-since = تا { $time }
offline-title = آفلاین
offline-note = می‌توانید به خواندن و نوشتن ادامه دهید؛ آنچه می‌نویسید تا زمان ارسال روی همین دستگاه می‌ماند.
offline-queued = { $count ->
    [one] { $count } مورد در انتظار ارسال
    *[other] { $count } مورد در انتظار ارسال
  }
draft-kept = پیش‌نویس روی این دستگاه نگهداری شد، { $time }
draft-restore = بازگرداندن پیش‌نویس
draft-discard = دور انداختن پیش‌نویس
draft-found = پیش‌نویسی از شما از { $time } هست.
live-state-kept = نگهداری‌شده روی این دستگاه
live-state-sent = فرستاده شد
live-state-written = در دفتر ثبت نوشته شد
live-undone = واگرد شد.
live-done = انجام شد.
