//! Putting a message together: texts, arguments, and variants chosen by an argument.
//!
//! Files are Fluent and are read by its own parser; of its syntax, messages use arguments (`{ $name }`) and
//! selections on an argument (`{ $days -> [one] … *[other] … }`), nothing else. The reference resolver is not
//! used because its plural rules (`intl_pluralrules`, CLDR 37) give 103 days the wrong form in Arabic and a
//! million of them the wrong one in French.

use std::collections::BTreeSet;

use chikaya_domain::Language;
use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

use crate::bidi::isolate;
use crate::plural::Plurals;
use crate::voice::{Argument, Voice};

/// A message as its file has it.
pub(crate) struct Message {
    pattern: Pattern<&'static str>,
}

/// What a message is put together from.
struct Writer<'a> {
    arguments: &'a [(&'a str, Argument<'a>)],
    language: Language,
    plurals: &'a Plurals,
    text: String,
}

impl Message {
    /// The message with this pattern.
    pub(crate) const fn new(pattern: Pattern<&'static str>) -> Self {
        Self { pattern }
    }

    /// The names of the arguments it needs.
    pub(crate) fn arguments(&self) -> BTreeSet<&'static str> {
        let mut names = BTreeSet::new();
        gather(&self.pattern, &mut names);
        names
    }

    /// The message as its file has it; where words are chosen by an argument, those for whatever has none of its own.
    pub(crate) fn written(&self) -> String {
        let mut text = String::new();
        write(&self.pattern, &mut text);
        text
    }

    /// Whether words are chosen by an argument.
    #[cfg(test)]
    pub(crate) fn chooses(&self) -> bool {
        self.pattern.elements.iter().any(|element| {
            matches!(
                element,
                PatternElement::Placeable {
                    expression: Expression::Select { .. }
                }
            )
        })
    }

    /// The message in words; `None` if an argument that it names is missing.
    pub(crate) fn format(
        &self,
        arguments: &[(&str, Argument<'_>)],
        language: Language,
        plurals: &Plurals,
    ) -> Option<String> {
        let mut writer = Writer {
            arguments,
            language,
            plurals,
            text: String::new(),
        };
        writer.pattern(&self.pattern)?;
        Some(writer.text)
    }
}

fn gather(pattern: &Pattern<&'static str>, names: &mut BTreeSet<&'static str>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let (Expression::Inline(inline)
        | Expression::Select {
            selector: inline, ..
        }) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name);
        }
        if let Expression::Select { variants, .. } = expression {
            for variant in variants {
                gather(&variant.value, names);
            }
        }
    }
}

fn write(pattern: &Pattern<&'static str>, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                text.push_str("{ $");
                text.push_str(id.name);
                text.push_str(" }");
            }
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                if let Some(other) = variants.iter().find(|variant| variant.default) {
                    write(&other.value, text);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

impl Writer<'_> {
    fn pattern(&mut self, pattern: &Pattern<&'static str>) -> Option<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(inline),
                } => {
                    let words = self.words(self.argument(inline)?);
                    self.text.push_str(&words);
                }
                PatternElement::Placeable {
                    expression: Expression::Select { selector, variants },
                } => {
                    let argument = self.argument(selector)?;
                    self.pattern(&self.choose(argument, variants)?.value)?;
                }
            }
        }
        Some(())
    }

    fn argument(&self, expression: &InlineExpression<&'static str>) -> Option<Argument<'_>> {
        let InlineExpression::VariableReference { id } = expression else {
            return None;
        };
        self.arguments
            .iter()
            .find(|(name, _)| *name == id.name)
            .map(|(_, argument)| *argument)
    }

    fn words(&self, argument: Argument<'_>) -> String {
        let voice = Voice::of(self.language);
        match argument {
            Argument::Text(text) => isolate(text, self.language).into_owned(),
            Argument::Number(figure) => voice.number(figure),
            Argument::Date(day) => voice.date(day),
        }
    }

    /// The first variant that fits, as Fluent has it: a literal figure, a plural form, or a word; else the default.
    fn choose<'v>(
        &self,
        argument: Argument<'_>,
        variants: &'v [Variant<&'static str>],
    ) -> Option<&'v Variant<&'static str>> {
        let fits = |variant: &&Variant<&'static str>| match (argument, &variant.key) {
            (Argument::Number(figure), VariantKey::NumberLiteral { value }) => {
                value.parse() == Ok(figure)
            }
            (Argument::Number(figure), VariantKey::Identifier { name }) => {
                *name == self.plurals.form(figure)
            }
            (Argument::Text(text), VariantKey::Identifier { name }) => *name == text,
            (Argument::Text(_), VariantKey::NumberLiteral { .. }) | (Argument::Date(_), _) => false,
        };
        variants
            .iter()
            .find(fits)
            .or_else(|| variants.iter().find(|variant| variant.default))
    }
}
