//! No knots: within a crate no file uses another that, by whatever way round, uses the first.
//!
//! Files are read token by token, so that comments and texts say nothing and the insides of macros count. A path is
//! followed to the file that holds the thing it names, through every re-export on its way; declaring a module
//! (`mod x;`) is no use of it.

use super::finding::Finding;
use crate::workspace::TextFile;
use std::collections::{BTreeMap, BTreeSet};

mod read;

pub(super) use read::{Module, Source, read};

/// Crates that may still have knots. It gets shorter, never longer.
const STILL_KNOTTED: &[&str] = &["i18n", "xtask"];

/// A file's uses of other files of its crate: by file used, the names used.
type Uses = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// One error for each knot, and one for each file that cannot be read.
pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let mut by_crate: BTreeMap<String, Vec<&TextFile>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.extension() == "rs") {
        if let Some((home, _)) = file.path.split_once("/src/") {
            by_crate.entry(home.to_owned()).or_default().push(file);
        }
    }
    let mut findings = Vec::new();
    for (home, files) in by_crate {
        let name = home.rsplit('/').next().unwrap_or(&home);
        let uses = match uses(&home, &files) {
            Ok(uses) => uses,
            Err(unread) => {
                findings.extend(unread);
                continue;
            }
        };
        if STILL_KNOTTED.contains(&name) {
            continue;
        }
        findings.extend(
            knots(&uses)
                .into_iter()
                .map(|knot| Finding::error(&home, describe(&knot, &uses))),
        );
    }
    findings
}

/// Who uses whom among the files of one crate.
fn uses(home: &str, files: &[&TextFile]) -> Result<Uses, Vec<Finding>> {
    let mut sources = Vec::new();
    let mut unread = Vec::new();
    for file in files {
        let Some(module) = module_of(home, &file.path) else {
            continue;
        };
        match read(&file.path, &module, &file.text) {
            Ok(source) => sources.push(source),
            Err(error) => unread.push(Finding::error(&file.path, error)),
        }
    }
    if !unread.is_empty() {
        return Err(unread);
    }
    let crate_ = Crate::new(sources);
    Ok(crate_
        .sources
        .iter()
        .map(|source| (source.path.clone(), crate_.uses_of(source)))
        .collect())
}

/// The module that a file is. A program beside a library is none of the library's.
fn module_of(home: &str, path: &str) -> Option<Module> {
    let inside = path.strip_prefix(home)?.strip_prefix("/src/")?;
    let inside = inside.strip_suffix(".rs")?;
    let mut steps: Vec<String> = inside.split('/').map(str::to_owned).collect();
    match steps.last().map(String::as_str) {
        Some("mod") => {
            steps.pop();
        }
        Some("lib" | "main") if steps.len() == 1 => steps.clear(),
        _ => {}
    }
    Some(steps)
}

/// The files of a crate, with where each module is.
struct Crate {
    sources: Vec<Source>,
    /// Every module, written in a file of its own or inside one, with the file it is in.
    homes: BTreeMap<Module, usize>,
}

impl Crate {
    fn new(sources: Vec<Source>) -> Self {
        let mut homes = BTreeMap::new();
        for (index, source) in sources.iter().enumerate() {
            for module in &source.modules {
                // Of a library and a program beside it the library is meant.
                if homes.contains_key(module) && source.path.ends_with("/main.rs") {
                    continue;
                }
                homes.insert(module.clone(), index);
            }
        }
        Self { sources, homes }
    }

    fn uses_of(&self, source: &Source) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let imported = source
            .imports
            .iter()
            .map(|import| (&import.within, &import.path, import.is_glob));
        let named = source
            .paths
            .iter()
            .map(|(within, path)| (within, path, false));
        for (within, path, is_glob) in imported.chain(named) {
            let Some((file, name)) = self.find(within, path, is_glob, 0) else {
                continue;
            };
            if self.sources[file].path != source.path {
                found
                    .entry(self.sources[file].path.clone())
                    .or_default()
                    .insert(name);
            }
        }
        found
    }

    /// The file that holds what a path names, and its name there; none for what is outside the crate, and for a
    /// module as such: who takes only its name uses nothing of it yet.
    fn find(
        &self,
        within: &Module,
        path: &[String],
        is_glob: bool,
        depth: usize,
    ) -> Option<(usize, String)> {
        // Names that stand for each other in a ring name nothing.
        if depth > 16 {
            return None;
        }
        let (module, rest) = self.enter(within, path, depth)?;
        match rest.first() {
            None if is_glob => Some((*self.homes.get(&module)?, "*".to_owned())),
            None => None,
            Some(name) => self.find_item(&module, name, depth),
        }
    }

    /// The module in which a path ends, and what of the path is left.
    fn enter(
        &self,
        within: &Module,
        path: &[String],
        depth: usize,
    ) -> Option<(Module, Vec<String>)> {
        let mut at = within.clone();
        let mut steps = path.iter();
        let mut next = steps.next()?;
        match next.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop();
            }
            name => {
                if self.child(&at, name).is_none() {
                    // A name that an import brought, perhaps of a module.
                    let (module, item) = self.follow_import(&at, name, depth)?;
                    if let Some(item) = item {
                        return Some((module, vec![item]));
                    }
                    at = module;
                } else {
                    at.push(name.to_owned());
                }
            }
        }
        loop {
            let Some(step) = steps.next() else {
                return Some((at, Vec::new()));
            };
            next = step;
            if next == "super" {
                at.pop();
            } else if next != "self" {
                match self.child(&at, next) {
                    Some(module) => at = module,
                    None => match self.follow_import(&at, next, depth) {
                        Some((module, None)) => at = module,
                        Some((module, Some(item))) => return Some((module, vec![item])),
                        None => return Some((at, vec![next.clone()])),
                    },
                }
            }
        }
    }

    fn child(&self, of: &Module, name: &str) -> Option<Module> {
        let mut module = of.clone();
        module.push(name.to_owned());
        self.homes.contains_key(&module).then_some(module)
    }

    /// What a name stands for that a module imports: a module, or an item of one.
    fn follow_import(
        &self,
        module: &Module,
        name: &str,
        depth: usize,
    ) -> Option<(Module, Option<String>)> {
        if depth > 16 {
            return None;
        }
        let source = &self.sources[*self.homes.get(module)?];
        let import = source
            .imports
            .iter()
            .find(|import| import.within == *module && !import.is_glob && import.name == name)?;
        // `use x;` of a crate outside names itself.
        if import.path.len() == 1 && import.path[0] == name {
            return None;
        }
        let (found, rest) = self.enter(module, &import.path, depth + 1)?;
        Some((found, rest.into_iter().next()))
    }

    /// The file in which an item of a module is written.
    fn find_item(&self, module: &Module, name: &str, depth: usize) -> Option<(usize, String)> {
        let home = *self.homes.get(module)?;
        let source = &self.sources[home];
        let own = || Some((home, name.to_owned()));
        if source.items.contains(name) {
            return own();
        }
        for import in source
            .imports
            .iter()
            .filter(|import| import.within == *module)
        {
            if import.is_glob {
                if let Some((inner, rest)) = self.enter(module, &import.path, depth + 1)
                    && rest.is_empty()
                    && let Some(inner_home) = self.homes.get(&inner)
                    && self.sources[*inner_home].items.contains(name)
                {
                    return Some((*inner_home, name.to_owned()));
                }
            } else if import.name == name {
                return self.find(module, &import.path, false, depth + 1);
            }
        }
        // Written by a macro, or brought by a derive: the module's own.
        own()
    }
}

/// The strongly connected components of more than one file, by Tarjan's way.
fn knots(uses: &Uses) -> Vec<Vec<String>> {
    struct Walk<'a> {
        uses: &'a Uses,
        numbers: BTreeMap<&'a str, usize>,
        lowest: BTreeMap<&'a str, usize>,
        stack: Vec<&'a str>,
        found: Vec<Vec<String>>,
    }
    fn visit<'a>(walk: &mut Walk<'a>, file: &'a str) {
        let number = walk.numbers.len();
        walk.numbers.insert(file, number);
        walk.lowest.insert(file, number);
        walk.stack.push(file);
        let uses = walk.uses;
        for next in uses.get(file).into_iter().flat_map(BTreeMap::keys) {
            let low = if let Some(&number) = walk.numbers.get(next.as_str()) {
                walk.stack.contains(&next.as_str()).then_some(number)
            } else {
                visit(walk, next);
                walk.lowest.get(next.as_str()).copied()
            };
            if let (Some(low), Some(mine)) = (low, walk.lowest.get_mut(file)) {
                *mine = (*mine).min(low);
            }
        }
        if walk.lowest.get(file) == Some(&number) {
            let at = walk.stack.iter().rposition(|other| *other == file);
            let mut knot: Vec<String> = walk
                .stack
                .split_off(at.unwrap_or_default())
                .into_iter()
                .map(str::to_owned)
                .collect();
            if knot.len() > 1 {
                knot.sort();
                walk.found.push(knot);
            }
        }
    }
    let mut walk = Walk {
        uses,
        numbers: BTreeMap::new(),
        lowest: BTreeMap::new(),
        stack: Vec::new(),
        found: Vec::new(),
    };
    for file in uses.keys() {
        if !walk.numbers.contains_key(file.as_str()) {
            visit(&mut walk, file);
        }
    }
    walk.found
}

/// The files of a knot, each with what it uses of the others.
fn describe(knot: &[String], uses: &Uses) -> String {
    let mut words = format!(
        "{} files use each other in a circle; move what two of them share to a file of its own:",
        knot.len()
    );
    for file in knot {
        for (other, names) in uses.get(file).into_iter().flatten() {
            if knot.contains(other) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                words.push_str("\n    ");
                words.push_str(&[file, "uses", &names.join(", "), "of", other].join(" "));
            }
        }
    }
    words
}

#[cfg(test)]
mod tests;
