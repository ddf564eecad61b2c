# How time is said.
time-not-known = bilinmiyor
time-from = { $from } veya sonrası; bitişi bilinmiyor
time-until = { $to } veya öncesi; başlangıcı bilinmiyor
time-range = { $from } – { $to }
time-on-day = { $day }, { $from } – { $to }
time-no-zone = { $time } (saat dilimi belirtilmemiş)
time-in-zone = { $time } ({ $zone })
time-with-precision = { $time } ({ $precision })

# Between the things of a list, and before the last.
list-comma = {", "}
list-and = {" ve "}
