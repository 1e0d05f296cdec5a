//! What a report is made of.

use chikaya_domain::annual::{Kind, Year};
use chikaya_i18n::Voice;
use chikaya_service::{
    Country,
    annual::{Reports, SectionText, ToldReport},
};

/// What a paper is made of.
pub(super) struct Material<'a> {
    pub(super) voice: Voice,
    pub(super) country: &'a Country,
    pub(super) kind: Kind,
    pub(super) year: Year,
    pub(super) told: Option<ToldReport>,
    pub(super) texts: &'a [SectionText],
    /// How many reports a synthesis draws on.
    pub(super) reports: Option<Reports>,
    pub(super) is_for_everybody: bool,
}
