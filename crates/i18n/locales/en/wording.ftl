### The words of messages: what administrators change, see and take back.

wording-title = Words of messages
wording-lead = All messages that the portal sends to filers. Change a text for the whole country or for an administration; every version is kept.
wording-every = In every message
wording-changed =
    { $count ->
       [0] words of the portal
       [one] { $count } text changed
      *[other] { $count } texts changed
    }
wording-medium-mail = E-mail
wording-medium-sms = SMS
wording-medium-spoken = Letter and call
wording-country = The whole country
wording-for = For which administration?
wording-for-hint = Without an administration the text holds for the whole country.
wording-for-country = For the whole country
wording-show = Show
wording-sample = Sample, invented data
wording-sample-text = Sample: here stands what the administration writes.
wording-places = To be kept in the text:
wording-of-house = The portal’s own words.
wording-of-country = Changed for the whole country.
wording-of-body = Changed for: { $body }.
wording-house = Back to the portal’s own words
wording-versions = Versions
wording-version = Version { $version }, { $name }, { $moment }
wording-back = Back to this version
wording-parts =
    { $count ->
       [one] { $alphabet }, { $count } part
      *[other] { $alphabet }, { $count } parts
    }
error-wording-empty = Write a text, or go back to the portal’s own words.
error-wording-long = This text is too long: 1000 characters at most.
error-wording-brace = A brace is missing or too many. A place is written as in the portal’s own words.
error-wording-unknown = This message does not know { $place }. Take this place out.
error-wording-missing = The text lacks { $place }. Add this place.

## When each message goes

wording-when-every = These texts stand in several messages.
wording-when-acknowledgement = Goes when a case is filed.
wording-when-transfer = Goes when a case passes to another administration.
wording-when-question = Goes when the administration asks something.
wording-when-extension = Goes when the time limit is extended.
wording-when-answer = Goes when the administration answers.
wording-when-closure = Goes when a case is closed.
wording-when-reopening = Goes when a case is reopened.
wording-when-judgement = Goes when someone is drawn to judge the answer.
wording-when-judgement-again = Goes a second time, to whoever did not say yet.
wording-when-contact-code = Goes when someone confirms an address or a number.
wording-when-account-code = Goes when someone opens their account.
wording-when-draft-code = Goes when someone keeps their text for later.
wording-when-mail-answer = Goes when someone writes us a new e-mail.
wording-when-lost-receipt = Goes when someone lost their receipt.
wording-when-sms-reply = Goes when someone writes us an SMS.
admin-deed-wording-change = Changed the words of a message
admin-deed-wording-take-back = Gave a message the portal’s own words back
