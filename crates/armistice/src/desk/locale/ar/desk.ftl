# Words that several screens share: what is not known, the frame, lists, forms.
#
# Written with the first screens; see docs/languages.md.

# The frame
shell-skip = انتقل إلى المحتوى
shell-search = البحث
shell-languages = اللغات
shell-navigation = التنقل الرئيسي
shell-demonstration = عرض توضيحي: مبني على مقالات صحفية؛ وليس استنتاجًا لأي هيئة.
shell-as-of = محسوب من هذه السجلات:
shell-sign-out = تسجيل الخروج
problem-typed = ما كتبته لم يضع:
live-show = اعرضه
live-offline = لا اتصال؛ ما تكتبه محفوظ هنا.
draft-restored = استُرجعت مسودتك.

# What is not known
unknown-act = لم يُذكر الفعل
unknown-author = لم يُذكر الفاعل
unknown-origin = المصدر الأول غير معروف
unknown-outlet = وسيلة الإعلام غير معروفة
unknown-place = المكان غير معروف
unknown-time = الوقت غير معروف
count-at-least = { $n } على الأقل
count-at-most = { $n } على الأكثر
count-unknown = العدد غير مذكور
count-none-given = لم يُعطَ عدد

# Forms
field-not-given = غير معطى
field-one-a-line = واحد في كل سطر
field-reason = السبب

# Navigation of lists
nav-claims = الإفادات
nav-ledger = قيود الدفاتر

# Columns
col-kinds = النوع
col-scope = النطاق
col-parties = فاعلون مذكورون
col-sources = وسائل الإعلام والوكالات
col-languages = اللغات
col-about = عن
col-is = ما يصح عنه
col-has = ما فيه
col-received = الورود
col-class = درجة الاطلاع
col-needs = يحتاج إلى أحد
col-why = لماذا
col-answer = الجواب
col-question = السؤال
col-polarity = مقول أم منفي
col-said-by = قاله
col-step = الخطوة
col-owner = لدى
col-constituency = المكون
col-position = الموقف
col-words = بكلماته
col-present = الحاضرون
col-needed = المطلوب
col-evidence = الدليل
col-id = المعرّف
col-time-precision = دقة الوقت
col-time-match = هل يقع ضمن المدة
col-place-precision = دقة المكان
col-adm1 = المحافظة
col-country = البلد
col-latitude = خط العرض
col-longitude = خط الطول
col-radius-m = نصف قطر عدم اليقين، بالمتر
col-origins-min = مصادر أولى مستقلة، على الأقل
col-origins-max = مصادر أولى مستقلة، على الأكثر
col-harm-min = الضرر المُبلغ عنه، على الأقل
col-harm-max = الضرر المُبلغ عنه، على الأكثر
col-harm-what = نوع الضرر

# Lists
query-words = التصفية بالكلمات
query-search = ابحث
query-help = ما الذي يمكن طلبه
query-views = طرق العرض
query-shown = معروض { $n } من { $m }
query-surely = منها { $n } في المدة يقينًا
query-hidden = { $n ->
    [zero] لا شيء محجوب بحسب صلاحيتك
    [one] عنصر واحد محجوب بحسب صلاحيتك
    [two] عنصران محجوبان بحسب صلاحيتك
    [few] { $n } عناصر محجوبة بحسب صلاحيتك
    [many] { $n } عنصرًا محجوبًا بحسب صلاحيتك
    *[other] { $n } عنصر محجوب بحسب صلاحيتك
  }
query-nothing = لا شيء يطابق. أزل مصفاة أو وسّع الفترة. وغياب البلاغات ليس هدوءًا.
query-next = الصفحة التالية
query-export = تصدير ما يطابق
query-save = حفظ
query-save-as = حفظ هذا البحث باسم
query-facets = تضييق
query-more = { $n ->
    [zero] لا قيم أخرى
    [one] قيمة أخرى واحدة
    [two] قيمتان أخريان
    [few] { $n } قيم أخرى
    [many] { $n } قيمة أخرى
    *[other] { $n } قيمة أخرى
  }
query-without = { $n } بلا قيمة
query-possibly = ربما
query-longer = أطول من يوم: { $n }.
query-undated = بلا وقت معروف: { $n }.
query-needs = الضرر { $harm } × القدم { $age } × المصادر { $origin }

# Side by side
beside-title = وثيقتان جنبًا إلى جنب
beside-nothing = لا تشترك الوثيقتان في نص.
beside-share = { $percent }٪ من هذا النص موجود هناك
keys-title = لوحة المفاتيح
keys-off = إيقاف الاختصارات
live-new = هناك جديد.
map-boundaries = الحدود والأسماء في هذه الخريطة لا تعني اعترافًا أو قبولًا من الآلية أو أعضائها.
