//! Parameters as PostgreSQL reads them, for statements that wait to be sent.

use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::statement::Param;

/// A parameter in the form in which it is sent: nothing of the caller's is borrowed while it waits. Its `Debug` shows
/// nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Encoded(Option<BytesMut>);

impl std::fmt::Debug for Encoded {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Encoded")
    }
}

impl Encoded {
    /// What was encoded already.
    pub(crate) const fn from_bytes(bytes: BytesMut) -> Self {
        Self(Some(bytes))
    }

    /// Its bytes; none when it is null.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        self.0.as_deref()
    }

    /// A parameter for a statement that asks for one of this kind; or why it cannot be sent.
    pub(crate) fn new(param: &dyn Param, kind: &Type) -> Result<Self, String> {
        let mut bytes = BytesMut::new();
        let is_null = param
            .for_postgres()
            .to_sql_checked(kind, &mut bytes)
            .map_err(|error| format!("a parameter cannot be sent: {error}"))?;
        Ok(Self(match is_null {
            IsNull::Yes => None,
            IsNull::No => Some(bytes),
        }))
    }
}

impl ToSql for Encoded {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match &self.0 {
            None => IsNull::Yes,
            Some(bytes) => {
                out.extend_from_slice(bytes);
                IsNull::No
            }
        })
    }

    fn accepts(_: &Type) -> bool {
        // It was encoded for the type that the statement asks for.
        true
    }

    to_sql_checked!();
}
