//! Writers: people who file through the pages, with a file, and come back to their draft when the portal was away.

use anyhow::{Context as _, bail};

use super::{
    client::{Client, Next},
    dice::Dice,
    ledger::{Ledger, Told},
};
use crate::{
    form::{Form, between},
    visitor::{File, Filed, Seen, Visitor},
};

/// Sizes of files, bytes of sound; the largest takes several reads of a connection.
const SIZES: [usize; 4] = [1_000, 20_000, 90_000, 400_000];

/// Somebody who files through the pages.
pub(super) struct Writer {
    visitor: Visitor,
    draft: Option<Draft>,
}

/// A filing that is being written.
struct Draft {
    /// The number that its file is made of.
    number: u64,
    /// The page on which it stands; none before it began.
    place: Option<String>,
}

impl Writer {
    /// One that has written nothing.
    pub(super) fn new(address: String) -> Self {
        Self {
            visitor: Visitor::new(address),
            draft: None,
        }
    }

    /// The step after the page at which a draft stands; answers the receipt where that is what the page shows.
    fn step(&mut self, draft: &mut Draft) -> anyhow::Result<Option<Filed>> {
        let Some(place) = draft.place.clone() else {
            draft.place = Some(self.begin(draft.number)?);
            return Ok(None);
        };
        let page = match self.visitor.look(&place)? {
            Seen::Page(page) => page,
            // The form was heard, and its answer was lost.
            Seen::Elsewhere(other) => {
                draft.place = Some(other);
                return Ok(None);
            }
        };
        let step = place.rsplit('/').next().unwrap_or_default();
        let form = |mark: &str| {
            Form::find(&page, mark).with_context(|| format!("there is no form on {place}"))
        };
        let own = "id=\"step\"";
        let next = match step {
            "files" => self.attach(&place, &page, draft.number)?,
            "where" => {
                let form = form(own)?.with("territory", super::TIZNIT);
                self.visitor.submit(&place, &form)?
            }
            "about" => {
                let form = form(own)?.with("subject", "public-lighting");
                self.visitor.submit(&place, &form)?
            }
            "details" => self.visitor.submit(&place, &form(own)?)?,
            "you" => {
                let form = form(own)?.with("category", "anonymous");
                self.visitor.submit(&place, &form)?
            }
            "check" => {
                let form = form("method=\"post\"")?.with("declaration", "yes");
                self.visitor.submit(&place, &form)?
            }
            "receipt" => return receipt(&page).map(Some),
            _ => bail!("a filing led to {place}"),
        };
        draft.place = Some(next);
        Ok(None)
    }

    /// Begins a draft; answers where its files are sent.
    fn begin(&mut self, number: u64) -> anyhow::Result<String> {
        let page = self.visitor.page("/fr/file?kind=complaint")?;
        let form = Form::find(&page, "action=\"/fr/file\"")
            .context("a filing has no first page")?
            .with(
                "text",
                &format!("Le lampadaire numéro {number} est éteint depuis trois semaines."),
            )
            .with("go", "files");
        self.visitor.submit("/fr/file", &form)
    }

    /// Sends the file of a draft, unless it is there already; answers where the draft goes on.
    fn attach(&mut self, place: &str, page: &str, number: u64) -> anyhow::Result<String> {
        let file = file(number);
        if page.contains(&file.name) {
            let draft = place.trim_end_matches("/files");
            return Ok(format!("{draft}/where"));
        }
        let form = Form::find(page, "multipart")
            .context("files have no form")?
            .with("go-on", "yes");
        self.visitor.upload(place, &form, &file)
    }
}

impl Client for Writer {
    fn go_to(&mut self, address: &str) {
        self.visitor.go_to(address);
    }

    fn act(&mut self, ledger: &Ledger) -> anyhow::Result<Next> {
        let mut draft = self.draft.take().unwrap_or_else(|| Draft {
            number: ledger.number(),
            place: None,
        });
        match self.step(&mut draft) {
            Ok(Some(case)) => ledger.note(Told::Received {
                case,
                number: draft.number,
            }),
            Ok(None) => self.draft = Some(draft),
            Err(error) => {
                self.draft = Some(draft);
                return Err(error);
            }
        }
        Ok(Next::More)
    }

    fn is_under_way(&self) -> bool {
        self.draft.is_some()
    }
}

/// What a receipt says.
fn receipt(page: &str) -> anyhow::Result<Filed> {
    let said = |id: &str| {
        between(page, &format!("id=\"{id}\">"), "<")
            .map(str::to_owned)
            .with_context(|| format!("a receipt without {id}"))
    };
    Ok(Filed {
        reference: said("reference")?,
        code: said("access-code")?,
    })
}

/// The file with a number: sound of eight bits without anything that tells of its making, which is kept as it comes.
pub(super) fn file(number: u64) -> File {
    let mut dice = Dice::new(number);
    let length = SIZES[usize::try_from(number).unwrap_or(0) % SIZES.len()];
    let sound: Vec<u8> = (0..length)
        .map(|_| u8::try_from(dice.roll(256)).unwrap_or(0))
        .collect();
    let size = u32::try_from(length).unwrap_or(0);
    let mut bytes = Vec::with_capacity(length + 44);
    bytes.extend_from_slice(b"RIFF");
    bytes.extend_from_slice(&(size + 36).to_le_bytes());
    bytes.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    // 8,000 samples and as many bytes a second, a byte each.
    bytes.extend_from_slice(&8_000_u32.to_le_bytes());
    bytes.extend_from_slice(&8_000_u32.to_le_bytes());
    bytes.extend_from_slice(b"\x01\0\x08\0data");
    bytes.extend_from_slice(&size.to_le_bytes());
    bytes.extend_from_slice(&sound);
    File {
        name: format!("storm-{number}.wav"),
        bytes,
    }
}
