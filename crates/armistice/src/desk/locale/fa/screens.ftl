# Screens beside the daily ones: inbox, agreements, ledgers, coverage, comparison, reports, members, verification, settings, public pages.
#
# Ids: by screen, as in the files of those areas.

agreement-according-to = به گفتهٔ
agreement-amends = { $what } را اصلاح می‌کند
agreement-contested-by = معترض
agreement-declared = از یک سو اعلام شده و چیزی را معلق نمی‌کند:
agreement-geometry-note = هیچ چیز با مرزی تقریبی یا نامعلوم سنجیده نمی‌شود.
agreement-guarantor = ضامن: { $name }
agreement-guarantor-of = ضامنِ
agreement-guarantors = ضامنان
agreement-held = دارندگان این متن
agreement-left-out = مستثنا
agreement-not-tested = رویدادها بر پایهٔ این متن سنجیده نمی‌شوند.
agreement-observers = ناظران
agreement-own-forces = نیروهای خودش متعهدند
agreement-phase-began = آغاز شد در
agreement-phase-planned = برنامه‌ریزی‌شده برای
agreement-phases = مرحله‌ها
agreement-signed = امضا
agreement-unusable = توافق‌هایی که نمی‌توان به کار برد
agreement-version = نسخه

check-fails = درست نیست
check-holds = درست است
check-open = نامعین
check-says = یادداشت
check-warns = هشدار

compare-alike = همانند
compare-differs = متفاوت
compare-more = جفت‌های دیگری هم هست؛ نخست این‌ها.

coverage-according-to = به گفتهٔ { $name }
coverage-days = روز به روز
coverage-denied = رد دسترسی و موانع دیگر
coverage-hindered = آنچه مانع شد
coverage-nobody-named = کسی نام برده نشده
coverage-silence = روزی بدون ثبت، روزی است که از آن چیزی دانسته نیست: سکوت صلح نیست.
coverage-undated = ثبت‌هایی که روزشان معلوم نیست

help-does = کارکرد
help-key = کلید
help-query = راهنمای جست‌وجو
help-query-fields = نام‌هایی که پیش از دونقطه می‌آیند
help-query-lists = ستون‌های فهرست‌ها
help-query-words = واژه‌ها، عبارت‌ها در گیومه، یا یک نام و مقدار بنویسید. منها کنار می‌گذارد. همه باید برقرار باشند.

inbox-add-limit = در هر بار حداکثر ۶۴ مبی‌بایت.
inbox-added = دریافت‌شده
inbox-claims = ادعاهای در انتظار
inbox-file = پرونده‌ها
inbox-known = از پیش موجود
inbox-none-failed = هر آنچه داده شد دریافت شد.
inbox-taken = سرنوشت پرونده‌ها

ledger-all-entries = همهٔ ثبت‌ها در یک فهرست
ledger-beside-zero = در کنار صفر، آنچه دیده نمی‌شد:
ledger-confirmed = آنچه هر یک از دیگری تأیید می‌کند
ledger-enter = ثبت در دفترها
ledger-enter-note = ثبت‌ها مانند دستور record --from به TOML نوشته و همان‌گونه بررسی می‌شوند. تا مشکلی هست چیزی ثبت نمی‌شود.
ledger-entries = ثبت‌ها
ledger-line = سطر { $n }
ledger-not-in-fraction = در نسبت نیست
ledger-nothing-said = چیزی گفته نشده دربارهٔ
ledger-refused = چیزی ثبت نشد. متن در زیر مانده است.
ledger-same-figure = برابری رقم نشان نمی‌دهد که رویدادها یکی هستند.
ledger-sum = بررسی جمع
ledger-unanswered = بی‌پاسخ

members-behind-note = عقب بودن یعنی عضو در آخرین گفته‌اش از تازه‌ترین ثبت‌ها نگفته است. این خطا نیست.
members-cosigned = دیده‌شده با هم‌امضا
members-entries = شمار ثبت‌ها
members-histories = تاریخچه‌های ناسازگار
members-lag = عقب‌ماندگی
members-last = آخرین گفته، به گفتهٔ نویسنده
members-liars = برای فریب آن باید { $n } با هم دروغ بگویند
members-no-evidence = چیزی در اینجا ثابت نمی‌کند که کسی دو چیز ناسازگار را امضا کرده باشد.
members-no-policy = هیچ سیاست شاهدی پذیرفته نشده است.
members-not-recognised = کسی اینجا نگفته این کلید از آنِ کیست.
members-nothing-seen = هیچ عضوی نگفته از دیگری چه دارد.
members-of = دفترِ
members-other-key = دفتری که اینجاست با کلید دیگری آغاز می‌شود.
members-policies = سیاست‌های شاهدان و حدنصاب
members-recognised = چه کسی که را شناخت و چگونه
members-registers = دفترها
members-root = ریشه

modality-clocks = مهلت‌ها
modality-complaints = شکایت از سوی
modality-inference = آیا راه ندادن به ناظران به زیان مانع‌شونده به شمار می‌آید
modality-naming = معیار اثبات برای نام بردن از کسی
modality-quorum = حدنصاب، از هر یک
modality-recusal = ضامن متهم
modality-reply = حق پاسخ، روز
modality-rule = قاعدهٔ تصمیم
modality-sanctions = آنچه از عامل می‌توان خواست
modality-silence = آیین سکوت، روز
modality-standard = معیار اثبات برای احراز
modality-urgent = معیار اثبات برای اقدام فوری

people-as-written = آنچه اینجاست نوشتهٔ اسناد است. چیز دیگری از این شخص دانسته نیست.
people-not-merged = نام‌هایی با نگارش همانند. هرگز یکی نمی‌شوند.
people-quoted = ادعاهایی که نام در زنجیرهٔ آن‌هاست

public-answered = پاسخ داده است
public-author-open = چه کسی کرد: عاملی ادعا شده است؛ کسی احراز نکرده.
public-no-day = روز دقیق
public-no-place = جای دقیق
public-no-report = گزارشی در ویرایش همگانی منتشر نشده است.
public-one-origin = آیا خاستگاه مستقل دومی هست
public-origins = رونوشت‌های یک گزارش یک خاستگاه شمرده می‌شوند.
public-reported = آنچه گزارش شده، آنچه احراز شده نیست. ثبت‌کننده به معنای عامل نیست.
public-reports-of = گزارش‌های همگانی که آن را در بر دارند:
public-unknown = آنچه دانسته نیست چنین گفته می‌شود و هرگز هیچ شمرده نمی‌شود.
public-verify = این صفحه را بیازمایید. SHA-256 داده‌های آن:
public-what = سازوکاری که آنچه را دربارهٔ آتش‌بس گزارش می‌شود ثبت می‌کند، با توافق می‌سنجد و نشان می‌دهد بر چه استوار است.
public-withheld = منابع نشان‌داده‌نشده: { $n }.

report-all-issued = گزارش‌های منتشرشده
report-issue-note = انتشار در دفتر این عضو می‌گوید که گزارش با چکیده‌اش هست. بازپس گرفتنی نیست؛ گزارش بعدی می‌تواند جایش را بگیرد.
report-open-preview = گشودن پیش‌نمایش
report-superseded = گزارش بعدی جای آن را گرفته است.

settings-density = بلندی سطرها
settings-density-comfortable = باز
settings-density-compact = فشرده
settings-id = شناسهٔ مأموریت
settings-keys = میان‌برهای صفحه‌کلید
settings-keys-off = خاموش
settings-keys-on = روشن
settings-program = برنامه
settings-theme = نما
settings-theme-dark = تیره
settings-theme-light = روشن
settings-theme-system = مانند دستگاه

verify-checked = آنچه بررسی شد
verify-file = پرونده (.armistice)
verify-key = کلید دفتر از راهی دیگر (۶۴ رقم؛ بی آن پاسخ «نمی‌توان گفت» است)
verify-limits-said = پرونده ثابت می‌کند چه، از سوی که و کی گفته شد. ثابت نمی‌کند که منابع راست گفته‌اند.
verify-note = پرونده‌ای که می‌فرستید بررسی می‌شود و نگه داشته نمی‌شود.
verify-statement = گفته
verify-time = زمان آن به گفتهٔ نویسنده
field-a = نخستین
field-b = دیگری
field-case = پرونده
field-of = از چه کسی
field-verdict = داوری
kind-by = تا تاریخ معین
kind-within = در مدت معین
kind-continuous = تا زمانی که توافق برقرار است
kind-none = بدون مهلت
kind-unknown = مهلت نامعلوم
status-no-contact = کسی پاسخ نداد
