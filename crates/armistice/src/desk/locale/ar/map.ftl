# The map and the timeline.
#
# Ids: map-…, timeline-….

map-legend = مفتاح الخريطة
map-shape-kind = الشكل يدل على نوع الفعل
map-shape-circle = دائرة: نيران أسلحة خفيفة
map-shape-square = مربع: قصف مدفعي أو صاروخي
map-shape-triangle = مثلث: ضربة جوية أو بطائرة مسيّرة
map-shape-diamond = معيّن: أرض وتحركات وأسلحة في المناطق
map-shape-cross = صليب: الوصول والمساعدات
map-shape-hexagon = مسدس: احتجاز وأشخاص
map-shape-other = شكل آخر: أفعال أخرى
map-fill-status = التعبئة تدل على الحال
map-fill-hollow = مفرغ: مُبلغ عنه
map-fill-half = نصف: معزز
map-fill-full = ممتلئ: تقرر
map-fill-crossed = مشطوب: ليس خرقًا
map-fill-dotted = إطار منقط: متنازع عليه
map-halo = الحلقة تدل على مدى دقة المكان
map-area-shaded = منطقة مظللة برقم: لا تُعرف إلا المحافظة
map-hatched = مخطط: لم يُرصد
map-border-exact = حد متصل: دقيق
map-border-indicative = حد متقطع: دلالي
map-zone-no-geometry = منطقة بلا حدود معروفة؛ وهي في الجدول.
map-no-place = { $count ->
    [zero] كل الحوادث مرسومة
    [one] حادث واحد بلا مكان يُرسم؛ انظر الجدول
    [two] حادثان بلا مكان يُرسم؛ انظر الجدول
    [few] { $count } حوادث بلا مكان يُرسم؛ انظر الجدول
    [many] { $count } حادثًا بلا مكان يُرسم؛ انظر الجدول
    *[other] { $count } حادث بلا مكان يُرسم؛ انظر الجدول
  }
map-boundary-note = الحدود والأسماء في هذه الخريطة لا تعني اعترافًا أو قبولًا من الآلية أو أعضائها.
map-base-credit = خريطة الأساس: Natural Earth، ملك عام
map-offline = الخريطة في هذا البرنامج؛ ولا يُطلب شيء من مضيف آخر.
map-table-beside = الشيء نفسه في جدول
map-layers = الطبقات
map-layer-incidents = الحوادث
map-layer-zones = مناطق الاتفاقات
map-layer-coverage = التغطية

# Timeline
timeline-title = الخط الزمني
timeline-bar = من أبكر وقت إلى آخر وقت ممكن
timeline-agreement-start = نفاذ الاتفاق
timeline-no-time = { $count ->
    [zero] كل الحوادث معروفة الوقت
    [one] حادث واحد غير معروف الوقت
    [two] حادثان غير معروفي الوقت
    [few] { $count } حوادث غير معروفة الوقت
    [many] { $count } حادثًا غير معروف الوقت
    *[other] { $count } حادث غير معروف الوقت
  }
timeline-brush = اختر مدة؛ فيتبعها الجدول والخريطة.
timeline-happened = متى وقع
timeline-said = متى قيل
timeline-published = متى نُشر
timeline-received = متى وصلنا
timeline-day-no-coverage = يوم بلا تغطية
ground-beside = المناطق وما أمكنت رؤيته فيها
ground-zones = مناطق الاتفاقات السارية
ground-not-drawn = حدودها غير معروفة، ولم تُرسم.
ground-coverage = ما أمكنت رؤيته
ground-legend = المخطط: قُيّد عن كل يوم معروض أنه لم يراقب أحد هناك. غير المخطط: مراقَب، أو مختلف بين الأيام، أو غير معروف، والجدول يبيّن أيها.
ground-rest-unknown = لم يُقيّد شيء عن أي منطقة ليست في الجدول: ما أمكنت رؤيته فيها غير معروف.
ground-uncovered = أيام قُيّد فيها أنه لم يستطع أحد الرؤية، ولم يُقيّد في أي مكان أن أحدا استطاع:
ground-what = في الأيام المعروضة
ground-undated = قيود يومها غير معروف
ground-seen-observed = مراقَبة
ground-seen-partly = مراقَبة جزئيا
ground-seen-not-observed = غير مراقَبة
ground-seen-not-known = غير معروف
ground-seen-mixed = مختلفة بين الأيام
