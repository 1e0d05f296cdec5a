//! The rows of the account: the door takes an address, what is behind it takes a session.

use chikaya_testkit::Town;

use crate::{
    cases::EMAIL,
    public::{codes_may_be_sent, sent_code},
    table::Row,
    trial::Trial,
    visitor::Visitor,
};

/// The page that asks for an address, then for the code that was sent there.
const DOOR: &str = "/fr/account/sign-in";

/// The rows of the account.
pub(crate) async fn accounted(
    town: &Town,
    row: &Row,
    mut browser: Visitor,
    address: &str,
) -> Trial {
    codes_may_be_sent(town).await;
    let is_form = row.method == "POST";
    if address == DOOR {
        let trial = Trial::at(browser, address, 200);
        return if is_form {
            trial.with(&[("email", EMAIL)])
        } else {
            trial
        };
    }
    browser.get(DOOR).await;
    browser.post(DOOR, &[("email", EMAIL)]).await;
    let code = sent_code(town).await;
    let opened = browser
        .post(DOOR, &[("email", EMAIL), ("code", &code)])
        .await;
    assert_eq!(opened.place(), "/fr/account");
    if is_form && address.ends_with("/contacts") {
        // Asked for the code of another address: the page on which it is shown.
        Trial::at(browser, address, 200).with(&[("email", "other@example.org")])
    } else if is_form {
        Trial::at(browser, address, 303).with(&[("language", "fr"), ("preferred", "email")])
    } else {
        Trial::at(browser, address, 200)
    }
}
