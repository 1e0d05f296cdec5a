//! The receipt of filing: what stands on it, in plain words.

use chikaya_domain::Language;

/// Everything a receipt shows. All words are in `language`, except what people and offices wrote themselves.
#[derive(Clone, Debug)]
pub struct Receipt<'a> {
    /// The language of the page; decides letters, direction and the tag a screen reader goes by.
    pub language: Language,
    /// The public number of the case, such as `CK-26-7K3M-9QDX`; also draws the seal.
    pub reference: &'a str,
    /// The code that, with the reference, opens the case, as it should be read aloud: `4827 1936`.
    pub access_code: &'a str,
    /// The words for a telephone, and the reference for its keys: digits in groups with no-break spaces between them.
    pub keypad: Option<(&'a str, &'a str)>,
    /// The subject, as the filer wrote it.
    pub title: &'a str,
    /// The word for what was filed: complaint, remark or proposal.
    pub kind: &'a str,
    /// The organisation that must answer.
    pub organisation: &'a str,
    /// Who filed, when a name was given.
    pub filer: Option<&'a str>,
    /// How it was filed: on line, at the counter, by telephone.
    pub channel: Option<&'a str>,
    /// Names of the files that came with it, in one line.
    pub files: Option<&'a str>,
    /// Day and hour of filing, as words that stand alone: "Received on Thursday 12 March 2026 at 21:14".
    pub filed_at: &'a str,
    /// The sentence that says who must answer by when.
    pub due: &'a str,
    /// The sentence that says how that day was counted.
    pub derivation: &'a str,
    /// The two ends of the legal clock, when it is worth drawing.
    pub clock: Option<Clock<'a>>,
    /// What happens next; the first step has happened.
    pub steps: &'a [Step<'a>],
    /// The address behind the QR code. It must not contain the access code: paper is left lying about.
    pub follow_url: &'a str,
    /// A sentence on how the receipt can be verified, when it can be.
    pub proof: Option<&'a str>,
    /// The fixed words of the page.
    pub labels: Labels<'a>,
    /// The banner of a page whose data are samples.
    pub sample: Option<&'a str>,
}

/// One step of the case.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// What happens, in a few words.
    pub title: &'a str,
    /// By when, and what it means.
    pub text: &'a str,
}

/// The two ends of the legal clock.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// The day of filing, short.
    pub start: &'a str,
    /// The word under it.
    pub start_label: &'a str,
    /// The due date, short.
    pub end: &'a str,
    /// The word under it.
    pub end_label: &'a str,
}

/// The fixed words of a receipt.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// The name of the portal.
    pub brand: &'a str,
    /// What the portal is for, beside its name.
    pub tagline: &'a str,
    /// The State, at the far end of the head.
    pub kingdom: &'a str,
    /// The name of the document: receipt of filing. With the reference it is the title of the file.
    pub document: &'a str,
    /// The first heading: your complaint is filed.
    pub heading: &'a str,
    /// Before the reference.
    pub reference: &'a str,
    /// Before the access code.
    pub access_code: &'a str,
    /// "Keep both numbers", said strongly.
    pub keep: &'a str,
    /// Why they are to be kept.
    pub keep_why: &'a str,
    /// Before the kind of filing.
    pub kind: &'a str,
    /// Before the subject.
    pub title: &'a str,
    /// Before the organisation that must answer.
    pub organisation: &'a str,
    /// Before the filer's name.
    pub filer: &'a str,
    /// Before the channel.
    pub channel: &'a str,
    /// Before the names of the files.
    pub files: &'a str,
    /// Above the derivation of the due date.
    pub derivation: &'a str,
    /// Above the steps.
    pub steps: &'a str,
    /// The sentence about the Mediator of the Kingdom.
    pub mediator: &'a str,
    /// The sentence about 3737.
    pub help: &'a str,
    /// The seal in words, for those who do not see it.
    pub seal_alt: &'a str,
    /// The QR code in words, for those who do not see it.
    pub qr_alt: &'a str,
}
