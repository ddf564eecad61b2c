# The document reader.
#
# Ids: reader-….

reader-title = Belge { $id }
reader-original = Özgün
reader-clean = Ana metin
reader-cut = Çıkarılan metin
reader-cut-why = çıkarıldı: { $reason }
reader-captured = Kaydedilme
reader-file = Dosya adı
reader-digest = Baytların özeti
reader-published = Yayımlanma
reader-date-used = kullanıldı
reader-date-ignored = kullanılmadı
reader-dates = Sayfadaki tarihler
reader-why-date = Neden bu tarih, daha kesini değil
reader-outlet-unknown = yayın organı bilinmiyor
reader-byline = Yazar
reader-chain = Kim kimin sözünü aktarıyor
reader-claims = İfadeler
reader-no-claims = Bu belgeden ifade okunmadı.
reader-no-claims-why = Dili okunmuyor ya da bir eylem anlatmıyor olabilir.
reader-copied-run = kopyalanan bölüm
reader-run-words = { $count ->
    [one] { $count } ortak sözcük
    *[other] { $count } ortak sözcük
  }
reader-copy-of = Ortak metin
reader-side-by-side = Yan yana
reader-found-there = bu metnin { $share } kadarı orada
reader-run-quoted = bir alıntının içinde
reader-run-edited = yeniden yazılmış
reader-accepted = kabul edildi
reader-rejected = reddedildi
reader-corrected = düzeltildi
reader-not-looked-at = bakılmadı
reader-writes-exactly = Burada gösterilen aynen yazılır.
reader-rules = Üreten kurallar
reader-warnings = Okuyucunun uyarıları
reader-origin-inferred = kopyalanan bölümlerden çıkarsandı
reader-original-words = Belgenin kendi dilindeki sözleri
reader-translation-by = Çeviri: { $name }; özgün metin yukarıda.
reader-next = Sonraki belge
reader-previous = Önceki belge
reader-withheld = açıklanmıyor: { $reason }

# Also on the page
reader-text = Belgenin metni
reader-copies = Ortak metinli belgeler
reader-no-copies = Onunla ortak metni olan başka belge yok.
reader-origin = Bu ilk kaynaktan gelenlerin tümü
reader-missing = Metin gösterilemiyor.
reader-runs = ortak bölüm: { $runs }, ortak sözcük: { $words }
reviews = İnceleyenlerin dedikleri
review-unreviewed = incelenmedi
review-accepted = kabul edildi
review-rejected = reddedildi
review-corrected = düzeltildi
review-disputed = üyeler anlaşamıyor
review-stale = başka bir okuması incelendi
review-withdrawn = geri alındı
review-of-other = başka bir okuma için
review-set-aside = Bir kenara kondu: hiçbir olay ve hiçbir kaynak için sayılmaz.
review-disputed-why = Üyeler anlaşamıyor. Okunduğu gibi sayılır; dediklerinin tümü burada durur.
review-reason = Gerekçe; ret için gereklidir
review-accept = Kabul et
review-reject = Reddet
review-correct = Düzelt
review-undo = İncelememi geri al
review-as-read = Okunduğu gibi
review-correct-how = Yalnızca farklı okuduğunuzu doldurun. Kaynağın sözleri olduğu gibi kalır; okumanız, okunanın yanında durur.
claim-field-act = eylem
claim-field-alleged-authors = iddia edilen fail
claim-field-affected = etkilenen
claim-field-place = yer
claim-field-time = zaman
claim-field-counts = sayılar
claim-field-recorded-by = ilk söyleyen
field-unstated = Sözlerde belirtilmeyen
field-author = İddia edilen fail
field-count = Sayılar, örneğin killed:civilians=5..7
field-act = Eylem
field-polarity = Söylendi mi, reddedildi mi
