//! A command waits for its answer: it is the only thing that is done.

/// Waits for what clerks or channels answer.
pub(super) fn wait<T, E: Into<anyhow::Error>>(
    answer: impl Future<Output = Result<T, E>>,
) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(answer).map_err(Into::into)
}
