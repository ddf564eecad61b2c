# Agreements, talks and obligations.
#
# Ids: agreement-…, talks-…, obligations-….

agreement-title = الاتفاق
agreement-texts = النصوص جنبًا إلى جنب
agreement-held-by = لدى { $name }
agreement-clauses = البنود
agreement-prohibited = الأفعال المحظورة
agreement-permitted = الأفعال المباحة والاستثناءات
agreement-parties = الأطراف والفاعلون الآخرون
agreement-adherence = من قبله
agreement-adherence-disputed = متنازع عليه
agreement-territory = الإقليم
agreement-zones = المناطق
agreement-duration = السريان
agreement-modalities = كيف تُتخذ القرارات
agreement-differs = النصان مختلفان هنا
agreement-only-in = في النص { $text } فقط
agreement-same = واحد في كل النصوص
agreement-not-checked = لم يُقارن بالصك.
agreement-changes = ما تغير بين نسختين
agreement-touches = يمس { $what }
agreement-incidents = حوادث عُرضت على هذا البند
agreement-empty = لا اتفاق هنا.
agreement-empty-next = أضف ملف اتفاق في إعدادات البعثة؛ وبدونه لا يُعرض شيء على شيء.
agreement-name-own = اسم { $name } في الاتفاق نفسه

# Talks
talks-title = المحادثات
talks-positions = المواقف بحسب البند
talks-reported = مُبلغ عنه
talks-entered-by = قيّده { $name } ووقّعه
talks-proposals = اقتراحات ومطالب وتعهدات
talks-sealed-until = تبقى الأجوبة مختومة إلى أن يجيب الجميع.

# Obligations
obligations-title = الالتزامات
obligations-overdue = انقضى أجله
obligations-due-soon = أجله قريب
obligations-clock = الأجل
obligations-no-date = بلا أجل
obligations-reports = بلاغات عن التنفيذ
obligations-no-report = لا بلاغ عن التنفيذ
obligations-not-agreed = غير متفق عليه: مطالب وتعهدات وشروط معلنة
obligations-breach-by-clock = الالتزام الذي لا يُنفذ في أجله مسألة قائمة بذاتها من غير حادث.
obligations-calendar = تقويم للاشتراك
obligations-days-left = { $count ->
    [zero] اليوم آخر يوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $count } أيام
    [many] بقي { $count } يومًا
    *[other] بقي { $count } يوم
  }
obligations-days-over = { $count ->
    [zero] انقضى أجله اليوم
    [one] انقضى أجله منذ يوم واحد
    [two] انقضى أجله منذ يومين
    [few] انقضى أجله منذ { $count } أيام
    [many] انقضى أجله منذ { $count } يومًا
    *[other] انقضى أجله منذ { $count } يوم
  }
obligations-empty = لا تضع الاتفاقات هنا أي التزام.
