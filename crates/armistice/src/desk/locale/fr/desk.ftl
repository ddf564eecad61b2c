# Words that several screens share: what is not known, the frame, lists, forms.
#
# Written with the first screens; see docs/languages.md.

# The frame
shell-skip = Aller au contenu
shell-search = Recherche
shell-languages = Langues
shell-navigation = Navigation principale
shell-demonstration = Démonstration : établie à partir d’articles de presse ; n’est la constatation d’aucun organe.
shell-as-of = Calculé à partir de ces registres :
shell-sign-out = Se déconnecter
problem-typed = Ce que vous avez saisi n’est pas perdu :
live-show = L’afficher
live-offline = Pas de connexion ; ce que vous saisissez est conservé ici.
draft-restored = Votre brouillon a été repris.

# What is not known
unknown-act = acte non précisé
unknown-author = auteur non précisé
unknown-origin = origine non connue
unknown-outlet = média non connu
unknown-place = lieu non connu
unknown-time = date non connue
count-at-least = au moins { $n }
count-at-most = au plus { $n }
count-unknown = nombre non précisé
count-none-given = aucun nombre donné

# Forms
field-not-given = non indiqué
field-one-a-line = un par ligne
field-reason = Motif

# Navigation of lists
nav-claims = Affirmations
nav-ledger = Inscriptions des relevés

# Columns
col-kinds = Type
col-scope = Champ
col-parties = Acteurs nommés
col-sources = Médias et agences
col-languages = Langues
col-about = À propos de
col-is = Ce qui est vrai
col-has = Ce qu’il comporte
col-received = Reçu
col-class = Classe d’accès
col-needs = Demande quelqu’un
col-why = Pourquoi
col-answer = Réponse
col-question = Question
col-polarity = Affirmé ou nié
col-said-by = Dit par
col-step = Étape
col-owner = À la charge de
col-constituency = Composante
col-position = Position
col-words = Dans ses mots
col-present = Présents
col-needed = Requis
col-evidence = Élément
col-id = Identifiant
col-time-precision = Précision du temps
col-time-match = Dans la période ou non
col-place-precision = Précision du lieu
col-adm1 = Province
col-country = Pays
col-latitude = Latitude
col-longitude = Longitude
col-radius-m = Rayon d’incertitude, en mètres
col-origins-min = Origines indépendantes, au moins
col-origins-max = Origines indépendantes, au plus
col-harm-min = Dommages signalés, au moins
col-harm-max = Dommages signalés, au plus
col-harm-what = Nature des dommages

# Lists
query-words = Filtrer par des mots
query-search = Rechercher
query-help = Ce que l’on peut demander
query-views = Vues
query-shown = { $n } sur { $m } affichés
query-surely = dont { $n } sûrement dans la période
query-hidden = { $n ->
    [one] { $n } masqué par votre niveau d’accès
    *[other] { $n } masqués par votre niveau d’accès
  }
query-nothing = Rien ne correspond. Retirez un filtre ou élargissez la période. L’absence de signalement n’est pas le calme.
query-next = Page suivante
query-export = Exporter ce qui correspond
query-save = Enregistrer
query-save-as = Enregistrer cette recherche sous
query-facets = Affiner
query-more = { $n ->
    [one] { $n } valeur de plus
    *[other] { $n } valeurs de plus
  }
query-without = { $n } sans valeur
query-possibly = peut-être
query-longer = Plus longs qu’un jour : { $n }.
query-undated = Sans date connue : { $n }.
query-needs = dommage { $harm } × ancienneté { $age } × origines { $origin }

# Side by side
beside-title = Documents côte à côte
beside-nothing = Ces documents ne partagent aucun texte.
beside-share = { $percent } % de ce texte s’y trouve
keys-title = Clavier
keys-off = Désactiver les raccourcis
live-new = Il y a du nouveau.
map-boundaries = Les frontières et les noms de cette carte n’impliquent ni reconnaissance ni acceptation par le mécanisme ou ses membres.
