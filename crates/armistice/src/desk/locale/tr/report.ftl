# Reports: making, previewing, publishing.
#
# Ids: report-….

report-title = Raporlar
report-number = Rapor no. { $number }
report-period = Dönem
report-cut-off = { $time } tarihine kadarki kayıtlar alındı
report-edition = Sürüm
report-make = Rapor hazırla
report-preview = Önizleme
report-issue = Raporu yayımla
report-issued = { $time } yayımlandı
report-supersedes = { $number } numaralı raporun yerini alır
report-same-everywhere = Bu sicillere bu boyutlarda sahip olan herkes raporu baytı baytına yeniden hesaplar.
report-partisan-words = Metninizde bir tarafın sözleri
report-partisan-next = Söyleyeniyle birlikte tırnak içinde tutun ya da yansız adı kullanın: { $name }.
report-languages = Raporun dilleri
report-download-pdf = PDF (baskı için)
report-download-html = Web sayfası
report-objected = { $name } yayımlanmasına itiraz ediyor
report-withheld = { $count ->
    [one] { $count } öğe açıklanmıyor; yerinde gerekçesi yazıyor
    *[other] { $count } öğe açıklanmıyor; yerlerinde gerekçeleri yazıyor
  }
report-empty = Henüz rapor yayımlanmadı.
report-empty-next = Önizleme her zaman yapılabilir; yalnızca yayımlanırken imzalanır.
