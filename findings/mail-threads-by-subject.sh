#!/usr/bin/env bash
# Guess: mails that carry References are threaded by References alone, and a subject that begins with the case's
# reference in brackets, as help desks write it, keeps cases apart.
# Instead: Dovecot's THREAD=REFERENCES then joins threads by subject, with a leading "[…]" taken
# away first: two cases answered in the same words become one conversation, even with different References. A
# root that was never sent does hold the mails of one case together. "RE :" is known as an answer, «رد:» and
# "TR :" are not.
# Who meets it: filers and officers with more than one case. Every mail about a case must carry the reference at
# the end of its subject, never in front in brackets, and References with one root for the case.
. "$(dirname "$0")/lib.sh"
debian dovecot-imapd
. "$(dirname "$0")/imap.sh"
cat >"$place/write.py" <<'P'
import sys
from email.message import EmailMessage
from email.policy import SMTP

written = 0
def mail(subject, reference=None):
    global written
    written += 1
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = "portal@example.org", "filer@example.org"
    mail["Date"] = f"Mon, 02 Mar 2026 10:{written:02}:00 +0000"
    mail["Subject"], mail["Message-ID"] = subject, f"<m{written}@example.org>"
    if reference:
        mail["References"] = reference
    mail.set_content("text")
    with open(f"{sys.argv[1]}/{1000 + written}.m{written}.host:2,", "wb") as file:
        file.write(mail.as_bytes())

mail("توصلنا بملفكم: 7168-7125", "<case.1@example.org>")    # 1 to 3: one case, other words each time,
mail("للإدارة سؤال لكم: 7168-7125", "<case.1@example.org>")  # a root that no mail has
mail("أجابت الإدارة: 7168-7125", "<case.1@example.org>")
mail("[7168-7125] L’administration a répondu")              # 4, 5: two cases, reference in brackets
mail("[9001-2002] L’administration a répondu")
mail("1 dossier en retard", "<case.2@example.org>")         # 6, 7: two cases, References of their own
mail("1 dossier en retard", "<case.3@example.org>")
mail("Délai prolongé : 7168-7125")                          # 8, 9: the same words, reference at the end
mail("Délai prolongé : 9001-2002")
mail("RE : Délai prolongé : 7168-7125")                     # 10: an answer to 8 without References
mail("تذكير بالأجل: 5050-6060")                              # 11 to 13: an Arabic answer, a French forward
mail("رد: تذكير بالأجل: 5050-6060")
mail("TR : تذكير بالأجل: 5050-6060")
P
python3 "$place/write.py" "$mails"
{ threads REFERENCES; threads REFS; } >"$place/seen"
expect <<'S'
REFERENCES: ((1)(2)(3))((4)(5))((6)(7))(8 10)(9)(11)(12)(13)
REFS: ((1)(2)(3))(4)(5)(6)(7)(8)(9)(10)(11)(12)(13)
S
