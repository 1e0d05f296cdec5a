//! The numbering plan of the country, read once from the country pack. It is never stored: nobody edits it.

use std::sync::LazyLock;

use chikaya_domain::person::NumberingPlan;

/// The plan, or what is wrong with its file.
static PLAN: LazyLock<Result<NumberingPlan, String>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../data/morocco/telephone.toml"))
        .map_err(|error| format!("telephone.toml: {error}"))
});

/// The plan of the pack compiled into the program.
pub(super) fn of_the_pack() -> Result<&'static NumberingPlan, &'static String> {
    PLAN.as_ref()
}
