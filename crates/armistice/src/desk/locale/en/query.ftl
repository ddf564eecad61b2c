# Lists: columns, filters, views, export.
#
# Ids: col-…, filter-…, view-…, list-…, export-….

# Columns
col-reference = Reference
col-title = Title
col-act = Act
col-what = What
col-when = When
col-when-said = When said
col-when-published = When published
col-when-received = When received
col-where = Where
col-place = Place
col-admin1 = Province
col-harm = Harm reported
col-status = Status
col-fact = Status of the fact
col-origins = Independent origins
col-alleged-author = Alleged author
col-affected = Affected
col-recorded-by = Recorded by
col-documents = Documents
col-claims = Claims
col-updated = Changed
col-kind = Kind
col-origin = Origin
col-age = Age
col-language = Language
col-outlet = Outlet
col-agency = Agency
col-member = Member
col-register = Register
col-agreement = Agreement
col-text = Text
col-clause = Term
col-bearer = To be performed by
col-due = Due
col-state = State
col-case = Case
col-stage = Stage
col-complainant = Complaint of
col-accused = Named in the complaint
col-number = Number
col-name = Name
col-role = Role
col-date = Date
col-from = From
col-to = To
col-precision = How exactly
col-distance = Distance
col-size = Size
col-digest = Digest
col-access = Access
col-note = Note

# Filters
filter-title = Filter
filter-words = Words
filter-since = Since
filter-until = Until
filter-any = Any
filter-only-changed = Only what changed since my last visit
filter-clear = Remove all filters
filter-remove = Remove the filter { $name }
filter-unknown = Nothing is known by the name { $name }.
filter-value-unknown = { $name } cannot be { $value }.
filter-help = Type words, or a name and a value such as status:open.
search-placeholder = Words, names, places, references
search-folding = Arabic forms and ways of writing a name in Latin letters are found together.

# Views
view-table = Table
view-cards = Cards
view-map = Map
view-timeline = Timeline
view-columns = Columns
view-density = Row height
sort-by = Sort by
sort-up = { $column }, ascending
sort-down = { $column }, descending

# How many
list-shown = { $shown } of { $total } shown
list-hidden = { $count ->
    [one] { $count } hidden by your access
    *[other] { $count } hidden by your access
  }
list-selected = { $count ->
    [one] { $count } selected
    *[other] { $count } selected
  }
list-empty = Nothing matches.
list-empty-next = Remove a filter, or widen the time.
list-none-yet = There is nothing here yet.
list-not-calm = No report is not the same as calm.
list-next-page = Next page
list-previous-page = Previous page
list-first-page = First page

# Saved searches
saved-searches = Saved searches
saved-search-name = Name of the search
saved-search-save = Save this search

# Bulk
bulk-all-matching = { $count ->
    [one] Apply to all that matches: { $count } item
    *[other] Apply to all that matches: { $count } items
  }
bulk-progress = { $done } done, { $failed } failed, { $left } to do
bulk-failed = What failed, and why
bulk-undo = Undo all of this

# Export
export-title = Export what is shown
export-exactly = { $count ->
    [one] Exactly this filtered set: { $count } row
    *[other] Exactly this filtered set: { $count } rows
  }
export-formulas = Cells that begin like a formula are written as text.
export-csv = CSV (tables)
export-xlsx = XLSX (spreadsheet)
export-geojson = GeoJSON (maps)
export-json = JSON (programs)
