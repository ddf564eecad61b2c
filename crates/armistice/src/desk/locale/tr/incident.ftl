# The page of an incident, and the comparison of candidates.
#
# Ids: incident-…, compare-….

incident-title = Olay { $reference }
incident-reported = Bildirildi, bulgu değildir.
incident-act = Eylem
incident-when = Ne zaman
incident-where = Nerede
incident-harm = Bildirilen zarar
incident-harm-none-stated = sayı belirtilmemiş
incident-alleged-authors = İleri sürülen failler
incident-alleged-by = { $author } – ileri süren: { $speaker }
incident-author-not-said = kimse fail olarak anılmıyor
incident-sources-folded = { $count ->
    [one] { $count } öğe, kopyalar ilk kaynağının altında toplandı
    *[other] { $count } öğe, kopyalar ilk kaynağının altında toplandı
  }
incident-contradictions = Çelişkiler
incident-no-contradictions = İfadeler hiçbir konuda ayrışmıyor.
incident-denials = İnkârlar
incident-terms = Söz konusu hükümler
incident-in-one-text = { $text } metnine göre
incident-replies = Yanıtlar
incident-not-asked = henüz sorulmadı
incident-asked = { $day } tarihinde soruldu
incident-no-reply = yanıt yok; bu ikrar değildir
incident-next-check = Sonraki denetim
incident-history = Geçmiş
incident-sources = Kaynaklar
incident-summary = Özet
incident-timeline = Zaman çizelgesi
incident-public-preview = Kamu önizlemesi
incident-why-linked = Bu ifadeler neden tek olay
incident-why-status = Neden bu durumda
incident-aggregate = Bir süreyi kapsar, hiçbir sayıya girmez
incident-only-area = Yalnızca alan biliniyor; nokta konmaz.
incident-own-word = Kaynağın kendi sözü: { $word }
incident-related-cases = Dosyalar
incident-propose = Dosya aç
compare-title = Bu ikisi aynı mı?
compare-same = Aynı
compare-different = Farklı
compare-unsure = Emin değil
compare-reasons = Lehte ve aleyhte olanlar
compare-wins = İnsanın yargısı programınkinden üstündür.
compare-disagree = Üyeler farklı yargıda
compare-left = { $count ->
    [one] { $count } çift kaldı
    *[other] { $count } çift kaldı
  }
compare-empty = Yargı bekleyen çift yok.

# Also on the page
incident-facts = Bildirilenler
incident-claims = { $n ->
    [one] { $n } ifade
    *[other] { $n } ifade
  }
incident-linked = Bu ifadeler neden tek olay
incident-next = Bunu ne değiştirir
incident-no-agreement = Burada karşılaştırılacak bir anlaşma yok.
incident-questions = Sorular tek tek
incident-nobody-asked = Henüz kimseden yanıt istenmedi.
incident-answered = yanıtladı
incident-not-answered = henüz yanıt yok; bu ikrar değildir; süre sonu
incident-called = { $act }, { $place }, { $when }
history-back = Olaya dön
history-order = Kayıt defterlerini tutan herkesin okuduğu sırayla. Zamanlar, yazanların bildirdiği zamanlardır.
history-basis-whole = Değişiklikler, kayıt defterlerinin her noktada tuttuğu her şeyden hesaplandı.
history-basis-own-documents = Görev büyük: değişiklikler yalnızca bu olayla ilgili beyanlardan hesaplandı.
history-statements = { $n ->
    [one] { $n } beyan
    *[other] { $n } beyan
  }
history-recorded-by = Kaydeden: { $member }
history-proof = Kanıt
history-in-doubt = Şüpheli: { $index } numaralı beyana göre anahtar başkasının elindeydi.
history-meanwhile = Bu arada, başka şeylerle ilgili beyanlarla:
history-began = Bu noktadan sonra kayıtta bu olay vardı.
history-ended = Bu noktadan sonra kayıtta artık yoktu.
history-claims-added = { $n ->
    [one] { $n } iddia eklendi
    *[other] { $n } iddia eklendi
  }
history-claims-removed = { $n ->
    [one] { $n } iddia başka yere geçti
    *[other] { $n } iddia başka yere geçti
  }
history-spread = Bugünkü iddialarının bulunduğu olaylar
history-then = sonra
history-not-composed = Neyi değiştirdiği hesaplanmadı: beyan sayısı çok fazla.
history-verify = Elinde kanıt olan burada veya kendi programıyla denetler:
