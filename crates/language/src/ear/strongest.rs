//! Which topics something points to, and by what the most.

/// How strongly a topic is pointed to at most, and by which known word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointed {
    pub(super) topic: u32,
    pub(super) weight: f32,
    pub(super) known: u32,
}

/// The strongest pointing to each topic, in the order in which they were met first. Made once and emptied for each word,
/// for it holds a place for every topic.
#[derive(Debug)]
pub(super) struct Strongest {
    met: Vec<Pointed>,
    /// For each topic its place among those met.
    places: Vec<Option<usize>>,
}

impl Strongest {
    /// Of so many topics, none of which is met yet.
    pub(super) fn of(topics: usize) -> Self {
        Self {
            met: Vec::new(),
            places: vec![None; topics],
        }
    }

    /// Keeps what points to a topic, where nothing as strong did; of two as strong the first stays.
    pub(super) fn point(&mut self, topic: u32, weight: f32, known: u32) {
        let new = Pointed {
            topic,
            weight,
            known,
        };
        match self.places[topic as usize] {
            Some(place) if self.met[place].weight < weight => self.met[place] = new,
            Some(_) => {}
            None => {
                self.places[topic as usize] = Some(self.met.len());
                self.met.push(new);
            }
        }
    }

    pub(super) fn met(&self) -> &[Pointed] {
        &self.met
    }

    pub(super) fn clear(&mut self) {
        for met in self.met.drain(..) {
            self.places[met.topic as usize] = None;
        }
    }
}
