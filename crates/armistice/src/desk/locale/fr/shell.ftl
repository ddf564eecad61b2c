# The shell around every page: navigation, buttons, keys, errors.
#
# Ids: nav-…, do-… (buttons), key-… (the keyboard sheet), error-…, count-… (numbers with their noun).

# The product and the frame
product-name = Armistice
page-title = { $page } – { $mission }
skip-to-content = Aller au contenu
skip-to-navigation = Aller à la navigation
navigation-main = Navigation principale
navigation-public = Pages publiques
breadcrumb = Vous êtes ici
demonstration = Démonstration
demonstration-note = Établie à partir d’articles de presse ; n’est la constatation d’aucun organe.
mission-time = Heure de la mission
as-of = Calculé à partir des registres au { $time }
as-of-registers = Les registres dont cette page est calculée
changed-since-visit = { $count ->
    [one] { $count } changement depuis votre dernière visite
    *[other] { $count } changements depuis votre dernière visite
  }
changed-mark = modifié
mission = Mission
mission-switch = Autres missions
language = Langue
theme = Apparence
theme-light = Clair
theme-dark = Sombre
theme-system = Comme l’appareil
signed-in-as = Connecté sous le nom de { $name }
not-signed-in = Non connecté
you = Vous
footer-licence = Le code et les données de cette page sont vérifiables par tous.
json-twin = Cette page en données

# Navigation
nav-home = Accueil
nav-inbox = Arrivées
nav-documents = Documents
nav-incidents = Incidents
nav-compare = Comparer
nav-cases = Affaires
nav-agreements = Accords
nav-talks = Pourparlers
nav-obligations = Obligations
nav-ledgers = Relevés
nav-coverage = Couverture
nav-people = Personnes et sources
nav-reports = Rapports
nav-verify = Vérifier
nav-members = Membres et témoins
nav-settings = Réglages
nav-search = Recherche
nav-new = Nouveau
nav-map = Carte
nav-how-we-decide = Comment nous décidons
nav-help = Aide
nav-more = Plus

# Buttons
do-sign-in = Se connecter
do-sign-out = Se déconnecter
do-search = Rechercher
do-accept = Accepter
do-reject = Rejeter
do-correct = Corriger
do-undo = Annuler l’action
do-save = Enregistrer
do-cancel = Abandonner
do-close = Fermer
do-open = Ouvrir
do-add = Ajouter
do-remove = Retirer
do-send = Envoyer
do-sign = Signer avec ma clé
do-confirm = Confirmer
do-back = Retour
do-next = Suivant
do-previous = Précédent
do-show = Afficher
do-hide = Masquer
do-show-all = Tout afficher
do-show-more = Afficher plus
do-select = Sélectionner
do-select-all = Sélectionner tout ce qui correspond
do-clear = Effacer
do-apply = Appliquer
do-export = Exporter
do-download = Télécharger
do-print = Imprimer
do-copy-link = Copier le lien
do-compare = Comparer
do-same = Identique
do-different = Différent
do-unsure = Incertain
do-retry = Réessayer
do-verify = Vérifier
do-preview = Aperçu
do-publish = Publier
do-watch = Suivre
do-unwatch = Ne plus suivre
do-comment = Commenter
do-assign = Confier
do-explain = Expliquer
do-edit = Modifier
do-later = Plus tard
why = Pourquoi ?
reason = Motif
reason-required = Un motif est requis ; il est conservé avec l’inscription.
optional = facultatif
required = obligatoire
yes = Oui
no = Non
none = Aucun
unknown = Non connu
not-stated = Non précisé
not-said = Non dit
cannot-be-determined = Ne peut être déterminé
what-would-change-it = Ce qui changerait cela
cannot-be-determined-why = Ne peut être déterminé – ce qui changerait cela
recorded-by = consigné par { $name }
written-by = écrit par { $name }
to-be-confirmed = à confirmer
range = { $low } à { $high }
at-least = au moins { $number }
at-most = au plus { $number }

# Numbers with their noun
count-incidents = { $count ->
    [one] { $count } incident
    *[other] { $count } incidents
  }
count-claims = { $count ->
    [one] { $count } affirmation
    *[other] { $count } affirmations
  }
count-documents = { $count ->
    [one] { $count } document
    *[other] { $count } documents
  }
count-cases = { $count ->
    [one] { $count } affaire
    *[other] { $count } affaires
  }
count-obligations = { $count ->
    [one] { $count } obligation
    *[other] { $count } obligations
  }
count-origins = { $count ->
    [one] { $count } origine indépendante
    *[other] { $count } origines indépendantes
  }
count-origins-range = { $low } à { $high } origines indépendantes
count-copies = { $count ->
    [one] { $count } copie
    *[other] { $count } copies
  }
count-items = { $count ->
    [one] { $count } élément
    *[other] { $count } éléments
  }
count-members = { $count ->
    [one] { $count } membre
    *[other] { $count } membres
  }
count-people = { $count ->
    [one] { $count } personne
    *[other] { $count } personnes
  }
count-places = { $count ->
    [one] { $count } lieu
    *[other] { $count } lieux
  }
count-entries = { $count ->
    [one] { $count } inscription
    *[other] { $count } inscriptions
  }
count-statements = { $count ->
    [one] { $count } déclaration signée
    *[other] { $count } déclarations signées
  }
count-problems = { $count ->
    [one] { $count } problème
    *[other] { $count } problèmes
  }
count-days = { $count ->
    [one] { $count } jour
    *[other] { $count } jours
  }
count-hours = { $count ->
    [one] { $count } heure
    *[other] { $count } heures
  }
count-minutes = { $count ->
    [one] { $count } minute
    *[other] { $count } minutes
  }
count-words = { $count ->
    [one] { $count } mot
    *[other] { $count } mots
  }
count-votes = { $count ->
    [one] { $count } avis
    *[other] { $count } avis
  }

# Keyboard sheet
keys-note = Chaque raccourci peut être désactivé dans les réglages.
key-next = Ligne suivante
key-previous = Ligne précédente
key-open = Ouvrir
key-select = Sélectionner
key-search = Aller à la recherche
key-accept = Accepter
key-reject = Rejeter
key-correct = Corriger
key-undo = Annuler l’action
key-later = Remettre à plus tard
key-not-relevant = Sans rapport
key-attach = Rattacher à l’incident
key-new-incident = Nouvel incident
key-copied-run = Passage copié suivant
key-mark-claim = Marquer une nouvelle affirmation
key-next-document = Document suivant
key-same = Identique
key-different = Différent
key-unsure = Incertain
key-help = Afficher cette fiche
key-close = Fermer

# Errors
error-title = Cela n’a pas fonctionné
error-next = Que faire ensuite
error-400 = La requête est illisible.
error-400-next = Revenez et vérifiez ce qui a été saisi.
error-401 = Cette page demande une connexion.
error-401-next = Connectez-vous, ou demandez un compte à un administrateur.
error-403 = Votre rôle ne le permet pas.
error-403-next = Adressez-vous au chef de votre composante ou à un administrateur.
error-404 = Il n’y a rien à cette adresse.
error-404-next = Cherchez-la, ou échangez les registres si elle est d’un autre membre.
error-409 = Quelqu’un l’a modifié entre-temps.
error-409-next = Regardez ce qui a changé, puis décidez de nouveau. Ce que vous avez saisi est conservé.
error-413 = C’est plus grand que ce qui peut être envoyé.
error-413-next = Envoyez-le par parties.
error-422 = Une saisie manque ou est impossible.
error-422-next = Les champs concernés disent ce qui ne va pas.
error-429 = Trop de requêtes.
error-429-next = Attendez une minute.
error-500 = Quelque chose a échoué ici. Rien n’a été écrit.
error-500-next = Réessayez ; si l’échec persiste, communiquez le code ci-dessous à un administrateur.
error-503 = Les registres sont en cours de lecture.
error-503-next = Patientez un peu ; la page viendra d’elle-même.
error-script = Cette partie demande JavaScript ; le tableau voisin dit la même chose.
shell-said = Déclaré et signé : c’est inscrit au registre.
