//! On which terms short messages leave, where there is a gateway: told to the clerks when they take up work.

use chikaya_domain::sms::QuietHours;

/// On which terms short messages leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmsTerms {
    /// When no news leave; `None`: they leave at any time.
    pub quiet: Option<QuietHours>,
    /// News to one number within a day at most, 1 or more; what is more waits for the next.
    pub a_day: i64,
    /// What one part costs, in thousandths of a dirham; `None`: that is not told.
    pub price: Option<u32>,
}
