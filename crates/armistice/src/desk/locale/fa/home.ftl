# Home: what stands, what waits, what changed.
#
# Ids: home-….

home-title = خانه
home-documents-and-origins = { $documents }، { $origins }
home-incidents-checkable = { $count ->
    [one] { $count } حادثهٔ گزارش‌شدهٔ قابل بررسی
    *[other] { $count } حادثهٔ گزارش‌شدهٔ قابل بررسی
  }
home-contradictions = { $n ->
    [one] { $n } جفت گفته که هر دو نمی‌توانند درست باشند
    *[other] { $n } جفت گفته که هر دو نمی‌توانند درست باشند
  }
home-see-incident = دیدن حادثه
home-see-copies = ببینید چه کسی از چه کسی رونویسی کرده
home-see-disagreements = ببینید بر سر چه اختلاف دارند
home-check-record = بررسی یک ثبت منتشرشده
home-waiting = در انتظار شما
home-waiting-none = چیزی در انتظار شما نیست.
home-clocks = مهلت‌های جاری
home-overdue = موعد گذشته
home-latest = تازه‌ترین حوادث
home-changes = چه تغییر کرده است
home-no-changes = از بازدید پیشین شما چیزی تغییر نکرده است.
home-could-not-see = آنچه دیده نشد
home-coverage-unknown = چیزی دربارهٔ آنچه دیدنی بود ثبت نشده است.
home-empty = هنوز هیچ سندی خوانده نشده است.
home-empty-next = سندها را به صندوق ورودی بیفزایید؛ روی همین رایانه خوانده می‌شوند.
home-problems = مشکلات ثبت
home-members-state = اعضا و دفترهای ثبت آنان
home-sentence = در یک جمله

# The first sentence, and the figures
home-documents = { $n ->
    [one] { $n } سند.
    *[other] { $n } سند.
  }
home-origins = { $origins }.
home-checkable = { $n ->
    [one] { $n } حادثهٔ گزارش‌شدهٔ قابل بررسی.
    *[other] { $n } حادثهٔ گزارش‌شدهٔ قابل بررسی.
  }
home-ways = از کجا آغاز کنید
home-see-contradictions = ببینید بر سر چه اختلاف دارند
home-verify = بررسی یک ثبت منتشرشده
home-cases-open = پرونده‌های باز
