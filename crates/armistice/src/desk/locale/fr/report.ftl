# Reports: making, previewing, publishing.
#
# Ids: report-….

report-title = Rapports
report-number = Rapport n° { $number }
report-period = Période
report-cut-off = Déclarations prises en compte jusqu’au { $time }
report-edition = Édition
report-make = Établir un rapport
report-preview = Aperçu
report-issue = Émettre ce rapport
report-issued = émis le { $time }
report-supersedes = remplace le rapport n° { $number }
report-same-everywhere = Qui a ces registres à ces tailles recalcule ce rapport à l’octet près.
report-partisan-words = Mots d’une partie dans votre texte
report-partisan-next = Gardez-les entre guillemets avec leur auteur, ou employez le nom neutre { $name }.
report-languages = Langues du rapport
report-download-pdf = PDF (à imprimer)
report-download-html = Page web
report-objected = { $name } s’oppose à la publication
report-withheld = { $count ->
    [one] { $count } élément est retenu ; le motif figure à sa place
    *[other] { $count } éléments sont retenus ; les motifs figurent à leur place
  }
report-empty = Aucun rapport n’a encore été émis.
report-empty-next = Un aperçu peut être établi à tout moment ; il n’est signé qu’à l’émission.
