# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = الرئيسية
home-documents-and-origins = { $documents }، { $origins }
home-incidents-checkable = { $count ->
    [zero] لا حوادث مُبلغ عنها يمكن فحصها
    [one] حادث واحد مُبلغ عنه يمكن فحصه
    [two] حادثان مُبلغ عنهما يمكن فحصهما
    [few] { $count } حوادث مُبلغ عنها يمكن فحصها
    [many] { $count } حادثًا مُبلغًا عنه يمكن فحصه
    *[other] { $count } حادث مُبلغ عنه يمكن فحصه
  }
home-contradictions = { $n ->
    [zero] لا أقوال متناقضة
    [one] قولان لا يصحان معًا
    [two] زوجان من الأقوال لا يصح طرفاهما معًا
    [few] { $n } أزواج من الأقوال لا يصح طرفاها معًا
    [many] { $n } زوجًا من الأقوال لا يصح طرفاه معًا
    *[other] { $n } زوج من الأقوال لا يصح طرفاه معًا
  }
home-see-incident = انظر الحادث
home-see-copies = انظر من نقل عمن
home-see-disagreements = انظر فيمَ يختلفون
home-check-record = افحص سجلًا منشورًا
home-waiting = بانتظارك
home-waiting-none = لا شيء بانتظارك.
home-clocks = آجال جارية
home-overdue = انقضى أجله
home-latest = أحدث الحوادث
home-changes = ما الذي تغير
home-no-changes = لم يتغير شيء منذ زيارتك الأخيرة.
home-could-not-see = ما تعذرت رؤيته
home-coverage-unknown = لم يُقيد شيء عما كان ممكنًا رؤيته.
home-empty = لم تُقرأ أي وثيقة بعد.
home-empty-next = أضف وثائق إلى الوارد؛ وتُقرأ على هذا الجهاز.
home-problems = مشكلات السجل
home-members-state = الأعضاء وسجلاتهم
home-sentence = في جملة واحدة

# The first sentence, and the figures
home-documents = { $n ->
    [zero] لا وثائق.
    [one] وثيقة واحدة.
    [two] وثيقتان.
    [few] { $n } وثائق.
    [many] { $n } وثيقة.
    *[other] { $n } وثيقة.
  }
home-origins = { $origins }.
home-checkable = { $n ->
    [zero] لا حوادث مُبلغ عنها يمكن فحصها.
    [one] حادث واحد مُبلغ عنه يمكن فحصه.
    [two] حادثان مُبلغ عنهما يمكن فحصهما.
    [few] { $n } حوادث مُبلغ عنها يمكن فحصها.
    [many] { $n } حادثًا مُبلغًا عنه يمكن فحصه.
    *[other] { $n } حادث مُبلغ عنه يمكن فحصه.
  }
home-ways = من أين تبدأ
home-see-contradictions = انظر فيمَ يختلفون
home-verify = افحص سجلًا منشورًا
home-cases-open = القضايا المفتوحة
