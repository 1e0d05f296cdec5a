//! Guessing: how long nothing is looked at after wrong codes and passwords, whoever tries them and from wherever.

/// What is guessed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guessed {
    /// The access code of a case.
    Case,
    /// The password of an account.
    Account,
}

/// Wrong ones in a row that cost nothing: people mistype.
pub const FREE: u32 = 5;

/// The first pause, in seconds; each further wrong one doubles it.
const FIRST: u32 = 30;

/// Seconds without a wrong one after which counting begins anew: a day.
pub const FORGIVEN_AFTER: i64 = 86_400;

impl Guessed {
    /// The word under which it is counted.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Account => "account",
        }
    }

    /// The longest pause, in seconds. Whoever has lost the code of a case has other ways to it; whoever works at the
    /// desk has no other door.
    const fn longest(self) -> u32 {
        match self {
            Self::Case => 3_600,
            Self::Account => 900,
        }
    }

    /// For how many seconds nothing is looked at after so many wrong ones in a row.
    pub const fn pause(self, wrong: u32) -> u32 {
        let Some(over) = wrong.checked_sub(FREE) else {
            return 0;
        };
        // After this many doublings every pause is the longest.
        if over >= 16 {
            return self.longest();
        }
        let pause = FIRST << over;
        if pause < self.longest() {
            pause
        } else {
            self.longest()
        }
    }

    /// Whether the owner and the auditors are told at this wrong one: when the first pause begins, and whenever their
    /// number has doubled since.
    pub const fn is_told(wrong: u32) -> bool {
        wrong >= FREE && wrong.is_multiple_of(FREE) && (wrong / FREE).is_power_of_two()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_their_longest_and_never_shrink() {
        for guessed in [Guessed::Case, Guessed::Account] {
            let pauses: Vec<u32> = (0..100).map(|wrong| guessed.pause(wrong)).collect();
            assert!(pauses.is_sorted());
            assert_eq!(pauses[..5], [0; 5]);
            assert_eq!(pauses[5..8], [30, 60, 120]);
            assert_eq!(pauses[99], guessed.longest());
        }
        assert_eq!(Guessed::Case.pause(u32::MAX), 3_600);
    }

    #[test]
    fn who_is_told_is_told_seldom() {
        let told: Vec<u32> = (0..200).filter(|wrong| Guessed::is_told(*wrong)).collect();
        assert_eq!(told, [5, 10, 20, 40, 80, 160]);
    }

    /// What `docs/security.md` says of guessing for a year.
    #[test]
    fn a_year_of_guessing_at_one_case_tries_few_of_its_codes() {
        let (mut seconds, mut tried) = (0_u64, 0_u32);
        while seconds < 365 * 86_400 {
            tried += 1;
            seconds += u64::from(Guessed::Case.pause(tried));
        }
        assert!((8_760..8_780).contains(&tried), "{tried}");
    }
}
