# Ledgers of recorders, coverage, people.
#
# Ids: ledger-…, coverage-…, people-….

ledger-title = Журналы учёта
ledger-bulletins = Бюллетени и списки
ledger-recorder = Фиксирующий
ledger-window = Собственный период
ledger-unit = Единица счёта
ledger-total = Указанный итог
ledger-rows = Строки
ledger-concordance = Списки за один период рядом
ledger-in-both = в обоих
ledger-only-in = только в списке: { $name }
ledger-in-none = нет в списке ни одного гаранта
ledger-confirmation-rate = Подтверждено ({ $by }) из зафиксированного ({ $of })
ledger-share = { $part } из { $of }
ledger-no-list = Списка за этот период здесь нет: { $name }. Это не пустой список.
ledger-never-added = Числа в разных единицах никогда не складываются.
ledger-recorded-not-done = «Зафиксировал» никогда не значит «совершил».
ledger-observations = Наблюдения
ledger-access = Запросы доступа
ledger-calls = Звонки по горячей линии
ledger-call-answered-after = { $count ->
    [one] ответ через { $count } минуту
    [few] ответ через { $count } минуты
    [many] ответ через { $count } минут
    *[other] ответ через { $count } минуты
  }
ledger-grades = Оценки источника и сведений
ledger-withdrawn = больше не используется
ledger-empty = Здесь нет записей.
ledger-empty-next = Внесите список так, как его дал издатель, с его периодом и единицей.
ledger-enter-bulletin = Внести бюллетень
ledger-enter-observation = Внести наблюдение
ledger-enter-access = Внести запрос доступа
ledger-enter-call = Внести звонок
ledger-enter-performance = Внести сообщение о выполнении

# Coverage
coverage-title = Охват наблюдения
coverage-what = Где, когда и какими средствами можно было видеть
coverage-no-entry = записей нет: неизвестно
coverage-gap = Не видно или видно частично
coverage-languages = Читаемые языки
coverage-language-unread = не читается
coverage-enter = Внести, что можно было видеть

# People
people-title = Люди и источники
people-variants = Варианты написания имени
people-mentions = { $count ->
    [one] { $count } упоминание
    [few] { $count } упоминания
    [many] { $count } упоминаний
    *[other] { $count } упоминания
  }
people-same-question = Это одно и то же лицо?
people-sources = Издания и агентства
people-protected = Имена защищаемых источников не показываются.
people-empty = В документах никто не назван.
