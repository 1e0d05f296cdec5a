//! What the page of a case tells its filer: who added what, what they said of the answer, and no more than will be kept.

use chikaya_domain::access::Role;
use chikaya_testkit::{Town, town};

use crate::{
    cases::{act, answered, asked, colleague, dot, file, full_draft, in_progress, send},
    visitor::{Answer, Carries, Visitor, counters, part},
};

chikaya_testkit::in_both_towns! {
    words_and_files_go_with_one_button => super::words_and_files_go_with_one_button;
    a_question_is_answered_by_a_file_alone => super::a_question_is_answered_by_a_file_alone;
    words_beside_files_outlive_what_keeps_the_files_away => super::words_beside_files_outlive_what_keeps_the_files_away;
    a_form_sent_twice_brings_its_files_once => super::a_form_sent_twice_brings_its_files_once;
    files_say_who_added_them => super::files_say_who_added_them;
    a_judgement_can_be_read_after_sending => super::a_judgement_can_be_read_after_sending;
    the_second_question_can_be_answered_later => super::the_second_question_can_be_answered_later;
    what_could_be_asked_before_is_not_offered_once_it_was_asked => super::what_could_be_asked_before_is_not_offered_once_it_was_asked;
    a_case_that_was_withdrawn_says_by_whom => super::a_case_that_was_withdrawn_says_by_whom;
    whoever_gave_no_name_is_promised_no_answer => super::whoever_gave_no_name_is_promised_no_answer;
}

async fn files_say_who_added_them(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in in_progress() {
        act(town, &own.officer, &reference, what).await;
    }
    let pdf: &[u8] = b"%PDF-1.7\n";
    let mut officer = own.browser;
    let mut body = part("token", None, officer.token().as_bytes());
    body.extend(part("audience", None, b"filer"));
    body.extend(part("files", Some("devis.pdf"), pdf));
    body.extend(b"--line--\r\n");
    let added = officer
        .send_parts(&format!("/fr/desk/case/{reference}/files"), body.into())
        .await;
    assert_eq!(added.code(), 303, "{}", added.text());
    let place = format!("/fr/track/{reference}");
    filer
        .upload(
            &format!("{place}/files"),
            &[("photo.pdf", pdf)],
            Carries::Own,
        )
        .await;
    let page = filer.get(&place).await;
    let files = page.between("<ul class=\"files\">", "</ul>");
    let by = |name: &str| {
        let (_, after) = files.split_once(&format!("<bdi>{name}</bdi>")).unwrap();
        after.split_once("</span></span>").unwrap().0.to_owned()
    };
    assert!(by("lamp.png").ends_with("Vous"), "{files}");
    assert!(by("photo.pdf").ends_with("Vous"), "{files}");
    assert!(by("devis.pdf").ends_with("Commune de Tiznit"), "{files}");
    page.says(&[
        "Une pièce a été jointe · \u{2068}devis.pdf\u{2069} · Commune de Tiznit",
        "Une pièce a été jointe · \u{2068}photo.pdf\u{2069} · Vous",
    ]);
    // It was not meant for them: the desk takes it back, with a reason.
    let case = format!("/fr/desk/case/{reference}");
    let desk = officer.get(&case).await;
    desk.says(&["Reprendre une pièce"]);
    let choice = desk.between("<select class=\"input\" id=\"file\"", "</select>");
    assert!(
        choice.contains("devis.pdf") && !choice.contains("photo.pdf"),
        "{choice}"
    );
    let id = choice
        .split_once("value=\"")
        .unwrap()
        .1
        .split_once('"')
        .unwrap()
        .0
        .to_owned();
    let version = desk.between("name=\"version.", "\"");
    let said = [("version", version.as_str()), ("file", id.as_str())];
    let take_back = format!("{case}/take-back-file");
    assert_eq!(officer.post(&take_back, &said).await.code(), 422, "why?");
    let why = "Ce devis concerne un autre dossier.";
    let said = [said[0], said[1], ("take-back-reason", why)];
    assert_eq!(officer.post(&take_back, &said).await.code(), 303);
    officer.get(&case).await.says(&[
        "Pièce reprise\u{a0}: la personne ne la voit plus · devis.pdf",
        "pour les collègues seulement",
    ]);
    let page = filer.get(&place).await;
    page.says(&[
        "L’administration a repris une pièce qui ne vous était pas destinée",
        why,
    ]);
    assert!(!page.text().contains("devis.pdf"), "{}", page.text());
}

async fn a_judgement_can_be_read_after_sending(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in answered() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/fr/track/{reference}");
    let page = filer.get(&place).await;
    let version = page.between("name=\"version.", "\"");
    let said = [
        ("resolved", "partly"),
        ("treatment", "fair"),
        ("version", version.as_str()),
    ];
    let judged = filer.post(&format!("{place}/judge"), &said).await;
    assert_eq!(judged.code(), 303);
    let page = filer.get(&place).await;
    page.says(&[
        "Votre avis sur la réponse",
        "<dd>En partie</dd>",
        "<dd>Oui</dd>",
    ]);
    // A heading in Arabic has its colon as Arabic sets it.
    let page = filer.get(&format!("/ar/track/{reference}")).await;
    let heading = page.between("<h2 id=\"answer\">", "</h2>");
    assert!(heading.starts_with("الجواب: "), "{heading}");
}

async fn the_second_question_can_be_answered_later(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in answered() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/fr/track/{reference}");
    let judge = format!("{place}/judge");
    let version = filer.get(&place).await.between("name=\"version.", "\"");
    let said = [("resolved", "yes"), ("version", version.as_str())];
    assert_eq!(filer.post(&judge, &said).await.code(), 303);
    // The case is closed by that; the other question waits.
    let page = filer.get(&place).await;
    page.says(&[
        "<dd>Oui</dd>",
        "name=\"treatment\"",
        "<input type=\"hidden\" name=\"resolved\" value=\"yes\">",
    ]);
    assert!(!page.text().contains("type=\"radio\" name=\"resolved\""));
    let version = page.between("name=\"version.", "\"");
    let said = [
        ("resolved", "yes"),
        ("treatment", "unfair"),
        ("version", version.as_str()),
    ];
    assert_eq!(filer.post(&judge, &said[..1]).await.code(), 422);
    let other = [("resolved", "no"), said[1], said[2]];
    assert_eq!(filer.post(&judge, &other).await.code(), 409);
    assert_eq!(filer.post(&judge, &said).await.code(), 303);
    let page = filer.get(&place).await;
    page.says(&["<dd>Oui</dd>", "<dd>Non</dd>"]);
    assert!(!page.text().contains("name=\"treatment\""));
}

async fn what_could_be_asked_before_is_not_offered_once_it_was_asked(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in answered() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/fr/track/{reference}");
    let offered = "Vous pouvez demander la réouverture";
    let page = filer.get(&place).await;
    page.says(&[offered]);
    let version = page.between("name=\"version.", "\"");
    let said = [
        ("reason", "La rue est encore dans le noir chaque soir."),
        ("version", version.as_str()),
    ];
    let asked = filer.post(&format!("{place}/reopen"), &said).await;
    assert_eq!(asked.code(), 303);
    let page = filer.get(&place).await;
    page.says(&["Vous avez fait rouvrir ce dossier", "Médiateur"]);
    // What happened tells the answer as it was given.
    let before = page.between("id=\"answer\"", "</section>");
    assert!(!before.contains(offered), "{before}");
}

async fn a_case_that_was_withdrawn_says_by_whom(town: &Town) {
    let mut filer = Visitor::new(&counters(town)).await;
    let (reference, _) = file(&mut filer).await;
    let place = format!("/fr/track/{reference}");
    let version = filer.get(&place).await.between("name=\"version.", "\"");
    let said = [("version", version.as_str())];
    let gone = filer.post(&format!("{place}/withdraw"), &said).await;
    assert_eq!(gone.code(), 303);
    filer
        .get(&place)
        .await
        .says(&["Vous avez retiré le dossier"]);
}

async fn whoever_gave_no_name_is_promised_no_answer(town: &Town) {
    let mut witness = Visitor::new(&counters(town)).await;
    let word = full_draft(&mut witness).await;
    let anonymous = [("category", "anonymous"), ("preferred", "nothing")];
    witness
        .post(&format!("/fr/file/{word}/you"), &anonymous)
        .await;
    assert_eq!(send(&mut witness, &word).await.code(), 303);
    let receipt = witness.get(&format!("/fr/file/{word}/receipt")).await;
    let page = witness.get(&receipt.link("/fr/track/CK-")).await;
    let honest = "Sans votre nom, une réponse n’est pas certaine";
    receipt.says(&[honest]);
    page.says(&[honest, "L’administration a jusqu’au"]);
    let text = page.text();
    assert!(!text.contains("éponse au plus tard"), "{text}");
}

/// Sends the one form of a case: words of an act and files.
async fn with_files(
    filer: &mut Visitor,
    place: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> Answer {
    let version = filer.get(place).await.between("name=\"version.", "\"");
    of_version(filer, place, &version, fields, files).await
}

/// The same, from a page that showed an earlier version.
async fn of_version(
    filer: &mut Visitor,
    place: &str,
    version: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> Answer {
    let mut body = part("token", None, filer.token().as_bytes());
    body.extend(part(&format!("version.{version}"), None, b"yes"));
    for (name, value) in fields {
        body.extend(part(name, None, value.as_bytes()));
    }
    for (name, bytes) in files {
        body.extend(part("files", Some(name), bytes));
    }
    if files.is_empty() {
        body.extend(part("files", Some(""), b""));
    }
    body.extend(b"--line--\r\n");
    filer
        .send_parts(&format!("{place}/files"), body.into())
        .await
}

async fn words_and_files_go_with_one_button(town: &Town) {
    let mut filer = Visitor::new(&counters(town)).await;
    let (reference, _) = file(&mut filer).await;
    let place = format!("/fr/track/{reference}");
    let page = filer.get(&place).await;
    let section = page.between("id=\"message\"", "</section>");
    assert!(
        section.contains("name=\"files\"") && section.contains("multipart/form-data"),
        "{section}"
    );
    assert_eq!(page.text().matches("name=\"files\"").count(), 1);
    let picture = dot();
    let message = [
        ("act", "message"),
        ("message", "Le poteau penche, dit ocarina."),
    ];
    let sent = with_files(&mut filer, &place, &message, &[("poteau.png", &picture)]).await;
    assert_eq!(
        (sent.code(), sent.place()),
        (303, place.as_str()),
        "{}",
        sent.text()
    );
    filer.get(&place).await.says(&["dit ocarina", "poteau.png"]);
    // Files alone are enough, words alone as well, and nothing is not.
    let alone = [("act", "message"), ("message", "")];
    let sent = with_files(&mut filer, &place, &alone, &[("mur.png", &picture)]).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    filer.get(&place).await.says(&["mur.png"]);
    let words = [
        ("act", "message"),
        ("message", "Encore un mot, dit basson."),
    ];
    assert_eq!(
        with_files(&mut filer, &place, &words, &[]).await.code(),
        303
    );
    filer.get(&place).await.says(&["dit basson"]);
    let nothing = with_files(&mut filer, &place, &alone, &[]).await;
    assert_eq!(nothing.code(), 422);
    nothing.says(&["id=\"message-error\""]);
    // A file that is not taken keeps the words on the page.
    let kept = [
        ("act", "message"),
        ("message", "Voici le mur, dit cithare."),
    ];
    let refused = with_files(&mut filer, &place, &kept, &[("a.exe", b"MZ\x90")]).await;
    assert_eq!(refused.code(), 422);
    refused.says(&["id=\"files-error\"", "dit cithare.</textarea>"]);
}

async fn a_question_is_answered_by_a_file_alone(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, _) = file(&mut filer).await;
    for what in asked() {
        act(town, &own.officer, &reference, what).await;
    }
    let place = format!("/fr/track/{reference}");
    let picture = dot();
    let reply = [("act", "reply"), ("reply", "")];
    let nothing = with_files(&mut filer, &place, &reply, &[]).await;
    assert_eq!(nothing.code(), 422);
    let sent = with_files(&mut filer, &place, &reply, &[("numero.png", &picture)]).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    let page = filer.get(&place).await;
    page.says(&["numero.png", "Ma réponse est dans ce que j’ai joint."]);
}

async fn words_beside_files_outlive_what_keeps_the_files_away(town: &Town) {
    let counters = counters(town);
    let own = colleague(town, &counters, Role::Officer, town::TIZNIT).await;
    let mut filer = Visitor::new(&counters).await;
    let (reference, word) = file(&mut filer).await;
    let receipt = filer.get(&format!("/fr/file/{word}/receipt")).await;
    let code = receipt.between("id=\"access-code\">", "<");
    let place = format!("/fr/track/{reference}");
    let page = filer.get(&place).await;
    let version = page.between("name=\"version.", "\"");
    let picture = dot();
    let files: [(&str, &[u8]); 1] = [("poteau.png", &picture)];
    // The proof of the case has ended: what was written waits behind the door.
    filer.lose_cookie("ck_case");
    let words = [
        ("act", "message"),
        ("message", "Rien n’est perdu, dit viole."),
    ];
    let sent = of_version(&mut filer, &place, &version, &words, &files).await;
    assert_eq!(sent.code(), 303, "{}", sent.text());
    let door = sent.place().to_owned();
    let opened = filer
        .post(&door, &[("reference", &reference), ("code", &code)])
        .await;
    assert_eq!(opened.place(), place);
    filer.get(&place).await.says(&["dit viole.</textarea>"]);
    // The page was open too long.
    let mut body = part("token", None, b"of an earlier visit");
    for (name, value) in words {
        body.extend(part(name, None, value.as_bytes()));
    }
    body.extend(part("files", Some("poteau.png"), &picture));
    body.extend(b"--line--\r\n");
    let stale = filer
        .send_parts(&format!("{place}/files"), body.into())
        .await;
    assert_eq!(stale.code(), 403);
    stale.says(&["dit viole.", &format!("action=\"{place}/message\"")]);
    // The office answered meanwhile.
    for what in answered() {
        act(town, &own.officer, &reference, what).await;
    }
    let late = of_version(&mut filer, &place, &version, &words, &files).await;
    assert_eq!(late.code(), 409);
    late.says(&["dit viole."]);
    assert!(!late.text().contains("poteau.png"));
}

async fn a_form_sent_twice_brings_its_files_once(town: &Town) {
    let mut filer = Visitor::new(&counters(town)).await;
    let (reference, _) = file(&mut filer).await;
    let place = format!("/fr/track/{reference}");
    let version = filer.get(&place).await.between("name=\"version.", "\"");
    let picture = dot();
    let files: [(&str, &[u8]); 1] = [("poteau.png", &picture)];
    let words = [("act", "message"), ("message", "Le poteau penche.")];
    for expected in [303, 409] {
        let sent = of_version(&mut filer, &place, &version, &words, &files).await;
        assert_eq!(sent.code(), expected, "{}", sent.text());
    }
    let page = filer.get(&place).await;
    let listed = page.between("<ul class=\"files\">", "</ul>");
    assert_eq!(
        listed.matches("<bdi>poteau.png</bdi>").count(),
        1,
        "{listed}"
    );
}
