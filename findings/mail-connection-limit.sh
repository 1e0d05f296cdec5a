#!/usr/bin/env bash
# Guess: a pool of connections deals by itself with a server that takes a number of mails over one connection and
# ends the next with 421, as the standard lets it; the mail goes out over a new connection.
# Instead: lettre's pool asks NOOP before each mail, which such a server answers, and then hands the 421 up as a transient
# error: every fourth mail fails here, though a new connection would take it at once. nodemailer sends it again itself.
# Who meets it: people whose messages are delayed by a whole retry, one in N, whenever many leave at once. A 421 on a
# connection that was used before must be tried again at once on a new one, and not count as a try.
. "$(dirname "$0")/lib.sh"
pypi aiosmtpd==1.4.6
npm_packages nodemailer@10.6.1
crate 'lettre = { version = "=0.11.23", default-features = false, features = ["builder", "smtp-transport", "pool"] }' <<'R'
use lettre::{Message, SmtpTransport, Transport, transport::smtp::PoolConfig};
fn main() {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).expect("a port");
    let pool = SmtpTransport::builder_dangerous("127.0.0.1")
        .port(port)
        .pool_config(PoolConfig::new().max_size(1))
        .build();
    for number in 1..=9 {
        let mail = Message::builder()
            .from("portal@example.org".parse().expect("an address"))
            .to("filer@example.org".parse().expect("an address"))
            .subject(number.to_string())
            .body(String::from("text"))
            .expect("a mail");
        match pool.send(&mail) {
            Ok(_) => print!(" sent"),
            Err(error) => print!(" {}", error.status().map_or(0, u16::from)),
        }
    }
    println!();
}
R
cat >"$place/server.py" <<'P'
import asyncio
from aiosmtpd.smtp import SMTP

class Server(SMTP):
    mails = 0

    async def smtp_MAIL(self, argument):
        if self.mails == 3:
            await self.push("421 too many messages in this connection")
            self.transport.close()
        else:
            self.mails += 1
            await super().smtp_MAIL(argument)

class Mails:
    async def handle_DATA(self, server, session, envelope):
        return "250 taken"

async def main():
    server = await asyncio.get_running_loop().create_server(lambda: Server(Mails()), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(120)

asyncio.run(main())
P
cat >"$place/nodemailer.mjs" <<'P'
import nodemailer from "nodemailer";
const pool = nodemailer.createTransport({ pool: true, maxConnections: 1, host: "127.0.0.1", port: Number(process.argv[2]), ignoreTLS: true });
const said = [];
for (let number = 1; number <= 9; number++)
  said.push(await pool.sendMail({ from: "portal@example.org", to: "filer@example.org", subject: `${number}`, text: "text" })
    .then(() => "sent", (error) => error.responseCode));
pool.close();
console.log("nodemailer:", ...said);
P
"$python" "$place/server.py" >"$place/server.log" 2>&1 &
ends+=("kill $!")
until [ -s "$place/server.log" ]; do sleep 0.1; done
read -r port <"$place/server.log"
{ echo "lettre:$("$program" "$port")"; node "$place/nodemailer.mjs" "$port"; } >"$place/seen"
expect <<'S'
lettre: sent sent sent 421 sent sent sent 421 sent
nodemailer: sent sent sent sent sent sent sent sent sent
S
