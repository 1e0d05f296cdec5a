//! Small faults of spelling: the known words that are one slip away from what was typed.

/// Words shorter than this are never corrected: one letter makes another word of them.
const LEAST: usize = 5;

/// Longer ones are not looked for: each letter that may be wrong is a look-up.
const MOST: usize = 32;

/// Known words, to be found by others that differ from them by one letter too many, too few, another, or two that
/// changed places.
///
/// Two words are one such slip apart only if they become the same by taking at most one letter from each: the index is
/// of all words with a letter taken out, so that looking one up takes no longer for a larger vocabulary.
///
/// ```
/// use chikaya_language::Spellings;
/// let known = Spellings::of(["éclairage", "Tiznit"].iter().flat_map(|name| chikaya_language::tokens(name)));
/// assert_eq!(known.near("eclariage"), ["eclairage"]);
/// assert!(known.near("gare").is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Spellings {
    /// Sorted, each once.
    words: Vec<String>,
    /// Digests of the words and of what they are without one of their letters, with the number of the word, sorted.
    shortened: Vec<(u64, u32)>,
}

impl Spellings {
    /// Of folded words; those of fewer than five letters, and whatever holds a digit, are passed over.
    pub fn of(words: impl IntoIterator<Item = String>) -> Self {
        let mut words: Vec<String> = words
            .into_iter()
            .filter(|word| is_corrected(word))
            .collect();
        words.sort_unstable();
        words.dedup();
        let mut shortened = Vec::with_capacity(words.len() * 10);
        for (number, word) in (0..).zip(&words) {
            shortened.extend(digests(word).map(|digest| (digest, number)));
        }
        shortened.sort_unstable();
        shortened.dedup();
        Self { words, shortened }
    }

    /// The known words one slip away from a folded word, in the order of their letters; none when it is known itself,
    /// is shorter than five letters, or holds a digit.
    pub fn near(&self, word: &str) -> Vec<&str> {
        if !is_corrected(word) || self.knows(word) {
            return Vec::new();
        }
        let mut numbers: Vec<u32> = digests(word)
            .flat_map(|digest| {
                let first = self.shortened.partition_point(|(known, _)| *known < digest);
                self.shortened[first..]
                    .iter()
                    .take_while(move |(known, _)| *known == digest)
                    .map(|(_, number)| *number)
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| self.words.get(number as usize))
            .filter(|known| is_one_slip(word, known))
            .map(String::as_str)
            .collect()
    }

    /// Whether a folded word is among the known ones.
    pub fn knows(&self, word: &str) -> bool {
        self.words
            .binary_search_by(|known| known.as_str().cmp(word))
            .is_ok()
    }
}

fn is_corrected(word: &str) -> bool {
    let letters = word.chars().count();
    (LEAST..=MOST).contains(&letters) && word.chars().all(char::is_alphabetic)
}

/// The digests of a word and of what it is without each of its letters.
fn digests(word: &str) -> impl Iterator<Item = u64> {
    let without = word.char_indices().map(|(at, letter)| {
        let after = &word[at + letter.len_utf8()..];
        digest(word[..at].bytes().chain(after.bytes()))
    });
    std::iter::once(digest(word.bytes())).chain(without)
}

/// Fowler, Noll and Vo's digest: two words that share one are compared letter by letter.
fn digest(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether one letter too many, too few or another, or two that changed places, is all that two words differ by.
fn is_one_slip(one: &str, other: &str) -> bool {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    let tail = |a: &[char], b: &[char]| a == b;
    match (one, other) {
        ([], []) => false,
        ([_], []) | ([], [_]) => true,
        _ => {
            !one.is_empty() && tail(&one[1..], other)
                || !other.is_empty() && tail(one, &other[1..])
                || !one.is_empty() && !other.is_empty() && tail(&one[1..], &other[1..])
                || one.len() >= 2
                    && other.len() >= 2
                    && one[0] == other[1]
                    && one[1] == other[0]
                    && tail(&one[2..], &other[2..])
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Spellings;

    fn known(words: &[&str]) -> Spellings {
        Spellings::of(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn one_slip_is_found_and_two_are_not() {
        let known = known(&["eclairage", "agadir", "شكايه", "كهربا", "gare", "2026000"]);
        for (typed, found) in [
            ("eclarage", "eclairage"),
            ("ecclairage", "eclairage"),
            ("eclairaje", "eclairage"),
            ("eclariage", "eclairage"),
            ("agadirr", "agadir"),
            ("gadir", "agadir"),
            ("شكابه", "شكايه"),
            ("كهربااا", ""),
            ("eklairaje", ""),
            ("garre", ""),
            ("eclairage", ""),
            ("2026001", ""),
        ] {
            let expected: Vec<&str> = Some(found)
                .filter(|word| !word.is_empty())
                .into_iter()
                .collect();
            assert_eq!(known.near(typed), expected, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_slip_of_a_known_word_is_found(
            word in "[a-zا-ي]{7,12}",
            at in 0_usize..6,
            letter in "[a-z]",
            slip in 0_u8..4,
        ) {
            let known = known(&[&word]);
            let mut letters: Vec<char> = word.chars().collect();
            match slip {
                0 => { letters.remove(at); }
                1 => letters.insert(at, letter.chars().next().unwrap()),
                2 => letters[at] = letter.chars().next().unwrap(),
                _ => letters.swap(at, at + 1),
            }
            let typed: String = letters.into_iter().collect();
            let expected = if typed == word { Vec::new() } else { vec![word.as_str()] };
            prop_assert_eq!(known.near(&typed), expected);
        }
    }
}
