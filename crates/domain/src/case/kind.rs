//! Words of cases: how they came, what links one to another, how they end and climb.

use crate::word::word_enum;

word_enum! {
    /// The way by which a filing reached the house.
    Channel {
        /// The public web site.
        Web => "web",
        /// The mobile application.
        Mobile => "mobile",
        /// The call centre (3737).
        Phone => "phone",
        /// A counter, with an agent typing.
        Counter => "counter",
        /// A letter, registered by an agent.
        Letter => "letter",
        /// An e-mail.
        Email => "email",
        /// A short text message.
        Sms => "sms",
        /// Another system, over the programming interface.
        Api => "api",
        /// A bulk import of cases kept elsewhere before.
        Import => "import",
    }
}

word_enum! {
    /// How one case hangs together with another.
    Relation {
        /// The same person filed the same matter again.
        Duplicate => "duplicate",
        /// The other case is part of this one.
        Parent => "parent",
        /// Both are signs of one recurring problem.
        Systemic => "systemic",
    }
}

word_enum! {
    /// The filer's answer to: was your problem solved?
    Resolved {
        /// Solved.
        Yes => "yes",
        /// Solved in part.
        Partly => "partly",
        /// Not solved.
        No => "no",
    }
}

word_enum! {
    /// The filer's answer to: were you treated properly? Asked apart from [`Resolved`], because a person
    /// may lose and yet be treated fairly.
    Treatment {
        /// Treated properly.
        Fair => "fair",
        /// Not treated properly.
        Unfair => "unfair",
    }
}

word_enum! {
    /// The key that closed a case. A case closes with the filer's word or with time, never by the office alone.
    ClosingKey {
        /// The filer confirmed the answer.
        FilerConfirmed => "filer-confirmed",
        /// The stated number of working days passed after a delivered answer without objection.
        TimePassed => "time-passed",
        /// The filer withdrew the case.
        Withdrawn => "withdrawn",
        /// A register that kept the case before has it as closed, and does not say by whom.
        Recorded => "recorded",
    }
}

word_enum! {
    /// Why a due date was computed anew.
    DueChange {
        /// An administrator edited the calendar.
        CalendarEdited => "calendar-edited",
        /// A new version of the policy took effect for open cases.
        PolicyChanged => "policy-changed",
    }
}

word_enum! {
    /// How high a late or contested case was raised.
    EscalationLevel {
        /// The head of the unit.
        UnitHead => "unit-head",
        /// The head of the administration.
        AdministrationHead => "administration-head",
        /// The body above the one that has the case.
        BodyAbove => "body-above",
        /// The authority in charge of administrative reform.
        ReformAuthority => "reform-authority",
    }
}

word_enum! {
    /// Why a case climbed to the body above.
    ClimbCause {
        /// Everyone of the body who could examine it had answered it before.
        AnsweredByAll => "answered-by-all",
        /// Nobody of the body is left who could examine it.
        NobodyLeft => "nobody-left",
    }
}

word_enum! {
    /// How the office tells the filer itself.
    Errand {
        /// Someone telephones.
        Telephone => "telephone",
        /// A letter is printed and posted.
        Post => "post",
    }
}

word_enum! {
    /// What became of an errand.
    Told {
        /// The filer was told on the telephone.
        Telephoned => "telephoned",
        /// Nobody answered the call.
        NotReached => "not-reached",
        /// The letter was posted.
        Posted => "posted",
    }
}
