# The document reader.
#
# Ids: reader-….

reader-title = Документ { $id }
reader-original = Оригинал
reader-clean = Основной текст
reader-cut = Вырезанный текст
reader-cut-why = вырезано: { $reason }
reader-captured = Сохранено
reader-file = Файл
reader-digest = Контрольная сумма байтов
reader-published = Опубликовано
reader-date-used = использовано
reader-date-ignored = не использовано
reader-dates = Даты на странице
reader-why-date = Почему эта дата и не точнее
reader-outlet-unknown = издание неизвестно
reader-byline = Автор
reader-chain = Кто передаёт чьи слова
reader-claims = Утверждения
reader-no-claims = Из этого документа не извлечено утверждений.
reader-no-claims-why = Возможно, его язык не читается, или в нём нет описания действий.
reader-copied-run = совпадающий отрывок
reader-run-words = { $count ->
    [one] { $count } общее слово
    [few] { $count } общих слова
    [many] { $count } общих слов
    *[other] { $count } общего слова
  }
reader-copy-of = Совпадает по тексту с
reader-side-by-side = Рядом
reader-found-there = { $share } этого текста есть там
reader-run-quoted = внутри цитаты
reader-run-edited = изменена формулировка
reader-accepted = принято
reader-rejected = отклонено
reader-corrected = исправлено
reader-not-looked-at = не рассмотрено
reader-writes-exactly = Будет записано ровно то, что показано здесь.
reader-rules = Правила, по которым получено
reader-warnings = Предупреждения при чтении
reader-origin-inferred = выведено по совпадающим отрывкам
reader-original-words = Слова документа на его языке
reader-translation-by = Перевод: { $name }; оригинал выше.
reader-next = Следующий документ
reader-previous = Предыдущий документ
reader-withheld = не раскрывается: { $reason }

# Also on the page
reader-text = Текст документа
reader-copies = Документы с общим текстом
reader-no-copies = Других документов с общим текстом нет.
reader-origin = Всё из этого первоисточника
reader-missing = Текст показать нельзя.
reader-runs = общих отрывков: { $runs }, общих слов: { $words }
reviews = Что говорят о нём проверявшие
review-unreviewed = не проверено
review-accepted = принято
review-rejected = отклонено
review-corrected = исправлено
review-disputed = мнения участников расходятся
review-stale = проверено другое прочтение
review-withdrawn = отозвано
review-of-other = о другом прочтении
review-set-aside = Отложено: не учитывается ни в одном инциденте и ни в одном источнике.
review-disputed-why = Мнения участников расходятся. Учитывается так, как прочитано; всё, что они говорят, приведено здесь.
review-reason = Причина; для отклонения обязательна
review-accept = Принять
review-reject = Отклонить
review-correct = Исправить
review-undo = Отозвать свою проверку
review-as-read = Как прочитано
review-correct-how = Заполните только то, что вы читаете иначе. Слова источника остаются как есть, а ваше прочтение стоит рядом с прежним.
claim-field-act = действие
claim-field-alleged-authors = предполагаемый исполнитель
claim-field-affected = кто пострадал
claim-field-place = место
claim-field-time = время
claim-field-counts = числа
claim-field-recorded-by = кто сказал первым
field-unstated = В словах не сказано
field-author = Предполагаемый исполнитель
field-count = Числа
field-act = Действие
field-polarity = Утверждается или отрицается
review-count-how = Число записывается так: { $example }
bulk-title = Всё найденное
bulk-count = Найдено утверждений на всех страницах: { $count }
bulk-accept = Принять всё найденное
bulk-reject = Отклонить всё найденное по этой причине
job-title = Работа над всем найденным
job-running = выполняется
job-finished = завершено
job-stopped = остановлено
job-total = Всего утверждений
job-done = Сказано
job-same = Уже сказано этим участником
job-failed = Не удалось
job-again = Посмотреть снова
job-undo = Отозвать именно то, что здесь сделано
