### A filing by pictures, for whoever does not read with ease.

say-title = File with pictures and your voice
say-lead = Touch the picture of what it is about.
say-write = I prefer to write
say-listen = Listen
say-voice-title = Say what happened
say-voice-hint = Say your name too, and where it was.
say-voice-choose = Choose a recording
say-photo-title = Show it
say-photo-hint = Take a photo if you can.
say-photo-choose = Take a photo
say-where-hint = Touch your region, then your town.
say-where-here = Here, where I am
say-where-unknown = I do not know
say-where-failed = The phone does not say where you are. Touch a region.
say-phone-title = Which number shall we ring?
say-phone-hint = An officer will ring you. Without a number, keep the receipt.
say-phone-none = No number
say-phone-missing = Type a number, or touch “No number”.
say-name = Name said in the recording
say-text = { $sector }. What happened is told and shown in the files.
say-nothing = Record your voice or show a photo: without them nobody can know what happened.
say-no-microphone = The phone lets nothing be recorded. Choose a recording or go on to the photo.
say-door = With pictures and your voice
say-door-hint = Without reading or writing
