# Cases: stages, clocks, findings, opinions, determination.
#
# Ids: case-…, finding-…, opinion-…, determination-….

case-title = پروندهٔ { $number }
case-no-number = هنوز شماره ندارد
case-stage = مرحله
case-next-steps = اکنون چه می‌توان کرد
case-no-step = اکنون کاری نمی‌توان کرد؛ مهلت‌ها را ببینید.
case-allegation = اتهام، به واژه‌های شکایت
case-complaint-of = شکایت { $complainant }
case-accused = نام‌بردگان در شکایت
case-urgent = فوری
case-clocks = مهلت‌ها
case-clock-owner = نزد { $name }
case-due = موعد: { $time }
case-incidents = حوادث این پرونده
case-evidence = شواهد بر اساس پرسش
case-supports = تأیید می‌کند
case-against = خلاف آن می‌گوید
case-silent = ساکت
case-empty-column = هنوز چیزی دربارهٔ این پرسش نیست.
case-fairness = آیا از همهٔ طرف‌ها پرسش‌های یکسان شد؟
case-access = دسترسی
case-access-requested = درخواست در { $time }
case-replies = پاسخ‌ها
case-reply-verbatim = پاسخ { $name } به واژه‌های خودش
case-no-answer = در مهلت پاسخی از { $name } نرسید. این اقرار نیست.
case-disclosure = آنچه هر طرف می‌تواند ببیند
case-shareable = قابل اشتراک
case-sealed = مهرشده
case-history = گفته‌های اعضا به ترتیب
case-irregular = نگهداری‌شده بدون اثر
case-refused = این کار ممکن نیست
case-refused-code = امتناع { $code }
case-empty = هنوز پرونده‌ای نیست.
case-empty-next = پرونده با شکایت، یا با حادثه‌ای که سازوکار خود پی می‌گیرد آغاز می‌شود.
case-receive = ثبت شکایت
case-register = دادن شماره
case-screen = بررسی مقدماتی
case-open-investigation = گشودن تحقیق
case-task = واگذاری مأموریت به گروه
case-request-access = درخواست دسترسی
case-give-notice = دادن اخطار
case-hand-in-answer = تحویل پاسخ
case-close = درخواست بستن
case-reopen = گشودن دوباره
case-object = اعتراض
case-remedy = درخواست اقدام جبرانی

# Findings
finding-title = یافته
finding-make = ثبت یافته
finding-standard = معیار حاصل‌شده
finding-basis = مبنای آن
finding-contrary = خلاف آن که بررسی شده
finding-by = یافتهٔ { $name }

# Opinions and determination
draft-title = پیش‌نویس { $id }
draft-present = ارائهٔ پیش‌نویس
draft-closes = باز تا { $time }
draft-changed = متن از آن پس تغییر کرده؛ نظرها دربارهٔ متن پیشین بی‌اثر شده‌اند.
opinion-title = نظرهای مؤلفه‌ها
opinion-give = اعلام نظر
opinion-reasons = دلایل، همراه تصمیم منتشر می‌شود
opinion-not-yet = هنوز نظری نداده
opinion-signed = امضاشده در { $time }
opinion-representatives = { $count ->
    [one] { $count } نماینده پشت آن است
    *[other] { $count } نماینده پشت آن هستند
  }
opinion-recused-why = شرکت نمی‌کند زیرا نام برده شده
determination-title = تصمیم
determination-none = بدون تصمیم
determination-by = تصمیم { $body } در { $day }
determination-nobody-writes = تصمیم را کسی نمی‌نویسد: از نظرها بر اساس قاعدهٔ خود توافق‌نامه به دست می‌آید.
determination-outcome = نتیجه
determination-attribution = انتساب
determination-standard = معیار اثبات
determination-rule = قاعدهٔ تصمیم‌گیری
determination-quorum = حد نصاب
determination-dissent = آرای مخالف و تحفظ‌ها، عین متن
determination-origins-needed = { $count ->
    [one] معیار دست‌کم { $count } منبع نخستین مستقل یا اقرار می‌خواهد.
    *[other] معیار دست‌کم { $count } منبع نخستین مستقل یا اقرار می‌خواهد.
  }
determination-origins-found = { $count ->
    [one] یافت‌شده: { $count }.
    *[other] یافت‌شده: { $count }.
  }
determination-offer-open = باز گذاشتن: گزارش‌شده، یک منبع نخستین
determination-offer-ask = نخست از طرف بپرسید

# Also on the page
case-new = پروندهٔ جدید
case-new-why = پرونده با شکایت، یا با موضوعی که سازوکار خود پی می‌گیرد آغاز می‌شود. این دربارهٔ رخ دادن آن چیزی نمی‌گوید.
case-open = گشودن پرونده
case-tab-case = پرونده
case-tab-decision = نظرها و تصمیم
case-received-by = دریافت‌کننده
case-steps = گام‌ها
case-matrix = شواهد بر اساس پرسش
case-matrix-empty = هنوز چیزی برای بررسی نیست.
case-matrix-legend = + تأیید می‌کند، − خلاف آن می‌گوید، · ساکت
case-findings = یافته‌ها
case-no-findings = هنوز یافته‌ای ثبت نشده است.
case-superseded = جایگزین‌شده با
case-late = پس از مهلت
case-time-passed = مهلت سپری شد.
case-opinions-complete = همهٔ نظرها رسیده است.
case-opinions = نظرها
case-opinions-until = نظرها تا
case-no-draft = پیش‌نویسی نزد مؤلفه‌ها نیست.
case-draft = پیش‌نویس { $n }
case-draft-replaced = این پیش‌نویس جایگزین شده؛ نظرها دربارهٔ آن بی‌اثر شده‌اند.
case-digest = بیانیهٔ متناظر
case-void = بی‌اثر
case-standard = معیار اثبات
case-quorum = حد نصاب
case-concerned = نام‌برده در پیش‌نویس
