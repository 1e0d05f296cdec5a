//! Mail that comes in: why one waits for somebody to look at it, or was left.

use crate::word::word_enum;

word_enum! {
    /// Why a mail waits, or nothing was done with it.
    MailReason {
        /// Nobody has shown that it comes from where it says.
        Unproven => "unproven",
        /// It answers a mail of ours, from another address than the one we wrote to.
        OtherSender => "other-sender",
        /// The word in its address is none of ours.
        FalseWord => "false-word",
        /// The filer has ended the links of the case.
        EndedWord => "ended-word",
        /// Its case takes nothing from its filer as it stands.
        NotNow => "not-now",
        /// It asks for no automatic answer.
        WantsNoAnswer => "wants-no-answer",
        /// As many automatic answers were sent to its sender today as there may be.
        AnsweredEnough => "answered-enough",
        /// Many came from its sender today.
        Many => "many",
        /// It says nothing.
        Empty => "empty",
        /// It cannot be read.
        Unreadable => "unreadable",
        /// It has more parts than a mail of a person.
        TooManyParts => "too-many-parts",
        /// A mail of ours came back.
        Returned => "returned",
        /// A program wrote it.
        Automatic => "automatic",
        /// It came over a mailing list.
        List => "list",
        /// We wrote it ourselves.
        Loop => "loop",
        /// A server says that a mail of ours is late, or has arrived.
        Notice => "notice",
        /// Somebody looked at it, and it concerns nobody here.
        NotOurs => "not-ours",
    }
}
