//! The call centre: its agents' desk with a call in hand and without, messages, calls back, the history and the wall.

use anyhow::{Context as _, bail};
use chikaya_domain::{
    Language,
    access::Role,
    call::{CallDirection, CallWish, Consent, Disposition, Exchange, QueueName},
    id::{AttachmentId, CallId},
    person::Phone,
};
use chikaya_exchange::wav;
use chikaya_service::{
    call::{Coming, ExternalCall, HandAct, Keeping, Promise, Recorded},
    staff::Officer,
};
use chikaya_testkit::{Town, town};
use jiff::SignedDuration;

use super::{
    stops::{
        By,
        Deed::{Press, Run, Type, Unfold},
        ERRORS, Walk,
    },
    town::{AGENT, SUPERVISOR, Scene, make},
};

/// A number that is nobody's.
const NUMBER: &str = "+212600000042";

/// What there is at the call centre.
pub(super) struct Centre {
    /// The call that the agent has in hand, in which a case was opened.
    pub(super) hand: CallId,
    /// That case.
    pub(super) reference: String,
    /// A call that is over and was recorded.
    pub(super) talked: CallId,
    /// A message that a caller left.
    pub(super) message: AttachmentId,
}

/// An agent with a call in hand, a supervisor without one, and what both have done before.
pub(super) async fn make_centre(town: &Town) -> anyhow::Result<Centre> {
    let people = [(AGENT, Role::CallAgent), (SUPERVISOR, Role::CallSupervisor)];
    let [agent, supervisor] = make(town, "reform-authority", people).await?;
    let clerks = &town.clerks;
    let talked = talk(town, &supervisor).await?;
    for officer in [&agent, &supervisor] {
        let queue = QueueName::parse("general")?;
        clerks
            .sign_in_to_queue(officer.clone(), queue, "204".to_owned())
            .await?;
    }
    let receipt = town.clerks.file(town::filing()).await?;
    let hand = begin(town, &agent).await?;
    clerks
        .open_case_in_call(
            agent.clone(),
            hand,
            receipt.reference.clone(),
            receipt.access_code,
        )
        .await?;
    let now = clerks.now();
    let promise = Promise {
        number: None,
        from: now,
        until: now + SignedDuration::from_hours(1),
        about: "Un lampadaire".to_owned(),
    };
    clerks.promise_call_back(agent, hand, promise).await?;
    let left = external("message")?;
    let recorded = Recorded {
        source: "voice message".to_owned(),
        wav: wav(2).into(),
    };
    let kept = clerks
        .keep_message(left, Language::French, Some(number(town)?), recorded)
        .await?;
    let Keeping::Kept(message) = kept else {
        bail!("the message was not kept");
    };
    Ok(Centre {
        hand,
        reference: receipt.reference.to_string(),
        talked,
        message,
    })
}

/// A call as the exchange names it.
fn external(name: &str) -> anyhow::Result<ExternalCall> {
    ExternalCall::new(Exchange::parse("pbx")?, name).context("it is a name")
}

fn number(town: &Town) -> anyhow::Result<Phone> {
    Phone::parse(NUMBER, town.clerks.country().numbering).context("it is a number")
}

async fn begin(town: &Town, officer: &Officer) -> anyhow::Result<CallId> {
    let number = Some(number(town)?);
    let begun = town
        .clerks
        .begin_call_by_hand(officer.clone(), number, CallDirection::In);
    Ok(begun.await?)
}

async fn rings(town: &Town, name: &str) -> anyhow::Result<CallId> {
    let coming = Coming {
        call: external(name)?,
        caller: Some(number(town)?),
        queue: Some(QueueName::parse("general")?),
        language: Some(Language::Arabic),
        wish: Some(CallWish::Follow),
        digits: String::new(),
        at: town.clerks.now(),
    };
    Ok(town.clerks.call_came(coming).await?)
}

/// A call that was taken, recorded, noted and ended.
async fn talk(town: &Town, officer: &Officer) -> anyhow::Result<CallId> {
    let clerks = &town.clerks;
    let call = rings(town, "talk").await?;
    clerks.take_call(officer.clone(), call).await?;
    let given = HandAct::Consent(Consent::Given);
    clerks.do_with_call(officer.clone(), call, given).await?;
    let notes = "Rappeler après la visite.".to_owned();
    clerks.note_call(officer.clone(), call, notes).await?;
    let recorded = Recorded {
        source: "talk".to_owned(),
        wav: wav(1).into(),
    };
    let name = external("talk")?;
    let kept = clerks.keep_talk(vec![name], recorded, 180).await?;
    anyhow::ensure!(matches!(kept, Keeping::Kept(_)), "it was not kept");
    let finish = HandAct::Finish(Disposition::Followed);
    clerks.do_with_call(officer.clone(), call, finish).await?;
    Ok(call)
}

/// Every page of the call centre, each of its forms as it is met and with what is wrong on it.
pub(super) fn pages(walk: &mut Walk, scene: &Scene) {
    let centre = &scene.centre;
    walk.by(&By::Staff(AGENT), |walk| {
        walk.see_after("/calls", "in hand", [], "#notes");
        walk.see_wrong("/calls", [Press("fieldset button.button:not(.plain)")]);
        let later = [
            Unfold("summary[data-hot='4']"),
            Press("button[formaction$='/call-back']"),
        ];
        walk.see_after("/calls", "promise, wrong", later, ERRORS);
        let reply = [Press("button[formaction$='/reply']")];
        walk.see_after("/calls", "reply, wrong", reply, "#reply-error");
        let sought = "/calls?orient=lampadaire%20%C3%A9teint";
        walk.see_after(sought, "oriented", [], "#orient article");
        walk.see_after("/calls?orient=xyzzyx", "nowhere", [], "#orient .empty");
        let preference = format!("/calls/{}/preference/{}", centre.hand, centre.reference);
        walk.see(&preference);
        let wrong = [
            Run("document.querySelector('#quiet-from').value = '21:00'"),
            Press("main form .button.big"),
        ];
        walk.see_wrong(&preference, wrong);
    });
    walk.by(&By::Staff(SUPERVISOR), |walk| {
        let wrong = [
            Type("#number", "12"),
            Press("form[action$='/begin'] button:not([name])"),
        ];
        walk.see_wrong("/calls", wrong);
        walk.see("/calls/messages");
        walk.see_after("/calls/messages?state=filed", "none", [], ".empty");
        let message = format!("/calls/messages/{}", centre.message);
        walk.see(&message);
        let aside = [
            Unfold("details.why summary"),
            Press("main form[action$='/set-aside'] button"),
        ];
        walk.see_wrong(&message, aside);
        walk.see("/calls/call-backs");
        walk.see_after("/calls/history", "some", [], "th[scope=row]");
        walk.see_after("/calls/history?led-to=filed", "none", [], ".empty");
        walk.see_after(
            &format!("/calls/{}", centre.talked),
            "talked",
            [],
            "audio, a[href*='/recordings/']",
        );
        walk.see_after("/calls/history?day=demain", "wrong", [], ERRORS);
        walk.see("/calls/wall");
        walk.see_after("/calls/wall?day=demain", "wrong", [], ERRORS);
    });
}
