# Screens beside the daily ones: inbox, agreements, ledgers, coverage, comparison, reports, members, verification, settings, public pages.
#
# Ids: by screen, as in the files of those areas.

agreement-according-to = По словам
agreement-amends = изменяет { $what }
agreement-contested-by = Оспаривает
agreement-declared = Заявлено одной стороной; ничего не задерживает:
agreement-geometry-note = По примерной или неизвестной границе ничего не проверяется.
agreement-guarantor = гарант: { $name }
agreement-guarantor-of = Гарант для
agreement-guarantors = Гаранты
agreement-held = Этой редакции придерживаются
agreement-left-out = Исключено
agreement-not-tested = По этому тексту инциденты не проверяются.
agreement-observers = Наблюдатели
agreement-own-forces = Связаны ли его силы
agreement-phase-began = Началась
agreement-phase-planned = Намечена на
agreement-phases = Этапы
agreement-signed = Подписано
agreement-unusable = Соглашения, которые нельзя использовать
agreement-version = Версия

check-fails = не выполняется
check-holds = выполняется
check-open = не выяснено
check-says = примечание
check-warns = предупреждение

compare-alike = Совпадает
compare-differs = Различается
compare-more = Есть и другие пары; сначала эти.

coverage-according-to = по словам { $name }
coverage-days = По дням
coverage-denied = Отказы в доступе и другие препятствия
coverage-hindered = Что мешало
coverage-nobody-named = никто не назван
coverage-silence = День без записи – это день, о котором ничего не известно: тишина не есть мир.
coverage-undated = Записи без известного дня

help-does = Действие
help-key = Клавиша
help-query = Справка по поиску
help-query-fields = Имена, которые ставятся перед двоеточием
help-query-lists = Столбцы списков
help-query-words = Вводите слова, фразы в кавычках или имя и значение. Минус исключает. Должно выполняться всё.

inbox-add-limit = Не более 64 МиБ за раз.
inbox-added = Принято
inbox-claims = Утверждения, ожидающие просмотра
inbox-file = Файлы
inbox-known = Уже есть
inbox-none-failed = Всё переданное удалось принять.
inbox-taken = Что стало с файлами

ledger-all-entries = Все записи списком
ledger-beside-zero = Рядом с нулём – чего не было видно:
ledger-confirmed = Что каждый подтверждает из списка другого
ledger-enter = Внести в ведомости
ledger-enter-note = Записи пишутся в TOML, как для команды record --from, и проходят те же проверки. Пока есть ошибка, ничего не вносится.
ledger-entries = Записи
ledger-line = строка { $n }
ledger-not-in-fraction = не входит в долю
ledger-nothing-said = ничего не сказано о
ledger-refused = Ничего не внесено. Текст сохранён ниже.
ledger-same-figure = Одинаковое число не означает, что это те же инциденты.
ledger-sum = Проверка суммы
ledger-unanswered = без ответа

members-behind-note = Отставание значит, что при последнем высказывании участник не сообщил о новейших записях. Это не вина.
members-cosigned = Видели с соподписями
members-entries = Записей
members-histories = Противоречащие истории
members-lag = Отставание
members-last = Последнее заявление, по автору
members-liars = чтобы обмануть её, должны солгать вместе: { $n }
members-no-evidence = Здесь ничто не доказывает, что кто-либо подписал две несовместимые вещи.
members-no-policy = Политика свидетелей не принята.
members-not-recognised = Никто здесь не сказал, чей это ключ.
members-nothing-seen = Ни один участник не сообщил, что имеет от других.
members-of = Реестр участника
members-other-key = Имеющийся здесь реестр открыт другим ключом.
members-policies = Политики свидетелей и кворум
members-recognised = Кто кого признал и как
members-registers = Реестры
members-root = Корень

modality-clocks = Сроки
modality-complaints = Жалобы от
modality-inference = Можно ли засчитать недопуск наблюдателей против того, кто не допустил
modality-naming = Стандарт доказывания для указания имени
modality-quorum = Кворум, от каждого
modality-recusal = Гарант обвиняемого
modality-reply = Право на ответ, дней
modality-rule = Правило решения
modality-sanctions = Чего можно требовать от исполнителя
modality-silence = Процедура молчания, дней
modality-standard = Стандарт доказывания для решения
modality-urgent = Стандарт доказывания для срочных мер

people-as-written = Здесь только то, что написано в документах. О человеке больше ничего не известно.
people-not-merged = Похоже написанные имена. Они никогда не объединяются.
people-quoted = Утверждения, в цепочке которых стоит это имя

public-answered = ответ получен
public-author-open = Кто это сделал: исполнитель назван предположительно, никем не установлен.
public-no-day = Точный день
public-no-place = Точное место
public-no-report = Отчётов для публики ещё не выпущено.
public-one-origin = Есть ли второй независимый источник
public-origins = Копии одного сообщения считаются одним источником.
public-reported = Сообщённое не есть установленное. «Кем записано» не значит «кем совершено».
public-reports-of = Публичные отчёты за это время:
public-unknown = Неизвестное так и названо и никогда не считается нулём.
public-verify = Проверьте эту страницу. SHA-256 её данных:
public-what = Механизм, который записывает сообщения о перемирии, проверяет их по соглашению и показывает, на чём это основано.
public-withheld = Источники не показаны: { $n }.

report-all-issued = Выпущенные отчёты
report-issue-note = Выпуск записывает в реестр этого участника, что отчёт существует, с его хешем. Отозвать нельзя; его может заменить более поздний отчёт.
report-open-preview = Открыть предпросмотр
report-superseded = Заменён более поздним отчётом.

settings-density = Высота строк
settings-density-comfortable = просторно
settings-density-compact = плотно
settings-id = Идентификатор миссии
settings-keys = Сочетания клавиш
settings-keys-off = выключены
settings-keys-on = включены
settings-program = Программа
settings-theme = Оформление
settings-theme-dark = тёмное
settings-theme-light = светлое
settings-theme-system = как на устройстве

verify-checked = Что проверено
verify-file = Файл (.armistice)
verify-key = Ключ реестра, полученный другим путём (64 знака; без него ответ «нельзя сказать»)
verify-limits-said = Файл доказывает, что, кем и когда сказано. Он не доказывает, что источники говорили правду.
verify-note = Присланный файл проверяется и не сохраняется.
verify-statement = Заявление
verify-time = Время, по автору
field-a = Первый
field-b = Второй
field-case = Дело
field-of = От кого
field-verdict = Суждение
kind-by = К дате
kind-within = В течение срока
kind-continuous = Пока действует соглашение
kind-none = Без срока
kind-unknown = Срок неизвестен
status-no-contact = Никто не ответил
