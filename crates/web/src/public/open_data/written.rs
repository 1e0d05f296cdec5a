//! How open data are written: what all files have in common.

/// Why a file did not come about.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unmade {
    /// The clerks could not tell.
    #[error(transparent)]
    Trouble(#[from] chikaya_service::Trouble),
    /// It could not be written; for the log.
    #[error("{0}")]
    Unwritten(String),
}

/// The version of these files: a column that changes its meaning raises it.
pub(super) const VERSION: u32 = 1;

/// Rows as CSV (RFC 4180). A field that a spreadsheet would compute is marked as text by an apostrophe (OWASP, "CSV
/// Injection"): names are entered by administrators.
pub(super) fn csv(rows: &[Vec<String>]) -> Result<String, Unmade> {
    let unwritten = |error: &dyn std::fmt::Display| Unmade::Unwritten(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        let fields = row.iter().map(|field| {
            let is_formula = field.starts_with(['=', '+', '@', '\t', '\r'])
                || (field.starts_with('-') && field.parse::<f64>().is_err());
            if is_formula {
                format!("'{field}")
            } else {
                field.clone()
            }
        });
        writer
            .write_record(fields)
            .map_err(|error| unwritten(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| unwritten(&error))?;
    String::from_utf8(bytes).map_err(|error| unwritten(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_formula_in_a_spreadsheet() {
        let rows = [vec![
            "=1+1".to_owned(),
            "-2".to_owned(),
            "-x".to_owned(),
            "a, \"b\"".to_owned(),
        ]];
        assert_eq!(csv(&rows).unwrap(), "'=1+1,-2,'-x,\"a, \"\"b\"\"\"\r\n");
    }
}
