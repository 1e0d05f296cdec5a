//! A form as a page shows it: what a browser would send of it, and what is filled in.

/// The fields of a form with their values.
pub(crate) struct Form {
    fields: Vec<(String, String)>,
}

impl Form {
    /// The first form of a page whose opening tag holds a mark, as it would be sent without being touched: fields, hidden
    /// ones, and what is chosen. Areas for text are left out, and values stay escaped: whoever has words to send fills
    /// them in.
    pub(crate) fn find(page: &str, mark: &str) -> Option<Self> {
        let form = page
            .split("<form")
            .skip(1)
            .find(|form| form.split('>').next().is_some_and(|tag| tag.contains(mark)))?;
        let form = form.split("</form>").next()?;
        let fields = form
            .split("<input")
            .skip(1)
            .filter_map(|rest| {
                let tag = rest.split('>').next()?;
                let kind = attribute(tag, "type").unwrap_or("text");
                let is_sent = match kind {
                    "radio" | "checkbox" => tag.contains(" checked"),
                    "file" => false,
                    _ => true,
                };
                let name = attribute(tag, "name").filter(|_| is_sent)?;
                let value = attribute(tag, "value").unwrap_or_default();
                Some((name.to_owned(), value.to_owned()))
            })
            .collect();
        Some(Self { fields })
    }

    /// The form with a field filled in, or chosen otherwise.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The form with a box that was ticked no longer ticked, and the other way round.
    pub(crate) fn toggled(mut self, name: &str) -> Self {
        let before = self.fields.len();
        self.fields.retain(|(known, _)| known != name);
        if self.fields.len() == before {
            self.fields.push((name.to_owned(), "yes".to_owned()));
        }
        self
    }

    /// What would be sent.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// What stands between two texts, the first time.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    between(tag, &format!(" {name}=\""), "\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<form method=\"get\"><input name=\"query\"></form>\
        <form method=\"post\" action=\"/x\"><input type=\"hidden\" name=\"token\" value=\"t\">\
        <input type=\"radio\" name=\"kind\" value=\"a\"><input type=\"radio\" name=\"kind\" value=\"b\" checked>\
        <input type=\"checkbox\" name=\"day\" value=\"yes\" checked><input type=\"file\" name=\"files\"></form>";

    fn sent(form: &Form) -> Vec<(&str, &str)> {
        form.fields().collect()
    }

    #[test]
    fn a_form_is_sent_as_it_stands() {
        let form = Form::find(PAGE, "\"post\"").unwrap();
        assert_eq!(sent(&form), [("token", "t"), ("kind", "b"), ("day", "yes")]);
        assert!(Form::find(PAGE, "/elsewhere").is_none());
    }

    #[test]
    fn what_is_filled_in_takes_the_place_of_what_stood_there() {
        let form = Form::find(PAGE, "/x")
            .unwrap()
            .with("kind", "a")
            .toggled("day");
        assert_eq!(sent(&form), [("token", "t"), ("kind", "a")]);
        let form = form.toggled("day");
        assert_eq!(sent(&form)[2], ("day", "yes"));
    }
}
