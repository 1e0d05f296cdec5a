//! A real SMTP server for tests: Debian's aiosmtpd in a child process, which prints what it receives.

use std::{
    io::{BufRead as _, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

use serde::Deserialize;

/// The program that receives: one line of JSON for each mail.
const PROGRAM: &str = r"
import asyncio, email, email.policy, json, sys
from aiosmtpd.controller import Controller
class Handler:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        part = lambda kind: (message.get_body((kind,)) or message).get_content()
        print(json.dumps({'to': envelope.rcpt_tos[0], 'subject': message['subject'], 'id': message['message-id'], 'text': part('plain'), 'html': part('html')}), flush=True)
        return '250 OK'
controller = Controller(Handler(), hostname='127.0.0.1', port=int(sys.argv[1]))
controller.start()
sys.stdin.read()
controller.stop()
";

/// A mail as received.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Received {
    /// To whom.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Message id, by which a mail sent twice is recognised.
    pub id: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

impl Received {
    /// The first link in the text.
    pub fn link(&self) -> Option<&str> {
        self.text
            .split_whitespace()
            .find(|word| word.starts_with("http"))
    }

    /// The code in the text, if it carries one.
    pub fn code(&self) -> Option<&str> {
        code_in(&self.text)
    }
}

/// The six digits in the text of a message that proves a contact.
pub fn code_in(text: &str) -> Option<&str> {
    text.split(|sign: char| !sign.is_ascii_digit())
        .find(|part| part.len() == 6)
}

/// The post office. It closes when dropped.
pub struct PostOffice {
    child: Child,
    port: u16,
    received: Arc<(Mutex<Vec<Received>>, Condvar)>,
}

impl PostOffice {
    /// Opens a post office on a free port and waits until it answers.
    ///
    /// # Panics
    /// When Debian's python3-aiosmtpd is missing, which `cargo xtask test` installs.
    pub fn open() -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("there is a free port")
            .port();
        let mut child = Command::new("/usr/bin/python3")
            .args(["-c", PROGRAM, &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 can be started");
        let lines = BufReader::new(child.stdout.take().expect("its output is ours"));
        let received = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        let kept = Arc::clone(&received);
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                if let Ok(mail) = serde_json::from_str(&line) {
                    kept.0
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(mail);
                    kept.1.notify_all();
                }
            }
        });
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "the post office does not open"
            );
            std::thread::yield_now();
        }
        Self {
            child,
            port,
            received,
        }
    }

    /// Its port on this machine.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The mails received so far, once there are at least `count`.
    ///
    /// # Panics
    /// When they do not come within 20 seconds.
    pub fn wait_for(&self, count: usize) -> Vec<Received> {
        let (mails, arrived) = &*self.received;
        let guard = mails.lock().unwrap_or_else(PoisonError::into_inner);
        let (guard, waited) = arrived
            .wait_timeout_while(guard, Duration::from_secs(20), |mails| mails.len() < count)
            .unwrap_or_else(PoisonError::into_inner);
        assert!(!waited.timed_out(), "{} of {count} mails came", guard.len());
        guard.clone()
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing more to do about it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
