# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = Accueil
home-documents-and-origins = { $documents }, { $origins }
home-incidents-checkable = { $count ->
    [one] { $count } incident signalé que l’on peut vérifier
    *[other] { $count } incidents signalés que l’on peut vérifier
  }
home-contradictions = { $n ->
    [one] { $n } paire de déclarations incompatibles
    *[other] { $n } paires de déclarations incompatibles
  }
home-see-incident = Voir l’incident
home-see-copies = Voir qui a copié qui
home-see-disagreements = Voir sur quoi ils divergent
home-check-record = Vérifier un document publié
home-waiting = En attente de vous
home-waiting-none = Rien ne vous attend.
home-clocks = Délais en cours
home-overdue = En retard
home-latest = Derniers incidents
home-changes = Ce qui a changé
home-no-changes = Rien n’a changé depuis votre dernière visite.
home-could-not-see = Ce qui n’a pu être vu
home-coverage-unknown = Rien n’est consigné de ce qui pouvait être vu.
home-empty = Aucun document n’a encore été lu.
home-empty-next = Ajoutez des documents aux arrivées ; ils sont lus sur cet ordinateur.
home-problems = Problèmes du dossier
home-members-state = Membres et leurs registres
home-sentence = En une phrase

# The first sentence, and the figures
home-documents = { $n ->
    [one] { $n } document.
    *[other] { $n } documents.
  }
home-origins = { $origins }.
home-checkable = { $n ->
    [one] { $n } incident signalé que l’on peut vérifier.
    *[other] { $n } incidents signalés que l’on peut vérifier.
  }
home-ways = Par où commencer
home-see-contradictions = Voir sur quoi ils divergent
home-verify = Vérifier un document publié
home-cases-open = Affaires ouvertes
