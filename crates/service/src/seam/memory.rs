//! Memory and hands for pictures: set apart before they are used, so that no number of uploads at once takes more.

use std::{sync::Arc, thread};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// Memory for the files that are looked into and the pictures that are written again at one time, in bytes: 160 MiB.
/// What a picture takes is known before it is decoded, and it waits until as much is free; one that needs more than
/// all of it is not decoded at all. The allocator gives back what a picture took a moment after it is done, so that
/// nearly twice as much is held at the highest.
pub const PICTURES_MEMORY: u64 = 160 * 1024 * 1024;

/// The unit in which memory is set apart, in bytes.
const PORTION: u64 = 64 * 1024;

/// Most pictures that are written again at once, however many processors there are.
const HANDS_AT_MOST: usize = 4;

/// Files that are being received at once; others wait with nothing of them read. Each holds a few buffers and an open file.
const UPLOADS_AT_ONCE: usize = 128;

/// How much a picture gives way to everything else that wants the processor.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// Memory that is set apart until this is dropped. It goes along with the work that uses it: whoever waits for a picture
/// may go away, and the decoder still holds what it holds.
pub(crate) type Room = OwnedSemaphorePermit;

/// The memory, and the hands that write pictures again.
#[derive(Clone, Debug)]
pub(crate) struct PicturesMemory {
    memory: Arc<Semaphore>,
    hands: Arc<Semaphore>,
    uploads: Arc<Semaphore>,
}

impl PicturesMemory {
    /// All of it, free. Half of the processors are left to people's pages.
    pub(crate) fn new() -> Self {
        let portions = usize::try_from(PICTURES_MEMORY / PORTION).unwrap_or(Semaphore::MAX_PERMITS);
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Self {
            memory: Arc::new(Semaphore::new(portions)),
            hands: Arc::new(Semaphore::new((processors / 2).clamp(1, HANDS_AT_MOST))),
            uploads: Arc::new(Semaphore::new(UPLOADS_AT_ONCE)),
        }
    }

    /// Sets so many bytes apart until what is answered is dropped, and waits until they are free. `None` when there
    /// are not so many at all. Whoever holds some must not ask for more, or two could wait for each other.
    pub(crate) async fn room(&self, bytes: u64) -> Option<Room> {
        if bytes > PICTURES_MEMORY {
            return None;
        }
        let portions = u32::try_from(bytes.div_ceil(PORTION)).ok()?;
        Arc::clone(&self.memory)
            .acquire_many_owned(portions)
            .await
            .ok()
    }

    /// Waits for a hand that is free. It is asked for before the memory, so that nothing lies set apart unused.
    pub(crate) async fn hand(&self) -> Option<Room> {
        Arc::clone(&self.hands).acquire_owned().await.ok()
    }

    /// Waits until one more file may be received.
    pub(crate) async fn upload(&self) -> Option<Room> {
        Arc::clone(&self.uploads).acquire_owned().await.ok()
    }
}

/// Runs work on a picture on a thread of its own, which gives way to threads that answer people; `None` when the work
/// panicked, as a decoder may on a broken file. What it `holds` is given back when the work is over, also when nobody
/// waits for it any more.
pub(crate) async fn by_hand<T: Send + 'static>(
    holds: impl Send + 'static,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (done, waiting) = oneshot::channel();
    let begun = thread::Builder::new()
        .name("picture".to_owned())
        .spawn(move || {
            #[cfg(target_os = "linux")]
            // On Linux this is said of the thread, not of the program. Where it may not be said, the work goes on without.
            let _ = rustix::process::nice(NICENESS);
            let made = work();
            drop(holds);
            // Whoever waited may be gone.
            let _ = done.send(made);
        });
    begun.ok()?;
    waiting.await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocking<T>(test: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(test)
    }

    async fn waits(mut other: std::pin::Pin<&mut impl Future>) -> bool {
        std::future::poll_fn(|context| {
            std::task::Poll::Ready(other.as_mut().poll(context).is_pending())
        })
        .await
    }

    #[test]
    fn pictures_wait_for_memory_and_too_large_ones_get_none() {
        blocking(async {
            let memory = PicturesMemory::new();
            assert!(memory.room(PICTURES_MEMORY + 1).await.is_none());
            let most = memory.room(PICTURES_MEMORY - PORTION).await;
            assert!(most.is_some());
            let mut next = Box::pin(memory.room(2 * PORTION));
            assert!(waits(next.as_mut()).await, "a second picture waits");
            drop(most);
            assert!(next.await.is_some());
        });
    }

    #[test]
    fn memory_is_held_as_long_as_the_work_though_nobody_waits_for_it() {
        blocking(async {
            let memory = PicturesMemory::new();
            let (go, gone) = std::sync::mpsc::channel::<()>();
            let all = memory.room(PICTURES_MEMORY).await;
            let mut work = Box::pin(by_hand(all, move || gone.recv().is_ok()));
            assert!(waits(work.as_mut()).await);
            // The browser is closed.
            drop(work);
            let mut next = Box::pin(memory.room(PORTION));
            assert!(waits(next.as_mut()).await, "the decoder still holds it");
            go.send(()).unwrap();
            assert!(next.await.is_some());
        });
    }

    #[test]
    fn a_decoder_that_panics_gives_everything_back() {
        blocking(async {
            let memory = PicturesMemory::new();
            let all = memory.room(PICTURES_MEMORY).await;
            assert_eq!(by_hand(all, || "broken".parse::<u8>().unwrap()).await, None);
            assert!(memory.room(PICTURES_MEMORY).await.is_some());
        });
    }
}
