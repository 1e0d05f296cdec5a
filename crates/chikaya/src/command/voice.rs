//! `voice`: the recordings that callers hear.

use std::path::PathBuf;

use chikaya_channels::telephony::voice;
use clap::{Args, Subcommand};

use crate::say::say;

/// Flags of `voice`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Voice {
    #[command(subcommand)]
    act: Act,
}

#[derive(Clone, Debug, Subcommand)]
enum Act {
    /// Make what is missing in a voice pack with espeak-ng; files that are there, such as recordings of people, stay.
    Build {
        /// The folder of the pack.
        #[arg(long)]
        out: PathBuf,
        /// The program that speaks.
        #[arg(long, default_value = "espeak-ng")]
        espeak: String,
    },
}

impl Voice {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let Act::Build { out, espeak } = self.act;
        let built = voice::build(&out, &espeak)?;
        say(&format!(
            "{}: {} files made, {} left as they were; what each says is in texts.csv of its folder",
            out.display(),
            built.made,
            built.kept
        ));
        Ok(())
    }
}
