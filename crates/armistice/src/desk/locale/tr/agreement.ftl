# Agreements, talks and obligations.
#
# Ids: agreement-…, talks-…, obligations-….

agreement-title = Anlaşma
agreement-texts = Metinler yan yana
agreement-held-by = elinde bulunduran: { $name }
agreement-clauses = Hükümler
agreement-prohibited = Yasak eylemler
agreement-permitted = İzin verilen eylemler ve istisnalar
agreement-parties = Taraflar ve diğer aktörler
agreement-adherence = Kim kabul etti
agreement-adherence-disputed = ihtilaflı
agreement-territory = Alan
agreement-zones = Bölgeler
agreement-duration = Yürürlük
agreement-modalities = Kararlar nasıl alınır
agreement-differs = Metinler burada ayrışıyor
agreement-only-in = yalnızca { $text } metninde
agreement-same = tüm metinlerde aynı
agreement-not-checked = Asıl belgeyle karşılaştırılmadı.
agreement-changes = İki sürüm arasında değişenler
agreement-touches = etkilediği: { $what }
agreement-incidents = Bu hükme göre sınanan olaylar
agreement-empty = Burada anlaşma yok.
agreement-empty-next = Misyonun ayarlarından bir anlaşma dosyası ekleyin; onsuz sınama yapılamaz.
agreement-name-own = Anlaşmadaki adı: { $name }

# Talks
talks-title = Görüşmeler
talks-positions = Hükme göre tutumlar
talks-reported = bildirilen
talks-entered-by = { $name } girdi ve imzaladı
talks-proposals = Öneriler, talepler, taahhütler
talks-sealed-until = Herkes yanıtlayana kadar yanıtlar mühürlü kalır.

# Obligations
obligations-title = Yükümlülükler
obligations-overdue = Süresi geçenler
obligations-due-soon = Vadesi yakın
obligations-clock = Süre
obligations-no-date = tarih verilmemiş
obligations-reports = Yerine getirme bildirimleri
obligations-no-report = yerine getirme bildirimi yok
obligations-not-agreed = Üzerinde anlaşılmamış: talepler, taahhütler, ilan edilen koşullar
obligations-breach-by-clock = Tarihinde yerine getirilmeyen yükümlülük, hiçbir olay olmadan da başlı başına bir konudur.
obligations-calendar = Takvim akışı
obligations-days-left = { $count ->
    [one] { $count } gün kaldı
    *[other] { $count } gün kaldı
  }
obligations-days-over = { $count ->
    [one] { $count } gün gecikti
    *[other] { $count } gün gecikti
  }
obligations-empty = Buradaki anlaşmalar yükümlülük koymuyor.
