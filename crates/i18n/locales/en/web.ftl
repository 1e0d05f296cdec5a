### Words of pages that no other file has.

filing-details-title = A few more details
filing-details-fault = { $question } { $sentence }
filing-where-label = Town or commune
filing-you-identity-number = Number of the document
desk-role = Role
desk-category = Who
desk-acts = What you can do now
desk-opinion-label = Your opinion
desk-transfer-due = Transfer no later than
desk-group-done = Done
