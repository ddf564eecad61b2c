# The words for enumerations: kind and value.
#
# Where the report has a word for the same thing, it is the same word (a test compares them).

# act
act-none = لم يُذكر الفعل
act-small-arms-fire = نيران أسلحة خفيفة
act-shelling = قصف مدفعي أو صاروخي
act-direct-heavy-fire = نيران ثقيلة مباشرة
act-air-strike = ضربة جوية
act-drone-strike = ضربة بطائرة مسيّرة
act-bombardment = قصف لم تُذكر وسيلته
act-armed-clash = اشتباك مسلح
act-ground-assault = هجوم بري
act-raid = إغارة
act-explosive = لغم أو عبوة ناسفة
act-suicide-attack = هجوم انتحاري
act-chemical-attack = استعمال عامل كيميائي
act-attack = هجوم لم تُذكر وسيلته
act-seizure-of-ground = تقدم أو استيلاء على أرض
act-fortification = موقع أو تحصين جديد
act-troop-movement = تحرك قوات
act-weapon-in-zone = سلاح ثقيل حيث لا يجوز
act-overflight = تحليق
act-killing = قتل
act-injury = إصابة
act-attack-on-protected-object = هجوم على عين محمية
act-abduction = اختطاف
act-arrest = توقيف أو احتجاز
act-forced-recruitment = تجنيد قسري
act-sexual-violence = عنف جنسي
act-forced-displacement = تهجير قسري
act-destruction-of-property = إتلاف ممتلكات
act-siege = حصار
act-aid-obstruction = عرقلة المساعدات
act-aid-delivery = إيصال مساعدات
act-utility-cut = قطع الماء أو الكهرباء
act-closure = إغلاق طريق أو معبر
act-release-of-detainees = إفراج عن محتجزين
act-obstruction-of-monitors = عرقلة المراقبين
act-attack-on-monitors = هجوم على المراقبين
act-sensor-interference = تشويش على أجهزة الاستشعار
act-incitement = تحريض
act-provocation = استفزاز لم يُذكر كيف
act-non-performance = عدم تنفيذ التزام
act-violation-unspecified = خرق مزعوم لم يُذكر كيف
act-signing = توقيع
act-talks = محادثات
act-withdrawal = انسحاب
act-disarmament = نزع سلاح
act-ceasefire-upkeep = حفظ وقف إطلاق النار
act-monitoring-set-up = إنشاء المراقبة

# fact
fact-unassessed = لم يُقيّم
fact-unverified = غير متحقق منه: لا يقوله إلا أطراف في النزاع
fact-single-origin = مصدر أول واحد
fact-corroborated = معزز
fact-verified = تحققت منه الآلية
fact-contradicted = مناقَض
fact-refuted = نفته الآلية
fact-not-verifiable = لا يمكن التحقق منه

# what
what-killed = قتلى
what-injured = جرحى
what-casualties = قتلى أو جرحى
what-missing = مفقودون
what-detained = محتجزون
what-abducted = مختطفون
what-released = مفرج عنهم
what-displaced = نازحون
what-violations = خروقات كما يعدها المسجِّل
what-strikes = ضربات
what-rounds = قذائف
what-explosions = انفجارات
what-attacks = هجمات
what-vehicles = مركبات
what-buildings = مبان
what-settlements = بلدات
what-persons = أشخاص حاضرون
what-other = غير ذلك

# status-of
status-of-civilians = مدنيون
status-of-children = أطفال
status-of-women = نساء
status-of-fighters = مقاتلون
status-of-soldiers = جنود
status-of-monitors = مراقبون
status-of-all = الجميع بلا تمييز
status-of-unknown = صفة غير معروفة

# precision
precision-exact = دقيق
precision-settlement = بلدة
precision-near = قرب
precision-admin3 = لا تُعرف إلا الناحية
precision-admin2 = لا تُعرف إلا المنطقة الإدارية
precision-admin1 = لا تُعرف إلا المحافظة
precision-region = لا يُعرف إلا الإقليم
precision-country = لا يُعرف إلا البلد
precision-unknown = المكان غير معروف

# complainant
complainant-public = أحد أفراد الجمهور
complainant-own-initiative = الآلية نفسها

# outcome
outcome-not-an-incident = ليس حادثًا بموجب الاتفاق
outcome-relevant-incident-no-violation = حادث ذو صلة وليس خرقًا
outcome-minor-violation = خرق بسيط
outcome-serious-violation = خرق جسيم

# attribution
attribution-attributed = منسوب إلى
attribution-probably-attributed = منسوب على الأرجح إلى
attribution-not-attributed = غير منسوب
attribution-several = منسوب إلى عدة

# how
how-unanimous = بالإجماع
how-qualified = مع تحفظات
how-majority-with-dissent = بالأغلبية مع مخالفة
how-no-quorum = لم يكتمل النصاب
how-deadlock = تعادل المواقف
how-lapsed = انقضى إجراء الصمت
how-seats-contested = مقاعد متنازع عليها
how-standard-not-reached = لم يُبلغ معيار الإثبات
how-facts-only = بموجب الاتفاق لا أحد يقرر
how-pending = قيد النظر
how-dismissed = رُدت عند الفرز
how-withdrawn = سُحبت الشكوى
how-settled = سُوي الخلاف محليًا؛ والواقعة باقية
how-closed = أُغلقت بلا قرار

# position
position-concur = يوافق
position-concur-in-part = يوافق جزئيًا
position-dissent = يخالف
position-recuse = لا يشارك
position-no-opinion = لا رأي له
position-silent = لم يُبد رأيًا في الأجل
position-consents-by-silence = لم يُبد رأيًا في الأجل، ويعده الاتفاق موافقة
position-too-few = حضر أقل مما يلزم
position-unseated = لا أحد يشغل مقعده
position-contested = مقعده متنازع عليه

# about
about-fact = الواقعة
about-attribution = الإسناد
about-clause = بند
about-area = من كان يسيطر على المنطقة
about-condition = شرط

# reached
reached-none = لم يثبت
reached-suspicion = اشتباه معقول
reached-reasonable-grounds = أسباب معقولة للاعتقاد
reached-balance-of-probabilities = رجحان الاحتمالات
reached-clear-and-convincing = دليل واضح ومقنع

# answer
answer-yes = نعم
answer-no = لا
answer-cannot-be-determined = لا يمكن البت

# means
means-heard = سُمع
means-saw = شوهد
means-camera = كاميرا
means-uav = طائرة مسيّرة للآلية
means-satellite = قمر صناعي
means-sensor = جهاز استشعار
means-patrol = دورية
means-post = نقطة
means-reports = بلاغات آخرين

# watch
watch-observed = كما خُطط
watch-limited = جزئيًا
watch-not-observed = لم تمكن
watch-no-entry = لا قيد

# hindrance
hindrance-none = لا شيء
hindrance-outage = تعطل أجهزة
hindrance-access-denied = رُفض الوصول
hindrance-jamming = تشويش
hindrance-weather = أحوال الطقس
hindrance-insecurity = غير آمن
hindrance-no-post = لا أحد هناك
hindrance-withdrawn = سُحب الأفراد
hindrance-language = لغة لا تُقرأ
hindrance-not-stated = غير مذكور

# access
access-granted = سُمح به
access-denied = رُفض
access-delayed = أُخر
access-conditional = بشروط
access-no-answer = بلا جواب
access-open = مفتوح
access-disputed = يقول الأعضاء أشياء مختلفة

# call
call-de-escalated = توقف
call-undertaken = وُعد بالتوقف
call-denied = أُنكر
call-no-contact = لم يجب أحد
call-continued = استمر
call-open = مفتوحة
call-overdue = بلا جواب في الأجل
call-disputed = يقول الأعضاء أشياء مختلفة
call-answered = أُجيب

# counted
counted-violations = خروقات كما يسميها المسجِّل
counted-incidents = حوادث
counted-complaints = شكاوى
counted-fatal-events = أحداث مميتة في مجموعة بيانات
counted-observations = مشاهدات

# standing
standing-recorded = قائمة المسجِّل نفسه
standing-party-declared = أعلنه طرف
standing-verified = تحققت منه الآلية

# sum
sum-agrees = متطابقان
sum-differs = غير متطابقين
sum-incomplete = لا يمكن فحصهما
sum-disputed = قيّده الأعضاء على أوجه مختلفة

# scope
scope-in-scope = في النطاق (خرق مزعوم)
scope-out-of-scope = خارج النطاق
scope-cannot-be-determined = لا يمكن البت

# question
question-in-time = في الزمن؟
question-in-territory = في الإقليم؟
question-between-parties = بين الأطراف؟
question-excluded-actor = فاعل مستثنى؟
question-excluded-area = منطقة مستثناة؟
question-act-prohibited = فعل محظور؟
question-exception = استثناء؟

# observed
observed-explosion = انفجارات
observed-burst = رشقات
observed-shot = طلقات
observed-projectile = مقذوفات في الجو
observed-flare = قنابل مضيئة
observed-overflight = تحليق
observed-weapon = أسلحة
observed-vehicle = مركبات
observed-convoy-item = مواد قافلة
observed-impact = آثار ارتطام

# cell
cell-matched = الرقم نفسه
cell-only-a = الأول فقط
cell-only-b = الثاني فقط
cell-disagree = رقمان مختلفان
cell-not-stated = لم يذكره أحدهما

# change
change-new = جديد
change-gone = لم يبق منه شيء
change-act = الفعل
change-place = المكان
change-time = الوقت
change-status = حال الواقعة
change-origins = مصادر أولى مستقلة
change-counts = الأرقام

# recorder
recorder-guarantor = ضامن
recorder-other = طرف ثالث

# obligation
obligation-open = مفتوح بلا أجل
obligation-due-on = أجله لم يحل
obligation-met-in-time = أُبلغ عن تنفيذه في الأجل
obligation-met-late = أُبلغ عن تنفيذه متأخرًا
obligation-overdue = انقضى أجله ولا بلاغ عن تنفيذه
obligation-extended = مُدد بالاتفاق
obligation-contested = البلاغات مختلفة
obligation-cannot-be-determined = لا يمكن البت

# performance
performance-done = نُفذ
performance-partly = نُفذ جزئيًا
performance-not-done = لم يُنفذ
performance-extended = مُدد بالاتفاق

# bearer
bearer-all-parties = كل الأطراف
bearer-all-guarantors = كل الضامنين

# remedy
remedy-done = تم وفُحص
remedy-partly = تم جزئيًا
remedy-refused = رُفض
remedy-undertaken = وُعد به
remedy-overdue = انقضى أجله
remedy-open = مفتوح

# stage
stage-received = واردة
stage-registered = مسجلة
stage-screened-out = استُبعدت عند الفرز وللآخرين الاعتراض
stage-preliminary-assessment = تقييم أولي
stage-opened = مفتوحة
stage-tasked = كُلف فريق
stage-under-verification = قيد التحقق
stage-access-blocked = مُنع الوصول
stage-facts-established = ثبتت الوقائع
stage-not-verifiable = لا يمكن التحقق
stage-notice-sent = أُرسل الإخطار
stage-component-review = لدى المكونات
stage-response-received = وردت الأجوبة
stage-no-response = بلا جواب في الأجل
stage-draft = مسودة لدى المكونات
stage-determined = مقررة
stage-not-determined = لم تُقرر
stage-remedial-action-requested = طُلبت معالجة
stage-follow-up = قيد المتابعة
stage-closed = مغلقة
stage-reopened = أُعيد فتحها

# text-status
text-status-authentic = أصلي
text-status-leaked = نشره غير صاحبه
text-status-draft = مسودة
text-status-unknown = غير معروف

# source
source-text = بنص الاتفاق
source-mechanism-default = الاتفاق ساكت؛ قاعدة الآلية

# rule
rule-unanimous = بالإجماع
rule-consensus = بالتوافق
rule-majority-per-constituency = أغلبية كل مكون
rule-majority = الأغلبية
rule-chair = يقرر الرئيس
rule-facts-only = لا أحد يقرر، وتُعرض الوقائع فقط

# standard
standard-credible-report = بلاغ موثوق
standard-reasonable-grounds = أسباب معقولة للاعتقاد
standard-balance-of-probabilities = رجحان الاحتمالات
standard-clear-and-convincing = دليل واضح ومقنع

# redacted
redacted-source-protection = غير معروض: حماية مصدر
redacted-observer-safety = غير معروض: سلامة المراقبين
redacted-operational = غير معروض: أسباب عملية

# act-group
act-group-hostile = استعمال القوة
act-group-territorial = الأرض والمواقع والتحركات
act-group-persons = ضد الأشخاص والأعيان المحمية
act-group-humanitarian = الوصول الإنساني
act-group-mechanism = ما يخص الآلية
act-group-provocative = أفعال استفزازية
act-group-non-performance = عدم التنفيذ
act-group-unspecified = غير محدد

# claim
claim-incident = حادث
claim-allegation = اتهام
claim-denial = نفي
claim-total = مجموع حرب أو فترة
claim-agreement-fact = واقعة عن الاتفاق أو المحادثات
claim-agreement-scope = ما يشمله اتفاق
claim-demand = مطلب
claim-pledge = تعهد
claim-condition = شرط معلن
claim-proposal = اقتراح
claim-plan = خطة أو توقع
claim-refusal = رفض
claim-position = موقف
claim-context = خلفية

# polarity
polarity-asserted = مؤكد في القول
polarity-negated = منفي
polarity-open = متروك مفتوحًا

# chain
chain-outlet = وسيلة إعلام
chain-agency = وكالة أنباء
chain-cited-outlet = وسيلة إعلام مستشهد بها
chain-speaker = متحدث
chain-unnamed-source = مصدر غير مسمى
chain-recorder = مسجِّل
chain-document = وثيقة
chain-cited-group = مجموعة مستشهد بها

# time-precision
time-precision-minute = بالدقيقة
time-precision-hour = بالساعة
time-precision-part-of-day = جزء من يوم
time-precision-day = باليوم
time-precision-days = أيام
time-precision-week = بالأسبوع
time-precision-month = بالشهر
time-precision-year = بالسنة
time-precision-period = مدة أطول
time-precision-unknown = الوقت غير معروف

# time-basis
time-basis-stated = مذكور في الكلمات
time-basis-metadata = من بيانات الصفحة الوصفية
time-basis-publication-line = من سطر النشر
time-basis-relative-to-publication = محسوب من تاريخ النشر
time-basis-relative-to-copied-text = محسوب من النص المنقول
time-basis-year-inferred = السنة مستنتجة
time-basis-counted-from-agreement = محسوب من الاتفاق
time-basis-caption = من شرح صورة
time-basis-not-before-newest-date = ليس قبل أحدث تاريخ في النص
time-basis-data-column = من عمود في مجموعة بيانات
time-basis-unresolved = مذكور ولا يمكن تحديده
time-basis-not-stated = غير مذكور

# tense
tense-past = ماض
tense-future = مستقبل
tense-unknown = غير معروف

# bond
bond-same = من مصدر أول واحد
bond-perhaps = ربما من مصدر أول واحد
bond-none = من مصادر أولى مختلفة

# verdict
verdict-same = هو نفسه
verdict-different = مختلف
verdict-unsure = غير متأكد

# relation
relation-contradiction = تناقض
relation-update = تحديث
relation-different-scope = نطاق مختلف
relation-different-definition = تعريف مختلف

# key-role
key-role-statements = يوقّع البيانات
key-role-checkpoints = يوقّع نقاط التحقق
key-role-witness = يوقّع شاهدًا
key-role-recovery = يستعيد مفتاحًا مفقودًا

# key-reason
key-reason-rotated = استُبدل في موعده
key-reason-lost = مفقود
key-reason-compromised = قد يكون لدى غير صاحبه
key-reason-retired = لم يعد مستعملًا

# erasure
erasure-fields = حقول مسماة
erasure-all = كل ما خُتم فيه

# misbehaviour
misbehaviour-two-statements = بيانان في موضع واحد من سجل
misbehaviour-two-checkpoints = نقطتا تحقق لا تصحان معًا
misbehaviour-two-openings = فتحان لختم واحد

# part-of-day
part-of-day-morning = صباح
part-of-day-afternoon = بعد الظهر
part-of-day-evening = مساء
part-of-day-night = ليل
part-of-day-overnight = خلال الليل

# screening
screening-passed = من شأن الآلية
screening-outside-mandate = خارج الولاية
screening-duplicate = قضية أخرى قائمة
screening-no-incident = لا يُروى حادث
screening-withdrawn = سُحبت الشكوى

# method
method-direct-observation = مراقبة مباشرة
method-site-visit = زيارة الموقع
method-remote-sensor = استشعار عن بعد
method-interviews = مقابلات
method-documents = وثائق
method-joint-team = فريق مشترك

# obstacle
obstacle-access-denied = رُفض الوصول
obstacle-time-passed = مضى وقت طويل
obstacle-insecurity = غير آمن
obstacle-no-means = لا وسائل
obstacle-contradictory = المعلوم متناقض

# ground
ground-resolved = عولجت
ground-determined = مقررة
ground-not-determined = لم تُقرر
ground-withdrawn = سُحبت الشكوى
ground-settled-locally = سُويت محليًا
ground-dismissed = رُدت عند الفرز

# objectable
objectable-dismissal = الرد
objectable-closing = الإغلاق
objectable-publication = النشر
objectable-seat = المقعد

# heading
heading-outgoing = خارج
heading-impact = ارتطام
heading-lateral = جانبي
heading-undetermined = غير محدد

# recorded-as
recorded-as-listed = في قائمته
recorded-as-confirmed = أكده
recorded-as-rejected = رفضه
recorded-as-not-addressed = لم يتناوله

# reliability
reliability-A = A – موثوق
reliability-B = B – موثوق عادة
reliability-C = C – موثوق إلى حد ما
reliability-D = D – غير موثوق عادة
reliability-E = E – غير موثوق
reliability-F = F – لا يمكن الحكم عليه

# credibility
credibility-1 = 1 – أكدته مصادر أولى مستقلة
credibility-2 = 2 – صحيح على الأرجح
credibility-3 = 3 – ربما صحيح
credibility-4 = 4 – مشكوك فيه
credibility-5 = 5 – غير مرجح
credibility-6 = 6 – لا يمكن الحكم عليه

# checked
checked-verified = تحققت منه الآلية
checked-refuted = نفته الآلية
checked-not-verifiable = لا يمكن التحقق منه

# edition
edition-internal = داخلي
edition-public = للعموم

# report-kind
report-kind-daily = تقرير يومي
report-kind-weekly = تقرير أسبوعي
report-kind-period = تقرير
report-kind-closing = تقرير ختامي

# group-stance
group-stance-agrees = يوافق
group-stance-consents-by-silence = يوافق بالسكوت
group-stance-dissents = يخالف
group-stance-divided = منقسم
group-stance-no-opinion = لا رأي له
group-stance-recused = لا يشارك
group-stance-too-few = حضر أقل مما يلزم
group-stance-silent = صامت
group-stance-unseated = لا أحد يشغل مقعده
group-stance-contested = مقعده متنازع عليه

# case-clock
case-clock-screening = الفرز
case-clock-objection = الاعتراض
case-clock-assessment = التقييم
case-clock-tasking = تكليف فريق
case-clock-reply = حق الرد
case-clock-report = التقرير
case-clock-opinion = الآراء
case-clock-publication = النشر
case-clock-remedy = إجراء المعالجة
case-clock-follow-up = المتابعة
case-clock-closing = الإغلاق

# clock
clock-open = جارية
clock-met = روعيت
clock-late = متأخرة
clock-overdue = انقضت
clock-over = انتهت
clock-stopped = متوقفة
clock-not-shown = غير معروضة

# seat
seat-speaks = له أن يتكلم
seat-works = له أن يعمل في القضايا
seat-decides = له أن يقرر أيضًا

# term-status
term-status-ahead = لم يبدأ بعد
term-status-running = سار
term-status-ended = انتهى
term-status-term-over = انقضت مدته

# touches
touches-incidents = الحوادث
touches-obligations = الالتزامات
touches-decisions = القرارات
touches-names = الأسماء
touches-nothing = لا شيء

# actor-kind
actor-kind-party = طرف
actor-kind-supporting-force = قوة مساندة
actor-kind-excluded = فاعل مستثنى
actor-kind-guarantor = ضامن
actor-kind-observer = مراقب
actor-kind-third = طرف ثالث

# adherence
adherence-signed = وقّع
adherence-joined = انضم لاحقًا
adherence-claimed = يُدّعى
adherence-denied = منفي

# endorsement
endorsement-all = وقّع الجميع
endorsement-some = وقّع بعضهم
endorsement-none = لم يوقّع أحد
endorsement-unknown = غير معروف

# instrument
instrument-statement = بيان
instrument-agreement = اتفاق
instrument-memorandum = مذكرة
instrument-protocol = بروتوكول
instrument-terms-of-reference = اختصاصات
instrument-resolution = قرار
instrument-orders = أوامر
instrument-other = غير ذلك

# ending
ending-open = بلا نهاية محددة
ending-fixed = ينتهي في يوم محدد
ending-terminated = أُنهي
ending-unknown = غير معروف

# known
known-yes = نعم
known-no = لا
known-unknown = غير معروف

# territory
territory-whole-country = كل البلد
territory-listed-divisions = تقسيمات مسماة
territory-zones-only = مناطق محددة فقط
territory-unknown = غير معروف

# cover
cover-whole = كله
cover-part = جزء منه

# area
area-control = من يسيطر على المنطقة
area-operations = عمليات قتالية ضد أحد في المنطقة
area-presence = الوجود في المنطقة

# geometry
geometry-exact = حدود دقيقة
geometry-indicative = حدود دلالية
geometry-none = حدود غير معروفة

# permission
permission-self-defence = دفاع عن النفس
permission-against-excluded-actor = ضد فاعل مستثنى
permission-exercise = تدريب
permission-notified-movement = تحرك أُخطر به
permission-humanitarian = إنساني
permission-other = غير ذلك

# condition
condition-response = أنه يرد على هجوم
condition-proportionate = أنه متناسب
condition-immediate-threat = أنه يواجه تهديدًا وشيكًا
condition-ordered = أن القيادة المسماة في النص أمرت به
condition-hotline-exhausted = أن آلية التنسيق أخفقت قبل ذلك
condition-notified = أنه أُخطر به مسبقًا
condition-target-excluded = أن الهدف فاعل مستثنى

# due
due-by = حتى يوم محدد
due-within = خلال مدة
due-recurring = بصورة متكررة
due-continuous = بصورة مستمرة
due-none = بلا أجل
due-unknown = غير معروف

# said
said-demand = مطلب
said-undertaking = تعهد
said-declared-condition = شرط معلن

# recusal
recusal-none = لا أحد
recusal-not-alone = لا يقرر المتهم وحده
recusal-recused = لا يشارك المتهم

# on-expiry
on-expiry-not-determined-with-positions = لم يُقرر، مع المواقف
on-expiry-consent = السكوت موافقة

# retest
retest-new = جديد
retest-changed = تغير
retest-unchanged = لم يتغير
retest-gone = زال

# would-change
would-change-narrower-time = وقت أضيق
would-change-record-of-end = ما يثبت هل كان النص قد انتهى
would-change-finer-place = مكان، أو مكان أدق
would-change-border = حدود المنطقة
would-change-named-author = من فعل ذلك
would-change-named-affected = من تضرر
would-change-named-sides = من تقاتل، ومن بدأ منهم
would-change-holder = من كان يسيطر على المكان حينئذ
would-change-area-evidence = أدلة عن المنطقة
would-change-adherence-record = سند انضمام غير متنازع عليه
would-change-guarantor-words = كلمات النص عن قوات الضامن نفسه
would-change-named-act = ما الذي فُعل وبأي وسيلة
would-change-condition-evidence = أدلة عن شرط

# date-role
date-role-meta-published = تاريخ النشر في البيانات الوصفية
date-role-meta-modified = تاريخ التعديل في البيانات الوصفية
date-role-publication-line = سطر النشر
date-role-page-header = رأس الصفحة
date-role-caption = شرح صورة
date-role-url = عنوان الصفحة
date-role-lead = الفقرة الأولى
date-role-body = متن الخبر
date-role-agreement-age = عمر الاتفاق

# format
format-html = صفحة ويب
format-text = نص بسيط
format-markdown = نص Markdown
format-event-data = صفوف مجموعة بيانات

# role
role-public = قارئ من الجمهور
role-viewer = مطّلع
role-analyst = محلل
role-case-officer = مسؤول قضايا
role-head = رئيس المكون
role-administrator = مدير النظام

# class
class-open = مفتوح
class-restricted = مقيّد

# status
status-unassessed = لم يُقيّم
status-unverified = مُبلغ عنه – من أطراف النزاع فقط
status-single-origin = مُبلغ عنه – مصدر أول واحد
status-corroborated = معزز
status-verified = تحققت منه الآلية
status-contradicted = متنازع عليه
status-refuted = نفته الآلية
status-not-verifiable = لا يمكن التحقق منه
status-determined = تقرر
status-not-established = لم يثبت
status-not-a-violation = ليس خرقًا
status-cannot-be-determined = لا يمكن البت
