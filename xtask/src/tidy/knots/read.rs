//! Reads of a file of Rust what it defines, what it imports and what it names by path.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::str::FromStr as _;

/// A module by the steps that lead to it from the root of its crate.
pub(crate) type Module = Vec<String>;

/// What one file holds.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// Path of the file, relative to the root of the repository.
    pub(crate) path: String,
    /// The module that the file is, and those written inside it.
    pub(crate) modules: Vec<Module>,
    /// Names of the things defined in it.
    pub(crate) items: BTreeSet<String>,
    /// What its `use` declarations bring.
    pub(crate) imports: Vec<Import>,
    /// Every path of two steps or more outside `use`, with the module that says it.
    pub(crate) paths: Vec<(Module, Vec<String>)>,
}

/// One leaf of a `use` declaration.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Import {
    /// The module that says it.
    pub(crate) within: Module,
    /// What it names.
    pub(crate) path: Vec<String>,
    /// The name by which it is known here.
    pub(crate) name: String,
    /// Whether it brings all there is.
    pub(crate) is_glob: bool,
}

/// Words before the name of a thing that is defined.
const DEFINES: &[&str] = &[
    "fn",
    "struct",
    "enum",
    "trait",
    "type",
    "const",
    "static",
    "union",
    "macro_rules",
];

/// Reads a file; an error says that it is no Rust.
pub(crate) fn read(path: &str, module: &Module, text: &str) -> Result<Source, String> {
    let tokens = TokenStream::from_str(text).map_err(|error| format!("cannot be read: {error}"))?;
    let mut source = Source {
        path: path.to_owned(),
        modules: vec![module.clone()],
        ..Source::default()
    };
    source.walk(module, tokens);
    Ok(source)
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

impl Source {
    fn walk(&mut self, within: &Module, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        // A path that follows `::` has its beginning elsewhere, as in `<T as Trait>::Type`.
        let mut goes_on = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.walk(within, group.stream()),
                TokenTree::Punct(sign) if sign.as_char() == ':' && is_colon(tokens.peek()) => {
                    tokens.next();
                    goes_on = true;
                    continue;
                }
                TokenTree::Ident(word) => {
                    let word = plain(&word);
                    if word == "use" && !goes_on && !is_capture(tokens.peek()) {
                        self.walk_use(within, &mut tokens, Vec::new());
                    } else if word == "mod" {
                        self.walk_mod(within, &mut tokens);
                    } else {
                        if DEFINES.contains(&word.as_str()) {
                            if is_sign(tokens.peek(), '!') {
                                tokens.next();
                            }
                            if let Some(TokenTree::Ident(name)) = tokens.peek() {
                                self.items.insert(plain(name));
                            }
                        }
                        self.walk_path(within, word, &mut tokens, goes_on);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            goes_on = false;
        }
    }

    fn walk_mod(&mut self, within: &Module, tokens: &mut Tokens) {
        let Some(TokenTree::Ident(name)) = tokens.peek() else {
            return;
        };
        let mut inner = within.clone();
        inner.push(plain(name));
        tokens.next();
        if let Some(TokenTree::Group(body)) = tokens.peek()
            && body.delimiter() == Delimiter::Brace
        {
            let body = body.stream();
            tokens.next();
            self.modules.push(inner.clone());
            self.walk(&inner, body);
        }
    }

    fn walk_path(&mut self, within: &Module, first: String, tokens: &mut Tokens, goes_on: bool) {
        let mut path = vec![first];
        while is_sign(tokens.peek(), ':') {
            let mut ahead = tokens.clone();
            ahead.next();
            if !is_colon(ahead.peek()) {
                break;
            }
            ahead.next();
            let Some(TokenTree::Ident(step)) = ahead.peek() else {
                break;
            };
            path.push(plain(step));
            ahead.next();
            *tokens = ahead;
        }
        if path.len() > 1 && !goes_on {
            self.paths.push((within.clone(), path));
        }
    }

    /// Reads one tree of a `use` declaration whose beginning is known, up to the comma or semicolon after it.
    fn walk_use(&mut self, within: &Module, tokens: &mut Tokens, before: Vec<String>) {
        let mut path = before;
        let mut name = None;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) if word == "as" => {
                    if let Some(TokenTree::Ident(known)) = tokens.next() {
                        name = Some(plain(&known));
                    }
                }
                TokenTree::Ident(word) => path.push(plain(&word)),
                TokenTree::Punct(sign) if sign.as_char() == '*' => {
                    self.imports.push(Import {
                        within: within.clone(),
                        path: std::mem::take(&mut path),
                        name: "*".to_owned(),
                        is_glob: true,
                    });
                }
                TokenTree::Punct(sign) if matches!(sign.as_char(), ',' | ';') => break,
                TokenTree::Group(group) => {
                    let mut inner = group.stream().into_iter().peekable();
                    while inner.peek().is_some() {
                        self.walk_use(within, &mut inner, path.clone());
                    }
                    path.clear();
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        // `{self}` at the end of a path is the module itself.
        if path.len() > 1 && path.last().is_some_and(|step| step == "self") {
            path.pop();
        }
        if let Some(last) = path.last() {
            let name = name.unwrap_or_else(|| last.clone());
            self.imports.push(Import {
                within: within.clone(),
                path,
                name,
                is_glob: false,
            });
        }
    }
}

/// The name without the mark of a raw identifier.
fn plain(word: &proc_macro2::Ident) -> String {
    let word = word.to_string();
    word.strip_prefix("r#").map_or(word.clone(), str::to_owned)
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == sign)
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    is_sign(token, ':')
}

/// Whether `use` is followed by what a type captures (`impl Trait + use<'a>`), not by a path.
fn is_capture(token: Option<&TokenTree>) -> bool {
    is_sign(token, '<')
}
