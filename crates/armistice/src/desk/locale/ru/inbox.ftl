# The inbox: what came in and waits to be looked at.
#
# Ids: inbox-….

inbox-title = Входящие
inbox-empty = Здесь ничего не ждёт.
inbox-empty-next = Отложенное – в разделе «Не относится к делу», с причиной.
inbox-why-here = Почему это здесь
inbox-needs-someone = нужен человек сейчас
inbox-might-be = возможно, это { $incident }
inbox-attach = Присоединить: { $incident }
inbox-new-incident = Новый инцидент
inbox-not-relevant = Не относится к делу
inbox-not-relevant-kept = Ничто не исчезает: причина сохраняется, запись можно вернуть.
inbox-later = Позже
inbox-failed = Не удалось принять
inbox-failed-cause = Причина
inbox-retry = Принять снова
inbox-same-copy = та же копия, что и { $document }
inbox-order = По ущербу, давности и числу первоисточников
inbox-add = Добавить документы
inbox-add-note = Файлы хранятся байт в байт. Из сети ничего не загружается.
inbox-harm = сообщается об убитых или раненых
inbox-new-place = новое место и день вместе
inbox-single-origin = опирается на один первоисточник
inbox-tries = { $n ->
    [one] { $n } попытка
    [few] { $n } попытки
    [many] { $n } попыток
    *[other] { $n } попытки
  }
inbox-choose-again = Выберите файл снова:
inbox-set-aside = Отложить
