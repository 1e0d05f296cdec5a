//! The pages of the filer's account.

use super::{
    stops::{
        By,
        Deed::{Press, Run, Type},
        ON, Walk,
    },
    town::Scene,
};

/// Address, code, list of cases, settings and farewell.
pub(super) fn pages(walk: &mut Walk, scene: &Scene) {
    let door = "/account/sign-in";
    walk.see(door);
    walk.see_wrong(door, [Press(ON)]);
    let asked = || [Type("#email", "salma@example.org"), Press(ON)];
    walk.see_after(door, "code", asked(), "#code");
    let again = asked()
        .into_iter()
        .chain([Press("main form:last-of-type button")]);
    walk.see_after(
        door,
        "asked again",
        again.collect::<Vec<_>>(),
        ".note[role=status]",
    );
    let wrong = asked()
        .into_iter()
        .chain([Type("#code", "1234"), Press(ON)]);
    walk.see_wrong(door, wrong.collect::<Vec<_>>());

    walk.by(&By::Filer(scene.new_account.clone()), |walk| {
        walk.see_after("/account", "without cases", [], "#cases + p");
    });
    walk.by(&By::Filer(scene.account.clone()), |walk| {
        walk.see_after("/account", "with cases", [], "a.door .ref");
        let settings = "/account/settings";
        walk.see(settings);
        let letter = Run("document.querySelector('[name=preferred][value=letter]').checked = true");
        walk.see_wrong(
            settings,
            [
                letter,
                Type("#address", "ici"),
                Type("#phone", "06"),
                Press(ON),
            ],
        );
        walk.see("/account/contacts");
        walk.see_after("/account/delete", "asks", [], "button.grave");
    });
}
