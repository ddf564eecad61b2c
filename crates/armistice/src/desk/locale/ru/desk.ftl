# Words that several screens share: what is not known, the frame, lists, forms.
#
# Written with the first screens; see docs/languages.md.

# The frame
shell-skip = Перейти к содержанию
shell-search = Поиск
shell-languages = Языки
shell-navigation = Основная навигация
shell-demonstration = Демонстрация: составлено по газетным статьям; не является выводом какого-либо органа.
shell-as-of = Вычислено по этим реестрам:
shell-sign-out = Выйти
problem-typed = Введённое вами не потеряно:
live-show = Показать
live-offline = Нет связи; введённое хранится здесь.
draft-restored = Ваш черновик восстановлен.

# What is not known
unknown-act = действие не указано
unknown-author = исполнитель не указан
unknown-origin = первоисточник неизвестен
unknown-outlet = издание неизвестно
unknown-place = место неизвестно
unknown-time = время неизвестно
count-at-least = не менее { $n }
count-at-most = не более { $n }
count-unknown = число не указано
count-none-given = число не приведено

# Forms
field-not-given = не указано
field-one-a-line = по одному в строке
field-reason = Причина

# Navigation of lists
nav-claims = Утверждения
nav-ledger = Записи журналов учёта

# Columns
col-kinds = Вид
col-scope = Сфера действия
col-parties = Названные субъекты
col-sources = Издания и агентства
col-languages = Языки
col-about = О чём
col-is = Что верно
col-has = Что содержит
col-received = Получено
col-class = Уровень доступа
col-needs = Требует внимания
col-why = Почему
col-answer = Ответ
col-question = Вопрос
col-polarity = Утверждается или отрицается
col-said-by = Кто говорит
col-step = Шаг
col-owner = За кем
col-constituency = Компонент
col-position = Позиция
col-words = Дословно
col-present = Присутствовало
col-needed = Требуется
col-evidence = Доказательство
col-id = Обозначение
col-time-precision = Точность времени
col-time-match = Попадает ли во время
col-place-precision = Точность места
col-adm1 = Провинция
col-country = Страна
col-latitude = Широта
col-longitude = Долгота
col-radius-m = Радиус неопределённости, м
col-origins-min = Независимые первоисточники, не менее
col-origins-max = Независимые первоисточники, не более
col-harm-min = Сообщённый ущерб, не менее
col-harm-max = Сообщённый ущерб, не более
col-harm-what = Вид ущерба

# Lists
query-words = Отбор словами
query-search = Искать
query-help = О чём можно спросить
query-views = Виды
query-shown = показано { $n } из { $m }
query-surely = из них точно в этот период: { $n }
query-hidden = { $n ->
    [one] { $n } запись скрыта из-за вашего уровня доступа
    [few] { $n } записи скрыты из-за вашего уровня доступа
    [many] { $n } записей скрыто из-за вашего уровня доступа
    *[other] { $n } записи скрыто из-за вашего уровня доступа
  }
query-nothing = Ничего не найдено. Снимите условие или расширьте период. Отсутствие сообщений не означает спокойствия.
query-next = Следующая страница
query-export = Выгрузить найденное
query-save = Сохранить
query-save-as = Сохранить запрос как
query-facets = Уточнить
query-more = { $n ->
    [one] ещё { $n } значение
    [few] ещё { $n } значения
    [many] ещё { $n } значений
    *[other] ещё { $n } значения
  }
query-without = без значения: { $n }
query-possibly = возможно
query-longer = Дольше одного дня: { $n }.
query-undated = Без известного времени: { $n }.
query-needs = ущерб { $harm } × давность { $age } × первоисточники { $origin }

# Side by side
beside-title = Документы рядом
beside-nothing = У этих документов нет общего текста.
beside-share = { $percent } % этого текста есть там
keys-title = Клавиатура
keys-off = Отключить сочетания клавиш
live-new = Есть новое.
map-boundaries = Границы и названия на этой карте не означают их признания механизмом или его участниками.
