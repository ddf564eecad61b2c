# The words for enumerations: kind and value.
#
# Where the report has a word for the same thing, it is the same word (a test compares them).

# act
act-none = Acte non précisé
act-small-arms-fire = Tirs d’armes légères
act-shelling = Tirs d’artillerie ou de roquettes
act-direct-heavy-fire = Tirs directs d’armes lourdes
act-air-strike = Frappe aérienne
act-drone-strike = Frappe de drone
act-bombardment = Bombardement, moyen non précisé
act-armed-clash = Affrontement armé
act-ground-assault = Assaut terrestre
act-raid = Raid
act-explosive = Mine ou engin explosif
act-suicide-attack = Attentat-suicide
act-chemical-attack = Emploi d’un agent chimique
act-attack = Attaque, moyen non précisé
act-seizure-of-ground = Avancée ou prise de terrain
act-fortification = Nouvelle position ou fortification
act-troop-movement = Mouvement de forces
act-weapon-in-zone = Arme lourde là où elle n’est pas autorisée
act-overflight = Survol
act-killing = Homicide
act-injury = Blessure
act-attack-on-protected-object = Attaque contre un bien protégé
act-abduction = Enlèvement
act-arrest = Arrestation ou détention
act-forced-recruitment = Enrôlement forcé
act-sexual-violence = Violence sexuelle
act-forced-displacement = Déplacement forcé
act-destruction-of-property = Destruction de biens
act-siege = Siège ou blocus
act-aid-obstruction = Entrave à l’aide
act-aid-delivery = Acheminement de l’aide
act-utility-cut = Coupure d’eau ou d’électricité
act-closure = Fermeture d’une route ou d’un passage
act-release-of-detainees = Libération de détenus
act-obstruction-of-monitors = Entrave aux observateurs
act-attack-on-monitors = Attaque contre les observateurs
act-sensor-interference = Interférence avec les capteurs
act-incitement = Incitation
act-provocation = Provocation, sans précision
act-non-performance = Inexécution d’une obligation
act-violation-unspecified = Violation alléguée, sans précision
act-signing = Signature
act-talks = Pourparlers
act-withdrawal = Retrait
act-disarmament = Désarmement
act-ceasefire-upkeep = Maintien du cessez-le-feu
act-monitoring-set-up = Mise en place de l’observation

# fact
fact-unassessed = non évalué
fact-unverified = non vérifié : seules des parties au conflit le disent
fact-single-origin = une seule origine
fact-corroborated = corroboré
fact-verified = vérifié par le mécanisme
fact-contradicted = contredit
fact-refuted = réfuté par le mécanisme
fact-not-verifiable = invérifiable

# count
count-killed = tués
count-injured = blessés
count-casualties = tués ou blessés
count-missing = disparus
count-detained = détenus
count-abducted = enlevés
count-released = libérés
count-displaced = déplacés
count-violations = violations, selon le décompte de qui les consigne
count-strikes = frappes
count-rounds = projectiles
count-explosions = explosions
count-attacks = attaques
count-vehicles = véhicules
count-buildings = bâtiments
count-settlements = localités
count-persons = personnes présentes
count-other = autre

# person
person-civilians = civils
person-children = enfants
person-women = femmes
person-fighters = combattants
person-soldiers = soldats
person-monitors = observateurs
person-all = tous, sans distinction
person-unknown = statut inconnu

# place-precision
place-precision-exact = exact
place-precision-settlement = localité
place-precision-near = à proximité
place-precision-admin3 = connu au niveau du sous-district seulement
place-precision-admin2 = connu au niveau du district seulement
place-precision-admin1 = connu au niveau de la province seulement
place-precision-region = connu au niveau de la région seulement
place-precision-country = connu au niveau du pays seulement
place-precision-unknown = lieu non connu

# complainant
complainant-public = une personne du public
complainant-own-initiative = le mécanisme lui-même

# outcome
outcome-not-an-incident = n’est pas un incident au sens de l’accord
outcome-relevant-incident-no-violation = incident pertinent, pas de violation
outcome-minor-violation = violation mineure
outcome-serious-violation = violation grave

# attribution
attribution-attributed = attribué à
attribution-probably-attributed = probablement attribué à
attribution-not-attributed = non attribué
attribution-several = attribué à plusieurs

# not-determined
not-determined-unanimous = à l’unanimité
not-determined-qualified = avec réserves
not-determined-majority-with-dissent = à la majorité, avec dissidence
not-determined-no-quorum = quorum non atteint
not-determined-deadlock = blocage
not-determined-lapsed = la procédure de silence a expiré
not-determined-seats-contested = des sièges sont contestés
not-determined-standard-not-reached = le niveau de preuve n’est pas atteint
not-determined-facts-only = selon l’accord, personne ne décide
not-determined-pending = en cours
not-determined-dismissed = écarté lors du tri
not-determined-withdrawn = la plainte a été retirée
not-determined-settled = le différend a été réglé sur place ; le fait demeure
not-determined-closed = clos sans décision

# position
position-concur = souscrit
position-concur-in-part = souscrit en partie
position-dissent = est en désaccord
position-recuse = se récuse
position-no-opinion = n’a pas d’avis
position-silent = n’a pas donné d’avis à temps
position-consents-by-silence = n’a pas donné d’avis à temps, ce que l’accord tient pour un consentement
position-too-few = moins de présents qu’il n’en faut
position-unseated = personne n’occupe son siège
position-contested = son siège est contesté

# finding-about
finding-about-fact = fait
finding-about-attribution = attribution
finding-about-clause = une clause
finding-about-area = qui tenait la zone
finding-about-condition = une condition

# reached
reached-none = non établi
reached-suspicion = soupçon raisonnable
reached-reasonable-grounds = motifs raisonnables de croire
reached-balance-of-probabilities = prépondérance des probabilités
reached-clear-and-convincing = preuve claire et convaincante

# answer
answer-yes = oui
answer-no = non
answer-cannot-be-determined = ne peut être déterminé

# means
means-heard = entendu
means-saw = vu
means-camera = caméra
means-uav = drone du mécanisme
means-satellite = satellite
means-sensor = capteur
means-patrol = patrouille
means-post = poste
means-reports = rapports de tiers

# watch
watch-observed = comme prévu
watch-limited = en partie
watch-not-observed = pas du tout
watch-no-entry = aucune saisie

# hindrance
hindrance-none = aucune
hindrance-outage = panne d’équipement
hindrance-access-denied = accès refusé
hindrance-jamming = brouillage
hindrance-weather = météo
hindrance-insecurity = insécurité
hindrance-no-post = personne sur place
hindrance-withdrawn = personnel retiré
hindrance-language = langue non lue
hindrance-not-stated = non précisé

# access-outcome
access-outcome-granted = accordé
access-outcome-denied = refusé
access-outcome-delayed = retardé
access-outcome-conditional = sous conditions
access-outcome-no-answer = sans réponse
access-outcome-open = ouvert
access-outcome-disputed = les membres disent des choses différentes

# call
call-de-escalated = cela a cessé
call-undertaken = promesse d’arrêt
call-denied = nié
call-no-contact = personne n’a pu être joint
call-continued = cela a continué
call-open = ouvert
call-overdue = sans réponse à temps
call-disputed = les membres disent des choses différentes
call-answered = répondu

# counted
counted-violations = violations, au sens de qui les consigne
counted-incidents = incidents
counted-complaints = plaintes
counted-fatal-events = événements mortels d’un jeu de données
counted-observations = observations

# standing
standing-recorded = la liste de qui consigne
standing-party-declared = déclaré par une partie
standing-verified = vérifié par le mécanisme
standing-open = en cours
standing-met = respecté
standing-late = en retard
standing-overdue = dépassé
standing-over = terminé
standing-stopped = arrêté
standing-not-shown = non montré

# sum
sum-agrees = concordent
sum-differs = ne concordent pas
sum-incomplete = invérifiable
sum-disputed = saisi différemment par les membres

# scope
scope-in-scope = dans le champ (violation alléguée)
scope-out-of-scope = hors champ
scope-cannot-be-determined = ne peut être déterminé

# question
question-in-time = dans la période ?
question-in-territory = dans le territoire ?
question-between-parties = entre les parties ?
question-excluded-actor = acteur exclu ?
question-excluded-area = zone exclue ?
question-act-prohibited = acte interdit ?
question-exception = exception ?

# observed
observed-explosion = explosions
observed-burst = rafales
observed-shot = coups de feu
observed-projectile = projectiles en vol
observed-flare = fusées éclairantes
observed-overflight = survols
observed-weapon = armes
observed-vehicle = véhicules
observed-convoy-item = éléments d’un convoi
observed-impact = traces d’impact

# cell
cell-matched = même chiffre
cell-only-a = le premier seulement
cell-only-b = le second seulement
cell-disagree = chiffres différents
cell-not-stated = non précisé par l’un
cell-place-open = les mêmes mots, peut-être deux lieux

# change
change-new = nouveau
change-gone = il n’en reste rien
change-act = acte
change-place = lieu
change-time = date
change-status = statut du fait
change-origins = origines indépendantes
change-counts = chiffres

# recorder
recorder-guarantor = garant
recorder-other = tiers

# obligation-state
obligation-state-open = ouverte, sans date
obligation-state-due-on = échéance à venir
obligation-state-met-in-time = exécution signalée dans les délais
obligation-state-met-late = exécution signalée en retard
obligation-state-overdue = échue, aucune exécution signalée
obligation-state-extended = prolongée d’un commun accord
obligation-state-contested = les rapports divergent
obligation-state-cannot-be-determined = ne peut être déterminé

# performance
performance-done = exécutée
performance-partly = exécutée en partie
performance-not-done = non exécutée
performance-extended = prolongée d’un commun accord

# bearer
bearer-all-parties = toutes les parties
bearer-all-guarantors = tous les garants

# remedy
remedy-done = faite et vérifiée
remedy-partly = faite en partie
remedy-refused = refusée
remedy-undertaken = promise
remedy-overdue = échue
remedy-open = ouverte

# progress
progress-done = faite et vérifiée
progress-partly = faite en partie
progress-refused = refusée
progress-undertaken = promise
progress-overdue = échue
progress-open = ouverte

# stage
stage-received = reçue
stage-registered = enregistrée
stage-screened-out = écartée au tri, d’autres peuvent objecter
stage-preliminary-assessment = évaluation préliminaire
stage-opened = ouverte
stage-tasked = confiée à une équipe
stage-under-verification = en vérification
stage-access-blocked = accès bloqué
stage-facts-established = faits établis
stage-not-verifiable = invérifiable
stage-notice-sent = notification envoyée
stage-component-review = devant les composantes
stage-response-received = réponses reçues
stage-no-response = sans réponse à temps
stage-draft = un projet est devant les composantes
stage-determined = décidée
stage-not-determined = non décidée
stage-remedial-action-requested = mesure corrective demandée
stage-follow-up = en suivi
stage-closed = close
stage-reopened = rouverte

# case-state
case-state-received = reçue
case-state-registered = enregistrée
case-state-screened-out = écartée au tri, d’autres peuvent objecter
case-state-preliminary-assessment = évaluation préliminaire
case-state-opened = ouverte
case-state-tasked = confiée à une équipe
case-state-under-verification = en vérification
case-state-access-blocked = accès bloqué
case-state-facts-established = faits établis
case-state-not-verifiable = invérifiable
case-state-notice-sent = notification envoyée
case-state-component-review = devant les composantes
case-state-response-received = réponses reçues
case-state-no-response = sans réponse à temps
case-state-draft = un projet est devant les composantes
case-state-determined = décidée
case-state-not-determined = non décidée
case-state-remedial-action-requested = mesure corrective demandée
case-state-follow-up = en suivi
case-state-closed = close
case-state-reopened = rouverte

# text-status
text-status-authentic = authentique
text-status-leaked = publié par un autre
text-status-draft = projet
text-status-unknown = non connu

# source
source-text = l’accord le dit
source-mechanism-default = l’accord est muet ; règle du mécanisme

# rule
rule-unanimous = unanimité
rule-consensus = consensus
rule-majority-per-constituency = majorité de chaque composante
rule-majority = majorité
rule-chair = le président décide
rule-facts-only = personne ne décide, seuls les faits sont rapportés

# standard
standard-credible-report = rapport crédible
standard-reasonable-grounds = motifs raisonnables de croire
standard-balance-of-probabilities = prépondérance des probabilités
standard-clear-and-convincing = preuve claire et convaincante

# redacted
redacted-source-protection = non montré : protection d’une source
redacted-observer-safety = non montré : sécurité des observateurs
redacted-operational = non montré : raisons opérationnelles

# stretch
stretch-baseline = avant l’entrée en vigueur de l’accord
stretch-first = à partir de là
stretch-previous = période précédente
stretch-now = période

# act-group
act-group-hostile = Emploi de la force
act-group-territorial = Terrain, positions, mouvements
act-group-persons = Contre des personnes et des biens protégés
act-group-humanitarian = Accès humanitaire
act-group-mechanism = Concernant le mécanisme
act-group-provocative = Actes provocateurs
act-group-non-performance = Inexécution
act-group-unspecified = Non précisé

# claim-kind
claim-kind-incident = incident
claim-kind-allegation = allégation
claim-kind-denial = démenti
claim-kind-total = total d’une guerre ou d’une période
claim-kind-agreement-fact = fait concernant l’accord ou les pourparlers
claim-kind-agreement-scope = ce que couvre un accord
claim-kind-demand = demande
claim-kind-pledge = engagement
claim-kind-condition = condition déclarée
claim-kind-proposal = proposition
claim-kind-plan = projet ou attente
claim-kind-refusal = refus
claim-kind-position = position
claim-kind-context = contexte

# polarity
polarity-asserted = affirmé
polarity-negated = nié
polarity-open = laissé ouvert

# chain-role
chain-role-outlet = média
chain-role-agency = agence de presse
chain-role-cited-outlet = média cité
chain-role-speaker = locuteur
chain-role-unnamed-source = source non nommée
chain-role-recorder = auteur du relevé
chain-role-document = document
chain-role-cited-group = groupe cité

# time-precision
time-precision-minute = à la minute près
time-precision-hour = à l’heure près
time-precision-part-of-day = partie de journée
time-precision-day = au jour près
time-precision-days = quelques jours
time-precision-week = à la semaine près
time-precision-month = au mois près
time-precision-year = à l’année près
time-precision-period = une période plus longue
time-precision-unknown = date non connue

# time-basis
time-basis-stated = indiqué dans les mots
time-basis-metadata = tiré des métadonnées de la page
time-basis-publication-line = tiré de la ligne de publication
time-basis-relative-to-publication = compté depuis la publication
time-basis-relative-to-copied-text = compté depuis le texte copié
time-basis-year-inferred = année déduite
time-basis-counted-from-agreement = compté depuis l’accord
time-basis-caption = tiré d’une légende
time-basis-not-before-newest-date = pas avant la date la plus récente du texte
time-basis-data-column = tiré d’une colonne d’un jeu de données
time-basis-unresolved = dit, mais ne peut être résolu
time-basis-not-stated = non précisé

# tense
tense-past = passé
tense-future = futur
tense-unknown = non connu

# bond
bond-same = d’une même origine
bond-perhaps = peut-être d’une même origine
bond-none = d’origines différentes

# verdict
verdict-same = identique
verdict-different = différent
verdict-unsure = incertain

# relation
relation-contradiction = contradiction
relation-update = mise à jour
relation-different-scope = champ différent
relation-different-definition = définition différente

# key-role
key-role-statements = signe les déclarations
key-role-checkpoints = signe les points de contrôle
key-role-witness = cosigne comme témoin
key-role-recovery = récupère une clé perdue

# key-reason
key-reason-rotated = remplacée comme prévu
key-reason-lost = perdue
key-reason-compromised = quelqu’un d’autre peut l’avoir
key-reason-retired = n’est plus utilisée

# erasure
erasure-fields = champs désignés
erasure-all = tout ce qui y est scellé

# misbehaviour
misbehaviour-two-statements = deux déclarations à une même place d’un registre
misbehaviour-two-checkpoints = deux points de contrôle incompatibles
misbehaviour-two-openings = deux ouvertures d’un même scellé

# part-of-day
part-of-day-morning = matin
part-of-day-afternoon = après-midi
part-of-day-evening = soir
part-of-day-night = nuit
part-of-day-overnight = dans la nuit

# screening
screening-passed = relève du mécanisme
screening-outside-mandate = hors mandat
screening-duplicate = déjà une autre affaire
screening-no-incident = aucun incident n’est rapporté
screening-withdrawn = plainte retirée

# method
method-direct-observation = observation directe
method-site-visit = visite sur place
method-remote-sensor = capteur à distance
method-interviews = entretiens
method-documents = documents
method-joint-team = équipe conjointe

# obstacle
obstacle-access-denied = accès refusé
obstacle-time-passed = trop de temps a passé
obstacle-insecurity = insécurité
obstacle-no-means = pas de moyens
obstacle-contradictory = ce que l’on sait se contredit

# ground
ground-resolved = remédié
ground-determined = décidée
ground-not-determined = non décidée
ground-withdrawn = plainte retirée
ground-settled-locally = réglée sur place
ground-dismissed = écartée lors du tri

# objectable
objectable-dismissal = rejet
objectable-closing = clôture
objectable-publication = publication
objectable-seat = siège

# heading
heading-outgoing = sortant
heading-impact = impact
heading-lateral = latéral
heading-undetermined = indéterminé

# recorded-as
recorded-as-listed = dans sa liste
recorded-as-confirmed = confirmé
recorded-as-rejected = rejeté
recorded-as-not-addressed = non traité

# reliability
reliability-A = A – fiable
reliability-B = B – habituellement fiable
reliability-C = C – assez fiable
reliability-D = D – habituellement non fiable
reliability-E = E – non fiable
reliability-F = F – ne peut être évalué

# credibility
credibility-1 = 1 – confirmé par des origines indépendantes
credibility-2 = 2 – probablement vrai
credibility-3 = 3 – possiblement vrai
credibility-4 = 4 – douteux
credibility-5 = 5 – improbable
credibility-6 = 6 – ne peut être évalué

# checked
checked-verified = vérifié par le mécanisme
checked-refuted = réfuté par le mécanisme
checked-not-verifiable = invérifiable

# edition
edition-internal = interne
edition-public = public

# report-kind
report-kind-daily = rapport quotidien
report-kind-weekly = rapport hebdomadaire
report-kind-period = rapport
report-kind-closing = rapport de clôture

# group-stance
group-stance-agrees = est d’accord
group-stance-consents-by-silence = consent par son silence
group-stance-dissents = est en désaccord
group-stance-divided = divisé
group-stance-no-opinion = n’a pas d’avis
group-stance-recused = s’est récusé
group-stance-too-few = trop peu de présents
group-stance-silent = silencieux
group-stance-unseated = personne n’occupe son siège
group-stance-contested = son siège est contesté

# case-clock
case-clock-screening = tri
case-clock-objection = objection
case-clock-assessment = évaluation
case-clock-tasking = désignation d’une équipe
case-clock-reply = droit de réponse
case-clock-report = rapport
case-clock-opinion = avis
case-clock-publication = publication
case-clock-remedy = mesure corrective
case-clock-follow-up = suivi
case-clock-closing = clôture

# seat
seat-speaks = peut s’exprimer
seat-works = peut instruire les affaires
seat-decides = décide aussi

# term-status
term-status-ahead = pas encore commencé
term-status-running = en vigueur
term-status-ended = terminé
term-status-term-over = échu

# touches
touches-incidents = incidents
touches-obligations = obligations
touches-decisions = décisions
touches-names = noms
touches-nothing = rien

# actor-kind
actor-kind-party = partie
actor-kind-supporting-force = force d’appui
actor-kind-excluded = acteur exclu
actor-kind-guarantor = garant
actor-kind-observer = observateur
actor-kind-third = tiers

# adherence
adherence-signed = a signé
adherence-joined = a adhéré ensuite
adherence-claimed = prétendu
adherence-denied = nié

# endorsement
endorsement-all = tous ont signé
endorsement-some = certains ont signé
endorsement-none = aucun n’a signé
endorsement-unknown = non connu

# instrument
instrument-statement = déclaration
instrument-agreement = accord
instrument-memorandum = mémorandum
instrument-protocol = protocole
instrument-terms-of-reference = mandat
instrument-resolution = résolution
instrument-orders = ordres
instrument-other = autre

# ending
ending-open = sans terme fixé
ending-fixed = prend fin à une date
ending-terminated = résilié
ending-unknown = non connu

# known
known-yes = oui
known-no = non
known-unknown = non connu

# territory
territory-whole-country = tout le pays
territory-listed-divisions = divisions énumérées
territory-zones-only = zones seulement
territory-unknown = non connu

# cover
cover-whole = en entier
cover-part = en partie

# area
area-control = qui contrôle la zone
area-operations = opérations de combat contre quelqu’un dans la zone
area-presence = présence dans la zone

# geometry
geometry-exact = limite exacte
geometry-indicative = limite indicative
geometry-none = limite non connue

# permission
permission-self-defence = légitime défense
permission-against-excluded-actor = contre un acteur exclu
permission-exercise = exercice
permission-notified-movement = mouvement notifié
permission-humanitarian = humanitaire
permission-other = autre

# condition
condition-response = il répond à une attaque
condition-proportionate = il est proportionné
condition-immediate-threat = il répond à une menace immédiate
condition-ordered = le commandement désigné dans le texte l’a ordonné
condition-hotline-exhausted = le mécanisme de coordination avait échoué auparavant
condition-notified = il a été notifié à l’avance
condition-target-excluded = la cible est un acteur exclu

# due
due-by = avant une date
due-within = dans un délai
due-recurring = de façon répétée
due-continuous = en continu
due-none = sans délai
due-unknown = non connu

# said
said-demand = demande
said-undertaking = engagement
said-declared-condition = condition déclarée

# recusal
recusal-none = aucune
recusal-not-alone = l’accusé ne décide pas seul
recusal-recused = l’accusé ne participe pas

# on-expiry
on-expiry-not-determined-with-positions = non décidé, avec les positions
on-expiry-consent = le silence vaut consentement

# retest
retest-new = nouveau
retest-changed = changé
retest-unchanged = inchangé
retest-gone = disparu

# would-change
would-change-narrower-time = une date plus précise
would-change-record-of-end = une trace indiquant si le texte avait pris fin
would-change-finer-place = un lieu, ou un lieu plus précis
would-change-border = la limite de la zone
would-change-named-author = qui l’a fait
would-change-named-affected = qui a été touché
would-change-named-sides = qui a combattu, et qui a commencé
would-change-holder = qui tenait le lieu à ce moment
would-change-area-evidence = des éléments sur la zone
would-change-adherence-record = une trace incontestée d’adhésion
would-change-guarantor-words = les mots du texte sur les forces propres du garant
would-change-named-act = ce qui a été fait, et par quel moyen
would-change-condition-evidence = des éléments sur une condition

# date-role
date-role-meta-published = date de publication des métadonnées
date-role-meta-modified = date de modification des métadonnées
date-role-publication-line = ligne de publication
date-role-page-header = en-tête de page
date-role-caption = légende
date-role-url = adresse de la page
date-role-lead = premier paragraphe
date-role-body = corps du texte
date-role-agreement-age = ancienneté de l’accord

# format
format-html = page web
format-text = texte brut
format-markdown = texte Markdown
format-event-data = lignes d’un jeu de données

# role
role-public = lecteur public
role-viewer = consultation
role-analyst = analyste
role-case-officer = chargé d’affaires
role-head = chef de composante
role-administrator = administrateur

# class
class-open = ouvert
class-restricted = restreint

# status
status-unassessed = Non évalué
status-unverified = Signalé – par des parties au conflit seulement
status-single-origin = Signalé – une seule origine
status-corroborated = Corroboré
status-verified = Vérifié par le mécanisme
status-contradicted = Contesté
status-refuted = Réfuté par le mécanisme
status-not-verifiable = Invérifiable
status-determined = Décidé
status-not-established = Non établi
status-not-a-violation = Pas une violation
status-cannot-be-determined = Ne peut être déterminé
status-open = ouvert
status-answered = répondu
status-not-reached = personne n’a pu être joint
status-overdue = en retard
status-disputed = les membres disent des choses différentes
status-stated = précisé
status-not-stated = non précisé
status-in-scope = Dans le champ (violation alléguée)
status-out-of-scope = Hors champ

# determination
determination-unanimous = Décidé à l’unanimité
determination-qualified = Décidé, avec réserves
determination-majority-with-dissent = Décidé à la majorité, avec dissidence
determination-not-determined = Non décidé

# says
says-supports = va dans ce sens
says-against = va à l’encontre
says-silent = silencieux

# statement
statement-seat-taken = a pris un siège
statement-seat-left = a quitté un siège
statement-case-received = a consigné la plainte
statement-case-registered = a numéroté l’affaire
statement-case-screened = a trié l’affaire
statement-objected = a objecté
statement-case-withdrawn = a retiré la plainte
statement-case-assessed = a écrit une première évaluation
statement-case-opened = a ouvert une enquête
statement-case-tasked = a confié une tâche à une équipe
statement-verification-begun = a commencé à vérifier
statement-access-blocked = a consigné un accès bloqué
statement-finding-made = a fait une constatation
statement-not-verifiable = a dit que c’est invérifiable
statement-notice-sent = a notifié
statement-response-given = a remis une réponse
statement-draft-presented = a présenté un projet
statement-opinion-given = a donné un avis
statement-remedy-requested = a demandé une mesure corrective
statement-remedy-followed = a rendu compte de la mesure corrective
statement-case-settled = a consigné un règlement sur place
statement-closing-proposed = a demandé la clôture
statement-case-reopened = a rouvert l’affaire
statement-confirmation-given = a donné une confirmation

# ledger-kind
ledger-kind-bulletin = bulletin
ledger-kind-listing = inscription sur une liste
ledger-kind-observation = observation
ledger-kind-coverage = couverture
ledger-kind-access = demande d’accès
ledger-kind-call = appel
ledger-kind-obligation-report = signalement d’exécution
ledger-kind-report = rapport

# kind
kind-before = à faire avant une date
kind-once = à faire une fois
kind-recurring = récurrente
kind-standing = permanente
kind-condition = liée à une condition

# is
is-single-origin = à une seule origine
is-undated = sans date connue
is-aggregate = sur une durée
is-open = ouvert
is-overdue = en retard
is-disputed = contesté
is-unplaced = sans lieu connu
is-area-only = connu par sa zone seulement
is-withdrawn = retiré
is-obstructed = entravé

# has
has-contradiction = contradiction
has-denial = démenti
has-harm = dommage indiqué
has-point = un point sur la carte
has-case = une affaire
has-copies = des copies
has-listing = une inscription sur une liste
has-reply = une réponse
has-problem = un problème

# time-match
time-match-surely = sûrement dans la période
time-match-possibly = peut-être dans la période
time-match-undated = sans date connue

# cut
cut-markup = balisage
cut-whitespace = espaces
cut-navigation = navigation
cut-widget = élément de page
cut-comments = commentaires de lecteurs
cut-related-link = lien vers d’autres articles
cut-caption = légende
cut-title = titre
cut-byline = signature
cut-credit-line = mention de source
cut-page-date = date de la page
cut-legal = mention légale
cut-advertisement = publicité
cut-error-notice = message d’erreur de la page
cut-repeat = texte répété
cut-other = autre

# problem
problem-unreadable = La requête est illisible
problem-sign-in = Connectez-vous d’abord
problem-not-allowed = Votre rôle ne le permet pas
problem-not-here = Il n’y a rien ici
problem-method = Pas par cette méthode
problem-conflict = Autre chose s’y trouve
problem-stale = Cela a changé depuis votre lecture
problem-too-large = Trop grand
problem-media-type = Pas dans ce format
problem-refused = Refusé par les règles
problem-say-which = Indiquez la version visée
problem-too-many = Trop de requêtes
problem-broken = Quelque chose a échoué ici
problem-busy = Occupé

# step
step-receive = Recevoir une plainte
step-register = Lui donner un numéro
step-screen = Trier
step-assess = Écrire une première évaluation
step-open = Ouvrir une enquête
step-task = Confier une tâche à une équipe
step-verify = Commencer ou poursuivre la vérification
step-blocked = Consigner un accès bloqué
step-find = Faire une constatation
step-not-verifiable = Dire que c’est invérifiable
step-notice = Notifier
step-respond = Remettre une réponse
step-draft = Présenter un projet
step-opine = Donner un avis
step-remedy = Demander une mesure corrective
step-follow = Dire où en est la mesure corrective
step-settle = Consigner un règlement sur place
step-close = Demander la clôture
step-reopen = Rouvrir
step-withdraw = Retirer la plainte
step-object = Objecter

# field
field-accused = Visés par la plainte
field-actor = Acteur
field-adverse-inference = A refusé de répondre, et ce qui en est conclu
field-affected = Touchés
field-agreement = Accord
field-answer = Réponse
field-assessor = Évaluateur
field-attribution = Attribution
field-between = Entre
field-blind = Évalué sans voir la cote de la source
field-by = Par
field-claim = Affirmations
field-clause = Clauses
field-closing = Objection à la clôture
field-complainant = Plainte de
field-contrary = En sens contraire
field-criterion = Objet de la réponse
field-dismissal = Objection au rejet
field-document = Documents
field-draft = Projet
field-due = Échéance
field-duplicate-of = Doublon de
field-finding = Constatations
field-from = Du
field-ground = Motif
field-guarantor = Garants
field-incident = Incidents
field-interim = À titre provisoire
field-method = Méthode
field-number = Numéro
field-obstacle = Obstacle
field-outcome = Issue
field-partial = En partie
field-persons = Représentants qui le soutiennent
field-position = Position
field-progress = Avancement
field-publication = Objection à la publication
field-reached = Niveau de preuve atteint
field-remedy = Mesure corrective
field-reply-by = Réponse jusqu’au
field-result = Résultat
field-rung = Échelon de l’échelle de l’accord
field-seat = Siège
field-supersedes = Remplace
field-team = Équipe
field-test = Fait lorsque
field-text = Texte
field-to = À
field-urgent = Urgent
field-id = Identifiant
field-status = Statut
field-scope = Champ
field-kind = Type
field-adm1 = Province
field-country = Pays
field-place = Lieu
field-precision = Précision
field-party = Acteur nommé
field-recorded-by = Consigné par
field-source = Média ou agence
field-language = Langue
field-about = À propos de
field-since = Depuis
field-until = Jusqu’au
field-time = Date
field-origins = Origines indépendantes
field-harm = Personnes touchées
field-documents = Documents
field-is = Est
field-has = Comporte
field-class = Classe d’accès
field-changed-since = Modifié depuis
statement-mission-opened = a ouvert son registre
statement-agreement-adopted = a adopté le texte d’un accord
statement-document-captured = a pris un document
statement-text-read = a fait lire le texte d’un document
statement-claims-read = a fait lire les allégations d’un document
statement-copies-found = a trouvé du texte commun
statement-compared = a comparé des documents
statement-judged = a jugé si deux sont un même fait
statement-sealed = a scellé un élément
statement-revealed = a ouvert des champs scellés à tous
statement-released = a remis des champs scellés à quelqu’un
statement-erased = a détruit un élément scellé
statement-reaffirmed = a confirmé des déclarations douteuses
statement-bulletin-recorded = a consigné un bulletin
statement-incident-listed = a consigné qu’un enregistreur le liste
statement-observation-recorded = a consigné une observation
statement-coverage-recorded = a consigné ce qui pouvait être vu
statement-access-recorded = a consigné une demande d’accès
statement-call-logged = a consigné un appel
statement-obligation-reported = a rendu compte d’une obligation
statement-source-graded = a coté une source
statement-information-graded = a coté une information
statement-coded = a codé un champ
statement-incident-checked = a consigné le résultat de sa vérification
statement-incident-tested = l’a confronté à un accord
statement-source-withdrawn = a retiré un document des sources
statement-report-issued = a publié un rapport
