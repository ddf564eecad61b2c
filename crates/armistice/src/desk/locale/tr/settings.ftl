# Settings of the reader, the mission and the accounts.
#
# Ids: settings-….

settings-title = Ayarlar
settings-mine = Ayarlarım
settings-mission = Misyon
settings-accounts = Hesaplar
settings-saved = Kaydedildi.
settings-language = Sayfaların dili
settings-language-note = Adlar ve alıntılar kendi yazısıyla kalır.
settings-digits = Rakamlar
settings-digits-western = Batı rakamları (0–9)
settings-digits-native = Dilin yazdığı gibi
settings-calendar = Takvim
settings-calendar-gregorian = Miladi
settings-calendar-jalali = Güneş Hicri (Celali)
settings-time-zone = Misyonun saat dilimi
settings-also-utc = UTC’yi de göster
settings-shortcuts = Klavye kısayolları
settings-shortcuts-on = açık
settings-shortcuts-off = kapalı
settings-drafts = Bu cihazda saklanan taslaklar
settings-drafts-clear = Buradaki taslaklarımı sil
settings-sessions = Giriş yaptığım yerler
settings-session-end = Oturumu kapat
settings-feeds = Akışlar
settings-mission-title = Misyonun adı
settings-agreements = Anlaşma dosyaları
settings-glossary = Aktörler için kullanılan adlar
settings-glossary-note = Yalnızca kayda geçen bir kararla değişir.
settings-folder = Misyonun klasörü
settings-version = Programın sürümü
