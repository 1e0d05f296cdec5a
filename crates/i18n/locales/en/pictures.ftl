### A filing by pictures, for whoever does not read with ease.

pictures-title = File with pictures and your voice
pictures-lead = Touch the picture of what it is about.
pictures-write = I prefer to write
pictures-listen = Listen
pictures-voice-title = Say what happened
pictures-voice-hint = Say your name too, and where it was.
pictures-voice-choose = Choose a recording
pictures-photo-title = Show it
pictures-photo-hint = Take a photo if you can.
pictures-photo-choose = Take a photo
pictures-where-hint = Touch your region, then your town.
pictures-where-here = Here, where I am
pictures-where-unknown = I do not know
pictures-where-failed = The phone does not say where you are. Touch a region.
pictures-phone-title = Which number shall we ring?
pictures-phone-hint = An officer will ring you. Without a number, keep the receipt.
pictures-phone-none = No number
pictures-phone-missing = Type a number, or touch “No number”.
pictures-name = Name said in the recording
pictures-text = { $sector }. What happened is told and shown in the files.
pictures-nothing = Record your voice or show a photo: without them nobody can know what happened.
pictures-no-microphone = The phone lets nothing be recorded. Choose a recording or go on to the photo.
pictures-door = With pictures and your voice
pictures-door-hint = Without reading or writing
