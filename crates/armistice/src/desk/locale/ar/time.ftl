# How time is said.
time-not-known = غير معروف
time-from = { $from } أو بعد ذلك؛ النهاية غير معروفة
time-until = { $to } أو قبل ذلك؛ البداية غير معروفة
time-range = من { $from } إلى { $to }
time-on-day = { $day }، من { $from } إلى { $to }
time-no-zone = { $time } (المنطقة الزمنية غير مذكورة)
time-in-zone = { $time } ({ $zone })
time-with-precision = { $time } ({ $precision })

# Between the things of a list, and before the last.
list-comma = {"، "}
list-and = {" و"}
