//! Printing a sheet for a visit.

use tokio::sync::OwnedSemaphorePermit;

use crate::{
    error::{Kind, Problem},
    press::{self, PressRoom, Sheet, Unprinted},
    settings::State,
    visit::Visit,
};

/// Prints a sheet for a visit. One network has few places in the line, and the rest of what it asks for waits before it.
pub(crate) async fn print(state: &State, visit: &Visit, sheet: Sheet) -> Result<Vec<u8>, Problem> {
    let press = press_of(state, visit)?;
    let _place = state.limits.sheet(visit.arrival.client).await;
    let printed = press.print(sheet).await;
    printed.map_err(|trouble| problem(visit, trouble))
}

/// A turn at long files for a visit.
pub(crate) struct Turn {
    turn: press::Turn,
    _place: Option<OwnedSemaphorePermit>,
}

/// Waits for a turn at long files, before what they hold is read.
pub(crate) async fn turn(state: &State, visit: &Visit) -> Result<Turn, Problem> {
    let press = press_of(state, visit)?;
    let place = state.limits.sheet(visit.arrival.client).await;
    let turn = press.turn().await;
    Ok(Turn {
        turn: turn.map_err(|trouble| problem(visit, trouble))?,
        _place: place,
    })
}

/// Prints what had a turn.
pub(crate) async fn print_in(
    state: &State,
    visit: &Visit,
    turn: Turn,
    sheet: Sheet,
) -> Result<Vec<u8>, Problem> {
    let printed = press_of(state, visit)?.print_in(turn.turn, sheet).await;
    printed.map_err(|trouble| problem(visit, trouble))
}

fn press_of<'a>(state: &'a State, visit: &Visit) -> Result<&'a PressRoom, Problem> {
    let press = state.press.as_ref();
    press.ok_or_else(|| Problem::at(visit, Kind::NotFound))
}

fn problem(visit: &Visit, trouble: Unprinted) -> Problem {
    match trouble {
        Unprinted::Busy => Problem::at(visit, Kind::PressBusy),
        Unprinted::Fault(error) => Problem::fault(visit, error),
    }
}
