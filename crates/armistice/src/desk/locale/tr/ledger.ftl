# Ledgers of recorders, coverage, people.
#
# Ids: ledger-…, coverage-…, people-….

ledger-title = Defterler
ledger-bulletins = Bültenler ve listeler
ledger-recorder = Kaydeden
ledger-window = Kendi dönemi
ledger-unit = Sayım birimi
ledger-total = Belirtilen toplam
ledger-rows = Satırlar
ledger-concordance = Aynı dönemin listeleri yan yana
ledger-in-both = ikisinde de
ledger-only-in = yalnızca { $name } listesinde
ledger-in-none = hiçbir garantörün listesinde yok
ledger-confirmation-rate = { $of } kayıtlarından { $by } tarafından onaylanan
ledger-share = { $of } içinden { $part }
ledger-no-list = Bu döneme ait { $name } listesi burada yok. Bu, boş liste demek değildir.
ledger-never-added = Farklı birimlerin sayıları asla toplanmaz.
ledger-recorded-not-done = “Kaydeden” asla “yapan” demek değildir.
ledger-observations = Gözlemler
ledger-access = Erişim istekleri
ledger-calls = Acil hat görüşmeleri
ledger-call-answered-after = { $count ->
    [one] { $count } dakika sonra yanıtlandı
    *[other] { $count } dakika sonra yanıtlandı
  }
ledger-grades = Kaynak ve bilgi notları
ledger-withdrawn = artık dayanılmıyor
ledger-empty = Burada kayıt yok.
ledger-empty-next = Listeyi yayımlayanın verdiği gibi, kendi dönemi ve birimiyle girin.
ledger-enter-bulletin = Bülten gir
ledger-enter-observation = Gözlem gir
ledger-enter-access = Erişim isteği gir
ledger-enter-call = Görüşme gir
ledger-enter-performance = Yerine getirme bildirimi gir

# Coverage
coverage-title = Gözlem kapsamı
coverage-what = Nerede, ne zaman ve hangi araçla görülebildi
coverage-no-entry = kayıt yok: bilinmiyor
coverage-gap = Görülmedi ya da kısmen görüldü
coverage-languages = Okunan diller
coverage-language-unread = okunmuyor
coverage-enter = Görülebileni gir

# People
people-title = Kişiler ve kaynaklar
people-variants = Adın yazılışları
people-mentions = { $count ->
    [one] { $count } anılma
    *[other] { $count } anılma
  }
people-same-question = Bunlar aynı kişi mi?
people-sources = Yayın organları ve ajanslar
people-protected = Koruma altındaki kaynakların adları gösterilmez.
people-empty = Belgelerde adı geçen kimse yok.
