# Agreements, talks and obligations.
#
# Ids: agreement-…, talks-…, obligations-….

agreement-title = Соглашение
agreement-texts = Тексты рядом
agreement-held-by = у { $name }
agreement-clauses = Положения
agreement-prohibited = Запрещённые действия
agreement-permitted = Разрешённые действия и исключения
agreement-parties = Стороны и другие субъекты
agreement-adherence = Кто его принял
agreement-adherence-disputed = оспаривается
agreement-territory = Территория
agreement-zones = Зоны
agreement-duration = Срок действия
agreement-modalities = Как принимаются решения
agreement-differs = Здесь тексты расходятся
agreement-only-in = только в тексте { $text }
agreement-same = одинаково во всех текстах
agreement-not-checked = С подлинным документом не сверено.
agreement-changes = Что изменилось между двумя версиями
agreement-touches = затрагивает: { $what }
agreement-incidents = Инциденты, проверенные по этому положению
agreement-empty = Соглашений здесь нет.
agreement-empty-next = Добавьте файл соглашения в настройках миссии; без него проверять не по чему.
agreement-name-own = Название в самом соглашении: { $name }

# Talks
talks-title = Переговоры
talks-positions = Позиции по положениям
talks-reported = сообщается
talks-entered-by = внесено и подписано: { $name }
talks-proposals = Предложения, требования, обещания
talks-sealed-until = Ответы запечатаны, пока не ответят все.

# Obligations
obligations-title = Обязательства
obligations-overdue = Просрочено
obligations-due-soon = Скоро срок
obligations-clock = Срок
obligations-no-date = срок не указан
obligations-reports = Сообщения о выполнении
obligations-no-report = о выполнении не сообщалось
obligations-not-agreed = Не согласовано: требования, обещания, объявленные условия
obligations-breach-by-clock = Обязательство, не выполненное в срок, – отдельный вопрос, без всякого инцидента.
obligations-calendar = Календарь для подписки
obligations-days-left = { $count ->
    [one] остался { $count } день
    [few] осталось { $count } дня
    [many] осталось { $count } дней
    *[other] осталось { $count } дня
  }
obligations-days-over = { $count ->
    [one] просрочено на { $count } день
    [few] просрочено на { $count } дня
    [many] просрочено на { $count } дней
    *[other] просрочено на { $count } дня
  }
obligations-empty = Имеющиеся соглашения не устанавливают обязательств.
