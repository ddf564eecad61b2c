# The inbox: what came in and waits to be looked at.
#
# Ids: inbox-….

inbox-title = Gelen kutusu
inbox-empty = Burada bekleyen yok.
inbox-empty-next = Kenara ayrılanlar, gerekçesiyle “İlgisiz” altındadır.
inbox-why-here = Neden burada
inbox-needs-someone = şimdi biri gerekiyor
inbox-might-be = { $incident } olabilir
inbox-attach = { $incident } olayına bağla
inbox-new-incident = Yeni olay
inbox-not-relevant = İlgisiz
inbox-not-relevant-kept = Hiçbir şey kaybolmaz: gerekçesi saklanır, geri getirilebilir.
inbox-later = Sonra
inbox-failed = Alınamayanlar
inbox-failed-cause = Neden
inbox-retry = Yeniden al
inbox-same-copy = { $document } ile aynı kopya
inbox-order = Zarar, geçen süre ve ilk kaynak sayısına göre
inbox-add = Belge ekle
inbox-add-note = Dosyalar baytı baytına saklanır. Ağdan hiçbir şey alınmaz.
inbox-harm = öldürülen veya yaralanan bildiriliyor
inbox-new-place = yeni bir yer ve gün birlikte
inbox-single-origin = tek bir ilk kaynağa dayanıyor
inbox-tries = { $n ->
    [one] { $n } kez denendi
    *[other] { $n } kez denendi
  }
inbox-choose-again = Dosyayı yeniden seçin:
inbox-set-aside = Kenara koy
