# The document reader.
#
# Ids: reader-….

reader-title = الوثيقة { $id }
reader-original = الأصل
reader-clean = النص الرئيسي
reader-cut = النص المقتطع
reader-cut-why = اقتُطع: { $reason }
reader-captured = التُقطت
reader-file = الملف
reader-digest = بصمة البايتات
reader-published = تاريخ النشر
reader-date-used = أُخذ به
reader-date-ignored = لم يُؤخذ به
reader-dates = التواريخ في الصفحة
reader-why-date = لماذا هذا التاريخ وليس أضيق منه
reader-outlet-unknown = وسيلة الإعلام غير معروفة
reader-byline = الكاتب
reader-chain = من يقول عمن يقول
reader-claims = الإفادات
reader-no-claims = لم تُقرأ أي إفادة من هذه الوثيقة.
reader-no-claims-why = قد لا تُقرأ لغتها، أو لا تروي فعلًا.
reader-copied-run = مقطع منقول
reader-run-words = { $count ->
    [zero] لا كلمات مشتركة
    [one] كلمة مشتركة واحدة
    [two] كلمتان مشتركتان
    [few] { $count } كلمات مشتركة
    [many] { $count } كلمة مشتركة
    *[other] { $count } كلمة مشتركة
  }
reader-copy-of = يشترك في النص مع
reader-side-by-side = جنبًا إلى جنب
reader-found-there = { $share } من هذا النص موجود هناك
reader-run-quoted = داخل اقتباس
reader-run-edited = أُعيدت صياغته
reader-accepted = مقبولة
reader-rejected = مرفوضة
reader-corrected = مصوّبة
reader-not-looked-at = لم يُنظر فيها
reader-writes-exactly = يُكتب ما هو معروض هنا تمامًا.
reader-rules = القواعد التي أنتجتها
reader-warnings = تنبيهات القارئ
reader-origin-inferred = مستنتج من المقاطع المنقولة
reader-original-words = كلمات الوثيقة بلغتها
reader-translation-by = ترجمة { $name }؛ والأصل أعلاه.
reader-next = الوثيقة التالية
reader-previous = الوثيقة السابقة
reader-withheld = محجوب: { $reason }

# Also on the page
reader-text = نص الوثيقة
reader-copies = وثائق تشترك في النص
reader-no-copies = لا وثيقة أخرى تشترك معها في نص.
reader-origin = كل ما هو من هذا المصدر الأول
reader-missing = لا يمكن عرض النص.
reader-runs = مقاطع مشتركة: { $runs }، كلمات مشتركة: { $words }
reviews = ما يقوله الناس عنه
review-unreviewed = لم يُراجَع
review-accepted = مقبول
review-rejected = مرفوض
review-corrected = مصحَّح
review-disputed = الأعضاء مختلفون
review-stale = روجعت قراءة أخرى منه
review-withdrawn = مسحوب
review-of-other = عن قراءة أخرى
review-set-aside = نُحّي جانبًا: لا يُحسب لأي حادث ولا لأي مصدر.
review-disputed-why = الأعضاء مختلفون. يُحسب كما قُرئ، وكل ما يقولونه مذكور هنا.
review-reason = السبب؛ الرفض يستلزم سببًا
review-accept = قبول
review-reject = رفض
review-correct = تصحيح
review-undo = سحب مراجعتي
review-as-read = كما قُرئ
review-correct-how = املأ فقط ما تقرؤه على نحو آخر. كلمات المصدر تبقى كما هي، وقراءتك تقف إلى جانب ما قُرئ.
claim-field-act = الفعل
claim-field-alleged-authors = الفاعل المزعوم
claim-field-affected = المتضرر
claim-field-place = المكان
claim-field-time = الزمان
claim-field-counts = الأرقام
claim-field-recorded-by = من قاله أولًا
field-unstated = غير مذكور في الكلمات
field-author = الفاعل المزعوم
field-count = الأرقام
field-act = الفعل
field-polarity = مذكور أم منفي
review-count-how = يُكتب الرقم هكذا: { $example }
bulk-title = كل ما يطابق
bulk-count = الادعاءات المطابقة في كل الصفحات: { $count }
bulk-accept = قبول كل ما يطابق
bulk-reject = رفض كل ما يطابق لهذا السبب
job-title = العمل على كل ما طابق
job-running = جارٍ
job-finished = انتهى
job-stopped = توقّف
job-total = الادعاءات جميعًا
job-done = قيل
job-same = سبق أن قاله هذا العضو
job-failed = لم ينجح
job-again = انظر مجددًا
job-undo = سحب ما فعله هذا بالضبط
