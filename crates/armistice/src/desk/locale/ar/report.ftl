# Reports: making, previewing, publishing.
#
# Ids: report-….

report-title = التقارير
report-number = تقرير رقم { $number }
report-period = الفترة
report-cut-off = أُخذ بما سُجّل حتى { $time }
report-edition = الطبعة
report-make = إعداد تقرير
report-preview = معاينة
report-issue = إصدار هذا التقرير
report-issued = صدر { $time }
report-supersedes = يحل محل التقرير رقم { $number }
report-same-everywhere = من كانت لديه هذه السجلات بهذه الأحجام يحسب هذا التقرير ثانية بايتًا بايتًا.
report-partisan-words = كلمات طرف في نصك
report-partisan-next = أبقها بين علامتي اقتباس مع قائلها، أو استعمل الاسم المحايد { $name }.
report-languages = لغات التقرير
report-download-pdf = PDF (للطباعة)
report-download-html = صفحة ويب
report-objected = يعترض { $name } على النشر
report-withheld = { $count ->
    [zero] لا شيء محجوب
    [one] عنصر واحد محجوب؛ وسببه مذكور مكانه
    [two] عنصران محجوبان؛ وسبباهما مذكوران مكانهما
    [few] { $count } عناصر محجوبة؛ وأسبابها مذكورة مكانها
    [many] { $count } عنصرًا محجوبًا؛ وأسبابها مذكورة مكانها
    *[other] { $count } عنصر محجوب؛ وأسبابها مذكورة مكانها
  }
report-empty = لم يصدر تقرير بعد.
report-empty-next = يمكن إعداد معاينة في أي وقت؛ ولا تُوقّع إلا عند الإصدار.
