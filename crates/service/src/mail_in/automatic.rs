//! What no person wrote, and what wants no automatic answer (RFC 3834, and what programs do beside it).

use super::header::{Head, first};

/// By whom or what a mail was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// By a person, as far as it tells.
    ByPerson,
    /// By a person whose program asks for no automatic answer.
    WantsNoAnswer,
    /// By a program.
    ByProgram,
    /// It came over a mailing list.
    OverList,
    /// By ourselves, or it went round and round.
    ByUs,
}

/// Servers that a mail may have come through.
const HOPS: usize = 40;

/// Names of boxes that no person writes from.
const NOBODY: &[&str] = &[
    "mailer-daemon",
    "postmaster",
    "noreply",
    "no-reply",
    "do-not-reply",
    "donotreply",
];

/// By whom a mail was written. `reverse_path` is the address it is returned to, `from` the one it says, `own` are the domains
/// of our own mails.
pub(super) fn written(heads: &[Head], reverse_path: &str, from: &str, own: &[String]) -> Written {
    let has = |name: &str| heads.iter().any(|head| head.name == name);
    let says = |name: &str, words: &[&str]| {
        first(heads, name).is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            words.iter().any(|word| value.starts_with(word))
        })
    };
    let is_ours = first(heads, "message-id").is_some_and(|id| {
        let domain = id
            .trim_end_matches('>')
            .rsplit('@')
            .next()
            .unwrap_or_default();
        own.iter().any(|ours| ours.eq_ignore_ascii_case(domain))
    });
    if is_ours || heads.iter().filter(|head| head.name == "received").count() > HOPS {
        return Written::ByUs;
    }
    if has("list-id")
        || has("list-unsubscribe")
        || has("list-post")
        || says("precedence", &["list", "bulk"])
    {
        return Written::OverList;
    }
    let is_automatic = first(heads, "auto-submitted")
        .is_some_and(|value| !value.to_ascii_lowercase().starts_with("no"));
    let is_nobodys = from
        .split('@')
        .next()
        .is_some_and(|local| NOBODY.contains(&local.to_ascii_lowercase().as_str()));
    if is_automatic
        || is_nobodys
        || reverse_path.is_empty()
        || says("precedence", &["auto_reply", "junk"])
        || ["x-autoreply", "x-autorespond", "x-auto-reply-from"]
            .into_iter()
            .any(has)
    {
        return Written::ByProgram;
    }
    if has("x-auto-response-suppress") {
        return Written::WantsNoAnswer;
    }
    Written::ByPerson
}

#[cfg(test)]
mod tests {
    use super::super::header::heads;
    use super::*;

    fn of(head: &str) -> Written {
        let raw = format!("From: f@example.org\r\n{head}\r\n\r\n");
        written(
            &heads(raw.as_bytes()),
            "f@example.org",
            "f@example.org",
            &["portal.test".to_owned()],
        )
    }

    #[test]
    fn each_way_to_say_that_a_program_writes_is_heard() {
        for (head, expected) in [
            ("Subject: Bonjour", Written::ByPerson),
            ("Auto-Submitted: no", Written::ByPerson),
            ("Auto-Submitted: auto-replied", Written::ByProgram),
            (
                "Auto-Submitted: auto-generated; owner-email=\"x\"",
                Written::ByProgram,
            ),
            ("Precedence: auto_reply", Written::ByProgram),
            ("X-Autoreply: yes", Written::ByProgram),
            ("Precedence: bulk", Written::OverList),
            ("List-Id: <list.example.org>", Written::OverList),
            ("X-Auto-Response-Suppress: All", Written::WantsNoAnswer),
            ("Message-ID: <abc@portal.test>", Written::ByUs),
        ] {
            assert_eq!(of(head), expected, "{head}");
        }
        let none = heads(b"From: f@example.org\r\n\r\n");
        assert_eq!(written(&none, "", "f@example.org", &[]), Written::ByProgram);
        assert_eq!(
            written(&none, "x@y.test", "MAILER-DAEMON@y.test", &[]),
            Written::ByProgram
        );
        let hops = heads("Received: x\r\n".repeat(60).as_bytes());
        assert_eq!(written(&hops, "x@y.test", "x@y.test", &[]), Written::ByUs);
    }
}
