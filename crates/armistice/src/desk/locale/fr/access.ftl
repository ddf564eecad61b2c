# Coming in
access-sign-in = Se connecter
access-sign-out = Se déconnecter
access-sign-out-everywhere = Se déconnecter partout
access-name = Nom
access-name-own = Votre nom à ce bureau
access-name-hint = Vos collègues le voient. Il n’entre pas dans le registre.
access-name-bad = Ce nom ne convient pas : il est vide, trop long ou contient des caractères invisibles.
access-name-taken = Un autre compte porte ce nom. Choisissez-en un autre.
access-password = Mot de passe
access-password-now = Mot de passe actuel
access-password-new = Nouveau mot de passe
access-password-rule = Au moins { $least } caractères. Plusieurs mots conviennent bien.
access-password-short = Le mot de passe est trop court.
access-password-long = Le mot de passe est trop long.
access-password-simple = Le mot de passe est trop simple : il répète peu de caractères ou reprend le nom.
access-password-wrong = Le mot de passe actuel n’est pas le bon.
access-password-and-codes = Mot de passe et codes
access-password-is-set = Un mot de passe et des codes sont définis.
access-password-is-not-set = Aucun mot de passe n’est défini.
access-password-set = Définir le mot de passe
access-code = Code
access-code-hint = Six chiffres de votre application, ou un de vos codes de secours.
access-code-now = Le code que l’application affiche maintenant
access-code-wrong = Le code ne correspond pas. Vérifiez l’heure de votre appareil et réessayez.
access-totp-how = Saisissez ce secret dans une application de codes à usage unique :
access-totp-open = Ouvrir dans l’application
access-wrong = Le nom, le mot de passe ou le code est incorrect.
access-wait = Trop d’essais avec ce nom. Secondes à attendre : { $seconds }.
access-wait-a-while = Trop d’essais. Attendez quelques minutes.
access-link-hint = Le programme affiche un lien de connexion là où il a été lancé. Il sert une fois.
access-link-confirm = Ce lien vous connecte une seule fois.
access-link-void = Le lien a déjà servi ou est trop ancien. Demandez-en un autre : armistice account link
access-passkey-use = Se connecter avec une clé d’accès
access-invitation = Invitation
access-invited = Vous êtes invité(e) comme : { $role }
access-invitation-void = Cette invitation ne vaut plus : elle a servi, a été retirée ou est trop ancienne. Demandez-en une autre.
access-join = Ouvrir mon compte
access-way-password = Avec un mot de passe et des codes
access-way-passkey = Avec une clé d’accès
access-way-passkey-hint = Vous créez la clé d’accès à la page suivante.

# What was typed when a session had ended
access-held-title = Votre saisie est conservée
access-held-kept = Votre session avait pris fin. Connectez-vous : le formulaire revient tel que vous l’avez laissé.
access-held-here = Ceci n’a pas encore été envoyé. Relisez, puis envoyez.
access-held-send = Envoyer maintenant
access-held-forget = Supprimer

# The own account
access-account = Votre compte
access-no-proof = Vous n’avez ni clé d’accès ni mot de passe. Sans cela il faut chaque fois un nouveau lien.
access-role-is = Votre rôle : { $role }
access-language = Langue
access-language-bad = Le bureau ne parle pas cette langue.
access-save = Enregistrer
access-passkeys = Clés d’accès
access-passkeys-none = Il n’y en a pas encore.
access-passkey-add = Ajouter une clé d’accès
access-passkey-hint = Une clé d’accès reste sur votre appareil ou votre clé de sécurité. Deux valent mieux qu’une.
access-passkey-refused = La clé d’accès n’a pas été acceptée.
access-remove = Retirer
access-recovery = Codes de secours
access-recovery-left = Codes de secours restants : { $count }
access-recovery-make = Créer de nouveaux codes de secours
access-recovery-once = Ces codes sont affichés une seule fois. Chacun remplace une fois un code à usage unique. Gardez-les sur papier.
access-sessions = Où vous êtes connecté(e)
access-this-session = celle-ci
access-method = Moyen
access-began = Depuis
access-seen = Dernière activité
access-end = Terminer
access-events = Ce qui est arrivé à ce compte
access-never = jamais
access-back = Retour
access-not-done = Ceci n’a pas été fait
access-failed = Une erreur est survenue ici. Réessayez ; si elle persiste, voyez ce que dit le serveur.

# Tokens
access-tokens = Jetons pour programmes
access-tokens-none = Il n’y a pas de jeton.
access-token-new = Un nouveau jeton
access-token-make = Créer le jeton
access-token-once = Le jeton est affiché une seule fois. Copiez-le maintenant.
access-token-no-scope = Choisissez au moins une portée.
access-label = Usage
access-scopes = Portées
access-until = Jusqu’au
access-used = Dernier usage
access-revoke = Révoquer
access-days = Jours de validité

# Accounts of a team
access-accounts = Comptes
access-no-account = Ce compte n’existe pas.
access-role = Rôle
access-role-bad = Aucun compte ne peut avoir ce rôle.
access-last-administrator = C’est le dernier administrateur. Nommez-en d’abord un autre.
access-you = (vous)
access-closed = fermé
access-close = Fermer
access-reset = Réinitialiser
access-reset-once = Mot de passe, codes et clés de ce compte sont annulés. Remettez ce lien à son titulaire ; il est affiché une fois et vaut, en minutes : { $minutes }.
access-proofs = Se connecte avec
access-proof-none = lien seulement
access-proof-password = mot de passe et codes
access-proof-passkeys = clés d’accès : { $count }
access-invite = Inviter
access-invite-for = Pour qui (note pour vous)
access-invite-make = Créer l’invitation
access-invite-once = Remettez cette adresse par une voie sûre. Elle est affichée une fois et vaut, en heures : { $hours }.
access-withdraw = Retirer
access-table = Qui peut faire quoi
access-may = Peut

# Restrictions
access-restricted = Réservé à certains
access-restricted-what = Un dossier ou un document réservé n’est vu que par les personnes admises. Toutes celles que cela concerne voient qu’il a été réservé.
access-restrict = Réserver
access-unrestrict = Rouvrir à tous
access-let-in = Admettre
access-put-out = Exclure
access-object = Dossier ou document
access-object-hint = Son genre et son identifiant, comme case:… ou document:…
access-object-bad = Vous ne pouvez ni réserver ni partager ceci.
access-hidden = Masqué par vos droits : { $count }
access-hidden-why = Ce qui a changé
access-changes = Changements de ce que vous voyez
access-changes-none = Rien n’a changé pour vous.
access-not-found-title = Introuvable ici
access-not-found = Cela n’existe pas ou est réservé à d’autres.
access-role-denied-title = Votre rôle ne le permet pas
access-role-denied = Demandez un autre rôle à un administrateur du bureau.
access-first-page = Vers la première page

# The audit trail
access-audit = Piste d’audit
access-audit-whole = La chaîne des lignes est entière. Lignes : { $count }. Empreinte de la dernière :
access-audit-broken = La chaîne est rompue à la ligne { $row } : cette ligne ou une précédente a été modifiée après coup.
access-audit-file = Toute la piste dans un fichier
access-older = Lignes plus anciennes
access-when = Quand
access-what = Quoi
access-who = Qui
access-about = Objet
access-detail = Détail

# Roles
access-role-public = tout le monde
access-role-viewer = Lecteur
access-role-analyst = Analyste
access-role-case-officer = Responsable de dossier
access-role-head = Responsable
access-role-administrator = Administrateur

# Actions
access-action-read-public = lire ce qui est public
access-action-sign-in = se connecter
access-action-own-account = gérer son compte
access-action-read-work = lire le travail
access-action-export = exporter
access-action-triage = trier documents et allégations
access-action-judge = juger ce qui est le même événement
access-action-case-step = avancer un dossier
access-action-opinion = donner l’avis du membre
access-action-record = inscrire aux registres
access-action-report = publier des rapports
access-action-read-sealed = ouvrir ce qui est scellé, si admis
access-action-manage-grants = réserver et admettre
access-action-manage-accounts = gérer les comptes
access-action-manage-mission = modifier les réglages de la mission
access-action-read-audit = lire la piste d’audit

# Scopes of tokens
access-scope-read = lecture
access-scope-export = export
access-scope-triage = tri
access-scope-judge = jugements
access-scope-cases = dossiers
access-scope-record = registres
access-scope-report = rapports

# How somebody came in
access-method-link = lien
access-method-password = mot de passe et code
access-method-recovery = mot de passe et code de secours
access-method-passkey = clé d’accès
access-method-invitation = invitation

# Events
access-event-signed-in = connexion
access-event-sign-in-failed = échec de connexion
access-event-signed-out = session terminée
access-event-sessions-ended = toutes les sessions terminées
access-event-session-doubled = un jeton de session remplacé a resservi ; la session a été terminée
access-event-link-made = lien de connexion créé
access-event-invited = invitation créée
access-event-invitation-withdrawn = invitation retirée
access-event-account-opened = compte ouvert
access-event-account-closed = compte fermé
access-event-account-reset = compte réinitialisé par un administrateur
access-event-role-changed = rôle modifié
access-event-password-set = mot de passe et codes définis
access-event-recovery-made = codes de secours créés
access-event-recovery-used = code de secours utilisé
access-event-passkey-added = clé d’accès ajoutée
access-event-passkey-removed = clé d’accès retirée
access-event-token-made = jeton créé
access-event-token-revoked = jeton révoqué
access-event-restricted = réservé
access-event-unrestricted = rouvert à tous
access-event-granted = admission
access-event-revoked = exclusion
access-event-exported = exporté
