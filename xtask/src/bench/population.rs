//! The population: an instance with simulated cases and sample accounts, made once and copied for each run.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, ensure};

use crate::{
    needs::quietly,
    portal::{Place, sample_password},
    postgres::Cluster,
};

/// The account that looks at queues and cases.
const OFFICER: &str = "officer@sample.invalid";

/// An instance ready to be measured.
pub(super) struct Population {
    /// How to open it.
    pub(super) place: Place,
    /// The officer's address.
    pub(super) officer: &'static str,
    /// The password of all sample accounts.
    pub(super) password: String,
    /// References of the cases of the officer's organisation.
    pub(super) references: Vec<String>,
    /// The code of that organisation.
    pub(super) organisation: String,
    /// How long the simulation took, in seconds; none when it was made by an earlier run.
    pub(super) simulated_in: Option<f64>,
}

/// Where instances are made.
pub(super) struct Ground<'a> {
    /// The program.
    pub(super) binary: &'a Path,
    /// The folder for this run, removed afterwards.
    pub(super) run: &'a Path,
    /// The folder in which populations on SQLite wait for the next run.
    pub(super) kept: &'a Path,
}

impl Ground<'_> {
    /// An instance on SQLite.
    pub(super) fn sqlite(&self, cases: usize) -> anyhow::Result<Population> {
        let kept = self.kept.join(format!("sqlite-{cases}"));
        let mut simulated_in = None;
        if !kept.join(PASSWORD).exists() {
            if kept.exists() {
                fs::remove_dir_all(&kept)?;
            }
            simulated_in = Some(fill(&self.place(kept.clone(), None)?, cases)?);
        }
        let folder = self.run.join(format!("sqlite-{cases}"));
        let copied = quietly(
            "cp",
            &["-r", &kept.to_string_lossy(), &folder.to_string_lossy()],
        );
        ensure!(copied, "{} cannot be copied", kept.display());
        population(self.place(folder, None)?, simulated_in)
    }

    /// An instance in a new database of a server.
    pub(super) fn postgres(&self, cluster: &Cluster, cases: usize) -> anyhow::Result<Population> {
        let name = format!("bench_{cases}");
        let database = cluster.make_database(&name)?;
        let place = self.place(self.run.join(name), Some(database))?;
        let simulated_in = fill(&place, cases)?;
        population(place, Some(simulated_in))
    }

    fn place(&self, folder: PathBuf, database: Option<String>) -> anyhow::Result<Place> {
        fs::create_dir_all(folder.parent().unwrap_or(&folder))?;
        Ok(Place {
            binary: self.binary.to_owned(),
            folder,
            database,
        })
    }
}

/// The file that ends a preparation: with it, the folder is complete.
const PASSWORD: &str = "sample-password.txt";

/// Fills an empty instance; answers how many seconds the simulation took.
fn fill(place: &Place, cases: usize) -> anyhow::Result<f64> {
    fs::create_dir_all(&place.folder)?;
    println!("simulating {cases} cases …");
    let begun = Instant::now();
    place.run(&["simulate", "--cases", &cases.to_string()])?;
    let took = begun.elapsed().as_secs_f64();
    println!("simulated in {took:.0} s");
    let portal = place.open_with(&["--demo"])?;
    let words = portal.said()?;
    // What the simulated cases owe (messages, positions) is no part of what is measured later.
    let worked = portal.rest()?.as_secs_f64();
    println!("worked off in {worked:.0} s");
    drop(portal);
    let password = sample_password(&words)?;
    let organisation = words
        .lines()
        .find_map(|line| line.trim().strip_prefix(OFFICER))
        .and_then(|line| line.split_whitespace().last())
        .context("the portal did not say where its sample officer works")?;
    fs::write(place.folder.join(ORGANISATION), organisation)?;
    fs::write(place.folder.join(PASSWORD), password)?;
    Ok(took)
}

/// The file that names the officer's organisation.
const ORGANISATION: &str = "sample-organisation.txt";

fn population(place: Place, simulated_in: Option<f64>) -> anyhow::Result<Population> {
    let read = |name: &str| {
        let file = place.folder.join(name);
        fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))
    };
    let password = read(PASSWORD)?;
    let organisation = read(ORGANISATION)?;
    let references = references(&read("simulation-truth.csv")?, &organisation);
    ensure!(
        !references.is_empty(),
        "no simulated case belongs to {organisation}"
    );
    Ok(Population {
        place,
        officer: OFFICER,
        password,
        references,
        organisation: organisation.trim().to_owned(),
        simulated_in,
    })
}

/// The references of an organisation's cases that it still has, from the truth of a simulation.
fn references(truth: &str, organisation: &str) -> Vec<String> {
    truth
        .lines()
        .skip(1)
        .filter_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let stays = cells.get(3) == Some(&organisation) && cells.get(5) != Some(&"Transferred");
            stays.then(|| cells[0].to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_that_left_the_organisation_are_not_asked_for() {
        let truth = "reference,subject,territory,organisation,tongue,outcome,duplicate_of\n\
            CK-1,water,commune-1,onee,French,Filed,\n\
            CK-2,light,commune-1,commune-tiznit,Arabic,Solved,\n\
            CK-3,light,commune-1,commune-tiznit,Arabic,Transferred,\n";
        assert_eq!(references(truth, "commune-tiznit"), ["CK-2"]);
        assert!(references(truth, "elsewhere").is_empty());
    }
}
