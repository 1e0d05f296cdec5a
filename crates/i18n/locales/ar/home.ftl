### The home page.
home-title = ماذا تريدون أن تقولوا للإدارة؟
home-lead = تصل رسالتكم إلى الإدارة التي عليها أن تجيب، أيا كانت، وتتبعونها خطوة بخطوة. مجانا وبدون حساب.
home-door-complaint = شيء لم يسر كما يجب
home-door-complaint-hint = شكاية: قرار أو تأخير أو معاملة أضرت بكم
home-door-remark = عندي ملاحظة على خدمة
home-door-remark-hint = رأيكم في خدمة جربتموها، حسنا كان أو سيئا
home-door-proposal = عندي فكرة لتحسين خدمة
home-door-proposal-hint = اقتراح يجعلها أسهل أو أسرع أو أعدل
home-speak = تفضلون الكلام؟
home-speak-hours = من الاثنين إلى الجمعة، من 8:30 إلى 16:30
home-next-title = ماذا يحدث بعد ذلك؟
home-next-write-title = تكتبون ما وقع
home-next-write-text = ثلاث دقائق تكفي. نقترح عليكم الإدارة المختصة، والقرار لكم.
home-next-receipt-title = تتوصلون بوصل في الحين
home-next-receipt-text = فيه رقم التتبع واليوم الذي يجب أن تُجابوا قبل نهايته.
home-next-transfer-title = تصل رسالتكم إلى الإدارة المختصة
home-next-transfer-text =
    { $days ->
       [zero] في الحين.
       [one] في يوم واحد على الأكثر.
       [two] في يومين على الأكثر.
       [few] في { $days } أيام على الأكثر.
       [many] في { $days } يوما على الأكثر.
      *[other] في { $days } يوم على الأكثر.
    } وإن لم تكن هي المختصة، أحالت رسالتكم إلى غيرها، ولا يبدأ عد الأيام من جديد.
home-next-answer-title = تتوصلون بجواب معلل
home-next-answer-text =
    { $days ->
       [zero] في الحين.
       [one] في يوم واحد على الأكثر.
       [two] في يومين على الأكثر.
       [few] في { $days } أيام على الأكثر.
       [many] في { $days } يوما على الأكثر.
      *[other] في { $days } يوم على الأكثر.
    } لم يقنعكم الجواب؟ اطلبوا إعادة فتح الملف. ويمكنكم التوجه إلى وسيط المملكة في أي وقت.
home-track-title = سبق أن أودعتم ملفا؟
home-track-reference-hint = مكتوب في أعلى الوصل. مثال:
home-track-lost = ضاع مني الوصل
home-other-title = خدمات أخرى
home-mediator-hint = مؤسسة مستقلة، يمكنكم اللجوء إليها في أي وقت
