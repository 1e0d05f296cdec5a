//! What axe-core finds wrong with a page.

use std::fmt;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::json;

use crate::{Browser, vendor};

/// Which rules a page is held to: the Guidelines (WCAG) 2.0 to 2.2 at levels A and AA, and what is held to be good
/// practice besides.
const RULES: &str = r#"{type: 'tag', values: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}"#;

/// Rules that the theme decides; the others judge the same words and marks in any light.
const RULES_OF_COLOUR: &str = r#"{type: 'rule', values: ["color-contrast","link-in-text-block"]}"#;

/// How the person wants pages lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl fmt::Display for Theme {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
        })
    }
}

/// Something that axe-core finds wrong.
#[derive(Clone, Debug, Deserialize)]
pub struct Fault {
    /// The rule.
    pub rule: String,
    /// What the rule asks for.
    pub help: String,
    /// Where: the elements, as selectors, with why.
    pub places: Vec<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.rule, self.help)?;
        for place in &self.places {
            write!(out, "\n      {place}")?;
        }
        Ok(())
    }
}

impl Browser {
    /// Lights pages as the person wants them; motion is off, so that nothing is judged halfway.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn light(&self, theme: Theme) -> anyhow::Result<()> {
        let features = json!({"features": [
            {"name": "prefers-color-scheme", "value": theme.to_string()},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]});
        self.tell("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// What axe-core finds wrong with the page as it stands; in the dark only what the theme decides.
    ///
    /// # Errors
    /// When the browser does not answer, or axe-core is not the one of the manifest.
    pub async fn faults(&self, theme: Theme) -> anyhow::Result<Vec<Fault>> {
        let axe = vendor::script("axe.min.js")?;
        let rules = match theme {
            Theme::Light => RULES,
            Theme::Dark => RULES_OF_COLOUR,
        };
        let is_there = self.evaluate("typeof axe").await?;
        if is_there.as_str() == Some("undefined") {
            self.evaluate(&format!("{axe};0")).await?;
        }
        let run = format!(
            "axe.run(document, {{runOnly: {rules}, resultTypes: ['violations'], \
             preload: false}}).then(found => JSON.stringify(found.violations.map(fault => ({{rule: fault.id, \
             help: fault.help, places: fault.nodes.map(node => node.target.join(' ') + ' — ' + \
             node.failureSummary.split('\\n').slice(1).join('; '))}}))))"
        );
        let found = self.evaluate(&run).await?;
        let text = found.as_str().context("axe-core says nothing")?;
        Ok(serde_json::from_str(text)?)
    }
}
