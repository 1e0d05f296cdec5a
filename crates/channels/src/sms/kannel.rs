//! Kannel's `sendsms`: a message as the parameters of an address.

use bytes::Bytes;
use chikaya_domain::sms::Alphabet;
use http::Method;
use url::Url;

use super::compose::Text;

/// Of what Kannel reports: that a message arrived (1), that it did not (2), that the network refused it (16).
const REPORTED: &str = "19";

/// The call that hands a message over. The alphabet is said together with the charset: without them Kannel sends what its
/// own alphabet lacks as question marks, and answers that all is well.
pub(super) fn request(
    server: &Url,
    (user, password): (&str, &str),
    from: &str,
    text: &Text,
    report: Option<&str>,
) -> (Url, http::request::Builder, Bytes) {
    let mut url = server.clone();
    {
        let mut query = url.query_pairs_mut();
        query
            .append_pair("username", user)
            .append_pair("password", password)
            .append_pair("to", &text.to)
            .append_pair("text", &text.text)
            .append_pair("charset", "UTF-8")
            .append_pair(
                "coding",
                match text.segments.alphabet {
                    Alphabet::Gsm7 => "0",
                    Alphabet::Ucs2 => "2",
                },
            );
        if !from.is_empty() {
            query.append_pair("from", from);
        }
        if let Some(report) = report {
            // Kannel puts what became of it in the place of %d.
            let address = format!("{report}?id={}&word={}&state=%d", text.id, text.report_word);
            query
                .append_pair("dlr-mask", REPORTED)
                .append_pair("dlr-url", &address);
        }
    }
    let request = http::Request::builder().method(Method::GET);
    (url, request, Bytes::new())
}
