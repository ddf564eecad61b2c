# Verifying a record, in the reader's own browser.
#
# Ids: verify-….

verify-title = Проверить запись
verify-drop = Перетащите сюда пакет доказательств или выберите файл
verify-choose = Выбрать файл
verify-local = Проверка идёт в вашем браузере; ничего не отправляется.
verify-valid = Действительно
verify-invalid = Недействительно
verify-cannot-tell = Сказать нельзя
verify-checking = Идёт проверка…
verify-contents-match = { $count ->
    [one] Содержимое соответствует подписанному списку: { $count } файл
    [few] Содержимое соответствует подписанному списку: { $count } файла
    [many] Содержимое соответствует подписанному списку: { $count } файлов
    *[other] Содержимое соответствует подписанному списку: { $count } файла
  }
verify-signed-by = Подписано: { $name }
verify-signature-bad = Подпись не подходит: { $name }.
verify-in-register = В реестре: { $name }, запись { $number }
verify-not-rewritten = В реестре ничего не переписано.
verify-witnessed = { $count ->
    [one] Подтверждено { $count } свидетелем
    [few] Подтверждено { $count } свидетелями
    [many] Подтверждено { $count } свидетелями
    *[other] Подтверждено { $count } свидетелями
  }
verify-existed-before = Существовало до { $time }
verify-existed-after = Создано не ранее { $time }
verify-differs-at = { $name } отличается от списка на байте { $number }.
verify-missing = Отсутствует: { $name }.
verify-limits = Чего это не доказывает
verify-limits-truth = Что источники говорили правду.
verify-limits-complete = Что ничего другого не произошло.
verify-offline = Без этой страницы
verify-policy = Чьим подписям доверяют
verify-details = Все шаги проверки

# Members and witnesses
members-title = Участники и свидетели
members-seen = Кто что видел
members-size = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
    *[other] { $count } записи
  }
members-behind = { $count ->
    [one] отстаёт на { $count } запись
    [few] отстаёт на { $count } записи
    [many] отстаёт на { $count } записей
    *[other] отстаёт на { $count } записи
  }
members-up-to-date = без отставания
members-last-heard = последняя связь { $time }
members-never-heard = связи ещё не было
members-quorum = { $count ->
    [one] нужен { $count } свидетель
    [few] нужно { $count } свидетеля
    [many] нужно { $count } свидетелей
    *[other] нужно { $count } свидетеля
  }
members-split-view = Один реестр показан двум читателям по-разному. Доказательство сохранено.
members-exchange-now = Обменяться реестрами сейчас
