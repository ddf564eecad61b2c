# The page of an incident, and the comparison of candidates.
#
# Ids: incident-…, compare-….

incident-title = حادثهٔ { $reference }
incident-reported = گزارش‌شده، نه یافته.
incident-act = عمل
incident-when = چه زمانی
incident-where = کجا
incident-harm = آسیب گزارش‌شده
incident-harm-none-stated = شماری ذکر نشده
incident-alleged-authors = عاملان ادعایی
incident-alleged-by = { $author } – به ادعای { $speaker }
incident-author-not-said = کسی به عنوان عامل نام برده نشده
incident-sources-folded = { $count ->
    [one] { $count } مورد، رونوشت‌ها زیر منبع نخستین خود
    *[other] { $count } مورد، رونوشت‌ها زیر منبع نخستین خود
  }
incident-contradictions = تناقض‌ها
incident-no-contradictions = ادعاها در چیزی اختلاف ندارند.
incident-denials = انکارها
incident-terms = بندهای مورد بحث
incident-in-one-text = بر اساس متن { $text }
incident-replies = پاسخ‌ها
incident-not-asked = هنوز پرسیده نشده
incident-asked = در { $day } پرسیده شد
incident-no-reply = بدون پاسخ؛ این به معنای اقرار نیست
incident-next-check = بررسی بعدی
incident-history = پیشینه
incident-sources = منابع
incident-summary = خلاصه
incident-timeline = خط زمان
incident-public-preview = پیش‌نمایش عمومی
incident-why-linked = چرا این ادعاها یک حادثه‌اند
incident-why-status = چرا این وضعیت را دارد
incident-aggregate = بازه‌ای از زمان را در بر می‌گیرد و در شمارشی نمی‌آید
incident-only-area = تنها منطقه معلوم است؛ نقطه‌ای رسم نمی‌شود.
incident-own-word = واژهٔ خود منبع: { $word }
incident-related-cases = پرونده‌ها
incident-propose = گشودن پرونده
compare-title = آیا این دو یکی هستند؟
compare-same = یکسان
compare-different = متفاوت
compare-unsure = نامطمئن
compare-reasons = آنچه موافق و مخالف است
compare-wins = داوری انسان بر داوری برنامه مقدم است.
compare-disagree = اعضا داوری متفاوت دارند
compare-left = { $count ->
    [one] { $count } جفت مانده است
    *[other] { $count } جفت مانده است
  }
compare-empty = جفتی در انتظار داوری نیست.

# Also on the page
incident-facts = آنچه گزارش شده
incident-claims = { $n ->
    [one] { $n } ادعا
    *[other] { $n } ادعا
  }
incident-linked = چرا این ادعاها یک حادثه‌اند
incident-next = چه چیزی آن را تغییر می‌دهد
incident-no-agreement = توافق‌نامه‌ای اینجا نیست که با آن سنجیده شود.
incident-questions = پرسش‌ها یک به یک
incident-nobody-asked = هنوز از کسی پاسخ خواسته نشده است.
incident-answered = پاسخ داده است
incident-not-answered = تاکنون بی‌پاسخ؛ این اقرار نیست؛ مهلت تا
incident-called = { $act }، { $place }، { $when }
history-back = بازگشت به رویداد
history-order = به ترتیبی که هر دارنده دفترها آن‌ها را می‌خواند. زمان‌ها همان است که نویسندگان گفته‌اند.
history-basis-whole = تغییرها از همه آنچه دفترها در هر نقطه داشتند محاسبه شد.
history-basis-own-documents = مأموریت بزرگ است: تغییرها تنها از گفته‌های درباره همین رویداد محاسبه شد.
history-statements = { $n ->
    [one] { $n } گفته
    *[other] { $n } گفته
  }
history-recorded-by = ثبت‌کننده: { $member }
history-proof = گواه
history-in-doubt = مورد تردید: گفته { $index } می‌گوید کلید در دست دیگری بود.
history-meanwhile = در این میان، با گفته‌هایی درباره چیزهای دیگر:
history-began = از اینجا این رویداد در پرونده بود.
history-ended = از اینجا دیگر در پرونده نبود.
history-claims-added = { $n ->
    [one] { $n } ادعا افزوده شد
    *[other] { $n } ادعا افزوده شد
  }
history-claims-removed = { $n ->
    [one] { $n } ادعا بیرون رفت
    *[other] { $n } ادعا بیرون رفت
  }
history-spread = رویدادهایی که ادعاهای کنونی‌اش در آن‌ها بود
history-then = سپس
history-not-composed = آنچه تغییر داد محاسبه نشد: گفته‌ها بسیارند.
history-verify = هر که گواهی دارد اینجا یا با برنامه خود آن را می‌آزماید:
