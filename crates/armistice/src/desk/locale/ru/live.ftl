# What happens while a page is open: arrivals, colleagues, drafts, a bad line.
#
# Ids: live-…, draft-…, offline-….

live-new-items = { $count ->
    [one] { $count } новая запись; показать
    [few] { $count } новые записи; показать
    [many] { $count } новых записей; показать
    *[other] { $count } новой записи; показать
  }
live-statement-arrived = Поступила запись: { $name }.
live-changed-here = Эта страница изменилась. Показать новое состояние.
live-here-too = { $name } тоже здесь
live-is-writing = { $name } пишет
live-connected = Связь есть
live-disconnected = Связь прервана; идёт повторная попытка.
live-since = на { $time }
offline-title = Нет связи
offline-note = Можно читать и писать дальше; написанное хранится на этом устройстве, пока его нельзя отправить.
offline-queued = { $count ->
    [one] ждёт отправки: { $count }
    [few] ждут отправки: { $count }
    [many] ждут отправки: { $count }
    *[other] ждут отправки: { $count }
  }
draft-kept = Черновик сохранён на этом устройстве, { $time }
draft-restore = Вернуть черновик
draft-discard = Удалить черновик
draft-found = Есть ваш черновик от { $time }.
live-state-kept = Сохранено на этом устройстве
live-state-sent = Отправлено
live-state-written = Записано в реестр
live-undone = Действие отменено.
live-done = Готово.
