# Lists: columns, filters, views, export.
#
# Ids: col-…, filter-…, view-…, list-…, export-….

# Columns
col-reference = Référence
col-title = Titre
col-act = Acte
col-what = Quoi
col-when = Quand
col-when-said = Date des propos
col-when-published = Date de publication
col-when-received = Date de réception
col-where = Où
col-place = Lieu
col-admin1 = Province
col-harm = Dommages signalés
col-status = Statut
col-fact = Statut du fait
col-origins = Origines indépendantes
col-alleged-author = Auteur allégué
col-affected = Touchés
col-recorded-by = Consigné par
col-documents = Documents
col-claims = Affirmations
col-updated = Modifié
col-kind = Type
col-origin = Origine
col-age = Ancienneté
col-language = Langue
col-outlet = Média
col-agency = Agence
col-member = Membre
col-register = Registre
col-agreement = Accord
col-text = Texte
col-clause = Clause
col-bearer = À exécuter par
col-due = Échéance
col-state = État
col-case = Affaire
col-stage = Étape
col-complainant = Plainte de
col-accused = Visé par la plainte
col-number = Numéro
col-name = Nom
col-role = Rôle
col-date = Date
col-from = Du
col-to = Au
col-precision = Précision
col-distance = Distance
col-size = Taille
col-digest = Empreinte
col-access = Accès
col-note = Note

# Filters
filter-title = Filtrer
filter-words = Mots
filter-since = Depuis
filter-until = Jusqu’au
filter-any = Tous
filter-only-changed = Seulement ce qui a changé depuis ma dernière visite
filter-clear = Retirer tous les filtres
filter-remove = Retirer le filtre { $name }
filter-unknown = Rien n’est connu sous le nom { $name }.
filter-value-unknown = { $name } ne peut être { $value }.
filter-help = Saisissez des mots, ou un nom et une valeur comme status:open.
search-placeholder = Mots, noms, lieux, références
search-folding = Les graphies arabes et les translittérations d’un nom sont trouvées ensemble.

# Views
view-table = Tableau
view-cards = Fiches
view-map = Carte
view-timeline = Chronologie
view-columns = Colonnes
view-density = Hauteur des lignes
sort-by = Trier par
sort-up = { $column }, croissant
sort-down = { $column }, décroissant

# How many
list-shown = { $shown } sur { $total } affichés
list-hidden = { $count ->
    [one] { $count } masqué par votre niveau d’accès
    *[other] { $count } masqués par votre niveau d’accès
  }
list-selected = { $count ->
    [one] { $count } sélectionné
    *[other] { $count } sélectionnés
  }
list-empty = Rien ne correspond.
list-empty-next = Retirez un filtre, ou élargissez la période.
list-none-yet = Il n’y a encore rien ici.
list-not-calm = L’absence de signalement n’est pas le calme.
list-next-page = Page suivante
list-previous-page = Page précédente
list-first-page = Première page

# Saved searches
saved-searches = Recherches enregistrées
saved-search-name = Nom de la recherche
saved-search-save = Enregistrer cette recherche

# Bulk
bulk-all-matching = { $count ->
    [one] Appliquer à tout ce qui correspond : { $count } élément
    *[other] Appliquer à tout ce qui correspond : { $count } éléments
  }
bulk-progress = { $done } faits, { $failed } échoués, { $left } restants
bulk-failed = Ce qui a échoué, et pourquoi
bulk-undo = Tout annuler

# Export
export-title = Exporter ce qui est affiché
export-exactly = { $count ->
    [one] Exactement cet ensemble filtré : { $count } ligne
    *[other] Exactement cet ensemble filtré : { $count } lignes
  }
export-formulas = Les cellules qui commencent comme une formule sont écrites en texte.
export-csv = CSV (tableaux)
export-xlsx = XLSX (tableur)
export-geojson = GeoJSON (cartes)
export-json = JSON (programmes)
