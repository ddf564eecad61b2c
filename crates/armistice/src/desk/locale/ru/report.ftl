# Reports: making, previewing, publishing.
#
# Ids: report-….

report-title = Доклады
report-number = Доклад № { $number }
report-period = Период
report-cut-off = Учтены записи до { $time }
report-edition = Издание
report-make = Составить доклад
report-preview = Предпросмотр
report-issue = Выпустить доклад
report-issued = выпущен { $time }
report-supersedes = заменяет доклад № { $number }
report-same-everywhere = Кто имеет эти реестры этих размеров, вычислит доклад заново, байт в байт.
report-partisan-words = Слова одной стороны в вашем тексте
report-partisan-next = Оставьте их в кавычках с указанием говорящего или используйте нейтральное название: { $name }.
report-languages = Языки доклада
report-download-pdf = PDF (для печати)
report-download-html = Веб-страница
report-objected = { $name } возражает против публикации
report-withheld = { $count ->
    [one] { $count } материал не раскрывается; на его месте указана причина
    [few] { $count } материала не раскрываются; на их месте указаны причины
    [many] { $count } материалов не раскрываются; на их месте указаны причины
    *[other] { $count } материала не раскрываются; на их месте указаны причины
  }
report-empty = Ни один доклад ещё не выпущен.
report-empty-next = Предпросмотр можно сделать в любое время; подписывается доклад только при выпуске.
