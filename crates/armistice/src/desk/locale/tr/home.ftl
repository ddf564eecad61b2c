# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = Ana sayfa
home-documents-and-origins = { $documents }, { $origins }
home-incidents-checkable = { $count ->
    [one] denetlenebilecek { $count } bildirilmiş olay
    *[other] denetlenebilecek { $count } bildirilmiş olay
  }
home-contradictions = { $n ->
    [one] ikisi birden doğru olamayan { $n } ifade çifti
    *[other] ikisi birden doğru olamayan { $n } ifade çifti
  }
home-see-incident = Olayı gör
home-see-copies = Kim kimden kopyaladı
home-see-disagreements = Nerede ayrışıyorlar
home-check-record = Yayımlanmış bir kaydı denetle
home-waiting = Sizi bekleyenler
home-waiting-none = Sizi bekleyen bir şey yok.
home-clocks = İşleyen süreler
home-overdue = Süresi geçenler
home-latest = Son olaylar
home-changes = Neler değişti
home-no-changes = Son ziyaretinizden beri bir şey değişmedi.
home-could-not-see = Görülemeyenler
home-coverage-unknown = Nelerin görülebildiğine dair bir kayıt yok.
home-empty = Henüz bir belge okunmadı.
home-empty-next = Gelen kutusuna belge ekleyin; bu bilgisayarda okunurlar.
home-problems = Kaydın sorunları
home-members-state = Üyeler ve sicilleri
home-sentence = Tek cümleyle

# The first sentence, and the figures
home-documents = { $n ->
    [one] { $n } belge.
    *[other] { $n } belge.
  }
home-origins = { $origins }.
home-checkable = { $n ->
    [one] Denetlenebilecek { $n } bildirilmiş olay.
    *[other] Denetlenebilecek { $n } bildirilmiş olay.
  }
home-ways = Nereden başlamalı
home-see-contradictions = Nerede ayrışıyorlar
home-verify = Yayımlanmış bir kaydı denetle
home-cases-open = Açık dosyalar
