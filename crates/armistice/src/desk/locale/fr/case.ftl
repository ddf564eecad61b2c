# Cases: stages, clocks, findings, opinions, determination.
#
# Ids: case-…, finding-…, opinion-…, determination-….

case-title = Affaire { $number }
case-no-number = pas encore de numéro
case-stage = Étape
case-next-steps = Ce qui peut être fait maintenant
case-no-step = Rien ne peut être fait maintenant ; voyez les délais.
case-allegation = Allégation, dans les mots de la plainte
case-complaint-of = Plainte de { $complainant }
case-accused = Visés par la plainte
case-urgent = urgent
case-clocks = Délais
case-clock-owner = à la charge de { $name }
case-due = échéance : { $time }
case-incidents = Incidents de l’affaire
case-evidence = Éléments par question
case-supports = va dans ce sens
case-against = va à l’encontre
case-silent = silencieux
case-empty-column = Rien encore sur cette question.
case-fairness = Les mêmes questions ont-elles été posées à toutes les parties ?
case-access = Accès
case-access-requested = demandé { $time }
case-replies = Réponses
case-reply-verbatim = Réponse de { $name }, dans ses propres mots
case-no-answer = Aucune réponse de { $name } à temps. Ce n’est pas un aveu.
case-disclosure = Ce que chaque partie peut voir
case-shareable = communicable
case-sealed = scellé
case-history = Ce que les membres ont dit, dans l’ordre
case-irregular = Conservé sans effet
case-refused = Ceci ne peut être fait
case-refused-code = Refus { $code }
case-empty = Il n’y a encore aucune affaire.
case-empty-next = Une affaire commence par une plainte, ou par un incident que le mécanisme prend lui-même.
case-receive = Consigner une plainte
case-register = Lui donner un numéro
case-screen = Trier
case-open-investigation = Ouvrir une enquête
case-task = Confier une tâche à une équipe
case-request-access = Demander l’accès
case-give-notice = Notifier
case-hand-in-answer = Remettre une réponse
case-close = Demander la clôture
case-reopen = Rouvrir
case-object = Objecter
case-remedy = Demander une mesure corrective

# Findings
finding-title = Constatation
finding-make = Faire une constatation
finding-standard = Niveau de preuve atteint
finding-basis = Ce sur quoi elle repose
finding-contrary = En sens contraire, et examiné
finding-by = Constatation de { $name }

# Opinions and determination
draft-title = Projet { $id }
draft-present = Présenter un projet
draft-closes = ouvert jusqu’au { $time }
draft-changed = Le texte a changé depuis ; les avis sur le texte antérieur sont caducs.
opinion-title = Avis des composantes
opinion-give = Donner un avis
opinion-reasons = Motifs, publiés avec la décision
opinion-not-yet = pas encore d’avis
opinion-signed = signé { $time }
opinion-representatives = { $count ->
    [one] soutenu par { $count } représentant
    *[other] soutenu par { $count } représentants
  }
opinion-recused-why = ne participe pas, étant nommé
determination-title = Décision
determination-none = Pas de décision
determination-by = Décidé par { $body } le { $day }
determination-nobody-writes = Personne n’écrit une décision : elle découle des avis selon la règle de l’accord.
determination-outcome = Issue
determination-attribution = Attribution
determination-standard = Niveau de preuve
determination-rule = Règle de décision
determination-quorum = Quorum
determination-dissent = Dissidences et réserves, mot pour mot
determination-origins-needed = { $count ->
    [one] Le niveau de preuve demande au moins { $count } origine indépendante, ou un aveu.
    *[other] Le niveau de preuve demande au moins { $count } origines indépendantes, ou un aveu.
  }
determination-origins-found = { $count ->
    [one] { $count } trouvée.
    *[other] { $count } trouvées.
  }
determination-offer-open = Laisser ouvert : signalé, une seule origine
determination-offer-ask = Interroger d’abord la partie

# Also on the page
case-new = Nouvelle affaire
case-new-why = Une affaire commence par une plainte, ou par une question que le mécanisme prend lui-même. Cela ne dit rien de sa réalité.
case-open = Ouvrir une affaire
case-tab-case = Affaire
case-tab-decision = Avis et décision
case-received-by = Reçue par
case-steps = Étapes
case-matrix = Éléments par question
case-matrix-empty = Il n’y a encore rien à examiner.
case-matrix-legend = + va dans ce sens, − va à l’encontre, · silencieux
case-findings = Constatations
case-no-findings = Aucune constatation n’a encore été faite.
case-superseded = remplacée par
case-late = hors délai
case-time-passed = Le délai s’est écoulé.
case-opinions-complete = Tous les avis sont rendus.
case-opinions = Avis
case-opinions-until = Avis jusqu’au
case-no-draft = Aucun projet n’est devant les composantes.
case-draft = Projet { $n }
case-draft-replaced = Ce projet a été remplacé ; les avis sur lui sont caducs.
case-digest = Déclaration correspondante
case-void = caduc
case-standard = niveau de preuve
case-quorum = Quorum
case-concerned = nommé dans le projet
