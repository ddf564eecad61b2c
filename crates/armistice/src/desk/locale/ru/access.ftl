# Coming in
access-sign-in = Войти
access-sign-out = Выйти
access-sign-out-everywhere = Выйти на всех устройствах
access-name = Имя
access-name-own = Ваше имя на этом рабочем месте
access-name-hint = Его видят коллеги. В реестр оно не попадает.
access-name-bad = Это имя не годится: оно пустое, слишком длинное или содержит невидимые знаки.
access-name-taken = Это имя уже у другой учётной записи. Выберите другое.
access-password = Пароль
access-password-now = Нынешний пароль
access-password-new = Новый пароль
access-password-rule = Не короче чем { $least } знаков. Хорошо подходят несколько слов.
access-password-short = Пароль слишком короткий.
access-password-long = Пароль слишком длинный.
access-password-simple = Пароль слишком прост: в нём мало разных знаков или он повторяет имя.
access-password-wrong = Нынешний пароль указан неверно.
access-password-and-codes = Пароль и коды
access-password-is-set = Пароль и коды заданы.
access-password-is-not-set = Пароль не задан.
access-password-set = Задать пароль
access-code = Код
access-code-hint = Шесть цифр из приложения или один из кодов восстановления.
access-code-now = Код, который сейчас показывает приложение
access-code-wrong = Код не подходит. Проверьте часы устройства и попробуйте ещё раз.
access-totp-how = Введите этот секрет в приложение для одноразовых кодов:
access-totp-open = Открыть в приложении
access-wrong = Имя, пароль или код указаны неверно.
access-wait = Слишком много попыток с этим именем. Подождите, секунд: { $seconds }.
access-wait-a-while = Слишком много попыток. Подождите несколько минут.
access-link-hint = Программа печатает ссылку для входа там, где её запустили. Она действует один раз.
access-link-confirm = Эта ссылка впускает один раз.
access-link-void = Ссылка уже использована или устарела. Запросите новую: armistice account link
access-passkey-use = Войти с ключом доступа
access-invitation = Приглашение
access-invited = Вас приглашают в роли: { $role }
access-invitation-void = Приглашение не действует: оно использовано, отозвано или устарело. Попросите новое.
access-join = Открыть мою учётную запись
access-way-password = С паролем и кодами
access-way-passkey = С ключом доступа
access-way-passkey-hint = Ключ доступа создаётся на следующей странице.

# What was typed when a session had ended
access-held-title = Введённое сохранено
access-held-kept = Ваш сеанс закончился. Войдите, и форма вернётся такой, какой вы её оставили.
access-held-here = Это ещё не отправлено. Проверьте и отправьте.
access-held-send = Отправить сейчас
access-held-forget = Удалить

# The own account
access-account = Ваша учётная запись
access-no-proof = У вас нет ни ключа доступа, ни пароля. Без них каждый раз нужна новая ссылка.
access-role-is = Ваша роль: { $role }
access-language = Язык
access-language-bad = Этого языка здесь нет.
access-save = Сохранить
access-passkeys = Ключи доступа
access-passkeys-none = Пока ни одного.
access-passkey-add = Добавить ключ доступа
access-passkey-hint = Ключ доступа остаётся на устройстве или аппаратном ключе. Два надёжнее одного.
access-passkey-refused = Ключ доступа не принят.
access-remove = Убрать
access-recovery = Коды восстановления
access-recovery-left = Осталось кодов восстановления: { $count }
access-recovery-make = Создать новые коды восстановления
access-recovery-once = Эти коды показываются один раз. Каждый один раз заменяет одноразовый код. Храните их на бумаге.
access-sessions = Где вы вошли
access-this-session = этот сеанс
access-method = Способ
access-began = С какого времени
access-seen = Последнее действие
access-end = Завершить
access-events = Что происходило с этой учётной записью
access-never = никогда
access-back = Назад
access-not-done = Это не сделано
access-failed = Сбой на нашей стороне. Попробуйте ещё раз; если повторится, посмотрите, что сообщает сервер.

# Tokens
access-tokens = Токены для программ
access-tokens-none = Токенов нет.
access-token-new = Новый токен
access-token-make = Создать токен
access-token-once = Токен показывается один раз. Скопируйте его сейчас.
access-token-no-scope = Выберите хотя бы одну область.
access-label = Для чего
access-scopes = Области
access-until = До
access-used = Последнее использование
access-revoke = Отозвать
access-days = Срок действия, дней

# Accounts of a team
access-accounts = Учётные записи
access-no-account = Такой учётной записи нет.
access-role = Роль
access-role-bad = У учётной записи не может быть такой роли.
access-last-administrator = Это последний администратор. Сначала назначьте другого.
access-you = (вы)
access-closed = закрыта
access-close = Закрыть
access-reset = Сбросить
access-reset-once = Пароль, коды и ключи этой учётной записи недействительны. Передайте ссылку владельцу; она показывается один раз и действует, минут: { $minutes }.
access-proofs = Входит с помощью
access-proof-none = только по ссылке
access-proof-password = пароль и коды
access-proof-passkeys = ключи доступа: { $count }
access-invite = Пригласить
access-invite-for = Для кого (заметка для себя)
access-invite-make = Создать приглашение
access-invite-once = Передайте этот адрес надёжным путём. Он показывается один раз и действует, часов: { $hours }.
access-withdraw = Отозвать
access-table = Кому что разрешено
access-may = Разрешено

# Restrictions
access-restricted = Доступно не всем
access-restricted-what = Дело или документ с ограничением видят только допущенные. Все, кого это касается, видят, что ограничение введено.
access-restrict = Ограничить
access-unrestrict = Снова открыть всем
access-let-in = Допустить
access-put-out = Исключить
access-object = Дело или документ
access-object-hint = Вид и идентификатор, например case:… или document:…
access-object-bad = Вы не можете ограничить или открыть это.
access-hidden = Скрыто из-за ваших прав: { $count }
access-hidden-why = Что изменилось
access-changes = Изменения того, что вы видите
access-changes-none = Для вас ничего не изменилось.
access-not-found-title = Здесь этого нет
access-not-found = Такого нет, или это доступно только другим.
access-role-denied-title = Ваша роль этого не позволяет
access-role-denied = Попросите у администратора другую роль.
access-first-page = На первую страницу

# The audit trail
access-audit = Журнал аудита
access-audit-whole = Цепочка строк цела. Строк: { $count }. Дайджест последней:
access-audit-broken = Цепочка нарушена в строке { $row }: её или предыдущую изменили позже.
access-audit-file = Весь журнал файлом
access-older = Более ранние строки
access-when = Когда
access-what = Что
access-who = Кто
access-about = О чём
access-detail = Подробнее

# Roles
access-role-public = кто угодно
access-role-viewer = Читатель
access-role-analyst = Аналитик
access-role-case-officer = Ведущий дела
access-role-head = Руководитель
access-role-administrator = Администратор

# Actions
access-action-read-public = читать открытое
access-action-sign-in = входить
access-action-own-account = вести свою учётную запись
access-action-read-work = читать рабочие материалы
access-action-export = выгружать
access-action-triage = разбирать документы и утверждения
access-action-judge = судить, одно ли это событие
access-action-case-step = делать шаги по делу
access-action-opinion = давать мнение участника
access-action-record = вносить в ведомости
access-action-report = выпускать отчёты
access-action-read-sealed = открывать запечатанное при допуске
access-action-manage-grants = ограничивать и допускать
access-action-manage-accounts = вести учётные записи
access-action-manage-mission = менять настройки миссии
access-action-read-audit = читать журнал аудита

# Scopes of tokens
access-scope-read = чтение
access-scope-export = выгрузка
access-scope-triage = разбор
access-scope-judge = суждения
access-scope-cases = дела
access-scope-record = ведомости
access-scope-report = отчёты

# How somebody came in
access-method-link = ссылка
access-method-password = пароль и код
access-method-recovery = пароль и код восстановления
access-method-passkey = ключ доступа
access-method-invitation = приглашение

# Events
access-event-signed-in = вход
access-event-sign-in-failed = неудачный вход
access-event-signed-out = сеанс завершён
access-event-sessions-ended = все сеансы завершены
access-event-session-doubled = повторно использован заменённый токен сеанса; сеанс завершён
access-event-link-made = создана ссылка для входа
access-event-invited = создано приглашение
access-event-invitation-withdrawn = приглашение отозвано
access-event-account-opened = учётная запись открыта
access-event-account-closed = учётная запись закрыта
access-event-account-reset = учётная запись сброшена администратором
access-event-role-changed = роль изменена
access-event-password-set = заданы пароль и коды
access-event-recovery-made = созданы коды восстановления
access-event-recovery-used = использован код восстановления
access-event-passkey-added = добавлен ключ доступа
access-event-passkey-removed = ключ доступа убран
access-event-token-made = создан токен
access-event-token-revoked = токен отозван
access-event-restricted = доступ ограничен
access-event-unrestricted = снова открыто всем
access-event-granted = допущен
access-event-revoked = исключён
access-event-exported = выгружено
