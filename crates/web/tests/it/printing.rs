//! The press room: however many sheets are asked for, few are set at once and no page waits for them.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use chikaya_testkit::Town;
use futures_util::future::join_all;
use tokio::sync::Notify;

use crate::{
    cases::file,
    visitor::{Visitor, counters_with, printed},
};

chikaya_testkit::in_both_towns! {
    a_busy_press_keeps_no_page_waiting => super::a_busy_press_keeps_no_page_waiting;
}

/// More sheets than one network has places in the line.
const SHEETS: usize = 40;

async fn a_busy_press_keeps_no_page_waiting(town: &Town) {
    let (at_once, most, begun) = (
        AtomicUsize::new(0),
        Arc::new(AtomicUsize::new(0)),
        Arc::new(Notify::new()),
    );
    // The press stands still until the other end is dropped.
    let (go, goes) = mpsc::channel::<()>();
    let goes = Mutex::new(goes);
    let counters = counters_with(
        town,
        Arc::new({
            let (most, begun) = (Arc::clone(&most), Arc::clone(&begun));
            move |sheet| {
                most.fetch_max(at_once.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                begun.notify_one();
                let stopped = goes.lock().map_err(|error| error.to_string())?.recv();
                at_once.fetch_sub(1, Ordering::SeqCst);
                assert!(stopped.is_err(), "nothing is ever said");
                Ok(printed(sheet))
            }
        }),
    );
    let mut browser = Visitor::new(&counters).await;
    let (_, word) = file(&mut browser).await;
    let address = format!("/fr/file/{word}/receipt.pdf");
    let mut askers = vec![browser.clone(); SHEETS];
    let papers = join_all(askers.iter_mut().map(|asker| asker.get(&address)));
    let pages = async {
        begun.notified().await;
        for page in ["/fr/track", &format!("/fr/file/{word}/receipt")] {
            assert_eq!(browser.get(page).await.code(), 200, "{page}");
        }
        drop(go);
    };
    let (papers, ()) = tokio::join!(papers, pages);
    assert_eq!(papers.len(), SHEETS);
    for paper in papers {
        assert_eq!(paper.code(), 200);
        assert!(paper.text().starts_with("%PDF-1.7"));
    }
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let most = most.load(Ordering::SeqCst);
    assert!(
        most <= (processors / 2).max(1),
        "{most} sheets were set at once"
    );
}
