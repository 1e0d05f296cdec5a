//! Loops do not wait for each other, and none ends because a round of it broke.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::watch;

use super::supervise::{GRACE, Next, Rhythm, repeat};
use chikaya_service::Trouble;

const RHYTHM: Rhythm = Rhythm {
    name: "test",
    pause: Duration::from_millis(1),
    bound: Duration::from_millis(200),
};

#[tokio::test]
async fn a_round_that_fails_panics_or_hangs_ends_no_loop() {
    let (stop, stopped) = watch::channel(false);
    let stop = Arc::new(stop);
    let rounds = AtomicU32::new(0);
    repeat(RHYTHM, stopped, || {
        let round = rounds.fetch_add(1, Ordering::Relaxed);
        let stop = Arc::clone(&stop);
        async move {
            match round {
                0 => return Err(Trouble::NotFound),
                1 => panic!("a sample of a panic"),
                2 => std::future::pending().await,
                3 => {}
                _ => {
                    stop.send_replace(true);
                }
            }
            Ok(Next::AfterPause)
        }
    })
    .await;
    assert_eq!(rounds.load(Ordering::Relaxed), 5, "each had its turn");
}

#[tokio::test]
async fn a_round_that_hangs_does_not_hold_up_the_end() {
    let (stop, stopped) = watch::channel(false);
    let rhythm = Rhythm {
        bound: Duration::from_mins(10),
        ..RHYTHM
    };
    let begun = Instant::now();
    tokio::join!(repeat(rhythm, stopped, std::future::pending), async {
        stop.send_replace(true);
    });
    // A slow machine may add to it, an endless round may not.
    assert!(begun.elapsed() < GRACE + Duration::from_secs(10));
}
