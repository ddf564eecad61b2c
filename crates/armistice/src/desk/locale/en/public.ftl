# The public pages.
#
# Ids: public-….

public-what-known = What is known
public-what-not-known = What is not known
public-what-parties-say = What the parties say
public-what-agreement-says = What the agreement says
public-no-party-replied = No party has replied.
public-version = Version { $number }, { $day }
public-what-changed = What changed
public-first-version = First version
public-cite = Cite as
public-verify-page = Verify this page
public-digest = Digest
public-bundle = Download the proof bundle
public-withheld-person = { $count ->
    [one] { $count } source is withheld: risk to a person
    *[other] { $count } sources are withheld: risk to persons
  }
public-how-we-decide = How we decide
public-how-text = Reports are read into claims, each tied to its words. Claims of one act, place and time form an incident. An incident is held against each text of the agreement. Only the components decide, by the agreement’s own rule.
public-data = The data of this page
public-no-finding = This page is not a finding of any body.
public-sources = Sources
public-latest-reports = Latest reports
public-published = Published { $time }
public-empty = Nothing is published yet.
