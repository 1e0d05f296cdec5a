//! One's own page, as it is heard: headings, names of forms, labels in their order.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{between, colleague},
    visitor::counters,
};

chikaya_testkit::in_both_towns! {
    the_form_of_the_password_is_heard_in_order => super::the_form_of_the_password_is_heard_in_order;
}

async fn the_form_of_the_password_is_heard_in_order(town: &Town) {
    let mut own = colleague(town, &counters(town), Role::Officer, town::TIZNIT).await;
    let page = own.browser.get("/fr/desk/me").await.text();
    let first = page.find("<h1>Mon compte</h1>").unwrap();
    assert!(
        !page[..first].contains("<h2"),
        "the first heading is the page's"
    );
    let heading = "<h2 id=\"password-title\">Changer le mot de passe</h2>";
    assert!(page.contains(heading), "{page}");
    let form = between(&page, "action=\"/fr/desk/me/password\"", "</form>");
    assert!(
        form.contains("aria-labelledby=\"password-title\""),
        "{form}"
    );
    assert!(
        form.contains("aria-describedby=\"password-ends\""),
        "{form}"
    );
    let labels: Vec<&str> = form
        .split("<label for=\"")
        .skip(1)
        .map(|label| label.split_once("</label>").unwrap().0)
        .collect();
    let expected = [
        "present\">Mot de passe actuel",
        "password\">Nouveau mot de passe",
        "again\">Le nouveau mot de passe, encore une fois",
    ];
    assert_eq!(labels, expected);

    // What is wrong is told with the field, and leads to it.
    let wrong = [
        ("present", town::PASSWORD),
        ("password", "court"),
        ("again", "autre"),
    ];
    let refused = own.browser.post("/fr/desk/me/password", &wrong).await;
    assert_eq!(refused.code(), 422);
    let page = refused.text();
    for field in ["password", "again"] {
        assert!(page.contains(&format!("<a href=\"#{field}\">")), "{page}");
        let input = between(
            &page,
            &format!("<input class=\"input\" id=\"{field}\""),
            ">",
        );
        assert!(input.contains("aria-invalid=\"true\""), "{input}");
        assert!(input.contains(&format!("{field}-error\"")), "{input}");
    }
}
