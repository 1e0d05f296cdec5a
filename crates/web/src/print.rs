//! Printing a sheet for a visit.

use crate::{
    error::{Kind, Problem},
    press::{Sheet, Unprinted},
    settings::State,
    visit::Visit,
};

/// Prints a sheet for a visit. One network has few places in the line, and the rest of what it asks for waits before it.
pub(crate) async fn print(state: &State, visit: &Visit, sheet: Sheet) -> Result<Vec<u8>, Problem> {
    let press = state.press.as_ref();
    let press = press.ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    let _place = state.limits.sheet(visit.arrival.client).await;
    press.print(sheet).await.map_err(|trouble| match trouble {
        Unprinted::Busy => Problem::at(visit, Kind::PressBusy),
        Unprinted::Fault(error) => Problem::fault(visit, error),
    })
}
