### Words that are kept: what was typed into a form that was not heard, drafts, and what two people wrote at one time.

kept-title = ما كتبتموه محفوظ
kept-text = لم يُرسل شيء بعد. أعيدوا قراءته، ثم أرسلوه من جديد.
kept-behind-the-door = ما كتبتموه محفوظ، ولم يُرسل بعد. ستجدونه بعد هذه الصفحة.
kept-notice = انتهت جلستكم قبل الإرسال: ما كتبتموه باق أسفله. أعيدوا قراءته، ثم أرسلوه.
kept-words-title = ما كتبتموه
kept-send = أرسلوا من جديد
kept-page = الرجوع إلى الصفحة بدون إرسال
kept-stale-title = لم يُرسل شيء
kept-stale-text = بقيت الصفحة مفتوحة مدة طويلة، أو فقد المتصفح علامته (cookie). ما كتبتموه باق أسفله: أعيدوا قراءته، ثم أرسلوه من جديد.
kept-meanwhile = تغيّر هذا في نافذة أخرى أو غيّره شخص آخر. نصكم في الخانات، والنص الآخر أسفله. أرسلوا من جديد للاحتفاظ بنصكم.
kept-other-title = النص الآخر
kept-unsent-title = ما كتبتموه ولم يُرسل
kept-unsent-text = تغيّر الملف في الأثناء ولم يعد يقبله. يمكنكم نسخه من هنا.
kept-check-again = تغيّر ملفكم في نافذة أخرى. اقرؤوه كما هو الآن، ثم أرسلوه.
desk-draft-keep = تسجيل للمتابعة لاحقا
desk-draft-by = مسودة { $name }، { $moment }.
error-draft-too-long = هذا النص أطول من أن يُحفظ.
desk-answered-meanwhile = أُجيب عن هذا الملف في الأثناء: { $name }، { $moment }. هذا هو الجواب، وما كتبتموه باق في هذه الصفحة.
