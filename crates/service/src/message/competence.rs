//! How competence came to be settled, for the messages that tell of it.

use chikaya_domain::{
    case::{Actor, Case, Event, Fact},
    id::OrganisationCode,
};
use chikaya_store::{Tx, case::event};

use crate::Trouble;

/// Which bodies declined competence before it is settled, and whether it was settled for the one that had the case last;
/// nothing of either for events of another kind.
pub(super) fn competence(
    tx: &mut Tx<'_>,
    case: &Case,
    event: &Event,
) -> Result<(Vec<OrganisationCode>, bool), Trouble> {
    let mut before = || -> Result<Vec<Event>, Trouble> {
        Ok(event::list(tx, case.id)?
            .into_iter()
            .map(|stored| stored.event)
            .take_while(|other| other.sequence < event.sequence)
            .collect())
    };
    match &event.fact {
        Fact::SentToArbitration => {
            let mut bodies = Vec::new();
            for other in before()? {
                if let (Fact::CompetenceRefused { .. }, Actor::Staff { organisation, .. }) =
                    (other.fact, other.actor)
                    && !bodies.contains(&organisation)
                {
                    bodies.push(organisation);
                }
            }
            Ok((bodies, false))
        }
        Fact::Arbitrated { competent, .. } => {
            let had = Case::replay(case.reference.clone(), &before()?);
            let stays = had.is_some_and(|had| had.organisation == *competent);
            Ok((Vec::new(), stays))
        }
        _ => Ok((Vec::new(), false)),
    }
}
