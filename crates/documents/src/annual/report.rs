//! What stands in a report, in plain words.

use chikaya_domain::Language;

/// Everything a report shows. All words are in `language`, except what people wrote themselves and the other titles.
#[derive(Clone, Copy, Debug)]
pub struct Annual<'a> {
    /// The language of the report; decides letters, direction and the tag a screen reader goes by.
    pub language: Language,
    /// The name of the portal.
    pub brand: &'a str,
    /// What it is: "Annual report 2025". With the body it is the title of the file, and stands at the head of each page.
    pub title: &'a str,
    /// Who reports; the author of the file.
    pub body: &'a str,
    /// What title and body say, in other languages, below each other on the title page. One in `language` is left out:
    /// title and body say it already.
    pub title_page: &'a [TitleLines<'a>],
    /// Label and value on the title page: period, state of the figures, digest.
    pub facts: &'a [(&'a str, &'a str)],
    /// The heading of the table of contents, which lists sections and the headings in them.
    pub contents: &'a str,
    /// What is reported.
    pub sections: &'a [Section<'a>],
    /// A word in a frame at the head of each page, while the report is no final document.
    pub draft: Option<&'a str>,
    /// The banner at the head of each page of a report whose data are samples.
    pub sample: Option<&'a str>,
}

/// Lines of the title page in a language of their own.
#[derive(Clone, Copy, Debug)]
pub struct TitleLines<'a> {
    /// The language of the lines.
    pub language: Language,
    /// The first is larger.
    pub lines: &'a [&'a str],
}

/// A section, numbered, with an entry among the contents and a bookmark.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// What it is about.
    pub heading: &'a str,
    /// What it says, in this order.
    pub parts: &'a [Part<'a>],
}

/// A piece of a section.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// A heading within the section, numbered, with an entry and a bookmark of its own.
    Heading(&'a str),
    /// Paragraphs of the portal.
    Words(&'a [&'a str]),
    /// Commentary, as people typed it. A line break begins a paragraph; each runs in the direction of its first letter.
    Written {
        /// Who wrote it, and when, in words of the portal.
        by: &'a str,
        /// What was written.
        paragraphs: &'a [&'a str],
    },
    /// The figures that are told first, three in a row.
    Figures(&'a [Figure<'a>]),
    /// A table, over as many pages as it needs; its head stands on each.
    Table(Table<'a>),
    /// Lengths beside each other.
    Bars(Bars<'a>),
    /// Counts over time.
    Months(Months<'a>),
}

/// A figure that is told first.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// What it counts.
    pub label: &'a str,
    /// The figure in words, with its sign: `72 %`.
    pub value: &'a str,
    /// Its definition, its interval, what it was the year before.
    pub note: Option<&'a str>,
}

/// A table. Rows may be shorter than the head or longer: what lacks is left empty.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// What it tells.
    pub caption: &'a str,
    /// The names of the columns.
    pub head: &'a [&'a str],
    /// On which side of its column a cell stands; columns beyond these hold words.
    pub align: &'a [Align],
    /// The cells, row by row.
    pub rows: &'a [Vec<&'a str>],
    /// What is said below it: definitions, what is masked.
    pub note: Option<&'a str>,
}

/// What stands in a column, which decides its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words: at the side where reading begins.
    Start,
    /// Figures: at the right side in every language, so that units stand below units.
    End,
}

/// Bars that begin where reading begins, each between its name and its value.
#[derive(Clone, Copy, Debug)]
pub struct Bars<'a> {
    /// What they tell.
    pub caption: &'a str,
    /// The same for whoever does not see them. Names and values are added: nobody reads them in the drawing then.
    pub alternative: &'a str,
    /// The bars, from above.
    pub rows: &'a [Bar<'a>],
}

/// One bar.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    /// What it stands for.
    pub label: &'a str,
    /// Its value in words.
    pub value: &'a str,
    /// Its length in ten-thousandths of the longest; 0 to 10,000, what is more counts as 10,000.
    pub share: u16,
}

/// Counts over time: columns where there is one series, else lines. Time runs from left to right in every language, as
/// on the pages of the portal.
#[derive(Clone, Copy, Debug)]
pub struct Months<'a> {
    /// What they tell.
    pub caption: &'a str,
    /// The same for whoever does not see them, with what is to be known of the figures: a screen reader is given this
    /// instead of the drawing.
    pub alternative: &'a str,
    /// The names of the months, short; where they do not all fit, some are left out.
    pub labels: &'a [&'a str],
    /// Counts that are marked at the side, each with its words; [`super::scale`] chooses them. The highest is the height.
    pub marks: &'a [(u64, &'a str)],
    /// What is drawn; more than three repeat their colours and dashes.
    pub series: &'a [Series<'a>],
}

/// Counts of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// What is counted; stands at the end of the line. A single series is named by its caption.
    pub name: &'a str,
    /// One for each label; `None` where it may not be told, which is drawn as a gap.
    pub points: &'a [Option<u64>],
}
