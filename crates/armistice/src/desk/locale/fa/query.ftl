# Lists: columns, filters, views, export.
#
# Ids: col-…, filter-…, view-…, list-…, export-….

# Columns
col-reference = شمارهٔ ارجاع
col-title = عنوان
col-act = عمل
col-what = چه
col-when = چه زمانی
col-when-said = زمان گفته شدن
col-when-published = زمان انتشار
col-when-received = زمان دریافت
col-where = کجا
col-place = محل
col-admin1 = استان
col-harm = آسیب گزارش‌شده
col-status = وضعیت
col-fact = وضعیت واقعیت
col-origins = منابع نخستین مستقل
col-alleged-author = عامل ادعایی
col-affected = آسیب‌دیده
col-recorded-by = ثبت‌کننده
col-documents = اسناد
col-claims = ادعاها
col-updated = آخرین تغییر
col-kind = نوع
col-origin = منبع نخستین
col-age = مدت سپری‌شده
col-language = زبان
col-outlet = رسانه
col-agency = خبرگزاری
col-member = عضو
col-register = دفتر ثبت
col-agreement = توافق‌نامه
col-text = متن
col-clause = بند
col-bearer = متعهد
col-due = موعد
col-state = وضعیت
col-case = پرونده
col-stage = مرحله
col-complainant = شاکی
col-accused = نام‌برده در شکایت
col-number = شماره
col-name = نام
col-role = نقش
col-date = تاریخ
col-from = از
col-to = تا
col-precision = دقت
col-distance = فاصله
col-size = اندازه
col-digest = چکیدهٔ رمز
col-access = دسترسی
col-note = یادداشت

# Filters
filter-title = پالایش
filter-words = واژه‌ها
filter-since = از تاریخ
filter-until = تا تاریخ
filter-any = هر کدام
filter-only-changed = تنها آنچه از بازدید پیشین من تغییر کرده
filter-clear = برداشتن همهٔ پالایه‌ها
filter-remove = برداشتن پالایهٔ { $name }
filter-unknown = چیزی با نام { $name } شناخته نیست.
filter-value-unknown = { $name } نمی‌تواند { $value } باشد.
filter-help = واژه بنویسید، یا نام و مقدار مانند status:open.
search-placeholder = واژه‌ها، نام‌ها، محل‌ها، ارجاع‌ها
search-folding = صورت‌های عربی و نگارش‌های لاتین یک نام با هم یافته می‌شوند.

# Views
view-table = جدول
view-cards = کارت‌ها
view-map = نقشه
view-timeline = خط زمان
view-columns = ستون‌ها
view-density = بلندی ردیف‌ها
sort-by = مرتب‌سازی بر اساس
sort-up = { $column }، صعودی
sort-down = { $column }، نزولی

# How many
list-shown = { $shown } از { $total } نمایش داده شده
list-hidden = { $count ->
    [one] { $count } مورد به سبب سطح دسترسی شما پنهان است
    *[other] { $count } مورد به سبب سطح دسترسی شما پنهان است
  }
list-selected = { $count ->
    [one] { $count } انتخاب‌شده
    *[other] { $count } انتخاب‌شده
  }
list-empty = چیزی منطبق نیست.
list-empty-next = یک پالایه را بردارید، یا بازهٔ زمانی را گسترش دهید.
list-none-yet = هنوز چیزی اینجا نیست.
list-not-calm = نبود گزارش به معنای آرامش نیست.
list-next-page = صفحهٔ بعد
list-previous-page = صفحهٔ قبل
list-first-page = صفحهٔ نخست

# Saved searches
saved-searches = جست‌وجوهای ذخیره‌شده
saved-search-name = نام جست‌وجو
saved-search-save = ذخیرهٔ این جست‌وجو

# Bulk
bulk-all-matching = { $count ->
    [one] اعمال بر همهٔ موارد منطبق: { $count } مورد
    *[other] اعمال بر همهٔ موارد منطبق: { $count } مورد
  }
bulk-progress = { $done } انجام شد، { $failed } ناموفق، { $left } باقی
bulk-failed = موارد ناموفق و دلیل آن
bulk-undo = واگرد همهٔ این‌ها

# Export
export-title = برون‌بری آنچه نمایش داده شده
export-exactly = { $count ->
    [one] دقیقاً همین مجموعهٔ پالایش‌شده: { $count } ردیف
    *[other] دقیقاً همین مجموعهٔ پالایش‌شده: { $count } ردیف
  }
export-formulas = خانه‌هایی که مانند فرمول آغاز شوند به صورت متن نوشته می‌شوند.
export-csv = CSV (جدول)
export-xlsx = XLSX (صفحهٔ گسترده)
export-geojson = GeoJSON (نقشه)
export-json = JSON (برنامه‌ها)
