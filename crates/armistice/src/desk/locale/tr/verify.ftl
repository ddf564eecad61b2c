# Verifying a record, in the reader's own browser.
#
# Ids: verify-….

verify-title = Bir kaydı doğrula
verify-drop = Kanıt paketini buraya bırakın ya da dosya seçin
verify-choose = Dosya seç
verify-local = Denetim tarayıcınızda yapılır; hiçbir şey yüklenmez.
verify-valid = Geçerli
verify-invalid = Geçersiz
verify-cannot-tell = Söylenemez
verify-checking = Denetleniyor…
verify-contents-match = { $count ->
    [one] İçerik imzalı listeyle uyuşuyor: { $count } dosya
    *[other] İçerik imzalı listeyle uyuşuyor: { $count } dosya
  }
verify-signed-by = İmzalayan: { $name }
verify-signature-bad = { $name } imzası uymuyor.
verify-in-register = { $name } sicilinde, kayıt { $number }
verify-not-rewritten = Sicilde hiçbir şey yeniden yazılmadı.
verify-witnessed = { $count ->
    [one] { $count } tanık birlikte imzaladı
    *[other] { $count } tanık birlikte imzaladı
  }
verify-existed-before = { $time } tarihinden önce vardı
verify-existed-after = { $time } tarihinden önce yapılmadı
verify-differs-at = { $name }, { $number } numaralı baytta listeden ayrılıyor.
verify-missing = { $name } eksik.
verify-limits = Bunun kanıtlamadığı
verify-limits-truth = Kaynakların doğruyu söylediğini.
verify-limits-complete = Başka bir şeyin olmadığını.
verify-offline = Bu sayfa olmadan
verify-policy = Kimin imzalarına güvenilir
verify-details = Denetimin tüm adımları

# Members and witnesses
members-title = Üyeler ve tanıklar
members-seen = Kim neyi gördü
members-size = { $count ->
    [one] { $count } kayıt
    *[other] { $count } kayıt
  }
members-behind = { $count ->
    [one] { $count } kayıt geride
    *[other] { $count } kayıt geride
  }
members-up-to-date = güncel
members-last-heard = son haber { $time }
members-never-heard = hiç haber alınmadı
members-quorum = { $count ->
    [one] { $count } tanık gerekli
    *[other] { $count } tanık gerekli
  }
members-split-view = Bir sicil iki okura farklı gösterildi. Kanıtı saklandı.
members-exchange-now = Şimdi sicil alışverişi yap
