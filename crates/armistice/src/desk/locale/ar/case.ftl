# Cases: stages, clocks, findings, opinions, determination.
#
# Ids: case-…, finding-…, opinion-…, determination-….

case-title = القضية { $number }
case-no-number = بلا رقم بعد
case-stage = المرحلة
case-next-steps = ما يمكن فعله الآن
case-no-step = لا يمكن فعل شيء الآن؛ انظر الآجال.
case-allegation = الاتهام بكلمات الشكوى
case-complaint-of = شكوى من { $complainant }
case-accused = المذكورون في الشكوى
case-urgent = عاجلة
case-clocks = الآجال
case-clock-owner = لدى { $name }
case-due = أجله { $time }
case-incidents = حوادث هذه القضية
case-evidence = الأدلة بحسب السؤال
case-supports = يؤيد
case-against = يعارض
case-silent = صامت
case-empty-column = لا شيء عن هذا السؤال بعد.
case-fairness = هل وُجهت الأسئلة نفسها إلى كل الأطراف؟
case-access = الوصول
case-access-requested = طُلب { $time }
case-replies = الأجوبة
case-reply-verbatim = جواب { $name } بكلماته
case-no-answer = لم يرد جواب من { $name } في الأجل. وليس ذلك إقرارًا.
case-disclosure = ما يجوز لكل جانب أن يراه
case-shareable = يمكن مشاركته
case-sealed = مختوم
case-history = ما قاله الأعضاء بالترتيب
case-irregular = محفوظ بلا أثر
case-refused = لا يمكن فعل هذا
case-refused-code = رفض { $code }
case-empty = لا قضايا بعد.
case-empty-next = تبدأ القضية بشكوى، أو بحادث تتناوله الآلية من نفسها.
case-receive = تقييد شكوى
case-register = إعطاؤها رقمًا
case-screen = فرز
case-open-investigation = فتح تحقيق
case-task = تكليف فريق
case-request-access = طلب الوصول
case-give-notice = إرسال إخطار
case-hand-in-answer = تقديم جواب
case-close = طلب الإغلاق
case-reopen = إعادة الفتح
case-object = اعتراض
case-remedy = طلب معالجة

# Findings
finding-title = استنتاج
finding-make = وضع استنتاج
finding-standard = المعيار المبلوغ
finding-basis = ما يستند إليه
finding-contrary = ما يخالف ذلك ونُظر فيه
finding-by = استنتاج { $name }

# Opinions and determination
draft-title = المسودة { $id }
draft-present = تقديم مسودة
draft-closes = مفتوحة حتى { $time }
draft-changed = تغير النص منذئذ؛ وسقطت الآراء في النص السابق.
opinion-title = آراء المكونات
opinion-give = إبداء رأي
opinion-reasons = الأسباب، وتُنشر مع القرار
opinion-not-yet = لا رأي بعد
opinion-signed = وُقّع { $time }
opinion-representatives = { $count ->
    [zero] لا ممثل وراءه
    [one] وراءه ممثل واحد
    [two] وراءه ممثلان
    [few] وراءه { $count } ممثلين
    [many] وراءه { $count } ممثلًا
    *[other] وراءه { $count } ممثل
  }
opinion-recused-why = لا يشارك لأنه مذكور
determination-title = القرار
determination-none = لا قرار
determination-by = قرره { $body } في { $day }
determination-nobody-writes = لا يكتب أحد القرار: إنه ينتج من الآراء وفق قاعدة الاتفاق نفسه.
determination-outcome = النتيجة
determination-attribution = الإسناد
determination-standard = معيار الإثبات
determination-rule = قاعدة اتخاذ القرار
determination-quorum = النصاب
determination-dissent = المخالفات والتحفظات بنصها
determination-origins-needed = { $count ->
    [zero] لا يطلب المعيار مصدرًا أول مستقلًا.
    [one] يطلب المعيار مصدرًا أول مستقلًا واحدًا على الأقل أو إقرارًا.
    [two] يطلب المعيار مصدرين أولين مستقلين على الأقل أو إقرارًا.
    [few] يطلب المعيار { $count } مصادر أولى مستقلة على الأقل أو إقرارًا.
    [many] يطلب المعيار { $count } مصدرًا أول مستقلًا على الأقل أو إقرارًا.
    *[other] يطلب المعيار { $count } مصدر أول مستقل على الأقل أو إقرارًا.
  }
determination-origins-found = { $count ->
    [zero] لم يوجد شيء.
    [one] وُجد واحد.
    [two] وُجد اثنان.
    [few] وُجدت { $count }.
    [many] وُجد { $count }.
    *[other] وُجد { $count }.
  }
determination-offer-open = تركها مفتوحة: مُبلغ عنه، مصدر أول واحد
determination-offer-ask = سؤال الطرف أولًا

# Also on the page
case-new = قضية جديدة
case-new-why = تبدأ القضية بشكوى أو بمسألة تتناولها الآلية من نفسها. ولا يعني ذلك شيئًا عن وقوعها.
case-open = فتح قضية
case-tab-case = القضية
case-tab-decision = الآراء والقرار
case-received-by = استلمها
case-steps = الخطوات
case-matrix = الأدلة بحسب السؤال
case-matrix-empty = لا شيء على الطاولة بعد.
case-matrix-legend = + يؤيد، − يعارض، · صامت
case-findings = الاستنتاجات
case-no-findings = لم يوضع استنتاج بعد.
case-superseded = حل محله
case-late = بعد الأجل
case-time-passed = انقضى الأجل.
case-opinions-complete = وردت كل الآراء.
case-opinions = الآراء
case-opinions-until = الآراء حتى
case-no-draft = لا مسودة معروضة على المكونات.
case-draft = المسودة { $n }
case-draft-replaced = حلت محل هذه المسودة أخرى؛ وسقطت الآراء فيها.
case-digest = البيان الذي هو هذا
case-void = ساقط
case-standard = معيار الإثبات
case-quorum = النصاب
case-concerned = مذكور في المسودة
