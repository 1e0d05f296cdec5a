//! Settings from the environment. Figment reads each variable as TOML would be read, so that a number for a setting in words
//! (`CHIKAYA_SMS__FROM=3737`) is a number, and refused: what the commented file has in quotation marks is taken as it was
//! written.

use figment::{
    Error, Figment, Metadata, Profile, Provider,
    providers::{Env, Format as _, Toml},
    value::{Dict, Map, Value},
};

use super::DEFAULTS;

/// The variables of the portal.
pub(super) struct Environment(Env);

impl Environment {
    /// All that begin with `CHIKAYA_`, save those that only tests read, and the one that names the file.
    pub(super) fn new() -> Self {
        Self(
            Env::prefixed("CHIKAYA_")
                .ignore(&["config"])
                .filter(|key| !key.starts_with("test_"))
                .split("__"),
        )
    }
}

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        self.0.metadata()
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        let known: Dict = Figment::from(Toml::string(DEFAULTS)).extract()?;
        let mut data = Dict::new();
        for (key, written) in self.0.iter() {
            let key = key.as_str().to_ascii_lowercase();
            match key.split_once('.') {
                None => {
                    let value = read(known.get(&key), written);
                    data.insert(key, value);
                }
                Some((section, name)) => {
                    let section_known = known.get(section).and_then(Value::as_dict);
                    let value = read(section_known.and_then(|known| known.get(name)), written);
                    let section = data
                        .entry(section.to_owned())
                        .or_insert_with(|| Value::from(Dict::new()));
                    // Where a variable names the section itself, what is wrong with it is told of that one.
                    if let Value::Dict(_, values) = section {
                        values.insert(name.to_owned(), value);
                    }
                }
            }
        }
        Ok(Map::from([(Profile::Default, data)]))
    }
}

/// What was written for a setting of which this is the default.
fn read(default: Option<&Value>, written: String) -> Value {
    let parsed: Value = match written.parse() {
        Ok(parsed) => parsed,
        Err(never) => match never {},
    };
    let is_in_words = matches!(default, Some(Value::String(..)));
    if is_in_words && parsed.as_str().is_none() {
        return Value::from(written);
    }
    parsed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_for_a_setting_in_words_is_words() {
        let words = Value::from("");
        for written in ["3737", "0.045", "true", "007", "-1", "[a]"] {
            assert_eq!(
                read(Some(&words), written.to_owned()).as_str(),
                Some(written)
            );
        }
        // Marks around it are not part of it, as figment has it.
        let marked = read(Some(&words), "\"3737\"".to_owned());
        assert_eq!(marked.as_str(), Some("3737"));
        let number = read(Some(&Value::from(20)), "30".to_owned());
        assert_eq!(number.to_u128(), Some(30));
    }
}
