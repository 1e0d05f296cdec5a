//! The Android package that this instance offers, as `cargo xtask app` makes it.

use bytes::Bytes;

/// The package.
#[derive(Clone, Debug)]
pub struct AndroidPackage {
    /// The name by which phones know the app.
    pub name: String,
    /// Its version, for people.
    pub version: String,
    /// SHA-256 of the file, in small hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of the certificate that signed it, in small hexadecimal digits.
    pub certificate_sha256: String,
    /// The file.
    pub bytes: Bytes,
}

impl AndroidPackage {
    /// Where it is had.
    pub const ADDRESS: &'static str = "/app/chikaya.apk";

    /// Its bytes, counted.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The fingerprint of its certificate as phones and people compare it: capital digits in pairs, with colons.
    pub fn fingerprint(&self) -> String {
        let digits: Vec<char> = self.certificate_sha256.to_uppercase().chars().collect();
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        pairs.join(":")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_written_in_pairs() {
        let package = AndroidPackage {
            name: String::new(),
            version: String::new(),
            sha256: String::new(),
            certificate_sha256: "0aff10".to_owned(),
            bytes: Bytes::new(),
        };
        assert_eq!(package.fingerprint(), "0A:FF:10");
    }
}
