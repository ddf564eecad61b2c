# How time is said.
time-not-known = نامعلوم
time-from = { $from } یا پس از آن؛ پایان نامعلوم است
time-until = { $to } یا پیش از آن؛ آغاز نامعلوم است
time-range = از { $from } تا { $to }
time-on-day = { $day }، از { $from } تا { $to }
time-no-zone = { $time } (منطقهٔ زمانی ذکر نشده است)
time-in-zone = { $time } ({ $zone })
time-with-precision = { $time } ({ $precision })

# Between the things of a list, and before the last.
list-comma = {"، "}
list-and = {" و "}
