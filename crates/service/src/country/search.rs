//! Search as one types over a few thousand names in memory: any script, any spelling, acronyms, beginnings of words.

use std::collections::{BTreeMap, HashMap};

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    organisation::{Organisation, Organisations},
    subject::Subjects,
    territory::{Level, Territories},
};
use chikaya_language::{QueryToken, Spellings, exact_tokens, fold, query_tokens, search_tokens};

/// An index over names.
#[derive(Debug)]
pub struct Index<C> {
    entries: Vec<Entry<C>>,
    /// Word as it is written to the entries that hold it.
    by_word: BTreeMap<String, Vec<u32>>,
    /// Stem or skeleton to the entries that hold it.
    by_key: BTreeMap<String, Vec<u32>>,
    /// Its words, for those that are typed with a slip.
    spellings: Spellings,
}

#[derive(Debug)]
struct Entry<C> {
    code: C,
    /// Folded names, for whole matches.
    whole: Vec<String>,
    /// How much it weighs among equals, more first.
    weight: u32,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<C> {
    /// What was found.
    pub code: C,
    /// How well it fits; only the order matters.
    pub score: u32,
}

/// A word that is met as such scores more than one met in another form, by its skeleton or beginning.
const EXACT: u32 = 100;
const FORM: u32 = 80;
const BEGINNING: u32 = 60;
const SKELETON: u32 = 40;
/// A word that is met only when a slip is assumed.
const SLIP: u32 = 20;
const WHOLE_NAME: u32 = 500;

/// What puts a town before a province of its name: more than the logarithms of their populations lie apart.
const TOWN: u32 = 8;

/// A name as it is written, and with its apostrophes left out as many leave them: M’hamed, M hamed.
fn readings(text: &str) -> impl Iterator<Item = String> {
    let apart = text
        .contains(['\'', '’'])
        .then(|| text.replace(['\'', '’'], " "));
    std::iter::once(text.to_owned()).chain(apart)
}

impl<C: Clone + Ord> Index<C> {
    fn build(names: impl Iterator<Item = (C, Vec<String>, u32)>) -> Self {
        let mut entries = Vec::new();
        let mut by_word: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut by_key: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let hold = |index: &mut BTreeMap<String, Vec<u32>>, key: String, number: u32| {
            let holders = index.entry(key).or_default();
            if holders.last() != Some(&number) {
                holders.push(number);
            }
        };
        for (code, texts, weight) in names {
            let number = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            for text in texts.iter().flat_map(|text| readings(text)) {
                for word in exact_tokens(&text) {
                    hold(&mut by_word, word, number);
                }
                for key in search_tokens(&text) {
                    hold(&mut by_key, key, number);
                }
            }
            entries.push(Entry {
                code,
                whole: texts.iter().map(|text| fold(text)).collect(),
                weight,
            });
        }
        let spellings = Spellings::of(by_word.keys().cloned());
        Self {
            entries,
            by_word,
            by_key,
            spellings,
        }
    }

    /// The best hits for what was typed, at most `limit`. Every word must be met; the last one may be a
    /// beginning.
    pub fn find(&self, typed: &str, limit: usize) -> Vec<Hit<C>> {
        let words = query_tokens(typed);
        let Some(last) = words.len().checked_sub(1) else {
            return Vec::new();
        };
        let mut scores: Option<HashMap<u32, u32>> = None;
        for (place, word) in words.iter().enumerate() {
            let met = self.meet_or_slip(word, place == last);
            scores = Some(match scores {
                None => met,
                Some(before) => before
                    .into_iter()
                    .filter_map(|(entry, score)| Some((entry, score + met.get(&entry)?)))
                    .collect(),
            });
        }
        let whole = fold(typed);
        let mut hits: Vec<(u32, &Entry<C>)> = scores
            .unwrap_or_default()
            .into_iter()
            .filter_map(|(number, score)| {
                let entry = self.entries.get(number as usize)?;
                let bonus = if entry.whole.contains(&whole) {
                    WHOLE_NAME
                } else {
                    0
                };
                // Among equals the shorter name is closer to what was typed.
                let length = entry.whole.first().map_or(0, |name| name.chars().count());
                let brevity = 30_u32.saturating_sub(u32::try_from(length / 4).unwrap_or(30));
                Some((score + bonus + brevity + entry.weight, entry))
            })
            .collect();
        hits.sort_by(|(score, entry), (other_score, other)| {
            other_score
                .cmp(score)
                .then_with(|| entry.code.cmp(&other.code))
        });
        hits.truncate(limit);
        hits.into_iter()
            .map(|(score, entry)| Hit {
                code: entry.code.clone(),
                score,
            })
            .collect()
    }

    fn meet(&self, asked: &QueryToken, may_be_beginning: bool) -> HashMap<u32, u32> {
        let mut met = HashMap::new();
        let mut add = |numbers: &[u32], score: u32| {
            for number in numbers {
                let best = met.entry(*number).or_insert(0);
                *best = score.max(*best);
            }
        };
        let word = asked.word.as_str();
        for skeleton in &asked.skeletons {
            if let Some(numbers) = self.by_key.get(skeleton) {
                add(numbers, SKELETON);
            }
        }
        if may_be_beginning && word.chars().count() >= 2 {
            for (key, numbers) in self.by_word.range(word.to_owned()..) {
                if !key.starts_with(word) {
                    break;
                }
                add(numbers, BEGINNING);
            }
        }
        if let Some(numbers) = self.by_key.get(&asked.form) {
            add(numbers, FORM);
        }
        if let Some(numbers) = self.by_word.get(word) {
            add(numbers, EXACT);
        }
        met
    }

    /// As [`Self::meet`], with a slip assumed where nothing is met without.
    fn meet_or_slip(&self, asked: &QueryToken, may_be_beginning: bool) -> HashMap<u32, u32> {
        let mut met = self.meet(asked, may_be_beginning);
        if met.is_empty() {
            let known = self.spellings.near(&asked.word).into_iter();
            for number in known.filter_map(|known| self.by_word.get(known)).flatten() {
                met.insert(*number, SLIP);
            }
        }
        met
    }

    /// For each word asked for the entries whose names hold it, as words, forms or sounds; of all entries those `limit`
    /// that meet most words of the question, best first.
    pub fn named(&self, asked: &[QueryToken], limit: usize) -> Vec<Vec<C>> {
        let met: Vec<HashMap<u32, u32>> = asked.iter().map(|word| self.meet(word, false)).collect();
        let mut scores: HashMap<u32, (usize, u32)> = HashMap::new();
        for (number, score) in met.iter().flatten() {
            let (words, sum) = scores.entry(*number).or_default();
            *words += 1;
            *sum += score;
        }
        let mut best: Vec<((usize, u32), &Entry<C>, u32)> = scores
            .into_iter()
            .filter_map(|(number, (words, score))| {
                let entry = self.entries.get(number as usize)?;
                Some(((words, score + entry.weight), entry, number))
            })
            .collect();
        best.sort_by(|(score, entry, _), (other_score, other, _)| {
            other_score
                .cmp(score)
                .then_with(|| entry.code.cmp(&other.code))
        });
        best.truncate(limit);
        met.iter()
            .map(|met| {
                best.iter()
                    .filter(|(_, _, number)| met.contains_key(number))
                    .map(|(_, entry, _)| entry.code.clone())
                    .collect()
            })
            .collect()
    }

    /// The words of names that a word may have been meant for: see [`Spellings::near`].
    pub fn near(&self, word: &str) -> Vec<&str> {
        self.spellings.near(word)
    }
}

impl Index<OrganisationCode> {
    /// All organisations that receive cases.
    pub fn of_organisations(organisations: &Organisations) -> Self {
        Self::of_bodies(organisations.all().filter(|body| body.receives))
    }

    /// All organisations, those that receive nothing included: for administration.
    pub fn of_all_organisations(organisations: &Organisations) -> Self {
        Self::of_bodies(organisations.all())
    }

    fn of_bodies<'a>(bodies: impl Iterator<Item = &'a Organisation>) -> Self {
        Self::build(bodies.map(|body| {
            let mut texts = body.names.every();
            texts.extend(body.acronym.clone());
            // Bodies that serve the whole country come before local ones of the same words.
            let weight = if body.territory.is_none() { 10 } else { 0 };
            (body.code.clone(), texts, weight)
        }))
    }
}

impl Index<TerritoryCode> {
    /// All territories; larger places first among equals, but a commune before the province that bears its name: who
    /// names a town means the town, and most subjects ask for it. A territory is found by the name of its authority
    /// too: who types "province de Tiznit" means no town.
    pub fn of_territories(territories: &Territories, organisations: &Organisations) -> Self {
        let mut titles: HashMap<&TerritoryCode, Vec<String>> = HashMap::new();
        for body in organisations.all() {
            let governed = body.territory.as_ref().filter(|code| {
                territories
                    .find(code)
                    .is_some_and(|territory| body.kind.governs(territory.level))
            });
            if let Some(code) = governed {
                let names = titles.entry(code).or_default();
                names.extend(body.names.every());
            }
        }
        Self::build(territories.all().map(|territory| {
            let mut texts = territory.names.every();
            texts.extend(titles.remove(&territory.code).into_iter().flatten());
            let people = territory.population.unwrap_or(0);
            let weight = people.checked_ilog2().unwrap_or(0)
                + match territory.level {
                    Level::Commune | Level::Arrondissement => TOWN,
                    Level::Country | Level::Region | Level::Province | Level::Prefecture => 0,
                };
            (territory.code.clone(), texts, weight)
        }))
    }
}

impl Index<SubjectCode> {
    /// All subjects by names and everyday words, without the sectors.
    pub fn of_subjects(subjects: &Subjects) -> Self {
        Self::build(
            subjects
                .all()
                .filter(|subject| subject.parent.is_some())
                .map(|subject| {
                    let mut texts = subject.names.every();
                    texts.extend(subject.words.iter().cloned());
                    (subject.code.clone(), texts, 0)
                }),
        )
    }

    /// All subjects by their names alone, in every language, sectors too: what a case is about, not what people write of
    /// it.
    pub fn of_subject_names(subjects: &Subjects) -> Self {
        Self::build(
            subjects
                .all()
                .map(|subject| (subject.code.clone(), subject.names.every(), 0)),
        )
    }
}
