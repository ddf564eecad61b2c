# Verifying a record, in the reader's own browser.
#
# Ids: verify-….

verify-title = التحقق من سجل
verify-drop = أفلت حزمة إثبات هنا، أو اختر ملفًا
verify-choose = اختر ملفًا
verify-local = يجري الفحص في متصفحك؛ ولا يُرفع شيء.
verify-valid = صحيح
verify-invalid = غير صحيح
verify-cannot-tell = لا يمكن الجزم
verify-checking = يجري الفحص…
verify-contents-match = { $count ->
    [zero] القائمة الموقّعة فارغة
    [one] المحتوى يطابق القائمة الموقّعة: ملف واحد
    [two] المحتوى يطابق القائمة الموقّعة: ملفان
    [few] المحتوى يطابق القائمة الموقّعة: { $count } ملفات
    [many] المحتوى يطابق القائمة الموقّعة: { $count } ملفًا
    *[other] المحتوى يطابق القائمة الموقّعة: { $count } ملف
  }
verify-signed-by = وقّعه { $name }
verify-signature-bad = توقيع { $name } لا يطابق.
verify-in-register = في سجل { $name }، القيد { $number }
verify-not-rewritten = لم يُعَد كتابة شيء من السجل.
verify-witnessed = { $count ->
    [zero] بلا شهود
    [one] شهد عليه شاهد واحد
    [two] شهد عليه شاهدان
    [few] شهد عليه { $count } شهود
    [many] شهد عليه { $count } شاهدًا
    *[other] شهد عليه { $count } شاهد
  }
verify-existed-before = كان موجودًا قبل { $time }
verify-existed-after = لم يُنشأ قبل { $time }
verify-differs-at = يختلف { $name } عن القائمة عند البايت { $number }.
verify-missing = { $name } ناقص.
verify-limits = ما لا يثبته هذا
verify-limits-truth = أن المصادر قالت الحقيقة.
verify-limits-complete = أن شيئًا آخر لم يحدث.
verify-offline = بدون هذه الصفحة
verify-policy = تواقيع من تُعتمد
verify-details = كل خطوات الفحص

# Members and witnesses
members-title = الأعضاء والشهود
members-seen = من رأى ماذا
members-size = { $count ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $count } قيود
    [many] { $count } قيدًا
    *[other] { $count } قيد
  }
members-behind = { $count ->
    [zero] غير متأخر
    [one] متأخر بقيد واحد
    [two] متأخر بقيدين
    [few] متأخر بـ{ $count } قيود
    [many] متأخر بـ{ $count } قيدًا
    *[other] متأخر بـ{ $count } قيد
  }
members-up-to-date = محدّث
members-last-heard = آخر اتصال { $time }
members-never-heard = لم يرد منه شيء قط
members-quorum = { $count ->
    [zero] لا يلزم شهود
    [one] يلزم شاهد واحد
    [two] يلزم شاهدان
    [few] يلزم { $count } شهود
    [many] يلزم { $count } شاهدًا
    *[other] يلزم { $count } شاهد
  }
members-split-view = عُرض سجل واحد على قارئين بصورتين مختلفتين. والدليل محفوظ.
members-exchange-now = تبادل السجلات الآن
