### Time limits in words: when an answer is due, why on that day, how much is left, how late it is.

## Due dates

due-by-organisation = يجب أن تتوصلوا بجواب { $organisation } قبل نهاية يوم { $date }.
due-reopen-until = يمكنكم طلب إعادة الفتح إلى غاية { $date }.
due-reopen-days =
    { $days ->
       [zero] يمكنكم طلب إعادة الفتح يوم إخباركم بهذا الجواب.
       [one] يمكنكم طلب إعادة الفتح خلال يوم واحد من إخباركم بهذا الجواب.
       [two] يمكنكم طلب إعادة الفتح خلال يومين من إخباركم بهذا الجواب.
       [few] يمكنكم طلب إعادة الفتح خلال { $days } أيام من إخباركم بهذا الجواب.
       [many] يمكنكم طلب إعادة الفتح خلال { $days } يوما من إخباركم بهذا الجواب.
      *[other] يمكنكم طلب إعادة الفتح خلال { $days } يوم من إخباركم بهذا الجواب.
    }

## How much is left, how late

due-days-left =
    { $days ->
       [zero] آخر يوم هو اليوم
       [one] بقي يوم واحد
       [two] بقي يومان
       [few] بقيت { $days } أيام
       [many] بقي { $days } يوما
      *[other] بقي { $days } يوم
    }
due-days-late =
    { $days ->
       [zero] في الأجل
       [one] تأخر يوما واحدا
       [two] تأخر يومين
       [few] تأخر { $days } أيام
       [many] تأخر { $days } يوما
      *[other] تأخر { $days } يوم
    }
due-chip-left =
    { $days ->
       [zero] اليوم
       [one] بقي يوم
       [two] بقي يومان
       [few] بقيت { $days } أيام
       [many] بقي { $days } يوما
      *[other] بقي { $days } يوم
    }
due-chip-late =
    { $days ->
       [zero] اليوم
       [one] تأخر يوما
       [two] تأخر يومين
       [few] تأخر { $days } أيام
       [many] تأخر { $days } يوما
      *[other] تأخر { $days } يوم
    }

## Why that day

derivation-title = كيف حُسب هذا اليوم؟
derivation-calendar =
    { $days ->
       [zero] لا يوم
       [one] يوم واحد
       [two] يومان
       [few] { $days } أيام
       [many] { $days } يوما
      *[other] { $days } يوم
    } ابتداء من { $from }، ولا يُحسب يوم الإيداع.
derivation-working =
    { $days ->
       [zero] لا يوم عمل
       [one] يوم عمل واحد
       [two] يوما عمل
       [few] { $days } أيام عمل
       [many] { $days } يوم عمل
      *[other] { $days } يوم عمل
    } ابتداء من { $from }، ولا يُحسب يوم الإيداع ولا أيام العطل.
derivation-reopening-calendar =
    { $days ->
       [zero] لا يوم
       [one] يوم واحد
       [two] يومان
       [few] { $days } أيام
       [many] { $days } يوما
      *[other] { $days } يوم
    } ابتداء من إعادة فتح الملف يوم { $from }، ولا يُحسب ذلك اليوم.
derivation-reopening-working =
    { $days ->
       [zero] لا يوم عمل
       [one] يوم عمل واحد
       [two] يوما عمل
       [few] { $days } أيام عمل
       [many] { $days } يوم عمل
      *[other] { $days } يوم عمل
    } ابتداء من إعادة فتح الملف يوم { $from }، ولا يُحسب ذلك اليوم ولا أيام العطل.
derivation-holidays-counted = أيام العطل داخل الأجل تُحسب: { $list }.
derivation-not-moved = آخر يوم هو { $date }، ولا ينتقل الأجل إلى يوم آخر.
derivation-rolled-weekend = آخر يوم هو { $date }، وهو من عطلة نهاية الأسبوع، فينتقل الأجل إلى { $due }.
derivation-rolled-holiday = آخر يوم هو { $date }، وهو يوم عطلة ({ $holiday })، فينتقل الأجل إلى { $due }.
derivation-rolled-run = آخر يوم هو { $date }، وليس يوم عمل. أيام العطل المتتابعة: { $list }. فينتقل الأجل إلى أول يوم عمل بعدها: { $due }.
derivation-estimated-holiday = تاريخ هذه العطلة تقديري، وقد يتغير بيوم بعد رؤية الهلال. إذا تغير، يُحتسب الأجل من جديد.
derivation-extended =
    { $days ->
       [zero] لم يُمدد الأجل.
       [one] مُدد الأجل مرة واحدة بقرار معلل. المدة المضافة: يوم واحد.
       [two] مُدد الأجل مرة واحدة بقرار معلل. المدة المضافة: يومان.
       [few] مُدد الأجل مرة واحدة بقرار معلل. المدة المضافة: { $days } أيام.
       [many] مُدد الأجل مرة واحدة بقرار معلل. المدة المضافة: { $days } يوما.
      *[other] مُدد الأجل مرة واحدة بقرار معلل. المدة المضافة: { $days } يوم.
    }
derivation-paused =
    { $days ->
       [zero] لم يوقف انتظار جوابكم عد الأيام.
       [one] أوقف انتظار جوابكم عد الأيام يوما واحدا.
       [two] أوقف انتظار جوابكم عد الأيام يومين.
       [few] أوقف انتظار جوابكم عد الأيام { $days } أيام.
       [many] أوقف انتظار جوابكم عد الأيام { $days } يوما.
      *[other] أوقف انتظار جوابكم عد الأيام { $days } يوم.
    }
due-clock-sentence = أُودع يوم { $from }، وآخر أجل للجواب { $date }.
due-clock-filed = الإيداع
due-clock-due = آخر يوم للجواب
