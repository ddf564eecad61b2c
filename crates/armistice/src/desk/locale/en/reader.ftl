# The document reader.
#
# Ids: reader-….

reader-title = Document { $id }
reader-original = Original
reader-clean = Main text
reader-cut = Cut text
reader-cut-why = cut: { $reason }
reader-captured = Captured
reader-file = File
reader-digest = Digest of the bytes
reader-published = Published
reader-date-used = used
reader-date-ignored = not used
reader-dates = Dates on the page
reader-why-date = Why this date, and no narrower one
reader-outlet-unknown = outlet not known
reader-byline = Byline
reader-chain = Who says that who says it
reader-claims = Claims
reader-no-claims = No claim was read out of this document.
reader-no-claims-why = Its language may not be read, or it tells of no act.
reader-copied-run = copied run
reader-run-words = { $count ->
    [one] { $count } word in common
    *[other] { $count } words in common
  }
reader-copy-of = Shares text with
reader-side-by-side = Side by side
reader-found-there = { $share } of this text is found there
reader-run-quoted = inside a quotation
reader-run-edited = reworded
reader-accepted = accepted
reader-rejected = rejected
reader-corrected = corrected
reader-not-looked-at = not looked at
reader-writes-exactly = What is written is exactly what is shown here.
reader-rules = Rules that made it
reader-warnings = Warnings of the reader
reader-origin-inferred = inferred from copied runs
reader-original-words = Words of the document, in its own language
reader-translation-by = Translation by { $name }; the original stands above.
reader-next = Next document
reader-previous = Previous document
reader-withheld = withheld: { $reason }

# Also on the page
reader-text = Text of the document
reader-copies = Documents that share text
reader-no-copies = No other document shares text with it.
reader-origin = All of this origin
reader-missing = The text cannot be shown.
reader-runs = shared runs: { $runs }, words in common: { $words }
