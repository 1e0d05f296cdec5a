//! The small words of each tongue: they show which tongue a text is in and say little to a search.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::fold;
use crate::tokens::{Word, words};
use crate::tongue::Tongue;

const ARABIC: &str = "في من على إلى عن هذا هذه هؤلاء ذلك تلك التي الذي الذين أن إن أنه لم لن قد لقد كان كانت تم منذ \
    أو ثم حيث لأن بعد قبل عند مع كل بين يجب ليس ليست نحن هو هي لا عدم خلال كما لكن هناك وقد ولم وأن وهذا فإن \
    حول دون غير أي لكم إليكم نحن بسبب حتى لدى";

const DARIJA: &str = "ديال ديالي ديالنا ديالكم ديالو ديالها ديالهم كاين كاينة كاينين ماكاين واش علاش فين شنو شنوا \
    شكون كيفاش بزاف دابا هاد هادشي هادي هادو باش حيت غير راه راها راهم بغيت بغينا ماشي والو شي مزيان غادي اللي \
    ديك داك خاصنا خاص كاع حنا نتوما بحال عافاك عفاك عندنا تا حتى ولا معا إيلا هضرت كانو وليت ولات درنا";

const DARIJA_LATIN: &str = "dyal dial dyalna dialna dyali diali dyalkom dyalo dyalha dyalhom kayn kayna kaynin makayn \
    makaynch makaynsh wach wash 3lach 3lash 3la fin fen feen chno chnou chnowa shno chkoun shkoun kifach kifash bzaf \
    bzzaf bezaf bezzaf daba had hadchi hadshi hadi hado bach bash 7it hit 7itach ghir rir rah raha rahom 3ndna 3endna \
    3andna 3ndi bghit bghina brit brina machi mashi walo walou chi shi mezyan mzyan ghadi gadi li lli m3a ila ola wla \
    khas khasna khassna kolchi kolshi ga3 7na 7ta hta ntouma b7al bhal 3afak afak dik dak mn kanou kant walit";

const TAMAZIGHT: &str = "ur ad gh deg dg ɣef xef ɣer ɣur imi s illa yella llan nkni nekni dat azul tanmmirt tanemmirt \
    ma mani manik maxxa ar is iɣ igh ghik kud wanna tanna nna ayad kra yan yat rad nnun nnk nni d n g i ula awd as asn \
    ar ntta ntn yaḍn macc akkʷ";

const FRENCH: &str = "le la les de des du un une et est que qui dans pour pas sur avec nous vous je il elle ils elles ne \
    au aux ce cette ces mais depuis sans plus notre nos votre vos son sa ses ont sont été être avons avez ai à par ou \
    où se en y on leur leurs dont car comme très aussi mon mes";

const ENGLISH: &str = "the of and to in is are was were not for with this that these have has i we you my our your \
    it its from on at be been by there no please would because since they their will can he she or as an but";

/// The tongues each folded function word belongs to.
static TONGUES: LazyLock<HashMap<String, Vec<Tongue>>> = LazyLock::new(|| {
    let lists = [
        (Tongue::Arabic, ARABIC),
        (Tongue::Darija, DARIJA),
        (Tongue::DarijaLatin, DARIJA_LATIN),
        (Tongue::Tamazight, TAMAZIGHT),
        (Tongue::French, FRENCH),
        (Tongue::English, ENGLISH),
    ];
    let mut tongues: HashMap<String, Vec<Tongue>> = HashMap::new();
    for (tongue, words) in lists {
        for word in words.split_whitespace() {
            let known = tongues.entry(fold(word)).or_default();
            if !known.contains(&tongue) {
                known.push(tongue);
            }
        }
    }
    tongues
});

/// The tongues in which a folded word is a function word; none for other words.
pub(crate) fn tongues_of(word: &str) -> &'static [Tongue] {
    TONGUES.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a folded word is a function word in any tongue.
pub(crate) fn is_function_word(word: &str) -> bool {
    !tongues_of(word).is_empty()
}

/// The words of a phrase without function words; these stand for themselves only where nothing else does.
pub(crate) fn telling_words(phrase: &str) -> Vec<Word> {
    let (small, telling): (Vec<Word>, Vec<Word>) =
        words(phrase).partition(|word| is_function_word(&word.text));
    if telling.is_empty() { small } else { telling }
}

/// Whether a folded word is a function word of Arabic, French or English: so common that a key by its sound would
/// only swell the index. على stays out, for folded it is also the name علي.
pub(crate) fn is_unheard(word: &str) -> bool {
    word != "علي"
        && tongues_of(word)
            .iter()
            .any(|tongue| matches!(tongue, Tongue::Arabic | Tongue::French | Tongue::English))
}
