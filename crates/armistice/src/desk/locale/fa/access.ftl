# Coming in
access-sign-in = ورود
access-sign-out = خروج
access-sign-out-everywhere = خروج از همهٔ دستگاه‌ها
access-name = نام
access-name-own = نام شما در این میز کار
access-name-hint = همکاران آن را می‌بینند. وارد سند نمی‌شود.
access-name-bad = این نام پذیرفته نیست: خالی است، بسیار بلند است یا نویسهٔ نادیدنی دارد.
access-name-taken = این نام از آنِ حساب دیگری است. نام دیگری برگزینید.
access-password = گذرواژه
access-password-now = گذرواژهٔ کنونی
access-password-new = گذرواژهٔ تازه
access-password-rule = دست‌کم { $least } نویسه. چند واژه خوب است.
access-password-short = گذرواژه بسیار کوتاه است.
access-password-long = گذرواژه بسیار بلند است.
access-password-simple = گذرواژه بسیار ساده است: نویسه‌های اندکی را تکرار می‌کند یا همان نام است.
access-password-wrong = گذرواژهٔ کنونی درست نیست.
access-password-and-codes = گذرواژه و کدها
access-password-is-set = گذرواژه و کدها تنظیم شده است.
access-password-is-not-set = گذرواژه‌ای تنظیم نشده است.
access-password-set = تنظیم گذرواژه
access-code = کد
access-code-hint = شش رقم از برنامهٔ شما، یا یکی از کدهای بازیابی.
access-code-now = کدی که برنامه اکنون نشان می‌دهد
access-code-wrong = کد نمی‌خواند. ساعت دستگاه خود را بررسی کنید و دوباره بکوشید.
access-totp-how = این راز را در برنامهٔ کدهای یک‌بارمصرف وارد کنید:
access-totp-open = گشودن در برنامه
access-wrong = نام، گذرواژه یا کد نادرست است.
access-wait = با این نام بسیار کوشیده شده است. ثانیه‌های انتظار: { $seconds }.
access-wait-a-while = کوشش‌ها بسیار بود. چند دقیقه صبر کنید.
access-link-hint = برنامه در جایی که اجرا شده پیوند ورود را چاپ می‌کند. یک بار کار می‌کند.
access-link-confirm = این پیوند یک بار شما را وارد می‌کند.
access-link-void = پیوند پیش‌تر به کار رفته یا کهنه است. پیوند تازه بخواهید: armistice account link
access-passkey-use = ورود با کلید عبور
access-invitation = دعوت
access-invited = با این نقش دعوت شده‌اید: { $role }
access-invitation-void = این دعوت برقرار نیست: به کار رفته، پس گرفته شده یا کهنه است. دعوت تازه بخواهید.
access-join = گشودن حساب من
access-way-password = با گذرواژه و کدها
access-way-passkey = با کلید عبور
access-way-passkey-hint = کلید عبور را در صفحهٔ بعد می‌سازید.

# What was typed when a session had ended
access-held-title = نوشتهٔ شما نگه داشته شده است
access-held-kept = نشست شما پایان یافته بود. وارد شوید تا فرم همان‌گونه که بود بازگردد.
access-held-here = این هنوز فرستاده نشده است. بخوانید و بفرستید.
access-held-send = اکنون بفرست
access-held-forget = دور انداختن

# The own account
access-account = حساب شما
access-no-proof = نه کلید عبور دارید و نه گذرواژه. بی آن‌ها هر بار به پیوند تازه نیاز دارید.
access-role-is = نقش شما: { $role }
access-language = زبان
access-language-bad = میز کار این زبان را ندارد.
access-save = ذخیره
access-passkeys = کلیدهای عبور
access-passkeys-none = هنوز هیچ کلیدی نیست.
access-passkey-add = افزودن کلید عبور
access-passkey-hint = کلید عبور روی دستگاه یا کلید امنیتی شما می‌ماند. دو تا از یکی امن‌تر است.
access-passkey-refused = کلید عبور پذیرفته نشد.
access-remove = برداشتن
access-recovery = کدهای بازیابی
access-recovery-left = کدهای بازیابی مانده: { $count }
access-recovery-make = ساختن کدهای بازیابی تازه
access-recovery-once = این کدها یک بار نشان داده می‌شوند. هر یک یک بار جای کد یک‌بارمصرف را می‌گیرد. روی کاغذ نگه دارید.
access-sessions = جاهایی که وارد شده‌اید
access-this-session = همین نشست
access-method = روش
access-began = از
access-seen = آخرین کاربرد
access-end = پایان دادن
access-events = آنچه با این حساب رخ داد
access-never = هرگز
access-back = بازگشت
access-not-done = این انجام نشد
access-failed = اینجا خطایی رخ داد. دوباره بکوشید؛ اگر باز رخ داد، پیام کارساز را ببینید.

# Tokens
access-tokens = توکن برای برنامه‌ها
access-tokens-none = توکنی نیست.
access-token-new = توکن تازه
access-token-make = ساختن توکن
access-token-once = توکن یک بار نشان داده می‌شود. اکنون رونوشت بردارید.
access-token-no-scope = دست‌کم یک دامنه برگزینید.
access-label = برای چه
access-scopes = دامنه‌ها
access-until = تا
access-used = آخرین کاربرد
access-revoke = باطل کردن
access-days = روزهای اعتبار

# Accounts of a team
access-accounts = حساب‌ها
access-no-account = چنین حسابی نیست.
access-role = نقش
access-role-bad = هیچ حسابی نمی‌تواند این نقش را داشته باشد.
access-last-administrator = این واپسین سرپرست است. نخست سرپرست دیگری بگمارید.
access-you = (شما)
access-closed = بسته
access-close = بستن
access-reset = بازنشانی
access-reset-once = گذرواژه، کدها و کلیدهای این حساب باطل شد. این پیوند را به دارنده‌اش بدهید؛ یک بار نشان داده می‌شود و به دقیقه اعتبار دارد: { $minutes }.
access-proofs = با چه وارد می‌شود
access-proof-none = تنها پیوند
access-proof-password = گذرواژه و کدها
access-proof-passkeys = کلید عبور: { $count }
access-invite = دعوت کردن
access-invite-for = برای که (یادداشت برای خودتان)
access-invite-make = ساختن دعوت
access-invite-once = این نشانی را از راهی امن بدهید. یک بار نشان داده می‌شود و به ساعت اعتبار دارد: { $hours }.
access-withdraw = پس گرفتن
access-table = چه کسی چه می‌تواند بکند
access-may = می‌تواند

# Restrictions
access-restricted = ویژهٔ برخی
access-restricted-what = پرونده یا سند محدود را تنها کسانی می‌بینند که راه داده شده‌اند. هر که به او مربوط است می‌بیند که محدود شده است.
access-restrict = محدود کردن
access-unrestrict = دوباره برای همه گشودن
access-let-in = راه دادن
access-put-out = بیرون گذاشتن
access-object = پرونده یا سند
access-object-hint = نوع و شناسه، مانند case:… یا document:…
access-object-bad = شما نمی‌توانید این را محدود کنید یا در میان بگذارید.
access-hidden = پنهان به سبب دسترسی شما: { $count }
access-hidden-why = چه دگرگون شد
access-changes = دگرگونی در آنچه می‌بینید
access-changes-none = برای شما چیزی دگرگون نشده است.
access-not-found-title = اینجا نیست
access-not-found = چنین چیزی نیست، یا ویژهٔ دیگران است.
access-role-denied-title = نقش شما این را روا نمی‌دارد
access-role-denied = از سرپرست میز کار نقش دیگری بخواهید.
access-first-page = به صفحهٔ نخست

# The audit trail
access-audit = ردّ حسابرسی
access-audit-whole = زنجیرهٔ سطرها درست است. سطرها: { $count }. چکیدهٔ واپسین:
access-audit-broken = زنجیره در سطر { $row } گسسته است: این سطر یا سطری پیش از آن بعدها دگرگون شده.
access-audit-file = همهٔ ردّ در یک پرونده
access-older = سطرهای کهنه‌تر
access-when = کی
access-what = چه
access-who = که
access-about = دربارهٔ
access-detail = بیشتر

# Roles
access-role-public = هر کس
access-role-viewer = بیننده
access-role-analyst = تحلیلگر
access-role-case-officer = مسئول پرونده
access-role-head = رئیس
access-role-administrator = سرپرست

# Actions
access-action-read-public = خواندن آنچه همگانی است
access-action-sign-in = ورود
access-action-own-account = رسیدگی به حساب خود
access-action-read-work = خواندن کار
access-action-export = برون‌بری
access-action-triage = غربال سندها و ادعاها
access-action-judge = داوری دربارهٔ یکی بودن رویداد
access-action-case-step = گام برداشتن در پرونده
access-action-opinion = دادن نظر عضو
access-action-record = ثبت در دفترها
access-action-report = صدور گزارش
access-action-read-sealed = گشودن مهروموم‌شده، اگر راه داده شود
access-action-manage-grants = محدود کردن و راه دادن
access-action-manage-accounts = ادارهٔ حساب‌ها
access-action-manage-mission = دگرگون کردن تنظیمات مأموریت
access-action-read-audit = خواندن ردّ حسابرسی

# Scopes of tokens
access-scope-read = خواندن
access-scope-export = برون‌بری
access-scope-triage = غربال
access-scope-judge = داوری‌ها
access-scope-cases = پرونده‌ها
access-scope-record = دفترها
access-scope-report = گزارش‌ها

# How somebody came in
access-method-link = پیوند
access-method-password = گذرواژه و کد
access-method-recovery = گذرواژه و کد بازیابی
access-method-passkey = کلید عبور
access-method-invitation = دعوت

# Events
access-event-signed-in = ورود
access-event-sign-in-failed = ورود ناموفق
access-event-signed-out = پایان نشست
access-event-sessions-ended = پایان همهٔ نشست‌ها
access-event-session-doubled = توکن جایگزین‌شدهٔ نشست دوباره به کار رفت؛ نشست پایان یافت
access-event-link-made = پیوند ورود ساخته شد
access-event-invited = دعوت ساخته شد
access-event-invitation-withdrawn = دعوت پس گرفته شد
access-event-account-opened = حساب گشوده شد
access-event-account-closed = حساب بسته شد
access-event-account-reset = سرپرست حساب را بازنشانی کرد
access-event-role-changed = نقش دگرگون شد
access-event-password-set = گذرواژه و کدها تنظیم شد
access-event-recovery-made = کدهای بازیابی ساخته شد
access-event-recovery-used = کد بازیابی به کار رفت
access-event-passkey-added = کلید عبور افزوده شد
access-event-passkey-removed = کلید عبور برداشته شد
access-event-token-made = توکن ساخته شد
access-event-token-revoked = توکن باطل شد
access-event-restricted = محدود شد
access-event-unrestricted = دوباره برای همه گشوده شد
access-event-granted = راه داده شد
access-event-revoked = بیرون گذاشته شد
access-event-exported = برون‌بری شد
