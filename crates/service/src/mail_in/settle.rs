//! Reading the mails that wait to be read, and doing what their verdict says. Whatever breaks off is begun again, and done once.

use bytes::Bytes;
use chikaya_domain::{
    Language,
    case::{Actor, Kind},
    id::{CaseId, MailId},
    mail::MailReason,
    person::{Contact, Email},
    text::beginning,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_language::{Tongue, detect};
use chikaya_store::{
    Tx,
    case::state,
    mail_in::{self, Settled, Shown, StoredMail},
    person as people,
};
use futures_util::stream;

use super::{
    header,
    judge::{MailRules, Verdict, judge, said},
    letter::{self, Letter, LetterFile, Unread},
    receive::sender_digest,
    trail::note,
};
use crate::{
    Circumstances, Clerks, Trouble,
    attachment::{Destination, FILES_AT_MOST, FileRefusal},
    case::{file::TEXT_LIMIT, record},
    draft::{filing::TypedFiling, later},
    message::order::{self, Order},
    seam::by_hand,
    staff::Officer,
    token::{CasePass, Token},
};

/// How long reading one mail may take before another worker tries, in seconds.
const LEASE_SECONDS: i64 = 600;

/// Tries after which somebody looks at a mail instead.
const TRIES: i64 = 5;

/// How long a mail waits for somebody, in days of 24 hours.
const WAITING_DAYS: i64 = 180;

/// How long a mail is kept with which nothing is to be done any more, in days of 24 hours.
pub(super) const SETTLED_DAYS: i64 = 30;

/// How much of a text is shown in a list, in characters.
const BEGINNING: usize = 280;

/// What became of a mail, in words for metrics: none of them says whose it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailFate {
    /// `joined`, `begun`, `waiting`, `left`.
    pub state: &'static str,
    /// Why it waits or was left.
    pub reason: Option<MailReason>,
}

impl Clerks {
    /// Reads mails that came, at most `limit`; answers what became of each. One that cannot be read now is tried again later.
    pub async fn read_mails(
        &self,
        rules: &MailRules,
        limit: i64,
    ) -> Result<Vec<MailFate>, Trouble> {
        let found = self
            .read(move |tx, circumstances| Ok(mail_in::to_read(tx, circumstances.at(), limit)?))
            .await?;
        let mut fates = Vec::with_capacity(found.len());
        for mail in found {
            let (id, attempts) = (mail.id, mail.attempts);
            let is_ours = self
                .write(move |tx, circumstances| {
                    let until = circumstances.at() + LEASE_SECONDS * 1_000_000;
                    Ok(mail_in::take(tx, id, attempts, until)?)
                })
                .await?;
            if !is_ours {
                continue;
            }
            match self.read_mail(rules, mail).await {
                Ok(fate) => fates.push(fate),
                Err(trouble) if trouble.is_passing() => return Err(trouble),
                Err(trouble) => {
                    tracing::error!(mail = %id, error = %trouble, "a mail could not be read");
                }
            }
        }
        Ok(fates)
    }

    async fn read_mail(&self, rules: &MailRules, mail: StoredMail) -> Result<MailFate, Trouble> {
        if mail.attempts >= TRIES {
            let shown = Unseen::of(&mail);
            return self
                .have_wait(mail.id, shown, MailReason::Unreadable, None)
                .await;
        }
        let letter = match self.letter_of(mail.id).await? {
            Ok(letter) => letter,
            Err(unread) => {
                let reason = match unread {
                    Unread::TooManyParts => MailReason::TooManyParts,
                    Unread::NoMail => MailReason::Unreadable,
                };
                let shown = Unseen::of(&mail);
                return self.have_wait(mail.id, shown, reason, None).await;
            }
        };
        let letter = std::sync::Arc::new(letter);
        let (rules, seen, judged) = (rules.clone(), letter.clone(), mail.clone());
        let verdict = self
            .read(move |tx, circumstances| judge(tx, circumstances, &rules, &judged, &seen))
            .await?;
        match verdict {
            Verdict::Join(case) => self.join_as_filer(&mail, &letter, case).await,
            Verdict::Begin(sender) => {
                self.begin_from_mail(mail.id, &letter, sender, None).await?;
                Ok(MailFate {
                    state: "begun",
                    reason: None,
                })
            }
            Verdict::Wait(reason, case) => {
                let shown = Unseen::of_letter(&mail, &letter);
                self.have_wait(mail.id, shown, reason, case).await
            }
            Verdict::Returned {
                case,
                contact,
                status,
            } => {
                let id = mail.id;
                self.write(move |tx, circumstances| {
                    people::note_failing(tx, contact, circumstances.at())?;
                    let kept = people::find_contact(tx, contact)?.ok_or(Trouble::NotFound)?;
                    let shown = Unseen {
                        sender: kept.contact.value,
                        subject: status.clone(),
                        beginning: String::new(),
                    };
                    wait(
                        tx,
                        circumstances,
                        id,
                        &shown,
                        MailReason::Returned,
                        Some(case),
                    )
                })
                .await
            }
            Verdict::Leave(reason) => {
                let id = mail.id;
                let sender = sender_of(&mail, &letter);
                self.write(move |tx, circumstances| {
                    let settled = Settled {
                        state: "left",
                        reason: Some(reason.as_str()),
                        case: None,
                        answered: false,
                        sender_hash: &sender_digest(circumstances.key, &sender),
                        expires_at: Some(circumstances.at_in_days(SETTLED_DAYS)),
                    };
                    mail_in::settle(tx, id, settled)?;
                    Ok(MailFate {
                        state: "left",
                        reason: Some(reason),
                    })
                })
                .await
            }
        }
    }

    /// The whole of a mail, read.
    pub(super) async fn letter_of(&self, id: MailId) -> Result<Result<Letter, Unread>, Trouble> {
        let raw = self.blobs().get(id.as_uuid()).await?;
        // Nothing of ours breaks off on a mail; should a library do, the mail is shown to somebody.
        Ok(by_hand((), move || letter::read(&raw))
            .await
            .unwrap_or(Err(Unread::NoMail)))
    }

    async fn have_wait(
        &self,
        id: MailId,
        shown: Unseen,
        reason: MailReason,
        case: Option<CaseId>,
    ) -> Result<MailFate, Trouble> {
        self.write(move |tx, circumstances| wait(tx, circumstances, id, &shown, reason, case))
            .await
    }

    /// Adds a mail to its case, in its filer's name.
    async fn join_as_filer(
        &self,
        mail: &StoredMail,
        letter: &Letter,
        case: CaseId,
    ) -> Result<MailFate, Trouble> {
        let pass = CasePass::issue(case, self.now());
        let refused = self
            .attach_all(&Destination::Filer(pass), &letter.files)
            .await?;
        let (id, sender) = (mail.id, sender_of(mail, letter));
        let (words, left_out) = (letter.words.clone(), letter.left_out.clone());
        self.write(move |tx, circumstances| {
            let mut stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
            let language = stored.case.language;
            let words = with_notes(language, &words, &left_out, &refused);
            let mut texts = Vec::new();
            let document = record::write_down(&mut texts, circumstances, &words, Some(language));
            let command = said(&stored.case, document);
            record::carry_out(
                tx,
                circumstances,
                &mut stored,
                &command,
                &Actor::Filer,
                &texts,
            )?;
            // Whoever replies was reached.
            people::note_arriving(tx, &sender, "email")?;
            let settled = Settled {
                state: "joined",
                reason: None,
                case: Some(case),
                answered: false,
                sender_hash: &sender_digest(circumstances.key, &sender),
                expires_at: None,
            };
            settle(tx, id, settled)?;
            Ok(MailFate {
                state: "joined",
                reason: None,
            })
        })
        .await
    }

    /// Begins a filing from a mail, and tells its sender how to complete it; `by` is the officer who says so, if one does.
    pub(super) async fn begin_from_mail(
        &self,
        id: MailId,
        letter: &Letter,
        sender: Email,
        by: Option<Officer>,
    ) -> Result<(), Trouble> {
        let language = language_of(&letter.words);
        let content = TypedFiling {
            text: beginning(&with_subject(letter), TEXT_LIMIT).to_owned(),
            channel: chikaya_domain::case::Channel::Email,
            // What is sent to this address opens the draft, and nothing else does.
            verified: Some(sender.as_str().to_owned()),
            ..TypedFiling::new(Kind::Complaint, language)
        };
        // The same draft, should this be begun again.
        let page = self
            .key()
            .digest("mail draft 1", &[id.as_uuid().as_bytes()]);
        let token = self.begin_draft(&page, content, |_| {}).await?;
        let destination = Destination::draft::<TypedFiling>(token.clone());
        let refused = self.attach_all(&destination, &letter.files).await?;
        let notes = with_notes(language, "", &letter.left_out, &refused);
        if !notes.is_empty() {
            self.change_draft(token.clone(), move |content: &mut TypedFiling| {
                if !content.text.ends_with(&notes) {
                    content.text = format!("{}\n\n{notes}", content.text);
                }
            })
            .await?;
        }
        let answers = header::first(&letter.heads, "message-id")
            .filter(|id| id.len() <= 250 && id.is_ascii() && !id.contains(char::is_whitespace))
            .map(str::to_owned);
        self.write(move |tx, circumstances| {
            answer(
                tx,
                circumstances,
                id,
                &token,
                (&sender, language, answers.clone()),
            )?;
            match &by {
                Some(officer) => note(tx, circumstances, officer, ("mail.begin", id, None)),
                None => Ok(()),
            }
        })
        .await
    }

    /// Takes files through the gate that uploads take; answers which were refused, each with the sentence that says why.
    pub(super) async fn attach_all(
        &self,
        destination: &Destination,
        files: &[LetterFile],
    ) -> Result<Vec<(String, &'static str)>, Trouble> {
        let mut refused = Vec::new();
        for (index, file) in files.iter().enumerate() {
            if index >= FILES_AT_MOST {
                refused.push((file.name.clone(), "error-files-too-many"));
                continue;
            }
            let bytes = stream::iter([Ok::<Bytes, std::convert::Infallible>(file.bytes.clone())]);
            match self.attach(destination.clone(), &file.name, bytes).await {
                Ok(_) => {}
                Err(FileRefusal::Trouble(trouble)) if trouble.is_passing() => return Err(trouble),
                Err(refusal) => {
                    let key = refusal.key().unwrap_or("mail-in-file-refused");
                    refused.push((file.name.clone(), key));
                }
            }
        }
        Ok(refused)
    }
}

/// What is shown of a mail that waits.
pub(super) struct Unseen {
    sender: String,
    subject: String,
    beginning: String,
}

impl Unseen {
    /// Of one that was not taken apart.
    fn of(mail: &StoredMail) -> Self {
        Self {
            sender: mail.reverse_path.clone().unwrap_or_default(),
            subject: String::new(),
            beginning: String::new(),
        }
    }

    fn of_letter(mail: &StoredMail, letter: &Letter) -> Self {
        Self {
            sender: sender_of(mail, letter),
            subject: letter.subject.clone(),
            beginning: beginning(&letter.words, BEGINNING).to_owned(),
        }
    }
}

/// Who says to have written a mail; where nobody does, where it is returned to.
fn sender_of(mail: &StoredMail, letter: &Letter) -> String {
    letter.from.as_ref().map_or_else(
        || mail.reverse_path.clone().unwrap_or_default(),
        |from| from.as_str().to_owned(),
    )
}

fn wait(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    id: MailId,
    shown: &Unseen,
    reason: MailReason,
    case: Option<CaseId>,
) -> Result<MailFate, Trouble> {
    let shown = Shown {
        reason: reason.as_str(),
        case,
        sender: &shown.sender,
        subject: &shown.subject,
        beginning: &shown.beginning,
        sender_hash: &sender_digest(circumstances.key, &shown.sender),
        expires_at: circumstances.at_in_days(WAITING_DAYS),
    };
    if !mail_in::wait(tx, id, shown)? {
        return Err(Trouble::Stale);
    }
    Ok(MailFate {
        state: "waiting",
        reason: Some(reason),
    })
}

/// Notes what became of a mail, if nobody was faster.
pub(super) fn settle(tx: &mut Tx<'_>, id: MailId, settled: Settled<'_>) -> Result<(), Trouble> {
    if mail_in::settle(tx, id, settled)? {
        Ok(())
    } else {
        Err(Trouble::Stale)
    }
}

/// Has the sender of a mail told how to complete what was begun from it.
fn answer(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    id: MailId,
    token: &Token,
    (sender, language, answers): (&Email, Language, Option<String>),
) -> Result<(), Trouble> {
    let settled = Settled {
        state: "begun",
        reason: None,
        case: None,
        answered: true,
        sender_hash: &sender_digest(circumstances.key, sender.as_str()),
        expires_at: Some(circumstances.at_in_days(SETTLED_DAYS)),
    };
    settle(tx, id, settled)?;
    let draft = later::keep_as_begun(tx, circumstances, token)?;
    let order = Order::MailAnswer {
        draft,
        to: Contact::Email(sender.clone()),
        language,
        answers,
    };
    order::push(tx, circumstances, &order)
}

/// The words of a mail with what is to be said of its files behind them.
pub(super) fn with_notes(
    language: Language,
    words: &str,
    left_out: &[letter::LeftOut],
    refused: &[(String, &'static str)],
) -> String {
    let voice = Voice::of(language);
    let mut whole = words.to_owned();
    let said = left_out
        .iter()
        .map(|left| voice.say(left.key()).into_owned())
        .chain(refused.iter().map(|(name, key)| {
            let why = voice.say(key);
            voice.say_with(
                "mail-in-file-left",
                &[
                    ("name", Argument::Text(name)),
                    ("why", Argument::Text(&why)),
                ],
            )
        }));
    for sentence in said {
        whole.push_str("\n\n");
        whole.push_str(&sentence);
    }
    whole.trim().to_owned()
}

/// The words of a first mail: its subject is a part of them.
fn with_subject(letter: &Letter) -> String {
    if letter.subject.is_empty() || letter.words.contains(&letter.subject) {
        letter.words.clone()
    } else {
        format!("{}\n\n{}", letter.subject, letter.words)
    }
}

/// The language in which whoever wrote this is answered.
fn language_of(words: &str) -> Language {
    match detect(words).map(|detected| detected.tongue) {
        Some(Tongue::French) => Language::French,
        Some(Tongue::English) => Language::English,
        Some(Tongue::Tamazight) => Language::Tamazight,
        Some(Tongue::Arabic | Tongue::Darija | Tongue::DarijaLatin) | None => Language::Arabic,
    }
}
