# Settings of the reader, the mission and the accounts.
#
# Ids: settings-….

settings-title = Réglages
settings-mine = Mes réglages
settings-mission = Mission
settings-accounts = Comptes
settings-saved = Enregistré.
settings-language = Langue des pages
settings-language-note = Les noms et les citations gardent leur écriture.
settings-digits = Chiffres
settings-digits-western = Occidentaux (0–9)
settings-digits-native = Comme la langue les écrit
settings-calendar = Calendrier
settings-calendar-gregorian = Grégorien
settings-calendar-jalali = Hégire solaire (djalali)
settings-time-zone = Fuseau horaire de la mission
settings-also-utc = Afficher aussi UTC
settings-shortcuts = Raccourcis clavier
settings-shortcuts-on = activés
settings-shortcuts-off = désactivés
settings-drafts = Brouillons conservés sur cet appareil
settings-drafts-clear = Supprimer mes brouillons ici
settings-sessions = Où je suis connecté
settings-session-end = Fermer cette session
settings-feeds = Flux
settings-mission-title = Titre de la mission
settings-agreements = Fichiers d’accord
settings-glossary = Noms employés pour les acteurs
settings-glossary-note = Ne changent que par une décision consignée.
settings-folder = Dossier de la mission
settings-version = Version du programme
