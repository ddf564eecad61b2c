# Screens beside the daily ones: inbox, agreements, ledgers, coverage, comparison, reports, members, verification, settings, public pages.
#
# Ids: by screen, as in the files of those areas.

agreement-according-to = بحسب
agreement-amends = يعدّل { $what }
agreement-contested-by = يعترض عليه
agreement-declared = أعلنه طرف واحد ولا يعلّق شيئًا:
agreement-geometry-note = لا يُختبر شيء على حدّ تقريبي أو غير معروف.
agreement-guarantor = الضامن: { $name }
agreement-guarantor-of = ضامن لـ
agreement-guarantors = الضامنون
agreement-held = يتمسك به
agreement-left-out = مستثنى
agreement-not-tested = لا تُختبر الحوادث بموجب هذا النص.
agreement-observers = المراقبون
agreement-own-forces = قواته ملزمة
agreement-phase-began = بدأت في
agreement-phase-planned = مقررة في
agreement-phases = المراحل
agreement-signed = التوقيع
agreement-unusable = اتفاقات لا يمكن استعمالها
agreement-version = النسخة

check-fails = لا يصحّ
check-holds = يصحّ
check-open = لم يُحسم
check-says = ملاحظة
check-warns = تنبيه

compare-alike = متشابه
compare-differs = مختلف
compare-more = هناك أزواج أخرى؛ هذه أولًا.

coverage-according-to = بحسب { $name }
coverage-days = يومًا بيوم
coverage-denied = منع الوصول وعوائق أخرى
coverage-hindered = ما عاق الرصد
coverage-nobody-named = لم يُسمَّ أحد
coverage-silence = يوم بلا قيد هو يوم لا يُعرف عنه شيء: الصمت ليس سلامًا.
coverage-undated = قيود لا يُعرف يومها

help-does = ما يفعله
help-key = المفتاح
help-query = مساعدة البحث
help-query-fields = الأسماء التي تسبق النقطتين
help-query-lists = أعمدة القوائم
help-query-words = اكتب كلمات أو عبارات بين علامتي اقتباس أو اسمًا وقيمة. علامة الناقص تستثني. يجب أن تتحقق كلها.

inbox-add-limit = 64 ميبيبايت في المرة على الأكثر.
inbox-added = أُدخلت
inbox-claims = ادعاءات تنتظر
inbox-file = الملفات
inbox-known = موجودة من قبل
inbox-none-failed = أُدخل كل ما أُعطي.
inbox-taken = ما آلت إليه الملفات

ledger-all-entries = كل القيود في قائمة
ledger-beside-zero = إلى جانب الصفر، ما لم تمكن رؤيته:
ledger-confirmed = ما يؤكده كل طرف من قائمة الآخر
ledger-enter = إدخال في السجلات
ledger-enter-note = تُكتب القيود بصيغة TOML كما في الأمر record --from وتخضع للفحوص نفسها. لا يُدخل شيء ما دامت هناك مشكلة.
ledger-entries = القيود
ledger-line = السطر { $n }
ledger-not-in-fraction = ليس ضمن النسبة
ledger-nothing-said = لم يُقل عنه شيء
ledger-refused = لم يُدخل شيء. النص محفوظ أدناه.
ledger-same-figure = تساوي الرقمين لا يبيّن أن الحوادث هي نفسها.
ledger-sum = فحص المجموع
ledger-unanswered = بلا جواب

members-behind-note = التأخر يعني أن العضو لم يقل عند آخر كلامه إن لديه أحدث القيود. وليس ذلك خطأ.
members-cosigned = شوهد مع توقيعات مشاركة
members-entries = القيود
members-histories = تواريخ متعارضة
members-lag = التأخر
members-last = آخر بيان، بحسب كاتبه
members-liars = يلزم أن يكذب { $n } معًا لخداعها
members-no-evidence = لا شيء هنا يثبت أن أحدًا وقّع أمرين لا يجتمعان.
members-no-policy = لم تُعتمد سياسة شهود.
members-not-recognised = لم يقل أحد هنا لمن هذا المفتاح.
members-nothing-seen = لم يقل عضو ما لديه من غيره.
members-of = سجل
members-other-key = السجل الموجود هنا يبدأ بمفتاح آخر.
members-policies = سياسات الشهود والنصاب
members-recognised = من عرف من، وكيف
members-registers = السجلات
members-root = الجذر

modality-clocks = المهل
modality-complaints = الشكاوى من
modality-inference = هل يُحسب منع المراقبين على من منعهم
modality-naming = معيار الإثبات لتسمية أحد
modality-quorum = النصاب، من كل طرف
modality-recusal = ضامن المتهم
modality-reply = حق الرد، بالأيام
modality-rule = قاعدة القرار
modality-sanctions = ما يجوز طلبه من الفاعل
modality-silence = إجراء السكوت، بالأيام
modality-standard = معيار الإثبات للقرار
modality-urgent = معيار الإثبات للإجراء العاجل

people-as-written = ما هنا هو ما تكتبه الوثائق. لا يُعرف عن الشخص غير ذلك.
people-not-merged = أسماء متشابهة الكتابة. لا تُدمج أبدًا.
people-quoted = ادعاءات يرد الاسم في سلسلتها

public-answered = أجاب
public-author-open = من فعل ذلك: هناك فاعل مزعوم، ولم يقرّر أحد ذلك.
public-no-day = اليوم بالضبط
public-no-place = المكان بالضبط
public-no-report = لم يصدر تقرير في الطبعة العلنية.
public-one-origin = هل يوجد أصل ثانٍ مستقل
public-origins = نُسخ الخبر الواحد تُعدّ أصلًا واحدًا.
public-reported = ما يُبلَّغ عنه غير ما يُثبت. وما سجّله أحد لا يعني أن أحدًا فعله.
public-reports-of = تقارير علنية تشمله:
public-unknown = ما لا يُعرف يُقال إنه كذلك، ولا يُحسب صفرًا أبدًا.
public-verify = تحقّق من هذه الصفحة. SHA-256 لبياناتها:
public-what = آلية تسجّل ما يُبلَّغ عنه في وقف إطلاق النار، وتختبره على الاتفاق، وتبيّن ما يستند إليه.
public-withheld = مصادر غير معروضة: { $n }.

report-all-issued = التقارير الصادرة
report-issue-note = الإصدار يقول في سجل هذا العضو إن التقرير موجود، مع بصمته. لا يُسحب، ويمكن أن يحل محله تقرير لاحق.
report-open-preview = فتح المعاينة
report-superseded = حلّ محله تقرير لاحق.

settings-density = ارتفاع الصفوف
settings-density-comfortable = مريح
settings-density-compact = مضغوط
settings-id = معرّف البعثة
settings-keys = اختصارات لوحة المفاتيح
settings-keys-off = معطّلة
settings-keys-on = مفعّلة
settings-program = البرنامج
settings-theme = المظهر
settings-theme-dark = داكن
settings-theme-light = فاتح
settings-theme-system = كما في الجهاز

verify-checked = ما فُحص
verify-file = الملف (.armistice)
verify-key = مفتاح السجل من مصدر آخر (64 خانة؛ بدونه الجواب «لا يمكن الحكم»)
verify-limits-said = الملف يثبت ما قيل ومن قاله ومتى. ولا يثبت أن المصادر صدقت.
verify-note = يُفحص الملف الذي ترسله ولا يُحفظ.
verify-statement = البيان
verify-time = وقته بحسب كاتبه
field-a = الأول
field-b = الآخر
field-case = القضية
field-of = ممّن
field-verdict = التقدير
kind-by = حتى تاريخ
kind-within = خلال مدة
kind-continuous = طوال سريان الاتفاق
kind-none = بلا مدة
kind-unknown = المدة غير معروفة
status-no-contact = لم يجب أحد
