//! Reports of servers on our own mails (RFC 3464, and RFC 6533 for mails with other letters): which failed for good.

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Report {
    /// Whether the mail failed for good. Others say that it is late, or has arrived.
    pub(super) has_failed: bool,
    /// The server's code, such as `5.1.1`; empty where it gave none. It names nobody.
    pub(super) status: String,
}

/// Reads the part of a report that is for programs. The reports of several recipients are one: ours have one.
pub(super) fn read(part: &str) -> Option<Report> {
    let value = |line: &str, name: &str| {
        let (known, value) = line.split_once(':')?;
        known
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().to_ascii_lowercase())
    };
    let actions: Vec<String> = part
        .lines()
        .filter_map(|line| value(line, "action"))
        .collect();
    if actions.is_empty() {
        return None;
    }
    let status = part
        .lines()
        .find_map(|line| value(line, "status"))
        .map(|status| {
            status
                .chars()
                .take_while(|sign| sign.is_ascii_digit() || *sign == '.')
                .take(12)
                .collect()
        })
        .unwrap_or_default();
    Some(Report {
        has_failed: actions.iter().any(|action| action.starts_with("failed")),
        status,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_whether_it_failed_and_names_nobody() {
        let part = "Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; f@example.org\nAction: failed\nStatus: 5.1.1 (no such box)\nDiagnostic-Code: smtp; 550 f@example.org\n";
        let report = read(part).unwrap();
        assert!(report.has_failed);
        assert_eq!(report.status, "5.1.1");
        let late =
            read("Final-Recipient: rfc822; f@example.org\r\nAction: delayed\r\nStatus: 4.4.1\r\n");
        assert!(!late.unwrap().has_failed);
        assert_eq!(read("nothing"), None);
    }
}
