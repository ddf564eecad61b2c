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
reviews = What people say of it
review-unreviewed = not looked at
review-accepted = accepted
review-rejected = rejected
review-corrected = corrected
review-disputed = members disagree
review-stale = looked at in another reading
review-withdrawn = taken back
review-of-other = of another reading
review-set-aside = Set aside: it counts for no incident and no origin.
review-disputed-why = Members disagree. It counts as it was read, and all that they say stands here.
review-reason = Reason; a rejection needs one
review-accept = Accept
review-reject = Reject
review-correct = Correct
review-undo = Take my review back
review-as-read = As it was read
review-correct-how = Fill in only what you read otherwise. The words of the source stay as they are, and your reading stands beside what was read.
claim-field-act = the act
claim-field-alleged-authors = the alleged author
claim-field-affected = who is affected
claim-field-place = the place
claim-field-time = the time
claim-field-counts = the figures
claim-field-recorded-by = who says it first
field-unstated = Not stated in the words
field-author = Alleged author
field-count = Figures, such as killed:civilians=5..7
field-act = Act
field-polarity = Said or denied
