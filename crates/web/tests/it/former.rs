//! A case that goes to and fro: who had it is said in the forms that hand it on, and asked about before it goes back.

use chikaya_domain::access::Role;
use chikaya_service::case::act::StaffAct;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{Colleague, ONEE, TAFRAOUT, act, between, case, colleague, in_progress, version},
    visitor::{Answer, counters},
};

chikaya_testkit::in_both_towns! {
    a_case_goes_back_only_when_that_is_confirmed => super::a_case_goes_back_only_when_that_is_confirmed;
    a_refusal_that_leads_back_is_led_to_the_authority_instead => super::a_refusal_that_leads_back_is_led_to_the_authority_instead;
}

const REASON: &str = "La rue est de l’autre commune, dit xylophone.";

/// A case of Tiznit that was sent to Tafraout: its reference, and an officer of Tafraout.
async fn sent_on(town: &Town) -> (String, Colleague) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let other = colleague(town, &counters, Role::Officer, TAFRAOUT).await;
    let reference = case(town, &own.officer, in_progress()).await;
    let transfer = StaffAct::Transfer {
        to: town::organisation_code(TAFRAOUT),
        reason: REASON.to_owned(),
    };
    act(town, &own.officer, &reference, transfer).await;
    (reference, other)
}

/// Sends the form of an act in a language.
async fn send(
    town: &Town,
    by: &mut Colleague,
    reference: &str,
    (code, name): (&str, &str),
    fields: &[(&str, &str)],
) -> Answer {
    let seen = version(town, &by.officer, reference).await.to_string();
    let mut fields = fields.to_vec();
    fields.push(("version", seen.as_str()));
    if !fields.iter().any(|(name, _)| *name == "mark") {
        fields.push(("mark", "0"));
    }
    let address = format!("/{code}/desk/case/{reference}/{name}");
    by.browser.post(&address, &fields).await
}

async fn a_case_goes_back_only_when_that_is_confirmed(town: &Town) {
    let (reference, mut other) = sent_on(town).await;
    let page = other
        .browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await
        .text();
    let told = "Commune de Tiznit l’a eu jusqu’au jeudi 12 mars et l’a transmis.";
    assert!(page.contains("Qui a déjà eu le dossier"), "{page}");
    assert!(page.contains(told) && page.contains(REASON), "{page}");
    assert!(!page.contains("id=\"transfer-again\""), "{page}");

    let before = town.facts(&reference).await;
    let back = [
        ("transfer-to", town::TIZNIT),
        ("transfer-reason", "Non, elle est à vous."),
    ];
    for code in ["ar", "fr", "zgh", "en"] {
        let asked = send(town, &mut other, &reference, (code, "transfer"), &back).await;
        assert_eq!(asked.code(), 422);
        let page = asked.text();
        for part in [
            "href=\"#transfer-again\"",
            "id=\"transfer-again-error\"",
            "Non, elle est à vous.",
        ] {
            assert!(page.contains(part), "{code}: no {part} in {page}");
        }
        let ticked = format!(
            "id=\"transfer-again\" name=\"transfer-again\" value=\"{}\"",
            town::TIZNIT
        );
        assert!(page.contains(&ticked), "{page}");
    }
    // Ticked for one body it confirms no other.
    let mut for_another = back.to_vec();
    for_another.push(("transfer-again", ONEE));
    let asked = send(
        town,
        &mut other,
        &reference,
        ("fr", "transfer"),
        &for_another,
    )
    .await;
    assert_eq!(asked.code(), 422);
    assert!(
        asked
            .text()
            .contains("déclinez la compétence sans en nommer")
    );
    assert_eq!(town.facts(&reference).await, before, "nothing was sent");

    let mut sure = back.to_vec();
    sure.push(("transfer-again", town::TIZNIT));
    let sent = send(town, &mut other, &reference, ("fr", "transfer"), &sure).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    assert_eq!(town.facts(&reference).await.len(), before.len() + 1);
}

async fn a_refusal_that_leads_back_is_led_to_the_authority_instead(town: &Town) {
    let (reference, mut other) = sent_on(town).await;
    let back = [
        ("refuse-to", town::TIZNIT),
        ("refuse-reason", "Elle est à vous."),
    ];
    let refuse = ("fr", "refuse-competence");
    let asked = send(town, &mut other, &reference, refuse, &back).await;
    assert_eq!(asked.code(), 422);
    let page = asked.text();
    assert!(page.contains("Ne nommez aucune administration"), "{page}");
    assert!(page.contains("id=\"refuse-again-error\""), "{page}");
    // To a body that never had it nothing is asked, nor when none is named.
    let form = between(&page, "id=\"act-refuse-competence\"", "</form>");
    let mark = between(&form, "name=\"mark.", "\"");
    let nobody = [
        ("refuse-to", ""),
        ("refuse-reason", "Elle n’est pas à nous."),
        ("mark", mark.as_str()),
    ];
    let sent = send(town, &mut other, &reference, refuse, &nobody).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    let facts = town.facts(&reference).await;
    assert_eq!(facts.last().unwrap(), "sent-to-arbitration");

    // Whoever settles it reads who had it, and is asked nothing.
    let counters = counters(town);
    let mut authority = colleague(town, &counters, Role::ReformAuthority, "reform-authority").await;
    let page = authority
        .browser
        .get(&format!("/fr/desk/case/{reference}"))
        .await
        .text();
    assert!(page.contains("Qui a déjà eu le dossier"), "{page}");
    let settle = [
        ("arbitrate-to", town::TIZNIT),
        ("arbitrate-reason", "La rue est à Tiznit."),
    ];
    let settled = send(
        town,
        &mut authority,
        &reference,
        ("fr", "arbitrate"),
        &settle,
    )
    .await;
    assert_eq!(settled.code(), 303, "{}", settled.text());
}
