# Words that several screens share: what is not known, the frame, lists, forms.
#
# Written with the first screens; see docs/languages.md.

# The frame
shell-skip = İçeriğe geç
shell-search = Arama
shell-languages = Diller
shell-navigation = Ana gezinme
shell-demonstration = Gösterim: basın yazılarından oluşturuldu; hiçbir kurulun bulgusu değildir.
shell-as-of = Şu sicillerden hesaplandı:
shell-sign-out = Çıkış yap
problem-typed = Yazdıklarınız kaybolmadı:
live-show = Göster
live-offline = Bağlantı yok; yazdıklarınız burada saklanır.
draft-restored = Taslağınız geri getirildi.

# What is not known
unknown-act = eylem belirtilmemiş
unknown-author = fail belirtilmemiş
unknown-origin = ilk kaynak bilinmiyor
unknown-outlet = yayın organı bilinmiyor
unknown-place = yer bilinmiyor
unknown-time = zaman bilinmiyor
count-at-least = en az { $n }
count-at-most = en çok { $n }
count-unknown = sayı belirtilmemiş
count-none-given = sayı verilmemiş

# Forms
field-not-given = verilmedi
field-one-a-line = her satıra bir tane
field-reason = Gerekçe

# Navigation of lists
nav-claims = İfadeler
nav-ledger = Defter kayıtları

# Columns
col-kinds = Tür
col-scope = Kapsam
col-parties = Adı geçen aktörler
col-sources = Yayın organları ve ajanslar
col-languages = Diller
col-about = Konusu
col-is = Niteliği
col-has = İçerdiği
col-received = Alınma
col-class = Erişim sınıfı
col-needs = Biri gerekli
col-why = Neden
col-answer = Yanıt
col-question = Soru
col-polarity = Söylenen veya reddedilen
col-said-by = Söyleyen
col-step = Adım
col-owner = Sorumlu
col-constituency = Bileşen
col-position = Tutum
col-words = Kendi sözleriyle
col-present = Hazır bulunan
col-needed = Gereken
col-evidence = Delil
col-id = Kimlik
col-time-precision = Zamanın kesinliği
col-time-match = Süreye girip girmediği
col-place-precision = Yerin kesinliği
col-adm1 = İl
col-country = Ülke
col-latitude = Enlem
col-longitude = Boylam
col-radius-m = Belirsizlik yarıçapı, metre
col-origins-min = Bağımsız ilk kaynaklar, en az
col-origins-max = Bağımsız ilk kaynaklar, en çok
col-harm-min = Bildirilen zarar, en az
col-harm-max = Bildirilen zarar, en çok
col-harm-what = Zararın türü

# Lists
query-words = Sözcüklerle süzme
query-search = Ara
query-help = Neler sorulabilir
query-views = Görünümler
query-shown = { $m } içinden { $n } gösteriliyor
query-surely = bunların { $n } tanesi kesinlikle bu sürede
query-hidden = { $n ->
    [one] erişim düzeyiniz nedeniyle { $n } öğe gizli
    *[other] erişim düzeyiniz nedeniyle { $n } öğe gizli
  }
query-nothing = Eşleşen bir şey yok. Bir süzgeci kaldırın ya da süreyi genişletin. Bildirim olmaması sükûnet demek değildir.
query-next = Sonraki sayfa
query-export = Eşleşenleri dışa aktar
query-save = Kaydet
query-save-as = Bu aramayı şu adla kaydet
query-facets = Daralt
query-more = { $n ->
    [one] { $n } değer daha
    *[other] { $n } değer daha
  }
query-without = değeri olmayan: { $n }
query-possibly = belki
query-longer = Bir günden uzun: { $n }.
query-undated = Zamanı bilinmeyen: { $n }.
query-needs = zarar { $harm } × süre { $age } × kaynak { $origin }

# Side by side
beside-title = Belgeler yan yana
beside-nothing = Bu belgelerin ortak metni yok.
beside-share = bu metnin % { $percent } kadarı orada
keys-title = Klavye
keys-off = Kısayolları kapat
live-new = Yeni bir şey var.
map-boundaries = Bu haritadaki sınırlar ve adlar, mekanizmanın veya üyelerinin tanıması ya da kabulü anlamına gelmez.
