# Agreements, talks and obligations.
#
# Ids: agreement-…, talks-…, obligations-….

agreement-title = Accord
agreement-texts = Textes côte à côte
agreement-held-by = détenu par { $name }
agreement-clauses = Clauses
agreement-prohibited = Actes interdits
agreement-permitted = Actes permis et exceptions
agreement-parties = Parties et autres acteurs
agreement-adherence = Qui l’a accepté
agreement-adherence-disputed = contesté
agreement-territory = Territoire
agreement-zones = Zones
agreement-duration = En vigueur
agreement-modalities = Comment les décisions sont prises
agreement-differs = Les textes diffèrent ici
agreement-only-in = seulement dans le texte { $text }
agreement-same = identique dans tous les textes
agreement-not-checked = Non comparé à l’instrument.
agreement-changes = Ce qui a changé entre deux versions
agreement-touches = touche : { $what }
agreement-incidents = Incidents examinés au regard de cette clause
agreement-empty = Aucun accord n’est ici.
agreement-empty-next = Ajoutez un fichier d’accord dans les réglages de la mission ; sans lui, rien ne peut être examiné.
agreement-name-own = Le nom que l’accord donne à { $name }

# Talks
talks-title = Pourparlers
talks-positions = Positions par clause
talks-reported = signalé
talks-entered-by = saisi et signé par { $name }
talks-proposals = Propositions, demandes, engagements
talks-sealed-until = Les réponses restent scellées jusqu’à ce que tous aient répondu.

# Obligations
obligations-title = Obligations
obligations-overdue = Échues
obligations-due-soon = Échéance proche
obligations-clock = Délai
obligations-no-date = aucune date
obligations-reports = Signalements d’exécution
obligations-no-report = aucune exécution signalée
obligations-not-agreed = Non convenu : demandes, engagements et conditions déclarées
obligations-breach-by-clock = Une obligation inexécutée à sa date est une question en soi, sans aucun incident.
obligations-calendar = Flux de calendrier
obligations-days-left = { $count ->
    [one] { $count } jour restant
    *[other] { $count } jours restants
  }
obligations-days-over = { $count ->
    [one] { $count } jour de retard
    *[other] { $count } jours de retard
  }
obligations-empty = Les accords présents ne posent aucune obligation.
