### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.

## Brand and frame

brand = Chikaya
brand-kingdom = Kingdom of Morocco
brand-tagline = Complaints · remarks · proposals
brand-title = { $page } · Chikaya
sample-banner = Demonstration: the data are made up and nothing is sent to an administration.
mailbox-banner = Trial installation: everybody can read all messages of this portal, with their codes, at /mailbox.
review-notice = This Tamazight text awaits review by a speaker.

## Navigation

nav-skip = Skip to content
nav-label = Main navigation
nav-menu = Menu
nav-home = Home
nav-file = File a complaint
nav-track = Follow a case
nav-account = My account
nav-statistics = Statistics
nav-procedures = Procedures
nav-offices = Offices
nav-jobs = Competitions
nav-desk = Desk
nav-admin = Administration
nav-languages = Languages
nav-steps = Steps
nav-step = Step { $step } of { $steps }
nav-newer = Newer
nav-older = Older

## Buttons

button-file = File
button-send = Send
button-continue = Continue
button-back = Back
button-change = Change
button-check = Check
button-confirm = Confirm
button-cancel = Cancel
button-undo = Undo
button-search = Search
button-download = Download
button-attach = Attach a file
button-print = Print
button-sign-in = Sign in
button-sign-out = Sign out
button-create-account = Create an account
button-reply = Reply
button-reopen = Ask to reopen
button-withdraw = Withdraw
button-save-draft = Save the draft
button-save-later = Save and come back later
button-save = Save
button-delete = Delete
button-choose = Choose
button-add = Add
button-remove = Remove
button-listen = Listen
button-open = Open
button-close = Close
button-show = Show
button-hide = Hide
button-follow = Follow the case
button-copy = Copy
button-share = Share
button-retry = Try again
button-filter = Filter
button-help = Help

## Short words

word-yes = Yes
word-no = No
word-or = or
word-all = All
word-none = None
word-optional = optional
word-required = required
word-example = Example:
word-today = today
word-tomorrow = tomorrow
word-yesterday = yesterday
word-help = Help
word-other = Other
word-unknown = I do not know
word-new-window = opens in a new page
word-characters-left =
    { $count ->
       [one] { $count } character left
      *[other] { $count } characters left
    }
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
word-complaints =
    { $count ->
       [one] { $count } complaint
      *[other] { $count } complaints
    }
word-cases =
    { $count ->
       [one] { $count } case
      *[other] { $count } cases
    }
word-files =
    { $count ->
       [one] { $count } attachment
      *[other] { $count } attachments
    }
word-messages =
    { $count ->
       [one] { $count } message
      *[other] { $count } messages
    }

## The things a case has

label-reference = Reference
label-access-code = Access code
label-receipt = Receipt
label-case = Case
label-kind = Kind
label-subject = Subject
label-place = Place
label-coordinates = Coordinates
label-region = Region
label-province = Province or prefecture
label-commune = Commune
label-address = Address
label-administration = Administration
label-unit = Unit
label-officer = Case officer
label-filer = Filed by
label-family-name = Family name
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
label-messages = Messages
label-question = Question
label-answer = Answer
label-reason = Reason
label-legal-ground = Legal ground
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
foot-phone-hours = Monday to Friday
