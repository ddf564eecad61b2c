# Settings of the reader, the mission and the accounts.
#
# Ids: settings-….

settings-title = الإعدادات
settings-mine = إعداداتي
settings-mission = البعثة
settings-accounts = الحسابات
settings-saved = حُفظ.
settings-language = لغة الصفحات
settings-language-note = تحتفظ الأسماء والاقتباسات بكتابتها.
settings-digits = الأرقام
settings-digits-western = غربية (0–9)
settings-digits-native = كما تكتبها اللغة
settings-calendar = التقويم
settings-calendar-gregorian = ميلادي
settings-calendar-jalali = هجري شمسي
settings-time-zone = المنطقة الزمنية للبعثة
settings-also-utc = عرض UTC أيضًا
settings-shortcuts = اختصارات لوحة المفاتيح
settings-shortcuts-on = مفعّلة
settings-shortcuts-off = موقفة
settings-drafts = مسودات محفوظة على هذا الجهاز
settings-drafts-clear = حذف مسوداتي هنا
settings-sessions = أين سُجّل دخولي
settings-session-end = إنهاء هذه الجلسة
settings-feeds = الاشتراكات
settings-mission-title = عنوان البعثة
settings-agreements = ملفات الاتفاقات
settings-glossary = الأسماء المستعملة للفاعلين
settings-glossary-note = لا تتغير إلا بقرار مقيّد.
settings-folder = مجلد البعثة
settings-version = نسخة البرنامج
