# The page of an incident, and the comparison of candidates.
#
# Ids: incident-…, compare-….

incident-title = Инцидент { $reference }
incident-reported = Сообщено, не установлено.
incident-act = Действие
incident-when = Когда
incident-where = Где
incident-harm = Сообщённый ущерб
incident-harm-none-stated = число не указано
incident-alleged-authors = Предполагаемые исполнители
incident-alleged-by = { $author } – по утверждению { $speaker }
incident-author-not-said = исполнитель никем не назван
incident-sources-folded = { $count ->
    [one] { $count } материал, копии свёрнуты под первоисточником
    [few] { $count } материала, копии свёрнуты под первоисточником
    [many] { $count } материалов, копии свёрнуты под первоисточником
    *[other] { $count } материала, копии свёрнуты под первоисточником
  }
incident-contradictions = Противоречия
incident-no-contradictions = Утверждения ни в чём не расходятся.
incident-denials = Отрицания
incident-terms = Затронутые положения
incident-in-one-text = По тексту { $text }
incident-replies = Ответы
incident-not-asked = ещё не запрошено
incident-asked = запрошено { $day }
incident-no-reply = ответа нет; это не признание
incident-next-check = Следующая проверка
incident-history = История
incident-sources = Источники
incident-summary = Сводка
incident-timeline = Шкала времени
incident-public-preview = Как увидят читатели
incident-why-linked = Почему эти утверждения – один инцидент
incident-why-status = Почему такой статус
incident-aggregate = Охватывает отрезок времени и не входит в подсчёты
incident-only-area = Известен только район; точка не ставится.
incident-own-word = Слово самого источника: { $word }
incident-related-cases = Дела
incident-propose = Открыть дело
compare-title = Это одно и то же?
compare-same = То же самое
compare-different = Разное
compare-unsure = Не уверен
compare-reasons = Что за и что против
compare-wins = Суждение человека важнее суждения программы.
compare-disagree = Участники судят по-разному
compare-left = { $count ->
    [one] осталась { $count } пара
    [few] осталось { $count } пары
    [many] осталось { $count } пар
    *[other] осталось { $count } пары
  }
compare-empty = Ни одна пара не ждёт суждения.

# Also on the page
incident-facts = Что сообщается
incident-claims = { $n ->
    [one] { $n } утверждение
    [few] { $n } утверждения
    [many] { $n } утверждений
    *[other] { $n } утверждения
  }
incident-linked = Почему эти утверждения – один инцидент
incident-next = Что могло бы это изменить
incident-no-agreement = Здесь нет соглашения, с которым его можно сверить.
incident-questions = Вопросы по одному
incident-nobody-asked = Ответа пока ни у кого не просили.
incident-answered = ответ получен
incident-not-answered = ответа пока нет; это не признание; срок до
incident-called = { $act }, { $place }, { $when }
history-back = К инциденту
history-order = В том порядке, в каком их читает каждый, у кого есть реестры. Время указано авторами записей.
history-basis-whole = Изменения вычислены по всему, что было в реестрах на каждый момент.
history-basis-own-documents = Миссия велика: изменения вычислены только по записям об этом инциденте.
history-statements = { $n ->
    [one] { $n } запись
    [few] { $n } записи
    [many] { $n } записей
    *[other] { $n } записи
  }
history-recorded-by = Внёс { $member }
history-proof = Доказательство
history-in-doubt = Под сомнением: по записи { $index }, ключ был в чужих руках.
history-meanwhile = Тем временем, из-за записей о другом:
history-began = С этого места инцидент есть в сводной записи.
history-ended = С этого места его в сводной записи нет.
history-claims-added = { $n ->
    [one] добавлено { $n } утверждение
    [few] добавлено { $n } утверждения
    [many] добавлено { $n } утверждений
    *[other] добавлено { $n } утверждения
  }
history-claims-removed = { $n ->
    [one] ушло { $n } утверждение
    [few] ушло { $n } утверждения
    [many] ушло { $n } утверждений
    *[other] ушло { $n } утверждения
  }
history-spread = Инциденты, в которых были его нынешние утверждения
history-then = затем
history-not-composed = Что изменилось, не вычислено: записей слишком много.
history-verify = У кого есть доказательство, проверяет его здесь или своей программой:
