# The shell around every page: navigation, buttons, keys, errors.
#
# Ids: nav-…, do-… (buttons), key-… (the keyboard sheet), error-…, count-… (numbers with their noun).

# The product and the frame
product-name = Armistice
page-title = { $page } – { $mission }
skip-to-content = İçeriğe geç
skip-to-navigation = Gezinmeye geç
navigation-main = Ana gezinme
navigation-public = Kamuya açık sayfalar
breadcrumb = Buradasınız
demonstration = Gösterim
demonstration-note = Basın yazılarından oluşturuldu; hiçbir kurulun bulgusu değildir.
mission-time = Misyon saati
as-of = { $time } itibarıyla sicillerden hesaplandı
as-of-registers = Bu sayfanın hesaplandığı siciller
changed-since-visit = { $count ->
    [one] Son ziyaretinizden beri { $count } değişiklik
    *[other] Son ziyaretinizden beri { $count } değişiklik
  }
changed-mark = değişti
mission = Misyon
mission-switch = Diğer misyonlar
language = Dil
theme = Görünüm
theme-light = Açık
theme-dark = Koyu
theme-system = Cihazdaki gibi
signed-in-as = { $name } olarak giriş yapıldı
not-signed-in = Giriş yapılmadı
you = Siz
footer-licence = Bu sayfanın kodunu ve verilerini herkes denetleyebilir.
json-twin = Bu sayfa veri olarak

# Navigation
nav-home = Ana sayfa
nav-inbox = Gelen kutusu
nav-documents = Belgeler
nav-incidents = Olaylar
nav-compare = Karşılaştırma
nav-cases = Dosyalar
nav-agreements = Anlaşmalar
nav-talks = Görüşmeler
nav-obligations = Yükümlülükler
nav-ledgers = Defterler
nav-coverage = Gözlem kapsamı
nav-people = Kişiler ve kaynaklar
nav-reports = Raporlar
nav-verify = Doğrulama
nav-members = Üyeler ve tanıklar
nav-settings = Ayarlar
nav-search = Arama
nav-new = Yeni
nav-map = Harita
nav-how-we-decide = Nasıl karar veriyoruz
nav-help = Yardım
nav-more = Daha fazla

# Buttons
do-sign-in = Giriş yap
do-sign-out = Çıkış yap
do-search = Ara
do-accept = Kabul et
do-reject = Reddet
do-correct = Düzelt
do-undo = Geri al
do-save = Kaydet
do-cancel = Vazgeç
do-close = Kapat
do-open = Aç
do-add = Ekle
do-remove = Kaldır
do-send = Gönder
do-sign = Anahtarımla imzala
do-confirm = Onayla
do-back = Geri
do-next = Sonraki
do-previous = Önceki
do-show = Göster
do-hide = Gizle
do-show-all = Tümünü göster
do-show-more = Daha fazla göster
do-select = Seç
do-select-all = Uyanların tümünü seç
do-clear = Temizle
do-apply = Uygula
do-export = Dışa aktar
do-download = İndir
do-print = Yazdır
do-copy-link = Bağlantıyı kopyala
do-compare = Karşılaştır
do-same = Aynı
do-different = Farklı
do-unsure = Emin değilim
do-retry = Yeniden dene
do-verify = Doğrula
do-preview = Önizle
do-publish = Yayımla
do-watch = Takip et
do-unwatch = Takibi bırak
do-comment = Yorum yap
do-assign = Görevlendir
do-explain = Açıkla
do-edit = Düzenle
do-later = Sonra
why = Neden?
reason = Gerekçe
reason-required = Gerekçe zorunludur; kayıtla birlikte saklanır.
optional = isteğe bağlı
required = zorunlu
yes = Evet
no = Hayır
none = Yok
unknown = Bilinmiyor
not-stated = Belirtilmemiş
not-said = Söylenmemiş
cannot-be-determined = Belirlenemiyor
what-would-change-it = Bunu ne değiştirir
cannot-be-determined-why = Belirlenemiyor – bunu ne değiştirir
recorded-by = kaydeden: { $name }
written-by = yazan: { $name }
to-be-confirmed = teyit edilecek
range = { $low } – { $high }
at-least = en az { $number }
at-most = en çok { $number }

# Numbers with their noun
count-incidents = { $count ->
    [one] { $count } olay
    *[other] { $count } olay
  }
count-claims = { $count ->
    [one] { $count } ifade
    *[other] { $count } ifade
  }
count-documents = { $count ->
    [one] { $count } belge
    *[other] { $count } belge
  }
count-cases = { $count ->
    [one] { $count } dosya
    *[other] { $count } dosya
  }
count-obligations = { $count ->
    [one] { $count } yükümlülük
    *[other] { $count } yükümlülük
  }
count-origins = { $count ->
    [one] { $count } bağımsız ilk kaynak
    *[other] { $count } bağımsız ilk kaynak
  }
count-origins-range = { $low } – { $high } bağımsız ilk kaynak
count-copies = { $count ->
    [one] { $count } kopya
    *[other] { $count } kopya
  }
count-items = { $count ->
    [one] { $count } öğe
    *[other] { $count } öğe
  }
count-members = { $count ->
    [one] { $count } üye
    *[other] { $count } üye
  }
count-people = { $count ->
    [one] { $count } kişi
    *[other] { $count } kişi
  }
count-places = { $count ->
    [one] { $count } yer
    *[other] { $count } yer
  }
count-entries = { $count ->
    [one] { $count } kayıt
    *[other] { $count } kayıt
  }
count-statements = { $count ->
    [one] { $count } imzalı kayıt
    *[other] { $count } imzalı kayıt
  }
count-problems = { $count ->
    [one] { $count } sorun
    *[other] { $count } sorun
  }
count-days = { $count ->
    [one] { $count } gün
    *[other] { $count } gün
  }
count-hours = { $count ->
    [one] { $count } saat
    *[other] { $count } saat
  }
count-minutes = { $count ->
    [one] { $count } dakika
    *[other] { $count } dakika
  }
count-words = { $count ->
    [one] { $count } sözcük
    *[other] { $count } sözcük
  }
count-votes = { $count ->
    [one] { $count } görüş
    *[other] { $count } görüş
  }

# Keyboard sheet
keys-note = Her kısayol ayarlardan kapatılabilir.
key-next = Sonraki satır
key-previous = Önceki satır
key-open = Aç
key-select = Seç
key-search = Aramaya git
key-accept = Kabul et
key-reject = Reddet
key-correct = Düzelt
key-undo = Geri al
key-later = Sonraya bırak
key-not-relevant = İlgisiz
key-attach = Olaya bağla
key-new-incident = Yeni olay
key-copied-run = Sonraki kopyalanan bölüm
key-mark-claim = Yeni ifade işaretle
key-next-document = Sonraki belge
key-same = Aynı
key-different = Farklı
key-unsure = Emin değil
key-help = Bu listeyi göster
key-close = Kapat

# Errors
error-title = Bu olmadı
error-next = Şimdi ne yapmalı
error-400 = İstek okunamıyor.
error-400-next = Geri dönüp girilenleri denetleyin.
error-401 = Bu sayfa için giriş gerekir.
error-401-next = Giriş yapın ya da yöneticiden hesap isteyin.
error-403 = Rolünüz buna izin vermiyor.
error-403-next = Bileşen başkanınıza ya da yöneticiye sorun.
error-404 = Bu adreste bir şey yok.
error-404-next = Arayın ya da başka bir üyeninse sicil alışverişi yapın.
error-409 = Bu arada biri bunu değiştirdi.
error-409-next = Nelerin değiştiğine bakın, sonra yeniden karar verin. Yazdıklarınız saklandı.
error-413 = Bu, gönderilebilecekten büyük.
error-413-next = Parçalar hâlinde gönderin.
error-422 = Girilenlerde eksik ya da olanaksız bir şey var.
error-422-next = Ne olduğu ilgili alanlarda yazıyor.
error-429 = Çok fazla istek.
error-429-next = Bir dakika bekleyin.
error-500 = Burada bir şey başarısız oldu. Hiçbir şey yazılmadı.
error-500-next = Yeniden deneyin; yine olmazsa aşağıdaki kodu yöneticiye bildirin.
error-503 = Siciller okunuyor.
error-503-next = Biraz bekleyin; sayfa kendiliğinden gelir.
error-script = Bu bölüm JavaScript ister; yanındaki tablo aynısını söyler.
shell-said = Beyan edildi ve imzalandı; kayda geçti.
