# Agreements, talks and obligations.
#
# Ids: agreement-…, talks-…, obligations-….

agreement-title = توافق‌نامه
agreement-texts = متن‌ها کنار هم
agreement-held-by = نزد { $name }
agreement-clauses = بندها
agreement-prohibited = اعمال ممنوع
agreement-permitted = اعمال مجاز و استثناها
agreement-parties = طرف‌ها و کنشگران دیگر
agreement-adherence = چه کسی آن را پذیرفته
agreement-adherence-disputed = محل اختلاف
agreement-territory = قلمرو
agreement-zones = مناطق
agreement-duration = اعتبار
agreement-modalities = چگونگی تصمیم‌گیری
agreement-differs = متن‌ها در اینجا متفاوت‌اند
agreement-only-in = تنها در متن { $text }
agreement-same = در همهٔ متن‌ها یکسان
agreement-not-checked = با اصل سند مقایسه نشده است.
agreement-changes = آنچه میان دو نسخه تغییر کرده
agreement-touches = مربوط به { $what }
agreement-incidents = حوادث سنجیده‌شده با این بند
agreement-empty = توافق‌نامه‌ای اینجا نیست.
agreement-empty-next = در تنظیمات مأموریت یک فایل توافق‌نامه بیفزایید؛ بدون آن چیزی سنجیده نمی‌شود.
agreement-name-own = نام { $name } در خود توافق‌نامه

# Talks
talks-title = گفت‌وگوها
talks-positions = مواضع بر اساس بند
talks-reported = گزارش‌شده
talks-entered-by = ثبت و امضا از { $name }
talks-proposals = پیشنهادها، خواسته‌ها، قول‌ها
talks-sealed-until = پاسخ‌ها تا پاسخ همه مهرشده می‌ماند.

# Obligations
obligations-title = تعهدات
obligations-overdue = موعد گذشته
obligations-due-soon = موعد نزدیک
obligations-clock = مهلت
obligations-no-date = بدون موعد
obligations-reports = گزارش‌های اجرا
obligations-no-report = گزارشی از اجرا نیست
obligations-not-agreed = توافق‌نشده: خواسته‌ها، قول‌ها و شروط اعلام‌شده
obligations-breach-by-clock = تعهدی که در موعد اجرا نشود، بی هیچ حادثه‌ای خود موضوعی جداست.
obligations-calendar = تقویم برای اشتراک
obligations-days-left = { $count ->
    [one] { $count } روز مانده
    *[other] { $count } روز مانده
  }
obligations-days-over = { $count ->
    [one] { $count } روز از موعد گذشته
    *[other] { $count } روز از موعد گذشته
  }
obligations-empty = توافق‌نامه‌های اینجا تعهدی مقرر نمی‌کنند.
