# The document reader.
#
# Ids: reader-….

reader-title = Document { $id }
reader-original = Original
reader-clean = Texte principal
reader-cut = Texte retranché
reader-cut-why = retranché : { $reason }
reader-captured = Capturé
reader-file = Fichier
reader-digest = Empreinte des octets
reader-published = Publié
reader-date-used = retenue
reader-date-ignored = non retenue
reader-dates = Dates de la page
reader-why-date = Pourquoi cette date, et pas une plus précise
reader-outlet-unknown = média non connu
reader-byline = Signature
reader-chain = Qui rapporte les propos de qui
reader-claims = Affirmations
reader-no-claims = Aucune affirmation n’a été lue dans ce document.
reader-no-claims-why = Sa langue n’est peut-être pas lue, ou il ne relate aucun acte.
reader-copied-run = passage copié
reader-run-words = { $count ->
    [one] { $count } mot en commun
    *[other] { $count } mots en commun
  }
reader-copy-of = Partage du texte avec
reader-side-by-side = Côte à côte
reader-found-there = { $share } de ce texte s’y trouve
reader-run-quoted = dans une citation
reader-run-edited = reformulé
reader-accepted = acceptée
reader-rejected = rejetée
reader-corrected = corrigée
reader-not-looked-at = non examinée
reader-writes-exactly = Ce qui est écrit est exactement ce qui est montré ici.
reader-rules = Règles qui l’ont produite
reader-warnings = Avertissements de la lecture
reader-origin-inferred = déduite des passages copiés
reader-original-words = Mots du document, dans sa langue
reader-translation-by = Traduction de { $name } ; l’original est au-dessus.
reader-next = Document suivant
reader-previous = Document précédent
reader-withheld = retenu : { $reason }

# Also on the page
reader-text = Texte du document
reader-copies = Documents qui partagent du texte
reader-no-copies = Aucun autre document ne partage du texte avec lui.
reader-origin = Tout ce qui vient de cette origine
reader-missing = Le texte ne peut être montré.
reader-runs = passages communs : { $runs }, mots en commun : { $words }
reviews = Ce qu’en disent les personnes qui l’ont examiné
review-unreviewed = non examiné
review-accepted = accepté
review-rejected = rejeté
review-corrected = corrigé
review-disputed = désaccord entre membres
review-stale = examiné dans une autre lecture
review-withdrawn = retiré
review-of-other = sur une autre lecture
review-set-aside = Mis de côté : il ne compte pour aucun incident ni aucune origine.
review-disputed-why = Les membres ne sont pas d’accord. Il compte tel qu’il a été lu, et tout ce qu’ils disent figure ici.
review-reason = Motif ; un rejet en demande un
review-accept = Accepter
review-reject = Rejeter
review-correct = Corriger
review-undo = Retirer mon examen
review-as-read = Tel qu’il a été lu
review-correct-how = Remplissez seulement ce que vous lisez autrement. Les mots de la source restent, et votre lecture figure à côté de ce qui a été lu.
claim-field-act = l’acte
claim-field-alleged-authors = l’auteur allégué
claim-field-affected = qui est touché
claim-field-place = le lieu
claim-field-time = le moment
claim-field-counts = les chiffres
claim-field-recorded-by = qui le dit en premier
field-unstated = Non dit dans les mots
field-author = Auteur allégué
field-count = Chiffres, par exemple killed:civilians=5..7
field-act = Acte
field-polarity = Affirmé ou nié
