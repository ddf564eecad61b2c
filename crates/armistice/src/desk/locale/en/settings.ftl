# Settings of the reader, the mission and the accounts.
#
# Ids: settings-….

settings-title = Settings
settings-mine = My settings
settings-mission = Mission
settings-accounts = Accounts
settings-saved = Saved.
settings-language = Language of the pages
settings-language-note = Names and quotations keep their own script.
settings-digits = Digits
settings-digits-western = Western (0–9)
settings-digits-native = As the language writes them
settings-calendar = Calendar
settings-calendar-gregorian = Gregorian
settings-calendar-jalali = Solar Hijri (Jalali)
settings-time-zone = Time zone of the mission
settings-also-utc = Show UTC too
settings-shortcuts = Keyboard shortcuts
settings-shortcuts-on = on
settings-shortcuts-off = off
settings-drafts = Drafts kept on this device
settings-drafts-clear = Delete my drafts here
settings-sessions = Where I am signed in
settings-session-end = End this session
settings-feeds = Feeds
settings-mission-title = Title of the mission
settings-agreements = Agreement files
settings-glossary = Names used for actors
settings-glossary-note = Changed only by a decision that is recorded.
settings-folder = Folder of the mission
settings-version = Version of the program
