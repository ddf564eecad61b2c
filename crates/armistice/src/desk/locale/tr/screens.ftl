# Screens beside the daily ones: inbox, agreements, ledgers, coverage, comparison, reports, members, verification, settings, public pages.
#
# Ids: by screen, as in the files of those areas.

agreement-according-to = Kime göre
agreement-amends = { $what } metnini değiştirir
agreement-contested-by = İtiraz eden
agreement-declared = Bir tarafça açıklanmıştır; hiçbir şeyi bekletmez:
agreement-geometry-note = Yaklaşık ya da bilinmeyen bir sınıra göre hiçbir şey sınanmaz.
agreement-guarantor = garantör: { $name }
agreement-guarantor-of = Kimin garantörü
agreement-guarantors = Garantörler
agreement-held = Bu metni esas alanlar
agreement-left-out = Kapsam dışı
agreement-not-tested = Olaylar bu metne göre sınanmaz.
agreement-observers = Gözlemciler
agreement-own-forces = Kendi kuvvetleri bağlı mı
agreement-phase-began = Başladığı gün
agreement-phase-planned = Planlanan gün
agreement-phases = Aşamalar
agreement-signed = İmza
agreement-unusable = Kullanılamayan anlaşmalar
agreement-version = Sürüm

check-fails = tutmuyor
check-holds = tutuyor
check-open = belirsiz
check-says = not
check-warns = uyarı

compare-alike = Benzer
compare-differs = Farklı
compare-more = Başka çiftler de var; önce bunlar.

coverage-according-to = { $name } bildirdi
coverage-days = Gün gün
coverage-denied = Erişimin engellenmesi ve diğer engeller
coverage-hindered = Engel
coverage-nobody-named = kimse anılmadı
coverage-silence = Kaydı olmayan gün, hakkında hiçbir şey bilinmeyen gündür: sessizlik barış değildir.
coverage-undated = Günü bilinmeyen kayıtlar

help-does = Ne yapar
help-key = Tuş
help-query = Arama yardımı
help-query-fields = İki noktadan önce gelebilen adlar
help-query-lists = Listelerin sütunları
help-query-words = Sözcükler, tırnak içinde ifadeler ya da ad ve değer yazın. Eksi işareti dışarıda bırakır. Hepsi sağlanmalıdır.

inbox-add-limit = Bir kerede en çok 64 MiB.
inbox-added = Alınanlar
inbox-claims = Bekleyen iddialar
inbox-file = Dosyalar
inbox-known = Zaten burada
inbox-none-failed = Verilen her şey alınabildi.
inbox-taken = Dosyalara ne oldu

ledger-all-entries = Tüm kayıtlar liste olarak
ledger-beside-zero = Sıfırın yanında, görülemeyenler:
ledger-confirmed = Her birinin ötekinden doğruladığı
ledger-enter = Kütüklere gir
ledger-enter-note = Kayıtlar record --from komutundaki gibi TOML olarak yazılır ve aynı denetimlerden geçer. Sorun kaldıkça hiçbir şey girilmez.
ledger-entries = Kayıtlar
ledger-line = satır { $n }
ledger-not-in-fraction = orana katılmaz
ledger-nothing-said = hakkında bir şey denmeyen
ledger-refused = Hiçbir şey girilmedi. Metin aşağıda duruyor.
ledger-same-figure = Aynı sayı, olayların aynı olduğunu göstermez.
ledger-sum = Toplam denetimi
ledger-unanswered = yanıtsız

members-behind-note = Geride olmak, üyenin son sözünde en yeni kayıtları bildirmemiş olması demektir. Kusur değildir.
members-cosigned = Ortak imzalı görülme
members-entries = Kayıt sayısı
members-histories = Çelişen geçmişler
members-lag = Geride
members-last = Yazarına göre son beyan
members-liars = aldatmak için birlikte yalan söylemesi gereken: { $n }
members-no-evidence = Burada kimsenin birbiriyle bağdaşmayan iki şeyi imzaladığını kanıtlayan bir şey yok.
members-no-policy = Hiçbir tanık ilkesi benimsenmedi.
members-not-recognised = Burada kimse bu anahtarın kimin olduğunu söylemedi.
members-nothing-seen = Hiçbir üye başkasından nesi olduğunu söylemedi.
members-of = Kimin kütüğü
members-other-key = Buradaki kütük başka bir anahtarla açılıyor.
members-policies = Tanık ilkeleri ve yeter sayı
members-recognised = Kim kimi nasıl tanıdı
members-registers = Kütükler
members-root = Kök

modality-clocks = Süreler
modality-complaints = Şikâyet edebilenler
modality-inference = Gözlemcileri engellemek engelleyenin aleyhine sayılır mı
modality-naming = Ad vermek için ispat ölçüsü
modality-quorum = Yeter sayı, her birinden
modality-recusal = Suçlananın garantörü
modality-reply = Yanıt hakkı, gün
modality-rule = Karar kuralı
modality-sanctions = Failden istenebilecekler
modality-silence = Sessizlik usulü, gün
modality-standard = Tespit için ispat ölçüsü
modality-urgent = Acil önlem için ispat ölçüsü

people-as-written = Burada yalnız belgelerin yazdığı vardır. Kişi hakkında başka bir şey bilinmiyor.
people-not-merged = Benzer yazılan adlar. Hiçbir zaman birleştirilmez.
people-quoted = Zincirinde bu adın geçtiği iddialar

public-answered = yanıt verdi
public-author-open = Kimin yaptığı: bir fail ileri sürülüyor; kimse tespit etmedi.
public-no-day = Kesin gün
public-no-place = Kesin yer
public-no-report = Kamuya açık baskıda rapor yayımlanmadı.
public-one-origin = İkinci, bağımsız bir kaynak olup olmadığı
public-origins = Bir haberin kopyaları tek kaynak sayılır.
public-reported = Bildirilen, tespit edilen değildir. Kaydeden, yapan demek değildir.
public-reports-of = Bunu kapsayan kamuya açık raporlar:
public-unknown = Bilinmeyen öyle söylenir ve hiçbir zaman sıfır sayılmaz.
public-verify = Bu sayfayı denetleyin. Verisinin SHA-256 özeti:
public-what = Ateşkes hakkında bildirilenleri kaydeden, anlaşmaya göre sınayan ve neye dayandığını gösteren bir mekanizma.
public-withheld = Gösterilmeyen kaynak: { $n }.

report-all-issued = Yayımlanan raporlar
report-issue-note = Yayımlamak, raporun özetiyle birlikte var olduğunu bu üyenin kütüğüne yazar. Geri alınamaz; sonraki bir rapor yerine geçebilir.
report-open-preview = Önizlemeyi aç
report-superseded = Yerine sonraki bir rapor geçti.

settings-density = Satır yüksekliği
settings-density-comfortable = rahat
settings-density-compact = sıkı
settings-id = Misyonun kimliği
settings-keys = Klavye kısayolları
settings-keys-off = kapalı
settings-keys-on = açık
settings-program = Program
settings-theme = Görünüm
settings-theme-dark = koyu
settings-theme-light = açık renk
settings-theme-system = aygıttaki gibi

verify-checked = Denetlenenler
verify-file = Dosya (.armistice)
verify-key = Başka yoldan edinilmiş kütük anahtarı (64 hane; o olmadan yanıt “söylenemez”)
verify-limits-said = Dosya neyin, kim tarafından, ne zaman söylendiğini kanıtlar. Kaynakların doğru söylediğini kanıtlamaz.
verify-note = Gönderdiğiniz dosya denetlenir ve saklanmaz.
verify-statement = Beyan
verify-time = Yazarına göre zamanı
field-a = Birincisi
field-b = İkincisi
field-case = Dava
field-of = Kimden
field-verdict = Değerlendirme
kind-by = Bir tarihe kadar
kind-within = Bir süre içinde
kind-continuous = Anlaşma yürürlükte olduğu sürece
kind-none = Süresiz
kind-unknown = Süre bilinmiyor
status-no-contact = Kimseye ulaşılamadı
