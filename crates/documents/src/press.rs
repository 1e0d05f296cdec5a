//! The press itself: letters loaded once, pages set by Typst, PDF/UA-1 and PDF/A-2a out.

use std::sync::atomic::{AtomicUsize, Ordering};

use chikaya_domain::Language;
use jiff::{Timestamp, tz::TimeZone};
use rayon::ThreadPool;
use serde_json::json;
use thiserror::Error;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Label, Smart};
use typst::introspection::Introspector as _;
use typst::layout::{Abs, Frame, FrameItem};
use typst::syntax::FileId;
use typst::text::Font;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::annual::{self, Annual};
use crate::drawings;
use crate::hands::{hands, hands_at_once};
use crate::letter::Letter;
use crate::letters::FACES;
use crate::receipt::Receipt;
use crate::register::Register;
use crate::seal::Seal;
use crate::values::{self, Sheet};
use crate::vowels::told_once;
use crate::world::{self, Shelf, Table, Template, file};

/// Scales of the page, from the roomiest; the first that keeps the receipt on one page is taken. At the last the page
/// is still read, its body is set in 8 points: what does not fit then goes over several.
pub(crate) const SCALES: [f64; 5] = [1.12, 1.04, 0.96, 0.88, 0.8];

/// How many points must stay free on a page at each scale. At the roomiest the page is not filled to its last line: the
/// next scale then mostly shows by itself that this one is not to be had, and the page is set once.
const SPARE: [f64; SCALES.len()] = [20.0, 0.0, 0.0, 0.0, 0.0];

/// Margins of a receipt above and below, in millimetres.
const MARGINS: (f64, f64) = (14.0, 13.0);

/// Width of a receipt between its margins, in millimetres.
const WIDTH: f64 = 178.0;

/// Width of a tile of the frieze at the scale 1, in points.
const TILE: f64 = 19.2;

/// By how much a page must be too high to be called so without being set, in points: more than sums round.
const CERTAIN: f64 = 0.01;

/// Why nothing came out of the press.
#[derive(Debug, Error)]
pub enum PressError {
    /// The embedded faces are damaged: the program was built from a broken checkout.
    #[error("embedded letters cannot be read: {found} faces of {expected}")]
    Letters {
        /// How many faces could be read.
        found: usize,
        /// How many are embedded.
        expected: usize,
    },
    /// The machine gives no threads to set sheets on.
    #[error("no thread sets sheets")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// The address to follow is longer than a QR code can hold, about 2,300 bytes.
    #[error("the address does not fit a QR code")]
    Address(#[from] qrcode::types::QrError),
    /// The template does not compile.
    #[error("the page cannot be set: {0}")]
    Setting(String),
    /// The page breaks a rule of PDF/UA-1 or PDF/A-2a.
    #[error("the page cannot be printed: {0}")]
    Printing(String),
}

/// Prints documents. Costs a few milliseconds to build; share one in an `Arc`.
///
/// Setting a page is processor work of some milliseconds, on threads of the press's own: half as many as there are
/// processors, which give way to all others. A report takes seconds and has a thread apart, so that no receipt waits for
/// it. Who asks for a page waits for it: ask off the asynchronous threads.
pub struct Press {
    shelf: Shelf,
    receipt: Template,
    slip: Template,
    letter: Template,
    annual: Template,
    register: Template,
    seal: FileId,
    qr: FileId,
    frieze: FileId,
    /// For each of [`SCALES`], how many tiles the frieze has, and the frieze.
    friezes: [(u32, Bytes); SCALES.len()],
    standards: PdfStandards,
    hands: ThreadPool,
    /// Sets one report after the other, so that the memory of two is not held at once.
    slow_hand: ThreadPool,
    /// The place among [`SCALES`] of the last receipt in each language.
    usual: [AtomicUsize; Language::ALL.len()],
    printed: AtomicUsize,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press")
            .field("faces", &self.shelf.faces().len())
            .finish_non_exhaustive()
    }
}

impl Press {
    /// Loads letters and templates.
    pub fn new() -> Result<Self, PressError> {
        let faces: Vec<Font> = FACES
            .into_iter()
            .flat_map(|face| Font::iter(Bytes::new(face)))
            .collect();
        if faces.len() != FACES.len() {
            return Err(PressError::Letters {
                found: faces.len(),
                expected: FACES.len(),
            });
        }
        let drawings = [(
            "mark.svg",
            include_bytes!("../templates/mark.svg").as_slice(),
        )];
        let unnamed = || PressError::Setting("a template has no name".to_owned());
        let template = |name, text, words| Template::new(name, text, words).ok_or_else(unnamed);
        let receipt = include_str!("../templates/receipt.typ");
        let slip = include_str!("../templates/slip.typ");
        let letter = include_str!("../templates/letter.typ");
        let annual = include_str!("../templates/annual.typ");
        let register = include_str!("../templates/register.typ");
        Ok(Self {
            shelf: Shelf::new(faces, &drawings),
            receipt: template("receipt.typ", receipt, "receipt.json")?,
            slip: template("slip.typ", slip, "slip.json")?,
            letter: template("letter.typ", letter, "letter.json")?,
            annual: template("annual.typ", annual, "annual.json")?,
            register: template("register.typ", register, "register.json")?,
            seal: file("seal.svg").ok_or_else(unnamed)?,
            qr: file("qr.svg").ok_or_else(unnamed)?,
            frieze: file("frieze.svg").ok_or_else(unnamed)?,
            friezes: SCALES.map(|scale| {
                let tiles = tiles(scale);
                (tiles, Bytes::from_string(drawings::frieze(tiles)))
            }),
            standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
                .map_err(|error| PressError::Printing(error.message().to_string()))?,
            hands: hands("press", hands_at_once())?,
            slow_hand: hands("report", 1)?,
            usual: Default::default(),
            printed: AtomicUsize::new(0),
        })
    }

    /// Prints the receipt of a filing on one A4 page. `created` is written into the file as its date: the same
    /// receipt with the same date gives the same bytes. Only words far beyond the limits of the form need a second page.
    pub fn receipt(
        &self,
        receipt: &Receipt<'_>,
        created: Timestamp,
    ) -> Result<Vec<u8>, PressError> {
        let ident = format!("chikaya receipt {}", receipt.reference);
        self.hands
            .install(|| self.print(ident, created, || self.set(receipt)))
    }

    /// Prints the receipt of a filing on a roll of 80 mm, in black alone, as long as its words need. `created` is written
    /// into the file as its date: the same receipt with the same date gives the same bytes.
    pub fn slip(&self, receipt: &Receipt<'_>, created: Timestamp) -> Result<Vec<u8>, PressError> {
        let ident = format!("chikaya slip {}", receipt.reference);
        self.hands
            .install(|| self.print(ident, created, || self.set_slip(receipt)))
    }

    /// Prints a letter, on as many A4 pages as it needs; `created` is written into the file as its date.
    pub fn letter(
        &self,
        letter: &Letter<'_>,
        reference: &str,
        created: Timestamp,
    ) -> Result<Vec<u8>, PressError> {
        let ident = format!("chikaya letter {reference} {created}");
        self.hands
            .install(|| self.print(ident, created, || self.set_letter(letter, reference)))
    }

    /// Prints letters one after the other, each with its reference and on sheets of its own; `created` is written into the
    /// file as its date.
    pub fn letters(
        &self,
        letters: &[(Letter<'_>, &str)],
        created: Timestamp,
    ) -> Result<Vec<u8>, PressError> {
        let ident = format!("chikaya letters {} {created}", letters.len());
        self.slow_hand
            .install(|| self.print(ident, created, || self.set_letters(letters)))
    }

    /// Prints a report, on as many A4 pages as it needs; `created` is written into the file as its date: the same report
    /// with the same date gives the same bytes. Takes a second for each thousand rows of tables, about.
    pub fn annual(&self, annual: &Annual<'_>, created: Timestamp) -> Result<Vec<u8>, PressError> {
        let ident = format!("chikaya annual {} {} {created}", annual.title, annual.body);
        self.slow_hand.install(|| {
            let printed = self.print(ident, created, || self.set_annual(annual));
            // No other sheet needs anything of what a report left.
            world::forget_all();
            printed
        })
    }

    /// Prints a register, on as many landscape A4 pages as it needs; `created` is written into the file as its date. Pages
    /// are set as a whole, in memory.
    pub fn register(
        &self,
        register: &Register<'_>,
        created: Timestamp,
    ) -> Result<Vec<u8>, PressError> {
        let ident = format!("chikaya register {} {created}", register.owner);
        self.hands
            .install(|| self.print(ident, created, || self.set_register(register)))
    }

    /// Writes what is set as PDF, and forgets what no sheet needs any more.
    fn print(
        &self,
        ident: String,
        created: Timestamp,
        set: impl FnOnce() -> Result<PagedDocument, PressError>,
    ) -> Result<Vec<u8>, PressError> {
        let options = PdfOptions {
            ident: Smart::Custom(ident),
            creator: Smart::Custom(Some("Chikaya".to_owned())),
            timestamp: instant(created),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let printed = set().and_then(|pages| {
            typst_pdf::pdf(&pages, &options).map_err(|faults| PressError::Printing(told(&faults)))
        });
        world::forget(self.printed.fetch_add(1, Ordering::Relaxed));
        printed
    }

    /// Sets a receipt on a roll.
    pub(crate) fn set_slip(&self, receipt: &Receipt<'_>) -> Result<PagedDocument, PressError> {
        let sheet = values::of_slip(receipt, self.shelf.faces());
        let qr = Bytes::from_string(drawings::qr(receipt.follow_url)?);
        self.set_as(&self.slip, &sheet, &[(self.qr, qr)])
            .map(told_once)
    }

    /// Sets the pages of a letter. Those of a letter of several are numbered.
    pub(crate) fn set_letter(
        &self,
        letter: &Letter<'_>,
        reference: &str,
    ) -> Result<PagedDocument, PressError> {
        self.set_letters(&[(letter.clone(), reference)])
    }

    /// Sets letters one after the other. How many pages each has is known once it was set alone.
    pub(crate) fn set_letters(
        &self,
        letters: &[(Letter<'_>, &str)],
    ) -> Result<PagedDocument, PressError> {
        let mut drawings = Vec::new();
        let mut all = Vec::with_capacity(letters.len());
        let mut said = None;
        for (number, (letter, reference)) in letters.iter().enumerate() {
            let mut sheet = values::of_letter(letter, reference, self.shelf.faces());
            let mut own = Vec::new();
            if let Some(code) = letter.code {
                let name = format!("qr-{number}.svg");
                let unnamed = || PressError::Setting("a drawing has no name".to_owned());
                let drawing = Bytes::from_string(drawings::qr(code.address)?);
                own.push((file(&name).ok_or_else(unnamed)?, drawing));
                sheet.words["qr-file"] = name.into();
            }
            let alone = values::of_letters(std::slice::from_ref(&sheet.words), &sheet);
            let pages = self.set_as(&self.letter, &alone, &own)?;
            let count = pages.pages().len();
            if letters.len() == 1 && count == 1 {
                return Ok(told_once(pages));
            }
            sheet.words["pages"] = count.into();
            drawings.extend(own);
            all.push(std::mem::take(&mut sheet.words));
            said.get_or_insert(sheet);
        }
        let Some(first) = said else {
            return Err(PressError::Setting("there is no letter".to_owned()));
        };
        let sheet = values::of_letters(&all, &first);
        Ok(told_once(self.set_as(&self.letter, &sheet, &drawings)?))
    }

    /// Sets the pages of a report.
    pub(crate) fn set_annual(&self, annual: &Annual<'_>) -> Result<PagedDocument, PressError> {
        let mut sheet = annual::of_annual(annual, self.shelf.faces());
        let (tiles, frieze) = &self.friezes[0];
        sheet.words["tiles"] = (*tiles).into();
        sheet.words["tile"] = (TILE * SCALES[0]).into();
        let drawings = [(self.frieze, frieze.clone())];
        self.set_as(&self.annual, &sheet, &drawings).map(told_once)
    }

    /// Sets the pages of a register.
    pub(crate) fn set_register(
        &self,
        register: &Register<'_>,
    ) -> Result<PagedDocument, PressError> {
        let sheet = values::of_register(register, self.shelf.faces());
        Ok(told_once(self.set_as(&self.register, &sheet, &[])?))
    }

    /// Sets the page at the roomiest scale that keeps it on one sheet, else at the tightest.
    pub(crate) fn set(&self, receipt: &Receipt<'_>) -> Result<PagedDocument, PressError> {
        // Most receipts of a language need the scale of the one before. What comes out does not depend on it.
        let usual = &self.usual[receipt.language as usize];
        let (place, page) = self.set_from(receipt, usual.load(Ordering::Relaxed))?;
        usual.store(place, Ordering::Relaxed);
        Ok(page)
    }

    /// The same beginning with one of the scales, up or down to the right one; answers its place too.
    pub(crate) fn set_from(
        &self,
        receipt: &Receipt<'_>,
        first: usize,
    ) -> Result<(usize, PagedDocument), PressError> {
        let mut drawings = [
            (
                self.seal,
                Bytes::from_string(Seal::of(receipt.reference).svg()),
            ),
            (
                self.qr,
                Bytes::from_string(drawings::qr(receipt.follow_url)?),
            ),
            (self.frieze, self.friezes[0].1.clone()),
        ];
        let mut sheet = values::of_receipt(receipt, self.shelf.faces());
        sheet.words["margins"] = json!([MARGINS.0, MARGINS.1]);
        sheet.words["tile"] = TILE.into();
        let mut set = |place: usize, numbered: bool| {
            let (tiles, frieze) = &self.friezes[place];
            drawings[2].1 = frieze.clone();
            sheet.words["tiles"] = (*tiles).into();
            sheet.words["scale"] = SCALES[place].into();
            sheet.words["numbered"] = numbered.into();
            self.set_as(&self.receipt, &sheet, &drawings)
        };
        let last = SCALES.len() - 1;
        let first = first.min(last);
        let page = set(first, false)?;
        if let Some(height) = height_at(first, &page) {
            for roomier in roomiest(first, height, room(&page))..first {
                let page = set(roomier, false)?;
                if height_at(roomier, &page).is_some() {
                    return Ok((roomier, told_once(page)));
                }
            }
            return Ok((first, told_once(page)));
        }
        for tighter in first + 1..=last {
            let page = set(tighter, false)?;
            if height_at(tighter, &page).is_some() {
                return Ok((tighter, told_once(page)));
            }
        }
        Ok((last, told_once(set(last, true)?)))
    }

    /// Sets a sheet by a template.
    fn set_as(
        &self,
        template: &Template,
        sheet: &Sheet,
        drawings: &[(FileId, Bytes)],
    ) -> Result<PagedDocument, PressError> {
        let table = Table::new(&self.shelf, template, sheet.words.to_string(), drawings);
        let mut pages: PagedDocument = typst::compile(&table)
            .output
            .map_err(|faults| PressError::Setting(told(&faults)))?;
        let info = pages.info_mut();
        info.title = Some(sheet.title.as_str().into());
        info.author = vec![sheet.author.as_str().into()];
        Ok(pages)
    }
}

/// The height in points of what stands between the margins of a receipt, at least: without the free room above its foot
/// and without what reaches below the last line before that. `None` when it does not fit on one page of a scale.
fn height_at(place: usize, pages: &PagedDocument) -> Option<f64> {
    let [page] = pages.pages() else {
        return None;
    };
    let introspector = pages.introspector();
    // A mark before the free room would not tell where that begins: Typst places marks with what comes after them.
    let foot = Label::new(PicoStr::intern("foot"))
        .and_then(|mark| introspector.query_label(mark).ok()?.location())
        .and_then(|location| introspector.position(location))
        .map_or(0.0, |position| position.point.y.to_pt());
    let last = lowest(&page.frame, 0.0, foot).unwrap_or(foot);
    let free = foot - last;
    (free >= SPARE[place]).then(|| room(pages) - free)
}

/// The lowest line of text above a height, in points from the top of the page; `top` is where the frame begins.
fn lowest(frame: &Frame, top: f64, above: f64) -> Option<f64> {
    let lines = frame.items().filter_map(|(at, item)| {
        let here = top + at.y.to_pt();
        match item {
            FrameItem::Group(group) => lowest(&group.frame, here, above),
            FrameItem::Text(_) => Some(here).filter(|here| *here <= above),
            _ => None,
        }
    });
    lines.max_by(f64::total_cmp)
}

/// The roomiest scale at which a page may fit that has a height at one of the scales. Lengths grow with the scale, and a
/// line holds no more of larger letters: the page is at least as much higher as the scale is larger.
fn roomiest(place: usize, height: f64, room: f64) -> usize {
    let may_fit = |roomier: &usize| {
        height * SCALES[*roomier] / SCALES[place] <= room - SPARE[*roomier] + CERTAIN
    };
    (0..place).find(may_fit).unwrap_or(place)
}

/// The height in points between the margins of a receipt.
fn room(pages: &PagedDocument) -> f64 {
    let page = pages.pages().first();
    let whole = page.map_or(0.0, |page| page.frame.height().to_pt());
    whole - Abs::mm(MARGINS.0 + MARGINS.1).to_pt()
}

/// More tiles than the smallest scale needs.
const MOST_TILES: u32 = 64;

/// How many tiles fill the width of a receipt at a scale; the last may be cut.
pub(crate) fn tiles(scale: f64) -> u32 {
    let tile = TILE * scale;
    let width = Abs::mm(WIDTH).to_pt();
    (1..MOST_TILES)
        .find(|&tiles| f64::from(tiles) * tile >= width)
        .unwrap_or(MOST_TILES)
}

fn instant(created: Timestamp) -> Option<typst_pdf::Timestamp> {
    let utc = TimeZone::UTC.to_datetime(created);
    let part = |number: i8| number.unsigned_abs();
    let instant = Datetime::from_ymd_hms(
        utc.year().into(),
        part(utc.month()),
        part(utc.day()),
        part(utc.hour()),
        part(utc.minute()),
        part(utc.second()),
    );
    instant.map(typst_pdf::Timestamp::new_utc)
}

fn told(faults: &[SourceDiagnostic]) -> String {
    let messages: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
    messages.join("; ")
}
