# The public pages.
#
# Ids: public-….

public-what-known = Bilinenler
public-what-not-known = Bilinmeyenler
public-what-parties-say = Tarafların söyledikleri
public-what-agreement-says = Anlaşmanın söylediği
public-no-party-replied = Hiçbir taraf yanıt vermedi.
public-version = Sürüm { $number }, { $day }
public-what-changed = Neler değişti
public-first-version = İlk sürüm
public-cite = Alıntılama
public-verify-page = Bu sayfayı doğrula
public-digest = Özet
public-bundle = Kanıt paketini indir
public-withheld-person = { $count ->
    [one] { $count } kaynak açıklanmıyor: kişi için risk
    *[other] { $count } kaynak açıklanmıyor: kişiler için risk
  }
public-how-we-decide = Nasıl karar veriyoruz
public-how-text = Bildirimler, sözlerine bağlı ifadelere ayrılır. Tek eylem, yer ve zamana ilişkin ifadeler bir olay oluşturur. Olay anlaşmanın her metniyle karşılaştırılır. Yalnızca bileşenler, anlaşmanın kendi kuralıyla karar verir.
public-data = Bu sayfanın verileri
public-no-finding = Bu sayfa hiçbir kurulun bulgusu değildir.
public-sources = Kaynaklar
public-latest-reports = Son raporlar
public-published = Yayımlanma: { $time }
public-empty = Henüz bir şey yayımlanmadı.
