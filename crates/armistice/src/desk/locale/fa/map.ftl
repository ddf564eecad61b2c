# The map and the timeline.
#
# Ids: map-…, timeline-….

map-legend = راهنمای نقشه
map-shape-kind = شکل، نوع عمل را نشان می‌دهد
map-shape-circle = دایره: تیراندازی با سلاح سبک
map-shape-square = مربع: گلوله‌باران یا شلیک راکت
map-shape-triangle = مثلث: حملهٔ هوایی یا پهپادی
map-shape-diamond = لوزی: زمین، جابه‌جایی، سلاح در مناطق
map-shape-cross = صلیب: دسترسی و کمک
map-shape-hexagon = شش‌ضلعی: بازداشت، اشخاص
map-shape-other = شکل دیگر: اعمال دیگر
map-fill-status = پرشدگی، وضعیت را نشان می‌دهد
map-fill-hollow = توخالی: گزارش‌شده
map-fill-half = نیمه: تأییدشده با منابع مستقل
map-fill-full = پر: تصمیم گرفته شد
map-fill-crossed = خط‌خورده: نقض نیست
map-fill-dotted = خط‌چین: محل اختلاف
map-halo = حلقه، دقت محل را نشان می‌دهد
map-area-shaded = منطقهٔ سایه‌دار با عدد: تنها استان معلوم است
map-hatched = هاشورخورده: مشاهده نشده
map-border-exact = مرز پیوسته: دقیق
map-border-indicative = مرز بریده: تقریبی
map-zone-no-geometry = منطقه بدون مرز معلوم؛ در جدول آمده است.
map-no-place = { $count ->
    [one] { $count } حادثه بدون محل قابل رسم؛ جدول را ببینید
    *[other] { $count } حادثه بدون محل قابل رسم؛ جدول را ببینید
  }
map-boundary-note = مرزها و نام‌های این نقشه به معنای شناسایی یا پذیرش از سوی سازوکار یا اعضای آن نیست.
map-base-credit = نقشهٔ پایه: Natural Earth، مالکیت عمومی
map-offline = نقشه درون همین برنامه است؛ چیزی از میزبان دیگری خواسته نمی‌شود.
map-table-beside = همان در جدول
map-layers = لایه‌ها
map-layer-incidents = حوادث
map-layer-zones = مناطق توافق‌نامه‌ها
map-layer-coverage = پوشش نظارت

# Timeline
timeline-title = خط زمان
timeline-bar = از زودترین تا دیرترین زمان ممکن
timeline-agreement-start = آغاز اجرای توافق‌نامه
timeline-no-time = { $count ->
    [one] { $count } حادثه با زمان نامعلوم
    *[other] { $count } حادثه با زمان نامعلوم
  }
timeline-brush = بازه‌ای از زمان برگزینید؛ جدول و نقشه همراه می‌شوند.
timeline-happened = زمان رخداد
timeline-said = زمان گفته شدن
timeline-published = زمان انتشار
timeline-received = زمان رسیدن به ما
timeline-day-no-coverage = روز بدون پوشش
ground-beside = مناطق، و آنچه در آن‌ها دیدنی بود
ground-zones = مناطق توافق‌های جاری
ground-not-drawn = مرز آن دانسته نیست و کشیده نشده است.
ground-coverage = آنچه دیدنی بود
ground-legend = هاشور: درباره هر روز نمایش‌داده‌شده ثبت شده که کسی آنجا را ندیده است. ساده: دیده شده، یا در روزها یکسان نیست، یا دانسته نیست؛ جدول می‌گوید کدام.
ground-rest-unknown = درباره هر ناحیه‌ای که در جدول نیست چیزی ثبت نشده: آنچه آنجا دیدنی بود دانسته نیست.
ground-uncovered = روزهایی که ثبت شده کسی نمی‌توانست ببیند و هیچ‌جا خلاف آن ثبت نشده:
ground-what = در روزهای نمایش‌داده‌شده
ground-undated = ثبت‌هایی که روزشان دانسته نیست
ground-seen-observed = دیده شد
ground-seen-partly = تا اندازه‌ای دیده شد
ground-seen-not-observed = دیده نشد
ground-seen-not-known = دانسته نیست
ground-seen-mixed = در روزها یکسان نیست
