//! The desk of a commune on a usual day: a filled inbox beside the case, worked by keyboard.

use chikaya_domain::{Language, access::Role, case::Kind, id::SubjectCode, reference::Reference};
use chikaya_service::case::{act::StaffAct, file::Filing};
use chikaya_testkit::{Engine, Town, town};
use e2e::{Browser, Look, screens};
use jiff::ToSpan as _;

/// What was filed: days before today, kind, subject, words, place, language.
const FILED: &[(i64, Kind, &str, &str, &str, Language)] = &[
    (
        67,
        Kind::Complaint,
        "civil-status-error",
        "Certificat de résidence refusé sans motif. On me demande un document qui n’est écrit nulle part.",
        "Ville nouvelle",
        Language::French,
    ),
    (
        62,
        Kind::Complaint,
        "building-permit",
        "Permis de construire : pas de réponse. Dossier déposé le 3 novembre, complet, aucune décision depuis.",
        "Route d’Agadir",
        Language::French,
    ),
    (
        61,
        Kind::Complaint,
        "sewage",
        "البالوعة مسدودة قدام مدرسة ابن رشد. ريحة خايبة والدراري كيدوزو فوق الما الخانز كل نهار.",
        "حي اليوسفية",
        Language::Arabic,
    ),
    (
        59,
        Kind::Complaint,
        "waste",
        "النفايات متراكمة منذ السوق الأخير ولم تمر الشاحنة.",
        "سوق الخميس",
        Language::Arabic,
    ),
    (
        57,
        Kind::Complaint,
        "civil-status-error",
        "Extrait d’acte de naissance : erreur de nom. Le prénom de ma fille est mal transcrit en français.",
        "Bureau d’état civil",
        Language::French,
    ),
    (
        56,
        Kind::Complaint,
        "stray-animals",
        "Chien errant blessé, ruelle Sidi Abderrahmane. Il n’a pas bougé depuis deux jours.",
        "Médina",
        Language::French,
    ),
    (
        40,
        Kind::Complaint,
        "road-local",
        "Accès fauteuil roulant, annexe administrative : la rampe est fermée par une chaîne depuis un mois.",
        "Annexe 2",
        Language::French,
    ),
    (
        33,
        Kind::Remark,
        "public-lighting",
        "شكرا للفريق الذي أصلح المصابيح في يوم واحد.",
        "حي المسيرة",
        Language::Arabic,
    ),
    (
        25,
        Kind::Proposal,
        "road-local",
        "Un passage piéton devant le collège éviterait les accidents à la sortie des classes.",
        "Collège Moulay Slimane",
        Language::French,
    ),
    (
        12,
        Kind::Complaint,
        "public-lighting",
        "ثلاث أسابيع هادي والمصابيح مطفأة في زنقة المدرسة بحي النخيل. الدراري كيرجعو من المدرسة في الظلام.",
        "حي النخيل",
        Language::Arabic,
    ),
    (
        5,
        Kind::Complaint,
        "markets",
        "Les étals occupent toute la chaussée du marché, les ambulances ne passent plus.",
        "Souk El Khemis",
        Language::French,
    ),
    (
        1,
        Kind::Complaint,
        "waste",
        "ur ukan tkcem tcahnut n iḍumman g unmas n tiznit seg simana.",
        "Amssas n Tiznit",
        Language::Tamazight,
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_works_the_inbox_by_keyboard() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| {
        let town = Town::on(Engine::Sqlite);
        town.hire("k.exemple@sample.test", Role::Officer, town::TIZNIT);
        town
    })
    .await?;
    let portal = format!("http://{}", town.open_counters().await);
    let filed = fill(&town).await?;
    let lamps = filed[LAMPS].clone();
    work_on(&town, &lamps).await?;

    let browser = Browser::open(Look::DESKTOP).await?;
    browser.go(&format!("{portal}/fr/desk")).await?;
    browser.fill("#email", "k.exemple@sample.test").await?;
    browser.fill("#password", town::PASSWORD).await?;
    browser.press("button.big").await?;
    keep(&browser, "desk-inbox-list.fr.1440.png").await?;

    // Down twice and open: the case stands beside the list, and the keyboard goes on there.
    browser.keys("jj").await?;
    let second = browser.text_of("a.item:focus .ref").await?;
    browser.keys("\u{e007}").await?;
    browser.arrive(&format!("{second}?view=open")).await?;
    assert_eq!(browser.text_of(".list a[aria-current] .ref").await?, second);
    assert_eq!(browser.text_of(".case-head .ref").await?, second);
    keep(&browser, "desk-inbox.fr.1440.png").await?;
    browser.likes_dark(true).await?;
    keep(&browser, "desk-inbox.fr.dark.1440.png").await?;
    browser.likes_dark(false).await?;

    // The letter of an act opens it with its first field ready; inside a field letters are letters.
    browser
        .press(".case-foot form[action*='/examine'] button")
        .await?;
    browser
        .press(".case-foot form[action*='/take-up'] button")
        .await?;
    assert!(browser.has(".list").await?, "the list stays");
    browser.keys("q").await?;
    assert_eq!(browser.focused().await?, "question");
    browser.keys("Quel est le numéro du récépissé ?").await?;
    assert_eq!(
        browser.value_of("#question").await?,
        "Quel est le numéro du récépissé ?"
    );
    browser.press("#act-ask form button").await?;
    assert!(
        browser
            .text()
            .await?
            .contains("Quel est le numéro du récépissé ?")
    );
    // The counts follow when the worker has been round.
    town.clerks.place_events().await?;
    browser
        .go(&format!("{portal}/fr/desk/case/{second}?view=open"))
        .await?;
    keep(&browser, "desk-case.fr.1440.png").await?;

    browser.keys("r").await?;
    browser
        .arrive(&format!("{second}/answer?view=open"))
        .await?;
    browser
        .go(&format!("{portal}/ar/desk/case/{lamps}"))
        .await?;
    keep(&browser, "desk-case.ar.1440.png").await?;
    assert!(browser.page_width().await? <= 1440);
    let hidden = browser.evaluate(HIDDEN_BY_HEAD_OR_FOOT).await?;
    assert_eq!(hidden, serde_json::json!([]), "what has the focus is seen");
    browser
        .go(&format!("{portal}/ar/desk/case/{second}"))
        .await?;

    // Whoever turns the keys off has them off.
    browser.keys("?").await?;
    assert!(browser.has("dialog[open]").await?);
    browser.click("[data-keys-off]").await?;
    browser.click("dialog button").await?;
    browser.keys("r").await?;
    browser.arrive(&second).await?;
    browser.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn queues_have_their_names_on_a_phone() -> anyhow::Result<()> {
    let town = tokio::task::spawn_blocking(|| {
        let town = Town::on(Engine::Sqlite);
        town.hire("k.exemple@sample.test", Role::UnitHead, town::TIZNIT);
        town
    })
    .await?;
    let portal = format!("http://{}", town.open_counters().await);
    let case = town.clerks.file(town::filing()).await?.reference;
    let phone = Browser::open(Look::PHONE).await?;
    phone.resize(360, 740).await?;
    phone.go(&format!("{portal}/fr/desk")).await?;
    phone.fill("#email", "k.exemple@sample.test").await?;
    phone.fill("#password", town::PASSWORD).await?;
    phone.press("button.big").await?;
    for language in Language::ALL {
        let code = language.code();
        for (name, place) in [
            ("inbox", "desk".to_owned()),
            ("case", format!("desk/case/{case}")),
            ("beside", format!("desk/case/{case}?view=open")),
            ("me", "desk/me".to_owned()),
        ] {
            phone.go(&format!("{portal}/{code}/{place}")).await?;
            let nameless = phone.evaluate(NAMELESS_QUEUES).await?;
            assert_eq!(nameless, serde_json::json!([]), "{name} in {code}");
            assert!(phone.page_width().await? <= 360, "{name} in {code}");
            if matches!(name, "inbox" | "case") {
                keep(&phone, &format!("desk-queues-{name}.{code}.360.png")).await?;
            }
        }
    }
    phone.close().await?;
    tokio::task::spawn_blocking(move || drop(town)).await?;
    Ok(())
}

/// Queues of which nobody sees the name, or not the whole of it.
const NAMELESS_QUEUES: &str = "
    const names = [...document.querySelectorAll('.queues a .name')];
    const seen = (name) => {
        const box = name.getBoundingClientRect();
        const link = name.closest('a').getBoundingClientRect();
        return box.width > 16 && box.height > 12 && getComputedStyle(name).clipPath === 'none'
            && name.scrollWidth <= name.clientWidth + 1
            && box.left >= link.left - 1 && box.right <= link.right + 1;
    };
    (names.length < 10 ? ['too few'] : [])
        .concat(names.filter((name) => !seen(name)).map((name) => name.textContent))";

/// What of a case lies under its head or foot, which stay in place, when it has the keyboard's focus.
const HIDDEN_BY_HEAD_OR_FOOT: &str = "
    const edge = (part) => document.querySelector(part).getBoundingClientRect();
    const things = [...document.querySelectorAll('.case-body :is(a, summary, button, input)')];
    things.filter((thing) => thing.checkVisibility()).filter((thing) => {
        thing.focus();
        const {top, bottom} = thing.getBoundingClientRect();
        return top < edge('.case-head').bottom || bottom > edge('.case-foot').top;
    }).map((thing) => thing.outerHTML)";

/// Files the cases of the day at their own times.
async fn fill(town: &Town) -> anyhow::Result<Vec<Reference>> {
    // The town's clock begins on the day of the first filing.
    let whole = FILED[0].0;
    let mut elapsed = 0;
    let mut filed = Vec::new();
    for (days_ago, kind, subject, words, place, language) in FILED {
        let day = whole - days_ago;
        town.clock.advance_days(day - elapsed);
        elapsed = day;
        let filing = Filing {
            kind: *kind,
            language: *language,
            subject: Some(SubjectCode::parse(subject)?),
            organisation: Some(town::organisation_code(town::TIZNIT)),
            place: Some((*place).to_owned()),
            text: (*words).to_owned(),
            ..town::filing()
        };
        filed.push(town.clerks.file(filing).await?.reference);
    }
    town.clock.advance_days(whole - elapsed);
    town.clerks.place_events().await?;
    Ok(filed)
}

/// Which of [`FILED`] is about the lamps near the school.
const LAMPS: usize = 9;

/// What was done about the lamps this morning: the filer is asked.
async fn work_on(town: &Town, case: &Reference) -> anyhow::Result<()> {
    let officer = town
        .officer("k.exemple@sample.test", Role::Officer, town::TIZNIT)
        .await;
    let today = town.clerks.country().calendar.date_of(town.clerks.now());
    let note = "11 ملفا عن الزنقة نفسها: يُستحسن جواب واحد بعد التدخل، مع رقم كل عمود.";
    let question = "مر فريقنا هذا الصباح ووجد خمسة أعمدة لا تشتغل بين المدرسة والمسجد. هل بقيت أعمدة أخرى مطفأة بعد المسجد؟";
    let acts = [
        StaffAct::Examine,
        StaffAct::TakeUp,
        StaffAct::Note {
            note: note.to_owned(),
        },
        StaffAct::Ask {
            question: question.to_owned(),
            respond_by: today.saturating_add(14.days()),
        },
    ];
    for act in acts {
        let seen = town.clerks.desk_page(officer.clone(), case.clone()).await?;
        let version = seen.page.case.version;
        town.clerks
            .act(officer.clone(), case.clone(), version, act)
            .await?;
        town.clock.advance_minutes(7);
    }
    town.clerks.place_events().await?;
    Ok(())
}

async fn keep(browser: &Browser, name: &str) -> anyhow::Result<()> {
    browser.picture(&screens().join(name)).await
}
