# Ledgers of recorders, coverage, people.
#
# Ids: ledger-…, coverage-…, people-….

ledger-title = Relevés
ledger-bulletins = Bulletins et listes
ledger-recorder = Auteur du relevé
ledger-window = Sa propre période
ledger-unit = Unité de compte
ledger-total = Total indiqué
ledger-rows = Lignes
ledger-concordance = Listes d’une même période côte à côte
ledger-in-both = dans les deux
ledger-only-in = seulement dans la liste de { $name }
ledger-in-none = dans la liste d’aucun garant
ledger-confirmation-rate = Confirmé par { $by }, parmi ce que { $of } a consigné
ledger-share = { $part } sur { $of }
ledger-no-list = Aucune liste de { $name } pour cette période n’est ici. Ce n’est pas une liste vide.
ledger-never-added = Les nombres d’unités différentes ne sont jamais additionnés.
ledger-recorded-not-done = « Consigné par » n’est jamais « commis par ».
ledger-observations = Observations
ledger-access = Demandes d’accès
ledger-calls = Appels sur la ligne directe
ledger-call-answered-after = { $count ->
    [one] réponse après { $count } minute
    *[other] réponse après { $count } minutes
  }
ledger-grades = Cotations de la source et de l’information
ledger-withdrawn = n’est plus invoqué
ledger-empty = Rien n’est consigné ici.
ledger-empty-next = Consignez une liste telle que son éditeur l’a donnée, avec sa période et son unité.
ledger-enter-bulletin = Consigner un bulletin
ledger-enter-observation = Consigner une observation
ledger-enter-access = Consigner une demande d’accès
ledger-enter-call = Consigner un appel
ledger-enter-performance = Consigner un signalement d’exécution

# Coverage
coverage-title = Couverture
coverage-what = Où, quand et par quels moyens on pouvait voir
coverage-no-entry = aucune saisie : non connu
coverage-gap = Non vu, ou en partie
coverage-languages = Langues lues
coverage-language-unread = non lue
coverage-enter = Consigner ce qui pouvait être vu

# People
people-title = Personnes et sources
people-variants = Graphies du nom
people-mentions = { $count ->
    [one] { $count } mention
    *[other] { $count } mentions
  }
people-same-question = Est-ce la même personne ?
people-sources = Médias et agences
people-protected = Les noms des sources protégées ne sont pas montrés.
people-empty = Aucune personne n’est nommée dans les documents.
