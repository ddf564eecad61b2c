# Reports: making, previewing, publishing.
#
# Ids: report-….

report-title = Reports
report-number = Report no. { $number }
report-period = Period
report-cut-off = Statements are taken in up to { $time }
report-edition = Edition
report-make = Make a report
report-preview = Preview
report-issue = Issue this report
report-issued = issued { $time }
report-supersedes = takes the place of report no. { $number }
report-same-everywhere = Whoever has these registers at these sizes computes this report again, byte for byte.
report-partisan-words = Words of a side in your text
report-partisan-next = Keep them in quotation marks with their speaker, or use the neutral name { $name }.
report-languages = Languages of the report
report-download-pdf = PDF (to print)
report-download-html = Web page
report-objected = { $name } objects to the publication
report-withheld = { $count ->
    [one] { $count } item is withheld; the reason stands in its place
    *[other] { $count } items are withheld; the reasons stand in their place
  }
report-empty = No report was issued yet.
report-empty-next = A preview can be made at any time; it is signed only when it is issued.
