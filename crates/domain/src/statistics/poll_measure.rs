//! Every measure of the random sample, as data: pages, downloads, the data dictionary and docs/statistics.md are made from it.

use super::Unit;
use crate::word::word_enum;

word_enum! {
    /// A measure of the random sample, by the word under which it stands in files and addresses. A word is never used for
    /// something else.
    PollMeasure {
        /// Cases that could have been drawn.
        Population => "survey-population",
        /// Those that were.
        Drawn => "survey-drawn",
        /// Those whose filers were asked by the portal.
        Asked => "survey-asked",
        /// Those who answered.
        Answered => "survey-answered",
        /// Share of those drawn who answered.
        Response => "survey-response",
        /// Share whose problem is solved.
        Resolved => "survey-resolved",
        /// The same, if all who are silent said no.
        ResolvedAtLeast => "survey-resolved-at-least",
        /// The same, if they all said yes.
        ResolvedAtMost => "survey-resolved-at-most",
        /// Share who were treated properly.
        Treated => "survey-treated",
        /// The same, if all who are silent said no.
        TreatedAtLeast => "survey-treated-at-least",
        /// The same, if they all said yes.
        TreatedAtMost => "survey-treated-at-most",
    }
}

impl PollMeasure {
    /// Raised whenever the same word comes to mean something else.
    pub const VERSION: u8 = 1;

    /// In what it is told.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Population | Self::Drawn | Self::Asked | Self::Answered => Unit::Cases,
            _ => Unit::Share,
        }
    }

    /// How it is computed; sums are over the weeks that were drawn.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::Population => {
                "sum of N: cases filed by the ordinary door and first answered by the portal in the week"
            }
            Self::Drawn => "sum of n",
            Self::Asked => "those drawn to whom the portal sent the question",
            Self::Answered => {
                "those drawn with a judgement of that answer, asked or not, before a reopening"
            }
            Self::Response => "`survey-answered` ÷ `survey-drawn`",
            Self::Resolved => {
                "sum of N/n × `yes` ÷ sum of N/n × all who answered that question. Wilson’s interval of 95 % for as many answers as (sum of w·r)² ÷ sum of w²·r·(N−r)/(N−1), w being N/n and r those who answered in the week"
            }
            Self::ResolvedAtLeast => "sum of N/n × `yes` ÷ sum of N",
            Self::ResolvedAtMost => "sum of N/n × (`yes` + silent) ÷ sum of N",
            Self::Treated => "as `survey-resolved`, of `fair`",
            Self::TreatedAtLeast => "as `survey-resolved-at-least`, of `fair`",
            Self::TreatedAtMost => "as `survey-resolved-at-most`, of `fair`",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn the_document_holds_every_measure_of_the_sample_as_it_stands_here() {
        let mut table = String::from("| Measure | Version | Unit | Formula |\n|---|---|---|---|");
        for measure in PollMeasure::ALL {
            let (version, unit) = (PollMeasure::VERSION, measure.unit());
            let _ = write!(
                table,
                "\n| `{measure}` | {version} | {unit} | {} |",
                measure.formula()
            );
        }
        let document = include_str!("../../../../docs/statistics.md");
        let written = document
            .split_once("<!-- survey:begin -->\n")
            .and_then(|(_, rest)| rest.split_once("\n<!-- survey:end -->"))
            .map_or("", |(table, _)| table);
        assert!(
            written == table,
            "put this table between the marks `survey` of docs/statistics.md:\n\n{table}\n"
        );
    }
}
