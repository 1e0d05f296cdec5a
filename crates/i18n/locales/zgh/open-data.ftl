### The page of open data.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
open-data-title = ⵜⵉⵎⵓⵛⴰ ⵉⵕⵥⵎⵏ
open-data-lede = ⵓⵟⵟⵓⵏⵏ ⵏ ⵜⴰⵙⵏⵉⵡⵉⵏ ⵏ ⵜⵙⵏⵎⴽⵜⴰ ⴳ ⵉⴼⵓⵢⵍⴰ. ⵓⵔ ⴳⵉⵙⵏ ⵅⵙ ⵎⴰⴷ ⵜⵜⵉⵏⵉⵏⵜ ⵜⴰⵙⵏⵉⵡⵉⵏ ⴰⵏⵏ.
open-data-licence = ⵜⵓⵔⴰⴳⵜ: { $licence }. ⴰⵙⴰⴳⵎ: { $publisher }.
open-data-licence-none = ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⵜⵓⵔⴰⴳⵜ ⵏ ⵜⵎⵓⵛⴰ ⴰⴷ.
open-data-sets = ⵜⵉⵎⵓⵛⴰ
open-data-name-country-years = ⵜⴰⵎⵓⵔⵜ, ⴰⵙⴳⴳⵯⴰⵙ ⵙ ⵓⵙⴳⴳⵯⴰⵙ
open-data-about-country-years = ⵢⴰⵏ ⵉⵣⵔⵉⵔⵉⴳ ⵉ ⴽⵓ ⴰⵙⴳⴳⵯⴰⵙ.
open-data-name-country-months = ⵜⴰⵎⵓⵔⵜ, ⴰⵢⵢⵓⵔ ⵙ ⵡⴰⵢⵢⵓⵔ
open-data-about-country-months = ⵍⴽⵎⵏ ⴷ, ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ, ⵕⵥⵎⵏ ⴳ ⵜⴳⵉⵔⴰ ⵏ ⴽⵓ ⴰⵢⵢⵓⵔ.
open-data-name-bodies = ⵜⵉⵎⵙⵙⵓⴳⵓⵔⵉⵏ
open-data-about-bodies = ⵢⴰⵏ ⵉⵣⵔⵉⵔⵉⴳ ⵉ ⴽⵓ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ.
open-data-name-subjects = ⵉⴳⵔⴰⵏ ⴷ ⵉⵙⵏⵜⴰⵍ
open-data-about-subjects = ⵢⴰⵏ ⵉⵣⵔⵉⵔⵉⴳ ⵉ ⴽⵓ ⵉⴳⵔ ⴷ ⴽⵓ ⴰⵙⵏⵜⵍ.
open-data-name-territories = ⵉⴷⵖⴰⵔⵏ
open-data-about-territories = ⵢⴰⵏ ⵉⵣⵔⵉⵔⵉⴳ ⵉ ⴽⵓ ⵜⴰⵙⴳⴰ, ⵜⴰⵙⴳⴰⵡⵜ ⴷ ⵜⴳⵔⴰⵡⵜ, ⴷ ⵎⴰⴷ ⴳⵉⵙⵏⵜ ⵉⵍⵍⴰⵏ.
open-data-catalogue = ⴰⵙⵎⵉⵍ ⵉ ⵉⵖⴰⵡⴰⵙⵏ (DCAT, JSON-LD)
open-data-rules-title = ⵎⴰⵎⴽ ⴰⴷ ⵜⵏⵜ ⵜⵖⵔⵎ
open-data-rules-columns = ⴷⴼⴼⵉⵔ ⵏ ⵜⵏⵇⵇⵉⴹⵜ: ⵢⴰⵜ ⵜⴼⵓⵍⵜ (complaint), ⵓⵙⵙⴰⵏ (60), ⴰⴳⵎⵓⴹ ⵏ 95% (low, high), ⵏⵖⴷ ⵓⵟⵟⵓⵏ ⵏ ⵉⵙⴷⴰⵡⵏ (of).
open-data-rules-empty = ⵉⵖ ⵉⵅⵡⴰ ⵡⴰⵏⵙⴰ, ⵓⵔ ⵉⵜⵜⵓⴼⵙⵔ ⵓⵟⵟⵓⵏ.
open-data-dictionary = ⴰⵏⴰⵎⴽ ⵏ ⴽⵓ ⵓⵟⵟⵓⵏ
open-data-column = ⵉⵙⵎ ⴳ ⵉⴼⵓⵢⵍⴰ
open-data-unit = ⵜⴰⵢⵢⵓⵏⵜ
open-data-example = ⴰⵎⴷⵢⴰ
open-data-example-text = ⵉⵔⴰ ⵓⵖⴰⵡⴰⵙ ⴰⴷ ⵖⴰⵔ Python 3.
