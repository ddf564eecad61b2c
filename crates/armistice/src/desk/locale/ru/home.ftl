# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = Главная
home-documents-and-origins = { $documents }, { $origins }
home-incidents-checkable = { $count ->
    [one] { $count } сообщённый инцидент, который можно проверить
    [few] { $count } сообщённых инцидента, которые можно проверить
    [many] { $count } сообщённых инцидентов, которые можно проверить
    *[other] { $count } сообщённых инцидента, которые можно проверить
  }
home-contradictions = { $n ->
    [one] { $n } пара утверждений, несовместимых друг с другом
    [few] { $n } пары утверждений, несовместимых друг с другом
    [many] { $n } пар утверждений, несовместимых друг с другом
    *[other] { $n } пары утверждений, несовместимых друг с другом
  }
home-see-incident = Открыть инцидент
home-see-copies = Кто у кого скопировал
home-see-disagreements = В чём они расходятся
home-check-record = Проверить опубликованную запись
home-waiting = Ожидает вас
home-waiting-none = Вас ничего не ожидает.
home-clocks = Идущие сроки
home-overdue = Просрочено
home-latest = Последние инциденты
home-changes = Что изменилось
home-no-changes = С вашего последнего посещения ничего не изменилось.
home-could-not-see = Чего нельзя было увидеть
home-coverage-unknown = О том, что можно было видеть, записей нет.
home-empty = Ни один документ ещё не прочитан.
home-empty-next = Добавьте документы во входящие; они читаются на этом компьютере.
home-problems = Проблемы записи
home-members-state = Участники и их реестры
home-sentence = Одной фразой

# The first sentence, and the figures
home-documents = { $n ->
    [one] { $n } документ.
    [few] { $n } документа.
    [many] { $n } документов.
    *[other] { $n } документа.
  }
home-origins = { $origins }.
home-checkable = { $n ->
    [one] { $n } сообщённый инцидент, который можно проверить.
    [few] { $n } сообщённых инцидента, которые можно проверить.
    [many] { $n } сообщённых инцидентов, которые можно проверить.
    *[other] { $n } сообщённых инцидента, которые можно проверить.
  }
home-ways = С чего начать
home-see-contradictions = В чём они расходятся
home-verify = Проверить опубликованную запись
home-cases-open = Открытые дела
