//! A filing by pictures, as whoever does not read touches it through: in Arabic, without a script, each page one question.

use chikaya_testkit::{Town, town};

use crate::{
    cases::dot,
    visitor::{Carries, Visitor, counters},
};

chikaya_testkit::in_both_towns! {
    who_touches_pictures_alone_files_one_case => super::who_touches_pictures_alone_files_one_case;
    nothing_is_filed_that_nobody_said_or_showed => super::nothing_is_filed_that_nobody_said_or_showed;
    a_number_that_is_none_is_asked_for_again => super::a_number_that_is_none_is_asked_for_again;
}

/// Begins with a picture; answers the draft.
async fn touch(browser: &mut Visitor, sector: &str) -> String {
    let begun = browser.post("/ar/say", &[("sector", sector)]).await;
    assert_eq!(begun.code(), 303, "{}", begun.text());
    let place = begun.place();
    assert!(place.ends_with("/voice"), "{place}");
    place.split('/').nth(3).unwrap().to_owned()
}

async fn who_touches_pictures_alone_files_one_case(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let first = browser.get("/ar/say").await;
    let text = first.text();
    assert_eq!(text.matches("name=\"sector\"").count(), 22);
    // What is said aloud is said of each picture too, where the telephone has a voice.
    assert!(text.matches("data-speak=").count() > 22);
    let word = touch(&mut browser, "health").await;
    let step = |step: &str| format!("/ar/say/{word}/{step}");
    let voice = browser.get(&step("voice")).await;
    voice.says(&["accept=\"audio/*\"", "data-record"]);
    // Nothing was recorded: what happened can be shown.
    let skipped = browser.upload(&step("voice"), &[], Carries::Own).await;
    assert!(skipped.place().ends_with("/photo"), "{}", skipped.place());
    let picture = dot();
    let shown = browser
        .upload(&step("photo"), &[("photo.png", &picture)], Carries::Own)
        .await;
    assert!(shown.place().ends_with("/where"), "{}", shown.place());
    let regions = browser.get(&step("where")).await;
    assert_eq!(regions.text().matches("?in=region-").count(), 12);
    let within = browser.get(&(step("where") + "?in=region-09")).await;
    within.says(&["?in="]);
    let placed = browser
        .post(&step("where"), &[("territory", town::TIZNIT)])
        .await;
    assert!(placed.place().ends_with("/phone"), "{}", placed.place());
    let asked = browser.get(&step("phone")).await;
    asked.says(&["inputmode=\"tel\"", "value=\"none\""]);
    let sent = browser
        .post(&step("phone"), &[("go", "send"), ("phone", "0612345678")])
        .await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    let receipt = browser.get(sent.place()).await;
    receipt.says(&["CK-26-", "photo.png"]);
    // The last page sent twice is one case: it leads to the same receipt.
    let again = browser
        .post(&step("phone"), &[("go", "send"), ("phone", "0612345678")])
        .await;
    assert_eq!(again.place(), sent.place());
}

async fn nothing_is_filed_that_nobody_said_or_showed(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = touch(&mut browser, "street").await;
    let sent = browser
        .post(&format!("/ar/say/{word}/phone"), &[("go", "none")])
        .await;
    let place = sent.place();
    assert!(place.contains("/voice?mend="), "{place}");
    let told = browser.get(place).await;
    assert_eq!(told.code(), 422);
    told.says(&["href=\"#files\"", "id=\"files-error\""]);
    assert_eq!(
        browser.post("/ar/say", &[("sector", "waste")]).await.code(),
        404
    );
}

async fn a_number_that_is_none_is_asked_for_again(town: &Town) {
    let mut browser = Visitor::new(&counters(town)).await;
    let word = touch(&mut browser, "street").await;
    let picture = dot();
    let photo = format!("/ar/say/{word}/photo");
    browser
        .upload(&photo, &[("photo.png", &picture)], Carries::Own)
        .await;
    let phone = format!("/ar/say/{word}/phone");
    for number in ["", "12", "0612"] {
        let sent = browser
            .post(&phone, &[("go", "send"), ("phone", number)])
            .await;
        let place = sent.place();
        assert!(place.contains("/phone"), "{number}: {place}");
        let told = browser.get(place).await;
        assert_eq!(told.code(), 422, "{number}");
        told.says(&["id=\"phone-error\"", &format!("value=\"{number}\"")]);
    }
    let sent = browser.post(&phone, &[("go", "none")]).await;
    let receipt = browser.get(sent.place()).await;
    receipt.says(&["CK-26-"]);
}
