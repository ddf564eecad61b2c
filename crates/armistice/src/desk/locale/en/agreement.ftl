# Agreements, talks and obligations.
#
# Ids: agreement-…, talks-…, obligations-….

agreement-title = Agreement
agreement-texts = Texts, side by side
agreement-held-by = held by { $name }
agreement-clauses = Terms
agreement-prohibited = Prohibited acts
agreement-permitted = Permitted acts and exceptions
agreement-parties = Parties and other actors
agreement-adherence = Who accepted it
agreement-adherence-disputed = disputed
agreement-territory = Territory
agreement-zones = Zones
agreement-duration = In force
agreement-modalities = How decisions are made
agreement-differs = The texts differ here
agreement-only-in = only in the text { $text }
agreement-same = the same in all texts
agreement-not-checked = Not checked against the instrument.
agreement-changes = What changed between two versions
agreement-touches = touches { $what }
agreement-incidents = Incidents tested against this term
agreement-empty = No agreement is here.
agreement-empty-next = Add an agreement file in the settings of the mission; without one nothing can be tested.
agreement-name-own = The agreement’s own name for { $name }

# Talks
talks-title = Talks
talks-positions = Positions by clause
talks-reported = reported
talks-entered-by = entered by { $name } and signed
talks-proposals = Proposals, demands, undertakings
talks-sealed-until = Answers stay sealed until all have answered.

# Obligations
obligations-title = Obligations
obligations-overdue = Overdue
obligations-due-soon = Due soon
obligations-clock = Clock
obligations-no-date = no date given
obligations-reports = Reports of performance
obligations-no-report = no report of performance
obligations-not-agreed = Not agreed: demands, undertakings and declared conditions
obligations-breach-by-clock = An obligation that is not performed by its date is a matter of its own, without any incident.
obligations-calendar = Calendar feed
obligations-days-left = { $count ->
    [one] { $count } day left
    *[other] { $count } days left
  }
obligations-days-over = { $count ->
    [one] { $count } day overdue
    *[other] { $count } days overdue
  }
obligations-empty = The agreements here set no obligation.
