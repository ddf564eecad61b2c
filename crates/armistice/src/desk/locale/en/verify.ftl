# Verifying a record, in the reader's own browser.
#
# Ids: verify-….

verify-title = Verify a record
verify-drop = Drop a proof bundle here, or choose a file
verify-choose = Choose a file
verify-local = It is checked in your browser; nothing is uploaded.
verify-valid = Valid
verify-invalid = Not valid
verify-cannot-tell = Cannot tell
verify-checking = Checking…
verify-contents-match = { $count ->
    [one] The contents match the signed list: { $count } file
    *[other] The contents match the signed list: { $count } files
  }
verify-signed-by = Signed by { $name }
verify-signature-bad = The signature of { $name } does not fit.
verify-in-register = In the register of { $name }, entry { $number }
verify-not-rewritten = Nothing of the register was rewritten.
verify-witnessed = { $count ->
    [one] Cosigned by { $count } witness
    *[other] Cosigned by { $count } witnesses
  }
verify-existed-before = Existed before { $time }
verify-existed-after = Not made before { $time }
verify-differs-at = { $name } differs from the list at byte { $number }.
verify-missing = { $name } is missing.
verify-limits = What this does not prove
verify-limits-truth = That the sources told the truth.
verify-limits-complete = That nothing else happened.
verify-offline = Without this page
verify-policy = Whose signatures are believed
verify-details = All steps of the check

# Members and witnesses
members-title = Members and witnesses
members-seen = Who has seen what
members-size = { $count ->
    [one] { $count } entry
    *[other] { $count } entries
  }
members-behind = { $count ->
    [one] { $count } entry behind
    *[other] { $count } entries behind
  }
members-up-to-date = up to date
members-last-heard = last heard of { $time }
members-never-heard = never heard of
members-quorum = { $count ->
    [one] { $count } witness needed
    *[other] { $count } witnesses needed
  }
members-split-view = One register was shown differently to two readers. The evidence is kept.
members-exchange-now = Exchange registers now
