# The public pages.
#
# Ids: public-….

public-what-known = Что известно
public-what-not-known = Что неизвестно
public-what-parties-say = Что говорят стороны
public-what-agreement-says = Что говорит соглашение
public-no-party-replied = Ни одна сторона не ответила.
public-version = Версия { $number }, { $day }
public-what-changed = Что изменилось
public-first-version = Первая версия
public-cite = Ссылаться как
public-verify-page = Проверить эту страницу
public-digest = Контрольная сумма
public-bundle = Скачать пакет доказательств
public-withheld-person = { $count ->
    [one] { $count } источник не раскрывается: риск для человека
    [few] { $count } источника не раскрываются: риск для людей
    [many] { $count } источников не раскрываются: риск для людей
    *[other] { $count } источника не раскрываются: риск для людей
  }
public-how-we-decide = Как принимаются решения
public-how-text = Сообщения разбираются на утверждения, привязанные к своим словам. Утверждения об одном действии, месте и времени образуют инцидент. Инцидент сверяется с каждым текстом соглашения. Решают только компоненты, по правилу самого соглашения.
public-data = Данные этой страницы
public-no-finding = Эта страница не является выводом какого-либо органа.
public-sources = Источники
public-latest-reports = Последние доклады
public-published = Опубликовано { $time }
public-empty = Пока ничего не опубликовано.
