# How time is said.
time-not-known = not known
time-from = { $from } or later; the end is not known
time-until = { $to } or earlier; the beginning is not known
time-range = { $from } to { $to }
time-on-day = { $day }, { $from } to { $to }
time-no-zone = { $time } (time zone not stated)
time-in-zone = { $time } ({ $zone })
time-with-precision = { $time } ({ $precision })

# Between the things of a list, and before the last.
list-comma = {", "}
list-and = {" and "}
