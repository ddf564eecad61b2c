# Lists: columns, filters, views, export.
#
# Ids: col-…, filter-…, view-…, list-…, export-….

# Columns
col-reference = Referans
col-title = Başlık
col-act = Eylem
col-what = Ne
col-when = Ne zaman
col-when-said = Ne zaman söylendi
col-when-published = Ne zaman yayımlandı
col-when-received = Ne zaman alındı
col-where = Nerede
col-place = Yer
col-admin1 = İl
col-harm = Bildirilen zarar
col-status = Durum
col-fact = Olgunun durumu
col-origins = Bağımsız ilk kaynaklar
col-alleged-author = İleri sürülen fail
col-affected = Etkilenen
col-recorded-by = Kaydeden
col-documents = Belgeler
col-claims = İfadeler
col-updated = Değiştirilme
col-kind = Tür
col-origin = İlk kaynak
col-age = Geçen süre
col-language = Dil
col-outlet = Yayın organı
col-agency = Ajans
col-member = Üye
col-register = Sicil
col-agreement = Anlaşma
col-text = Metin
col-clause = Hüküm
col-bearer = Yükümlü
col-due = Vade
col-state = Durum
col-case = Dosya
col-stage = Aşama
col-complainant = Şikâyet eden
col-accused = Şikâyette adı geçen
col-number = Numara
col-name = Ad
col-role = Rol
col-date = Tarih
col-from = Başlangıç
col-to = Bitiş
col-precision = Kesinlik
col-distance = Uzaklık
col-size = Boyut
col-digest = Özet
col-access = Erişim
col-note = Not

# Filters
filter-title = Süzgeç
filter-words = Sözcükler
filter-since = Şu tarihten beri
filter-until = Şu tarihe kadar
filter-any = Herhangi
filter-only-changed = Yalnızca son ziyaretimden beri değişenler
filter-clear = Tüm süzgeçleri kaldır
filter-remove = { $name } süzgecini kaldır
filter-unknown = { $name } adıyla bilinen bir şey yok.
filter-value-unknown = { $name }, { $value } olamaz.
filter-help = Sözcükler ya da status:open gibi bir ad ve değer yazın.
search-placeholder = Sözcükler, adlar, yerler, referanslar
search-folding = Arapça yazımlar ile Latin harfli yazımlar birlikte bulunur.

# Views
view-table = Tablo
view-cards = Kartlar
view-map = Harita
view-timeline = Zaman çizelgesi
view-columns = Sütunlar
view-density = Satır yüksekliği
sort-by = Sıralama
sort-up = { $column }, artan
sort-down = { $column }, azalan

# How many
list-shown = { $total } içinden { $shown } gösteriliyor
list-hidden = { $count ->
    [one] erişim düzeyiniz nedeniyle { $count } öğe gizli
    *[other] erişim düzeyiniz nedeniyle { $count } öğe gizli
  }
list-selected = { $count ->
    [one] { $count } seçili
    *[other] { $count } seçili
  }
list-empty = Eşleşen bir şey yok.
list-empty-next = Bir süzgeci kaldırın ya da süreyi genişletin.
list-none-yet = Burada henüz bir şey yok.
list-not-calm = Bildirim olmaması sükûnet demek değildir.
list-next-page = Sonraki sayfa
list-previous-page = Önceki sayfa
list-first-page = İlk sayfa

# Saved searches
saved-searches = Kayıtlı aramalar
saved-search-name = Aramanın adı
saved-search-save = Bu aramayı kaydet

# Bulk
bulk-all-matching = { $count ->
    [one] Eşleşenlerin tümüne uygula: { $count } öğe
    *[other] Eşleşenlerin tümüne uygula: { $count } öğe
  }
bulk-progress = { $done } tamam, { $failed } başarısız, { $left } kaldı
bulk-failed = Başarısız olanlar ve nedeni
bulk-undo = Bunların tümünü geri al

# Export
export-title = Gösterileni dışa aktar
export-exactly = { $count ->
    [one] Tam olarak bu süzülmüş küme: { $count } satır
    *[other] Tam olarak bu süzülmüş küme: { $count } satır
  }
export-formulas = Formül gibi başlayan hücreler metin olarak yazılır.
export-csv = CSV (tablolar)
export-xlsx = XLSX (hesap tablosu)
export-geojson = GeoJSON (haritalar)
export-json = JSON (programlar)
