//! The random sample of satisfaction: each week some of the cases that were answered in it are drawn, so that nobody chooses
//! them and anybody can draw them again; whoever can be asked is asked, once, and what is said is told beside what people say
//! by themselves.

mod again;
mod ask;
mod draw;
mod tell;
mod told;

pub(crate) use self::ask::is_over;
pub use self::{
    again::{Again, Check, Drawn, DrawnCase},
    ask::{ASKED_PAGE, ToAsk},
    told::{PublishedSurvey, SurveyTold},
};
