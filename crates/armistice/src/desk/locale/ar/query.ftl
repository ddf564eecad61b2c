# Lists: columns, filters, views, export.
#
# Ids: col-…, filter-…, view-…, list-…, export-….

# Columns
col-reference = المرجع
col-title = العنوان
col-act = الفعل
col-what = ماذا
col-when = متى
col-when-said = متى قيل
col-when-published = متى نُشر
col-when-received = متى ورد
col-where = أين
col-place = المكان
col-admin1 = المحافظة
col-harm = الضرر المُبلغ عنه
col-status = الحال
col-fact = حال الواقعة
col-origins = مصادر أولى مستقلة
col-alleged-author = الفاعل المزعوم
col-affected = المتضرر
col-recorded-by = سجّله
col-documents = الوثائق
col-claims = الإفادات
col-updated = آخر تغيير
col-kind = النوع
col-origin = المصدر الأول
col-age = منذ
col-language = اللغة
col-outlet = وسيلة الإعلام
col-agency = الوكالة
col-member = العضو
col-register = السجل
col-agreement = الاتفاق
col-text = النص
col-clause = البند
col-bearer = على من
col-due = الأجل
col-state = الحال
col-case = القضية
col-stage = المرحلة
col-complainant = الشاكي
col-accused = المذكور في الشكوى
col-number = الرقم
col-name = الاسم
col-role = الصفة
col-date = التاريخ
col-from = من
col-to = إلى
col-precision = مدى الدقة
col-distance = المسافة
col-size = الحجم
col-digest = البصمة
col-access = الوصول
col-note = ملاحظة

# Filters
filter-title = تصفية
filter-words = كلمات
filter-since = منذ
filter-until = حتى
filter-any = أي
filter-only-changed = ما تغير منذ زيارتي الأخيرة فقط
filter-clear = إزالة كل المصافي
filter-remove = إزالة المصفاة { $name }
filter-unknown = لا شيء معروف بالاسم { $name }.
filter-value-unknown = لا يكون { $name } { $value }.
filter-help = اكتب كلمات، أو اسمًا وقيمة مثل status:open.
search-placeholder = كلمات وأسماء وأماكن ومراجع
search-folding = تُوجد صور الحروف العربية وطرق كتابة الاسم بالحروف اللاتينية معًا.

# Views
view-table = جدول
view-cards = بطاقات
view-map = خريطة
view-timeline = خط زمني
view-columns = الأعمدة
view-density = ارتفاع الصفوف
sort-by = الترتيب بحسب
sort-up = { $column }، تصاعديًا
sort-down = { $column }، تنازليًا

# How many
list-shown = معروض { $shown } من { $total }
list-hidden = { $count ->
    [zero] لا شيء محجوب بحسب صلاحيتك
    [one] عنصر واحد محجوب بحسب صلاحيتك
    [two] عنصران محجوبان بحسب صلاحيتك
    [few] { $count } عناصر محجوبة بحسب صلاحيتك
    [many] { $count } عنصرًا محجوبًا بحسب صلاحيتك
    *[other] { $count } عنصر محجوب بحسب صلاحيتك
  }
list-selected = { $count ->
    [zero] لم يُحدد شيء
    [one] عنصر واحد محدد
    [two] عنصران محددان
    [few] { $count } عناصر محددة
    [many] { $count } عنصرًا محددًا
    *[other] { $count } عنصر محدد
  }
list-empty = لا شيء يطابق.
list-empty-next = أزل مصفاة، أو وسّع الفترة.
list-none-yet = لا شيء هنا بعد.
list-not-calm = غياب البلاغات ليس هدوءًا.
list-next-page = الصفحة التالية
list-previous-page = الصفحة السابقة
list-first-page = الصفحة الأولى

# Saved searches
saved-searches = عمليات بحث محفوظة
saved-search-name = اسم البحث
saved-search-save = حفظ هذا البحث

# Bulk
bulk-all-matching = { $count ->
    [zero] لا شيء يطابق
    [one] طبّق على كل ما يطابق: عنصر واحد
    [two] طبّق على كل ما يطابق: عنصران
    [few] طبّق على كل ما يطابق: { $count } عناصر
    [many] طبّق على كل ما يطابق: { $count } عنصرًا
    *[other] طبّق على كل ما يطابق: { $count } عنصر
  }
bulk-progress = تم { $done }، وأخفق { $failed }، وبقي { $left }
bulk-failed = ما أخفق ولماذا
bulk-undo = التراجع عن كل هذا

# Export
export-title = تصدير المعروض
export-exactly = { $count ->
    [zero] هذه المجموعة المصفاة تحديدًا: لا صفوف
    [one] هذه المجموعة المصفاة تحديدًا: صف واحد
    [two] هذه المجموعة المصفاة تحديدًا: صفان
    [few] هذه المجموعة المصفاة تحديدًا: { $count } صفوف
    [many] هذه المجموعة المصفاة تحديدًا: { $count } صفًا
    *[other] هذه المجموعة المصفاة تحديدًا: { $count } صف
  }
export-formulas = تُكتب الخلايا التي تبدأ كصيغة نصًا.
export-csv = CSV (جداول)
export-xlsx = XLSX (جدول بيانات)
export-geojson = GeoJSON (خرائط)
export-json = JSON (برامج)
