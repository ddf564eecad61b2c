# Cases: stages, clocks, findings, opinions, determination.
#
# Ids: case-…, finding-…, opinion-…, determination-….

case-title = Dosya { $number }
case-no-number = henüz numarası yok
case-stage = Aşama
case-next-steps = Şimdi ne yapılabilir
case-no-step = Şimdi yapılacak bir şey yok; sürelere bakın.
case-allegation = İddia, şikâyetin sözleriyle
case-complaint-of = Şikâyet eden: { $complainant }
case-accused = Şikâyette adı geçenler
case-urgent = acil
case-clocks = Süreler
case-clock-owner = sorumlu: { $name }
case-due = son tarih: { $time }
case-incidents = Dosyanın olayları
case-evidence = Soruya göre deliller
case-supports = destekliyor
case-against = aleyhte
case-silent = sessiz
case-empty-column = Bu soru için henüz bir şey yok.
case-fairness = Tüm taraflara aynı sorular soruldu mu?
case-access = Erişim
case-access-requested = { $time } istendi
case-replies = Yanıtlar
case-reply-verbatim = { $name } yanıtı, kendi sözleriyle
case-no-answer = Süresinde yanıt gelmedi: { $name }. Bu ikrar değildir.
case-disclosure = Tarafların görebilecekleri
case-shareable = paylaşılabilir
case-sealed = mühürlü
case-history = Üyelerin söyledikleri, sırasıyla
case-irregular = Etkisiz olarak saklandı
case-refused = Bu yapılamaz
case-refused-code = Ret { $code }
case-empty = Henüz dosya yok.
case-empty-next = Dosya, bir şikâyetle ya da mekanizmanın kendiliğinden ele aldığı bir olayla başlar.
case-receive = Şikâyet gir
case-register = Numara ver
case-screen = Ön eleme yap
case-open-investigation = Soruşturma aç
case-task = Ekibe görev ver
case-request-access = Erişim iste
case-give-notice = Bildirim yap
case-hand-in-answer = Yanıt sun
case-close = Kapatılmasını iste
case-reopen = Yeniden aç
case-object = İtiraz et
case-remedy = Düzeltici eylem iste

# Findings
finding-title = Bulgu
finding-make = Bulgu oluştur
finding-standard = Ulaşılan ölçüt
finding-basis = Dayanağı
finding-contrary = Aksi yönde olup değerlendirilenler
finding-by = Bulgu: { $name }

# Opinions and determination
draft-title = Taslak { $id }
draft-present = Taslak sun
draft-closes = { $time } tarihine kadar açık
draft-changed = Metin o zamandan beri değişti; önceki metne ilişkin görüşler düştü.
opinion-title = Bileşenlerin görüşleri
opinion-give = Görüş bildir
opinion-reasons = Gerekçe, kararla birlikte yayımlanır
opinion-not-yet = henüz görüş yok
opinion-signed = { $time } imzalandı
opinion-representatives = { $count ->
    [one] arkasında { $count } temsilci var
    *[other] arkasında { $count } temsilci var
  }
opinion-recused-why = adı geçtiği için katılmıyor
determination-title = Karar
determination-none = Karar yok
determination-by = { $body } kararı, { $day }
determination-nobody-writes = Kararı kimse yazmaz: anlaşmanın kendi kuralına göre görüşlerden çıkar.
determination-outcome = Sonuç
determination-attribution = Atıf
determination-standard = İspat ölçütü
determination-rule = Karar kuralı
determination-quorum = Yeter sayı
determination-dissent = Karşı oylar ve çekinceler, aynen
determination-origins-needed = { $count ->
    [one] Ölçüt en az { $count } bağımsız ilk kaynak ya da ikrar ister.
    *[other] Ölçüt en az { $count } bağımsız ilk kaynak ya da ikrar ister.
  }
determination-origins-found = { $count ->
    [one] Bulunan: { $count }.
    *[other] Bulunan: { $count }.
  }
determination-offer-open = Açık bırak: bildirildi, tek ilk kaynak
determination-offer-ask = Önce tarafa sor

# Also on the page
case-new = Yeni dosya
case-new-why = Dosya, bir şikâyetle ya da mekanizmanın kendiliğinden ele aldığı bir konuyla başlar. Olup olmadığı hakkında bir şey söylemez.
case-open = Dosya aç
case-tab-case = Dosya
case-tab-decision = Görüşler ve karar
case-received-by = Alan
case-steps = Adımlar
case-matrix = Soruya göre deliller
case-matrix-empty = Masada henüz bir şey yok.
case-matrix-legend = + destekliyor, − aleyhte, · sessiz
case-findings = Bulgular
case-no-findings = Henüz bulgu yok.
case-superseded = yerini alan
case-late = süresinden sonra
case-time-passed = Süre doldu.
case-opinions-complete = Tüm görüşler geldi.
case-opinions = Görüşler
case-opinions-until = Görüşlerin son tarihi
case-no-draft = Bileşenlerin önünde taslak yok.
case-draft = Taslak { $n }
case-draft-replaced = Bu taslak değiştirildi; ona ilişkin görüşler düştü.
case-digest = Bunun kaydı
case-void = hükümsüz
case-standard = ispat ölçütü
case-quorum = Yeter sayı
case-concerned = taslakta adı geçiyor
