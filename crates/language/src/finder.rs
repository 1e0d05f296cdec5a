//! Finding a body or a place as people type it: by its names and acronym in any script and spelling, by everyday words,
//! and by the place that is already known.
//!
//! [`Finder`] is built once from places, bodies and everyday words. A search is compared with *phrases*: names,
//! acronyms, everyday words. A word weighs by how few phrases hold it; a phrase counts by how much of the search it
//! holds and by how much of it the search holds. Words that nobody knows only take a little away: *consulat du Maroc à
//! Lyon* is still a consulate.
//!
//! Where a search names a place, or one was given before, the bodies that serve it come first, and no body that serves
//! only another place comes before one that serves this or the whole country, as long as both are met by the same words.
//!
//! Nothing here knows a body of any country: all words are data. The numbers below were chosen on the half for tuning
//! of the judged searches of the pack.

mod index;
mod learn;

use std::collections::HashMap;

use index::{Asked, Index, Met};

use crate::fold;

/// A territory that may be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What the caller knows it by.
    pub code: String,
    /// The code of the place around it; none for the largest.
    pub within: Option<String>,
    /// Its names, in any language.
    pub names: Vec<String>,
    /// How many people live there; 0 when unknown.
    pub population: u64,
    /// How far it reaches.
    pub extent: Extent,
}

/// How far a place reaches: who types a name that both have means the town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A town or village, or a part of one.
    Town,
    /// What holds many of them.
    Area,
}

/// A body that may be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// What the caller knows it by. The authority of a place has the code of that place.
    pub code: String,
    /// Its kind, as everyday words name it behind `@`.
    pub kind: String,
    /// Its names, in any language.
    pub names: Vec<String>,
    /// Its acronym.
    pub acronym: Option<String>,
    /// The codes of the places it serves; none for the whole country.
    pub serves: Vec<String>,
}

/// Words by which people look for bodies or places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Everyday {
    /// Who is meant, the likeliest first: the code of a body or place; `NAME-*` for every body whose code begins so;
    /// `@kind` for every body of this kind. None: the words decide nothing. Codes that nobody has are passed over.
    pub answers: Vec<String>,
    /// Words and phrases, in any language and script.
    pub words: Vec<String>,
}

/// A body or place that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// Its code.
    pub code: &'a str,
    /// How well it fits; more than about 1 where every word is met. Comparable within one search only.
    pub score: f32,
}

/// An index of bodies and places.
#[derive(Debug)]
pub struct Finder {
    bodies: Index,
    /// The bodies by number.
    body: Vec<KnownBody>,
    /// Places by their names, those of their authorities and what these are called.
    places: Index,
    /// Places by their own names alone: which words of a search for a body say where.
    named: Index,
    place: Vec<KnownPlace>,
    place_by_code: HashMap<String, u32>,
    /// Bodies by their whole names and acronyms, folded.
    body_by_name: HashMap<String, Vec<u32>>,
    /// Places by their whole names and those of their authorities, folded.
    place_by_name: HashMap<String, Vec<u32>>,
}

#[derive(Debug)]
struct KnownBody {
    code: String,
    serves: Vec<u32>,
    /// Among equals the larger first.
    weight: f32,
}

#[derive(Debug)]
struct KnownPlace {
    code: String,
    within: Option<u32>,
    weight: f32,
}

/// By what a score is multiplied of bodies that serve the place in question, of those that serve a part of it, of those
/// elsewhere; of local ones where no place is known.
const HERE: f32 = 1.15;
const BELOW: f32 = 0.97;
const ELSEWHERE: f32 = 0.6;
const LOCAL: f32 = 0.85;

/// What a place has before another of its name where it lies around the given one or within it.
const NEAR: f32 = 0.15;

/// How well a word that names a place is met by a body that serves it, by one that serves the whole country, and by a
/// place within it.
const PLACE_SERVED: f32 = 0.9;
const PLACE_OF_COUNTRY: f32 = 0.6;
const AROUND: f32 = 0.95;

/// What somebody has before all others who is asked for by the whole name.
const WHOLE_NAME: f32 = 0.5;

/// What meets less of a search is not offered.
const LEAST: f32 = 0.25;

/// How well the words of a place's name must be met for a search to be about that place.
const SURE_OF_PLACE: f32 = 0.79;

/// What is worth less than this part of the best is not offered beside it.
const BESIDE_BEST: f32 = 0.35;
const ELSEWHERE_BESIDE_BEST: f32 = 0.6;

/// How well a word beside the place must be met for the place to count, and what is left to bodies of which only the
/// place is met where the search tells more.
const MET_BESIDE: f32 = 0.3;
const ONLY_PLACE: f32 = 0.6;

impl Finder {
    /// The places that were meant, the likeliest first, at most `limit`. A second name narrows: *Agdal Rabat* is the
    /// Agdal of Rabat.
    pub fn places(&self, typed: &str, limit: usize) -> Vec<Found<'_>> {
        let asked = self.places.ask(typed);
        let holders = self.place_by_name.get(&fold(typed));
        let met = self.places.meet(&asked);
        let mut found: Vec<(f32, u32)> = met
            .iter()
            .map(|(number, own)| {
                let mut words = own.words.clone();
                for around in self.around(*number).skip(1) {
                    if let Some(around) = met.get(&around) {
                        for (mine, theirs) in words.iter_mut().zip(&around.words) {
                            *mine = mine.max(theirs * AROUND);
                        }
                    }
                }
                let weight = self.place[*number as usize].weight;
                let score = 0.7 * asked.share(&words) + 0.3 * own.best;
                (score, weight, *number)
            })
            .filter(|(score, ..)| *score >= LEAST)
            .map(|(score, weight, number)| (score + weight + whole_name(holders, number), number))
            .collect();
        let code = |number: u32| self.place[number as usize].code.as_str();
        best(&mut found, limit, code)
    }

    /// The bodies that were meant, the likeliest first, at most `limit`, seen from the place with the code `from` or,
    /// before it, from the place that the search names.
    pub fn bodies(&self, typed: &str, from: Option<&str>, limit: usize) -> Vec<Found<'_>> {
        let asked = self.bodies.ask(typed);
        let holders = self.body_by_name.get(&fold(typed));
        let met = self.bodies.meet(&asked);
        let given = from.and_then(|code| self.place_by_code.get(code).copied());
        let named = self.named_place(typed, &asked, given);
        let seen_from = named.as_ref().map(|named| named.place).or(given);
        let mut judged: Vec<(f32, u32, Stand)> = met
            .iter()
            .filter_map(|(number, own)| {
                let body = &self.body[*number as usize];
                let stand = self.stand(body, seen_from);
                let score = body_score(&asked, own, named.as_ref(), stand);
                let judged = stand.judge(score) + body.weight + whole_name(holders, *number);
                (score >= LEAST).then_some((judged, *number, stand))
            })
            .collect();
        let highest = judged.iter().map(|(score, ..)| *score).fold(0.0, f32::max);
        judged.retain(|(score, _, stand)| *score >= highest * stand.beside_best());
        let mut found: Vec<(f32, u32)> = judged
            .into_iter()
            .map(|(score, number, _)| (score, number))
            .collect();
        let code = |number: u32| self.body[number as usize].code.as_str();
        best(&mut found, limit, code)
    }

    /// How a body stands to a place.
    fn stand(&self, body: &KnownBody, from: Option<u32>) -> Stand {
        if body.serves.is_empty() {
            return Stand::Country;
        }
        let Some(from) = from else {
            return Stand::Local;
        };
        if self.around(from).any(|place| body.serves.contains(&place)) {
            Stand::Here
        } else if body
            .serves
            .iter()
            .any(|served| self.around(*served).any(|place| place == from))
        {
            Stand::Below
        } else {
            Stand::Elsewhere
        }
    }

    /// A place and what is around it, up to the largest.
    fn around(&self, place: u32) -> impl Iterator<Item = u32> + '_ {
        // No territory is deeper: a circle in the data ends too.
        const DEEPEST: usize = 16;
        std::iter::successors(Some(place), |number| self.place[*number as usize].within)
            .take(DEEPEST)
    }

    /// The place that a search for a body names, with the words that name it: a whole name, and no words that are a body
    /// as well.
    fn named_place(&self, typed: &str, asked: &Asked, given: Option<u32>) -> Option<Named> {
        let by_name = self.named.ask(typed);
        let bodies = self.bodies.whole_everyday(asked);
        let mut candidates: Vec<(f32, Named)> = Vec::new();
        for phrase in self.named.whole_names(&by_name, SURE_OF_PLACE) {
            let is_body = phrase
                .words
                .iter()
                .all(|(word, quality)| bodies.get(word).is_some_and(|body| body >= quality));
            if is_body {
                continue;
            }
            let quality: f32 = phrase.words.iter().map(|(_, quality)| quality).sum();
            for place in phrase.holders {
                let near = given.is_some_and(|given| {
                    self.around(place).any(|around| around == given)
                        || self.around(given).any(|around| around == place)
                });
                let bonus = if near { NEAR } else { 0.0 };
                candidates.push((
                    quality + bonus + self.place[place as usize].weight,
                    Named {
                        place,
                        words: phrase.words.iter().map(|(word, _)| *word).collect(),
                    },
                ));
            }
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.place.cmp(&b.1.place)));
        let (_, first) = candidates.first()?;
        let inner = candidates.iter().map(|(_, named)| named).find(|inner| {
            inner.place != first.place
                && inner.words.iter().all(|word| !first.words.contains(word))
                && self.around(inner.place).any(|place| place == first.place)
        });
        Some(match inner {
            Some(inner) => Named {
                place: inner.place,
                words: [first.words.as_slice(), inner.words.as_slice()].concat(),
            },
            None => Named {
                place: first.place,
                words: first.words.clone(),
            },
        })
    }
}

/// A place named in a search, with the numbers of the words that name it.
#[derive(Debug)]
struct Named {
    place: u32,
    words: Vec<usize>,
}

/// How a body stands to the place in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// It serves the place or what is around it.
    Here,
    /// It serves the whole country.
    Country,
    /// It serves a part of the place.
    Below,
    /// It serves other places only.
    Elsewhere,
    /// It serves some places, and none is in question.
    Local,
}

impl Stand {
    /// What is made of how well a body meets a search.
    fn judge(self, score: f32) -> f32 {
        match self {
            Self::Here => score * HERE,
            Self::Country => score,
            Self::Below => score * BELOW,
            Self::Elsewhere => score * ELSEWHERE,
            Self::Local => score * LOCAL,
        }
    }

    /// What part of the best score a body must have to be offered beside it.
    fn beside_best(self) -> f32 {
        match self {
            Self::Here | Self::Country | Self::Below | Self::Local => BESIDE_BEST,
            Self::Elsewhere => ELSEWHERE_BESIDE_BEST,
        }
    }
}

/// How well a body meets a search.
fn body_score(asked: &Asked, own: &Met, named: Option<&Named>, stand: Stand) -> f32 {
    let mut words = own.words.clone();
    let by_itself = asked.share(&words);
    let mut is_only_place = false;
    if let Some(named) = named {
        let quality = match stand {
            Stand::Here | Stand::Below => PLACE_SERVED,
            Stand::Country => PLACE_OF_COUNTRY,
            Stand::Elsewhere | Stand::Local => 0.0,
        };
        let is_met_beside = words
            .iter()
            .enumerate()
            .any(|(place, met)| *met > MET_BESIDE && !named.words.contains(&place));
        if is_met_beside {
            for place in &named.words {
                if let Some(met) = words.get_mut(*place) {
                    *met = met.max(quality);
                }
            }
        } else {
            is_only_place = asked.asks_beside(&named.words);
        }
    }
    let score = 0.5 * asked.share(&words) + 0.25 * by_itself + 0.25 * own.best;
    if is_only_place {
        score * ONLY_PLACE
    } else {
        score
    }
}

/// What somebody is given who is among those that bear the whole name that was typed.
fn whole_name(holders: Option<&Vec<u32>>, number: u32) -> f32 {
    if holders.is_some_and(|holders| holders.contains(&number)) {
        WHOLE_NAME
    } else {
        0.0
    }
}

/// The best of what was found; equals by their codes.
fn best<'a>(
    found: &mut [(f32, u32)],
    limit: usize,
    code: impl Fn(u32) -> &'a str,
) -> Vec<Found<'a>> {
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| code(a.1).cmp(code(b.1))));
    found
        .iter()
        .take(limit)
        .map(|(score, number)| Found {
            code: code(*number),
            score: *score,
        })
        .collect()
}

#[cfg(test)]
mod tests;
