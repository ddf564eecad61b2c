# Settings of the reader, the mission and the accounts.
#
# Ids: settings-….

settings-title = تنظیمات
settings-mine = تنظیمات من
settings-mission = مأموریت
settings-accounts = حساب‌ها
settings-saved = ذخیره شد.
settings-language = زبان صفحه‌ها
settings-language-note = نام‌ها و نقل قول‌ها به خط خود می‌مانند.
settings-digits = رقم‌ها
settings-digits-western = لاتین (0–9)
settings-digits-native = به نگارش خود زبان
settings-calendar = تقویم
settings-calendar-gregorian = میلادی
settings-calendar-jalali = هجری شمسی
settings-time-zone = منطقهٔ زمانی مأموریت
settings-also-utc = نمایش UTC نیز
settings-shortcuts = میان‌برهای صفحه‌کلید
settings-shortcuts-on = روشن
settings-shortcuts-off = خاموش
settings-drafts = پیش‌نویس‌های نگهداری‌شده روی این دستگاه
settings-drafts-clear = حذف پیش‌نویس‌های من در اینجا
settings-sessions = جاهایی که وارد شده‌ام
settings-session-end = پایان این نشست
settings-feeds = خوراک‌ها
settings-mission-title = عنوان مأموریت
settings-agreements = فایل‌های توافق‌نامه
settings-glossary = نام‌های به‌کاررفته برای کنشگران
settings-glossary-note = تنها با تصمیمی ثبت‌شده تغییر می‌کند.
settings-folder = پوشهٔ مأموریت
settings-version = نسخهٔ برنامه
