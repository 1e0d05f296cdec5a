//! The main job: filed by a person, transferred, asked about, answered, reopened, answered again and closed; once
//! on a phone in Arabic without scripts, once on a desktop in French with them.

use std::path::PathBuf;

use anyhow::Context as _;
use chikaya_domain::access::Role;
use chikaya_testkit::{Engine, PostOffice, Received, Town, town};
use e2e::{Browser, Look, screens};

/// Who files, and how.
struct Person {
    look: Look,
    language: &'static str,
    email: &'static str,
    name: &'static str,
    words: &'static str,
    place: &'static str,
    /// Why the case goes to another body, what that body asks, and its reasoned answer, in the person's language.
    why: &'static str,
    question: &'static str,
    answer: &'static str,
    reply: &'static str,
    dissatisfied: &'static str,
    /// How a mail in their language begins its document.
    mail: &'static str,
    /// Whether they turn the first key of closure themselves, or let the time pass.
    confirms: bool,
}

const PHONE: Person = Person {
    look: Look::PHONE,
    language: "ar",
    email: "fatima@example.org",
    name: "فاطمة مثال",
    words: "ثلاث أسابيع هادي والمصابيح مطفأة في زنقة المدرسة بحي النخيل. الدراري كيرجعو من المدرسة في الظلام.",
    place: "زنقة المدرسة",
    why: "إنارة هذه الزنقة من اختصاص المكتب الوطني للكهرباء.",
    question: "ما رقم العمود؟",
    answer: "مر فريقنا بزنقة المدرسة يوم 14 أبريل 2026 ووجد الكابل مقطوعا: سيُصلح يوم الأربعاء 22 أبريل.",
    reply: "العمود رقم 214",
    dissatisfied: "مازال الضوء مقطوع",
    mail: "lang=\"ar\" dir=\"rtl\"",
    confirms: true,
};

const DESKTOP: Person = Person {
    look: Look::LAPTOP,
    language: "fr",
    email: "yasmine@example.org",
    name: "Yasmine Exemple",
    words: "Depuis trois semaines, les lampadaires de la rue de l’École sont éteints. Les enfants rentrent dans le noir.",
    place: "Rue de l’École",
    why: "L’éclairage de cette rue est confié à l’Office national de l’électricité.",
    question: "Quel est le numéro du poteau ?",
    answer: "Nos agents sont passés rue de l’École le 14 avril 2026 : le câble sera réparé le mercredi 22 avril.",
    reply: "Le poteau porte le numéro 214.",
    dissatisfied: "La rue est toujours dans le noir.",
    mail: "lang=\"fr\" dir=\"ltr\"",
    confirms: false,
};

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_in_arabic_on_sqlite() -> anyhow::Result<()> {
    journey(PHONE, Engine::Sqlite).await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_in_arabic_on_postgres() -> anyhow::Result<()> {
    journey(PHONE, Engine::Postgres).await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_desktop_in_french_on_sqlite() -> anyhow::Result<()> {
    journey(DESKTOP, Engine::Sqlite).await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_desktop_in_french_on_postgres() -> anyhow::Result<()> {
    journey(DESKTOP, Engine::Postgres).await
}

/// The stage on which the journey plays.
struct Stage {
    town: Town,
    portal: String,
    person: Person,
    pictures: Option<PathBuf>,
    office: PostOffice,
}

async fn journey(person: Person, engine: Engine) -> anyhow::Result<()> {
    let pictures = (engine == Engine::Sqlite).then(screens);
    let (town, office) = tokio::task::spawn_blocking(move || {
        let town = Town::on(engine).with_printer(chikaya::press::printer()?);
        town.hire("k.exemple@sample.test", Role::Officer, town::TIZNIT);
        town.hire("m.exemple@sample.test", Role::Officer, "onee");
        town.hire("s.exemple@sample.test", Role::Officer, "onee");
        town.hire("n.exemple@sample.test", Role::Officer, "health");
        anyhow::Ok((town, PostOffice::open()))
    })
    .await??;
    let portal = format!("http://{}", town.open_counters().await);
    let stage = Stage {
        town,
        portal,
        person,
        pictures,
        office,
    };

    let visitor = Browser::open(stage.person.look).await?;
    let reference = stage.file(&visitor).await?;
    // What the worker does in its rounds: the figures beside the queues.
    stage.town.clerks.place_events().await?;
    stage.nobody_else_sees(&reference).await?;
    stage.transferred(&visitor, &reference).await?;
    stage.asked(&visitor, &reference).await?;
    stage.answered(&visitor, &reference).await?;
    stage.reopened_and_closed(&visitor, &reference).await?;
    visitor.close().await?;

    let Stage { town, office, .. } = stage;
    tokio::task::spawn_blocking(move || drop((town, office))).await?;
    Ok(())
}

impl Stage {
    /// Adds two files and goes on.
    async fn attach(&self, visitor: &Browser) -> anyhow::Result<()> {
        assert!(visitor.address().await?.ends_with("/files"));
        let folder = tempfile::TempDir::new()?;
        visitor
            .attach("#files", &attachments(folder.path())?)
            .await?;
        visitor.press("button.plain").await?;
        assert_eq!(
            visitor.text().await?.matches("sample-").count(),
            4,
            "two files, each named twice"
        );
        self.keep(visitor, "file-files").await?;
        visitor.press("button.big").await?;
        Ok(())
    }

    /// Files a complaint with two attachments, step by step, with a mistake on the way.
    async fn file(&self, visitor: &Browser) -> anyhow::Result<String> {
        let person = &self.person;
        visitor
            .go(&format!("{}/{}/", self.portal, person.language))
            .await?;
        self.keep(visitor, "home").await?;
        visitor.press("a.door[href*='kind=complaint']").await?;
        visitor.fill("#text", person.words).await?;
        self.keep(visitor, "file-what").await?;
        visitor.press("button[value='files']").await?;
        self.attach(visitor).await?;
        if person.look.scripts {
            // Places appear while their name is typed, in another script and without its last letters.
            visitor.fill("#sought", "تيزن").await?;
        } else {
            visitor.click("details.why summary").await?;
            for territory in ["region-09", "province-09-581"] {
                visitor
                    .press(&format!("button[name='within'][value='{territory}']"))
                    .await?;
            }
        }
        visitor
            .click(&format!(
                "input[name='territory'][value='{}']",
                town::TIZNIT
            ))
            .await?;
        visitor.fill("#place", person.place).await?;
        self.keep(visitor, "file-where").await?;
        visitor.press("button.big").await?;
        // What it is about is heard from the words, and who must answer stands beside it: nobody is asked that again.
        assert!(visitor.address().await?.ends_with("/about"));
        visitor
            .click("input[name='subject'][value='public-lighting']")
            .await?;
        self.keep(visitor, "file-about").await?;
        visitor.press("button.big").await?;
        if visitor.address().await?.ends_with("/details") {
            self.keep(visitor, "file-details").await?;
            visitor.press("button.big").await?;
        }
        // A mistake: nothing is lost, and what is wrong stands beside its field.
        visitor.fill("#name", person.name).await?;
        let wrong = person.email.replace('@', ".");
        visitor.fill("#email", &wrong).await?;
        visitor.fill("#phone", "06 12 34 56").await?;
        visitor.press("button.big").await?;
        assert!(visitor.has("#errors").await? && visitor.has("#phone-error").await?);
        self.keep(visitor, "file-errors").await?;
        visitor.fill("#email", person.email).await?;
        visitor.fill("#phone", "06 12 34 56 78").await?;
        visitor.press("button.big").await?;

        // A code proves the address; a wrong one is told.
        assert!(visitor.address().await?.ends_with("/verify"));
        self.keep(visitor, "file-verify").await?;
        let mails = self.post(1).await?;
        let code = mails[0].code().context("the mail carries a code")?;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        visitor.fill("#code", wrong).await?;
        visitor.press("button.big").await?;
        assert!(visitor.has("#code-error").await?);
        visitor.fill("#code", code).await?;
        visitor.press("button.big").await?;
        self.keep(visitor, "check").await?;
        visitor.click("#declaration").await?;
        visitor.press("button.big").await?;
        self.keep(visitor, "receipt").await?;
        let reference = visitor.text_of("#reference").await?;
        assert!(reference.starts_with("CK-26-"), "{reference}");
        Ok(reference)
    }

    /// A body with which the case has nothing to do does not see it.
    async fn nobody_else_sees(&self, reference: &str) -> anyhow::Result<()> {
        let other = self.at_desk("n.exemple@sample.test").await?;
        assert!(!other.text().await?.contains(reference));
        other.go(&self.desk_case(reference)).await?;
        assert!(!other.text().await?.contains(self.person.words));
        other.close().await
    }

    /// The commune examines the case and finds that another body is competent.
    async fn transferred(&self, visitor: &Browser, reference: &str) -> anyhow::Result<()> {
        let one = self.at_desk("k.exemple@sample.test").await?;
        assert!(one.has(&format!("a.item[href*='/{reference}?']")).await?);
        assert_eq!(one.text_of(".queues a[aria-current] .n").await?, "1");
        one.go(&self.desk_case(reference)).await?;
        assert_eq!(
            one.text().await?.matches("sample-").count(),
            4,
            "both files"
        );
        one.press("form[action$='/examine'] button").await?;
        one.click("#act-transfer summary").await?;
        one.fill("#transfer-to", "ONEE").await?;
        one.click("#transfer-to-found [role=option]").await?;
        one.fill("#transfer-reason", self.person.why).await?;
        one.press("#act-transfer form button").await?;
        // It left this desk.
        let place = one.address().await?;
        assert!(place.contains("/fr/desk?"), "{place}");
        assert!(one.text().await?.contains("a maintenant le dossier"));
        one.close().await?;

        let mails = self.post(3).await?;
        let transfer = mails.last().context("the transfer is announced")?;
        visitor
            .go(transfer.link().context("the mail has a link")?)
            .await?;
        let page = visitor.text().await?;
        assert!(
            page.contains(self.person.why),
            "the filer reads why:\n{page}"
        );
        Ok(())
    }

    /// The second body asks the filer, who replies by the link in the mail.
    async fn asked(&self, visitor: &Browser, reference: &str) -> anyhow::Result<()> {
        let two = self.at_desk("m.exemple@sample.test").await?;
        two.go(&self.desk_case(reference)).await?;
        two.press("form[action$='/examine'] button").await?;
        two.press("form[action$='/take-up'] button").await?;
        two.click("#act-ask summary").await?;
        two.fill("#question", self.person.question).await?;
        two.press("#act-ask form button").await?;
        two.close().await?;

        let mails = self.post(4).await?;
        let question = mails.last().context("the question is in a mail")?;
        assert!(question.text.contains(self.person.question));
        visitor
            .go(question.link().context("the mail has a link")?)
            .await?;
        self.keep(visitor, "track").await?;
        visitor.fill("#reply", self.person.reply).await?;
        visitor.press("button[name='act'][value='reply']").await?;
        assert!(visitor.text().await?.contains(self.person.reply));
        Ok(())
    }

    /// A stock phrase is stopped, a reasoned answer goes out; it does not satisfy.
    async fn answered(&self, visitor: &Browser, reference: &str) -> anyhow::Result<()> {
        let two = self.at_desk("m.exemple@sample.test").await?;
        let case = self.desk_case(reference);
        two.go(&case).await?;
        assert!(two.text().await?.contains(self.person.reply));
        two.go(&format!("{case}/answer")).await?;
        two.click("input[name='outcome'][value='partly-granted']")
            .await?;
        two.fill("#reasons", "Le nécessaire a été fait.").await?;
        two.press("button[form='answer']:not([name])").await?;
        assert!(two.has("#reasons-error").await?);
        self.keep_desk(&two, "desk-answer").await?;
        two.fill("#reasons", self.person.answer).await?;
        two.press("button[form='answer']:not([name])").await?;
        assert_eq!(two.address().await?, case);

        let mails = self.post(5).await?;
        let answer = mails.last().context("the answer is in a mail")?;
        visitor
            .go(answer.link().context("the mail has a link")?)
            .await?;
        assert!(visitor.text().await?.contains(self.person.answer));
        visitor.click("input[name='resolved'][value='no']").await?;
        visitor.press("button[formaction$='/judge']").await?;
        visitor.fill("#reason", self.person.dissatisfied).await?;
        visitor.press("button[formaction$='/reopen']").await?;
        two.go(&case).await?;
        assert!(two.text().await?.contains(self.person.dissatisfied));
        // Who answered does not examine it again: the act is not offered, and the page says why.
        assert!(!two.has("form[action$='/take-up']").await?);
        let why = "une autre personne que celle qui a répondu";
        assert!(two.text().await?.contains(why), "{}", two.text().await?);
        two.close().await
    }

    /// Another officer answers; the case closes by the filer's word, or by time and not before.
    async fn reopened_and_closed(&self, visitor: &Browser, reference: &str) -> anyhow::Result<()> {
        // The desk needs no scripts.
        let three = self
            .at_desk_with(Look::PLAIN_DESKTOP, "s.exemple@sample.test")
            .await?;
        let case = self.desk_case(reference);
        three.go(&case).await?;
        three.press("form[action$='/take-up'] button").await?;
        three.go(&format!("{case}/answer")).await?;
        three
            .click("input[name='outcome'][value='granted']")
            .await?;
        three.fill("#reasons", self.person.answer).await?;
        three.press("button[form='answer']:not([name])").await?;
        three.close().await?;

        let mails = self.post(7).await?;
        let answer = mails.last().context("the answer is in a mail")?;
        visitor
            .go(answer.link().context("the mail has a link")?)
            .await?;
        if self.person.confirms {
            visitor.click("input[name='resolved'][value='yes']").await?;
            visitor.press("button[formaction$='/judge']").await?;
        } else {
            self.town.clock.advance_days(14);
            self.town.clerks.run_daily_routine().await?;
            visitor.go(&self.track(reference)).await?;
            assert!(!visitor.has(".tag.is-done").await?, "too early to close");
            self.town.clock.advance_days(14);
            self.town.clerks.run_daily_routine().await?;
            visitor
                .go(answer.link().context("the mail has a link")?)
                .await?;
        }
        assert!(visitor.has(".tag.is-done").await?);
        self.keep(visitor, "track-closed").await?;
        let three = self.at_desk("s.exemple@sample.test").await?;
        three.go(&case).await?;
        assert!(!three.has("#acts form[action$='/take-up']").await?);
        three.close().await?;

        let mails = self.post(8).await?;
        let subjects: Vec<&String> = mails.iter().map(|mail| &mail.subject).collect();
        assert_eq!(mails.len(), 8, "{subjects:?}");
        for mail in &mails {
            assert_eq!(mail.to, self.person.email);
            assert!(mail.html.contains(self.person.mail), "{}", mail.subject);
        }
        // All but the first, which carried the code, are about the case and lead to it.
        for mail in &mails[1..] {
            assert!(mail.subject.contains(reference) && mail.link().is_some());
        }
        Ok(())
    }

    async fn at_desk(&self, email: &str) -> anyhow::Result<Browser> {
        self.at_desk_with(Look::DESKTOP, email).await
    }

    async fn at_desk_with(&self, look: Look, email: &str) -> anyhow::Result<Browser> {
        let browser = Browser::open(look).await?;
        browser.go(&format!("{}/fr/desk", self.portal)).await?;
        browser.fill("#email", email).await?;
        browser.fill("#password", town::PASSWORD).await?;
        browser.press("button.big").await?;
        assert!(browser.address().await?.ends_with("/fr/desk"));
        Ok(browser)
    }

    fn desk_case(&self, reference: &str) -> String {
        format!("{}/fr/desk/case/{reference}", self.portal)
    }

    fn track(&self, reference: &str) -> String {
        format!("{}/{}/track/{reference}", self.portal, self.person.language)
    }

    /// Sends what waits and answers all that arrived, once there are so many.
    async fn post(&self, count: usize) -> anyhow::Result<Vec<Received>> {
        self.town.send_mail(&self.office, &self.portal).await;
        Ok(tokio::task::block_in_place(|| self.office.wait_for(count)))
    }

    /// Keeps a picture of a page of the person's, which never scrolls sideways.
    async fn keep(&self, browser: &Browser, name: &str) -> anyhow::Result<()> {
        let width = self.person.look.width;
        assert!(
            browser.page_width().await? <= u64::from(width),
            "{name} scrolls sideways"
        );
        self.picture(browser, name, self.person.language, width)
            .await
    }

    /// Keeps a picture of a page of the desk.
    async fn keep_desk(&self, browser: &Browser, name: &str) -> anyhow::Result<()> {
        if self.person.confirms {
            return Ok(());
        }
        self.picture(browser, name, "fr", Look::DESKTOP.width).await
    }

    async fn picture(
        &self,
        browser: &Browser,
        name: &str,
        language: &str,
        width: u32,
    ) -> anyhow::Result<()> {
        match &self.pictures {
            Some(folder) => {
                let file = format!("{name}.{language}.{width}.png");
                browser.picture(&folder.join(file)).await
            }
            None => Ok(()),
        }
    }
}

/// Two small files of kinds that are taken.
fn attachments(folder: &std::path::Path) -> anyhow::Result<Vec<PathBuf>> {
    const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let picture = folder.join("sample-lamp.png");
    std::fs::write(&picture, data_encoding::BASE64.decode(DOT.as_bytes())?)?;
    let paper = folder.join("sample-request.pdf");
    std::fs::write(&paper, "%PDF-1.4\n% a sample without pages\n")?;
    Ok(vec![picture, paper])
}
