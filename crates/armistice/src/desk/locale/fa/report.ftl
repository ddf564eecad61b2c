# Reports: making, previewing, publishing.
#
# Ids: report-….

report-title = گزارش‌ها
report-number = گزارش شمارهٔ { $number }
report-period = دوره
report-cut-off = بیانیه‌ها تا { $time } در نظر گرفته شده
report-edition = نسخه
report-make = تهیهٔ گزارش
report-preview = پیش‌نمایش
report-issue = صدور گزارش
report-issued = صادرشده در { $time }
report-supersedes = جایگزین گزارش شمارهٔ { $number }
report-same-everywhere = هر کس این دفترهای ثبت را با این اندازه‌ها داشته باشد، گزارش را بایت به بایت دوباره محاسبه می‌کند.
report-partisan-words = واژه‌های یک طرف در متن شما
report-partisan-next = آن‌ها را همراه گوینده در گیومه نگه دارید، یا نام بی‌طرف { $name } را به کار برید.
report-languages = زبان‌های گزارش
report-download-pdf = PDF (برای چاپ)
report-download-html = صفحهٔ وب
report-objected = { $name } با انتشار مخالف است
report-withheld = { $count ->
    [one] { $count } مورد نگه‌داشته شده؛ دلیل به جای آن آمده است
    *[other] { $count } مورد نگه‌داشته شده؛ دلایل به جای آن‌ها آمده است
  }
report-empty = هنوز گزارشی صادر نشده است.
report-empty-next = پیش‌نمایش را هر زمان می‌توان ساخت؛ تنها هنگام صدور امضا می‌شود.
