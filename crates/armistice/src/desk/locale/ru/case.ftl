# Cases: stages, clocks, findings, opinions, determination.
#
# Ids: case-…, finding-…, opinion-…, determination-….

case-title = Дело { $number }
case-no-number = номера ещё нет
case-stage = Стадия
case-next-steps = Что можно сделать сейчас
case-no-step = Сейчас ничего сделать нельзя; см. сроки.
case-allegation = Обвинение, словами жалобы
case-complaint-of = Жалоба от { $complainant }
case-accused = Названы в жалобе
case-urgent = срочно
case-clocks = Сроки
case-clock-owner = отвечает { $name }
case-due = срок: { $time }
case-incidents = Инциденты дела
case-evidence = Доказательства по вопросам
case-supports = подтверждает
case-against = говорит против
case-silent = молчит
case-empty-column = По этому вопросу пока ничего нет.
case-fairness = Всем ли сторонам заданы одни и те же вопросы?
case-access = Доступ
case-access-requested = запрошен { $time }
case-replies = Ответы
case-reply-verbatim = Ответ: { $name }, дословно
case-no-answer = В срок ответа нет: { $name }. Это не признание.
case-disclosure = Что может видеть каждая сторона
case-shareable = можно передать
case-sealed = запечатано
case-history = Что говорили участники, по порядку
case-irregular = Сохранено без последствий
case-refused = Это сделать нельзя
case-refused-code = Отказ { $code }
case-empty = Дел пока нет.
case-empty-next = Дело начинается с жалобы или с инцидента, который механизм рассматривает сам.
case-receive = Внести жалобу
case-register = Присвоить номер
case-screen = Первичная проверка
case-open-investigation = Открыть расследование
case-task = Поручить группе
case-request-access = Запросить доступ
case-give-notice = Направить уведомление
case-hand-in-answer = Передать ответ
case-close = Предложить закрыть
case-reopen = Возобновить
case-object = Возразить
case-remedy = Запросить меры по исправлению

# Findings
finding-title = Вывод
finding-make = Сделать вывод
finding-standard = Достигнутый стандарт
finding-basis = На чём основан
finding-contrary = Говорит против и учтено
finding-by = Вывод: { $name }

# Opinions and determination
draft-title = Проект { $id }
draft-present = Представить проект
draft-closes = открыт до { $time }
draft-changed = Текст с тех пор изменён; мнения о прежнем тексте утратили силу.
opinion-title = Мнения компонентов
opinion-give = Высказать мнение
opinion-reasons = Обоснование, публикуется с решением
opinion-not-yet = мнения ещё нет
opinion-signed = подписано { $time }
opinion-representatives = { $count ->
    [one] за ним { $count } представитель
    [few] за ним { $count } представителя
    [many] за ним { $count } представителей
    *[other] за ним { $count } представителя
  }
opinion-recused-why = не участвует, поскольку назван
determination-title = Решение
determination-none = Решения нет
determination-by = Решение: { $body }, { $day }
determination-nobody-writes = Решения никто не пишет: оно следует из мнений по правилу самого соглашения.
determination-outcome = Исход
determination-attribution = Ответственность
determination-standard = Стандарт доказывания
determination-rule = Правило принятия решений
determination-quorum = Кворум
determination-dissent = Особые мнения и оговорки, дословно
determination-origins-needed = { $count ->
    [one] Стандарт требует не менее { $count } независимого первоисточника или признания.
    [few] Стандарт требует не менее { $count } независимых первоисточников или признания.
    [many] Стандарт требует не менее { $count } независимых первоисточников или признания.
    *[other] Стандарт требует не менее { $count } независимого первоисточника или признания.
  }
determination-origins-found = { $count ->
    [one] Найдено: { $count }.
    [few] Найдено: { $count }.
    [many] Найдено: { $count }.
    *[other] Найдено: { $count }.
  }
determination-offer-open = Оставить открытым: сообщено, один первоисточник
determination-offer-ask = Сначала запросить сторону

# Also on the page
case-new = Новое дело
case-new-why = Дело начинается с жалобы или с вопроса, который механизм рассматривает сам. Это ничего не говорит о том, произошло ли это.
case-open = Открыть дело
case-tab-case = Дело
case-tab-decision = Мнения и решение
case-received-by = Кем принято
case-steps = Шаги
case-matrix = Доказательства по вопросам
case-matrix-empty = На рассмотрении пока ничего нет.
case-matrix-legend = + подтверждает, − говорит против, · молчит
case-findings = Выводы
case-no-findings = Выводов пока нет.
case-superseded = заменён на
case-late = после срока
case-time-passed = Срок истёк.
case-opinions-complete = Все мнения получены.
case-opinions = Мнения
case-opinions-until = Мнения до
case-no-draft = Перед компонентами нет проекта.
case-draft = Проект { $n }
case-draft-replaced = Проект заменён; мнения о нём утратили силу.
case-digest = Запись, которой это является
case-void = недействительно
case-standard = стандарт доказывания
case-quorum = Кворум
case-concerned = назван в проекте
