# The map and the timeline.
#
# Ids: map-…, timeline-….

map-legend = Условные обозначения
map-shape-kind = Форма обозначает вид действия
map-shape-circle = Круг: огонь из стрелкового оружия
map-shape-square = Квадрат: артиллерийский или ракетный обстрел
map-shape-triangle = Треугольник: авиаудар или удар беспилотника
map-shape-diamond = Ромб: территория, перемещения, вооружения в зонах
map-shape-cross = Крест: доступ и помощь
map-shape-hexagon = Шестиугольник: задержания, люди
map-shape-other = Другая форма: прочие действия
map-fill-status = Заливка обозначает статус
map-fill-hollow = Пустой: сообщено
map-fill-half = Наполовину: подкреплено
map-fill-full = Полный: решение принято
map-fill-crossed = Перечёркнуто: не нарушение
map-fill-dotted = Пунктир: оспаривается
map-halo = Кольцо показывает точность места
map-area-shaded = Закрашенный район с числом: известна только провинция
map-hatched = Штриховка: не наблюдалось
map-border-exact = Сплошная граница: точная
map-border-indicative = Пунктирная граница: ориентировочная
map-zone-no-geometry = Зона без известной границы; она в таблице.
map-no-place = { $count ->
    [one] { $count } инцидент без места, которое можно показать; см. таблицу
    [few] { $count } инцидента без места, которое можно показать; см. таблицу
    [many] { $count } инцидентов без места, которое можно показать; см. таблицу
    *[other] { $count } инцидента без места, которое можно показать; см. таблицу
  }
map-boundary-note = Границы и названия на этой карте не означают их признания механизмом или его участниками.
map-base-credit = Основа карты: Natural Earth, общественное достояние
map-offline = Карта встроена в программу; к другим узлам обращений нет.
map-table-beside = То же в таблице
map-layers = Слои
map-layer-incidents = Инциденты
map-layer-zones = Зоны соглашений
map-layer-coverage = Охват наблюдения

# Timeline
timeline-title = Шкала времени
timeline-bar = От самого раннего до самого позднего возможного времени
timeline-agreement-start = соглашение вступает в силу
timeline-no-time = { $count ->
    [one] { $count } инцидент с неизвестным временем
    [few] { $count } инцидента с неизвестным временем
    [many] { $count } инцидентов с неизвестным временем
    *[other] { $count } инцидента с неизвестным временем
  }
timeline-brush = Выберите отрезок времени; таблица и карта подстроятся.
timeline-happened = Когда произошло
timeline-said = Когда сказано
timeline-published = Когда опубликовано
timeline-received = Когда мы это получили
timeline-day-no-coverage = день без наблюдения
ground-beside = Зоны и что там можно было видеть
ground-zones = Зоны действующих соглашений
ground-not-drawn = Граница неизвестна; на карте не показана.
ground-coverage = Что можно было видеть
ground-legend = Штриховка: о каждом из показанных дней внесено, что там никто не наблюдал. Без штриховки: наблюдалось, по дням различно или неизвестно; в таблице указано, что именно.
ground-rest-unknown = Об остальных районах ничего не внесено: что там можно было видеть, неизвестно.
ground-uncovered = Дни, в которые внесено, что никто не мог видеть, и нигде не внесено обратное:
ground-what = В показанные дни
ground-undated = Записи с неизвестным днём
ground-seen-observed = наблюдалось
ground-seen-partly = наблюдалось частично
ground-seen-not-observed = не наблюдалось
ground-seen-not-known = неизвестно
ground-seen-mixed = по дням различно
