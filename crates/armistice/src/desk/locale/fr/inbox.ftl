# The inbox: what came in and waits to be looked at.
#
# Ids: inbox-….

inbox-title = Arrivées
inbox-empty = Rien n’attend ici.
inbox-empty-next = Ce qui a été écarté est sous « Sans rapport », avec son motif.
inbox-why-here = Pourquoi c’est ici
inbox-needs-someone = demande quelqu’un maintenant
inbox-might-be = pourrait être { $incident }
inbox-attach = Rattacher à { $incident }
inbox-new-incident = Nouvel incident
inbox-not-relevant = Sans rapport
inbox-not-relevant-kept = Rien ne disparaît : le motif est conservé et l’élément peut être repris.
inbox-later = Plus tard
inbox-failed = N’ont pu être reçus
inbox-failed-cause = Cause
inbox-retry = Recevoir de nouveau
inbox-same-copy = même copie que { $document }
inbox-order = Par dommage, ancienneté et nombre d’origines
inbox-add = Ajouter des documents
inbox-add-note = Les fichiers sont conservés à l’octet près. Rien n’est pris sur le réseau.
inbox-harm = personnes signalées tuées ou blessées
inbox-new-place = un lieu et un jour nouveaux ensemble
inbox-single-origin = repose sur une seule origine
inbox-tries = { $n ->
    [one] { $n } essai
    *[other] { $n } essais
  }
inbox-choose-again = Choisissez de nouveau le fichier :
inbox-set-aside = Mettre de côté
