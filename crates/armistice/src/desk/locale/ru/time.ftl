# How time is said.
time-not-known = неизвестно
time-from = { $from } или позднее; окончание неизвестно
time-until = { $to } или ранее; начало неизвестно
time-range = { $from } – { $to }
time-on-day = { $day }, { $from } – { $to }
time-no-zone = { $time } (часовой пояс не указан)
time-in-zone = { $time } ({ $zone })
time-with-precision = { $time } ({ $precision })

# Between the things of a list, and before the last.
list-comma = {", "}
list-and = {" и "}
