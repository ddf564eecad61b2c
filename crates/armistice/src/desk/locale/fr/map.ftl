# The map and the timeline.
#
# Ids: map-…, timeline-….

map-legend = Légende
map-shape-kind = La forme indique le type d’acte
map-shape-circle = Cercle : tirs d’armes légères
map-shape-square = Carré : tirs d’artillerie ou de roquettes
map-shape-triangle = Triangle : frappe aérienne ou de drone
map-shape-diamond = Losange : terrain, mouvements, armes dans les zones
map-shape-cross = Croix : accès et aide
map-shape-hexagon = Hexagone : détention, personnes
map-shape-other = Autre forme : autres actes
map-fill-status = Le remplissage indique le statut
map-fill-hollow = Vide : signalé
map-fill-half = À moitié : corroboré
map-fill-full = Plein : décidé
map-fill-crossed = Barré : pas une violation
map-fill-dotted = Contour pointillé : contesté
map-halo = L’anneau indique la précision du lieu
map-area-shaded = Zone ombrée avec un nombre : seule la province est connue
map-hatched = Hachuré : non observé
map-border-exact = Limite continue : exacte
map-border-indicative = Limite tiretée : indicative
map-zone-no-geometry = Zone sans limite connue ; elle est dans le tableau.
map-no-place = { $count ->
    [one] { $count } incident sans lieu à tracer ; voir le tableau
    *[other] { $count } incidents sans lieu à tracer ; voir le tableau
  }
map-boundary-note = Les frontières et les noms de cette carte n’impliquent ni reconnaissance ni acceptation par le mécanisme ou ses membres.
map-base-credit = Fond de carte : Natural Earth, domaine public
map-offline = La carte est dans ce programme ; rien n’est demandé à un autre hôte.
map-table-beside = La même chose en tableau
map-layers = Couches
map-layer-incidents = Incidents
map-layer-zones = Zones des accords
map-layer-coverage = Couverture

# Timeline
timeline-title = Chronologie
timeline-bar = Du moment le plus tôt au plus tard possible
timeline-agreement-start = entrée en vigueur de l’accord
timeline-no-time = { $count ->
    [one] { $count } incident sans date connue
    *[other] { $count } incidents sans date connue
  }
timeline-brush = Choisissez une durée ; le tableau et la carte suivent.
timeline-happened = Moment des faits
timeline-said = Moment des propos
timeline-published = Moment de la publication
timeline-received = Moment où nous l’avons reçu
timeline-day-no-coverage = jour sans couverture
ground-beside = Zones, et ce qui pouvait y être vu
ground-zones = Zones des accords en vigueur
ground-not-drawn = Sa limite n’est pas connue ; elle n’est pas tracée.
ground-coverage = Ce qui pouvait être vu
ground-legend = Hachuré : il est consigné pour chaque jour affiché que personne n’y a observé. Uni : observé, différent selon les jours, ou non connu ; le tableau dit lequel.
ground-rest-unknown = Pour toute zone absente du tableau, rien n’est consigné : ce qui pouvait y être vu n’est pas connu.
ground-uncovered = Jours où il est consigné que personne ne pouvait voir, et nulle part que quelqu’un le pouvait :
ground-what = Les jours affichés
ground-undated = Entrées dont le jour n’est pas connu
ground-seen-observed = observé
ground-seen-partly = observé en partie
ground-seen-not-observed = non observé
ground-seen-not-known = non connu
ground-seen-mixed = différent selon les jours
