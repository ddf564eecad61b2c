# Screens beside the daily ones: inbox, agreements, ledgers, coverage, comparison, reports, members, verification, settings, public pages.
#
# Ids: by screen, as in the files of those areas.

agreement-according-to = Selon
agreement-amends = modifie { $what }
agreement-contested-by = Contesté par
agreement-declared = Déclaré par un côté ; ne retient rien :
agreement-geometry-note = Rien n’est vérifié par rapport à une limite indicative ou inconnue.
agreement-guarantor = garant : { $name }
agreement-guarantor-of = Garant de
agreement-guarantors = Garants
agreement-held = Texte retenu par
agreement-left-out = Exclu
agreement-not-tested = Les incidents ne sont pas examinés au regard de ce texte.
agreement-observers = Observateurs
agreement-own-forces = Ses forces sont liées
agreement-phase-began = A commencé le
agreement-phase-planned = Prévue pour le
agreement-phases = Phases
agreement-signed = Signature
agreement-unusable = Accords inutilisables
agreement-version = Version

check-fails = ne tient pas
check-holds = tient
check-open = ouvert
check-says = note
check-warns = avertissement

compare-alike = Semblable
compare-differs = Différent
compare-more = Il y a d’autres paires ; celles-ci viennent d’abord.

coverage-according-to = selon { $name }
coverage-days = Jour par jour
coverage-denied = Refus d’accès et autres entraves
coverage-hindered = Ce qui a gêné
coverage-nobody-named = personne n’est nommé
coverage-silence = Un jour sans entrée est un jour dont on ne sait rien : le silence n’est pas la paix.
coverage-undated = Entrées dont le jour est inconnu

help-does = Effet
help-key = Touche
help-query = Aide à la recherche
help-query-fields = Noms qui peuvent précéder deux-points
help-query-lists = Colonnes des listes
help-query-words = Saisissez des mots, des expressions entre guillemets, ou un nom et une valeur. Le signe moins exclut. Tout doit être vrai.

inbox-add-limit = Au plus 64 Mio à la fois.
inbox-added = Reçus
inbox-claims = Allégations en attente
inbox-file = Fichiers
inbox-known = Déjà présents
inbox-none-failed = Tout ce qui a été donné a pu être reçu.
inbox-taken = Ce que sont devenus les fichiers

ledger-all-entries = Toutes les entrées en liste
ledger-beside-zero = À côté du zéro, ce qui n’a pu être vu :
ledger-confirmed = Ce que chacun confirme de l’autre
ledger-enter = Inscrire aux registres
ledger-enter-note = Les entrées s’écrivent en TOML, comme pour la commande record --from, et subissent les mêmes contrôles. Rien n’est inscrit tant qu’un problème subsiste.
ledger-entries = Entrées
ledger-line = ligne { $n }
ledger-not-in-fraction = hors de la fraction
ledger-nothing-said = rien n’est dit de
ledger-refused = Rien n’a été inscrit. Le texte est conservé ci-dessous.
ledger-same-figure = Un même chiffre ne montre pas que les incidents sont les mêmes.
ledger-sum = Somme vérifiée
ledger-unanswered = sans réponse

members-behind-note = Le retard signifie qu’un membre n’avait pas dit avoir les dernières entrées lors de sa dernière déclaration. Ce n’est pas une faute.
members-cosigned = Vu avec cosignatures
members-entries = Entrées
members-histories = Histoires contradictoires
members-lag = Retard
members-last = Dernière déclaration, selon son auteur
members-liars = { $n } doivent mentir ensemble pour la tromper
members-no-evidence = Rien ici ne prouve que quelqu’un ait signé deux choses incompatibles.
members-no-policy = Aucune politique de témoins n’est adoptée.
members-not-recognised = Personne ici n’a dit à qui est cette clé.
members-nothing-seen = Aucun membre n’a dit ce qu’il a d’un autre.
members-of = Registre de
members-other-key = Le registre présent ici s’ouvre avec une autre clé.
members-policies = Politiques de témoins et quorum
members-recognised = Qui a reconnu qui, et comment
members-registers = Registres
members-root = Racine

modality-clocks = Délais
modality-complaints = Plaintes de
modality-inference = L’exclusion des observateurs peut-elle compter contre son auteur
modality-naming = Critère de preuve pour nommer quelqu’un
modality-quorum = Quorum, de chacun
modality-recusal = Garant de l’accusé
modality-reply = Droit de réponse, jours
modality-rule = Règle de décision
modality-sanctions = Ce qui peut être demandé à un auteur
modality-silence = Procédure de silence, jours
modality-standard = Critère de preuve pour une détermination
modality-urgent = Critère de preuve pour une action urgente

people-as-written = Ce qui figure ici est ce qu’écrivent les documents. Rien d’autre n’est connu de la personne.
people-not-merged = Noms d’écriture voisine. Ils ne sont jamais fusionnés.
people-quoted = Allégations dans la chaîne desquelles figure ce nom

public-answered = a répondu
public-author-open = Qui l’a fait : un auteur est allégué ; personne ne l’a déterminé.
public-no-day = Le jour exact
public-no-place = Le lieu exact
public-no-report = Aucun rapport n’a été publié en édition publique.
public-one-origin = S’il existe une seconde origine indépendante
public-origins = Les copies d’une même dépêche comptent pour une seule origine.
public-reported = Ce qui est rapporté n’est pas ce qui est établi. Enregistré par quelqu’un ne veut pas dire commis par quelqu’un.
public-reports-of = Rapports publics qui le couvrent :
public-unknown = Ce qui n’est pas connu est dit tel, et n’est jamais compté pour rien.
public-verify = Vérifiez cette page. SHA-256 de ses données :
public-what = Un mécanisme qui enregistre ce qui est rapporté d’un cessez-le-feu, l’examine au regard de l’accord et montre sur quoi cela repose.
public-withheld = Sources non montrées : { $n }.

report-all-issued = Rapports publiés
report-issue-note = La publication inscrit au registre de ce membre que le rapport existe, avec son empreinte. Elle ne peut être reprise ; un rapport ultérieur peut le remplacer.
report-open-preview = Ouvrir l’aperçu
report-superseded = Remplacé par un rapport ultérieur.

settings-density = Hauteur des lignes
settings-density-comfortable = confortable
settings-density-compact = compacte
settings-id = Identifiant de la mission
settings-keys = Raccourcis clavier
settings-keys-off = désactivés
settings-keys-on = activés
settings-program = Programme
settings-theme = Apparence
settings-theme-dark = sombre
settings-theme-light = clair
settings-theme-system = comme l’appareil

verify-checked = Ce qui a été vérifié
verify-file = Fichier (.armistice)
verify-key = Clé du registre, obtenue par ailleurs (64 chiffres ; sans elle la réponse est « impossible à dire »)
verify-limits-said = Un fichier prouve ce qui a été dit, par qui et quand. Il ne prouve pas que les sources ont dit vrai.
verify-note = Le fichier que vous envoyez est vérifié et n’est pas conservé.
verify-statement = Déclaration
verify-time = Son heure, selon son auteur
field-a = Le premier
field-b = L’autre
field-case = Affaire
field-of = De qui
field-verdict = Appréciation
kind-by = Pour une date
kind-within = Dans un délai
kind-continuous = Tant que l’accord est en vigueur
kind-none = Sans délai
kind-unknown = Délai inconnu
status-no-contact = Personne joint
