//! Mails that wait, at the desk: each row of the table tried by every role, and what the pages say.

use chikaya_domain::access::{Role, Standing};
use chikaya_service::{mail_in::Envelope, staff::Officer};
use chikaya_testkit::{Town, town};

use crate::{
    cases::{ONEE, colleague},
    desk::added,
    table::{Row, rows},
    visitor::{Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    every_role_does_with_mails_what_its_cell_says => super::every_role_does_with_mails_what_its_cell_says;
    a_mail_is_read_and_added_to_its_case => super::a_mail_is_read_and_added_to_its_case;
}

/// A case in Tiznit, and the address to which its filer replies.
async fn written_to(town: &Town) -> (String, String) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let mails = town.take_mail("http://portal.test").await;
    let reply = mails.last().unwrap().reply.as_ref().unwrap().to.clone();
    (receipt.reference.to_string(), reply)
}

/// A mail that nobody has proven comes to an address; answers the identifier under which it waits.
async fn comes(town: &Town, authority: &Officer, to: &str, number: usize) -> String {
    town.clock.advance_minutes(1);
    let raw = format!(
        "From: <ali{number}@example.org>\r\nSubject: Re: Question {number}\r\nMessage-ID: <{number}@example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nLe lampadaire <b>{number}</b>.\r\n\r\nLe 12 mars 2026, Chikaya a écrit :\r\n> Quelle rue ?\r\n"
    );
    let envelope = Envelope {
        reverse_path: format!("ali{number}@example.org"),
        recipient: to.to_owned(),
    };
    town.clerks
        .receive_mail(envelope, raw.into_bytes().into())
        .await
        .unwrap();
    assert_eq!(town.read_mails().await[0].state, "waiting");
    let waiting = town.clerks.mails_waiting(authority.clone(), None).await;
    let waiting = waiting.unwrap();
    waiting.mails[0].id.to_string()
}

async fn authority(town: &Town) -> Officer {
    let role = Role::ReformAuthority;
    town.officer("all@sample.test", role, "reform-authority")
        .await
}

fn is_listed(row: &Row, role: Role, standing: Standing) -> bool {
    match standing {
        Standing::Own => &row.own,
        Standing::Consulted => &row.consulted,
        Standing::Other => &row.other,
    }
    .contains(&role)
}

async fn every_role_does_with_mails_what_its_cell_says(town: &Town) {
    let counters = counters(town);
    let (reference, reply) = written_to(town).await;
    let authority = authority(town).await;
    let mut number = 0;
    let rows: Vec<Row> = rows().into_iter().filter(|row| row.who == "mail").collect();
    assert_eq!(rows.len(), 5);
    for (standing, organisation) in [(Standing::Own, town::TIZNIT), (Standing::Other, ONEE)] {
        for role in Role::ALL {
            let mut browser = colleague(town, &counters, *role, organisation)
                .await
                .browser;
            for row in &rows {
                number += 1;
                let mail = comes(town, &authority, &reply, number).await;
                let address = row
                    .path
                    .replace("{language}", "fr")
                    .replace("{mail}", &mail);
                let name = format!("{} {} by {role}, {standing}", row.method, row.path);
                let is_listed = is_listed(row, *role, standing);
                let fields = [("reference", reference.as_str())];
                if row.token {
                    for carries in [Carries::Nothing, Carries::Foreign] {
                        let forged = browser.post_carrying(&address, &fields, carries).await;
                        assert_eq!(forged.code(), 403, "{name} with {carries:?} as token");
                    }
                }
                let (before, facts) = (town.audit().await, town.facts(&reference).await);
                let answer = if row.method == "GET" {
                    browser.get(&address).await
                } else {
                    browser.post_carrying(&address, &fields, Carries::Own).await
                };
                let lines = added(&before, town.audit().await);
                let left = town.facts(&reference).await[facts.len()..].to_vec();
                if is_listed {
                    let success = if row.method == "GET" { 200 } else { 303 };
                    assert_eq!(answer.code(), success, "{name}: {}", answer.text());
                    let expected: Vec<&str> = row
                        .leaves
                        .iter()
                        .filter_map(|entry| entry.strip_prefix("audit "))
                        .collect();
                    assert_eq!(lines, expected, "{name}");
                    let noted: &[&str] = if address.ends_with("/join") {
                        &["noted"]
                    } else {
                        &[]
                    };
                    assert_eq!(left, noted, "{name}");
                } else {
                    assert!(
                        matches!(answer.code(), 403 | 404),
                        "{name}: {}",
                        answer.code()
                    );
                    assert!(
                        lines.is_empty() && left.is_empty(),
                        "{name} leaves {lines:?} {left:?}"
                    );
                }
                let mut nobody = Visitor::new(&counters).await;
                let sent_away = nobody.get(&address).await;
                let door = row.method == "GET";
                assert!(
                    !door || sent_away.place().starts_with("/fr/desk/sign-in"),
                    "{name}"
                );
            }
        }
    }
}

async fn a_mail_is_read_and_added_to_its_case(town: &Town) {
    let counters = counters(town);
    let mut own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    own.browser
        .get("/fr/desk/mail")
        .await
        .says(&["Aucun mail n’attend."]);
    let (reference, reply) = written_to(town).await;
    let mail = comes(town, &authority(town).await, &reply, 7).await;
    for language in ["ar", "fr", "zgh", "en"] {
        let list = own.browser.get(&format!("/{language}/desk/mail")).await;
        assert_eq!(list.code(), 200);
        list.says(&[
            "ali7@example.org",
            &reference,
            &format!("/{language}/desk/mail/{mail}"),
        ]);
        assert_eq!(
            own.browser
                .get(&format!("/{language}/desk/mail/{mail}"))
                .await
                .code(),
            200
        );
    }
    let page = own.browser.get(&format!("/fr/desk/mail/{mail}")).await;
    page.says(&[
        "Rien ne prouve qu’il vient de cette adresse.",
        "Le lampadaire &#60;b&#62;7&#60;/b&#62;.",
        "<details class=\"why\"><summary>Texte cité</summary>",
        &format!("value=\"{reference}\""),
    ]);
    assert!(!page.text().contains("<b>7</b>"));
    let original = own
        .browser
        .get(&format!("/fr/desk/mail/{mail}/original"))
        .await;
    assert_eq!(original.headers["content-type"], "message/rfc822");
    assert!(
        original.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    assert!(original.text().starts_with("From: <ali7@example.org>"));

    let administrator = colleague(town, &counters, Role::Administrator, "reform-authority").await;
    let mut administrator = administrator.browser;
    let counted = administrator.get("/fr/admin/messages").await;
    counted.says(&[
        "Mails reçus ces dernières 24 heures",
        "En attente au bureau\u{a0}: 1 · Rien ne prouve qu’il vient de cette adresse.",
    ]);
    assert!(
        !counted.text().contains("ali7"),
        "whose mails came is not told"
    );

    let action = format!("/fr/desk/mail/{mail}/join");
    let refused = own
        .browser
        .post_only(&action, &[("reference", "CK-26-7K3M")])
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&[
        "href=\"#reference\"",
        "value=\"CK-26-7K3M\"",
        "aria-invalid=\"true\"",
    ]);
    let unknown = crate::desk::unknown_reference();
    let refused = own
        .browser
        .post_only(&action, &[("reference", &unknown)])
        .await;
    assert_eq!(refused.code(), 422);
    refused.says(&["Aucun de vos dossiers n’a ce numéro de suivi."]);
    let done = own
        .browser
        .post_only(&action, &[("reference", &reference)])
        .await;
    assert_eq!(done.place(), "/fr/desk/mail?done=yes");
    own.browser
        .get(done.place())
        .await
        .says(&["Aucun mail n’attend."]);
    own.browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await
        .says(&["ali7@example.org"]);
    // Done twice, it is told that it was done.
    let again = own
        .browser
        .post_only(&action, &[("reference", &reference)])
        .await;
    assert_eq!(again.code(), 409);
}
