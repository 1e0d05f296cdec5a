//! What an exchange records: WAV of 8 kHz, 16 bits, one channel, as Asterisk writes it.

/// Bytes of a second.
const RATE: u32 = 16_000;

/// A sound of so many seconds.
pub fn wav(seconds: u32) -> Vec<u8> {
    let length = RATE.saturating_mul(seconds);
    let mut sound = Vec::new();
    sound.extend_from_slice(b"RIFF");
    sound.extend_from_slice(&(36 + length).to_le_bytes());
    sound.extend_from_slice(b"WAVEfmt ");
    sound.extend_from_slice(&16_u32.to_le_bytes());
    for field in [1_u16, 1] {
        sound.extend_from_slice(&field.to_le_bytes());
    }
    sound.extend_from_slice(&(RATE / 2).to_le_bytes());
    sound.extend_from_slice(&RATE.to_le_bytes());
    for field in [2_u16, 16] {
        sound.extend_from_slice(&field.to_le_bytes());
    }
    sound.extend_from_slice(b"data");
    sound.extend_from_slice(&length.to_le_bytes());
    let samples = (0..length / 2).map(|place| if place / 20 % 2 == 0 { 800_i16 } else { -800 });
    sound.extend(samples.flat_map(i16::to_le_bytes));
    sound
}
