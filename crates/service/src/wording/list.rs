//! Every message that the house sends to filers, and the words it is made of.

/// By what a message reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// A mail; what stands in it is also what a letter says and what is read out in a call.
    Mail,
    /// A short message.
    Sms,
}

impl Medium {
    /// The word by which its name is found.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }
}

/// A message that the house sends to filers.
#[derive(Clone, Copy, Debug)]
pub struct SentMessage {
    /// Its word, by which its name and when it goes are found.
    pub word: &'static str,
    /// The keys of its words in mails, letters and calls, the subject first.
    pub mail: &'static [&'static str],
    /// The keys of its words in short messages.
    pub sms: &'static [&'static str],
    /// The keys among those of mails that a letter says and that are read out in a call.
    pub spoken: &'static [&'static str],
}

impl SentMessage {
    /// The message of a word.
    pub fn find(word: &str) -> Option<&'static Self> {
        SENT_TO_FILERS.iter().find(|message| message.word == word)
    }

    /// Its words, each with the channel.
    pub fn parts(&self) -> impl Iterator<Item = (Medium, &'static str)> {
        let mails = self.mail.iter().map(|key| (Medium::Mail, *key));
        mails.chain(self.sms.iter().map(|key| (Medium::Sms, *key)))
    }

    /// Whether a letter says a part, and whoever calls reads it out.
    pub fn is_spoken(&self, key: &str) -> bool {
        self.spoken.contains(&key)
    }
}

/// The message that has words of its own under a key.
pub(super) fn has_words(key: &str) -> bool {
    SENT_TO_FILERS
        .iter()
        .any(|message| message.parts().any(|(_, part)| part == key))
}

/// All of them; the first are the parts that every message has.
pub const SENT_TO_FILERS: &[SentMessage] = &[
    SentMessage {
        word: "every",
        mail: &[
            "mail-greeting",
            "mail-due",
            "mail-open-case",
            "mail-keep-link",
            "mail-why",
            "mail-mediator",
            "mail-help",
            "mail-signature",
        ],
        sms: &["sms-due", "sms-code-until"],
        spoken: &[],
    },
    SentMessage {
        word: "acknowledgement",
        mail: &[
            "mail-acknowledgement-subject",
            "mail-acknowledgement-lead",
            "mail-acknowledgement-with",
            "mail-acknowledgement-next",
            "mail-acknowledgement-code",
        ],
        sms: &["sms-acknowledgement", "sms-stop-how"],
        spoken: &[],
    },
    SentMessage {
        word: "transfer",
        mail: &[
            "mail-transfer-subject",
            "mail-transfer-lead",
            "mail-transfer-to",
            "mail-transfer-stays-subject",
            "mail-transfer-stays-lead",
        ],
        sms: &["sms-transfer", "sms-transfer-stays"],
        spoken: &["mail-transfer-lead", "mail-transfer-to"],
    },
    SentMessage {
        word: "question",
        mail: &[
            "mail-question-subject",
            "mail-question-lead",
            "mail-question-from",
            "mail-question-voice",
            "mail-question-action",
        ],
        sms: &["sms-question", "sms-question-by"],
        spoken: &["mail-question-lead", "mail-question-voice"],
    },
    SentMessage {
        word: "extension",
        mail: &["mail-extension-subject", "mail-extension-lead"],
        sms: &["sms-extension"],
        spoken: &["mail-extension-lead"],
    },
    SentMessage {
        word: "answer",
        mail: &[
            "mail-answer-subject",
            "mail-answer-lead",
            "mail-answer-from",
            "mail-answer-outcome",
            "mail-answer-reopen",
            "mail-answer-action",
        ],
        sms: &["sms-answer", "sms-answer-until"],
        spoken: &["mail-answer-outcome"],
    },
    SentMessage {
        word: "closure",
        mail: &[
            "mail-closure-subject",
            "mail-closure-lead-filer-confirmed",
            "mail-closure-lead-time-passed",
            "mail-closure-lead-withdrawn",
            "mail-closure-read",
        ],
        sms: &["sms-closure"],
        spoken: &[],
    },
    SentMessage {
        word: "reopening",
        mail: &["mail-reopening-subject", "mail-reopening-lead"],
        sms: &["sms-reopening"],
        spoken: &[],
    },
    SentMessage {
        word: "judgement",
        mail: &[
            "mail-judgement-subject",
            "mail-judgement-lead",
            "mail-judgement-of",
            "mail-judgement-free",
            "mail-judgement-action",
        ],
        sms: &["sms-judgement"],
        spoken: &[],
    },
    SentMessage {
        word: "judgement-again",
        mail: &["mail-judgement-again-subject", "mail-judgement-again-lead"],
        sms: &[],
        spoken: &[],
    },
    SentMessage {
        word: "contact-code",
        mail: &[
            "mail-code-subject",
            "mail-code-lead",
            "mail-code-expires",
            "mail-code-ignore",
        ],
        sms: &["sms-code"],
        spoken: &[],
    },
    SentMessage {
        word: "account-code",
        mail: &["mail-code-lead-account"],
        sms: &["sms-code-account"],
        spoken: &[],
    },
    SentMessage {
        word: "draft-code",
        mail: &[
            "mail-draft-subject",
            "mail-draft-lead",
            "mail-draft-action",
            "mail-draft-code",
            "mail-draft-keep",
            "mail-draft-ignore",
        ],
        sms: &["sms-draft-code"],
        spoken: &[],
    },
    SentMessage {
        word: "mail-answer",
        mail: &[
            "mail-answer-by-mail-subject",
            "mail-answer-by-mail-lead",
            "mail-answer-by-mail-action",
            "mail-answer-by-mail-until",
            "mail-answer-by-mail-ignore",
        ],
        sms: &[],
        spoken: &[],
    },
    SentMessage {
        word: "lost-receipt",
        mail: &["mail-cases-subject", "mail-cases-lead", "mail-cases-ignore"],
        sms: &["sms-cases", "sms-cases-more"],
        spoken: &[],
    },
    SentMessage {
        word: "sms-reply",
        mail: &[],
        sms: &[
            "sms-state-filed",
            "sms-state-admissible",
            "sms-state-assigned",
            "sms-state-in-progress",
            "sms-state-waiting",
            "sms-state-arbitration",
            "sms-state-answered",
            "sms-state-closed",
            "sms-due-late",
            "sms-not-found",
            "sms-wait",
            "sms-how",
            "sms-help",
            "sms-stopped",
            "sms-started",
            "sms-filing",
        ],
        spoken: &[],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chikaya_domain::Language;
    use chikaya_i18n::Voice;

    use super::*;

    #[test]
    fn each_part_is_a_message_and_stands_in_one_place() {
        let voice = Voice::of(Language::French);
        let mut seen = BTreeSet::new();
        for message in SENT_TO_FILERS {
            for (_, key) in message.parts() {
                assert!(voice.knows(key), "{key}");
                assert!(seen.insert(key), "{key} stands twice");
            }
            for key in message.spoken {
                assert!(message.mail.contains(key), "{key}");
            }
        }
    }

    /// What is said to filers in mails and short messages is all here; the rest goes to staff, or is asked of nobody.
    #[test]
    fn nothing_that_filers_read_is_left_out() {
        let of_staff = |key: &str| {
            [
                "mail-staff",
                "mail-notice",
                "mail-digest",
                "mail-weekly",
                "mail-annual",
                "mail-seal",
                "mail-guesses",
                "mail-invitation",
                "mail-renewal",
                "mail-opinion",
                "mail-due-soon",
                "mail-due-late",
                "mail-due-changed",
                "mail-in-",
                "mail-sample",
                "sms-sample",
                // Of a case of an earlier register nobody is told.
                "mail-closure-lead-recorded",
            ]
            .iter()
            .any(|start| key.starts_with(start))
        };
        let left: Vec<&str> = chikaya_i18n::keys()
            .filter(|key| key.starts_with("mail-") || key.starts_with("sms-"))
            .filter(|key| !of_staff(key) && !has_words(key))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }
}
