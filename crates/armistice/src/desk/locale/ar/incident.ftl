# The page of an incident, and the comparison of candidates.
#
# Ids: incident-…, compare-….

incident-title = الحادث { $reference }
incident-reported = مُبلغ عنه، غير مستنتج.
incident-act = الفعل
incident-when = متى
incident-where = أين
incident-harm = الضرر المُبلغ عنه
incident-harm-none-stated = لم يُذكر عدد
incident-alleged-authors = الفاعلون المزعومون
incident-alleged-by = { $author } – بحسب { $speaker }
incident-author-not-said = لم يُسم أحد فاعلًا
incident-sources-folded = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد، والنسخ مطوية تحت مصدرها الأول
    [two] عنصران، والنسخ مطوية تحت مصدرها الأول
    [few] { $count } عناصر، والنسخ مطوية تحت مصدرها الأول
    [many] { $count } عنصرًا، والنسخ مطوية تحت مصدرها الأول
    *[other] { $count } عنصر، والنسخ مطوية تحت مصدرها الأول
  }
incident-contradictions = التناقضات
incident-no-contradictions = لا تختلف الإفادات في شيء.
incident-denials = النفي
incident-terms = البنود المعنية
incident-in-one-text = بموجب النص { $text }
incident-replies = الردود
incident-not-asked = لم يُسأل بعد
incident-asked = سُئل في { $day }
incident-no-reply = لا رد؛ وليس ذلك إقرارًا
incident-next-check = الفحص التالي
incident-history = السجل الزمني
incident-sources = المصادر
incident-summary = الخلاصة
incident-timeline = الخط الزمني
incident-public-preview = معاينة ما يُنشر
incident-why-linked = لماذا تُعد هذه الإفادات حادثًا واحدًا
incident-why-status = لماذا هذه حاله
incident-aggregate = يغطي مدة ولا يُعد في أي رقم
incident-only-area = لا تُعرف إلا المنطقة؛ ولا تُرسم نقطة.
incident-own-word = كلمة المصدر نفسه: { $word }
incident-related-cases = القضايا
incident-propose = فتح قضية
compare-title = هل هذان شيء واحد؟
compare-same = هو نفسه
compare-different = مختلف
compare-unsure = غير متأكد
compare-reasons = ما يؤيد وما يعارض
compare-wins = حكم الإنسان مقدم على حكم البرنامج.
compare-disagree = يختلف حكم الأعضاء
compare-left = { $count ->
    [zero] لم يبق شيء
    [one] بقي زوج واحد
    [two] بقي زوجان
    [few] بقيت { $count } أزواج
    [many] بقي { $count } زوجًا
    *[other] بقي { $count } زوج
  }
compare-empty = لا زوج ينتظر حكمًا.

# Also on the page
incident-facts = ما أُبلغ عنه
incident-claims = { $n ->
    [zero] لا إفادات
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $n } إفادات
    [many] { $n } إفادة
    *[other] { $n } إفادة
  }
incident-linked = لماذا تُعد هذه الإفادات حادثًا واحدًا
incident-next = ما الذي يغيّر ذلك
incident-no-agreement = لا اتفاق هنا يُعرض عليه.
incident-questions = الأسئلة واحدًا واحدًا
incident-nobody-asked = لم يُطلب جواب من أحد بعد.
incident-answered = أجاب
incident-not-answered = لا جواب حتى الآن؛ وليس ذلك إقرارًا؛ الأجل حتى
incident-called = { $act }، { $place }، { $when }
history-back = العودة إلى الحادثة
history-order = بالترتيب الذي يقرؤها به كل من لديه السجلات. الأوقات كما ذكرها أصحابها.
history-basis-whole = حُسب التغير من كل ما احتوته السجلات عند كل نقطة.
history-basis-own-documents = البعثة كبيرة: حُسب التغير من الأقوال الخاصة بهذه الحادثة وحدها.
history-statements = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولا
    *[other] { $n } قول
  }
history-recorded-by = سجله { $member }
history-proof = دليل
history-in-doubt = موضع شك: القول { $index } يفيد أن المفتاح كان في يد أخرى.
history-meanwhile = وفي الأثناء، بأقوال عن أمور أخرى:
history-began = من هنا صارت هذه الحادثة في السجل.
history-ended = من هنا لم تعد في السجل.
history-claims-added = { $n ->
    [zero] لم يُضف ادعاء
    [one] أضيف ادعاء واحد
    [two] أضيف ادعاءان
    [few] أضيفت { $n } ادعاءات
    [many] أضيف { $n } ادعاء
    *[other] أضيف { $n } ادعاء
  }
history-claims-removed = { $n ->
    [zero] لم يخرج ادعاء
    [one] خرج ادعاء واحد
    [two] خرج ادعاءان
    [few] خرجت { $n } ادعاءات
    [many] خرج { $n } ادعاء
    *[other] خرج { $n } ادعاء
  }
history-spread = الحوادث التي كانت فيها ادعاءاتها الحالية
history-then = ثم
history-not-composed = لم يُحسب ما غيّره: الأقوال كثيرة جدا.
history-verify = من لديه دليل يتحقق منه هنا أو ببرنامجه:
