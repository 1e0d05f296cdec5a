//! What stays of an order in the outbox, what of it is wiped, and what is read of it again.

use chikaya_domain::person::{Email, Phone};

use super::*;

fn job(order: &Order) -> Job {
    let (about, secret) = order.write();
    Job {
        id: Uuid::nil(),
        kind: MESSAGE_JOB.to_owned(),
        payload: serde_json::to_string(&about).unwrap(),
        secret: secret.map(|secret| serde_json::to_string(&secret).unwrap()),
        attempts: 0,
        last_error: None,
    }
}

#[test]
fn what_stays_of_an_order_names_no_address_code_or_word() {
    let to = Contact::Email(Email::parse("fatima@example.org").unwrap());
    let code = CodeOrder {
        to: to.clone(),
        code: ContactCode::parse("271828").unwrap(),
        until: Some(7),
        language: Language::French,
    };
    let word = Token::parse("abcdefghijklmnopqrstuvwxyz234567").unwrap();
    let orders = [
        Order::ContactCode(code.clone()),
        Order::AccountCode(code),
        Order::LostReceipt {
            to: to.clone(),
            language: Language::Arabic,
        },
        Order::Invitation {
            to,
            word: word.clone(),
            organisation: OrganisationCode::parse("onee").unwrap(),
            language: Language::English,
        },
    ];
    for order in orders {
        let job = job(&order);
        for secret in ["fatima", "271828", word.as_str()] {
            assert!(!job.payload.contains(secret), "{}", job.payload);
        }
        assert_eq!(
            format!("{:?}", Order::read(&job).unwrap()),
            format!("{order:?}")
        );
    }
}

#[test]
fn orders_of_earlier_versions_are_still_carried_out() {
    let mut job = job(&Order::LostReceipt {
        to: Contact::Phone(Phone::kept("+212612345678").unwrap()),
        language: Language::French,
    });
    // As the migration leaves it.
    job.secret = Some(r#"{"what":"lost-receipt","to":"+212612345678","language":"fr"}"#.into());
    let Order::LostReceipt { to, .. } = Order::read(&job).unwrap() else {
        panic!("another order");
    };
    assert_eq!(to.value(), "+212612345678");
    job.payload = format!(
        r#"{{"what":"case","case":"{}","sequence":3,"occasion":"reminder"}}"#,
        Uuid::nil()
    );
    assert!(matches!(
        Order::read(&job),
        Ok(Order::Case { to: None, .. })
    ));
}

#[test]
fn an_order_whose_secret_was_wiped_is_no_order() {
    let mut job = job(&Order::LostReceipt {
        to: Contact::Phone(Phone::kept("+212612345678").unwrap()),
        language: Language::French,
    });
    job.secret = None;
    assert!(Order::read(&job).is_err());
}
