### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.

## Brand and frame

brand = Chikaya
brand-kingdom = Kingdom of Morocco
brand-tagline = Complaints · remarks · proposals
sample-banner = Demonstration: the data are made up and nothing is sent to an administration.
mailbox-banner = Trial installation: everybody can read all messages of this portal, with their codes, at /mailbox.

## Navigation

nav-skip = Skip to content
nav-label = Main navigation
nav-file = File a complaint
nav-track = Follow a case
nav-account = My account
nav-statistics = Statistics
nav-desk = Desk
nav-admin = Administration
nav-languages = Languages
nav-older = Older

## Buttons

button-send = Send
button-continue = Continue
button-back = Back
button-change = Change
button-confirm = Confirm
button-cancel = Cancel
button-search = Search
button-download = Download
button-attach = Attach a file
button-sign-in = Sign in
button-sign-out = Sign out
button-create-account = Create an account
button-reopen = Ask to reopen
button-withdraw = Withdraw
button-save-later = Save and come back later
button-save = Save
button-delete = Delete
button-add = Add
button-remove = Remove
button-open = Open
button-close = Close
button-show = Show
button-follow = Follow the case
button-filter = Filter

## Short words

word-yes = Yes
word-no = No
word-all = All
word-none = None
word-optional = optional
word-required = required
word-unknown = I do not know
word-results =
    { $count ->
       [one] { $count } result
      *[other] { $count } results
    }
word-days =
    { $days ->
       [one] { $days } day
      *[other] { $days } days
    }

## The things a case has

label-reference = Reference
label-access-code = Access code
label-case = Case
label-kind = Kind
label-subject = Subject
label-place = Place
label-coordinates = Coordinates
label-address = Address
label-administration = Administration
label-unit = Unit
label-officer = Case officer
label-filer = Filed by
label-full-name = Full name
label-body-name = Name of the company, association or cooperative
label-representative = Name of the person who represents it
label-quality = Position
label-on-behalf = On behalf of
label-phone = Phone number
label-email = E-mail address
label-password = Password
label-language = Language
label-state = State
label-date = Date
label-due = Answer due by
label-attachments = Attachments
label-question = Question
label-answer = Answer
label-reason = Reason
label-outcome = Outcome
label-channel = Channel

## Languages, named in the language of the page

language-ar = Arabic
language-zgh = Tamazight
language-fr = French
language-en = English

## Foot of every page

foot-label = About the portal
foot-accessibility = Accessibility
foot-personal-data = Your personal data
foot-time-limits = How time limits are counted
foot-mediator = Mediator of the Kingdom
foot-source = Source code
foot-promise = One portal for all public administrations. The service is free. Nobody will ask you for money or a secret code in the name of Chikaya.
foot-phone = Prefer to speak? Call 3737.
