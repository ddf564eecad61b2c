# Ledgers of recorders, coverage, people.
#
# Ids: ledger-…, coverage-…, people-….

ledger-title = دفاتر گزارش
ledger-bulletins = خبرنامه‌ها و فهرست‌ها
ledger-recorder = ثبت‌کننده
ledger-window = بازهٔ خود آن
ledger-unit = واحد شمارش
ledger-total = جمع ذکرشده
ledger-rows = ردیف‌ها
ledger-concordance = فهرست‌های یک بازه کنار هم
ledger-in-both = در هر دو
ledger-only-in = تنها در فهرست { $name }
ledger-in-none = در فهرست هیچ ضامنی نیست
ledger-confirmation-rate = تأییدشده از سوی { $by } از آنچه { $of } ثبت کرده
ledger-share = { $part } از { $of }
ledger-no-list = فهرستی از { $name } برای این بازه اینجا نیست. این به معنای فهرست خالی نیست.
ledger-never-added = اعداد با واحدهای متفاوت هرگز جمع نمی‌شوند.
ledger-recorded-not-done = «ثبت‌کننده» هرگز به معنای «انجام‌دهنده» نیست.
ledger-observations = مشاهدات
ledger-access = درخواست‌های دسترسی
ledger-calls = تماس‌های خط فوری
ledger-call-answered-after = { $count ->
    [one] پاسخ پس از { $count } دقیقه
    *[other] پاسخ پس از { $count } دقیقه
  }
ledger-grades = درجه‌های منبع و اطلاع
ledger-withdrawn = دیگر به آن استناد نمی‌شود
ledger-empty = چیزی اینجا ثبت نشده.
ledger-empty-next = فهرست را همان‌گونه که ناشر داده، با بازه و واحد خودش ثبت کنید.
ledger-enter-bulletin = ثبت خبرنامه
ledger-enter-observation = ثبت مشاهده
ledger-enter-access = ثبت درخواست دسترسی
ledger-enter-call = ثبت تماس
ledger-enter-performance = ثبت گزارش اجرا

# Coverage
coverage-title = پوشش نظارت
coverage-what = کجا، چه زمانی و با چه وسیله‌ای دیدنی بود
coverage-no-entry = چیزی ثبت نشده: نامعلوم
coverage-gap = دیده نشد یا تا حدی
coverage-languages = زبان‌هایی که خوانده می‌شوند
coverage-language-unread = خوانده نمی‌شود
coverage-enter = ثبت آنچه دیدنی بود

# People
people-title = اشخاص و منابع
people-variants = شیوه‌های نگارش نام
people-mentions = { $count ->
    [one] { $count } بار نام‌بردن
    *[other] { $count } بار نام‌بردن
  }
people-same-question = آیا این‌ها یک نفرند؟
people-sources = رسانه‌ها و خبرگزاری‌ها
people-protected = نام منابع تحت حفاظت نشان داده نمی‌شود.
people-empty = در سندها از کسی نام برده نشده.
