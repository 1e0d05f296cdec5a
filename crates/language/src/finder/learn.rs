//! Building a finder.

use std::collections::HashMap;

use super::{
    Body, Everyday, Extent, Finder, KnownBody, KnownPlace, Place,
    index::{Index, Manner},
};
use crate::{ear::sound::index, fold};

/// Each further answer of a row of everyday words is so much less meant.
const NEXT_ANSWER: f32 = 0.03;

/// What a doubling of people adds, and what a town has before a province of its name.
const DOUBLED: f32 = 0.003;
const TOWN: f32 = 0.1;

impl Finder {
    /// Of these places and bodies, with everyday words for them.
    pub fn new(
        places: impl IntoIterator<Item = Place>,
        bodies: impl IntoIterator<Item = Body>,
        everyday: impl IntoIterator<Item = Everyday>,
    ) -> Self {
        let places: Vec<Place> = places.into_iter().collect();
        let bodies: Vec<Body> = bodies.into_iter().collect();
        let everyday: Vec<Everyday> = everyday.into_iter().collect();
        let numbers = |codes: Vec<&str>| -> HashMap<String, u32> {
            (0..)
                .zip(codes)
                .map(|(number, code)| (code.to_owned(), number))
                .collect()
        };
        let place_by_code = numbers(places.iter().map(|place| place.code.as_str()).collect());
        let body_by_code = numbers(bodies.iter().map(|body| body.code.as_str()).collect());
        let mut finder = Self {
            bodies: Index::default(),
            body: Vec::new(),
            places: Index::default(),
            named: Index::default(),
            place: Vec::new(),
            place_by_code,
            body_by_name: HashMap::new(),
            place_by_name: HashMap::new(),
        };
        for place in &places {
            let number = index(finder.place.len());
            for name in &place.names {
                finder.places.learn(name, &[(number, 1.0)], Manner::Name);
                finder.named.learn(name, &[(number, 1.0)], Manner::Name);
                hold(&mut finder.place_by_name, name, number);
            }
            let town = match place.extent {
                Extent::Town => TOWN,
                Extent::Area => 0.0,
            };
            finder.place.push(KnownPlace {
                code: place.code.clone(),
                within: place
                    .within
                    .as_ref()
                    .and_then(|code| finder.place_by_code.get(code).copied()),
                weight: DOUBLED * doublings(place.population) + town,
            });
        }
        for body in &bodies {
            let number = index(finder.body.len());
            for name in body.names.iter().chain(&body.acronym) {
                hold(&mut finder.body_by_name, name, number);
            }
            for name in &body.names {
                finder.bodies.learn(name, &[(number, 1.0)], Manner::Name);
                if let Some(place) = finder.place_by_code.get(&body.code) {
                    finder.places.learn(name, &[(*place, 1.0)], Manner::Name);
                    hold(&mut finder.place_by_name, name, *place);
                }
            }
            if let Some(acronym) = &body.acronym {
                finder
                    .bodies
                    .learn(acronym, &[(number, 1.0)], Manner::Acronym);
            }
            let serves: Vec<u32> = body
                .serves
                .iter()
                .filter_map(|code| finder.place_by_code.get(code).copied())
                .collect();
            let people = serves
                .iter()
                .filter_map(|place| places.get(*place as usize))
                .map(|place| place.population)
                .sum();
            finder.body.push(KnownBody {
                code: body.code.clone(),
                serves,
                weight: DOUBLED * doublings(people),
            });
        }
        for row in &everyday {
            finder.teach(row, &bodies, &body_by_code);
        }
        for index in [&mut finder.bodies, &mut finder.places, &mut finder.named] {
            index.weigh();
        }
        finder
    }

    /// Learns one row of everyday words.
    fn teach(&mut self, row: &Everyday, bodies: &[Body], body_by_code: &HashMap<String, u32>) {
        if row.answers.is_empty() {
            for words in &row.words {
                self.bodies.pass_over(words);
                self.places.pass_over(words);
                self.named.pass_over(words);
            }
            return;
        }
        let is_of_places = row
            .answers
            .iter()
            .all(|answer| self.place_by_code.contains_key(answer));
        let holders = holders(row, bodies, body_by_code);
        let manner = if is_of_places {
            Manner::Name
        } else {
            Manner::Everyday
        };
        for words in &row.words {
            self.bodies.learn(words, &holders, manner);
        }
        if is_of_places {
            let places: Vec<(u32, f32)> = row
                .answers
                .iter()
                .filter_map(|answer| Some((*self.place_by_code.get(answer)?, 1.0)))
                .collect();
            for words in &row.words {
                self.places.learn(words, &places, manner);
                self.named.learn(words, &places, manner);
            }
        }
    }
}

/// Notes who bears a name.
fn hold(by_name: &mut HashMap<String, Vec<u32>>, name: &str, number: u32) {
    let holders = by_name.entry(fold(name)).or_default();
    if holders.last() != Some(&number) {
        holders.push(number);
    }
}

/// The bodies that a row of everyday words means, each with how much.
fn holders(
    row: &Everyday,
    bodies: &[Body],
    body_by_code: &HashMap<String, u32>,
) -> Vec<(u32, f32)> {
    let mut holders: Vec<(u32, f32)> = Vec::new();
    let mut known = vec![false; bodies.len()];
    let mut strength = 1.0;
    let those = |is_meant: &dyn Fn(&Body) -> bool| -> Vec<u32> {
        (0..)
            .zip(bodies)
            .filter(|(_, body)| is_meant(body))
            .map(|(number, _)| number)
            .collect()
    };
    for answer in &row.answers {
        let meant = if let Some(kind) = answer.strip_prefix('@') {
            those(&|body| body.kind == kind)
        } else if let Some(beginning) = answer.strip_suffix('*') {
            those(&|body| body.code.starts_with(beginning))
        } else {
            body_by_code.get(answer).copied().into_iter().collect()
        };
        for number in meant {
            if !std::mem::replace(&mut known[number as usize], true) {
                holders.push((number, strength));
            }
        }
        strength -= NEXT_ANSWER;
    }
    holders
}

#[expect(clippy::cast_precision_loss, reason = "at most 64")]
fn doublings(people: u64) -> f32 {
    people.checked_ilog2().unwrap_or(0) as f32
}
