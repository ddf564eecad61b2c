# What happens while a page is open: arrivals, colleagues, drafts, a bad line.
#
# Ids: live-…, draft-…, offline-….

live-new-items = { $count ->
    [one] { $count } yeni öğe; göster
    *[other] { $count } yeni öğe; göster
  }
live-statement-arrived = { $name } tarafından bir kayıt geldi.
live-changed-here = Bu sayfa değişti. Yeni durumu göster.
live-here-too = { $name } de burada
live-is-writing = { $name } yazıyor
live-connected = Bağlı
live-disconnected = Bağlantı koptu; yeniden deneniyor.
live-since = { $time } itibarıyla
offline-title = Çevrimdışı
offline-note = Okumaya ve yazmaya devam edebilirsiniz; yazdıklarınız gönderilebilene kadar bu cihazda saklanır.
offline-queued = { $count ->
    [one] gönderilmeyi bekleyen: { $count }
    *[other] gönderilmeyi bekleyen: { $count }
  }
draft-kept = Taslak bu cihazda saklandı, { $time }
draft-restore = Taslağı geri getir
draft-discard = Taslağı at
draft-found = { $time } tarihli bir taslağınız var.
live-state-kept = Bu cihazda saklandı
live-state-sent = Gönderildi
live-state-written = Sicile yazıldı
live-undone = Geri alındı.
live-done = Tamam.
