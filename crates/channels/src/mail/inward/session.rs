//! A conversation in which a mail server brings mails: commands line by line, one status for each recipient, and each mail kept
//! before it is acknowledged.

use std::{io, time::Duration};

use chikaya_service::{
    Clerks,
    mail_in::{Envelope, MAIL_LIMIT, MailRefusal},
};
use tokio::{
    io::{
        AsyncBufRead, AsyncBufReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader, BufWriter,
    },
    net::TcpStream,
    sync::{Semaphore, watch},
    time::timeout,
};

/// Longest command, in bytes: the longest address with its parameters.
const COMMAND: usize = 2_048;

/// Recipients of one mail at most.
const RECIPIENTS: usize = 20;

/// Commands that say nothing, after which a conversation is ended.
const FAULTS: usize = 20;

/// Longest silence between commands, and within a mail.
const SILENCE: Duration = Duration::from_mins(5);

/// Longest time for one mail.
const MAIL: Duration = Duration::from_mins(15);

/// What all conversations share.
pub(super) struct House {
    /// Who keeps mails.
    pub(super) clerks: Clerks,
    /// Whose mails are taken.
    pub(super) domain: String,
    /// Rights to take down a mail.
    pub(super) desks: Semaphore,
}

/// What was said so far about the next mail.
#[derive(Default)]
struct Transaction {
    reverse_path: Option<String>,
    recipients: Vec<String>,
}

/// What a conversation does next.
enum Next {
    /// It answers.
    Say(String),
    /// It takes a mail down.
    Take,
    /// It ends.
    Leave,
}

/// Holds a conversation to its end.
pub(super) async fn receive(
    mut stream: TcpStream,
    house: &House,
    mut stopped: watch::Receiver<bool>,
) -> io::Result<()> {
    let (reader, writer) = stream.split();
    let mut reader = BufReader::new(reader);
    let mut writer = BufWriter::new(writer);
    say(&mut writer, &format!("220 {} LMTP\r\n", house.domain)).await?;
    writer.flush().await?;
    let mut transaction = Transaction::default();
    let mut faults = 0;
    loop {
        // What was asked in one go is answered in one go.
        if reader.buffer().is_empty() {
            writer.flush().await?;
        }
        let command = tokio::select! {
            line = timeout(SILENCE, line(&mut reader, COMMAND)) => line,
            _ = stopped.changed() => {
                say(&mut writer, "421 4.3.2 closing\r\n").await?;
                return writer.flush().await;
            }
        };
        let Ok(command) = command else {
            say(&mut writer, "421 4.4.2 nothing was said for too long\r\n").await?;
            return writer.flush().await;
        };
        let next = match command? {
            Line::Ended => return Ok(()),
            Line::TooLong => Next::Say("500 5.5.6 the line is too long\r\n".to_owned()),
            Line::Read(bytes) => match String::from_utf8(bytes) {
                Ok(command) => heard(house, &mut transaction, command.trim_end()),
                Err(_) => Next::Say("500 5.5.2 no letters that are known\r\n".to_owned()),
            },
        };
        match next {
            Next::Say(answer) => {
                faults += usize::from(answer.starts_with("50"));
                say(&mut writer, &answer).await?;
                if faults > FAULTS {
                    say(&mut writer, "421 4.7.0 too many faults\r\n").await?;
                    return writer.flush().await;
                }
            }
            Next::Take => {
                let taken = std::mem::take(&mut transaction);
                let Ok(_desk) = house.desks.acquire().await else {
                    return Ok(());
                };
                say(&mut writer, "354 end with <CRLF>.<CRLF>\r\n").await?;
                writer.flush().await?;
                let Ok(mail) = timeout(MAIL, data(&mut reader)).await else {
                    say(&mut writer, "421 4.4.2 the mail took too long\r\n").await?;
                    return writer.flush().await;
                };
                keep(house, &mut writer, taken, mail?).await?;
            }
            Next::Leave => {
                say(&mut writer, "221 2.0.0 goodbye\r\n").await?;
                return writer.flush().await;
            }
        }
    }
}

/// Hands a mail over for each recipient, and says of each whether it is kept.
async fn keep(
    house: &House,
    writer: &mut (impl AsyncWrite + Unpin),
    transaction: Transaction,
    mail: Option<Vec<u8>>,
) -> io::Result<()> {
    let mail = mail.map(bytes::Bytes::from);
    let reverse_path = transaction.reverse_path.unwrap_or_default();
    for recipient in transaction.recipients {
        let answer = match &mail {
            None => TOO_LARGE,
            Some(mail) => {
                let envelope = Envelope {
                    reverse_path: reverse_path.clone(),
                    recipient,
                };
                match house.clerks.receive_mail(envelope, mail.clone()).await {
                    Ok(()) => "250 2.1.5 kept\r\n",
                    Err(MailRefusal::Size) => TOO_LARGE,
                    Err(MailRefusal::Address) => "501 5.1.3 no such address\r\n",
                    Err(MailRefusal::Trouble(_)) => "451 4.3.0 it cannot be kept now\r\n",
                }
            }
        };
        say(writer, answer).await?;
    }
    writer.flush().await
}

/// The answer to a mail that is too large.
const TOO_LARGE: &str = "552 5.3.4 the mail is too large\r\n";

/// What a command calls for.
fn heard(house: &House, transaction: &mut Transaction, command: &str) -> Next {
    let (verb, rest) = command.split_once(' ').unwrap_or((command, ""));
    let answer = match verb.to_ascii_uppercase().as_str() {
        "LHLO" => {
            *transaction = Transaction::default();
            return Next::Say(format!(
                "250-{}\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {MAIL_LIMIT}\r\n",
                house.domain
            ));
        }
        "MAIL" => match address(rest, "FROM:") {
            None => "501 5.1.7 no such address\r\n",
            Some(_) if transaction.reverse_path.is_some() => "503 5.5.1 one mail at a time\r\n",
            Some((_, parameters)) if size_of(parameters) > MAIL_LIMIT => TOO_LARGE,
            Some((reverse_path, _)) => {
                transaction.reverse_path = Some(reverse_path.to_owned());
                "250 2.1.0 go on\r\n"
            }
        },
        "RCPT" => match address(rest, "TO:") {
            _ if transaction.reverse_path.is_none() => "503 5.5.1 from whom?\r\n",
            None => "501 5.1.3 no such address\r\n",
            Some(_) if transaction.recipients.len() >= RECIPIENTS => {
                "452 4.5.3 too many recipients\r\n"
            }
            Some((recipient, _)) if is_ours(recipient, &house.domain) => {
                transaction.recipients.push(recipient.to_owned());
                "250 2.1.5 go on\r\n"
            }
            Some(_) => "550 5.1.1 not here\r\n",
        },
        "DATA" if transaction.recipients.is_empty() => "503 5.5.1 to whom?\r\n",
        "DATA" => return Next::Take,
        "RSET" => {
            *transaction = Transaction::default();
            "250 2.0.0 forgotten\r\n"
        }
        "NOOP" => "250 2.0.0 yes\r\n",
        "VRFY" => "252 2.1.5 bring it and see\r\n",
        "QUIT" => return Next::Leave,
        "HELO" | "EHLO" => "500 5.5.1 this is LMTP: say LHLO\r\n",
        _ => "500 5.5.1 not understood\r\n",
    };
    Next::Say(answer.to_owned())
}

/// The address of a command between its brackets, and the parameters behind.
fn address<'a>(rest: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let rest = rest.trim_start();
    let begins = rest.get(..word.len())?;
    let rest = begins
        .eq_ignore_ascii_case(word)
        .then(|| rest[word.len()..].trim_start())?;
    let (address, parameters) = rest.strip_prefix('<')?.split_once('>')?;
    // A route before the address is ignored (RFC 5321, appendix C).
    let address = match address.strip_prefix('@') {
        Some(routed) => routed.split_once(':')?.1,
        None => address,
    };
    let is_plain = address.is_empty()
        || (address.contains('@') && !address.contains(char::is_control) && address.len() <= 320);
    is_plain.then_some((address, parameters.trim()))
}

/// How large a mail is said to be.
fn size_of(parameters: &str) -> u64 {
    parameters
        .split_whitespace()
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.eq_ignore_ascii_case("SIZE"))
        .and_then(|(_, size)| size.parse().ok())
        .unwrap_or(0)
}

fn is_ours(recipient: &str, domain: &str) -> bool {
    recipient
        .rsplit_once('@')
        .is_some_and(|(local, at)| !local.is_empty() && at.eq_ignore_ascii_case(domain))
}

async fn say(writer: &mut (impl AsyncWrite + Unpin), words: &str) -> io::Result<()> {
    writer.write_all(words.as_bytes()).await
}

/// A line that was read.
enum Line {
    Read(Vec<u8>),
    /// Longer than it may be; the rest of it is gone.
    TooLong,
    /// Nothing comes any more.
    Ended,
}

/// Reads a line of `limit` bytes at most, with its end.
async fn line(reader: &mut (impl AsyncBufRead + Unpin), limit: usize) -> io::Result<Line> {
    let mut line = Vec::new();
    let mut is_too_long = false;
    loop {
        let available = reader.fill_buf().await?;
        if available.is_empty() {
            return Ok(Line::Ended);
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(available.len(), |end| end + 1);
        if line.len() + taken > limit {
            is_too_long = true;
        } else {
            line.extend_from_slice(&available[..taken]);
        }
        reader.consume(taken);
        if end.is_some() {
            return Ok(if is_too_long {
                Line::TooLong
            } else {
                Line::Read(line)
            });
        }
    }
}

/// Reads a mail to the line with a dot alone, which ends it only between two whole line ends: what ends otherwise could hide
/// another mail. `None` where it is too large.
async fn data(reader: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let limit = usize::try_from(MAIL_LIMIT).unwrap_or(usize::MAX);
    let mut mail = Vec::new();
    let mut read = 0_usize;
    let mut begins_line = true;
    loop {
        let piece = match timeout(SILENCE, piece(reader)).await {
            Ok(piece) => piece?,
            Err(_) => return Err(io::ErrorKind::TimedOut.into()),
        };
        if begins_line && piece == b".\r\n" {
            return Ok((read <= limit).then_some(mail));
        }
        let kept = match piece.strip_prefix(b".") {
            Some(stuffed) if begins_line => stuffed,
            _ => &piece,
        };
        begins_line = piece.ends_with(b"\r\n");
        read = read.saturating_add(kept.len());
        if read <= limit {
            mail.extend_from_slice(kept);
        } else {
            mail = Vec::new();
            // Whoever goes on and on is not listened to for ever.
            if read > limit.saturating_mul(4) {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
        }
    }
}

/// Longest piece of a line taken at once.
const PIECE: usize = 64 * 1024;

/// Reads a line with its end, or a piece of one that is longer.
async fn piece(reader: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    loop {
        let available = reader.fill_buf().await?;
        if available.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(available.len(), |end| end + 1);
        piece.extend_from_slice(&available[..taken]);
        reader.consume(taken);
        if end.is_some() || piece.len() >= PIECE {
            return Ok(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn taken(raw: &[u8]) -> Option<Vec<u8>> {
        data(&mut BufReader::new(raw)).await.ok().flatten()
    }

    #[tokio::test]
    async fn a_mail_ends_at_a_dot_between_whole_line_ends_alone() {
        let mail = taken(b"Subject: x\r\n\r\n..a\r\nb\n.\nc\r\n.\r\nMAIL").await;
        assert_eq!(
            mail.as_deref(),
            Some(&b"Subject: x\r\n\r\n.a\r\nb\n.\nc\r\n"[..])
        );
        assert_eq!(taken(b"Subject: x\r\n\r\nno end").await, None);
    }

    #[test]
    fn addresses_are_read_as_servers_write_them() {
        for (rest, expected) in [
            ("FROM:<>", Some(("", ""))),
            ("from: <a@b.test> SIZE=12", Some(("a@b.test", "SIZE=12"))),
            ("FROM:<@relay.test:a@b.test>", Some(("a@b.test", ""))),
            (
                "FROM:<فاطمة@مثال.test> SMTPUTF8",
                Some(("فاطمة@مثال.test", "SMTPUTF8")),
            ),
            ("FROM:a@b.test", None),
            ("FROM:<a>", None),
            ("", None),
        ] {
            assert_eq!(address(rest, "FROM:"), expected, "{rest}");
        }
        assert_eq!(size_of("BODY=8BITMIME SIZE=12"), 12);
        assert!(is_ours("x@Portal.test", "portal.test"));
        assert!(!is_ours("x@other.test", "portal.test"));
    }
}
