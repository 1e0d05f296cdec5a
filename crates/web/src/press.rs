//! What the press is given and gives back: it is another room's, and these are the words both understand.

use std::{sync::Arc, thread};

use chikaya_domain::Language;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Sheets that are set or wait for it at once; whoever comes then is told to come again. At some hundred sheets a second
/// the last of the line waits for a few seconds.
const LINE: usize = 256;

/// Long files that are read and set at once: each holds its words in memory, tens of megabytes.
const LONG: usize = 1;

/// Most sheets that are set at once, however many processors there are.
const HANDS_AT_MOST: usize = 4;

/// What a printed receipt says: facts in words, ready to be set.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The filer's language.
    pub language: Language,
    /// The reference.
    pub reference: String,
    /// The access code.
    pub access_code: String,
    /// The reference for the keys of a telephone.
    pub keypad: String,
    /// The line that names the case.
    pub title: String,
    /// Word of the kind.
    pub kind: String,
    /// The heading: what was received.
    pub heading: String,
    /// Who must answer.
    pub organisation: String,
    /// The company, association or cooperative that filed, with who speaks for it and its number.
    pub filer: Option<String>,
    /// How it was filed, and in which language.
    pub channel: String,
    /// Names of the files that came with it, in one line.
    pub files: Option<String>,
    /// When it was received, as a sentence.
    pub filed_at: String,
    /// Who must answer by when, as a sentence.
    pub due: String,
    /// Why that day.
    pub derivation: String,
    /// First day of the time limit, in words.
    pub start: String,
    /// Last day of the time limit, in words.
    pub end: String,
    /// What happens next: title and text.
    pub steps: Vec<(String, String)>,
    /// The address that leads to the case.
    pub follow_url: String,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// When it was filed; the paper of one filing is always the same.
    pub created: jiff::Timestamp,
}

/// What a printed letter says to a filer whom no message reaches.
#[derive(Clone)]
pub struct LetterPaper {
    /// The filer's language.
    pub language: Language,
    /// The reference.
    pub reference: String,
    /// The line that names the case.
    pub title: String,
    /// Who writes.
    pub sender: String,
    /// Where they can be written to, line by line.
    pub sender_address: Vec<String>,
    /// To whom and where to, line by line.
    pub recipient: Vec<String>,
    /// The day, in words.
    pub day: String,
    /// What is told: what happened, what it means, and what the office wrote, line by line.
    pub parts: Vec<(String, Vec<String>, Vec<String>)>,
    /// The address that leads to the case.
    pub follow_url: String,
    /// The address in the code that names the case.
    pub code_url: String,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// The instant of what it tells; the letter about one thing is always the same.
    pub created: jiff::Timestamp,
}

/// What a printed report says: an annual report of an administration, or the national synthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualPaper {
    /// Its language.
    pub language: Language,
    /// What it is: “Annual report 2025”.
    pub title: String,
    /// Who reports.
    pub body: String,
    /// The title in each language of the country, line by line.
    pub title_page: Vec<(Language, Vec<String>)>,
    /// What stands on the title page: label and value.
    pub facts: Vec<(String, String)>,
    /// Sections: heading and parts.
    pub sections: Vec<(String, Vec<PaperPart>)>,
    /// The word at the head of each page while it is no final document.
    pub draft: Option<String>,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// The instant of what it tells; the paper of one state of a report is always the same.
    pub created: jiff::Timestamp,
}

/// A figure or a name in a report: in words for paper, and as a number for spreadsheets where it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperCell {
    /// In words.
    pub words: String,
    /// As a number.
    pub value: Option<PaperValue>,
}

impl PaperCell {
    /// Words alone.
    pub const fn words(words: String) -> Self {
        Self { words, value: None }
    }
}

/// A figure as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperValue {
    /// A whole number: cases or days.
    Whole(i64),
    /// A share, in ten-thousandths of the whole.
    Share(i64),
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperPart {
    /// A heading within the section.
    Heading(String),
    /// Sentences of the portal, paragraph by paragraph.
    Words(Vec<String>),
    /// What people wrote.
    Written {
        /// Who, and when.
        by: String,
        /// Paragraph by paragraph.
        paragraphs: Vec<String>,
    },
    /// Key figures: what, how much, and what that means.
    Figures(Vec<(String, PaperCell, String)>),
    /// A table: the first column is words, all others are figures.
    Table {
        /// What it shows.
        caption: String,
        /// The head of each column.
        head: Vec<String>,
        /// Its rows, each with as many cells.
        rows: Vec<Vec<PaperCell>>,
        /// What is to be known of it.
        note: Option<String>,
    },
    /// Bars side by side.
    Bars {
        /// What they show.
        caption: String,
        /// The same in words, for those who do not see them.
        alternative: String,
        /// Label, value in words, and length from 0 to 10,000.
        rows: Vec<(String, String, u16)>,
    },
    /// Series over the months of a year.
    Months {
        /// What they show.
        caption: String,
        /// The same in words.
        alternative: String,
        /// The months.
        labels: Vec<String>,
        /// Name and values; nothing where a value is hidden.
        series: Vec<(String, Vec<Option<u64>>)>,
    },
}

/// A table that leaves as a file: facts in words and figures, ready to be written.
#[derive(Clone)]
pub struct TablePaper {
    /// As which file.
    pub form: TableForm,
    /// The language of its words.
    pub language: Language,
    /// Its name.
    pub title: String,
    /// Who gives it out.
    pub owner: String,
    /// What it shows, as label and value: the period, the filters, as of when.
    pub about: Vec<(String, String)>,
    /// Its columns: heading and width, in digits.
    pub columns: Vec<(String, u8)>,
    /// Its rows.
    pub rows: Vec<Vec<TableCell>>,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// When it was made.
    pub created: jiff::Timestamp,
}

/// As which file a table leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableForm {
    /// For spreadsheets (XLSX).
    Workbook,
    /// For spreadsheets and programs.
    Csv,
    /// For paper, landscape A4.
    Pdf,
}

/// A field of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any number.
    Real(f64),
    /// A share from 0 to 1.
    Ratio(f64),
    /// A day.
    Day(jiff::civil::Date),
    /// Nothing.
    Empty,
}

/// What is printed.
pub enum Sheet {
    /// An annual report, or a synthesis.
    Annual(Box<AnnualPaper>),
    /// The figures of an annual report, or of a synthesis, for spreadsheets.
    AnnualBook(Box<AnnualPaper>),
    /// The receipt of a filing.
    Receipt(Box<Paper>),
    /// The same on a roll of 80 mm.
    Slip(Box<Paper>),
    /// A letter.
    Letter(Box<LetterPaper>),
    /// Letters, each on sheets of its own, the newest of which dates the file.
    Letters(Vec<LetterPaper>),
    /// A table.
    Table(Box<TablePaper>),
    /// Tables of one workbook, each on a sheet of its own; the first says whose it is and when it was made.
    Book(Vec<TablePaper>),
}

/// Sets a sheet as PDF; the press is another room's. Answers bytes, or what went wrong, for the log.
pub type Printer = Arc<dyn Fn(&Sheet) -> Result<Vec<u8>, String> + Send + Sync>;

/// The press, with few hands and a line before it: no number of sheets keeps people's pages waiting, and none takes more
/// than a line of words while it waits.
#[derive(Clone)]
pub(crate) struct PressRoom {
    printer: Printer,
    hands: Arc<Semaphore>,
    line: Arc<Semaphore>,
    long: Arc<Semaphore>,
}

/// A turn at long files, and a place in the line.
pub(crate) struct Turn {
    _place: OwnedSemaphorePermit,
    _long: OwnedSemaphorePermit,
}

/// Why a sheet did not come out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unprinted {
    /// The line is full.
    Busy,
    /// Something went wrong; for the log.
    Fault(String),
}

impl PressRoom {
    /// A press with half as many hands as there are processors.
    pub(crate) fn new(printer: Printer) -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Self::with(printer, (processors / 2).clamp(1, HANDS_AT_MOST), LINE)
    }

    fn with(printer: Printer, hands: usize, line: usize) -> Self {
        Self {
            printer,
            hands: Arc::new(Semaphore::new(hands)),
            line: Arc::new(Semaphore::new(line)),
            long: Arc::new(Semaphore::new(LONG)),
        }
    }

    /// Waits for a hand and lets it print. Whoever goes away while waiting leaves the line, and what was not begun is
    /// never set; what was begun keeps its hand until it is done.
    pub(crate) async fn print(&self, sheet: Sheet) -> Result<Vec<u8>, Unprinted> {
        let place = self.line.try_acquire().map_err(|_| Unprinted::Busy)?;
        let printed = self.set(sheet).await;
        drop(place);
        printed
    }

    /// Waits for a turn at what takes much memory while it waits, as a register of thousands of entries does: it is read
    /// when its turn has come, and not before.
    pub(crate) async fn turn(&self) -> Result<Turn, Unprinted> {
        let place = Arc::clone(&self.line).try_acquire_owned();
        let place = place.map_err(|_| Unprinted::Busy)?;
        let long = Arc::clone(&self.long).acquire_owned().await;
        Ok(Turn {
            _place: place,
            _long: long.map_err(|error| Unprinted::Fault(error.to_string()))?,
        })
    }

    /// Prints what had a turn. The turn is over when the sheet is there, or whoever waited for it went away.
    pub(crate) async fn print_in(&self, turn: Turn, sheet: Sheet) -> Result<Vec<u8>, Unprinted> {
        let printed = self.set(sheet).await;
        drop(turn);
        printed
    }

    async fn set(&self, sheet: Sheet) -> Result<Vec<u8>, Unprinted> {
        let fault = |error: &dyn std::fmt::Display| Unprinted::Fault(error.to_string());
        let hand = Arc::clone(&self.hands).acquire_owned().await;
        let hand = hand.map_err(|error| fault(&error))?;
        let printer = Arc::clone(&self.printer);
        let printed = tokio::task::spawn_blocking(move || {
            let printed = printer(&sheet);
            drop(hand);
            printed
        })
        .await;
        printed
            .map_err(|error| fault(&error))?
            .map_err(|error| fault(&error))
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::{Future, poll_fn},
        pin::{Pin, pin},
        sync::{Mutex, mpsc},
        task::Poll,
    };

    use super::*;

    fn blocking<T>(test: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(test)
    }

    async fn waits(mut other: Pin<&mut impl Future>) -> bool {
        poll_fn(|context| Poll::Ready(other.as_mut().poll(context).is_pending())).await
    }

    fn sheet(reference: &str) -> Sheet {
        Sheet::Letter(Box::new(LetterPaper {
            language: Language::French,
            reference: reference.to_owned(),
            title: String::new(),
            sender: String::new(),
            sender_address: Vec::new(),
            recipient: Vec::new(),
            day: String::new(),
            parts: Vec::new(),
            follow_url: String::new(),
            code_url: String::new(),
            is_sample: false,
            created: jiff::Timestamp::UNIX_EPOCH,
        }))
    }

    /// A press that tells which sheet it began, and prints it when it is let.
    fn press(hands: usize, line: usize) -> (PressRoom, mpsc::Receiver<String>, mpsc::Sender<()>) {
        let (begun, begins) = mpsc::channel();
        let (let_go, goes) = mpsc::channel();
        let goes = Mutex::new(goes);
        let printer: Printer = Arc::new(move |sheet: &Sheet| {
            let Sheet::Letter(letter) = sheet else {
                return Err("no letter".to_owned());
            };
            begun
                .send(letter.reference.clone())
                .map_err(|error| error.to_string())?;
            let goes = goes.lock().map_err(|error| error.to_string())?;
            goes.recv().map_err(|error| error.to_string())?;
            Ok(letter.reference.clone().into_bytes())
        });
        (PressRoom::with(printer, hands, line), begins, let_go)
    }

    #[test]
    fn a_sheet_waits_for_a_hand_and_one_too_many_is_told_so() {
        blocking(async {
            let (press, begins, let_go) = press(1, 2);
            let mut first = pin!(press.print(sheet("1")));
            assert!(waits(first.as_mut()).await);
            assert_eq!(begins.recv().unwrap(), "1");
            let mut second = pin!(press.print(sheet("2")));
            assert!(waits(second.as_mut()).await);
            assert!(begins.try_recv().is_err(), "there is one hand");
            assert_eq!(press.print(sheet("3")).await, Err(Unprinted::Busy));
            let_go.send(()).unwrap();
            assert_eq!(first.await.unwrap(), b"1");
            let_go.send(()).unwrap();
            assert_eq!(second.await.unwrap(), b"2");
            assert_eq!(begins.recv().unwrap(), "2");
            let_go.send(()).unwrap();
            assert!(press.print(sheet("4")).await.is_ok(), "the line is free");
        });
    }

    #[test]
    fn what_is_long_is_read_when_its_turn_has_come() {
        blocking(async {
            let (press, begins, let_go) = press(2, 3);
            let first = press.turn().await.unwrap();
            let mut second = Box::pin(press.turn());
            assert!(waits(second.as_mut()).await, "one is read at a time");
            // A receipt does not wait for them, but the line is theirs too.
            let mut receipt = pin!(press.print(sheet("receipt")));
            assert!(waits(receipt.as_mut()).await);
            assert_eq!(begins.recv().unwrap(), "receipt");
            assert_eq!(press.print(sheet("4")).await, Err(Unprinted::Busy));
            let mut long = pin!(press.print_in(first, sheet("long")));
            assert!(waits(long.as_mut()).await);
            assert!(waits(second.as_mut()).await, "it is not printed yet");
            let_go.send(()).unwrap();
            let_go.send(()).unwrap();
            receipt.await.unwrap();
            long.await.unwrap();
            drop(second.await.unwrap());
        });
    }

    #[test]
    fn whoever_goes_away_leaves_the_line_and_a_sheet_begun_keeps_its_hand() {
        blocking(async {
            let (press, begins, let_go) = press(1, 2);
            let mut begun = Box::pin(press.print(sheet("1")));
            assert!(waits(begun.as_mut()).await);
            assert_eq!(begins.recv().unwrap(), "1");
            let mut waiting = Box::pin(press.print(sheet("2")));
            assert!(waits(waiting.as_mut()).await);
            drop((begun, waiting));
            let mut last = Box::pin(press.print(sheet("3")));
            assert!(waits(last.as_mut()).await, "the hand still prints");
            assert!(begins.try_recv().is_err());
            let_go.send(()).unwrap();
            let_go.send(()).unwrap();
            assert_eq!(last.await.unwrap(), b"3");
            assert_eq!(begins.try_recv().unwrap(), "3", "2 was never set");
        });
    }
}
