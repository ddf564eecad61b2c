# How time is said.
time-not-known = non connu
time-from = { $from } ou plus tard ; la fin n’est pas connue
time-until = { $to } ou plus tôt ; le début n’est pas connu
time-range = du { $from } au { $to }
time-on-day = { $day }, de { $from } à { $to }
time-no-zone = { $time } (fuseau horaire non précisé)
time-in-zone = { $time } ({ $zone })
time-with-precision = { $time } ({ $precision })

# Between the things of a list, and before the last.
list-comma = {", "}
list-and = {" et "}
