//! Work: a verb on its way, run by a thread of the archive, answered when its outcome is certain.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crossbeam_channel::Receiver;
use tokio::sync::oneshot;

use crate::{StoreError, Tx};

/// What a verb is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It changes something.
    Write,
    /// It only reads, and sees one moment: what others change meanwhile does not show.
    Read,
}

/// Whether the changes of a run are to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ran {
    /// The verb succeeded.
    Keep,
    /// The verb answered an error: nothing of it is kept.
    Undo,
}

/// A verb whose types are forgotten.
pub(super) trait Work: Send {
    /// What the verb is for.
    fn purpose(&self) -> Purpose;
    /// Runs the verb; a later run replaces the outcome of an earlier one.
    fn run(&mut self, tx: &mut Tx<'_>) -> Ran;
    /// Answers whoever waits, after the transaction ended as `ended` says.
    fn reply(self: Box<Self>, ended: Result<(), StoreError>);
}

/// Receives the next work, or `None` when the archive closes.
pub(super) fn next(from: &Receiver<Box<dyn Work>>) -> Option<Box<dyn Work>> {
    from.recv().ok()
}

/// A verb with its types.
pub(super) struct Task<T, E, F> {
    verb: F,
    purpose: Purpose,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Task<T, E, F> {
    pub(super) const fn new(
        verb: F,
        purpose: Purpose,
        reply: oneshot::Sender<Result<T, E>>,
    ) -> Self {
        Self {
            verb,
            purpose,
            outcome: None,
            reply,
        }
    }
}

impl<T, E, F> Work for Task<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn purpose(&self) -> Purpose {
        self.purpose
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Ran {
        // A verb that panics is undone like one that fails; the thread and the other verbs go on.
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.verb)(tx)))
            .unwrap_or_else(|_| Err(StoreError::Panicked.into()));
        let outcome = match (outcome, tx.fault()) {
            // PostgreSQL answers the commit of a broken transaction with a silent roll-back.
            (Ok(_), Some(_)) => Err(StoreError::Other(
                "the verb went on after a statement had failed".to_owned(),
            )
            .into()),
            (outcome, _) => outcome,
        };
        let ran = if outcome.is_ok() {
            Ran::Keep
        } else {
            Ran::Undo
        };
        self.outcome = Some(outcome);
        ran
    }

    fn reply(self: Box<Self>, ended: Result<(), StoreError>) {
        let answer = match (self.outcome, ended) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(error)) => Err(error.into()),
            (None, Ok(())) => Err(StoreError::Panicked.into()),
        };
        // Whoever asked may have gone away; the change stands all the same.
        let _ = self.reply.send(answer);
    }
}

/// Several askers of one failure each get a copy of it.
pub(super) fn copy_of(error: &StoreError) -> StoreError {
    match error {
        StoreError::StorageFull => StoreError::StorageFull,
        StoreError::OutcomeUnknown => StoreError::OutcomeUnknown,
        StoreError::Overloaded => StoreError::Overloaded,
        StoreError::Panicked => StoreError::Panicked,
        StoreError::NotReachable(why) => StoreError::NotReachable(why.clone()),
        StoreError::Constraint { name } => StoreError::Constraint { name: name.clone() },
        StoreError::Corrupt { what } => StoreError::Corrupt { what: what.clone() },
        StoreError::Other(why) => StoreError::Other(why.clone()),
    }
}
