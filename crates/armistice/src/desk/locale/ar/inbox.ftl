# The inbox: what came in and waits to be looked at.
#
# Ids: inbox-….

inbox-title = الوارد
inbox-empty = لا شيء ينتظر هنا.
inbox-empty-next = ما وُضع جانبًا تحت «لا صلة له» مع سببه.
inbox-why-here = لماذا هو هنا
inbox-needs-someone = يحتاج إلى أحد الآن
inbox-might-be = قد يكون { $incident }
inbox-attach = إلحاق بـ{ $incident }
inbox-new-incident = حادث جديد
inbox-not-relevant = لا صلة له
inbox-not-relevant-kept = لا يختفي شيء: يحتفظ بسببه ويمكن استرجاعه.
inbox-later = لاحقًا
inbox-failed = تعذر استلامها
inbox-failed-cause = السبب
inbox-retry = إعادة الاستلام
inbox-same-copy = نسخة من { $document }
inbox-order = مرتبة بحسب الضرر والقدم وعدد المصادر الأولى
inbox-add = إضافة وثائق
inbox-add-note = تُحفظ الملفات بايتًا بايتًا. ولا يُجلب شيء من الشبكة.
inbox-harm = أُبلغ عن قتلى أو جرحى
inbox-new-place = مكان ويوم جديدان معًا
inbox-single-origin = يقوم على مصدر أول واحد
inbox-tries = { $n ->
    [zero] لم تُجرَّب
    [one] جُرّب مرة
    [two] جُرّب مرتين
    [few] جُرّب { $n } مرات
    [many] جُرّب { $n } مرة
    *[other] جُرّب { $n } مرة
  }
inbox-choose-again = اختر الملف من جديد:
inbox-set-aside = نحِّه جانبا
