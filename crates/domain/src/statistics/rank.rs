//! Between which ranks each of several shares lies when chance varies.
//!
//! Each share is given an interval so wide that all of them together hold the true shares in 95 of 100 draws: Wilson's (1927),
//! at a level parted among them (Bonferroni). Where two intervals do not overlap, one share is higher for certain; so a rank
//! is at least one more than the number of those that are higher for certain, and no more than all but those that are lower
//! for certain (Mogstad, Romano, Shaikh and Wilhelm, "Inference for Ranks", 2024, with simultaneous intervals). All intervals
//! of ranks hold together wherever all shares lie in theirs, so more often than in 95 of 100 draws. No draw is made: whoever
//! computes it again finds the same.

use super::{Proportion, figures::share_within};

/// Of how many a share must be told to be ranked: of fewer, most ranks would be possible.
pub const RANKED_FROM: i64 = 30;

/// The ranks that are possible; 1 is that of the highest share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranks {
    /// The best one.
    pub first: usize,
    /// The worst one.
    pub last: usize,
}

/// The possible ranks of each; what is no share of anything could have any.
pub fn ranks(proportions: &[Proportion]) -> Vec<Ranks> {
    let count = proportions.len();
    let z = beyond(count);
    let intervals: Vec<(f64, f64)> = proportions
        .iter()
        .map(|of| share_within(*of, z).map_or((0.0, 1.0), |share| (share.low, share.high)))
        .collect();
    intervals
        .iter()
        .map(|(low, high)| Ranks {
            first: 1 + intervals.iter().filter(|other| other.0 > *high).count(),
            last: count - intervals.iter().filter(|other| other.1 < *low).count(),
        })
        .collect()
}

/// The quantile of the standard normal distribution beyond which 2.5 % divided by `parts` lie: Acklam's rational function for
/// the tail (2003), to 1.2e-9 of the value.
fn beyond(parts: usize) -> f64 {
    const ABOVE: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const BELOW: [f64; 5] = [
        7.784_695_709_041_462e-3,
        3.224_671_290_700_398e-1,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
        1.0,
    ];
    if parts <= 1 {
        return super::figures::Z;
    }
    let parts = f64::from(u32::try_from(parts).unwrap_or(u32::MAX));
    let root = (-2.0 * (0.025 / parts).ln()).sqrt();
    let horner = |terms: &[f64]| terms.iter().fold(0.0, |sum, term| sum * root + term);
    -horner(&ABOVE) / horner(&BELOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (parts, quantile) in [
            (1, 1.959_963_985),
            (2, 2.241_402_728),
            (5, 2.575_829_304),
            (25, 3.090_232_306),
        ] {
            assert!(
                (beyond(parts) - quantile).abs() < 1e-7,
                "{parts}: {}",
                beyond(parts)
            );
        }
    }

    #[test]
    fn what_cannot_be_told_apart_shares_its_ranks() {
        let of = |part, of| Proportion { part, of };
        let told = ranks(&[of(95, 100), of(50, 100), of(55, 100), of(3, 100)]);
        let places: Vec<(usize, usize)> = told.iter().map(|rank| (rank.first, rank.last)).collect();
        assert_eq!(places, [(1, 1), (2, 3), (2, 3), (4, 4)]);
        assert_eq!(ranks(&[]), []);
        assert_eq!(ranks(&[of(1, 30)]), [Ranks { first: 1, last: 1 }]);
    }

    #[test]
    fn the_true_rank_lies_within_in_more_than_95_of_100_draws() {
        // Ten bodies whose true shares are known, 200 answers each, drawn again and again.
        let truth: Vec<f64> = (0..10).map(|body| 0.35 + 0.05 * f64::from(body)).collect();
        let mut state = 7_u64;
        let mut draw = || {
            // A step of xorshift64* (Vigna 2016); its upper half as a share.
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            let high = state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
            f64::from(u32::try_from(high).unwrap()) / f64::from(u32::MAX)
        };
        let mut held = 0;
        for _ in 0..1_000 {
            let drawn: Vec<Proportion> = truth
                .iter()
                .map(|share| Proportion {
                    part: (0..200).map(|_| i64::from(draw() < *share)).sum(),
                    of: 200,
                })
                .collect();
            let all_hold = ranks(&drawn).iter().enumerate().all(|(body, told)| {
                let rank = truth.len() - body;
                (told.first..=told.last).contains(&rank)
            });
            held += i32::from(all_hold);
        }
        assert!(held >= 950, "{held} of 1,000");
    }
}
