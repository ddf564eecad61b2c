# The shell around every page: navigation, buttons, keys, errors.
#
# Ids: nav-…, do-… (buttons), key-… (the keyboard sheet), error-…, count-… (numbers with their noun).

# The product and the frame
product-name = Armistice
page-title = { $page } – { $mission }
skip-to-content = Перейти к содержанию
skip-to-navigation = Перейти к навигации
navigation-main = Основная навигация
navigation-public = Открытые страницы
breadcrumb = Вы здесь
demonstration = Демонстрация
demonstration-note = Составлено по газетным статьям; не является выводом какого-либо органа.
mission-time = Время миссии
as-of = Вычислено по реестрам по состоянию на { $time }
as-of-registers = Реестры, по которым вычислена эта страница
changed-since-visit = { $count ->
    [one] { $count } изменение с вашего последнего посещения
    [few] { $count } изменения с вашего последнего посещения
    [many] { $count } изменений с вашего последнего посещения
    *[other] { $count } изменений с вашего последнего посещения
  }
changed-mark = изменено
mission = Миссия
mission-switch = Другие миссии
language = Язык
theme = Оформление
theme-light = Светлое
theme-dark = Тёмное
theme-system = Как на устройстве
signed-in-as = Вход выполнен: { $name }
not-signed-in = Вход не выполнен
you = Вы
footer-licence = Код и данные этой страницы может проверить каждый.
json-twin = Эта страница в виде данных

# Navigation
nav-home = Главная
nav-inbox = Входящие
nav-documents = Документы
nav-incidents = Инциденты
nav-compare = Сопоставление
nav-cases = Дела
nav-agreements = Соглашения
nav-talks = Переговоры
nav-obligations = Обязательства
nav-ledgers = Журналы учёта
nav-coverage = Охват наблюдения
nav-people = Люди и источники
nav-reports = Доклады
nav-verify = Проверка
nav-members = Участники и свидетели
nav-settings = Настройки
nav-search = Поиск
nav-new = Создать
nav-map = Карта
nav-how-we-decide = Как принимаются решения
nav-help = Справка
nav-more = Ещё

# Buttons
do-sign-in = Войти
do-sign-out = Выйти
do-search = Искать
do-accept = Принять
do-reject = Отклонить
do-correct = Исправить
do-undo = Отменить действие
do-save = Сохранить
do-cancel = Отмена
do-close = Закрыть
do-open = Открыть
do-add = Добавить
do-remove = Убрать
do-send = Отправить
do-sign = Подписать моим ключом
do-confirm = Подтвердить
do-back = Назад
do-next = Далее
do-previous = Предыдущее
do-show = Показать
do-hide = Скрыть
do-show-all = Показать все
do-show-more = Показать ещё
do-select = Выбрать
do-select-all = Выбрать все подходящие
do-clear = Очистить
do-apply = Применить
do-export = Выгрузить
do-download = Скачать
do-print = Печать
do-copy-link = Скопировать ссылку
do-compare = Сопоставить
do-same = То же самое
do-different = Разное
do-unsure = Не уверен
do-retry = Повторить
do-verify = Проверить
do-preview = Предпросмотр
do-publish = Опубликовать
do-watch = Следить
do-unwatch = Не следить
do-comment = Комментировать
do-assign = Назначить
do-explain = Пояснить
do-edit = Изменить
do-later = Позже
why = Почему?
reason = Причина
reason-required = Нужна причина; она хранится вместе с записью.
optional = необязательно
required = обязательно
yes = Да
no = Нет
none = Нет
unknown = Неизвестно
not-stated = Не указано
not-said = Не сказано
cannot-be-determined = Невозможно установить
what-would-change-it = Что могло бы это изменить
cannot-be-determined-why = Невозможно установить – что могло бы это изменить
recorded-by = зафиксировано: { $name }
written-by = автор записи: { $name }
to-be-confirmed = требует подтверждения
range = { $low } – { $high }
at-least = не менее { $number }
at-most = не более { $number }

# Numbers with their noun
count-incidents = { $count ->
    [one] { $count } инцидент
    [few] { $count } инцидента
    [many] { $count } инцидентов
    *[other] { $count } инцидента
  }
count-claims = { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
    [many] { $count } утверждений
    *[other] { $count } утверждения
  }
count-documents = { $count ->
    [one] { $count } документ
    [few] { $count } документа
    [many] { $count } документов
    *[other] { $count } документа
  }
count-cases = { $count ->
    [one] { $count } дело
    [few] { $count } дела
    [many] { $count } дел
    *[other] { $count } дела
  }
count-obligations = { $count ->
    [one] { $count } обязательство
    [few] { $count } обязательства
    [many] { $count } обязательств
    *[other] { $count } обязательства
  }
count-origins = { $count ->
    [one] { $count } независимый первоисточник
    [few] { $count } независимых первоисточника
    [many] { $count } независимых первоисточников
    *[other] { $count } независимого первоисточника
  }
count-origins-range = независимых первоисточников: { $low } – { $high }
count-copies = { $count ->
    [one] { $count } копия
    [few] { $count } копии
    [many] { $count } копий
    *[other] { $count } копии
  }
count-items = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
    *[other] { $count } записи
  }
count-members = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
    *[other] { $count } участника
  }
count-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
    *[other] { $count } человека
  }
count-places = { $count ->
    [one] { $count } место
    [few] { $count } места
    [many] { $count } мест
    *[other] { $count } места
  }
count-entries = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
    *[other] { $count } записи
  }
count-statements = { $count ->
    [one] { $count } подписанная запись
    [few] { $count } подписанные записи
    [many] { $count } подписанных записей
    *[other] { $count } подписанной записи
  }
count-problems = { $count ->
    [one] { $count } проблема
    [few] { $count } проблемы
    [many] { $count } проблем
    *[other] { $count } проблемы
  }
count-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
    *[other] { $count } дня
  }
count-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
    *[other] { $count } часа
  }
count-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
    *[other] { $count } минуты
  }
count-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
    [many] { $count } слов
    *[other] { $count } слова
  }
count-votes = { $count ->
    [one] { $count } мнение
    [few] { $count } мнения
    [many] { $count } мнений
    *[other] { $count } мнения
  }

# Keyboard sheet
keys-note = Каждое сочетание можно отключить в настройках.
key-next = Следующая строка
key-previous = Предыдущая строка
key-open = Открыть
key-select = Выбрать
key-search = К поиску
key-accept = Принять
key-reject = Отклонить
key-correct = Исправить
key-undo = Отменить действие
key-later = Отложить
key-not-relevant = Не относится к делу
key-attach = Присоединить к инциденту
key-new-incident = Новый инцидент
key-copied-run = Следующий совпадающий отрывок
key-mark-claim = Отметить новое утверждение
key-next-document = Следующий документ
key-same = То же самое
key-different = Разное
key-unsure = Не уверен
key-help = Показать этот список
key-close = Закрыть

# Errors
error-title = Не получилось
error-next = Что делать дальше
error-400 = Запрос не читается.
error-400-next = Вернитесь и проверьте введённое.
error-401 = Для этой страницы нужен вход.
error-401-next = Войдите или попросите учётную запись у администратора.
error-403 = Ваша роль этого не позволяет.
error-403-next = Обратитесь к руководителю компонента или администратору.
error-404 = По этому адресу ничего нет.
error-404-next = Найдите через поиск или обменяйтесь реестрами, если это запись другого участника.
error-409 = Тем временем это кто-то изменил.
error-409-next = Посмотрите, что изменилось, и решите снова. Введённое вами сохранено.
error-413 = Это больше, чем можно отправить.
error-413-next = Отправьте частями.
error-422 = Что-то не введено или введено неверно.
error-422-next = Что не так, указано у полей.
error-429 = Слишком много запросов.
error-429-next = Подождите минуту.
error-500 = Здесь произошёл сбой. Ничего не записано.
error-500-next = Попробуйте снова; если не получится, сообщите администратору код ниже.
error-503 = Реестры сейчас читаются.
error-503-next = Немного подождите; страница появится сама.
error-script = Этой части нужен JavaScript; таблица рядом говорит то же.
shell-said = Заявлено и подписано: запись внесена в реестр.
