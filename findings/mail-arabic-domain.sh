#!/usr/bin/env bash
# Guess: an address with Latin letters at an Arabic domain (Morocco's .المغرب) needs nothing from the mail server:
# the library sends the domain as xn--….
# Instead: nodemailer does; Rust's lettre and Python's smtplib hand the letters over as they are and then demand
# SMTPUTF8. From a server without it lettre returns an error that is neither permanent nor transient, so that a
# queue which retries all but permanent errors tries for days. To a server with SMTPUTF8 the mail leaves marked as
# international, and bounces at the first relay that is not.
# Who meets it: everyone with such an address. The domain must be turned to ASCII (IDNA) before envelope and
# header; what only SMTPUTF8 can carry (an Arabic name before the @) is refused for good where the server lacks it.
. "$(dirname "$0")/lib.sh"
pypi aiosmtpd==1.4.6
npm_packages nodemailer@10.6.1
crate 'lettre = { version = "=0.11.23", default-features = false, features = ["builder", "smtp-transport"] }' <<'R'
use lettre::{Message, SmtpTransport, Transport};
fn main() {
    let to = std::env::args().nth(2).expect("an address");
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).expect("a port");
    let mail = Message::builder()
        .from("portal@example.org".parse().expect("an address"))
        .to(to.parse().expect("an address"))
        .subject("subject")
        .body(String::from("text"))
        .expect("a mail");
    match SmtpTransport::builder_dangerous("127.0.0.1").port(port).build().send(&mail) {
        Ok(_) => println!("lettre: sent"),
        Err(error) => println!("lettre: permanent {}, transient {}", error.is_permanent(), error.is_transient()),
    }
}
R
cat >"$place/server.py" <<'P'
import asyncio
from aiosmtpd.smtp import SMTP

class Mails:
    async def handle_DATA(self, server, session, envelope):
        print("  server got", envelope.rcpt_tos, "SMTPUTF8" in envelope.mail_options, flush=True)
        return "250 taken"

async def main():
    loop = asyncio.get_running_loop()
    ports = []
    for utf8 in (False, True):
        server = await loop.create_server(lambda utf8=utf8: SMTP(Mails(), enable_SMTPUTF8=utf8), "127.0.0.1", 0)
        ports.append(server.sockets[0].getsockname()[1])
    print(*ports, flush=True)
    await asyncio.sleep(120)

asyncio.run(main())
P
cat >"$place/smtplib_client.py" <<'P'
import smtplib, sys
from email.message import EmailMessage
mail = EmailMessage()
mail["From"], mail["To"], mail["Subject"] = "portal@example.org", sys.argv[2], "subject"
mail.set_content("text")
try:
    with smtplib.SMTP("127.0.0.1", int(sys.argv[1])) as client:
        client.send_message(mail)
    print("smtplib: sent")
except smtplib.SMTPException as error:
    print("smtplib:", type(error).__name__)
P
cat >"$place/nodemailer.mjs" <<'P'
import nodemailer from "nodemailer";
const [port, to] = process.argv.slice(2);
const client = nodemailer.createTransport({ host: "127.0.0.1", port: Number(port), ignoreTLS: true });
await client.sendMail({ from: "portal@example.org", to, subject: "subject", text: "text" });
console.log("nodemailer: sent");
P
"$python" "$place/server.py" >"$place/server.log" 2>&1 &
ends+=("kill $!")
until [ -s "$place/server.log" ]; do sleep 0.1; done
read -r plain utf8 <"$place/server.log"
for port in "$plain" "$utf8"; do
  [ "$port" = "$plain" ] && echo "without SMTPUTF8" || echo "with SMTPUTF8"
  for client in "$program" "$python $place/smtplib_client.py" "node $place/nodemailer.mjs"; do
    before=$(wc -l <"$place/server.log")
    $client "$port" 'aicha@مثال.المغرب'
    tail -n "+$((before + 1))" "$place/server.log"
  done
done >"$place/seen"
expect <<'S'
without SMTPUTF8
lettre: permanent false, transient false
smtplib: SMTPNotSupportedError
nodemailer: sent
  server got ['aicha@xn--mgbh0fb.xn--mgbc0a9azcg'] False
with SMTPUTF8
lettre: sent
  server got ['aicha@مثال.المغرب'] True
smtplib: sent
  server got ['aicha@مثال.المغرب'] True
nodemailer: sent
  server got ['aicha@xn--mgbh0fb.xn--mgbc0a9azcg'] False
S
