//! Settings out of what was written: defaults, file, environment, flags. Each is judged by itself: one that is of no use keeps
//! none of the others from being judged.

use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use figment::{
    Figment, Source,
    providers::{Format as _, Serialized, Toml},
    value::{Dict, Value},
};

use super::{DEFAULTS, Settings, check, environment::Environment};

impl Settings {
    /// Reads the settings: defaults, then the file, then the environment, then flags. Whatever is wrong with any of them is
    /// told at once.
    pub(crate) fn read(file: Option<&Path>, flags: Figment) -> anyhow::Result<Self> {
        let mut figment = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file {
            if !file.is_file() {
                bail!("there is no settings file {}", file.display());
            }
            figment = figment.merge(Toml::file_exact(file));
        } else {
            figment = figment.merge(Toml::file("chikaya.toml"));
        }
        let (settings, mut faults) = judge(&figment.merge(Environment::new()).merge(flags))?;
        faults.extend(check::faults(&settings));
        if !faults.is_empty() {
            bail!("the settings cannot be used: {}", faults.join("; "));
        }
        Ok(settings)
    }
}

/// The settings, with the default for each that cannot be used, and what is wrong with these, one sentence for each. Fails
/// where what was written cannot be read at all.
fn judge(written: &Figment) -> anyhow::Result<(Settings, Vec<String>)> {
    let given: Dict = written.extract().map_err(|errors| {
        let all: Vec<String> = errors.into_iter().map(|error| error.to_string()).collect();
        anyhow!("the settings cannot be read: {}", all.join("; "))
    })?;
    let defaults = Figment::from(Toml::string(DEFAULTS));
    let known: Dict = defaults
        .extract()
        .context("the defaults in the program cannot be read")?;
    let mut judged = Judged {
        written,
        sound: defaults,
        faults: Vec::new(),
    };
    for (key, value) in &given {
        match (known.get(key), value) {
            (None, _) => judged.unknown(key),
            (Some(Value::Dict(_, section)), Value::Dict(_, values)) => {
                for (name, value) in values {
                    let path = format!("{key}.{name}");
                    if section.contains_key(name) {
                        judged.take(&path, value);
                    } else {
                        judged.unknown(&path);
                    }
                }
            }
            (Some(_), value) => judged.take(key, value),
        }
    }
    let settings = judged
        .sound
        .extract()
        .context("the settings cannot be read")?;
    Ok((settings, judged.faults))
}

struct Judged<'a> {
    written: &'a Figment,
    /// The defaults, and what was taken.
    sound: Figment,
    faults: Vec<String>,
}

impl Judged<'_> {
    /// Takes a setting, if it is one beside those that were taken.
    fn take(&mut self, path: &str, value: &Value) {
        let tried = self.sound.clone().merge(Serialized::default(path, value));
        match tried.extract::<Settings>() {
            Ok(_) => self.sound = tried,
            Err(error) => {
                let fault = format!("{path}: {}{}", error.kind, self.source(path));
                self.faults.push(fault);
            }
        }
    }

    fn unknown(&mut self, path: &str) {
        let fault = format!("{path}: there is no such setting{}", self.source(path));
        self.faults.push(fault);
    }

    /// Where a setting was written, as words behind a sentence.
    fn source(&self, path: &str) -> String {
        let Some(found) = self.written.find_metadata(path) else {
            return String::new();
        };
        match &found.source {
            Some(Source::File(file)) => format!(" (in {})", file.display()),
            _ => format!(" (in {})", found.name),
        }
    }
}
