# The words for enumerations: kind and value.
#
# Where the report has a word for the same thing, it is the same word (a test compares them).

# act
act-none = Eylem belirtilmemiş
act-small-arms-fire = Hafif silah ateşi
act-shelling = Top veya roket atışı
act-direct-heavy-fire = Ağır silahla doğrudan ateş
act-air-strike = Hava saldırısı
act-drone-strike = İnsansız hava aracı saldırısı
act-bombardment = Bombardıman, aracı belirtilmemiş
act-armed-clash = Silahlı çatışma
act-ground-assault = Kara taarruzu
act-raid = Baskın
act-explosive = Mayın veya patlayıcı düzenek
act-suicide-attack = İntihar saldırısı
act-chemical-attack = Kimyasal madde kullanımı
act-attack = Saldırı, aracı belirtilmemiş
act-seizure-of-ground = İlerleme veya alan ele geçirme
act-fortification = Yeni mevzi veya tahkimat
act-troop-movement = Kuvvet hareketi
act-weapon-in-zone = Bulunmaması gereken yerde ağır silah
act-overflight = Hava sahasından uçuş
act-killing = Öldürme
act-injury = Yaralama
act-attack-on-protected-object = Korunan nesneye saldırı
act-abduction = Kaçırma
act-arrest = Yakalama veya gözaltı
act-forced-recruitment = Zorla silah altına alma
act-sexual-violence = Cinsel şiddet
act-forced-displacement = Zorla yerinden etme
act-destruction-of-property = Mal tahribi
act-siege = Kuşatma veya abluka
act-aid-obstruction = Yardımın engellenmesi
act-aid-delivery = Yardımın ulaştırılması
act-utility-cut = Su veya elektrik kesintisi
act-closure = Yol veya geçiş noktasının kapatılması
act-release-of-detainees = Alıkonulanların serbest bırakılması
act-obstruction-of-monitors = Gözlemcilerin engellenmesi
act-attack-on-monitors = Gözlemcilere saldırı
act-sensor-interference = Algılayıcılara müdahale
act-incitement = Kışkırtma
act-provocation = Tahrik, nasıl olduğu belirtilmemiş
act-non-performance = Bir yükümlülüğün yerine getirilmemesi
act-violation-unspecified = İleri sürülen ihlal, nasıl olduğu belirtilmemiş
act-signing = İmza
act-talks = Görüşmeler
act-withdrawal = Çekilme
act-disarmament = Silahsızlanma
act-ceasefire-upkeep = Ateşkesin sürdürülmesi
act-monitoring-set-up = Gözlemin kurulması

# fact
fact-unassessed = değerlendirilmemiş
fact-unverified = doğrulanmamış: yalnızca çatışmanın tarafları söylüyor
fact-single-origin = tek ilk kaynak
fact-corroborated = başka kaynaklarca desteklenmiş
fact-verified = mekanizmaca doğrulanmış
fact-contradicted = çelişkili
fact-refuted = mekanizmaca çürütülmüş
fact-not-verifiable = doğrulanamaz

# count
count-killed = öldürülen
count-injured = yaralanan
count-casualties = öldürülen veya yaralanan
count-missing = kayıp
count-detained = alıkonulan
count-abducted = kaçırılan
count-released = serbest bırakılan
count-displaced = yerinden edilen
count-violations = kaydedenin sayımına göre ihlaller
count-strikes = vuruşlar
count-rounds = mermiler
count-explosions = patlamalar
count-attacks = saldırılar
count-vehicles = araçlar
count-buildings = binalar
count-settlements = yerleşimler
count-persons = hazır bulunan kişiler
count-other = diğer

# person
person-civilians = siviller
person-children = çocuklar
person-women = kadınlar
person-fighters = savaşçılar
person-soldiers = askerler
person-monitors = gözlemciler
person-all = tümü, ayrım yapılmamış
person-unknown = durumu bilinmiyor

# place-precision
place-precision-exact = kesin
place-precision-settlement = yerleşim
place-precision-near = yakınında
place-precision-admin3 = yalnızca nahiye biliniyor
place-precision-admin2 = yalnızca ilçe biliniyor
place-precision-admin1 = yalnızca il biliniyor
place-precision-region = yalnızca bölge biliniyor
place-precision-country = yalnızca ülke biliniyor
place-precision-unknown = yer bilinmiyor

# complainant
complainant-public = kamudan bir kişi
complainant-own-initiative = mekanizmanın kendisi

# outcome
outcome-not-an-incident = anlaşma kapsamında bir olay değil
outcome-relevant-incident-no-violation = ilgili olay, ihlal değil
outcome-minor-violation = hafif ihlal
outcome-serious-violation = ciddi ihlal

# attribution
attribution-attributed = atfedilen
attribution-probably-attributed = muhtemelen atfedilen
attribution-not-attributed = kimseye atfedilmemiş
attribution-several = birden çok tarafa atfedilen

# not-determined
not-determined-unanimous = oybirliğiyle
not-determined-qualified = çekincelerle
not-determined-majority-with-dissent = çoğunlukla, karşı oy ile
not-determined-no-quorum = yeter sayı yok
not-determined-deadlock = kilitlenme
not-determined-lapsed = sessizlik usulü sonuçsuz sona erdi
not-determined-seats-contested = koltuklar ihtilaflı
not-determined-standard-not-reached = ispat ölçütüne ulaşılmadı
not-determined-facts-only = anlaşmaya göre kimse karar vermez
not-determined-pending = beklemede
not-determined-dismissed = ön elemede reddedildi
not-determined-withdrawn = şikâyet geri alındı
not-determined-settled = anlaşmazlık yerinde çözüldü; olgu geçerliliğini koruyor
not-determined-closed = karar verilmeden kapatıldı

# position
position-concur = katılıyor
position-concur-in-part = kısmen katılıyor
position-dissent = karşı çıkıyor
position-recuse = çekiliyor
position-no-opinion = görüşü yok
position-silent = süresinde görüş bildirmedi
position-consents-by-silence = süresinde görüş bildirmedi; anlaşma bunu rıza sayıyor
position-too-few = gereken sayıdan azı hazırdı
position-unseated = koltuğu boş
position-contested = koltuğu ihtilaflı

# finding-about
finding-about-fact = olgu
finding-about-attribution = atıf
finding-about-clause = bir hüküm
finding-about-area = bölgeyi kimin elinde tuttuğu
finding-about-condition = bir koşul

# reached
reached-none = gösterilemedi
reached-suspicion = makul şüphe
reached-reasonable-grounds = inanmak için makul gerekçeler
reached-balance-of-probabilities = olasılıkların ağır basması
reached-clear-and-convincing = açık ve ikna edici delil

# answer
answer-yes = evet
answer-no = hayır
answer-cannot-be-determined = belirlenemiyor

# means
means-heard = duyuldu
means-saw = görüldü
means-camera = kamera
means-uav = mekanizmanın insansız hava aracı
means-satellite = uydu
means-sensor = algılayıcı
means-patrol = devriye
means-post = gözlem noktası
means-reports = başkalarının bildirimleri

# watch
watch-observed = planlandığı gibi
watch-limited = kısmen
watch-not-observed = hiç
watch-no-entry = kayıt girilmemiş

# hindrance
hindrance-none = yok
hindrance-outage = donanım arızası
hindrance-access-denied = erişim reddedildi
hindrance-jamming = karıştırma
hindrance-weather = hava durumu
hindrance-insecurity = güvenli değil
hindrance-no-post = orada kimse yok
hindrance-withdrawn = personel geri çekildi
hindrance-language = dil okunmuyor
hindrance-not-stated = belirtilmemiş

# access-outcome
access-outcome-granted = verildi
access-outcome-denied = reddedildi
access-outcome-delayed = geciktirildi
access-outcome-conditional = koşula bağlı
access-outcome-no-answer = yanıt yok
access-outcome-open = açık
access-outcome-disputed = üyeler farklı şeyler söylüyor

# call
call-de-escalated = durdu
call-undertaken = durdurma sözü verildi
call-denied = inkâr edildi
call-no-contact = kimseye ulaşılamadı
call-continued = devam etti
call-open = açık
call-overdue = süresinde yanıt yok
call-disputed = üyeler farklı şeyler söylüyor
call-answered = yanıtlandı

# counted
counted-violations = kaydedenin deyişiyle ihlaller
counted-incidents = olaylar
counted-complaints = şikâyetler
counted-fatal-events = bir veri kümesinin ölümlü olayları
counted-observations = gözlemler

# standing
standing-recorded = kaydedenin kendi listesi
standing-party-declared = bir tarafça beyan edildi
standing-verified = mekanizmaca doğrulandı
standing-open = işliyor
standing-met = tutuldu
standing-late = geç
standing-overdue = süresi geçti
standing-over = bitti
standing-stopped = durduruldu
standing-not-shown = gösterilmiyor

# sum
sum-agrees = uyuşuyor
sum-differs = uyuşmuyor
sum-incomplete = denetlenemiyor
sum-disputed = üyelerce farklı girildi

# scope
scope-in-scope = kapsam içinde (ileri sürülen ihlal)
scope-out-of-scope = kapsam dışında
scope-cannot-be-determined = belirlenemiyor

# question
question-in-time = süre içinde mi?
question-in-territory = alan içinde mi?
question-between-parties = taraflar arasında mı?
question-excluded-actor = kapsam dışı aktör mü?
question-excluded-area = kapsam dışı bölge mi?
question-act-prohibited = eylem yasak mı?
question-exception = istisna mı?

# observed
observed-explosion = patlamalar
observed-burst = seri atışlar
observed-shot = tek atışlar
observed-projectile = uçuş hâlindeki mermiler
observed-flare = aydınlatma fişekleri
observed-overflight = uçuşlar
observed-weapon = silahlar
observed-vehicle = araçlar
observed-convoy-item = konvoy kalemleri
observed-impact = isabet izleri

# cell
cell-matched = aynı sayı
cell-only-a = yalnızca birinci
cell-only-b = yalnızca ikinci
cell-disagree = farklı sayılar
cell-not-stated = biri belirtmemiş
cell-place-open = aynı sözler, belki iki ayrı yer

# change
change-new = yeni
change-gone = hiçbir şey kalmadı
change-act = eylem
change-place = yer
change-time = zaman
change-status = olgunun durumu
change-origins = bağımsız ilk kaynaklar
change-counts = sayılar

# recorder
recorder-guarantor = garantör
recorder-other = üçüncü taraf

# obligation-state
obligation-state-open = açık, günü yok
obligation-state-due-on = vadesi henüz gelmedi
obligation-state-met-in-time = süresinde yerine getirildiği bildirildi
obligation-state-met-late = geç yerine getirildiği bildirildi
obligation-state-overdue = süresi geçti, yerine getirildiğine dair bildirim yok
obligation-state-extended = mutabakatla uzatıldı
obligation-state-contested = bildirimler çelişiyor
obligation-state-cannot-be-determined = belirlenemiyor

# performance
performance-done = yerine getirildi
performance-partly = kısmen yerine getirildi
performance-not-done = yerine getirilmedi
performance-extended = mutabakatla uzatıldı

# bearer
bearer-all-parties = tüm taraflar
bearer-all-guarantors = tüm garantörler

# remedy
remedy-done = yapıldı ve denetlendi
remedy-partly = kısmen yapıldı
remedy-refused = reddedildi
remedy-undertaken = söz verildi
remedy-overdue = süresi geçti
remedy-open = açık

# progress
progress-done = yapıldı ve denetlendi
progress-partly = kısmen yapıldı
progress-refused = reddedildi
progress-undertaken = söz verildi
progress-overdue = süresi geçti
progress-open = açık

# stage
stage-received = alındı
stage-registered = kaydedildi
stage-screened-out = elendi, diğerleri itiraz edebilir
stage-preliminary-assessment = ön değerlendirme
stage-opened = açıldı
stage-tasked = görev verildi
stage-under-verification = doğrulanıyor
stage-access-blocked = erişim engellendi
stage-facts-established = olgular saptandı
stage-not-verifiable = doğrulanamaz
stage-notice-sent = bildirim gönderildi
stage-component-review = bileşenlerin önünde
stage-response-received = yanıtlar alındı
stage-no-response = süresinde yanıt yok
stage-draft = taslak bileşenlerin önünde
stage-determined = karara bağlandı
stage-not-determined = karara bağlanmadı
stage-remedial-action-requested = düzeltici eylem istendi
stage-follow-up = takipte
stage-closed = kapatıldı
stage-reopened = yeniden açıldı

# case-state
case-state-received = alındı
case-state-registered = kaydedildi
case-state-screened-out = elendi, diğerleri itiraz edebilir
case-state-preliminary-assessment = ön değerlendirme
case-state-opened = açıldı
case-state-tasked = görev verildi
case-state-under-verification = doğrulanıyor
case-state-access-blocked = erişim engellendi
case-state-facts-established = olgular saptandı
case-state-not-verifiable = doğrulanamaz
case-state-notice-sent = bildirim gönderildi
case-state-component-review = bileşenlerin önünde
case-state-response-received = yanıtlar alındı
case-state-no-response = süresinde yanıt yok
case-state-draft = taslak bileşenlerin önünde
case-state-determined = karara bağlandı
case-state-not-determined = karara bağlanmadı
case-state-remedial-action-requested = düzeltici eylem istendi
case-state-follow-up = takipte
case-state-closed = kapatıldı
case-state-reopened = yeniden açıldı

# text-status
text-status-authentic = özgün
text-status-leaked = başkasınca yayımlanmış
text-status-draft = taslak
text-status-unknown = bilinmiyor

# source
source-text = anlaşma böyle diyor
source-mechanism-default = anlaşma suskun; mekanizmanın kuralı

# rule
rule-unanimous = oybirliği
rule-consensus = mutabakat
rule-majority-per-constituency = her bileşenin çoğunluğu
rule-majority = çoğunluk
rule-chair = başkan karar verir
rule-facts-only = kimse karar vermez, yalnızca olgular bildirilir

# standard
standard-credible-report = inanılır bildirim
standard-reasonable-grounds = inanmak için makul gerekçeler
standard-balance-of-probabilities = olasılıkların ağır basması
standard-clear-and-convincing = açık ve ikna edici delil

# redacted
redacted-source-protection = gösterilmiyor: kaynağın korunması
redacted-observer-safety = gösterilmiyor: gözlemcilerin güvenliği
redacted-operational = gösterilmiyor: operasyonel nedenler

# stretch
stretch-baseline = anlaşma yürürlüğe girmeden önce
stretch-first = o zamandan itibaren
stretch-previous = önceki dönem
stretch-now = dönem

# act-group
act-group-hostile = Güç kullanımı
act-group-territorial = Arazi, mevziler, hareketler
act-group-persons = Kişilere ve korunan nesnelere karşı
act-group-humanitarian = İnsani erişim
act-group-mechanism = Mekanizmayla ilgili
act-group-provocative = Tahrik edici eylemler
act-group-non-performance = Yerine getirmeme
act-group-unspecified = Belirtilmemiş

# claim-kind
claim-kind-incident = olay
claim-kind-allegation = iddia
claim-kind-denial = inkâr
claim-kind-total = bir savaşın veya dönemin toplamı
claim-kind-agreement-fact = anlaşma veya görüşmelerle ilgili olgu
claim-kind-agreement-scope = bir anlaşmanın kapsamı
claim-kind-demand = talep
claim-kind-pledge = taahhüt
claim-kind-condition = ilan edilen koşul
claim-kind-proposal = öneri
claim-kind-plan = plan veya beklenti
claim-kind-refusal = ret
claim-kind-position = tutum
claim-kind-context = arka plan

# polarity
polarity-asserted = ileri sürülüyor
polarity-negated = reddediliyor
polarity-open = açık bırakılmış

# chain-role
chain-role-outlet = yayın organı
chain-role-agency = haber ajansı
chain-role-cited-outlet = atıf yapılan yayın organı
chain-role-speaker = konuşan
chain-role-unnamed-source = adı verilmeyen kaynak
chain-role-recorder = kaydeden
chain-role-document = belge
chain-role-cited-group = atıf yapılan grup

# time-precision
time-precision-minute = dakikasına kadar
time-precision-hour = saatine kadar
time-precision-part-of-day = günün bir bölümü
time-precision-day = gününe kadar
time-precision-days = birkaç gün
time-precision-week = haftasına kadar
time-precision-month = ayına kadar
time-precision-year = yılına kadar
time-precision-period = daha uzun bir dönem
time-precision-unknown = zaman bilinmiyor

# time-basis
time-basis-stated = sözlerde belirtilmiş
time-basis-metadata = sayfanın üst verisinden
time-basis-publication-line = yayın satırından
time-basis-relative-to-publication = yayın tarihinden hesaplanmış
time-basis-relative-to-copied-text = kopyalanan metinden hesaplanmış
time-basis-year-inferred = yıl çıkarsanmış
time-basis-counted-from-agreement = anlaşmadan itibaren hesaplanmış
time-basis-caption = resim altı yazısından
time-basis-not-before-newest-date = metindeki en yeni tarihten önce değil
time-basis-data-column = bir veri kümesinin sütunundan
time-basis-unresolved = söylenmiş ama çözümlenemiyor
time-basis-not-stated = belirtilmemiş

# tense
tense-past = geçmiş
tense-future = gelecek
tense-unknown = bilinmiyor

# bond
bond-same = aynı ilk kaynaktan
bond-perhaps = belki aynı ilk kaynaktan
bond-none = farklı ilk kaynaklardan

# verdict
verdict-same = aynı
verdict-different = farklı
verdict-unsure = emin değil

# relation
relation-contradiction = çelişki
relation-update = güncelleme
relation-different-scope = farklı kapsam
relation-different-definition = farklı tanım

# key-role
key-role-statements = kayıtları imzalar
key-role-checkpoints = kontrol noktalarını imzalar
key-role-witness = tanık olarak imzalar
key-role-recovery = kayıp anahtarı kurtarır

# key-reason
key-reason-rotated = planlı değiştirildi
key-reason-lost = kayıp
key-reason-compromised = başkasının elinde olabilir
key-reason-retired = artık kullanılmıyor

# erasure
erasure-fields = belirtilen alanlar
erasure-all = içinde mühürlü her şey

# misbehaviour
misbehaviour-two-statements = sicilin aynı yerinde iki kayıt
misbehaviour-two-checkpoints = ikisi birden doğru olamayan iki kontrol noktası
misbehaviour-two-openings = bir mühür için iki açılış

# part-of-day
part-of-day-morning = sabah
part-of-day-afternoon = öğleden sonra
part-of-day-evening = akşam
part-of-day-night = gece
part-of-day-overnight = gece boyunca

# screening
screening-passed = mekanizmanın işi
screening-outside-mandate = görev alanı dışında
screening-duplicate = zaten başka bir dosya var
screening-no-incident = bir olay anlatılmıyor
screening-withdrawn = şikâyet geri alındı

# method
method-direct-observation = doğrudan gözlem
method-site-visit = yerinde inceleme
method-remote-sensor = uzaktan algılama
method-interviews = görüşmeler
method-documents = belgeler
method-joint-team = ortak ekip

# obstacle
obstacle-access-denied = erişim reddedildi
obstacle-time-passed = aradan çok zaman geçti
obstacle-insecurity = güvenli değil
obstacle-no-means = imkân yok
obstacle-contradictory = bilinenler çelişkili

# ground
ground-resolved = giderildi
ground-determined = karara bağlandı
ground-not-determined = karara bağlanmadı
ground-withdrawn = şikâyet geri alındı
ground-settled-locally = yerinde çözüldü
ground-dismissed = ön elemede reddedildi

# objectable
objectable-dismissal = ret
objectable-closing = kapatma
objectable-publication = yayımlama
objectable-seat = koltuk

# heading
heading-outgoing = giden
heading-impact = isabet
heading-lateral = yanal
heading-undetermined = belirsiz

# recorded-as
recorded-as-listed = listesinde
recorded-as-confirmed = onayladı
recorded-as-rejected = reddetti
recorded-as-not-addressed = ele almadı

# reliability
reliability-A = A – güvenilir
reliability-B = B – genellikle güvenilir
reliability-C = C – oldukça güvenilir
reliability-D = D – genellikle güvenilir değil
reliability-E = E – güvenilmez
reliability-F = F – değerlendirilemez

# credibility
credibility-1 = 1 – bağımsız ilk kaynaklarca doğrulanmış
credibility-2 = 2 – muhtemelen doğru
credibility-3 = 3 – belki doğru
credibility-4 = 4 – şüpheli
credibility-5 = 5 – olası değil
credibility-6 = 6 – değerlendirilemez

# checked
checked-verified = mekanizmaca doğrulandı
checked-refuted = mekanizmaca çürütüldü
checked-not-verifiable = doğrulanamaz

# edition
edition-internal = dahili
edition-public = kamuya açık

# report-kind
report-kind-daily = günlük rapor
report-kind-weekly = haftalık rapor
report-kind-period = rapor
report-kind-closing = kapanış raporu

# group-stance
group-stance-agrees = katılıyor
group-stance-consents-by-silence = susarak rıza gösteriyor
group-stance-dissents = karşı çıkıyor
group-stance-divided = bölünmüş
group-stance-no-opinion = görüşü yok
group-stance-recused = çekildi
group-stance-too-few = gereken sayıdan azı hazırdı
group-stance-silent = sessiz
group-stance-unseated = koltuğu boş
group-stance-contested = koltuğu ihtilaflı

# case-clock
case-clock-screening = ön eleme
case-clock-objection = itiraz
case-clock-assessment = değerlendirme
case-clock-tasking = görevlendirme
case-clock-reply = yanıt hakkı
case-clock-report = rapor
case-clock-opinion = görüşler
case-clock-publication = yayımlama
case-clock-remedy = düzeltici eylem
case-clock-follow-up = takip
case-clock-closing = kapatma

# seat
seat-speaks = söz alabilir
seat-works = dosyalarda çalışabilir
seat-decides = karara da katılır

# term-status
term-status-ahead = henüz başlamadı
term-status-running = yürürlükte
term-status-ended = sona erdi
term-status-term-over = süresi doldu

# touches
touches-incidents = olaylar
touches-obligations = yükümlülükler
touches-decisions = kararlar
touches-names = adlar
touches-nothing = hiçbir şey

# actor-kind
actor-kind-party = taraf
actor-kind-supporting-force = destekleyen kuvvet
actor-kind-excluded = kapsam dışı aktör
actor-kind-guarantor = garantör
actor-kind-observer = gözlemci
actor-kind-third = üçüncü taraf

# adherence
adherence-signed = imzaladı
adherence-joined = sonradan katıldı
adherence-claimed = ileri sürülüyor
adherence-denied = reddediliyor

# endorsement
endorsement-all = hepsi imzaladı
endorsement-some = bazıları imzaladı
endorsement-none = hiçbiri imzalamadı
endorsement-unknown = bilinmiyor

# instrument
instrument-statement = bildiri
instrument-agreement = anlaşma
instrument-memorandum = mutabakat zaptı
instrument-protocol = protokol
instrument-terms-of-reference = görev tanımı
instrument-resolution = karar
instrument-orders = emirler
instrument-other = diğer

# ending
ending-open = bitiş belirlenmemiş
ending-fixed = belirli bir günde biter
ending-terminated = sona erdirildi
ending-unknown = bilinmiyor

# known
known-yes = evet
known-no = hayır
known-unknown = bilinmiyor

# territory
territory-whole-country = ülkenin tamamı
territory-listed-divisions = sayılan idari birimler
territory-zones-only = yalnızca bölgeler
territory-unknown = bilinmiyor

# cover
cover-whole = tamamı
cover-part = bir bölümü

# area
area-control = bölgeyi kimin denetlediği
area-operations = bölgede birine karşı muharebe harekâtı
area-presence = bölgede bulunma

# geometry
geometry-exact = kesin sınır
geometry-indicative = gösterge niteliğinde sınır
geometry-none = sınır bilinmiyor

# permission
permission-self-defence = meşru müdafaa
permission-against-excluded-actor = kapsam dışı bir aktöre karşı
permission-exercise = tatbikat
permission-notified-movement = bildirilmiş hareket
permission-humanitarian = insani
permission-other = diğer

# condition
condition-response = bir saldırıya karşılıktır
condition-proportionate = ölçülüdür
condition-immediate-threat = ani bir tehdidi karşılar
condition-ordered = metinde adı geçen komutanlık emretmiştir
condition-hotline-exhausted = eşgüdüm mekanizması daha önce sonuç vermemiştir
condition-notified = önceden bildirilmiştir
condition-target-excluded = hedef kapsam dışı bir aktördür

# due
due-by = bir güne kadar
due-within = bir süre içinde
due-recurring = yinelenen
due-continuous = sürekli
due-none = süre belirlenmemiş
due-unknown = bilinmiyor

# said
said-demand = talep
said-undertaking = taahhüt
said-declared-condition = ilan edilen koşul

# recusal
recusal-none = yok
recusal-not-alone = suçlanan tek başına karar vermez
recusal-recused = suçlanan katılmaz

# on-expiry
on-expiry-not-determined-with-positions = karara bağlanmadı, tutumlarla birlikte
on-expiry-consent = susma rıza sayılır

# retest
retest-new = yeni
retest-changed = değişti
retest-unchanged = değişmedi
retest-gone = kalktı

# would-change
would-change-narrower-time = daha dar bir zaman
would-change-record-of-end = metnin sona erip ermediğine dair kayıt
would-change-finer-place = bir yer veya daha kesin bir yer
would-change-border = bölgenin sınırı
would-change-named-author = kimin yaptığı
would-change-named-affected = kimin etkilendiği
would-change-named-sides = kimlerin çatıştığı ve kimin başlattığı
would-change-holder = o sırada yeri kimin elinde tuttuğu
would-change-area-evidence = bölgeye dair delil
would-change-adherence-record = tartışmasız bir katılım kaydı
would-change-guarantor-words = metnin garantörün kendi kuvvetleri hakkındaki sözleri
would-change-named-act = ne yapıldığı ve hangi araçla
would-change-condition-evidence = bir koşula dair delil

# date-role
date-role-meta-published = üst verideki yayın tarihi
date-role-meta-modified = üst verideki değişiklik tarihi
date-role-publication-line = yayın satırı
date-role-page-header = sayfa başlığı
date-role-caption = resim altı yazısı
date-role-url = sayfanın adresi
date-role-lead = ilk paragraf
date-role-body = gövde metni
date-role-agreement-age = anlaşmanın yaşı

# format
format-html = web sayfası
format-text = düz metin
format-markdown = Markdown metni
format-event-data = veri kümesi satırları

# role
role-public = kamu okuru
role-viewer = görüntüleyici
role-analyst = analist
role-case-officer = dosya görevlisi
role-head = bileşen başkanı
role-administrator = yönetici

# class
class-open = açık
class-restricted = kısıtlı

# status
status-unassessed = Değerlendirilmemiş
status-unverified = Bildirildi – yalnızca çatışmanın taraflarınca
status-single-origin = Bildirildi – tek ilk kaynak
status-corroborated = Desteklenmiş
status-verified = Mekanizmaca doğrulandı
status-contradicted = İhtilaflı
status-refuted = Mekanizmaca çürütüldü
status-not-verifiable = Doğrulanamaz
status-determined = Karara bağlandı
status-not-established = Saptanamadı
status-not-a-violation = İhlal değil
status-cannot-be-determined = Belirlenemiyor
status-open = açık
status-answered = yanıtlandı
status-not-reached = kimseye ulaşılamadı
status-overdue = süresi geçti
status-disputed = üyeler farklı şeyler söylüyor
status-stated = belirtilmiş
status-not-stated = belirtilmemiş
status-in-scope = Kapsam içinde (ileri sürülen ihlal)
status-out-of-scope = Kapsam dışında

# determination
determination-unanimous = Oybirliğiyle karara bağlandı
determination-qualified = Çekincelerle karara bağlandı
determination-majority-with-dissent = Çoğunlukla, karşı oy ile karara bağlandı
determination-not-determined = Karara bağlanmadı

# says
says-supports = destekliyor
says-against = aleyhte
says-silent = sessiz

# statement
statement-seat-taken = koltuk aldı
statement-seat-left = koltuğu bıraktı
statement-case-received = şikâyeti girdi
statement-case-registered = dosyaya numara verdi
statement-case-screened = ön eleme yaptı
statement-objected = itiraz etti
statement-case-withdrawn = şikâyeti geri aldı
statement-case-assessed = ilk değerlendirmeyi yazdı
statement-case-opened = soruşturma açtı
statement-case-tasked = bir ekibi görevlendirdi
statement-verification-begun = doğrulamaya başladı
statement-access-blocked = erişimin engellendiğini kaydetti
statement-finding-made = bulgu oluşturdu
statement-not-verifiable = doğrulanamayacağını bildirdi
statement-notice-sent = bildirim yaptı
statement-response-given = yanıt sundu
statement-draft-presented = taslak sundu
statement-opinion-given = görüş bildirdi
statement-remedy-requested = düzeltici eylem istedi
statement-remedy-followed = düzeltici eylem hakkında bildirdi
statement-case-settled = yerinde çözümü kaydetti
statement-closing-proposed = dosyanın kapatılmasını istedi
statement-case-reopened = dosyayı yeniden açtı
statement-confirmation-given = onay verdi

# ledger-kind
ledger-kind-bulletin = bülten
ledger-kind-listing = liste kaydı
ledger-kind-observation = gözlem
ledger-kind-coverage = gözlem kapsamı
ledger-kind-access = erişim isteği
ledger-kind-call = görüşme
ledger-kind-obligation-report = yerine getirme bildirimi
ledger-kind-report = rapor

# kind
kind-before = bir günden önce
kind-once = bir kez
kind-recurring = yinelenen
kind-standing = sürekli
kind-condition = koşula bağlı

# is
is-single-origin = tek ilk kaynaklı
is-undated = zamanı bilinmeyen
is-aggregate = bir süreye yayılan
is-open = açık
is-overdue = süresi geçmiş
is-disputed = ihtilaflı
is-unplaced = yeri bilinmeyen
is-area-only = yalnızca alanı bilinen
is-withdrawn = geri alınmış
is-obstructed = engellenmiş

# has
has-contradiction = çelişki
has-denial = inkâr
has-harm = belirtilmiş zarar
has-point = haritada nokta
has-case = dosya
has-copies = kopyalar
has-listing = listede kayıt
has-reply = yanıt
has-problem = sorun

# time-match
time-match-surely = kesinlikle bu sürede
time-match-possibly = belki bu sürede
time-match-undated = zamanı bilinmeyen

# cut
cut-markup = biçim kodu
cut-whitespace = boşluk
cut-navigation = gezinme
cut-widget = sayfa aracı
cut-comments = okur yorumları
cut-related-link = başka yazılara bağlantı
cut-caption = resim altı yazısı
cut-title = başlık
cut-byline = yazar satırı
cut-credit-line = kaynak satırı
cut-page-date = sayfanın tarihi
cut-legal = yasal uyarı
cut-advertisement = reklam
cut-error-notice = sayfanın hata iletisi
cut-repeat = yinelenen metin
cut-other = diğer

# problem
problem-unreadable = İstek okunamıyor
problem-sign-in = Önce giriş yapın
problem-not-allowed = Rolünüz buna izin vermiyor
problem-not-here = Burada bir şey yok
problem-method = Bu yöntemle olmaz
problem-conflict = Orada başka bir şey var
problem-stale = Siz okuduktan sonra değişti
problem-too-large = Çok büyük
problem-media-type = Bu biçimde olmaz
problem-refused = Kurallarca reddedildi
problem-say-which = Hangi sürümü kastettiğinizi belirtin
problem-too-many = Çok fazla istek
problem-broken = Burada bir şey bozuldu
problem-busy = Meşgul

# step
step-receive = Şikâyeti al
step-register = Numara ver
step-screen = Ön eleme yap
step-assess = İlk değerlendirmeyi yaz
step-open = Soruşturma aç
step-task = Ekibe görev ver
step-verify = Doğrulamaya başla veya devam et
step-blocked = Erişimin engellendiğini kaydet
step-find = Bulgu oluştur
step-not-verifiable = Doğrulanamayacağını bildir
step-notice = Bildirim yap
step-respond = Yanıt sun
step-draft = Taslak sun
step-opine = Görüş bildir
step-remedy = Düzeltici eylem iste
step-follow = Düzeltici eylemin aşamasını bildir
step-settle = Yerinde çözümü kaydet
step-close = Kapatılmasını iste
step-reopen = Yeniden aç
step-withdraw = Şikâyeti geri al
step-object = İtiraz et

# field
field-accused = Şikâyette adı geçenler
field-actor = Aktör
field-adverse-inference = Yanıt vermeyi reddeden ve bundan çıkarılan
field-affected = Etkilenenler
field-agreement = Anlaşma
field-answer = Yanıt
field-assessor = Değerlendiren
field-attribution = Atıf
field-between = Aralarında
field-blind = Kaynağın notu görülmeden değerlendirildi
field-by = Kim tarafından
field-claim = İfadeler
field-clause = Hükümler
field-closing = Kapatmaya itiraz
field-complainant = Şikâyet eden
field-contrary = Aksi yönde olanlar
field-criterion = Yanıtın konusu
field-dismissal = Redde itiraz
field-document = Belgeler
field-draft = Taslak
field-due = Vade
field-duplicate-of = Tekrarı olduğu dosya
field-finding = Bulgular
field-from = Başlangıç
field-ground = Gerekçe
field-guarantor = Garantörler
field-incident = Olaylar
field-interim = Geçici olarak
field-method = Yöntem
field-number = Numara
field-obstacle = Engel
field-outcome = Sonuç
field-partial = Kısmen
field-persons = Arkasındaki temsilciler
field-position = Tutum
field-progress = Geldiği aşama
field-publication = Yayımlamaya itiraz
field-reached = Ulaşılan ölçüt
field-remedy = Düzeltici eylem
field-reply-by = Yanıt son tarihi
field-result = Sonuç
field-rung = Anlaşmanın basamağı
field-seat = Koltuk
field-supersedes = Yerini aldığı
field-team = Ekip
field-test = Tamamlanma koşulu
field-text = Metin
field-to = Kime, bitiş
field-urgent = Acil
field-id = Kimlik
field-status = Durum
field-scope = Kapsam
field-kind = Tür
field-adm1 = İl
field-country = Ülke
field-place = Yer
field-precision = Kesinlik
field-party = Adı geçen aktör
field-recorded-by = Kaydeden
field-source = Yayın organı veya ajans
field-language = Dil
field-about = Konusu
field-since = Şu tarihten beri
field-until = Şu tarihe kadar
field-time = Zaman
field-origins = Bağımsız ilk kaynaklar
field-harm = Zarar gören kişiler
field-documents = Belgeler
field-is = Niteliği
field-has = İçerdiği
field-class = Erişim sınıfı
field-changed-since = Şundan beri değişen
statement-mission-opened = kendi kayıt defterini açtı
statement-agreement-adopted = bir anlaşma metnini benimsedi
statement-document-captured = bir belge aldı
statement-text-read = bir belgenin metni okundu
statement-claims-read = bir belgeden iddialar okundu
statement-copies-found = ortak metin buldu
statement-compared = belgeleri karşılaştırdı
statement-judged = ikisinin aynı olay olup olmadığına karar verdi
statement-sealed = bir şeyi mühürledi
statement-revealed = mühürlü alanları herkese açtı
statement-released = mühürlü alanları birine verdi
statement-erased = mühürlü bir öğeyi yok etti
statement-reaffirmed = şüpheli beyanları doğruladı
statement-bulletin-recorded = bir bülten kaydetti
statement-incident-listed = bir kaydedenin onu listelediğini girdi
statement-observation-recorded = bir gözlem kaydetti
statement-coverage-recorded = neyin görülebildiğini kaydetti
statement-access-recorded = bir erişim talebi kaydetti
statement-call-logged = bir çağrı kaydetti
statement-obligation-reported = bir yükümlülük hakkında bildirdi
statement-source-graded = bir kaynağı derecelendirdi
statement-information-graded = bir bilgiyi derecelendirdi
statement-coded = bir alanı kodladı
statement-incident-checked = kendi denetiminin sonucunu kaydetti
statement-incident-tested = onu bir anlaşmayla karşılaştırdı
statement-source-withdrawn = bir belgeyi kaynak olmaktan çıkardı
statement-report-issued = bir rapor yayımladı
