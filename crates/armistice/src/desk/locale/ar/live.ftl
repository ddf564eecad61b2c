# What happens while a page is open: arrivals, colleagues, drafts, a bad line.
#
# Ids: live-…, draft-…, offline-….

live-new-items = { $count ->
    [zero] لا جديد
    [one] عنصر جديد واحد؛ اعرضه
    [two] عنصران جديدان؛ اعرضهما
    [few] { $count } عناصر جديدة؛ اعرضها
    [many] { $count } عنصرًا جديدًا؛ اعرضها
    *[other] { $count } عنصر جديد؛ اعرضها
  }
live-statement-arrived = ورد بيان من { $name }.
live-changed-here = تغيرت هذه الصفحة. اعرض الحال الجديدة.
live-here-too = { $name } هنا أيضًا
live-is-writing = { $name } يكتب
live-connected = متصل
live-disconnected = انقطع الاتصال؛ تجري إعادة المحاولة.
live-since = حتى { $time }
offline-title = غير متصل
offline-note = يمكنك متابعة القراءة والكتابة؛ ويُحفظ ما تكتبه على هذا الجهاز إلى أن يمكن إرساله.
offline-queued = { $count ->
    [zero] لا شيء ينتظر الإرسال
    [one] شيء واحد ينتظر الإرسال
    [two] شيئان ينتظران الإرسال
    [few] { $count } أشياء تنتظر الإرسال
    [many] { $count } شيئًا ينتظر الإرسال
    *[other] { $count } شيء ينتظر الإرسال
  }
draft-kept = مسودة محفوظة على هذا الجهاز، { $time }
draft-restore = استرجاع المسودة
draft-discard = التخلص من المسودة
draft-found = لك مسودة من { $time }.
live-state-kept = محفوظ على هذا الجهاز
live-state-sent = أُرسل
live-state-written = قُيّد في السجل
live-undone = تم التراجع.
live-done = تم.
