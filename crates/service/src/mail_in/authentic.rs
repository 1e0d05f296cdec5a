//! Whether a mail comes from where it says, as the house's own border server found (RFC 8601). What others write into a mail
//! about itself is believed by nobody.

use super::header::Head;

/// Whether the border server of this name has found that a mail comes from the domain of its `From`: by DMARC, by a DKIM
/// signature of that domain, or by SPF for it. Only the topmost finding is read, and only if it is that server's.
pub(super) fn is_proven(heads: &[Head], server: &str, from_domain: &str) -> bool {
    let topmost = heads
        .iter()
        .find(|head| head.name == "authentication-results");
    let Some(finding) = topmost.map(|head| without_comments(&head.value)) else {
        return false;
    };
    let mut parts = finding.split(';');
    let name = parts.next().and_then(|part| part.split_whitespace().next());
    if !name.is_some_and(|name| name.eq_ignore_ascii_case(server)) {
        return false;
    }
    let results: Vec<Found> = parts.filter_map(Found::read).collect();
    if results
        .iter()
        .any(|found| found.method == "dmarc" && found.result == "fail")
    {
        return false;
    }
    results
        .iter()
        .filter(|found| found.result == "pass")
        .any(|found| match found.method.as_str() {
            "dmarc" => found
                .of("header.from")
                .is_some_and(|domain| domain.eq_ignore_ascii_case(from_domain)),
            "dkim" => found
                .of("header.d")
                .or_else(|| found.of("header.i").map(domain_of))
                .is_some_and(|domain| speaks_for(domain, from_domain)),
            "spf" => found
                .of("smtp.mailfrom")
                .map(domain_of)
                .is_some_and(|domain| speaks_for(domain, from_domain)),
            _ => false,
        })
}

/// One finding.
struct Found {
    method: String,
    result: String,
    properties: Vec<(String, String)>,
}

impl Found {
    fn read(part: &str) -> Option<Self> {
        let mut words = part
            .split_whitespace()
            .filter_map(|word| word.split_once('='));
        let (method, result) = words.next()?;
        Some(Self {
            // A method may have a version: `dkim/1`.
            method: method.split('/').next()?.to_ascii_lowercase(),
            result: result.to_ascii_lowercase(),
            properties: words
                .map(|(name, value)| {
                    let value = value.trim_matches('"').to_ascii_lowercase();
                    (name.to_ascii_lowercase(), value)
                })
                .collect(),
        })
    }

    fn of(&self, name: &str) -> Option<&str> {
        self.properties
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

fn domain_of(address: &str) -> &str {
    address.rsplit('@').next().unwrap_or(address)
}

/// Whether a domain that was proven may speak for that of `From`: the same, or one of two is within the other, of which the
/// wider one has a name of its own (`example.org`, never `org`).
fn speaks_for(proven: &str, from: &str) -> bool {
    let is_within = |inner: &str, outer: &str| {
        outer.contains('.')
            && inner
                .strip_suffix(outer)
                .is_some_and(|before| before.ends_with('.'))
    };
    let (proven, from) = (proven.to_ascii_lowercase(), from.to_ascii_lowercase());
    proven == from || is_within(&from, &proven) || is_within(&proven, &from)
}

/// A head without what stands in brackets.
fn without_comments(value: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(value.len());
    for sign in value.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(sign),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: &str = "mx.portal.test";

    fn proven(values: &[&str]) -> bool {
        let heads: Vec<Head> = values
            .iter()
            .map(|value| Head {
                name: "authentication-results".to_owned(),
                value: (*value).to_owned(),
            })
            .collect();
        is_proven(&heads, SERVER, "example.org")
    }

    #[test]
    fn the_findings_of_the_own_server_are_believed() {
        for value in [
            "mx.portal.test; dmarc=pass (p=none) header.from=example.org",
            "mx.portal.test 1; dkim=pass header.d=example.org header.s=s1",
            "MX.portal.test; dkim=pass header.i=@mail.example.org",
            "mx.portal.test; spf=pass smtp.mailfrom=fatima@example.org",
            "mx.portal.test; spf=fail smtp.mailfrom=x.test; dkim=pass header.d=example.org",
        ] {
            assert!(proven(&[value]), "{value}");
        }
    }

    #[test]
    fn what_proves_nothing_or_something_else_is_no_proof() {
        for value in [
            "mx.portal.test; none",
            "mx.other.test; dmarc=pass header.from=example.org",
            "mx.portal.test; dmarc=fail header.from=example.org; spf=pass smtp.mailfrom=example.org",
            "mx.portal.test; dkim=pass header.d=other.test",
            "mx.portal.test; dkim=pass header.d=org",
            "mx.portal.test; dkim=pass header.d=badexample.org",
            "mx.portal.test; spf=softfail smtp.mailfrom=example.org",
            "mx.portal.test (dmarc=pass header.from=example.org)",
        ] {
            assert!(!proven(&[value]), "{value}");
        }
        assert!(!proven(&[]));
        // A finding that the sender wrote beneath is not looked at.
        assert!(!proven(&[
            "mx.portal.test; none",
            "mx.portal.test; dmarc=pass header.from=example.org",
        ]));
    }
}
