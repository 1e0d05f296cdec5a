//! The administration pages.

use chikaya_testkit::town::TIZNIT;

use super::{
    stops::{
        By,
        Deed::{Press, Run, Type, Unfold},
        Walk,
    },
    town::{ADMINISTRATOR, Scene},
};

/// The button of the form that changes something.
const SAVE: &str = "main form.stack-5 > .row button";

/// Every section, each of its forms as it is met and with what is wrong on it.
pub(super) fn pages(walk: &mut Walk, scene: &Scene) {
    walk.by(&By::Staff(ADMINISTRATOR), |walk| {
        walk.see("/admin");
        people(walk, scene);
        organisations(walk);
        calendar(walk);
        policies(walk);
        let again = "form[action$='/send-again']";
        walk.see_after("/admin/messages", "undelivered", [], again);
        walk.see("/admin/sms");
        walk.see("/admin/messages/words");
        let words = "/admin/messages/words/question";
        walk.see(words);
        let lacking = [
            Type("#mail-question-lead", "..."),
            Press("form:has(#mail-question-lead) button"),
        ];
        walk.see_wrong(words, lacking);
        audit(walk);
    });
}

fn people(walk: &mut Walk, scene: &Scene) {
    let list = "/admin/people";
    let filter = "main form > div.row button";
    walk.see_after(list, "everybody", [], "th[scope=row]");
    walk.see_wrong(list, [Type("#organisation", "xyzzyx"), Press(filter)]);
    let nobody = [Type("#words", "xyzzyx"), Press(filter)];
    walk.see_after(list, "nobody", nobody, ".empty");
    let invite = "/admin/people/invite";
    walk.see(invite);
    walk.see_wrong(invite, [Press(SAVE)]);
    let several = [Type("#organisation", "tiznit"), Press(SAVE)];
    walk.see_after(invite, "several bodies", several, ".offered");
    let own = format!("{list}/{}", scene.administrator);
    walk.see(&own);
    let stopped = format!("{list}/{}", scene.stopped);
    walk.see_after(&stopped, "stopped", [], "form[action$='/switch-on']");
    let member = format!("{list}/{}", scene.member);
    walk.see(&member);
    walk.see_wrong(&member, [Type("#name", ""), Press(SAVE)]);
    let renew = [
        Unfold("details.why summary"),
        Press("form[action$='/renew'] button"),
    ];
    walk.see_after(&member, "let in again", renew, ".link-once");
}

fn organisations(walk: &mut Walk) {
    let list = "/admin/organisations";
    walk.see(list);
    walk.see(&format!("{list}?within={TIZNIT}"));
    walk.see_after(&format!("{list}?q=xyzzyx"), "none", [], ".empty");
    let new = format!("{list}/new");
    walk.see(&new);
    walk.see(&format!("{new}?within={TIZNIT}"));
    walk.see_wrong(&new, [Type("#parent", "tiznit"), Press(SAVE)]);
    let body = format!("{list}/{TIZNIT}");
    walk.see(&body);
    walk.see_wrong(&body, [Type("#name-fr", ""), Press(SAVE)]);
    let off = [Press("form[action$='/switch-off'] button")];
    walk.see_after(&body, "in the way", off, ".errors");
}

fn calendar(walk: &mut Walk) {
    let year = "/admin/calendar";
    walk.see_after(year, "days", [], "main progress");
    walk.see_after(&format!("{year}?year=1990"), "no days", [], ".empty");
    walk.see_wrong(year, [Press("form[action$='/worked'] button")]);
    let all = "document.querySelectorAll('[name^=day-]').forEach(day => { day.checked = true; })";
    walk.see_wrong(year, [Run(all), Press("form[action$='/weekend'] button")]);
    let new = "/admin/calendar/new";
    walk.see(new);
    walk.see_wrong(new, [Press(SAVE)]);
    let estimated = "/admin/calendar/2026-03-20";
    walk.see_after(estimated, "estimated", [], "form[action$='/confirm']");
    walk.see_wrong(estimated, [Type("#name-ar", ""), Press(SAVE)]);
}

fn policies(walk: &mut Walk) {
    walk.see("/admin/policies");
    let new = "/admin/policies/new";
    walk.see(new);
    walk.see_wrong(new, [Type("#answer", ""), Press(SAVE)]);
}

fn audit(walk: &mut Walk) {
    let trail = "/admin/audit";
    let filter = "main .filter button";
    walk.see_after(trail, "everything", [], "th[scope=row]");
    // A browser without fields for dates lets anything through.
    let no_day = "const day = document.querySelector('#day'); \
        day.type = 'text'; day.value = 'demain'";
    walk.see_wrong(trail, [Run(no_day), Press(filter)]);
    let long_ago = "document.querySelector('#day').value = '2020-01-01'";
    let nothing = [Run(long_ago), Press(filter)];
    walk.see_after(trail, "nothing", nothing, ".empty");
}
