### The home page.
home-title = What do you want to tell the administration?
home-lead = Your message reaches the one that must answer, whichever it is, and you follow it step by step. Free, without an account.
home-door-complaint = Something went wrong
home-door-complaint-hint = Complaint: a decision, a delay or a treatment that harmed you
home-door-remark = I have a remark on a service
home-door-remark-hint = Your view of a service, good or bad
home-door-proposal = I have an idea to improve it
home-door-proposal-hint = Proposal: simpler, faster, fairer
home-speak = Prefer to speak?
home-speak-hours = Monday to Friday, 8:30 to 16:30
home-next-title = What happens next?
home-next-write-title = You write
home-next-write-text = Three minutes are enough. We propose the competent administration; you decide.
home-next-receipt-title = You get a receipt at once
home-next-receipt-text = It carries a reference and the day by which you must be answered.
home-next-transfer-title = Your message reaches the right place
home-next-transfer-text =
    { $days ->
       [one] Within { $days } day.
      *[other] Within { $days } days.
    } If it is not the right administration, it passes the message on itself and the clock does not restart.
home-next-answer-title = You get an answer with reasons
home-next-answer-text =
    { $days ->
       [one] Within { $days } day.
      *[other] Within { $days } days.
    } Not convinced? Reopen the case. And you can turn to the Mediator of the Kingdom at any time.
home-track-title = Already filed?
home-track-reference-hint = At the top of the receipt. Example:
home-track-lost = I have lost my receipt
home-other-title = Other services
home-mediator-hint = An independent institution, open to you at any time
