#!/usr/bin/env bash
# Guess: an answer repeats our Message-ID as it is; how long it is matters to nobody.
# Instead: Python's email (which Django sends with) writes In-Reply-To and
# References as encoded words once "In-Reply-To: <…>" passes 78 columns, which a UUID at a domain of more than 26
# letters does. Message-ID itself stays readable. Dovecot does not decode it, for REFERENCES or REFS: the answer
# begins a thread of its own; npm mailparser decodes it.
# Who meets it: bodies whose desk answers the portal's mails by such software. Our identifiers must be short
# (no hyphens, few letters before the @), and a reader of answers must decode In-Reply-To before comparing.
. "$(dirname "$0")/lib.sh"
debian dovecot-imapd
npm_packages mailparser@3.14.2
python3 --version
. "$(dirname "$0")/imap.sh"
cat >"$place/write.py" <<'P'
import sys
from email.message import EmailMessage
from email.policy import SMTP

DOMAIN = "reclamations.administration.example.org"
written = 0
def mail(identifier, answered=None):
    global written
    written += 1
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "desk@example.org", f"subject {written}"
    mail["Date"] = f"Mon, 02 Mar 2026 10:{written:02}:00 +0000"
    mail["Message-ID"] = identifier
    if answered:
        mail["In-Reply-To"] = mail["References"] = answered
    mail.set_content("text")
    with open(f"{sys.argv[1]}/{1000 + written}.m{written}.host:2,", "wb") as file:
        file.write(mail.as_bytes())
    return mail.as_bytes()

long, short = f"<01936f2e-7a31-7c44-9f0e-2b1d6c0a9e77@{DOMAIN}>", f"<k3v7q2m9x4c8w1ztb5@{DOMAIN}>"
print("readable in Message-ID:", long.encode() in mail(long))
print("readable in an answer's In-Reply-To:", long.encode() in mail("<r1@example.org>", long))
mail(short)
print("readable when short:", short.encode() in mail("<r2@example.org>", short))
P
cat >"$place/read.mjs" <<'P'
import { simpleParser } from "mailparser";
import { readFileSync } from "node:fs";
const mail = await simpleParser(readFileSync(process.argv[2]));
console.log("mailparser reads:", mail.inReplyTo);
P
{
  python3 "$place/write.py" "$mails"
  threads REFERENCES
  threads REFS
  node "$place/read.mjs" "$mails/1002.m2.host:2,"
} >"$place/seen"
expect <<'S'
readable in Message-ID: True
readable in an answer's In-Reply-To: False
readable when short: True
REFERENCES: (1)(2)(3 4)
REFS: (1)(2)(3 4)
mailparser reads: <01936f2e-7a31-7c44-9f0e-2b1d6c0a9e77@reclamations.administration.example.org>
S
