//! Who may do what: one table, read at one place, silent means no.

use crate::{filing::Track, word::word_enum};

word_enum! {
    /// The role of a member of staff.
    Role {
        /// Works on cases of a unit.
        Officer => "officer",
        /// Leads a unit: assigns, approves.
        UnitHead => "unit-head",
        /// Leads an administration.
        AdministrationHead => "administration-head",
        /// Registers filings at a counter, from letters and on the telephone.
        Registry => "registry",
        /// Works for the authority in charge of administrative reform: routes and settles competence.
        ReformAuthority => "reform-authority",
        /// Works for the Head of Government: reads annual reports, hands them on, approves the synthesis; sees no case.
        HeadOfGovernment => "head-of-government",
        /// Reads everything, changes nothing.
        Auditor => "auditor",
        /// Sets up organisations, people, calendar and policies; sees no case.
        Administrator => "administrator",
        /// Takes the calls of the whole portal: sees a case only within a call, once the caller has proven that it is theirs.
        CallAgent => "call-agent",
        /// Leads the call centre: does what its agents do, takes the calls that they hand over, and sees its figures.
        CallSupervisor => "call-supervisor",
    }
}

impl Role {
    /// Whether people of a role belong to one of the bodies that answer, and not to the portal as a whole.
    pub const fn is_of_a_body(self) -> bool {
        match self {
            Self::Officer | Self::UnitHead | Self::AdministrationHead | Self::Registry => true,
            Self::ReformAuthority
            | Self::HeadOfGovernment
            | Self::Auditor
            | Self::Administrator
            | Self::CallAgent
            | Self::CallSupervisor => false,
        }
    }
}

word_enum! {
    /// How a member of staff stands to a case.
    Standing {
        /// The case is with their organisation, or with a unit above or below them in it.
        Own => "own",
        /// Their organisation was asked for its opinion on the case.
        Consulted => "consulted",
        /// Neither.
        Other => "other",
    }
}

word_enum! {
    /// What a member of staff may be allowed to do.
    Action {
        /// See the queue of cases.
        SeeQueue => "see-queue",
        /// Open a case with its timeline and texts.
        SeeCase => "see-case",
        /// See that a report of wrongdoing is there. Whoever may not is allowed nothing else with it.
        SeeReport => "see-report",
        /// See who filed and how to reach them.
        SeeIdentity => "see-identity",
        /// File a case for someone.
        FileForSomeone => "file-for-someone",
        /// Take calls, call back, and note what was said.
        TakeCalls => "take-calls",
        /// See who takes calls, how long callers wait, and what became of all calls.
        SuperviseCalls => "supervise-calls",
        /// Examine, classify, take up, ask, link.
        Process => "process",
        /// Write notes for colleagues and add files, as whoever opens the post does.
        Annotate => "annotate",
        /// Give a case to an officer.
        Assign => "assign",
        /// Send a case to another body or refuse competence.
        Transfer => "transfer",
        /// Ask others for their opinion.
        Consult => "consult",
        /// Give an opinion that was asked for.
        GiveOpinion => "give-opinion",
        /// Extend the time limit.
        Extend => "extend",
        /// Telephone or write to the filer, say that it was done, and take down what they reply.
        Tell => "tell",
        /// Send the answer.
        Answer => "answer",
        /// Settle competence.
        Arbitrate => "arbitrate",
        /// Invite people, change roles, end sessions.
        ManagePeople => "manage-people",
        /// Edit organisations and units.
        ManageOrganisations => "manage-organisations",
        /// Edit calendar and policies.
        ManageCalendar => "manage-calendar",
        /// See messages that could not be delivered and send them again.
        ManageMessages => "manage-messages",
        /// Put other words in place of those in which messages reach filers.
        WordMessages => "word-messages",
        /// See mail that waits for somebody to look at it, and say what becomes of it.
        ReviewMail => "review-mail",
        /// See the figures of the work of a body, of its units below it, and of others where one sees their cases.
        SeeDashboard => "see-dashboard",
        /// Read the register of an administration.
        SeeRegister => "see-register",
        /// Take the register of an administration away as a file.
        ExportRegister => "export-register",
        /// Read the audit trail.
        ReadAudit => "read-audit",
        /// See annual reports and where they are.
        SeeAnnual => "see-annual-report",
        /// Write the annual report of an administration and take its figures.
        WriteAnnual => "write-annual-report",
        /// Find an annual report right and send it to the Head of Government.
        ApproveAnnual => "approve-annual-report",
        /// Hand an annual report on to the reform authority, or send it back.
        ForwardAnnual => "forward-annual-report",
        /// Take an annual report as complete, or send it back.
        AcceptAnnual => "accept-annual-report",
        /// Write the national synthesis and send it to the Head of Government.
        WriteSynthesis => "write-synthesis",
        /// Find the national synthesis right, or send it back.
        ApproveSynthesis => "approve-synthesis",
        /// Show a report or the synthesis to everybody.
        PublishAnnual => "publish-annual-report",
    }
}

/// One row of the table: the roles allowed an action for cases of each standing. Actions that concern no
/// case are asked with [`Standing::Own`].
struct Grant {
    action: Action,
    own: &'static [Role],
    consulted: &'static [Role],
    other: &'static [Role],
}

use Role::{
    AdministrationHead, Administrator, Auditor, CallAgent, CallSupervisor, HeadOfGovernment,
    Officer, ReformAuthority, Registry, UnitHead,
};

const DESK: &[Role] = &[Officer, UnitHead, AdministrationHead];
const WORKERS: &[Role] = &[Officer, UnitHead, AdministrationHead, ReformAuthority];
const HEADS: &[Role] = &[UnitHead, AdministrationHead];
const READERS: &[Role] = &[ReformAuthority, Auditor];
const CENTRE: &[Role] = &[ReformAuthority, HeadOfGovernment, Auditor];
const AUTHORITY: &[Role] = &[ReformAuthority];
const GOVERNMENT: &[Role] = &[HeadOfGovernment];
const CALL_CENTRE: &[Role] = &[CallAgent, CallSupervisor];
const NOBODY: &[Role] = &[];

const fn grant(
    action: Action,
    own: &'static [Role],
    consulted: &'static [Role],
    other: &'static [Role],
) -> Grant {
    Grant {
        action,
        own,
        consulted,
        other,
    }
}

const TABLE: &[Grant] = &[
    grant(
        Action::SeeQueue,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
            Auditor,
        ],
        NOBODY,
        NOBODY,
    ),
    grant(
        Action::SeeCase,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
            Auditor,
        ],
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            ReformAuthority,
            Auditor,
        ],
        READERS,
    ),
    grant(
        Action::SeeReport,
        &[AdministrationHead, ReformAuthority, Auditor],
        READERS,
        READERS,
    ),
    grant(
        Action::SeeIdentity,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
        ],
        NOBODY,
        NOBODY,
    ),
    grant(
        Action::FileForSomeone,
        &[
            Registry,
            Officer,
            UnitHead,
            AdministrationHead,
            CallAgent,
            CallSupervisor,
        ],
        NOBODY,
        NOBODY,
    ),
    grant(Action::TakeCalls, CALL_CENTRE, NOBODY, NOBODY),
    grant(Action::SuperviseCalls, &[CallSupervisor], NOBODY, NOBODY),
    grant(Action::Process, WORKERS, NOBODY, NOBODY),
    grant(
        Action::Annotate,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
        ],
        NOBODY,
        NOBODY,
    ),
    grant(
        Action::Assign,
        &[UnitHead, AdministrationHead, ReformAuthority],
        NOBODY,
        NOBODY,
    ),
    grant(
        Action::Transfer,
        WORKERS,
        &[ReformAuthority],
        &[ReformAuthority],
    ),
    grant(Action::Consult, DESK, NOBODY, NOBODY),
    grant(Action::GiveOpinion, NOBODY, WORKERS, NOBODY),
    grant(Action::Extend, HEADS, NOBODY, NOBODY),
    grant(
        Action::Tell,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
        ],
        NOBODY,
        NOBODY,
    ),
    grant(Action::Answer, WORKERS, NOBODY, NOBODY),
    grant(
        Action::Arbitrate,
        &[ReformAuthority],
        &[ReformAuthority],
        &[ReformAuthority],
    ),
    grant(Action::ManagePeople, &[Administrator], NOBODY, NOBODY),
    grant(
        Action::ManageOrganisations,
        &[Administrator],
        NOBODY,
        NOBODY,
    ),
    grant(Action::ManageCalendar, &[Administrator], NOBODY, NOBODY),
    grant(Action::ManageMessages, &[Administrator], NOBODY, NOBODY),
    grant(Action::WordMessages, &[Administrator], NOBODY, NOBODY),
    grant(Action::ReviewMail, WORKERS, AUTHORITY, AUTHORITY),
    grant(
        Action::SeeDashboard,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            ReformAuthority,
            Auditor,
        ],
        READERS,
        READERS,
    ),
    grant(
        Action::SeeRegister,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
            Auditor,
        ],
        READERS,
        READERS,
    ),
    // A file leaves the house: whoever works on cases of a unit reads the register, and does not take it away.
    grant(
        Action::ExportRegister,
        &[
            UnitHead,
            AdministrationHead,
            Registry,
            ReformAuthority,
            Auditor,
        ],
        READERS,
        READERS,
    ),
    grant(Action::ReadAudit, &[Auditor, Administrator], NOBODY, NOBODY),
    grant(
        Action::SeeAnnual,
        &[
            Officer,
            UnitHead,
            AdministrationHead,
            ReformAuthority,
            HeadOfGovernment,
            Auditor,
        ],
        CENTRE,
        CENTRE,
    ),
    grant(Action::WriteAnnual, DESK, NOBODY, NOBODY),
    grant(Action::ApproveAnnual, &[AdministrationHead], NOBODY, NOBODY),
    grant(Action::ForwardAnnual, GOVERNMENT, GOVERNMENT, GOVERNMENT),
    grant(Action::AcceptAnnual, AUTHORITY, AUTHORITY, AUTHORITY),
    grant(Action::WriteSynthesis, AUTHORITY, NOBODY, NOBODY),
    grant(Action::ApproveSynthesis, GOVERNMENT, GOVERNMENT, GOVERNMENT),
    grant(Action::PublishAnnual, AUTHORITY, AUTHORITY, AUTHORITY),
];

/// Whether `role` may do `action` on something it stands to as `standing`. Unlisted means no.
pub fn allows(role: Role, action: Action, standing: Standing) -> bool {
    TABLE
        .iter()
        .find(|grant| grant.action == action)
        .is_some_and(|grant| {
            match standing {
                Standing::Own => grant.own,
                Standing::Consulted => grant.consulted,
                Standing::Other => grant.other,
            }
            .contains(&role)
        })
}

/// Whether `role` may do `action` to a case of this track to which it stands as `standing`.
pub fn allows_on(track: Track, role: Role, action: Action, standing: Standing) -> bool {
    let may_know = !track.is_confidential() || allows(role, Action::SeeReport, standing);
    may_know && allows(role, action, standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_exactly_one_row() {
        for action in Action::ALL {
            let rows = TABLE.iter().filter(|grant| grant.action == *action).count();
            assert_eq!(rows, 1, "{action}");
        }
    }

    #[test]
    fn an_auditor_changes_nothing() {
        for action in Action::ALL {
            let reads = matches!(
                action,
                Action::SeeQueue
                    | Action::SeeCase
                    | Action::SeeReport
                    | Action::SeeDashboard
                    | Action::SeeRegister
                    | Action::ExportRegister
                    | Action::ReadAudit
                    | Action::SeeAnnual
            );
            for standing in Standing::ALL {
                assert!(
                    reads || !allows(Role::Auditor, *action, *standing),
                    "{action}"
                );
            }
        }
    }

    #[test]
    fn an_administrator_sees_no_case() {
        for standing in Standing::ALL {
            assert!(!allows(Role::Administrator, Action::SeeCase, *standing));
            assert!(!allows(Role::Administrator, Action::SeeIdentity, *standing));
        }
    }

    #[test]
    fn the_call_centre_sees_no_case_and_no_filer_by_its_role() {
        for role in CALL_CENTRE {
            for standing in Standing::ALL {
                for action in Action::ALL {
                    let is_of_calls = matches!(
                        action,
                        Action::TakeCalls | Action::SuperviseCalls | Action::FileForSomeone
                    );
                    assert!(
                        is_of_calls || !allows(*role, *action, *standing),
                        "{role} {action} {standing}"
                    );
                }
            }
        }
        assert!(!allows(
            Role::CallAgent,
            Action::SuperviseCalls,
            Standing::Own
        ));
    }

    #[test]
    fn of_a_report_of_wrongdoing_few_learn_anything() {
        for role in Role::ALL {
            for standing in Standing::ALL {
                let may_know = match role {
                    Role::ReformAuthority | Role::Auditor => true,
                    Role::AdministrationHead => *standing == Standing::Own,
                    _ => false,
                };
                for action in Action::ALL {
                    let allowed = allows_on(Track::Wrongdoing, *role, *action, *standing);
                    assert!(!allowed || may_know, "{role} {action} {standing}");
                    for track in [Track::Ordinary, Track::Danger] {
                        assert_eq!(
                            allows_on(track, *role, *action, *standing),
                            allows(*role, *action, *standing)
                        );
                    }
                }
                let sees = allows_on(Track::Wrongdoing, *role, Action::SeeCase, *standing);
                assert_eq!(sees, may_know, "{role} {standing}");
            }
        }
    }

    #[test]
    fn being_asked_for_an_opinion_takes_nothing_away() {
        for action in Action::ALL {
            for role in Role::ALL {
                assert!(
                    !allows(*role, *action, Standing::Other)
                        || allows(*role, *action, Standing::Consulted),
                    "{role} {action}"
                );
            }
        }
    }

    #[test]
    fn officers_touch_no_case_of_another_administration() {
        for action in Action::ALL {
            for role in [
                Role::Officer,
                Role::UnitHead,
                Role::AdministrationHead,
                Role::Registry,
            ] {
                assert!(!allows(role, *action, Standing::Other), "{role} {action}");
            }
        }
    }
}
