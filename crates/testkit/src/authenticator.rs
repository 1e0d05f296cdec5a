//! An authenticator: the codes that someone's telephone shows as second factor.

use chikaya_service::seam::Clock as _;
use data_encoding::BASE32_NOPAD;
use totp_rs::{Algorithm, Builder};

use crate::town::Town;

impl Town {
    /// The six digits that an authenticator with this secret shows at the town's time.
    ///
    /// # Panics
    /// When the secret is not what the page of the second factor offers.
    pub fn one_time_code(&self, secret: &str) -> String {
        let secret = BASE32_NOPAD
            .decode(secret.as_bytes())
            .expect("a secret is written in letters and digits");
        let now = u64::try_from(self.clock.now().as_second()).expect("the town is after 1970");
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(0)
            .with_step_duration(30)
            .with_secret(secret)
            .build()
            .expect("a secret is long enough")
            .generate(now)
            .to_string()
    }
}
