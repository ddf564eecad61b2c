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
