### What is kept for later, and the end on a shared device.

later-title = It is saved
later-until = What you wrote is kept until { $date }, and longer if you add something. Nothing has been sent to the administration yet.
later-code = Code to continue
later-code-where = To go on, here or elsewhere, write this code at the address:
later-address = Or open this address
later-keep = Keep this code to yourself.
later-keep-why = Whoever knows it can read what you wrote and go on in your place. Once you have sent it, the code opens nothing.
later-masked = In another browser your name and contacts stay hidden; you can write them again.
later-onward = Go on now
later-print = Print this page
later-print-hint = You can also copy the code by hand, take a picture of this page, or print it from the menu of the browser.
later-send-title = Get the code by e-mail
later-send = Send it to me
later-sent = The message is on its way.
later-sent-pause =
    { $seconds ->
        [one] A message was sent a moment ago. If it does not come, ask again in one second.
       *[other] A message was sent a moment ago. If it does not come, ask again in { $seconds } seconds.
    }
later-sent-many = Many messages were sent today. Ask again tomorrow, or copy the code by hand.

continue-link = Did you begin before? Go on with your code
continue-title = Go on with what you began
continue-hint = Twelve letters and figures, such as
continue-filed = Sent already? Follow your case with its reference and access code
continue-anew = Begin anew

end-shared = Do others use this device?
end-shared-text = End here: this browser forgets your cases and what you wrote. Note your references and codes first.
end-button = End and forget everything
end-draft = The address of this page will not lead to what you wrote any more. The code still does: note it first.
end-title = You have ended on this device
end-text = This browser opens no case, nothing you began to write and no account any more. To come back you need your references and codes.
end-window = Close this window as well: the browser may still offer words that were written here.
end-home = Back to the first page

error-draft-code-empty = Write the code to continue.
error-draft-code-length = This code is not complete, or too long. It has twelve letters and figures, such as 7K3M-9QDX-4HTF.
error-draft-code-check = A letter or figure of this code is not right. Compare it with what you noted, sign by sign.
error-draft-code-unknown = This code opens nothing. Check it. What was sent, or was not changed for 30 days, does not open this way any more.

mail-draft-subject = Go on with what you began
mail-draft-lead = What you wrote on Chikaya is kept until { $date }. Nothing has been sent to the administration yet.
mail-draft-action = Go on
mail-draft-code = Or write this code at the address { $address }:
mail-draft-keep = Keep this message to yourself: whoever has the code can read what you wrote.
mail-draft-ignore = Did not ask for anything? Do nothing: somebody wrote your address by mistake.
admin-message-draft-code = Code to continue a filing
draft-left = In this browser a case was begun and not sent.
draft-left-link = Go on with it
