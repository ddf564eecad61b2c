# The inbox: what came in and waits to be looked at.
#
# Ids: inbox-….

inbox-title = صندوق ورودی
inbox-empty = چیزی اینجا در انتظار نیست.
inbox-empty-next = آنچه کنار گذاشته شده، با دلیل آن زیر «نامرتبط» است.
inbox-why-here = چرا اینجاست
inbox-needs-someone = اکنون کسی لازم است
inbox-might-be = شاید { $incident } باشد
inbox-attach = پیوستن به { $incident }
inbox-new-incident = حادثهٔ جدید
inbox-not-relevant = نامرتبط
inbox-not-relevant-kept = هیچ چیز ناپدید نمی‌شود: دلیل آن می‌ماند و بازگرداندنی است.
inbox-later = بعداً
inbox-failed = دریافت‌نشده‌ها
inbox-failed-cause = علت
inbox-retry = دریافت دوباره
inbox-same-copy = همان رونوشت { $document }
inbox-order = به ترتیب آسیب، زمان و شمار منابع نخستین
inbox-add = افزودن سند
inbox-add-note = فایل‌ها بایت به بایت نگهداری می‌شوند. چیزی از شبکه گرفته نمی‌شود.
inbox-harm = کشته یا زخمی گزارش شده
inbox-new-place = محل و روزی تازه با هم
inbox-single-origin = بر یک منبع نخستین استوار است
inbox-tries = { $n ->
    [one] { $n } بار آزموده شد
    *[other] { $n } بار آزموده شد
  }
inbox-choose-again = پرونده را دوباره برگزینید:
inbox-set-aside = کنار بگذار
