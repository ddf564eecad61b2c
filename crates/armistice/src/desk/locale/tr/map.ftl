# The map and the timeline.
#
# Ids: map-…, timeline-….

map-legend = Gösterge
map-shape-kind = Biçim eylemin türünü gösterir
map-shape-circle = Daire: hafif silah ateşi
map-shape-square = Kare: top veya roket atışı
map-shape-triangle = Üçgen: hava veya insansız hava aracı saldırısı
map-shape-diamond = Eşkenar dörtgen: arazi, hareket, bölgelerdeki silahlar
map-shape-cross = Artı: erişim ve yardım
map-shape-hexagon = Altıgen: alıkoyma, kişiler
map-shape-other = Diğer biçim: diğer eylemler
map-fill-status = Dolgu durumu gösterir
map-fill-hollow = Boş: bildirildi
map-fill-half = Yarım: desteklenmiş
map-fill-full = Dolu: karara bağlandı
map-fill-crossed = Üstü çizili: ihlal değil
map-fill-dotted = Noktalı çerçeve: ihtilaflı
map-halo = Halka, yerin ne kadar kesin bilindiğini gösterir
map-area-shaded = Sayılı gölgeli alan: yalnızca il biliniyor
map-hatched = Taralı: gözlenmedi
map-border-exact = Düz sınır: kesin
map-border-indicative = Kesikli sınır: gösterge niteliğinde
map-zone-no-geometry = Sınırı bilinmeyen bölge; tabloda yer alır.
map-no-place = { $count ->
    [one] çizilebilecek yeri olmayan { $count } olay; tabloya bakın
    *[other] çizilebilecek yeri olmayan { $count } olay; tabloya bakın
  }
map-boundary-note = Bu haritadaki sınırlar ve adlar, mekanizmanın veya üyelerinin tanıması ya da kabulü anlamına gelmez.
map-base-credit = Altlık harita: Natural Earth, kamu malı
map-offline = Harita bu programın içindedir; başka bir sunucudan bir şey istenmez.
map-table-beside = Aynısı tabloda
map-layers = Katmanlar
map-layer-incidents = Olaylar
map-layer-zones = Anlaşma bölgeleri
map-layer-coverage = Gözlem kapsamı

# Timeline
timeline-title = Zaman çizelgesi
timeline-bar = Olabileceği en erken zamandan en geç zamana
timeline-agreement-start = anlaşma yürürlüğe giriyor
timeline-no-time = { $count ->
    [one] zamanı bilinmeyen { $count } olay
    *[other] zamanı bilinmeyen { $count } olay
  }
timeline-brush = Bir zaman aralığı seçin; tablo ve harita ona uyar.
timeline-happened = Ne zaman oldu
timeline-said = Ne zaman söylendi
timeline-published = Ne zaman yayımlandı
timeline-received = Bize ne zaman ulaştı
timeline-day-no-coverage = gözlem olmayan gün
ground-beside = Bölgeler ve orada görülebilenler
ground-zones = Yürürlükteki anlaşmaların bölgeleri
ground-not-drawn = Sınırı bilinmiyor; çizilmedi.
ground-coverage = Neyin görülebildiği
ground-legend = Taralı: gösterilen her gün için orada kimsenin gözlem yapmadığı girilmiş. Düz: gözlendi, günden güne farklı veya bilinmiyor; hangisi olduğu tabloda.
ground-rest-unknown = Tabloda olmayan bölgeler için hiçbir şey girilmemiş: orada neyin görülebildiği bilinmiyor.
ground-uncovered = Kimsenin göremediğinin girildiği, hiçbir yerde görülebildiğinin girilmediği günler:
ground-what = Gösterilen günlerde
ground-undated = Günü bilinmeyen girdiler
ground-seen-observed = gözlendi
ground-seen-partly = kısmen gözlendi
ground-seen-not-observed = gözlenmedi
ground-seen-not-known = bilinmiyor
ground-seen-mixed = günden güne farklı
