# The page of an incident, and the comparison of candidates.
#
# Ids: incident-…, compare-….

incident-title = Incident { $reference }
incident-reported = Signalé, non constaté.
incident-act = Acte
incident-when = Quand
incident-where = Où
incident-harm = Dommages signalés
incident-harm-none-stated = aucun nombre précisé
incident-alleged-authors = Auteurs allégués
incident-alleged-by = { $author } – allégué par { $speaker }
incident-author-not-said = personne n’est désigné comme auteur
incident-sources-folded = { $count ->
    [one] { $count } élément, copies repliées sous leur origine
    *[other] { $count } éléments, copies repliées sous leur origine
  }
incident-contradictions = Contradictions
incident-no-contradictions = Les affirmations ne divergent sur rien.
incident-denials = Démentis
incident-terms = Clauses en cause
incident-in-one-text = Selon le texte { $text }
incident-replies = Réponses
incident-not-asked = pas encore sollicité
incident-asked = sollicité le { $day }
incident-no-reply = pas de réponse ; ce n’est pas un aveu
incident-next-check = Prochaine vérification
incident-history = Historique
incident-sources = Sources
incident-summary = Résumé
incident-timeline = Chronologie
incident-public-preview = Aperçu public
incident-why-linked = Pourquoi ces affirmations forment un incident
incident-why-status = Pourquoi ce statut
incident-aggregate = Couvre une durée et ne compte dans aucun chiffre
incident-only-area = Seule la zone est connue ; aucun point n’est tracé.
incident-own-word = Le mot de la source : { $word }
incident-related-cases = Affaires
incident-propose = Ouvrir une affaire
compare-title = Ces deux-là sont-ils le même ?
compare-same = Identique
compare-different = Différent
compare-unsure = Incertain
compare-reasons = Ce qui va dans un sens et dans l’autre
compare-wins = Le jugement d’une personne l’emporte sur celui du programme.
compare-disagree = Les membres jugent différemment
compare-left = { $count ->
    [one] { $count } paire restante
    *[other] { $count } paires restantes
  }
compare-empty = Aucune paire n’attend de jugement.

# Also on the page
incident-facts = Ce qui est signalé
incident-claims = { $n ->
    [one] { $n } affirmation
    *[other] { $n } affirmations
  }
incident-linked = Pourquoi ces affirmations forment un incident
incident-next = Ce qui changerait cela
incident-no-agreement = Aucun accord n’est ici pour l’examiner.
incident-questions = Les questions, une à une
incident-nobody-asked = Personne n’a encore été sollicité.
incident-answered = a répondu
incident-not-answered = pas de réponse pour l’instant ; ce n’est pas un aveu ; délai jusqu’au
incident-called = { $act }, { $place }, { $when }
history-back = Retour à l’incident
history-order = Dans l’ordre où les lit quiconque détient les registres. Les heures sont celles que donnent les auteurs.
history-basis-whole = Les changements sont calculés sur tout ce que contenaient les registres à chaque point.
history-basis-own-documents = La mission est grande : les changements sont calculés sur les seules déclarations à propos de cet incident.
history-statements = { $n ->
    [one] { $n } déclaration
    *[other] { $n } déclarations
  }
history-recorded-by = Consigné par { $member }
history-proof = Preuve
history-in-doubt = En doute : la déclaration { $index } dit que la clé était en d’autres mains.
history-meanwhile = Entre-temps, par des déclarations sur d’autres choses :
history-began = À partir d’ici, le dossier contenait cet incident.
history-ended = À partir d’ici, le dossier ne le contenait plus.
history-claims-added = { $n ->
    [one] { $n } allégation ajoutée
    *[other] { $n } allégations ajoutées
  }
history-claims-removed = { $n ->
    [one] { $n } allégation sortie
    *[other] { $n } allégations sorties
  }
history-spread = Incidents où se trouvaient ses allégations d’aujourd’hui
history-then = puis
history-not-composed = Ce qu’elle a changé n’a pas été calculé : il y a trop de déclarations.
history-verify = Qui détient une preuve la vérifie ici, ou avec son propre programme :
