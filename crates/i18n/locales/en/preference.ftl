### How people want to be told: channel, language, quiet hours.

preference-lead = Your choice holds for everything we send you, and for what already waits to leave. Codes you ask for always come.
preference-change = Change how you are told
preference-saved = Noted: we will tell you the way you chose.
preference-by = How do you want to be told?
preference-by-email = By e-mail
preference-by-sms = By SMS
preference-by-phone = By a call from the administration
preference-by-letter = By letter
preference-by-nothing = Not at all: I come and read here
preference-language = In which language?
preference-quiet = Quiet hours
preference-quiet-hint = During these hours no news leave. Example: from 21:00 to 08:00.
preference-quiet-from = From
preference-quiet-until = Until
preference-failing = What is sent there comes back.
preference-stopped = This number wrote STOP: no SMS is sent there.
preference-proof-again = Our messages to this address come back. Confirm it with a code, or choose another way to be told.
error-preference-contact = We have no address or number for that. Choose another way.
error-preference-stopped = This number wrote STOP. To receive SMS again, send START from that phone, or choose another way.
error-preference-landline = This number receives no SMS. Write a mobile number, or choose a call.
error-quiet-hours = Write the beginning and the end, two different times, or leave both empty.

## At the desk

desk-preference-title = How the person wants to be told
desk-preference-lead = Write down what the person asks for. Your name and their consent stay on the trail.
desk-preference-consent = How the person agrees
desk-contact-failing = messages come back from there
desk-contact-state = State
admin-deed-preference-write = Wrote down how a person wants to be told
