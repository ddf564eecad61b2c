# What happens while a page is open: arrivals, colleagues, drafts, a bad line.
#
# Ids: live-…, draft-…, offline-….

live-new-items = { $count ->
    [one] { $count } nouvel élément ; l’afficher
    *[other] { $count } nouveaux éléments ; les afficher
  }
live-statement-arrived = Une déclaration de { $name } est arrivée.
live-changed-here = Cette page a changé. Afficher le nouvel état.
live-here-too = { $name } est ici aussi
live-is-writing = { $name } est en train d’écrire
live-connected = Connecté
live-disconnected = Connexion perdue ; nouvel essai en cours.
live-since = au { $time }
offline-title = Hors ligne
offline-note = Vous pouvez continuer à lire et à écrire ; ce que vous écrivez est conservé sur cet appareil jusqu’à l’envoi.
offline-queued = { $count ->
    [one] { $count } envoi en attente
    *[other] { $count } envois en attente
  }
draft-kept = Brouillon conservé sur cet appareil, { $time }
draft-restore = Reprendre le brouillon
draft-discard = Jeter le brouillon
draft-found = Il y a un brouillon de vous du { $time }.
live-state-kept = Conservé sur cet appareil
live-state-sent = Envoyé
live-state-written = Inscrit au registre
live-undone = Action annulée.
live-done = Fait.
