# Ledgers of recorders, coverage, people.
#
# Ids: ledger-…, coverage-…, people-….

ledger-title = الدفاتر
ledger-bulletins = النشرات والقوائم
ledger-recorder = المسجِّل
ledger-window = مدته الخاصة
ledger-unit = وحدة العد
ledger-total = المجموع المذكور
ledger-rows = الصفوف
ledger-concordance = قوائم المدة نفسها جنبًا إلى جنب
ledger-in-both = في القائمتين
ledger-only-in = في قائمة { $name } فقط
ledger-in-none = ليس في قائمة أي ضامن
ledger-confirmation-rate = ما أكده { $by } مما سجّله { $of }
ledger-share = { $part } من { $of }
ledger-no-list = لا توجد هنا قائمة من { $name } عن هذه المدة. وهذا غير قائمة فارغة.
ledger-never-added = لا تُجمع أبدًا أعداد من وحدات مختلفة.
ledger-recorded-not-done = «سجّله» لا تعني أبدًا «فعله».
ledger-observations = المشاهدات
ledger-access = طلبات الوصول
ledger-calls = مكالمات الخط الساخن
ledger-call-answered-after = { $count ->
    [zero] أُجيب في الحال
    [one] أُجيب بعد دقيقة واحدة
    [two] أُجيب بعد دقيقتين
    [few] أُجيب بعد { $count } دقائق
    [many] أُجيب بعد { $count } دقيقة
    *[other] أُجيب بعد { $count } دقيقة
  }
ledger-grades = درجات المصدر والمعلومة
ledger-withdrawn = لم يعد يُعتمد عليه
ledger-empty = لا قيد هنا.
ledger-empty-next = قيّد القائمة كما أوردها ناشرها بمدتها ووحدتها.
ledger-enter-bulletin = تقييد نشرة
ledger-enter-observation = تقييد مشاهدة
ledger-enter-access = تقييد طلب وصول
ledger-enter-call = تقييد مكالمة
ledger-enter-performance = تقييد بلاغ عن تنفيذ

# Coverage
coverage-title = التغطية
coverage-what = أين ومتى وبأي وسيلة أمكنت الرؤية
coverage-no-entry = لا قيد: غير معروف
coverage-gap = تعذرت الرؤية كليًا أو جزئيًا
coverage-languages = لغات تُقرأ
coverage-language-unread = لا تُقرأ
coverage-enter = تقييد ما أمكنت رؤيته

# People
people-title = الأشخاص والمصادر
people-variants = أوجه كتابة الاسم
people-mentions = { $count ->
    [zero] لا ذكر
    [one] ذُكر مرة واحدة
    [two] ذُكر مرتين
    [few] ذُكر { $count } مرات
    [many] ذُكر { $count } مرة
    *[other] ذُكر { $count } مرة
  }
people-same-question = هل هما شخص واحد؟
people-sources = وسائل الإعلام والوكالات
people-protected = لا تُعرض أسماء المصادر المحمية.
people-empty = لا يُسمى شخص في الوثائق.
