### The account: one's cases in one place, for whoever proved a contact.

account-lead = Write the e-mail address you confirmed when filing. We send a code to it; there is no password.
account-not-needed = You can file and follow without an account, with the reference and access code of your receipt.
account-code-title = Write the code
account-file = File something new
account-cases = My cases
account-none = No case is tied to this address yet. What you file from here appears in this list.
account-no-more = There are no older cases.
account-cases-missing = Is a case missing? It was filed without confirming this address. Open it with its reference and access code and confirm the address there: it then appears here.
account-case-due = answer due by { $date }
account-newest = Newest
account-older = Older cases
account-session = Account
account-settings = Language and contacts
account-settings-lead = New filings begin with this; you can change it in each of them. Filings already sent keep what they say.
account-sign-out-everywhere = Sign out everywhere
account-delete = Delete the account
account-saved = Saved.
account-deleted = Your account is deleted. Your cases still open with their reference and code.
account-delete-lead = Your name, contacts and language in this account are erased and you are signed out everywhere. Your cases stay with the administrations: follow them with the reference and access code of each receipt.
account-delete-confirm = Yes, delete the account
account-delete-keep = Keep the account
account-contacts = Confirmed addresses and numbers
account-contacts-lead = Each of them opens this account, and the cases filed with each are in one list. Add one: a code is sent to it.
error-account-last = One address or number must stay: without it nobody can open this account.
