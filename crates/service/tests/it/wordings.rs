//! The words of messages: the house's own until somebody changes them, for a body or the country, and back again.

use chikaya_domain::{
    Language,
    access::Role,
    id::OrganisationCode,
    person::{Contact, Email},
};
use chikaya_i18n::{TemplateFault, Voice};
use chikaya_service::{
    Trouble,
    staff::Officer,
    wording::{Changed, SENT_TO_FILERS, WhoseWords},
};
use chikaya_testkit::{Mail, Town, town};

chikaya_testkit::in_texting_towns! {
    words_are_changed_for_a_body_and_taken_back => super::words_are_changed_for_a_body_and_taken_back;
    each_message_is_shown_with_sample_data_in_each_language => super::each_message_is_shown_with_sample_data_in_each_language;
    only_administrators_change_words => super::only_administrators_change_words;
}

const PORTAL: &str = "https://portal.test";
const LEAD: &str = "mail-acknowledgement-lead";

async fn administrator(town: &Town) -> Officer {
    town.officer("admin@portal.test", Role::Administrator, "reform-authority")
        .await
}

fn tiznit() -> OrganisationCode {
    town::organisation_code(town::TIZNIT)
}

/// The acknowledgement of a filing in French, which goes to Tiznit.
async fn acknowledged(town: &Town, number: usize) -> Mail {
    let address = Email::parse(&format!("filer{number}@example.org")).unwrap();
    let mut filing = town::filing_with([Contact::Email(address)]);
    filing.language = Language::French;
    filing.key = Some(format!("filer-{number}"));
    let receipt = town.clerks.file(filing).await.unwrap();
    assert_eq!(receipt.organisation, tiznit());
    let mut mails = town.take_mail(PORTAL).await;
    assert_eq!(mails.len(), 1);
    mails.remove(0)
}

async fn words_are_changed_for_a_body_and_taken_back(town: &Town) {
    let admin = administrator(town).await;
    let of = || (LEAD.to_owned(), Language::French);
    let change = async |body, words: &str| {
        town.clerks
            .change_wording(admin.clone(), body, of(), words.to_owned())
            .await
            .unwrap()
    };
    let house = acknowledged(town, 1).await;
    assert!(house.text.contains("Nous avons reçu votre message le"));
    let made = town.clerks.wording_of_message(house.id).await.unwrap();
    assert_eq!(made, None, "the house's own words");
    // A place that is left out, or that the message does not know, is refused with its name.
    let missing = change(None, "Bien reçu.").await;
    assert_eq!(
        missing,
        Changed::Refused(TemplateFault::Missing("moment".to_owned()))
    );
    let unknown = change(None, "Reçu le { $moment } par { $who }.").await;
    assert_eq!(
        unknown,
        Changed::Refused(TemplateFault::Unknown("who".to_owned()))
    );
    let country = change(None, "Le pays a reçu ceci le { $moment }.").await;
    assert_eq!(country, Changed::Kept(1));
    let mail = acknowledged(town, 2).await;
    assert!(
        mail.text.contains("Le pays a reçu ceci le"),
        "{}",
        mail.text
    );
    assert!(mail.html.contains("Le pays a reçu ceci le"));
    let made = town.clerks.wording_of_message(mail.id).await.unwrap();
    assert_eq!(made, Some(1));
    // What a body says itself stands before what the country says.
    let own = change(Some(tiznit()), "Tiznit l’a reçu le { $moment }.").await;
    assert_eq!(own, Changed::Kept(2));
    let mail = acknowledged(town, 3).await;
    assert!(mail.text.contains("Tiznit l’a reçu le"), "{}", mail.text);
    assert!(!mail.text.contains("Le pays"));
    let made = town.clerks.wording_of_message(mail.id).await.unwrap();
    assert_eq!(made, Some(2));
    let again = change(Some(tiznit()), "Tiznit, le { $moment }.").await;
    assert_eq!(again, Changed::Kept(3));
    let page = town
        .clerks
        .wording(
            admin.clone(),
            "acknowledgement".to_owned(),
            Some(tiznit()),
            Language::French,
        )
        .await
        .unwrap();
    let part = page.parts.iter().find(|part| part.key == LEAD).unwrap();
    assert_eq!(part.whose, WhoseWords::Body(tiznit()));
    assert_eq!(part.now, "Tiznit, le { $moment }.");
    assert_eq!(part.places, ["moment"]);
    let versions: Vec<i64> = part.versions.iter().map(|version| version.number).collect();
    assert_eq!(versions, [3, 2]);
    assert!(!part.versions[0].by.is_empty());
    // Back to an earlier version, then to what the country says, then to the house's own.
    let back = |body, to| town.clerks.take_back_wording(admin.clone(), body, of(), to);
    assert_eq!(
        back(Some(tiznit()), Some(2)).await.unwrap(),
        Changed::Kept(4)
    );
    let mail = acknowledged(town, 4).await;
    assert!(mail.text.contains("Tiznit l’a reçu le"), "{}", mail.text);
    assert_eq!(back(Some(tiznit()), None).await.unwrap(), Changed::Kept(5));
    let mail = acknowledged(town, 5).await;
    assert!(
        mail.text.contains("Le pays a reçu ceci le"),
        "{}",
        mail.text
    );
    assert_eq!(back(None, None).await.unwrap(), Changed::Kept(6));
    let mail = acknowledged(town, 6).await;
    // Letter by letter the house's own again, but for reference, moment, link and address.
    let shape = |mail: &Mail| -> Vec<usize> {
        mail.text
            .lines()
            .map(|line| line.split(' ').count())
            .collect()
    };
    assert_eq!(shape(&mail), shape(&house));
    assert!(mail.text.contains("Nous avons reçu votre message le"));
    let made = town.clerks.wording_of_message(mail.id).await.unwrap();
    assert_eq!(made, None);
    let of_another = back(None, Some(2)).await;
    assert!(
        matches!(of_another, Err(Trouble::NotFound)),
        "a version of Tiznit is none of the country"
    );
    let trail = town.audit().await;
    let count = |action: &str| trail.iter().filter(|line| line.contains(action)).count();
    assert_eq!(count("wording.change"), 4);
    assert_eq!(count("wording.take-back"), 2);
}

async fn each_message_is_shown_with_sample_data_in_each_language(town: &Town) {
    let admin = administrator(town).await;
    let listed = town.clerks.wordings(admin.clone()).await.unwrap();
    assert_eq!(listed.len(), SENT_TO_FILERS.len());
    for message in SENT_TO_FILERS {
        for language in Language::ALL {
            let page = town
                .clerks
                .wording(admin.clone(), message.word.to_owned(), None, language)
                .await
                .unwrap();
            let expected =
                usize::from(!message.mail.is_empty()) + usize::from(!message.sms.is_empty());
            assert_eq!(page.samples.len(), expected, "{} {language}", message.word);
            for sample in &page.samples {
                assert!(sample.stays_inside, "a sample goes to nobody");
                assert!(matches!(sample.to, Contact::Email(_) | Contact::Phone(_)));
            }
            for part in &page.parts {
                assert_eq!(part.whose, WhoseWords::House);
                assert_eq!(part.now, Voice::of(language).written(part.key));
                // Whatever the house says could be written by an administrator too.
                assert!(!part.now.is_empty(), "{} {language}", part.key);
            }
        }
    }
}

async fn only_administrators_change_words(town: &Town) {
    let officer = town
        .officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let of = || ("sms-answer".to_owned(), Language::French);
    let refused = town
        .clerks
        .change_wording(officer.clone(), None, of(), "Réponse".to_owned())
        .await;
    assert!(matches!(refused, Err(Trouble::Forbidden)));
    let refused = town.clerks.wordings(officer).await;
    assert!(matches!(refused, Err(Trouble::Forbidden)));
    // Nothing but what filers read is changed here.
    let admin = administrator(town).await;
    let staff = ("mail-staff-why".to_owned(), Language::French);
    let refused = town
        .clerks
        .change_wording(admin, None, staff, "Parce que".to_owned())
        .await;
    assert!(matches!(refused, Err(Trouble::NotFound)));
}
