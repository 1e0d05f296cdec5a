//! The same table through a real Postfix, which brings mails over LMTP, and through a real Dovecot, from whose box they are
//! fetched. Without them, or as another account than root, it says that it is skipped.

use std::{
    fmt::Write as _,
    fs,
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use chikaya_service::mail_in::MailFate;
use chikaya_testkit::{Engine, Imap, ImapSettings, Town, town};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
};

use super::{must_have_ended, readers, rows, whole, written_to};

/// Longest time for a mail to come through.
const PATIENCE: Duration = Duration::from_secs(20);

/// Two servers that end with the test.
struct Servers {
    folder: TempDir,
    running: Vec<Child>,
    smtp: u16,
    imap: u16,
}

impl Drop for Servers {
    fn drop(&mut self) {
        let configuration = self.folder.path().join("postfix");
        // They may have ended by themselves.
        let _ = Command::new("/usr/sbin/postfix")
            .arg("-c")
            .arg(&configuration)
            .arg("stop")
            .stderr(Stdio::null())
            .status();
        for server in &mut self.running {
            let _ = Command::new("kill").arg(server.id().to_string()).status();
            let _ = server.wait();
        }
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Whether both servers are here and may be begun.
fn are_here() -> bool {
    let here = [
        "/usr/sbin/postfix",
        "/usr/sbin/dovecot",
        "/usr/lib/dovecot/lmtp",
        "/usr/lib/dovecot/imap",
    ]
    .iter()
    .all(|program| Path::new(program).exists());
    let id = Command::new("id").arg("-u").output().unwrap();
    here && id.stdout == b"0\n"
}

/// Begins both servers; what comes to the domain of replies goes to `next` over LMTP, or into the box.
fn begin(next: Option<SocketAddr>) -> Servers {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    // Their own accounts look into it.
    Command::new("chmod").arg("755").arg(root).status().unwrap();
    let (smtp, imap, lmtp) = (free_port(), free_port(), free_port());
    let next = next.map_or(lmtp, |next| next.port());
    let postfix = root.join("postfix");
    for part in ["postfix", "queue", "data", "box", "dovecot", "base"] {
        fs::create_dir(root.join(part)).unwrap();
    }
    let root = root.display();
    fs::write(
        postfix.join("main.cf"),
        format!(
            "compatibility_level = 3.6\nqueue_directory = {root}/queue\ndata_directory = {root}/data\ncommand_directory = /usr/sbin\ndaemon_directory = /usr/lib/postfix/sbin\nmail_owner = postfix\nsetgid_group = postdrop\nmyhostname = mx.portal.test\nmydestination =\nlocal_recipient_maps =\ninet_interfaces = loopback-only\ninet_protocols = ipv4\nmynetworks = 127.0.0.0/8\nsmtpd_relay_restrictions = permit_mynetworks, reject\nrelay_domains = {domain}\ntransport_maps = inline:{{ {{ {domain} = lmtp:inet:[127.0.0.1]:{next} }} }}\nrecipient_delimiter =\nlmtp_destination_recipient_limit = 20\nmessage_size_limit = 40000000\nlocal_header_rewrite_clients =\nmaillog_file = {root}/postfix.log\nmaillog_file_prefixes = {root}\nalias_maps =\nalias_database =\n",
            domain = town::MAIL_DOMAIN
        ),
    )
    .unwrap();
    let mut master = format!(
        "127.0.0.1:{smtp} inet n - n - - smtpd\npickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nshowq unix n - n - - showq\n"
    );
    for service in [
        "bounce", "trace", "verify", "smtp", "lmtp", "error", "retry", "discard",
    ] {
        let program = match service {
            "trace" => "bounce",
            "retry" => "error",
            other => other,
        };
        writeln!(master, "{service} unix - - n - 0 {program}").unwrap();
    }
    master.push_str("rewrite unix - - n - - trivial-rewrite\nqmgr unix n - n 300 1 qmgr\ndefer unix - - n - 0 bounce\nanvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\nproxymap unix - - n - - proxymap\npostlog unix-dgram n - n - 1 postlogd\n");
    fs::write(postfix.join("master.cf"), master).unwrap();
    Command::new("chown")
        .arg("postfix")
        .arg(format!("{root}/data"))
        .status()
        .unwrap();
    let configuration = format!("{root}/dovecot.conf");
    fs::write(
        &configuration,
        format!(
            "base_dir = {root}/base\nlog_path = {root}/dovecot.log\nprotocols = imap lmtp\nlisten = 127.0.0.1\nssl = no\ndisable_plaintext_auth = no\nmail_location = maildir:{root}/box\nmail_uid = mail\nmail_gid = mail\nfirst_valid_uid = 1\npassdb {{\n driver = static\n args = password=secret\n}}\nuserdb {{\n driver = static\n args = uid=mail gid=mail home={root}/box allow_all_users=yes\n}}\nnamespace inbox {{\n inbox = yes\n mailbox Kept {{\n auto = create\n }}\n}}\nservice imap-login {{\n chroot =\n inet_listener imap {{\n port = {imap}\n }}\n inet_listener imaps {{\n port = 0\n }}\n}}\nservice lmtp {{\n inet_listener lmtp {{\n address = 127.0.0.1\n port = {lmtp}\n }}\n}}\nservice anvil {{\n chroot =\n}}\n"
        ),
    )
    .unwrap();
    Command::new("chown")
        .args(["-R", "mail:mail"])
        .arg(format!("{root}/box"))
        .status()
        .unwrap();
    let begun = |program: &str, arguments: &[&str]| {
        Command::new(program)
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let running = vec![
        begun(
            "/usr/sbin/postfix",
            &["-c", &postfix.display().to_string(), "start-fg"],
        ),
        begun("/usr/sbin/dovecot", &["-F", "-c", &configuration]),
    ];
    Servers {
        folder,
        running,
        smtp,
        imap,
    }
}

impl Servers {
    /// Waits until a server answers.
    async fn answers(&self, port: u16) {
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            let log =
                fs::read_to_string(self.folder.path().join("postfix.log")).unwrap_or_default();
            assert!(since.elapsed() < PATIENCE, "{port}: {log}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What both servers wrote down.
    fn logs(&self) -> String {
        let log =
            |name: &str| fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
        format!("{}\n{}", log("postfix.log"), log("dovecot.log"))
    }

    /// Hands a mail over as the world outside does.
    async fn send(&self, reverse_path: &str, to: &str, raw: &[u8]) {
        let stream = TcpStream::connect(("127.0.0.1", self.smtp)).await.unwrap();
        let mut stream = BufReader::new(stream);
        let commands = [
            "EHLO world.test".to_owned(),
            format!("MAIL FROM:<{reverse_path}>"),
            format!("RCPT TO:<{to}>"),
            "DATA".to_owned(),
        ];
        hear(&mut stream, "220").await;
        for command in commands {
            stream
                .write_all(format!("{command}\r\n").as_bytes())
                .await
                .unwrap();
            hear(&mut stream, if command == "DATA" { "354" } else { "250" }).await;
        }
        for line in raw.split_inclusive(|byte| *byte == b'\n') {
            if line.starts_with(b".") {
                stream.write_all(b".").await.unwrap();
            }
            stream.write_all(line).await.unwrap();
        }
        stream.write_all(b"\r\n.\r\n").await.unwrap();
        hear(&mut stream, "250").await;
    }
}

async fn hear(stream: &mut BufReader<TcpStream>, code: &str) {
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.unwrap();
        assert!(line.starts_with(code), "{line}");
        if line.as_bytes().get(3) != Some(&b'-') {
            return;
        }
    }
}

/// Waits until one mail was read.
async fn one_read(town: &Town, servers: &Servers, name: &str) -> Vec<MailFate> {
    let since = Instant::now();
    loop {
        let fates = town.read_mails().await;
        if !fates.is_empty() {
            return fates;
        }
        assert!(
            since.elapsed() < PATIENCE,
            "{name} does not come: {}",
            servers.logs()
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn town_here() -> Option<Town> {
    if !are_here() {
        eprintln!(
            "skipped: no Postfix and Dovecot that may be begun (cargo xtask test --full installs them)"
        );
        return None;
    }
    Some(
        tokio::task::spawn_blocking(|| Town::on(Engine::Sqlite))
            .await
            .unwrap(),
    )
}

async fn leave(town: Town) {
    tokio::task::spawn_blocking(move || drop(town))
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_mail_ends_there_through_postfix() {
    let Some(town) = town_here().await else {
        return;
    };
    let ours = written_to(&town).await;
    let readers = readers(&town).await;
    let (door, _open) = town.open_mail_door().await;
    let servers = begin(Some(door));
    servers.answers(servers.smtp).await;
    for row in rows(&ours) {
        servers
            .send(row.returned_to, &row.to, &whole(row.name))
            .await;
        let fates = one_read(&town, &servers, row.name).await;
        must_have_ended(&town, ours.receipt.case, &readers, &row, &fates).await;
    }
    drop(servers);
    leave(town).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_mail_ends_there_through_a_box() {
    let Some(town) = town_here().await else {
        return;
    };
    let ours = written_to(&town).await;
    let readers = readers(&town).await;
    let servers = begin(None);
    for port in [servers.smtp, servers.imap] {
        servers.answers(port).await;
    }
    let imap = Imap::new(ImapSettings {
        host: "127.0.0.1".to_owned(),
        port: servers.imap,
        is_tls: false,
        user: "chikaya".to_owned(),
        password: "secret".to_owned(),
        folder: "INBOX".to_owned(),
        done: "Kept".to_owned(),
        recipient: format!("mail@{}", town::MAIL_DOMAIN),
    })
    .unwrap();
    imap.test(PATIENCE).await.unwrap();
    let clerks = town.clerks.clone();
    #[expect(clippy::disallowed_methods, reason = "it ends with the test's runtime")]
    let fetching = tokio::spawn(async move { imap.visit(&clerks, || {}).await });
    for row in rows(&ours) {
        servers
            .send(row.returned_to, &row.to, &whole(row.name))
            .await;
        let fates = one_read(&town, &servers, row.name).await;
        must_have_ended(&town, ours.receipt.case, &readers, &row, &fates).await;
    }
    let kept: usize = ["cur", "new"]
        .iter()
        .map(|part| servers.folder.path().join("box/.Kept").join(part))
        .map(|folder| fs::read_dir(folder).unwrap().count())
        .sum();
    assert!(kept >= 40, "{kept} mails were moved to what was kept");
    assert!(!fetching.is_finished(), "one connection was enough");
    fetching.abort();
    drop(servers);
    leave(town).await;
}
