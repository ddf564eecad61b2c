# Settings of the reader, the mission and the accounts.
#
# Ids: settings-….

settings-title = Настройки
settings-mine = Мои настройки
settings-mission = Миссия
settings-accounts = Учётные записи
settings-saved = Сохранено.
settings-language = Язык страниц
settings-language-note = Имена и цитаты остаются в своей письменности.
settings-digits = Цифры
settings-digits-western = Западные (0–9)
settings-digits-native = Как принято в языке
settings-calendar = Календарь
settings-calendar-gregorian = Григорианский
settings-calendar-jalali = Солнечная хиджра (Джалали)
settings-time-zone = Часовой пояс миссии
settings-also-utc = Показывать также UTC
settings-shortcuts = Сочетания клавиш
settings-shortcuts-on = включены
settings-shortcuts-off = выключены
settings-drafts = Черновики на этом устройстве
settings-drafts-clear = Удалить мои черновики здесь
settings-sessions = Где выполнен вход
settings-session-end = Завершить сеанс
settings-feeds = Ленты
settings-mission-title = Название миссии
settings-agreements = Файлы соглашений
settings-glossary = Используемые названия субъектов
settings-glossary-note = Меняются только записанным решением.
settings-folder = Папка миссии
settings-version = Версия программы
