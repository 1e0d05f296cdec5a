//! The press itself: letters loaded once, pages set by Typst, PDF/UA-1 and PDF/A-2a out.

use jiff::{Timestamp, tz::TimeZone};
use thiserror::Error;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, IntoValue, Smart};
use typst::text::Font;
use typst_as_lib::{TypstAsLibError, TypstEngine, TypstTemplateMainFile};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::letter::Letter;
use crate::letters::FACES;
use crate::receipt::Receipt;
use crate::values;
use crate::vowels::told_once;

/// Scales of the page, from the roomiest; the first that keeps the receipt on one page is taken.
const ROOMY: [f64; 4] = [1.12, 1.04, 0.96, 0.88];

/// The smallest scale at which the page is still read: its body is set in 8 points.
const TIGHT: f64 = 0.8;

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
    /// The address to follow is longer than a QR code can hold, about 2,300 bytes.
    #[error("the address does not fit a QR code")]
    Address(#[from] qrcode::types::QrError),
    /// The template does not compile.
    #[error("the page cannot be set")]
    Setting(#[from] Box<TypstAsLibError>),
    /// The page breaks a rule of PDF/UA-1 or PDF/A-2a.
    #[error("the page cannot be printed: {0}")]
    Printing(String),
}

/// Prints documents. Costs a few milliseconds to build; share one in an `Arc`.
///
/// Setting a page is processor work of some tens of milliseconds: call it off the asynchronous threads.
pub struct Press {
    engine: TypstEngine<TypstTemplateMainFile>,
    letters: TypstEngine<TypstTemplateMainFile>,
    faces: Vec<Font>,
    standards: PdfStandards,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press")
            .field("faces", &self.faces.len())
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
        let engine = TypstEngine::builder()
            .main_file(include_str!("../templates/receipt.typ"))
            .with_static_file_resolver([
                (
                    "mark.svg",
                    include_bytes!("../templates/mark.svg").as_slice(),
                ),
                (
                    "frieze.svg",
                    include_bytes!("../templates/frieze.svg").as_slice(),
                ),
            ])
            .fonts(faces.iter().cloned())
            .build();
        let letters = TypstEngine::builder()
            .main_file(include_str!("../templates/letter.typ"))
            .fonts(faces.iter().cloned())
            .build();
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| PressError::Printing(error.message().to_string()))?;
        Ok(Self {
            engine,
            letters,
            faces,
            standards,
        })
    }

    /// Prints the receipt of a filing on one A4 page. `created` is written into the file as its date: the same
    /// receipt with the same date gives the same bytes. Only words far beyond the limits of the form need a second page.
    pub fn receipt(
        &self,
        receipt: &Receipt<'_>,
        created: Timestamp,
    ) -> Result<Vec<u8>, PressError> {
        let options = PdfOptions {
            ident: Smart::Custom(format!("chikaya receipt {}", receipt.reference)),
            creator: Smart::Custom(Some("Chikaya".to_owned())),
            timestamp: instant(created),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let page = self.set(receipt)?;
        typst_pdf::pdf(&page, &options).map_err(|faults| PressError::Printing(told(&faults)))
    }

    /// Prints a letter, on as many A4 pages as it needs; `created` is written into the file as its date.
    pub fn letter(
        &self,
        letter: &Letter<'_>,
        reference: &str,
        created: Timestamp,
    ) -> Result<Vec<u8>, PressError> {
        let options = PdfOptions {
            ident: Smart::Custom(format!("chikaya letter {reference} {created}")),
            creator: Smart::Custom(Some("Chikaya".to_owned())),
            timestamp: instant(created),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let pages = self.set_letter(letter, reference)?;
        typst_pdf::pdf(&pages, &options).map_err(|faults| PressError::Printing(told(&faults)))
    }

    /// Sets the pages of a letter.
    pub(crate) fn set_letter(
        &self,
        letter: &Letter<'_>,
        reference: &str,
    ) -> Result<PagedDocument, PressError> {
        let inputs = values::of_letter(letter, reference, &self.faces);
        let set = self.letters.compile_with_input(inputs);
        Ok(told_once(&set.output.map_err(Box::new)?))
    }

    /// Sets the page at the roomiest scale that keeps it on one sheet, else at the tightest.
    pub(crate) fn set(&self, receipt: &Receipt<'_>) -> Result<PagedDocument, PressError> {
        let mut inputs = values::of_receipt(receipt, &self.faces)?;
        let mut at = |scale: f64| -> Result<PagedDocument, PressError> {
            inputs.insert("scale".into(), scale.into_value());
            let set = self.engine.compile_with_input(inputs.clone());
            Ok(set.output.map_err(Box::new)?)
        };
        for scale in ROOMY {
            let page = at(scale)?;
            if page.pages().len() == 1 {
                return Ok(told_once(&page));
            }
        }
        Ok(told_once(&at(TIGHT)?))
    }
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
