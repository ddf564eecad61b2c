# The words for enumerations: kind and value.
#
# Where the report has a word for the same thing, it is the same word (a test compares them).

# act
act-none = عمل ذکر نشده است
act-small-arms-fire = تیراندازی با سلاح سبک
act-shelling = گلوله‌باران یا شلیک راکت
act-direct-heavy-fire = آتش مستقیم با سلاح سنگین
act-air-strike = حملهٔ هوایی
act-drone-strike = حمله با پهپاد
act-bombardment = بمباران، وسیلهٔ آن ذکر نشده است
act-armed-clash = درگیری مسلحانه
act-ground-assault = حملهٔ زمینی
act-raid = یورش
act-explosive = مین یا مادهٔ منفجره
act-suicide-attack = حملهٔ انتحاری
act-chemical-attack = استفاده از عامل شیمیایی
act-attack = حمله، وسیلهٔ آن ذکر نشده است
act-seizure-of-ground = پیشروی یا تصرف زمین
act-fortification = موضع یا استحکامات جدید
act-troop-movement = جابه‌جایی نیروها
act-weapon-in-zone = سلاح سنگین در محل غیرمجاز
act-overflight = پرواز بر فراز منطقه
act-killing = کشتن
act-injury = زخمی کردن
act-attack-on-protected-object = حمله به هدف تحت حفاظت
act-abduction = ربایش
act-arrest = بازداشت
act-forced-recruitment = سربازگیری اجباری
act-sexual-violence = خشونت جنسی
act-forced-displacement = جابه‌جایی اجباری مردم
act-destruction-of-property = تخریب اموال
act-siege = محاصره
act-aid-obstruction = جلوگیری از کمک‌رسانی
act-aid-delivery = رساندن کمک
act-utility-cut = قطع آب یا برق
act-closure = بستن راه یا گذرگاه
act-release-of-detainees = آزادی بازداشت‌شدگان
act-obstruction-of-monitors = ایجاد مانع برای ناظران
act-attack-on-monitors = حمله به ناظران
act-sensor-interference = اخلال در کار حسگرها
act-incitement = تحریک به خشونت
act-provocation = تحریک، چگونگی آن ذکر نشده است
act-non-performance = عدم اجرای یک تعهد
act-violation-unspecified = نقض ادعایی، چگونگی آن ذکر نشده است
act-signing = امضا
act-talks = گفت‌وگوها
act-withdrawal = عقب‌نشینی
act-disarmament = خلع سلاح
act-ceasefire-upkeep = حفظ آتش‌بس
act-monitoring-set-up = ایجاد سازوکار نظارت

# fact
fact-unassessed = ارزیابی نشده
fact-unverified = راستی‌آزمایی نشده: تنها طرف‌های درگیری آن را می‌گویند
fact-single-origin = یک منبع نخستین
fact-corroborated = تأییدشده با منابع مستقل
fact-verified = راستی‌آزمایی‌شده به دست سازوکار
fact-contradicted = نقیض آن گفته شده
fact-refuted = ردشده به دست سازوکار
fact-not-verifiable = راستی‌آزمایی‌ناپذیر

# count
count-killed = کشته
count-injured = زخمی
count-casualties = کشته یا زخمی
count-missing = مفقود
count-detained = بازداشت‌شده
count-abducted = ربوده‌شده
count-released = آزادشده
count-displaced = آواره
count-violations = نقض، به شمارش ثبت‌کننده
count-strikes = ضربه‌ها
count-rounds = گلوله‌ها
count-explosions = انفجارها
count-attacks = حمله‌ها
count-vehicles = خودروها
count-buildings = ساختمان‌ها
count-settlements = آبادی‌ها
count-persons = افراد حاضر
count-other = سایر

# person
person-civilians = غیرنظامیان
person-children = کودکان
person-women = زنان
person-fighters = جنگجویان
person-soldiers = سربازان
person-monitors = ناظران
person-all = همه، بدون تفکیک
person-unknown = وضعیت نامعلوم

# place-precision
place-precision-exact = دقیق
place-precision-settlement = آبادی
place-precision-near = در نزدیکی
place-precision-admin3 = تنها بخش معلوم است
place-precision-admin2 = تنها شهرستان معلوم است
place-precision-admin1 = تنها استان معلوم است
place-precision-region = تنها منطقه معلوم است
place-precision-country = تنها کشور معلوم است
place-precision-unknown = محل نامعلوم

# complainant
complainant-public = یکی از افراد جامعه
complainant-own-initiative = خود سازوکار

# outcome
outcome-not-an-incident = بر اساس توافق‌نامه حادثه نیست
outcome-relevant-incident-no-violation = حادثهٔ مرتبط، بدون نقض
outcome-minor-violation = نقض جزئی
outcome-serious-violation = نقض جدی

# attribution
attribution-attributed = منتسب به
attribution-probably-attributed = احتمالاً منتسب به
attribution-not-attributed = انتساب‌نیافته
attribution-several = منتسب به چند طرف

# not-determined
not-determined-unanimous = به اتفاق آرا
not-determined-qualified = با تحفظ
not-determined-majority-with-dissent = با اکثریت و رأی مخالف
not-determined-no-quorum = حد نصاب حاصل نشد
not-determined-deadlock = بن‌بست
not-determined-lapsed = مهلت رویهٔ سکوت سپری شد
not-determined-seats-contested = کرسی‌ها محل اختلاف است
not-determined-standard-not-reached = معیار اثبات حاصل نشد
not-determined-facts-only = بر اساس توافق‌نامه هیچ‌کس تصمیم نمی‌گیرد
not-determined-pending = در دست بررسی
not-determined-dismissed = در بررسی مقدماتی رد شد
not-determined-withdrawn = شکایت پس گرفته شد
not-determined-settled = اختلاف در محل حل شد؛ واقعیت به جای خود باقی است
not-determined-closed = بدون تصمیم بسته شد

# position
position-concur = موافق است
position-concur-in-part = تا حدی موافق است
position-dissent = مخالف است
position-recuse = شرکت نمی‌کند
position-no-opinion = نظری ندارد
position-silent = در مهلت مقرر نظری نداد
position-consents-by-silence = در مهلت مقرر نظری نداد و توافق‌نامه آن را رضایت می‌شمارد
position-too-few = شمار حاضران کمتر از حد لازم بود
position-unseated = کرسی آن خالی است
position-contested = کرسی آن محل اختلاف است

# finding-about
finding-about-fact = واقعیت
finding-about-attribution = انتساب
finding-about-clause = یک بند
finding-about-area = چه کسی منطقه را در دست داشت
finding-about-condition = یک شرط

# reached
reached-none = نشان داده نشد
reached-suspicion = ظن معقول
reached-reasonable-grounds = دلایل معقول برای باور
reached-balance-of-probabilities = غلبهٔ احتمالات
reached-clear-and-convincing = دلیل روشن و قانع‌کننده

# answer
answer-yes = بله
answer-no = خیر
answer-cannot-be-determined = قابل تعیین نیست

# means
means-heard = شنیده شد
means-saw = دیده شد
means-camera = دوربین
means-uav = پهپاد سازوکار
means-satellite = ماهواره
means-sensor = حسگر
means-patrol = گشت
means-post = پاسگاه
means-reports = گزارش دیگران

# watch
watch-observed = طبق برنامه
watch-limited = تا حدی
watch-not-observed = به هیچ وجه
watch-no-entry = چیزی ثبت نشده

# hindrance
hindrance-none = هیچ
hindrance-outage = خرابی تجهیزات
hindrance-access-denied = دسترسی رد شد
hindrance-jamming = پارازیت
hindrance-weather = وضع هوا
hindrance-insecurity = ناامنی
hindrance-no-post = کسی مستقر نبود
hindrance-withdrawn = نیروها فراخوانده شدند
hindrance-language = زبان خوانده نمی‌شود
hindrance-not-stated = ذکر نشده

# access-outcome
access-outcome-granted = داده شد
access-outcome-denied = رد شد
access-outcome-delayed = به تأخیر افتاد
access-outcome-conditional = مشروط
access-outcome-no-answer = بی‌پاسخ
access-outcome-open = باز
access-outcome-disputed = اعضا گفته‌های متفاوتی دارند

# call
call-de-escalated = متوقف شد
call-undertaken = قول توقف داده شد
call-denied = انکار شد
call-no-contact = کسی پاسخ نداد
call-continued = ادامه یافت
call-open = باز
call-overdue = بدون پاسخ در مهلت
call-disputed = اعضا گفته‌های متفاوتی دارند
call-answered = پاسخ داده شد

# counted
counted-violations = نقض، به تعبیر ثبت‌کننده
counted-incidents = حوادث
counted-complaints = شکایت‌ها
counted-fatal-events = رویدادهای مرگبار یک مجموعه‌داده
counted-observations = مشاهدات

# standing
standing-recorded = فهرست خود ثبت‌کننده
standing-party-declared = اعلام‌شده از سوی یک طرف
standing-verified = راستی‌آزمایی‌شده به دست سازوکار
standing-open = در جریان
standing-met = رعایت شد
standing-late = با تأخیر
standing-overdue = سپری شده
standing-over = پایان یافت
standing-stopped = متوقف
standing-not-shown = نشان داده نشده

# sum
sum-agrees = می‌خوانند
sum-differs = نمی‌خوانند
sum-incomplete = قابل بررسی نیست
sum-disputed = اعضا متفاوت ثبت کرده‌اند

# scope
scope-in-scope = در دامنه (نقض ادعایی)
scope-out-of-scope = خارج از دامنه
scope-cannot-be-determined = قابل تعیین نیست

# question
question-in-time = در بازهٔ زمانی؟
question-in-territory = در قلمرو؟
question-between-parties = میان طرف‌ها؟
question-excluded-actor = کنشگر مستثنا؟
question-excluded-area = منطقهٔ مستثنا؟
question-act-prohibited = عمل ممنوع؟
question-exception = استثنا؟

# observed
observed-explosion = انفجارها
observed-burst = رگبارها
observed-shot = شلیک‌ها
observed-projectile = پرتابه‌های در حال پرواز
observed-flare = منورها
observed-overflight = پروازها
observed-weapon = سلاح‌ها
observed-vehicle = خودروها
observed-convoy-item = اقلام کاروان
observed-impact = آثار اصابت

# cell
cell-matched = رقم یکسان
cell-only-a = تنها اولی
cell-only-b = تنها دومی
cell-disagree = ارقام متفاوت
cell-not-stated = یکی ذکر نکرده
cell-place-open = همان واژه‌ها، شاید دو محل

# change
change-new = جدید
change-gone = چیزی از آن نمانده
change-act = عمل
change-place = محل
change-time = زمان
change-status = وضعیت واقعیت
change-origins = منابع نخستین مستقل
change-counts = ارقام

# recorder
recorder-guarantor = ضامن
recorder-other = طرف ثالث

# obligation-state
obligation-state-open = باز، بدون موعد
obligation-state-due-on = موعد آن هنوز نرسیده
obligation-state-met-in-time = اجرای به‌موقع گزارش شده
obligation-state-met-late = اجرا با تأخیر گزارش شده
obligation-state-overdue = موعد گذشته، گزارشی از اجرا نیست
obligation-state-extended = با توافق تمدید شد
obligation-state-contested = گزارش‌ها همخوان نیست
obligation-state-cannot-be-determined = قابل تعیین نیست

# performance
performance-done = اجرا شد
performance-partly = تا حدی اجرا شد
performance-not-done = اجرا نشد
performance-extended = با توافق تمدید شد

# bearer
bearer-all-parties = همهٔ طرف‌ها
bearer-all-guarantors = همهٔ ضامنان

# remedy
remedy-done = انجام و بررسی شد
remedy-partly = تا حدی انجام شد
remedy-refused = رد شد
remedy-undertaken = قول داده شد
remedy-overdue = موعد گذشته
remedy-open = باز

# progress
progress-done = انجام و بررسی شد
progress-partly = تا حدی انجام شد
progress-refused = رد شد
progress-undertaken = قول داده شد
progress-overdue = موعد گذشته
progress-open = باز

# stage
stage-received = دریافت شد
stage-registered = ثبت شد
stage-screened-out = کنار گذاشته شد، دیگران می‌توانند اعتراض کنند
stage-preliminary-assessment = ارزیابی مقدماتی
stage-opened = گشوده شد
stage-tasked = مأموریت داده شد
stage-under-verification = در حال راستی‌آزمایی
stage-access-blocked = دسترسی مسدود است
stage-facts-established = واقعیت‌ها روشن شد
stage-not-verifiable = راستی‌آزمایی‌ناپذیر
stage-notice-sent = اخطار فرستاده شد
stage-component-review = نزد مؤلفه‌ها
stage-response-received = پاسخ‌ها رسید
stage-no-response = بدون پاسخ در مهلت
stage-draft = پیش‌نویس نزد مؤلفه‌ها
stage-determined = تصمیم گرفته شد
stage-not-determined = تصمیم گرفته نشد
stage-remedial-action-requested = اقدام جبرانی خواسته شد
stage-follow-up = در حال پیگیری
stage-closed = بسته شد
stage-reopened = دوباره گشوده شد

# case-state
case-state-received = دریافت شد
case-state-registered = ثبت شد
case-state-screened-out = کنار گذاشته شد، دیگران می‌توانند اعتراض کنند
case-state-preliminary-assessment = ارزیابی مقدماتی
case-state-opened = گشوده شد
case-state-tasked = مأموریت داده شد
case-state-under-verification = در حال راستی‌آزمایی
case-state-access-blocked = دسترسی مسدود است
case-state-facts-established = واقعیت‌ها روشن شد
case-state-not-verifiable = راستی‌آزمایی‌ناپذیر
case-state-notice-sent = اخطار فرستاده شد
case-state-component-review = نزد مؤلفه‌ها
case-state-response-received = پاسخ‌ها رسید
case-state-no-response = بدون پاسخ در مهلت
case-state-draft = پیش‌نویس نزد مؤلفه‌ها
case-state-determined = تصمیم گرفته شد
case-state-not-determined = تصمیم گرفته نشد
case-state-remedial-action-requested = اقدام جبرانی خواسته شد
case-state-follow-up = در حال پیگیری
case-state-closed = بسته شد
case-state-reopened = دوباره گشوده شد

# text-status
text-status-authentic = اصیل
text-status-leaked = دیگری منتشر کرده است
text-status-draft = پیش‌نویس
text-status-unknown = نامعلوم

# source
source-text = در متن توافق‌نامه آمده است
source-mechanism-default = توافق‌نامه ساکت است؛ قاعدهٔ سازوکار

# rule
rule-unanimous = اتفاق آرا
rule-consensus = اجماع
rule-majority-per-constituency = اکثریت هر مؤلفه
rule-majority = اکثریت
rule-chair = رئیس تصمیم می‌گیرد
rule-facts-only = هیچ‌کس تصمیم نمی‌گیرد، تنها واقعیت‌ها گزارش می‌شود

# standard
standard-credible-report = گزارش معتبر
standard-reasonable-grounds = دلایل معقول برای باور
standard-balance-of-probabilities = غلبهٔ احتمالات
standard-clear-and-convincing = دلیل روشن و قانع‌کننده

# redacted
redacted-source-protection = نشان داده نمی‌شود: حفاظت از منبع
redacted-observer-safety = نشان داده نمی‌شود: ایمنی ناظران
redacted-operational = نشان داده نمی‌شود: دلایل عملیاتی

# stretch
stretch-baseline = پیش از اجرای توافق‌نامه
stretch-first = از آن پس
stretch-previous = دورهٔ پیشین
stretch-now = دوره

# act-group
act-group-hostile = کاربرد زور
act-group-territorial = زمین، مواضع، جابه‌جایی
act-group-persons = علیه اشخاص و اهداف تحت حفاظت
act-group-humanitarian = دسترسی بشردوستانه
act-group-mechanism = دربارهٔ سازوکار
act-group-provocative = اعمال تحریک‌آمیز
act-group-non-performance = عدم اجرا
act-group-unspecified = نامشخص

# claim-kind
claim-kind-incident = حادثه
claim-kind-allegation = اتهام
claim-kind-denial = انکار
claim-kind-total = جمع یک جنگ یا دوره
claim-kind-agreement-fact = واقعیتی دربارهٔ توافق‌نامه یا گفت‌وگوها
claim-kind-agreement-scope = آنچه توافق‌نامه در بر می‌گیرد
claim-kind-demand = خواسته
claim-kind-pledge = قول
claim-kind-condition = شرط اعلام‌شده
claim-kind-proposal = پیشنهاد
claim-kind-plan = برنامه یا انتظار
claim-kind-refusal = امتناع
claim-kind-position = موضع
claim-kind-context = زمینه

# polarity
polarity-asserted = گفته شده
polarity-negated = نفی شده
polarity-open = بازگذاشته

# chain-role
chain-role-outlet = رسانه
chain-role-agency = خبرگزاری
chain-role-cited-outlet = رسانهٔ مورد استناد
chain-role-speaker = گوینده
chain-role-unnamed-source = منبع نام‌برده‌نشده
chain-role-recorder = ثبت‌کننده
chain-role-document = سند
chain-role-cited-group = گروه مورد استناد

# time-precision
time-precision-minute = به دقیقه
time-precision-hour = به ساعت
time-precision-part-of-day = بخشی از روز
time-precision-day = به روز
time-precision-days = چند روز
time-precision-week = به هفته
time-precision-month = به ماه
time-precision-year = به سال
time-precision-period = دوره‌ای بلندتر
time-precision-unknown = زمان نامعلوم

# time-basis
time-basis-stated = در متن آمده
time-basis-metadata = از فرادادهٔ صفحه
time-basis-publication-line = از سطر انتشار
time-basis-relative-to-publication = محاسبه‌شده از تاریخ انتشار
time-basis-relative-to-copied-text = محاسبه‌شده از متن رونوشت‌شده
time-basis-year-inferred = سال استنباط‌شده
time-basis-counted-from-agreement = محاسبه‌شده از توافق‌نامه
time-basis-caption = از شرح تصویر
time-basis-not-before-newest-date = نه پیش از تازه‌ترین تاریخ متن
time-basis-data-column = از ستون یک مجموعه‌داده
time-basis-unresolved = گفته شده ولی قابل تعیین نیست
time-basis-not-stated = ذکر نشده

# tense
tense-past = گذشته
tense-future = آینده
tense-unknown = نامعلوم

# bond
bond-same = از یک منبع نخستین
bond-perhaps = شاید از یک منبع نخستین
bond-none = از منابع نخستین متفاوت

# verdict
verdict-same = یکسان
verdict-different = متفاوت
verdict-unsure = نامطمئن

# relation
relation-contradiction = تناقض
relation-update = به‌روزرسانی
relation-different-scope = دامنهٔ متفاوت
relation-different-definition = تعریف متفاوت

# key-role
key-role-statements = بیانیه‌ها را امضا می‌کند
key-role-checkpoints = نقاط بازبینی را امضا می‌کند
key-role-witness = به عنوان شاهد امضا می‌کند
key-role-recovery = کلید گم‌شده را بازیابی می‌کند

# key-reason
key-reason-rotated = تعویض طبق برنامه
key-reason-lost = گم‌شده
key-reason-compromised = شاید در دست دیگری باشد
key-reason-retired = دیگر به کار نمی‌رود

# erasure
erasure-fields = فیلدهای نام‌برده
erasure-all = همهٔ آنچه در آن مهر شده

# misbehaviour
misbehaviour-two-statements = دو بیانیه در یک جای دفتر ثبت
misbehaviour-two-checkpoints = دو نقطهٔ بازبینی ناسازگار
misbehaviour-two-openings = دو گشایش یک مهر

# part-of-day
part-of-day-morning = صبح
part-of-day-afternoon = بعدازظهر
part-of-day-evening = عصر
part-of-day-night = شب
part-of-day-overnight = در طول شب

# screening
screening-passed = در صلاحیت سازوکار
screening-outside-mandate = خارج از مأموریت
screening-duplicate = پروندهٔ دیگری هست
screening-no-incident = حادثه‌ای گزارش نشده
screening-withdrawn = شکایت پس گرفته شد

# method
method-direct-observation = مشاهدهٔ مستقیم
method-site-visit = بازدید از محل
method-remote-sensor = حسگر از راه دور
method-interviews = مصاحبه‌ها
method-documents = اسناد
method-joint-team = گروه مشترک

# obstacle
obstacle-access-denied = دسترسی رد شد
obstacle-time-passed = زمان زیادی گذشته است
obstacle-insecurity = ناامنی
obstacle-no-means = وسیله‌ای نیست
obstacle-contradictory = دانسته‌ها متناقض است

# ground
ground-resolved = جبران شد
ground-determined = تصمیم گرفته شد
ground-not-determined = تصمیم گرفته نشد
ground-withdrawn = شکایت پس گرفته شد
ground-settled-locally = در محل حل شد
ground-dismissed = در بررسی مقدماتی رد شد

# objectable
objectable-dismissal = رد
objectable-closing = بستن
objectable-publication = انتشار
objectable-seat = کرسی

# heading
heading-outgoing = خروجی
heading-impact = اصابت
heading-lateral = جانبی
heading-undetermined = نامشخص

# recorded-as
recorded-as-listed = در فهرست آن
recorded-as-confirmed = تأیید کرد
recorded-as-rejected = رد کرد
recorded-as-not-addressed = به آن نپرداخت

# reliability
reliability-A = A – قابل اعتماد
reliability-B = B – معمولاً قابل اعتماد
reliability-C = C – نسبتاً قابل اعتماد
reliability-D = D – معمولاً غیرقابل اعتماد
reliability-E = E – غیرقابل اعتماد
reliability-F = F – قابل ارزیابی نیست

# credibility
credibility-1 = 1 – تأییدشده با منابع نخستین مستقل
credibility-2 = 2 – احتمالاً درست
credibility-3 = 3 – شاید درست
credibility-4 = 4 – مشکوک
credibility-5 = 5 – نامحتمل
credibility-6 = 6 – قابل ارزیابی نیست

# checked
checked-verified = راستی‌آزمایی‌شده به دست سازوکار
checked-refuted = ردشده به دست سازوکار
checked-not-verifiable = راستی‌آزمایی‌ناپذیر

# edition
edition-internal = داخلی
edition-public = عمومی

# report-kind
report-kind-daily = گزارش روزانه
report-kind-weekly = گزارش هفتگی
report-kind-period = گزارش
report-kind-closing = گزارش پایانی

# group-stance
group-stance-agrees = موافق است
group-stance-consents-by-silence = با سکوت رضایت داده
group-stance-dissents = مخالف است
group-stance-divided = دچار اختلاف
group-stance-no-opinion = نظری ندارد
group-stance-recused = شرکت نمی‌کند
group-stance-too-few = شمار حاضران کم بود
group-stance-silent = ساکت
group-stance-unseated = کرسی آن خالی است
group-stance-contested = کرسی آن محل اختلاف است

# case-clock
case-clock-screening = بررسی مقدماتی
case-clock-objection = اعتراض
case-clock-assessment = ارزیابی
case-clock-tasking = واگذاری مأموریت
case-clock-reply = حق پاسخ
case-clock-report = گزارش
case-clock-opinion = نظرها
case-clock-publication = انتشار
case-clock-remedy = اقدام جبرانی
case-clock-follow-up = پیگیری
case-clock-closing = بستن

# seat
seat-speaks = حق سخن دارد
seat-works = حق کار بر پرونده‌ها را دارد
seat-decides = در تصمیم نیز شرکت می‌کند

# term-status
term-status-ahead = هنوز آغاز نشده
term-status-running = جاری
term-status-ended = پایان یافته
term-status-term-over = مدت آن سر آمده

# touches
touches-incidents = حوادث
touches-obligations = تعهدات
touches-decisions = تصمیم‌ها
touches-names = نام‌ها
touches-nothing = هیچ

# actor-kind
actor-kind-party = طرف
actor-kind-supporting-force = نیروی پشتیبان
actor-kind-excluded = کنشگر مستثنا
actor-kind-guarantor = ضامن
actor-kind-observer = ناظر
actor-kind-third = طرف ثالث

# adherence
adherence-signed = امضا کرد
adherence-joined = بعداً پیوست
adherence-claimed = ادعا شده
adherence-denied = انکار شده

# endorsement
endorsement-all = همه امضا کردند
endorsement-some = برخی امضا کردند
endorsement-none = هیچ‌کس امضا نکرد
endorsement-unknown = نامعلوم

# instrument
instrument-statement = بیانیه
instrument-agreement = توافق‌نامه
instrument-memorandum = یادداشت تفاهم
instrument-protocol = پروتکل
instrument-terms-of-reference = شرح وظایف
instrument-resolution = قطعنامه
instrument-orders = دستورها
instrument-other = سایر

# ending
ending-open = بدون پایان معین
ending-fixed = در روزی معین پایان می‌یابد
ending-terminated = خاتمه یافته
ending-unknown = نامعلوم

# known
known-yes = بله
known-no = خیر
known-unknown = نامعلوم

# territory
territory-whole-country = سراسر کشور
territory-listed-divisions = تقسیمات نام‌برده
territory-zones-only = تنها مناطق معین
territory-unknown = نامعلوم

# cover
cover-whole = تمام آن
cover-part = بخشی از آن

# area
area-control = چه کسی منطقه را در دست دارد
area-operations = عملیات رزمی علیه کسی در منطقه
area-presence = حضور در منطقه

# geometry
geometry-exact = مرز دقیق
geometry-indicative = مرز تقریبی
geometry-none = مرز نامعلوم

# permission
permission-self-defence = دفاع از خود
permission-against-excluded-actor = علیه کنشگر مستثنا
permission-exercise = تمرین نظامی
permission-notified-movement = جابه‌جایی با اطلاع قبلی
permission-humanitarian = بشردوستانه
permission-other = سایر

# condition
condition-response = پاسخ به یک حمله است
condition-proportionate = متناسب است
condition-immediate-threat = با تهدیدی فوری مقابله می‌کند
condition-ordered = فرماندهی نام‌برده در متن دستور آن را داده است
condition-hotline-exhausted = سازوکار هماهنگی پیش‌تر بی‌نتیجه مانده بود
condition-notified = از پیش اطلاع داده شده بود
condition-target-excluded = هدف، کنشگری مستثناست

# due
due-by = تا روزی معین
due-within = در مدتی معین
due-recurring = دوره‌ای
due-continuous = پیوسته
due-none = بدون مهلت
due-unknown = نامعلوم

# said
said-demand = خواسته
said-undertaking = قول
said-declared-condition = شرط اعلام‌شده

# recusal
recusal-none = هیچ
recusal-not-alone = متهم به تنهایی تصمیم نمی‌گیرد
recusal-recused = متهم شرکت نمی‌کند

# on-expiry
on-expiry-not-determined-with-positions = تصمیم گرفته نشد، همراه با مواضع
on-expiry-consent = سکوت رضایت شمرده می‌شود

# retest
retest-new = جدید
retest-changed = تغییر کرده
retest-unchanged = بی‌تغییر
retest-gone = از میان رفته

# would-change
would-change-narrower-time = زمانی دقیق‌تر
would-change-record-of-end = سندی که نشان دهد متن پایان یافته بود یا نه
would-change-finer-place = محل یا محلی دقیق‌تر
would-change-border = مرز منطقه
would-change-named-author = چه کسی آن را انجام داد
would-change-named-affected = چه کسی آسیب دید
would-change-named-sides = چه کسانی جنگیدند و کدام آغاز کرد
would-change-holder = چه کسی در آن زمان محل را در دست داشت
would-change-area-evidence = شواهدی دربارهٔ منطقه
would-change-adherence-record = سند پیوستنی که محل اختلاف نباشد
would-change-guarantor-words = واژه‌های متن دربارهٔ نیروهای خود ضامن
would-change-named-act = چه کاری و با چه وسیله‌ای انجام شد
would-change-condition-evidence = شواهدی دربارهٔ یک شرط

# date-role
date-role-meta-published = تاریخ انتشار در فراداده
date-role-meta-modified = تاریخ تغییر در فراداده
date-role-publication-line = سطر انتشار
date-role-page-header = سربرگ صفحه
date-role-caption = شرح تصویر
date-role-url = نشانی صفحه
date-role-lead = بند نخست
date-role-body = متن اصلی
date-role-agreement-age = سن توافق‌نامه

# format
format-html = صفحهٔ وب
format-text = متن ساده
format-markdown = متن Markdown
format-event-data = ردیف‌های مجموعه‌داده

# role
role-public = خوانندهٔ عمومی
role-viewer = بیننده
role-analyst = تحلیلگر
role-case-officer = مسئول پرونده
role-head = رئیس مؤلفه
role-administrator = مدیر سامانه

# class
class-open = باز
class-restricted = محدود

# status
status-unassessed = ارزیابی نشده
status-unverified = گزارش‌شده – تنها از سوی طرف‌های درگیری
status-single-origin = گزارش‌شده – یک منبع نخستین
status-corroborated = تأییدشده با منابع مستقل
status-verified = راستی‌آزمایی‌شده به دست سازوکار
status-contradicted = محل اختلاف
status-refuted = ردشده به دست سازوکار
status-not-verifiable = راستی‌آزمایی‌ناپذیر
status-determined = تصمیم گرفته شد
status-not-established = اثبات نشد
status-not-a-violation = نقض نیست
status-cannot-be-determined = قابل تعیین نیست
status-open = باز
status-answered = پاسخ داده شد
status-not-reached = کسی پاسخ نداد
status-overdue = موعد گذشته
status-disputed = اعضا گفته‌های متفاوتی دارند
status-stated = ذکر شده
status-not-stated = ذکر نشده
status-in-scope = در دامنه (نقض ادعایی)
status-out-of-scope = خارج از دامنه

# determination
determination-unanimous = تصمیم به اتفاق آرا
determination-qualified = تصمیم با تحفظ
determination-majority-with-dissent = تصمیم با اکثریت و رأی مخالف
determination-not-determined = تصمیم گرفته نشد

# says
says-supports = تأیید می‌کند
says-against = خلاف آن می‌گوید
says-silent = ساکت

# statement
statement-seat-taken = کرسی گرفت
statement-seat-left = کرسی را واگذاشت
statement-case-received = شکایت را ثبت کرد
statement-case-registered = به پرونده شماره داد
statement-case-screened = بررسی مقدماتی کرد
statement-objected = اعتراض کرد
statement-case-withdrawn = شکایت را پس گرفت
statement-case-assessed = ارزیابی نخست را نوشت
statement-case-opened = تحقیق گشود
statement-case-tasked = به گروهی مأموریت داد
statement-verification-begun = راستی‌آزمایی را آغاز کرد
statement-access-blocked = مسدود بودن دسترسی را ثبت کرد
statement-finding-made = یافته‌ای ثبت کرد
statement-not-verifiable = گفت راستی‌آزمایی‌ناپذیر است
statement-notice-sent = اخطار داد
statement-response-given = پاسخی تحویل داد
statement-draft-presented = پیش‌نویسی ارائه داد
statement-opinion-given = نظر داد
statement-remedy-requested = اقدام جبرانی خواست
statement-remedy-followed = دربارهٔ اقدام جبرانی گزارش داد
statement-case-settled = حل اختلاف در محل را ثبت کرد
statement-closing-proposed = بستن پرونده را خواست
statement-case-reopened = پرونده را دوباره گشود
statement-confirmation-given = تأیید داد

# ledger-kind
ledger-kind-bulletin = خبرنامه
ledger-kind-listing = ردیف فهرست
ledger-kind-observation = مشاهده
ledger-kind-coverage = پوشش
ledger-kind-access = درخواست دسترسی
ledger-kind-call = تماس
ledger-kind-obligation-report = گزارش اجرا
ledger-kind-report = گزارش

# kind
kind-before = پیش از روزی معین
kind-once = یک بار
kind-recurring = دوره‌ای
kind-standing = دائمی
kind-condition = مشروط

# is
is-single-origin = با یک منبع نخستین
is-undated = بدون زمان معلوم
is-aggregate = در بازه‌ای از زمان
is-open = باز
is-overdue = موعد گذشته
is-disputed = محل اختلاف
is-unplaced = بدون محل معلوم
is-area-only = تنها منطقه معلوم است
is-withdrawn = پس‌گرفته
is-obstructed = با مانع

# has
has-contradiction = تناقض
has-denial = انکار
has-harm = آسیب ذکرشده
has-point = نقطه‌ای روی نقشه
has-case = پرونده
has-copies = رونوشت‌ها
has-listing = ردیفی در فهرست
has-reply = پاسخ
has-problem = مشکل

# time-match
time-match-surely = قطعاً در این بازه
time-match-possibly = شاید در این بازه
time-match-undated = بدون زمان معلوم

# cut
cut-markup = نشانه‌گذاری
cut-whitespace = فاصله
cut-navigation = ناوبری
cut-widget = ابزارک صفحه
cut-comments = نظرهای خوانندگان
cut-related-link = پیوند به مقاله‌های دیگر
cut-caption = شرح تصویر
cut-title = عنوان
cut-byline = سطر نویسنده
cut-credit-line = سطر منبع
cut-page-date = تاریخ صفحه
cut-legal = اطلاعیهٔ حقوقی
cut-advertisement = آگهی
cut-error-notice = پیام خطای صفحه
cut-repeat = متن تکراری
cut-other = سایر

# problem
problem-unreadable = درخواست خوانا نیست
problem-sign-in = نخست وارد شوید
problem-not-allowed = نقش شما این را اجازه نمی‌دهد
problem-not-here = چیزی اینجا نیست
problem-method = با این روش ممکن نیست
problem-conflict = چیز دیگری آنجاست
problem-stale = از زمانی که خواندید تغییر کرده است
problem-too-large = بیش از اندازه بزرگ
problem-media-type = در این قالب ممکن نیست
problem-refused = قاعده‌ها اجازه نمی‌دهند
problem-say-which = بگویید کدام نسخه را می‌خواهید
problem-too-many = درخواست‌ها بیش از اندازه است
problem-broken = اینجا چیزی خراب شد
problem-busy = مشغول

# step
step-receive = دریافت شکایت
step-register = دادن شماره
step-screen = بررسی مقدماتی
step-assess = نوشتن ارزیابی نخست
step-open = گشودن تحقیق
step-task = واگذاری مأموریت به گروه
step-verify = آغاز یا ادامهٔ راستی‌آزمایی
step-blocked = ثبت مسدود بودن دسترسی
step-find = ثبت یافته
step-not-verifiable = اعلام راستی‌آزمایی‌ناپذیری
step-notice = دادن اخطار
step-respond = تحویل پاسخ
step-draft = ارائهٔ پیش‌نویس
step-opine = اعلام نظر
step-remedy = درخواست اقدام جبرانی
step-follow = گزارش پیشرفت اقدام جبرانی
step-settle = ثبت حل اختلاف در محل
step-close = درخواست بستن
step-reopen = گشودن دوباره
step-withdraw = پس گرفتن شکایت
step-object = اعتراض

# field
field-accused = نام‌بردگان در شکایت
field-actor = کنشگر
field-adverse-inference = خودداری از پاسخ و نتیجهٔ آن
field-affected = آسیب‌دیدگان
field-agreement = توافق‌نامه
field-answer = پاسخ
field-assessor = ارزیاب
field-attribution = انتساب
field-between = میان
field-blind = ارزیابی بدون دیدن درجهٔ منبع
field-by = از سوی
field-claim = ادعاها
field-clause = بندها
field-closing = اعتراض به بستن
field-complainant = شاکی
field-contrary = خلاف آن
field-criterion = موضوع پاسخ
field-dismissal = اعتراض به رد
field-document = اسناد
field-draft = پیش‌نویس
field-due = موعد
field-duplicate-of = تکرار پروندهٔ
field-finding = یافته‌ها
field-from = از
field-ground = مبنا
field-guarantor = ضامنان
field-incident = حوادث
field-interim = موقت
field-method = روش
field-number = شماره
field-obstacle = مانع
field-outcome = نتیجه
field-partial = تا حدی
field-persons = نمایندگان پشت آن
field-position = موضع
field-progress = میزان پیشرفت
field-publication = اعتراض به انتشار
field-reached = معیار حاصل‌شده
field-remedy = اقدام جبرانی
field-reply-by = پاسخ تا
field-result = نتیجه
field-rung = پلهٔ نردبان توافق‌نامه
field-seat = کرسی
field-supersedes = جایگزین
field-team = گروه
field-test = انجام‌شده وقتی که
field-text = متن
field-to = به، تا
field-urgent = فوری
field-id = شناسه
field-status = وضعیت
field-scope = دامنه
field-kind = نوع
field-adm1 = استان
field-country = کشور
field-place = محل
field-precision = دقت
field-party = کنشگر نام‌برده
field-recorded-by = ثبت‌کننده
field-source = رسانه یا خبرگزاری
field-language = زبان
field-about = دربارهٔ
field-since = از تاریخ
field-until = تا تاریخ
field-time = زمان
field-origins = منابع نخستین مستقل
field-harm = افراد آسیب‌دیده
field-documents = اسناد
field-is = چگونه است
field-has = دارد
field-class = ردهٔ دسترسی
field-changed-since = تغییریافته از
statement-mission-opened = دفتر خود را گشود
statement-agreement-adopted = متن توافقی را پذیرفت
statement-document-captured = سندی را وارد کرد
statement-text-read = متن سندی خوانده شد
statement-claims-read = ادعاهایی از سندی خوانده شد
statement-copies-found = متن مشترک یافت
statement-compared = اسناد را مقایسه کرد
statement-judged = درباره یکی بودن دو رویداد داوری کرد
statement-sealed = چیزی را مهر و موم کرد
statement-revealed = بخش‌های مهرشده را برای همه گشود
statement-released = بخش‌های مهرشده را به کسی سپرد
statement-erased = مورد مهرشده‌ای را نابود کرد
statement-reaffirmed = گفته‌های مورد تردید را تأیید کرد
statement-bulletin-recorded = بولتنی را ثبت کرد
statement-incident-listed = ثبت کرد که ثبت‌کننده‌ای آن را در فهرست دارد
statement-observation-recorded = مشاهده‌ای را ثبت کرد
statement-coverage-recorded = ثبت کرد چه چیز دیدنی بود
statement-access-recorded = درخواست دسترسی را ثبت کرد
statement-call-logged = تماسی را ثبت کرد
statement-obligation-reported = درباره تعهدی گزارش داد
statement-source-graded = منبعی را درجه‌بندی کرد
statement-information-graded = اطلاعاتی را درجه‌بندی کرد
statement-coded = بخشی را کدگذاری کرد
statement-incident-checked = نتیجه بررسی خود را ثبت کرد
statement-incident-tested = آن را با توافقی سنجید
statement-source-withdrawn = سندی را از منابع کنار گذاشت
statement-report-issued = گزارشی منتشر کرد
