//! Memory for pictures: set apart before it is used, so that no number of uploads at once takes more.

use tokio::sync::{Semaphore, SemaphorePermit};

/// Memory for the files that are looked into and the pictures that are written again at one time, in bytes: 512 MiB.
/// What a picture takes is known before it is decoded, and it waits until as much is free; one that needs more than
/// all of it is refused.
pub const PICTURES_MEMORY: u64 = 512 * 1024 * 1024;

/// The unit in which memory is set apart, in bytes.
const PORTION: u64 = 64 * 1024;

/// The memory.
#[derive(Debug)]
pub(crate) struct PicturesMemory(Semaphore);

impl PicturesMemory {
    /// All of it, free.
    pub(crate) fn new() -> Self {
        let portions = usize::try_from(PICTURES_MEMORY / PORTION).unwrap_or(Semaphore::MAX_PERMITS);
        Self(Semaphore::new(portions))
    }

    /// Sets so many bytes apart until what is answered is dropped, and waits until they are free. `None` when there
    /// are not so many at all. Whoever holds some must not ask for more, or two could wait for each other.
    pub(crate) async fn room(&self, bytes: u64) -> Option<SemaphorePermit<'_>> {
        if bytes > PICTURES_MEMORY {
            return None;
        }
        let portions = u32::try_from(bytes.div_ceil(PORTION)).ok()?;
        self.0.acquire_many(portions).await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_wait_for_memory_and_too_large_ones_get_none() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(async {
            let memory = PicturesMemory::new();
            assert!(memory.room(PICTURES_MEMORY + 1).await.is_none());
            let most = memory.room(PICTURES_MEMORY - PORTION).await;
            assert!(most.is_some());
            let mut next = Box::pin(memory.room(2 * PORTION));
            let waits = std::future::poll_fn(|context| {
                std::task::Poll::Ready(next.as_mut().poll(context).is_pending())
            });
            assert!(waits.await, "a second picture waits");
            drop(most);
            assert!(next.await.is_some());
        });
    }
}
