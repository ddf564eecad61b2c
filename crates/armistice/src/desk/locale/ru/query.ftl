# Lists: columns, filters, views, export.
#
# Ids: col-…, filter-…, view-…, list-…, export-….

# Columns
col-reference = Обозначение
col-title = Название
col-act = Действие
col-what = Что
col-when = Когда
col-when-said = Когда сказано
col-when-published = Когда опубликовано
col-when-received = Когда получено
col-where = Где
col-place = Место
col-admin1 = Провинция
col-harm = Сообщённый ущерб
col-status = Статус
col-fact = Статус факта
col-origins = Независимые первоисточники
col-alleged-author = Предполагаемый исполнитель
col-affected = Пострадавшие
col-recorded-by = Кем зафиксировано
col-documents = Документы
col-claims = Утверждения
col-updated = Изменено
col-kind = Вид
col-origin = Первоисточник
col-age = Давность
col-language = Язык
col-outlet = Издание
col-agency = Агентство
col-member = Участник
col-register = Реестр
col-agreement = Соглашение
col-text = Текст
col-clause = Положение
col-bearer = Кто должен выполнить
col-due = Срок
col-state = Состояние
col-case = Дело
col-stage = Стадия
col-complainant = Жалоба от
col-accused = Назван в жалобе
col-number = Номер
col-name = Имя
col-role = Роль
col-date = Дата
col-from = С
col-to = По
col-precision = Точность
col-distance = Расстояние
col-size = Размер
col-digest = Контрольная сумма
col-access = Доступ
col-note = Примечание

# Filters
filter-title = Отбор
filter-words = Слова
filter-since = С
filter-until = До
filter-any = Любое
filter-only-changed = Только изменённое с моего последнего посещения
filter-clear = Снять все условия
filter-remove = Снять условие { $name }
filter-unknown = Имя { $name } не известно.
filter-value-unknown = { $name } не может иметь значение { $value }.
filter-help = Введите слова или имя и значение, например status:open.
search-placeholder = Слова, имена, места, обозначения
search-folding = Арабские написания и варианты латиницей находятся вместе.

# Views
view-table = Таблица
view-cards = Карточки
view-map = Карта
view-timeline = Шкала времени
view-columns = Столбцы
view-density = Высота строк
sort-by = Сортировать по
sort-up = { $column }, по возрастанию
sort-down = { $column }, по убыванию

# How many
list-shown = показано { $shown } из { $total }
list-hidden = { $count ->
    [one] { $count } скрыта из-за вашего уровня доступа
    [few] { $count } скрыты из-за вашего уровня доступа
    [many] { $count } скрыто из-за вашего уровня доступа
    *[other] { $count } скрыто из-за вашего уровня доступа
  }
list-selected = { $count ->
    [one] выбрана { $count }
    [few] выбрано { $count }
    [many] выбрано { $count }
    *[other] выбрано { $count }
  }
list-empty = Ничего не найдено.
list-empty-next = Снимите условие или расширьте период.
list-none-yet = Здесь пока ничего нет.
list-not-calm = Отсутствие сообщений не означает спокойствия.
list-next-page = Следующая страница
list-previous-page = Предыдущая страница
list-first-page = Первая страница

# Saved searches
saved-searches = Сохранённые запросы
saved-search-name = Название запроса
saved-search-save = Сохранить этот запрос

# Bulk
bulk-all-matching = { $count ->
    [one] Применить ко всем подходящим: { $count } запись
    [few] Применить ко всем подходящим: { $count } записи
    [many] Применить ко всем подходящим: { $count } записей
    *[other] Применить ко всем подходящим: { $count } записи
  }
bulk-progress = сделано { $done }, не удалось { $failed }, осталось { $left }
bulk-failed = Что не удалось и почему
bulk-undo = Отменить всё это

# Export
export-title = Выгрузить показанное
export-exactly = { $count ->
    [one] Ровно этот набор: { $count } строка
    [few] Ровно этот набор: { $count } строки
    [many] Ровно этот набор: { $count } строк
    *[other] Ровно этот набор: { $count } строки
  }
export-formulas = Ячейки, начинающиеся как формула, записываются текстом.
export-csv = CSV (таблицы)
export-xlsx = XLSX (электронная таблица)
export-geojson = GeoJSON (карты)
export-json = JSON (программы)
