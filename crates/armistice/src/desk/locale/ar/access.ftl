# Coming in
access-sign-in = تسجيل الدخول
access-sign-out = تسجيل الخروج
access-sign-out-everywhere = تسجيل الخروج من كل الأجهزة
access-name = الاسم
access-name-own = اسمك على هذا المكتب
access-name-hint = يراه الزملاء، ولا يدخل في السجل.
access-name-bad = لا يمكن استخدام هذا الاسم: فهو فارغ أو طويل جدًا أو فيه محارف غير مرئية.
access-name-taken = لحساب آخر هذا الاسم. اختر اسمًا غيره.
access-password = كلمة السر
access-password-now = كلمة السر الحالية
access-password-new = كلمة سر جديدة
access-password-rule = عدد المحارف لا يقل عن { $least }. عدة كلمات خيار جيد.
access-password-short = كلمة السر قصيرة جدًا.
access-password-long = كلمة السر طويلة جدًا.
access-password-simple = كلمة السر بسيطة جدًا: تكرر محارف قليلة أو هي الاسم نفسه.
access-password-wrong = كلمة السر الحالية غير صحيحة.
access-password-and-codes = كلمة السر والرموز
access-password-is-set = كلمة السر والرموز مضبوطة.
access-password-is-not-set = لم تُضبط كلمة سر.
access-password-set = ضبط كلمة السر
access-code = الرمز
access-code-hint = ستة أرقام من تطبيقك، أو أحد رموز الاسترداد.
access-code-now = الرمز الذي يعرضه التطبيق الآن
access-code-wrong = الرمز غير مطابق. تحقق من ساعة جهازك وأعد المحاولة.
access-totp-how = أدخل هذا السر في تطبيق للرموز المؤقتة:
access-totp-open = فتح في التطبيق
access-wrong = الاسم أو كلمة السر أو الرمز غير صحيح.
access-wait = محاولات كثيرة بهذا الاسم. ثواني الانتظار: { $seconds }.
access-wait-a-while = محاولات كثيرة. انتظر بضع دقائق.
access-link-hint = يطبع البرنامج رابط دخول حيث شُغِّل، ويعمل مرة واحدة.
access-link-confirm = هذا الرابط يسجل دخولك مرة واحدة.
access-link-void = استُخدم الرابط من قبل أو انتهت مدته. اطلب رابطًا جديدًا: armistice account link
access-passkey-use = الدخول بمفتاح مرور
access-invitation = دعوة
access-invited = أنت مدعو بصفة: { $role }
access-invitation-void = هذه الدعوة غير سارية: استُخدمت أو سُحبت أو انتهت مدتها. اطلب دعوة جديدة.
access-join = فتح حسابي
access-way-password = بكلمة سر ورموز
access-way-passkey = بمفتاح مرور
access-way-passkey-hint = تُنشئ مفتاح المرور في الصفحة التالية.

# What was typed when a session had ended
access-held-title = ما كتبته محفوظ
access-held-kept = انتهت جلستك. سجّل الدخول، وسيعود النموذج كما تركته.
access-held-here = لم يُرسل هذا بعد. راجعه ثم أرسله.
access-held-send = إرساله الآن
access-held-forget = التخلص منه

# The own account
access-account = حسابك
access-no-proof = ليس لديك مفتاح مرور ولا كلمة سر. من دون أحدهما تحتاج إلى رابط جديد كل مرة.
access-role-is = دورك: { $role }
access-language = اللغة
access-language-bad = لا يدعم المكتب هذه اللغة.
access-save = حفظ
access-passkeys = مفاتيح المرور
access-passkeys-none = لا يوجد أي مفتاح بعد.
access-passkey-add = إضافة مفتاح مرور
access-passkey-hint = يبقى مفتاح المرور على جهازك أو مفتاح الأمان. مفتاحان أأمن من واحد.
access-passkey-refused = لم يُقبل مفتاح المرور.
access-remove = إزالة
access-recovery = رموز الاسترداد
access-recovery-left = رموز الاسترداد الباقية: { $count }
access-recovery-make = إنشاء رموز استرداد جديدة
access-recovery-once = تُعرض هذه الرموز مرة واحدة. يحل كل منها محل رمز مؤقت مرة واحدة. احفظها على ورق.
access-sessions = أماكن تسجيل دخولك
access-this-session = هذه الجلسة
access-method = الطريقة
access-began = منذ
access-seen = آخر استخدام
access-end = إنهاء
access-events = ما جرى لهذا الحساب
access-never = أبدًا
access-back = رجوع
access-not-done = لم يتم ذلك
access-failed = حدث خلل هنا. أعد المحاولة؛ وإن تكرر فانظر ما يقوله الخادم.

# Tokens
access-tokens = رموز وصول للبرامج
access-tokens-none = لا يوجد رمز وصول.
access-token-new = رمز وصول جديد
access-token-make = إنشاء رمز الوصول
access-token-once = يُعرض رمز الوصول مرة واحدة. انسخه الآن.
access-token-no-scope = اختر نطاقًا واحدًا على الأقل.
access-label = الغرض
access-scopes = النطاقات
access-until = حتى
access-used = آخر استخدام
access-revoke = إبطال
access-days = أيام الصلاحية

# Accounts of a team
access-accounts = الحسابات
access-no-account = لا يوجد حساب كهذا.
access-role = الدور
access-role-bad = لا يمكن لأي حساب أن يأخذ هذا الدور.
access-last-administrator = هذا آخر مسؤول. عيّن مسؤولًا آخر أولًا.
access-you = (أنت)
access-closed = مغلق
access-close = إغلاق
access-reset = إعادة ضبط
access-reset-once = أُبطلت كلمة السر والرموز ومفاتيح المرور لهذا الحساب. سلّم هذا الرابط لصاحبه؛ يُعرض مرة واحدة، ومدته بالدقائق: { $minutes }.
access-proofs = يدخل بواسطة
access-proof-none = رابط فقط
access-proof-password = كلمة سر ورموز
access-proof-passkeys = مفاتيح مرور: { $count }
access-invite = دعوة شخص
access-invite-for = لمن (ملاحظة لك)
access-invite-make = إنشاء الدعوة
access-invite-once = سلّم هذا العنوان بطريقة آمنة. يُعرض مرة واحدة، ومدته بالساعات: { $hours }.
access-withdraw = سحب
access-table = من يحق له ماذا
access-may = يحق له

# Restrictions
access-restricted = مقصور على بعضهم
access-restricted-what = لا يرى القضية أو الوثيقة المقيّدة إلا من أُذن له. ويرى كل من يعنيه الأمر أنها قُيّدت.
access-restrict = تقييد
access-unrestrict = فتحه للجميع من جديد
access-let-in = إدخال
access-put-out = إخراج
access-object = القضية أو الوثيقة
access-object-hint = نوعها ومعرّفها، مثل case:… أو document:…
access-object-bad = لا يمكنك تقييد هذا أو مشاركته.
access-hidden = محجوب بحكم صلاحيتك: { $count }
access-hidden-why = ما الذي تغيّر
access-changes = تغيّرات ما تراه
access-changes-none = لم يتغيّر شيء عندك.
access-not-found-title = غير موجود هنا
access-not-found = لا يوجد شيء كهذا، أو أنه مقصور على آخرين.
access-role-denied-title = دورك لا يسمح بهذا
access-role-denied = اطلب دورًا آخر من مسؤول المكتب.
access-first-page = إلى الصفحة الأولى

# The audit trail
access-audit = سجل التدقيق
access-audit-whole = سلسلة الأسطر سليمة. عدد الأسطر: { $count }. بصمة الأخير:
access-audit-broken = السلسلة مكسورة عند السطر { $row }: عُدّل هذا السطر أو سطر قبله لاحقًا.
access-audit-file = السجل كله في ملف
access-older = أسطر أقدم
access-when = متى
access-what = ماذا
access-who = من
access-about = حول
access-detail = المزيد

# Roles
access-role-public = أي شخص
access-role-viewer = مطّلع
access-role-analyst = محلل
access-role-case-officer = مسؤول قضية
access-role-head = رئيس المكوّن
access-role-administrator = مسؤول المكتب

# Actions
access-action-read-public = قراءة ما هو علني
access-action-sign-in = تسجيل الدخول
access-action-own-account = إدارة حسابه
access-action-read-work = قراءة العمل
access-action-export = التصدير
access-action-triage = فرز الوثائق والادعاءات
access-action-judge = الحكم بأن الحدث نفسه
access-action-case-step = اتخاذ خطوات في قضية
access-action-opinion = إبداء رأي العضو
access-action-record = القيد في السجلات
access-action-report = إصدار التقارير
access-action-read-sealed = فتح المختوم حيث أُذن له
access-action-manage-grants = التقييد والإدخال
access-action-manage-accounts = إدارة الحسابات
access-action-manage-mission = تغيير إعدادات البعثة
access-action-read-audit = قراءة سجل التدقيق

# Scopes of tokens
access-scope-read = قراءة
access-scope-export = تصدير
access-scope-triage = فرز
access-scope-judge = أحكام
access-scope-cases = قضايا
access-scope-record = سجلات
access-scope-report = تقارير

# How somebody came in
access-method-link = رابط
access-method-password = كلمة سر ورمز
access-method-recovery = كلمة سر ورمز استرداد
access-method-passkey = مفتاح مرور
access-method-invitation = دعوة

# Events
access-event-signed-in = تسجيل دخول
access-event-sign-in-failed = إخفاق تسجيل الدخول
access-event-signed-out = انتهاء جلسة
access-event-sessions-ended = إنهاء كل الجلسات
access-event-session-doubled = استُخدم رمز جلسة مستبدل؛ أُنهيت الجلسة
access-event-link-made = إنشاء رابط دخول
access-event-invited = إنشاء دعوة
access-event-invitation-withdrawn = سحب دعوة
access-event-account-opened = فتح حساب
access-event-account-closed = إغلاق حساب
access-event-account-reset = أعاد مسؤول ضبط الحساب
access-event-role-changed = تغيير الدور
access-event-password-set = ضبط كلمة السر والرموز
access-event-recovery-made = إنشاء رموز استرداد
access-event-recovery-used = استخدام رمز استرداد
access-event-passkey-added = إضافة مفتاح مرور
access-event-passkey-removed = إزالة مفتاح مرور
access-event-token-made = إنشاء رمز وصول
access-event-token-revoked = إبطال رمز وصول
access-event-restricted = تقييد
access-event-unrestricted = فُتح للجميع من جديد
access-event-granted = إدخال
access-event-revoked = إخراج
access-event-exported = تصدير
