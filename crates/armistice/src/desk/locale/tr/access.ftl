# Coming in
access-sign-in = Oturum aç
access-sign-out = Oturumu kapat
access-sign-out-everywhere = Her yerde oturumu kapat
access-name = Ad
access-name-own = Bu masadaki adınız
access-name-hint = Meslektaşlarınız görür. Kayda geçmez.
access-name-bad = Bu ad kullanılamaz: boş, çok uzun ya da görünmez karakter içeriyor.
access-name-taken = Bu ad başka bir hesabın. Başka bir ad seçin.
access-password = Parola
access-password-now = Şimdiki parola
access-password-new = Yeni parola
access-password-rule = En az { $least } karakter. Birkaç sözcük uygundur.
access-password-short = Parola çok kısa.
access-password-long = Parola çok uzun.
access-password-simple = Parola çok basit: az sayıda karakteri yineliyor ya da adın kendisi.
access-password-wrong = Şimdiki parola yanlış.
access-password-and-codes = Parola ve kodlar
access-password-is-set = Parola ve kodlar ayarlı.
access-password-is-not-set = Parola ayarlanmamış.
access-password-set = Parolayı ayarla
access-code = Kod
access-code-hint = Uygulamanızdaki altı rakam ya da kurtarma kodlarınızdan biri.
access-code-now = Uygulamanın şu an gösterdiği kod
access-code-wrong = Kod uymuyor. Cihazınızın saatine bakıp yeniden deneyin.
access-totp-how = Bu gizli anahtarı tek kullanımlık kod uygulamanıza girin:
access-totp-open = Uygulamada aç
access-wrong = Ad, parola ya da kod yanlış.
access-wait = Bu adla çok fazla deneme yapıldı. Beklenecek saniye: { $seconds }.
access-wait-a-while = Çok fazla deneme. Birkaç dakika bekleyin.
access-link-hint = Program, başlatıldığı yerde bir oturum açma bağlantısı yazar. Bir kez geçerlidir.
access-link-confirm = Bu bağlantı bir kez oturum açar.
access-link-void = Bağlantı daha önce kullanılmış ya da süresi geçmiş. Yenisini isteyin: armistice account link
access-passkey-use = Geçiş anahtarıyla oturum aç
access-invitation = Davet
access-invited = Şu görevle davet edildiniz: { $role }
access-invitation-void = Bu davet geçerli değil: kullanılmış, geri alınmış ya da süresi geçmiş. Yenisini isteyin.
access-join = Hesabımı aç
access-way-password = Parola ve kodlarla
access-way-passkey = Geçiş anahtarıyla
access-way-passkey-hint = Geçiş anahtarını sonraki sayfada oluşturursunuz.

# What was typed when a session had ended
access-held-title = Yazdıklarınız saklandı
access-held-kept = Oturumunuz sona ermişti. Oturum açın; formunuz bıraktığınız gibi geri gelir.
access-held-here = Bu henüz gönderilmedi. Gözden geçirip gönderin.
access-held-send = Şimdi gönder
access-held-forget = Sil

# The own account
access-account = Hesabınız
access-no-proof = Ne geçiş anahtarınız ne de parolanız var. Biri olmadan her seferinde yeni bağlantı gerekir.
access-role-is = Göreviniz: { $role }
access-language = Dil
access-language-bad = Masada bu dil yok.
access-save = Kaydet
access-passkeys = Geçiş anahtarları
access-passkeys-none = Henüz yok.
access-passkey-add = Geçiş anahtarı ekle
access-passkey-hint = Geçiş anahtarı cihazınızda ya da güvenlik anahtarınızda kalır. İki tanesi birinden güvenlidir.
access-passkey-refused = Geçiş anahtarı kabul edilmedi.
access-remove = Kaldır
access-recovery = Kurtarma kodları
access-recovery-left = Kalan kurtarma kodu: { $count }
access-recovery-make = Yeni kurtarma kodları oluştur
access-recovery-once = Bu kodlar bir kez gösterilir. Her biri bir kez tek kullanımlık kodun yerine geçer. Kâğıtta saklayın.
access-sessions = Oturumunuzun açık olduğu yerler
access-this-session = bu oturum
access-method = Yöntem
access-began = Başlangıç
access-seen = Son kullanım
access-end = Bitir
access-events = Bu hesapta olanlar
access-never = hiç
access-back = Geri
access-not-done = Bu yapılmadı
access-failed = Burada bir hata oldu. Yeniden deneyin; sürerse sunucunun bildirdiğine bakın.

# Tokens
access-tokens = Programlar için belirteçler
access-tokens-none = Belirteç yok.
access-token-new = Yeni belirteç
access-token-make = Belirteci oluştur
access-token-once = Belirteç bir kez gösterilir. Şimdi kopyalayın.
access-token-no-scope = En az bir kapsam seçin.
access-label = Ne için
access-scopes = Kapsamlar
access-until = Bitiş
access-used = Son kullanım
access-revoke = İptal et
access-days = Geçerli olduğu gün

# Accounts of a team
access-accounts = Hesaplar
access-no-account = Böyle bir hesap yok.
access-role = Görev
access-role-bad = Hiçbir hesap bu görevi alamaz.
access-last-administrator = Bu son yönetici. Önce bir başkasını atayın.
access-you = (siz)
access-closed = kapalı
access-close = Kapat
access-reset = Sıfırla
access-reset-once = Bu hesabın parolası, kodları ve geçiş anahtarları geçersiz. Bu bağlantıyı sahibine verin; bir kez gösterilir, geçerli olduğu dakika: { $minutes }.
access-proofs = Oturum açma yolu
access-proof-none = yalnızca bağlantı
access-proof-password = parola ve kodlar
access-proof-passkeys = geçiş anahtarı: { $count }
access-invite = Davet et
access-invite-for = Kimin için (kendinize not)
access-invite-make = Daveti oluştur
access-invite-once = Bu adresi güvenli bir yolla iletin. Bir kez gösterilir, geçerli olduğu saat: { $hours }.
access-withdraw = Geri al
access-table = Kim ne yapabilir
access-may = Yapabilir

# Restrictions
access-restricted = Bazılarına açık
access-restricted-what = Kısıtlı bir dosyayı ya da belgeyi yalnızca izin verilenler görür. İlgili herkes kısıtlandığını görür.
access-restrict = Kısıtla
access-unrestrict = Yeniden herkese aç
access-let-in = İzin ver
access-put-out = İzni kaldır
access-object = Dosya ya da belge
access-object-hint = Türü ve kimliği; case:… ya da document:… gibi
access-object-bad = Bunu siz kısıtlayamaz ya da paylaşamazsınız.
access-hidden = Yetkiniz nedeniyle gizli: { $count }
access-hidden-why = Ne değişti
access-changes = Gördüklerinizdeki değişiklikler
access-changes-none = Sizin için bir şey değişmedi.
access-not-found-title = Burada yok
access-not-found = Böyle bir şey yok ya da başkalarına ayrılmış.
access-role-denied-title = Göreviniz buna izin vermiyor
access-role-denied = Masanın yöneticisinden başka bir görev isteyin.
access-first-page = İlk sayfaya

# The audit trail
access-audit = Denetim izi
access-audit-whole = Satır zinciri bütün. Satır: { $count }. Sonuncunun özeti:
access-audit-broken = Zincir { $row } numaralı satırda kırık: bu satır ya da öncesi sonradan değiştirilmiş.
access-audit-file = İzin tamamı dosya olarak
access-older = Daha eski satırlar
access-when = Ne zaman
access-what = Ne
access-who = Kim
access-about = Konu
access-detail = Ayrıntı

# Roles
access-role-public = herkes
access-role-viewer = İzleyici
access-role-analyst = Analist
access-role-case-officer = Dosya sorumlusu
access-role-head = Birim başkanı
access-role-administrator = Yönetici

# Actions
access-action-read-public = kamuya açık olanı okumak
access-action-sign-in = oturum açmak
access-action-own-account = kendi hesabını yönetmek
access-action-read-work = çalışmayı okumak
access-action-export = dışa aktarmak
access-action-triage = belge ve iddiaları ayıklamak
access-action-judge = aynı olay olup olmadığına karar vermek
access-action-case-step = dosyada adım atmak
access-action-opinion = üyenin görüşünü vermek
access-action-record = defterlere işlemek
access-action-report = rapor yayımlamak
access-action-read-sealed = izin verildiğinde mühürlüyü açmak
access-action-manage-grants = kısıtlamak ve izin vermek
access-action-manage-accounts = hesapları yönetmek
access-action-manage-mission = misyonun ayarlarını değiştirmek
access-action-read-audit = denetim izini okumak

# Scopes of tokens
access-scope-read = okuma
access-scope-export = dışa aktarma
access-scope-triage = ayıklama
access-scope-judge = kararlar
access-scope-cases = dosyalar
access-scope-record = defterler
access-scope-report = raporlar

# How somebody came in
access-method-link = bağlantı
access-method-password = parola ve kod
access-method-recovery = parola ve kurtarma kodu
access-method-passkey = geçiş anahtarı
access-method-invitation = davet

# Events
access-event-signed-in = oturum açıldı
access-event-sign-in-failed = oturum açma başarısız
access-event-signed-out = oturum bitirildi
access-event-sessions-ended = tüm oturumlar bitirildi
access-event-session-doubled = değiştirilmiş oturum belirteci yeniden kullanıldı; oturum bitirildi
access-event-link-made = oturum açma bağlantısı oluşturuldu
access-event-invited = davet oluşturuldu
access-event-invitation-withdrawn = davet geri alındı
access-event-account-opened = hesap açıldı
access-event-account-closed = hesap kapatıldı
access-event-account-reset = hesap yönetici tarafından sıfırlandı
access-event-role-changed = görev değişti
access-event-password-set = parola ve kodlar ayarlandı
access-event-recovery-made = kurtarma kodları oluşturuldu
access-event-recovery-used = kurtarma kodu kullanıldı
access-event-passkey-added = geçiş anahtarı eklendi
access-event-passkey-removed = geçiş anahtarı kaldırıldı
access-event-token-made = belirteç oluşturuldu
access-event-token-revoked = belirteç iptal edildi
access-event-restricted = kısıtlandı
access-event-unrestricted = yeniden herkese açıldı
access-event-granted = izin verildi
access-event-revoked = izin kaldırıldı
access-event-exported = dışa aktarıldı
