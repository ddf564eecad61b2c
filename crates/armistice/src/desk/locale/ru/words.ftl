# The words for enumerations: kind and value.
#
# Where the report has a word for the same thing, it is the same word (a test compares them).

# act
act-none = Действие не указано
act-small-arms-fire = Огонь из стрелкового оружия
act-shelling = Артиллерийский или ракетный обстрел
act-direct-heavy-fire = Огонь прямой наводкой из тяжёлого оружия
act-air-strike = Авиаудар
act-drone-strike = Удар беспилотника
act-bombardment = Обстрел или бомбардировка, средство не указано
act-armed-clash = Вооружённое столкновение
act-ground-assault = Наземная атака
act-raid = Рейд
act-explosive = Мина или взрывное устройство
act-suicide-attack = Нападение смертника
act-chemical-attack = Применение химического вещества
act-attack = Нападение, средство не указано
act-seizure-of-ground = Продвижение или захват территории
act-fortification = Новая позиция или укрепление
act-troop-movement = Перемещение сил
act-weapon-in-zone = Тяжёлое вооружение там, где оно не допускается
act-overflight = Пролёт
act-killing = Убийство
act-injury = Ранение
act-attack-on-protected-object = Нападение на охраняемый объект
act-abduction = Похищение
act-arrest = Арест или задержание
act-forced-recruitment = Принудительная вербовка
act-sexual-violence = Сексуальное насилие
act-forced-displacement = Насильственное перемещение
act-destruction-of-property = Уничтожение имущества
act-siege = Осада или блокада
act-aid-obstruction = Препятствование помощи
act-aid-delivery = Доставка помощи
act-utility-cut = Отключение воды или электричества
act-closure = Закрытие дороги или пункта пропуска
act-release-of-detainees = Освобождение задержанных
act-obstruction-of-monitors = Препятствование наблюдателям
act-attack-on-monitors = Нападение на наблюдателей
act-sensor-interference = Помехи работе датчиков
act-incitement = Подстрекательство
act-provocation = Провокация, не указано какая
act-non-performance = Невыполнение обязательства
act-violation-unspecified = Предполагаемое нарушение, не указано какое
act-signing = Подписание
act-talks = Переговоры
act-withdrawal = Отвод
act-disarmament = Разоружение
act-ceasefire-upkeep = Соблюдение режима прекращения огня
act-monitoring-set-up = Создание системы наблюдения

# fact
fact-unassessed = не оценено
fact-unverified = не проверено: об этом говорят только стороны конфликта
fact-single-origin = один первоисточник
fact-corroborated = подкреплено
fact-verified = проверено механизмом
fact-contradicted = оспаривается
fact-refuted = опровергнуто механизмом
fact-not-verifiable = не поддаётся проверке

# count
count-killed = убито
count-injured = ранено
count-casualties = убито или ранено
count-missing = пропало без вести
count-detained = задержано
count-abducted = похищено
count-released = освобождено
count-displaced = перемещено
count-violations = нарушения, по подсчёту фиксирующего
count-strikes = удары
count-rounds = снаряды
count-explosions = взрывы
count-attacks = нападения
count-vehicles = транспортные средства
count-buildings = здания
count-settlements = населённые пункты
count-persons = присутствовавшие лица
count-other = прочее

# person
person-civilians = гражданские лица
person-children = дети
person-women = женщины
person-fighters = бойцы
person-soldiers = военнослужащие
person-monitors = наблюдатели
person-all = все, без различия
person-unknown = статус неизвестен

# place-precision
place-precision-exact = точно
place-precision-settlement = населённый пункт
place-precision-near = вблизи
place-precision-admin3 = известен только подрайон
place-precision-admin2 = известен только район
place-precision-admin1 = известна только провинция
place-precision-region = известен только регион
place-precision-country = известна только страна
place-precision-unknown = место неизвестно

# complainant
complainant-public = представитель общественности
complainant-own-initiative = сам механизм

# outcome
outcome-not-an-incident = не является инцидентом по соглашению
outcome-relevant-incident-no-violation = относящийся к делу инцидент, не нарушение
outcome-minor-violation = незначительное нарушение
outcome-serious-violation = серьёзное нарушение

# attribution
attribution-attributed = отнесено на счёт
attribution-probably-attributed = вероятно, отнесено на счёт
attribution-not-attributed = ответственность не отнесена ни на чей счёт
attribution-several = отнесено на счёт нескольких

# not-determined
not-determined-unanimous = единогласно
not-determined-qualified = с оговорками
not-determined-majority-with-dissent = большинством, с особым мнением
not-determined-no-quorum = нет кворума
not-determined-deadlock = тупик
not-determined-lapsed = процедура умолчания истекла
not-determined-seats-contested = места оспариваются
not-determined-standard-not-reached = стандарт доказывания не достигнут
not-determined-facts-only = по соглашению решения не принимает никто
not-determined-pending = на рассмотрении
not-determined-dismissed = отклонено при первичной проверке
not-determined-withdrawn = жалоба отозвана
not-determined-settled = спор урегулирован на месте; факт остаётся
not-determined-closed = закрыто без решения

# position
position-concur = согласен
position-concur-in-part = согласен частично
position-dissent = не согласен
position-recuse = не участвует
position-no-opinion = не имеет мнения
position-silent = не высказал мнения в срок
position-consents-by-silence = не высказал мнения в срок, что по соглашению означает согласие
position-too-few = присутствовало меньше, чем требуется
position-unseated = место никем не занято
position-contested = место оспаривается

# finding-about
finding-about-fact = факт
finding-about-attribution = ответственность
finding-about-clause = положение соглашения
finding-about-area = кто контролировал район
finding-about-condition = условие

# reached
reached-none = не доказано
reached-suspicion = обоснованное подозрение
reached-reasonable-grounds = разумные основания полагать
reached-balance-of-probabilities = баланс вероятностей
reached-clear-and-convincing = ясные и убедительные доказательства

# answer
answer-yes = да
answer-no = нет
answer-cannot-be-determined = невозможно установить

# means
means-heard = слышно
means-saw = видно
means-camera = камера
means-uav = беспилотник механизма
means-satellite = спутник
means-sensor = датчик
means-patrol = патруль
means-post = пост
means-reports = сообщения других

# watch
watch-observed = как запланировано
watch-limited = частично
watch-not-observed = совсем нет
watch-no-entry = записей нет

# hindrance
hindrance-none = нет
hindrance-outage = отказ оборудования
hindrance-access-denied = отказано в доступе
hindrance-jamming = глушение сигнала
hindrance-weather = погода
hindrance-insecurity = небезопасно
hindrance-no-post = там никого нет
hindrance-withdrawn = люди отозваны
hindrance-language = язык не читается
hindrance-not-stated = не указано

# access-outcome
access-outcome-granted = предоставлен
access-outcome-denied = отказано
access-outcome-delayed = задержан
access-outcome-conditional = на условиях
access-outcome-no-answer = без ответа
access-outcome-open = открыт
access-outcome-disputed = участники говорят разное

# call
call-de-escalated = прекратилось
call-undertaken = обещано прекратить
call-denied = отрицается
call-no-contact = никто не ответил
call-continued = продолжилось
call-open = открыт
call-overdue = нет ответа в срок
call-disputed = участники говорят разное
call-answered = отвечен

# counted
counted-violations = нарушения, по терминологии фиксирующего
counted-incidents = инциденты
counted-complaints = жалобы
counted-fatal-events = события с гибелью людей из набора данных
counted-observations = наблюдения

# standing
standing-recorded = собственный список фиксирующего
standing-party-declared = заявлено стороной
standing-verified = проверено механизмом
standing-open = идёт
standing-met = соблюдён
standing-late = с опозданием
standing-overdue = просрочен
standing-over = истёк
standing-stopped = остановлен
standing-not-shown = не показан

# sum
sum-agrees = сходятся
sum-differs = не сходятся
sum-incomplete = нельзя проверить
sum-disputed = участники внесли по-разному

# scope
scope-in-scope = входит в сферу действия (предполагаемое нарушение)
scope-out-of-scope = вне сферы действия
scope-cannot-be-determined = невозможно установить

# question
question-in-time = в сроки действия?
question-in-territory = на территории действия?
question-between-parties = между сторонами?
question-excluded-actor = исключённый субъект?
question-excluded-area = исключённый район?
question-act-prohibited = действие запрещено?
question-exception = исключение?

# observed
observed-explosion = взрывы
observed-burst = очереди
observed-shot = выстрелы
observed-projectile = снаряды в полёте
observed-flare = осветительные ракеты
observed-overflight = пролёты
observed-weapon = вооружения
observed-vehicle = транспортные средства
observed-convoy-item = единицы груза колонны
observed-impact = следы попаданий

# cell
cell-matched = одинаковые цифры
cell-only-a = только первый
cell-only-b = только второй
cell-disagree = разные цифры
cell-not-stated = один из них не указал
cell-place-open = те же слова, возможно, два места

# change
change-new = новое
change-gone = ничего не осталось
change-act = действие
change-place = место
change-time = время
change-status = статус факта
change-origins = независимые первоисточники
change-counts = цифры

# recorder
recorder-guarantor = гарант
recorder-other = третья сторона

# obligation-state
obligation-state-open = открыто, без срока
obligation-state-due-on = срок ещё не наступил
obligation-state-met-in-time = сообщено о выполнении в срок
obligation-state-met-late = сообщено о выполнении с опозданием
obligation-state-overdue = просрочено, о выполнении не сообщалось
obligation-state-extended = продлено по договорённости
obligation-state-contested = сообщения расходятся
obligation-state-cannot-be-determined = невозможно установить

# performance
performance-done = выполнено
performance-partly = выполнено частично
performance-not-done = не выполнено
performance-extended = продлено по договорённости

# bearer
bearer-all-parties = все стороны
bearer-all-guarantors = все гаранты

# remedy
remedy-done = сделано и проверено
remedy-partly = сделано частично
remedy-refused = отказано
remedy-undertaken = обещано
remedy-overdue = просрочено
remedy-open = открыто

# progress
progress-done = сделано и проверено
progress-partly = сделано частично
progress-refused = отказано
progress-undertaken = обещано
progress-overdue = просрочено
progress-open = открыто

# stage
stage-received = получено
stage-registered = зарегистрировано
stage-screened-out = отсеяно, другие могут возразить
stage-preliminary-assessment = предварительная оценка
stage-opened = открыто
stage-tasked = поручено группе
stage-under-verification = идёт проверка
stage-access-blocked = доступ заблокирован
stage-facts-established = факты установлены
stage-not-verifiable = не поддаётся проверке
stage-notice-sent = уведомление направлено
stage-component-review = на рассмотрении у компонентов
stage-response-received = ответы получены
stage-no-response = нет ответа в срок
stage-draft = проект у компонентов
stage-determined = решение принято
stage-not-determined = решение не принято
stage-remedial-action-requested = запрошены меры по исправлению
stage-follow-up = под контролем исполнения
stage-closed = закрыто
stage-reopened = возобновлено

# case-state
case-state-received = получено
case-state-registered = зарегистрировано
case-state-screened-out = отсеяно, другие могут возразить
case-state-preliminary-assessment = предварительная оценка
case-state-opened = открыто
case-state-tasked = поручено группе
case-state-under-verification = идёт проверка
case-state-access-blocked = доступ заблокирован
case-state-facts-established = факты установлены
case-state-not-verifiable = не поддаётся проверке
case-state-notice-sent = уведомление направлено
case-state-component-review = на рассмотрении у компонентов
case-state-response-received = ответы получены
case-state-no-response = нет ответа в срок
case-state-draft = проект у компонентов
case-state-determined = решение принято
case-state-not-determined = решение не принято
case-state-remedial-action-requested = запрошены меры по исправлению
case-state-follow-up = под контролем исполнения
case-state-closed = закрыто
case-state-reopened = возобновлено

# text-status
text-status-authentic = аутентичный
text-status-leaked = опубликован кем-то другим
text-status-draft = проект
text-status-unknown = неизвестно

# source
source-text = так сказано в соглашении
source-mechanism-default = соглашение об этом молчит; правило механизма

# rule
rule-unanimous = единогласно
rule-consensus = консенсус
rule-majority-per-constituency = большинство каждого компонента
rule-majority = большинство
rule-chair = решает председатель
rule-facts-only = никто не решает, сообщаются только факты

# standard
standard-credible-report = заслуживающее доверия сообщение
standard-reasonable-grounds = разумные основания полагать
standard-balance-of-probabilities = баланс вероятностей
standard-clear-and-convincing = ясные и убедительные доказательства

# redacted
redacted-source-protection = не показано: защита источника
redacted-observer-safety = не показано: безопасность наблюдателей
redacted-operational = не показано: оперативные причины

# stretch
stretch-baseline = до вступления соглашения в силу
stretch-first = с этого времени
stretch-previous = предыдущий период
stretch-now = период

# act-group
act-group-hostile = Применение силы
act-group-territorial = Территория, позиции, перемещения
act-group-persons = Против лиц и охраняемых объектов
act-group-humanitarian = Гуманитарный доступ
act-group-mechanism = В отношении механизма
act-group-provocative = Провокационные действия
act-group-non-performance = Невыполнение
act-group-unspecified = Не указано

# claim-kind
claim-kind-incident = инцидент
claim-kind-allegation = обвинение
claim-kind-denial = отрицание
claim-kind-total = итог за войну или период
claim-kind-agreement-fact = факт о соглашении или переговорах
claim-kind-agreement-scope = что охватывает соглашение
claim-kind-demand = требование
claim-kind-pledge = обещание
claim-kind-condition = объявленное условие
claim-kind-proposal = предложение
claim-kind-plan = план или ожидание
claim-kind-refusal = отказ
claim-kind-position = позиция
claim-kind-context = контекст

# polarity
polarity-asserted = утверждается
polarity-negated = отрицается
polarity-open = оставлено открытым

# chain-role
chain-role-outlet = издание
chain-role-agency = информационное агентство
chain-role-cited-outlet = цитируемое издание
chain-role-speaker = говорящий
chain-role-unnamed-source = неназванный источник
chain-role-recorder = фиксирующий
chain-role-document = документ
chain-role-cited-group = цитируемая группа

# time-precision
time-precision-minute = с точностью до минуты
time-precision-hour = с точностью до часа
time-precision-part-of-day = часть дня
time-precision-day = с точностью до дня
time-precision-days = несколько дней
time-precision-week = с точностью до недели
time-precision-month = с точностью до месяца
time-precision-year = с точностью до года
time-precision-period = более длительный период
time-precision-unknown = время неизвестно

# time-basis
time-basis-stated = указано в тексте
time-basis-metadata = из метаданных страницы
time-basis-publication-line = из строки публикации
time-basis-relative-to-publication = отсчитано от публикации
time-basis-relative-to-copied-text = отсчитано от скопированного текста
time-basis-year-inferred = год выведен
time-basis-counted-from-agreement = отсчитано от соглашения
time-basis-caption = из подписи к снимку
time-basis-not-before-newest-date = не ранее самой поздней даты в тексте
time-basis-data-column = из столбца набора данных
time-basis-unresolved = сказано, но не поддаётся определению
time-basis-not-stated = не указано

# tense
tense-past = прошедшее
tense-future = будущее
tense-unknown = неизвестно

# bond
bond-same = из одного первоисточника
bond-perhaps = возможно, из одного первоисточника
bond-none = из разных первоисточников

# verdict
verdict-same = то же самое
verdict-different = разное
verdict-unsure = не уверен

# relation
relation-contradiction = противоречие
relation-update = обновление
relation-different-scope = разный охват
relation-different-definition = разное определение

# key-role
key-role-statements = подписывает записи
key-role-checkpoints = подписывает контрольные записи
key-role-witness = подписывает как свидетель
key-role-recovery = восстанавливает утраченный ключ

# key-reason
key-reason-rotated = заменён планово
key-reason-lost = утрачен
key-reason-compromised = может быть у кого-то другого
key-reason-retired = больше не используется

# erasure
erasure-fields = названные поля
erasure-all = всё запечатанное в ней

# misbehaviour
misbehaviour-two-statements = две записи на одном месте реестра
misbehaviour-two-checkpoints = две контрольные записи, несовместимые друг с другом
misbehaviour-two-openings = два вскрытия одной печати

# part-of-day
part-of-day-morning = утро
part-of-day-afternoon = день
part-of-day-evening = вечер
part-of-day-night = ночь
part-of-day-overnight = в ночь

# screening
screening-passed = относится к ведению механизма
screening-outside-mandate = вне мандата
screening-duplicate = уже есть другое дело
screening-no-incident = инцидент не описан
screening-withdrawn = жалоба отозвана

# method
method-direct-observation = прямое наблюдение
method-site-visit = посещение места
method-remote-sensor = дистанционный датчик
method-interviews = беседы
method-documents = документы
method-joint-team = совместная группа

# obstacle
obstacle-access-denied = отказано в доступе
obstacle-time-passed = прошло слишком много времени
obstacle-insecurity = небезопасно
obstacle-no-means = нет средств
obstacle-contradictory = имеющиеся сведения противоречивы

# ground
ground-resolved = устранено
ground-determined = решение принято
ground-not-determined = решение не принято
ground-withdrawn = жалоба отозвана
ground-settled-locally = урегулировано на месте
ground-dismissed = отклонено при первичной проверке

# objectable
objectable-dismissal = отклонение
objectable-closing = закрытие
objectable-publication = публикация
objectable-seat = место

# heading
heading-outgoing = исходящий
heading-impact = попадание
heading-lateral = боковой
heading-undetermined = не определено

# recorded-as
recorded-as-listed = в его списке
recorded-as-confirmed = подтвердил
recorded-as-rejected = отклонил
recorded-as-not-addressed = не рассмотрел

# reliability
reliability-A = A – надёжный
reliability-B = B – обычно надёжный
reliability-C = C – довольно надёжный
reliability-D = D – обычно ненадёжный
reliability-E = E – ненадёжный
reliability-F = F – оценить невозможно

# credibility
credibility-1 = 1 – подтверждено независимыми первоисточниками
credibility-2 = 2 – вероятно, верно
credibility-3 = 3 – возможно, верно
credibility-4 = 4 – сомнительно
credibility-5 = 5 – маловероятно
credibility-6 = 6 – оценить невозможно

# checked
checked-verified = проверено механизмом
checked-refuted = опровергнуто механизмом
checked-not-verifiable = не поддаётся проверке

# edition
edition-internal = внутренний
edition-public = открытый

# report-kind
report-kind-daily = ежедневный доклад
report-kind-weekly = еженедельный доклад
report-kind-period = доклад
report-kind-closing = заключительный доклад

# group-stance
group-stance-agrees = согласен
group-stance-consents-by-silence = согласен молчанием
group-stance-dissents = не согласен
group-stance-divided = мнения разделились
group-stance-no-opinion = не имеет мнения
group-stance-recused = не участвует
group-stance-too-few = присутствовало слишком мало
group-stance-silent = молчит
group-stance-unseated = место не занято
group-stance-contested = место оспаривается

# case-clock
case-clock-screening = первичная проверка
case-clock-objection = возражение
case-clock-assessment = оценка
case-clock-tasking = поручение группе
case-clock-reply = право на ответ
case-clock-report = доклад
case-clock-opinion = мнения
case-clock-publication = публикация
case-clock-remedy = меры по исправлению
case-clock-follow-up = контроль исполнения
case-clock-closing = закрытие

# seat
seat-speaks = может высказываться
seat-works = может вести дела
seat-decides = также принимает решения

# term-status
term-status-ahead = ещё не начался
term-status-running = действует
term-status-ended = завершён
term-status-term-over = срок истёк

# touches
touches-incidents = инциденты
touches-obligations = обязательства
touches-decisions = решения
touches-names = названия
touches-nothing = ничего

# actor-kind
actor-kind-party = сторона
actor-kind-supporting-force = поддерживающая сила
actor-kind-excluded = исключённый субъект
actor-kind-guarantor = гарант
actor-kind-observer = наблюдатель
actor-kind-third = третья сторона

# adherence
adherence-signed = подписал
adherence-joined = присоединился позднее
adherence-claimed = заявлено
adherence-denied = отрицается

# endorsement
endorsement-all = подписали все
endorsement-some = подписали некоторые
endorsement-none = не подписал никто
endorsement-unknown = неизвестно

# instrument
instrument-statement = заявление
instrument-agreement = соглашение
instrument-memorandum = меморандум
instrument-protocol = протокол
instrument-terms-of-reference = круг ведения
instrument-resolution = резолюция
instrument-orders = приказы
instrument-other = прочее

# ending
ending-open = окончание не установлено
ending-fixed = заканчивается в определённый день
ending-terminated = прекращено
ending-unknown = неизвестно

# known
known-yes = да
known-no = нет
known-unknown = неизвестно

# territory
territory-whole-country = вся страна
territory-listed-divisions = перечисленные административные единицы
territory-zones-only = только зоны
territory-unknown = неизвестно

# cover
cover-whole = целиком
cover-part = часть

# area
area-control = кто контролирует район
area-operations = боевые действия против кого-либо в районе
area-presence = присутствие в районе

# geometry
geometry-exact = точная граница
geometry-indicative = ориентировочная граница
geometry-none = граница неизвестна

# permission
permission-self-defence = самооборона
permission-against-excluded-actor = против исключённого субъекта
permission-exercise = учения
permission-notified-movement = перемещение с уведомлением
permission-humanitarian = гуманитарная деятельность
permission-other = прочее

# condition
condition-response = это ответ на нападение
condition-proportionate = это соразмерно
condition-immediate-threat = это отражение непосредственной угрозы
condition-ordered = приказ отдало командование, названное в тексте
condition-hotline-exhausted = механизм координации до этого не помог
condition-notified = об этом уведомили заранее
condition-target-excluded = цель – исключённый субъект

# due
due-by = к определённому дню
due-within = в течение срока
due-recurring = периодически
due-continuous = постоянно
due-none = срок не установлен
due-unknown = неизвестно

# said
said-demand = требование
said-undertaking = обещание
said-declared-condition = объявленное условие

# recusal
recusal-none = никто
recusal-not-alone = обвиняемый не решает один
recusal-recused = обвиняемый не участвует

# on-expiry
on-expiry-not-determined-with-positions = решение не принято, позиции приводятся
on-expiry-consent = молчание означает согласие

# retest
retest-new = новое
retest-changed = изменилось
retest-unchanged = без изменений
retest-gone = исчезло

# would-change
would-change-narrower-time = более точное время
would-change-record-of-end = сведения о том, прекратил ли текст действие
would-change-finer-place = место или более точное место
would-change-border = граница зоны или района
would-change-named-author = кто это сделал
would-change-named-affected = кто пострадал
would-change-named-sides = кто воевал и кто начал
would-change-holder = кто контролировал место в это время
would-change-area-evidence = доказательства о районе
would-change-adherence-record = бесспорное подтверждение присоединения
would-change-guarantor-words = слова текста о собственных силах гаранта
would-change-named-act = что было сделано и каким средством
would-change-condition-evidence = доказательства о выполнении условия

# date-role
date-role-meta-published = дата публикации в метаданных
date-role-meta-modified = дата изменения в метаданных
date-role-publication-line = строка публикации
date-role-page-header = шапка страницы
date-role-caption = подпись к снимку
date-role-url = адрес страницы
date-role-lead = первый абзац
date-role-body = основной текст
date-role-agreement-age = давность соглашения

# format
format-html = веб-страница
format-text = простой текст
format-markdown = текст Markdown
format-event-data = строки набора данных

# role
role-public = читатель
role-viewer = читатель с доступом
role-analyst = аналитик
role-case-officer = ответственный за дела
role-head = руководитель компонента
role-administrator = администратор

# class
class-open = открытое
class-restricted = ограниченного доступа

# status
status-unassessed = Не оценено
status-unverified = Сообщено – только сторонами конфликта
status-single-origin = Сообщено – один первоисточник
status-corroborated = Подкреплено
status-verified = Проверено механизмом
status-contradicted = Оспаривается
status-refuted = Опровергнуто механизмом
status-not-verifiable = Не поддаётся проверке
status-determined = Решение принято
status-not-established = Не установлено
status-not-a-violation = Не нарушение
status-cannot-be-determined = Невозможно установить
status-open = открыто
status-answered = есть ответ
status-not-reached = никто не ответил
status-overdue = просрочено
status-disputed = участники говорят разное
status-stated = указано
status-not-stated = не указано
status-in-scope = Входит в сферу действия (предполагаемое нарушение)
status-out-of-scope = Вне сферы действия

# determination
determination-unanimous = Решение принято единогласно
determination-qualified = Решение принято с оговорками
determination-majority-with-dissent = Решение принято большинством, с особым мнением
determination-not-determined = Решение не принято

# says
says-supports = подтверждает
says-against = говорит против
says-silent = молчит

# statement
statement-seat-taken = занял место
statement-seat-left = освободил место
statement-case-received = внёс жалобу
statement-case-registered = присвоил делу номер
statement-case-screened = провёл первичную проверку
statement-objected = возразил
statement-case-withdrawn = отозвал жалобу
statement-case-assessed = написал предварительную оценку
statement-case-opened = открыл расследование
statement-case-tasked = дал поручение группе
statement-verification-begun = начал проверку
statement-access-blocked = зафиксировал, что доступ заблокирован
statement-finding-made = сделал вывод
statement-not-verifiable = указал, что проверить нельзя
statement-notice-sent = направил уведомление
statement-response-given = передал ответ
statement-draft-presented = представил проект
statement-opinion-given = высказал мнение
statement-remedy-requested = запросил меры по исправлению
statement-remedy-followed = сообщил о мерах по исправлению
statement-case-settled = зафиксировал урегулирование на месте
statement-closing-proposed = предложил закрыть дело
statement-case-reopened = возобновил дело
statement-confirmation-given = дал подтверждение

# ledger-kind
ledger-kind-bulletin = бюллетень
ledger-kind-listing = запись в списке
ledger-kind-observation = наблюдение
ledger-kind-coverage = охват наблюдения
ledger-kind-access = запрос доступа
ledger-kind-call = звонок
ledger-kind-obligation-report = сообщение о выполнении
ledger-kind-report = доклад

# kind
kind-before = до определённого дня
kind-once = однократно
kind-recurring = периодически
kind-standing = постоянно
kind-condition = связано с условием

# is
is-single-origin = с одним первоисточником
is-undated = без известного времени
is-aggregate = за отрезок времени
is-open = открыто
is-overdue = просрочено
is-disputed = оспаривается
is-unplaced = без известного места
is-area-only = известен только район
is-withdrawn = отозвано
is-obstructed = при препятствовании

# has
has-contradiction = противоречие
has-denial = отрицание
has-harm = указан ущерб
has-point = точка на карте
has-case = дело
has-copies = копии
has-listing = запись в списке
has-reply = ответ
has-problem = проблема

# time-match
time-match-surely = точно в этот период
time-match-possibly = возможно, в этот период
time-match-undated = без известного времени

# cut
cut-markup = разметка
cut-whitespace = пробелы
cut-navigation = навигация
cut-widget = виджет
cut-comments = комментарии читателей
cut-related-link = ссылка на другие статьи
cut-caption = подпись к снимку
cut-title = заголовок
cut-byline = строка автора
cut-credit-line = строка об источнике
cut-page-date = дата страницы
cut-legal = правовое уведомление
cut-advertisement = реклама
cut-error-notice = сообщение об ошибке страницы
cut-repeat = повтор текста
cut-other = прочее

# problem
problem-unreadable = Запрос не читается
problem-sign-in = Сначала войдите
problem-not-allowed = Ваша роль этого не позволяет
problem-not-here = Здесь ничего нет
problem-method = Не этим методом
problem-conflict = Там уже другое
problem-stale = Это изменилось с тех пор, как вы читали
problem-too-large = Слишком велико
problem-media-type = Не в этом формате
problem-refused = Отклонено правилами
problem-say-which = Укажите, какую версию вы имеете в виду
problem-too-many = Слишком много запросов
problem-broken = Здесь произошёл сбой
problem-busy = Занято

# step
step-receive = Принять жалобу
step-register = Присвоить номер
step-screen = Первичная проверка
step-assess = Написать предварительную оценку
step-open = Открыть расследование
step-task = Поручить группе
step-verify = Начать или продолжить проверку
step-blocked = Зафиксировать, что доступ заблокирован
step-find = Сделать вывод
step-not-verifiable = Указать, что проверить нельзя
step-notice = Направить уведомление
step-respond = Передать ответ
step-draft = Представить проект
step-opine = Высказать мнение
step-remedy = Запросить меры по исправлению
step-follow = Сообщить о ходе мер по исправлению
step-settle = Зафиксировать урегулирование на месте
step-close = Предложить закрыть
step-reopen = Возобновить
step-withdraw = Отозвать жалобу
step-object = Возразить

# field
field-accused = Названы в жалобе
field-actor = Субъект
field-adverse-inference = Отказ отвечать и вывод из него
field-affected = Пострадавшие
field-agreement = Соглашение
field-answer = Ответ
field-assessor = Оценивающий
field-attribution = Ответственность
field-between = Между
field-blind = Оценено без знания оценки источника
field-by = Кем
field-claim = Утверждения
field-clause = Положения
field-closing = Возражение против закрытия
field-complainant = Жалоба от
field-contrary = Говорит против
field-criterion = О чём ответ
field-dismissal = Возражение против отклонения
field-document = Документы
field-draft = Проект
field-due = Срок
field-duplicate-of = Повторяет дело
field-finding = Выводы
field-from = С
field-ground = Основание
field-guarantor = Гаранты
field-incident = Инциденты
field-interim = Временно
field-method = Метод
field-number = Номер
field-obstacle = Препятствие
field-outcome = Исход
field-partial = Частично
field-persons = Представители за мнением
field-position = Позиция
field-progress = Ход выполнения
field-publication = Возражение против публикации
field-reached = Достигнутый стандарт
field-remedy = Мера по исправлению
field-reply-by = Ответ до
field-result = Результат
field-rung = Ступень шкалы соглашения
field-seat = Место
field-supersedes = Заменяет
field-team = Группа
field-test = Выполнено, когда
field-text = Текст
field-to = Кому, до
field-urgent = Срочно
field-id = Идентификатор
field-status = Статус
field-scope = Сфера действия
field-kind = Вид
field-adm1 = Провинция
field-country = Страна
field-place = Место
field-precision = Точность
field-party = Названный субъект
field-recorded-by = Кем зафиксировано
field-source = Издание или агентство
field-language = Язык
field-about = О чём
field-since = С
field-until = До
field-time = Время
field-origins = Независимые первоисточники
field-harm = Пострадавшие люди
field-documents = Документы
field-is = Каково
field-has = Содержит
field-class = Уровень доступа
field-changed-since = Изменено с
statement-mission-opened = открыл свой реестр
statement-agreement-adopted = принял текст соглашения
statement-document-captured = принял документ
statement-text-read = прочитан текст документа
statement-claims-read = из документа прочитаны утверждения
statement-copies-found = нашёл общий текст
statement-compared = сравнил документы
statement-judged = решил, одно ли это событие
statement-sealed = запечатал материал
statement-revealed = открыл запечатанные поля всем
statement-released = передал запечатанные поля
statement-erased = уничтожил запечатанный материал
statement-reaffirmed = подтвердил сомнительные записи
statement-bulletin-recorded = внёс бюллетень
statement-incident-listed = внёс, что регистратор его перечисляет
statement-observation-recorded = внёс наблюдение
statement-coverage-recorded = внёс, что можно было видеть
statement-access-recorded = внёс запрос о доступе
statement-call-logged = записал звонок
statement-obligation-reported = сообщил об обязательстве
statement-source-graded = оценил источник
statement-information-graded = оценил сведения
statement-coded = закодировал поле
statement-incident-checked = внёс итог своей проверки
statement-incident-tested = сопоставил его с соглашением
statement-source-withdrawn = снял документ как источник
statement-report-issued = выпустил доклад
