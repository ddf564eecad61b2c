# The map and the timeline.
#
# Ids: map-…, timeline-….

map-legend = Legend
map-shape-kind = The shape says what kind of act
map-shape-circle = Circle: small-arms fire
map-shape-square = Square: shelling
map-shape-triangle = Triangle: air or drone strike
map-shape-diamond = Diamond: ground, movement, weapons in zones
map-shape-cross = Cross: access and aid
map-shape-hexagon = Hexagon: detention, persons
map-shape-other = Other shape: other acts
map-fill-status = The filling says the status
map-fill-hollow = Hollow: reported
map-fill-half = Half: corroborated
map-fill-full = Full: determined
map-fill-crossed = Crossed out: not a violation
map-fill-dotted = Dotted outline: disputed
map-halo = The ring says how exactly the place is known
map-area-shaded = Shaded area with a number: only the province is known
map-hatched = Hatched: not observed
map-border-exact = Solid border: exact
map-border-indicative = Dashed border: indicative
map-zone-no-geometry = Zone without a known border; it is in the table.
map-no-place = { $count ->
    [one] { $count } incident without a place that can be drawn; see the table
    *[other] { $count } incidents without a place that can be drawn; see the table
  }
map-boundary-note = Borders and names on this map do not imply recognition or acceptance by the mechanism or its members.
map-base-credit = Base map: Natural Earth, public domain
map-offline = The map is in this program; nothing is asked of another host.
map-table-beside = The same in a table
map-layers = Layers
map-layer-incidents = Incidents
map-layer-zones = Zones of the agreements
map-layer-coverage = Coverage

# Timeline
timeline-title = Timeline
timeline-bar = From the earliest to the latest time it can have been
timeline-agreement-start = the agreement takes effect
timeline-no-time = { $count ->
    [one] { $count } incident without a known time
    *[other] { $count } incidents without a known time
  }
timeline-brush = Choose a stretch of time; the table and the map follow.
timeline-happened = When it happened
timeline-said = When it was said
timeline-published = When it was published
timeline-received = When we got it
timeline-day-no-coverage = day without coverage
ground-beside = Zones, and what could be seen there
ground-zones = Zones of the agreements in force
ground-not-drawn = Its border is not known; it is not drawn.
ground-coverage = What could be seen
ground-legend = Hatched: it is entered of every day shown that nobody observed there. Plain: observed, not the same on all days, or not known; the table says which.
ground-rest-unknown = Of every area that is not in the table nothing is entered: what could be seen there is not known.
ground-uncovered = Days on which it is entered that nobody could see, and nowhere that anybody could:
ground-what = In the days shown
ground-undated = Entries whose day is not known
ground-seen-observed = observed
ground-seen-partly = observed in part
ground-seen-not-observed = not observed
ground-seen-not-known = not known
ground-seen-mixed = not the same on all days
