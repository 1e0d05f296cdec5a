//! What Typst reads while a sheet is set: templates, letters and drawings that are read once, and the sheet's own words.

use typst::comemo;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

/// After so many sheets it is looked what may be forgotten.
const LOOKED_AFTER: usize = 8;

/// How many such looks what was made for one sheet is kept for others that need the same: the plans by which letters
/// are joined, drawings, paragraphs that are the same on each. What so many sheets did not need is forgotten.
const LOOKS: usize = 2;

/// What all sheets share.
pub(crate) struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    drawings: Vec<(FileId, Bytes)>,
}

impl Shelf {
    /// Lays faces and drawings out; a drawing has the name by which templates ask for it.
    pub(crate) fn new(faces: Vec<Font>, drawings: &[(&str, &'static [u8])]) -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            drawings: drawings
                .iter()
                .filter_map(|(name, drawing)| Some((file(name)?, Bytes::new(*drawing))))
                .collect(),
        }
    }

    /// The faces, in the order in which they were given.
    pub(crate) fn faces(&self) -> &[Font] {
        &self.faces
    }
}

/// A template, parsed once, and the name of the file from which it reads what is to be set.
pub(crate) struct Template {
    source: Source,
    words: FileId,
}

impl Template {
    /// Parses a template that reads `words`; `None` when a name is no path.
    pub(crate) fn new(name: &str, text: &str, words: &str) -> Option<Self> {
        Some(Self {
            source: Source::new(file(name)?, text.to_owned()),
            words: file(words)?,
        })
    }
}

/// One sheet before Typst: the shelf, its template, and files of its own.
pub(crate) struct Table<'a> {
    shelf: &'a Shelf,
    template: &'a Template,
    words: Bytes,
    drawings: &'a [(FileId, Bytes)],
}

impl<'a> Table<'a> {
    /// Lays out what is to be set: words as JSON, and drawings of this sheet alone.
    pub(crate) fn new(
        shelf: &'a Shelf,
        template: &'a Template,
        words: String,
        drawings: &'a [(FileId, Bytes)],
    ) -> Self {
        Self {
            shelf,
            template,
            words: Bytes::from_string(words),
            drawings,
        }
    }
}

/// The file of a name beside the templates; `None` when it is no path.
pub(crate) fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Forgets what the last sheets did not need. To be said after each sheet, with how many came before it.
pub(crate) fn forget(printed: usize) {
    if printed % LOOKED_AFTER == LOOKED_AFTER - 1 {
        comemo::evict(LOOKS);
    }
}

/// Forgets all that no sheet is just being set with.
pub(crate) fn forget_all() {
    comemo::evict(0);
}

impl World for Table<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.template.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.source.id() {
            return Ok(self.template.source.clone());
        }
        Err(missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.template.words {
            return Ok(self.words.clone());
        }
        self.drawings
            .iter()
            .chain(&self.shelf.drawings)
            .find(|(name, _)| *name == id)
            .map(|(_, drawing)| drawing.clone())
            .ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.faces.get(index).cloned()
    }

    /// No template asks for the day: a sheet says it in words.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
