//! WAV files: what a speech program writes, and what an exchange wants (8 kHz, 16 bits, one channel).

/// Samples a second that telephones carry.
pub(super) const TELEPHONE: u32 = 8_000;

/// Half the width of the filter, in samples of the target rate.
const WIDTH: f64 = 16.0;

/// Where the filter ends, as a share of half the target rate: telephones carry up to 3.4 kHz.
const PASS: f64 = 0.9;

/// The samples of a WAV of 16 bits and one channel, and how many there are in a second. Lengths in its head are not
/// believed: what is written into a pipe has none.
pub(super) fn read(wav: &[u8]) -> Option<(u32, Vec<i16>)> {
    if wav.get(..4)? != b"RIFF" || wav.get(8..12)? != b"WAVE" {
        return None;
    }
    let mut place = 12;
    let mut rate = None;
    loop {
        let name = wav.get(place..place + 4)?;
        let length = u32::from_le_bytes(wav.get(place + 4..place + 8)?.try_into().ok()?);
        let content = wav.get(place + 8..)?;
        match name {
            b"fmt " => {
                let channels = u16::from_le_bytes(content.get(2..4)?.try_into().ok()?);
                let bits = u16::from_le_bytes(content.get(14..16)?.try_into().ok()?);
                if channels != 1 || bits != 16 {
                    return None;
                }
                rate = Some(u32::from_le_bytes(content.get(4..8)?.try_into().ok()?));
            }
            b"data" => {
                let samples = content
                    .chunks_exact(2)
                    .map(|pair| i16::from_le_bytes([pair[0], pair[1]]))
                    .collect();
                return Some((rate?, samples));
            }
            _ => {}
        }
        place = place.checked_add(8 + usize::try_from(length).ok()?)?;
    }
}

/// A WAV of samples for a telephone.
pub(super) fn write(samples: &[i16]) -> Vec<u8> {
    let bytes = u32::try_from(samples.len() * 2).unwrap_or(u32::MAX);
    let mut wav = Vec::with_capacity(44 + samples.len() * 2);
    wav.extend(b"RIFF");
    wav.extend(bytes.saturating_add(36).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    // Plain samples, one channel.
    wav.extend(1_u16.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(TELEPHONE.to_le_bytes());
    wav.extend((TELEPHONE * 2).to_le_bytes());
    wav.extend(2_u16.to_le_bytes());
    wav.extend(16_u16.to_le_bytes());
    wav.extend(b"data");
    wav.extend(bytes.to_le_bytes());
    wav.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    wav
}

/// Samples at the rate of telephones: a sinc under a Hann window, which lets nothing through that would come back as
/// another tone.
pub(super) fn to_telephone(samples: &[i16], rate: u32) -> Vec<i16> {
    if rate == TELEPHONE || rate == 0 {
        return samples.to_vec();
    }
    let step = f64::from(rate) / f64::from(TELEPHONE);
    let reach = WIDTH * step.max(1.0);
    let cut = PASS / step.max(1.0);
    let count = f64::from(u32::try_from(samples.len()).unwrap_or(u32::MAX)) / step;
    (0_u32..)
        .map(f64::from)
        .take_while(|place| *place < count)
        .map(|place| {
            let centre = place * step;
            let first = whole(centre - reach);
            let last = whole(centre + reach).min(samples.len().saturating_sub(1));
            let mut sum = 0.0;
            let mut weights = 0.0;
            for (offset, sample) in samples[first.min(last)..=last].iter().enumerate() {
                let from = centre - f64::from(u32::try_from(first + offset).unwrap_or(u32::MAX));
                let weight = sinc(from * cut) * hann(from / reach);
                sum += weight * f64::from(*sample);
                weights += weight;
            }
            rounded(if weights == 0.0 { 0.0 } else { sum / weights })
        })
        .collect()
}

fn sinc(x: f64) -> f64 {
    let angle = x * std::f64::consts::PI;
    if angle.abs() < 1e-9 {
        1.0
    } else {
        angle.sin() / angle
    }
}

fn hann(x: f64) -> f64 {
    if x.abs() >= 1.0 {
        0.0
    } else {
        0.5 + 0.5 * (x * std::f64::consts::PI).cos()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded below by zero; a sound has fewer samples than a float counts exactly"
)]
fn whole(place: f64) -> usize {
    place.max(0.0).floor() as usize
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to the range of a sample"
)]
fn rounded(value: f64) -> i16 {
    value
        .round()
        .clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone of half the greatest loudness, a second long.
    fn tone(hertz: f64, rate: u32) -> Vec<i16> {
        (0..rate)
            .map(|place| {
                let angle = f64::from(place) / f64::from(rate) * hertz * std::f64::consts::TAU;
                rounded(angle.sin() * 16_000.0)
            })
            .collect()
    }

    fn loudness(samples: &[i16]) -> f64 {
        let squares: f64 = samples
            .iter()
            .map(|sample| f64::from(*sample).powi(2))
            .sum();
        (squares / f64::from(u32::try_from(samples.len()).unwrap())).sqrt()
    }

    #[test]
    fn speech_stays_and_what_a_telephone_cannot_carry_goes() {
        let kept = to_telephone(&tone(1_000.0, 22_050), 22_050);
        assert_eq!(kept.len(), 8_000);
        assert!(
            (loudness(&kept) - 11_314.0).abs() < 200.0,
            "{}",
            loudness(&kept)
        );
        let gone = to_telephone(&tone(6_000.0, 22_050), 22_050);
        assert!(loudness(&gone) < 100.0, "{}", loudness(&gone));
    }

    #[test]
    fn what_is_written_is_read() {
        let samples = tone(440.0, TELEPHONE);
        let wav = write(&samples);
        assert_eq!(read(&wav), Some((TELEPHONE, samples.clone())));
        // Out of a pipe the lengths are those of no file.
        let mut piped = wav;
        piped[40..44].copy_from_slice(&0x7fff_0000_u32.to_le_bytes());
        assert_eq!(read(&piped), Some((TELEPHONE, samples)));
        assert_eq!(read(b"RIFF"), None);
        assert_eq!(read(b"<!doctype html><title>no sound</title>"), None);
    }
}
