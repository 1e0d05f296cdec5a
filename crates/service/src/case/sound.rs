//! Sounds of a case at the desk: its files that are heard, and what was recorded of calls that led to it.

use chikaya_domain::{access::Action, id::AttachmentId, owner::Owner, reference::Reference};
use chikaya_store::{attachment as files, case::state};

use super::act::permit;
use crate::{
    Clerks, Trouble,
    attachment::{Attachment, Sound},
    audit::{self, Deed},
    call,
    staff::Officer,
};

impl Clerks {
    /// A sound of a case, for an officer: one of its files, or what was recorded of a call that led to it, which only those
    /// hear who may know who filed. Each time stands on the audit trail.
    pub async fn sound_of_case(
        &self,
        officer: Officer,
        reference: Reference,
        sound: AttachmentId,
    ) -> Result<Sound, Trouble> {
        let file = self
            .write(move |tx, circumstances| {
                let case = state::find_by_reference(tx, &reference)?
                    .ok_or(Trouble::NotFound)?
                    .case;
                permit(circumstances.country, &officer, &case, Action::SeeCase)?;
                let own = files::list(tx, Owner::Case(case.id))?
                    .into_iter()
                    .map(Attachment::from)
                    .find(|file| file.id == sound && file.is_heard());
                let file = if let Some(file) = own {
                    file
                } else {
                    let found = call::talk_of_case(tx, case.id, sound)?;
                    permit(circumstances.country, &officer, &case, Action::SeeIdentity)?;
                    found
                };
                let deed = Deed {
                    action: "sound.hear",
                    object: reference.as_str(),
                    organisation: Some(officer.organisation.as_str()),
                    detail: Some(&format!("sound {sound}")),
                };
                audit::note(tx, circumstances, &officer, deed)?;
                Ok(file)
            })
            .await?;
        Ok(Sound::new(file, self.blobs().clone()))
    }
}
