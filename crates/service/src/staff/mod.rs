//! Members of staff: signing in, sessions, second factor, invitations.

mod directory;
mod invitation;
pub mod notifications;
mod officer;
mod own;
mod password;
mod second_factor;
mod session;
mod waiting;

pub(crate) use self::invitation::find_open;
pub use self::{
    directory::{Member, MemberPage, NewInvitation, PeopleQuestion, StaffChange, Switch},
    invitation::{Access, INVITATION_DAYS, Invitation, NewStaff},
    officer::{Officer, PROVEN_MINUTES},
    own::{OwnAccount, OwnSession, Proven, SessionId},
    password::{PASSWORD_MINIMUM, Password, WeakPassword},
    second_factor::{Enrolment, RECOVERY_CODES, enrolment_address},
    session::{Browser, CodeVerdict, SESSION_HOURS, SESSION_IDLE_MINUTES, SignIn, SignInRefusal},
    waiting::{InvitationId, InvitationPage, WaitingInvitation},
};
