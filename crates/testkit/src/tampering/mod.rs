//! Tampering: cases with something of everything, and what somebody with the database in hand can change of them.

mod changes;

use bytes::Bytes;
use chikaya_domain::{
    access::Role,
    owner::Audience,
    person::{Contact, Email},
    reference::Reference,
};
use chikaya_service::{
    attachment::Destination,
    case::{act::StaffAct, follow::FilerAct},
    staff::Officer,
};
use futures_util::stream;
use jiff::civil::date;
use uuid::Uuid;

pub use self::changes::{Change, OF_A_CASE};
use crate::town::{self, Town};

/// A case with something of everything: a contact, a file, an officer's acts, a question and a reply.
pub struct Victim {
    /// Its identifier.
    pub case: Uuid,
    /// Its reference.
    pub reference: Reference,
}

/// Files a case of which something of everything is kept; `number` tells it from others.
pub async fn victim(town: &Town, officer: &Officer, number: usize) -> Victim {
    let email = Email::parse(&format!("filer-{number}@example.org")).expect("an address");
    let mut filing = town::filing_with([Contact::Email(email)]);
    filing.key = Some(format!("key-{number}"));
    let receipt = town.clerks.file(filing).await.expect("the clerks do it");
    let reference = receipt.reference.clone();
    let pass = town
        .clerks
        .open_with_code(reference.clone(), receipt.access_code)
        .await
        .expect("the clerks do it");
    for destination in [
        Destination::Filer(pass.clone()),
        Destination::Desk(
            Box::new(officer.clone()),
            reference.clone(),
            Audience::Filer,
        ),
    ] {
        let pdf = Bytes::from_static(b"%PDF-1.7\n% a sample\n");
        let whole = stream::iter([Ok::<_, std::io::Error>(pdf)]);
        town.clerks
            .attach(destination, "plan.pdf", whole)
            .await
            .expect("the clerks do it");
    }
    let ask = StaffAct::Ask {
        question: "Quel poteau ?".to_owned(),
        respond_by: date(2026, 3, 20),
    };
    for act in [StaffAct::Examine, StaffAct::TakeUp, ask] {
        let page = town.clerks.desk_page(officer.clone(), reference.clone());
        let version = page.await.expect("the officer's case").page.case.version;
        town.clerks
            .act(officer.clone(), reference.clone(), version, act)
            .await
            .expect("a lawful act");
    }
    let version = town
        .clerks
        .follow(pass.clone())
        .await
        .expect("the clerks do it")
        .case
        .version;
    town.clerks
        .act_as_filer(pass, version, FilerAct::Reply("214".to_owned()))
        .await
        .expect("the clerks do it");
    Victim {
        case: receipt.case.as_uuid(),
        reference,
    }
}

/// The officer who works on them.
pub async fn officer(town: &Town) -> Officer {
    town.officer("one@sample.test", Role::Officer, town::TIZNIT)
        .await
}

/// Does what workers do, until nothing is left, and seals the record.
pub async fn settle(town: &Town) {
    town.tell_staff().await;
    town.take_mail("http://portal.test").await;
    town.tell_staff().await;
    town.clerks.seal_record().await.expect("the clerks do it");
}

/// The statements of a change at a case, as the town's database reads them; `other` is a case that is left alone.
pub fn filled(town: &Town, statements: &str, case: Uuid, other: Uuid, number: u128) -> String {
    statements
        .replace("{case}", &town.id(case))
        .replace("{other}", &town.id(other))
        .replace("{new}", &town.id(Uuid::from_u128(0x00c0_ffee + number)))
        .replace("{zeros}", &town.bytes(&[0; 32]))
        .replace("{empty}", &town.bytes(&[]))
}
