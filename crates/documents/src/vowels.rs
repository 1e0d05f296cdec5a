//! Sets right which letters a drawn vowel mark stands for.
//!
//! Typst 0.15 draws a mark that is raised or lowered as a run of its own and gives that run the text of the whole
//! cluster, letter included, so that a screen reader would say the letter twice. Here the letter keeps the letter and
//! the mark gets the mark. The drawing does not change.

use std::collections::BTreeSet;

use typst::layout::{Em, Frame, FrameItem};
use typst::model::Document as _;
use typst::text::TextItem;
use typst_layout::PagedDocument;
use unicode_normalization::char::is_combining_mark;

/// The same pages, each letter told once.
pub(crate) fn told_once(document: PagedDocument) -> PagedDocument {
    let marked: Vec<BTreeSet<String>> = document
        .pages()
        .iter()
        .map(|page| {
            let mut marked = BTreeSet::new();
            collect(&page.frame, &mut marked);
            marked
        })
        .collect();
    if marked.iter().all(BTreeSet::is_empty) {
        return document;
    }
    let pages = document.pages().iter().cloned().zip(marked);
    let pages = pages.map(|(mut page, marked)| {
        if !marked.is_empty() {
            mend(&mut page.frame, &marked);
        }
        page
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// Clusters of a letter with marks, of which the marks are drawn apart.
fn collect(frame: &Frame, marked: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, marked),
            FrameItem::Text(text) => {
                let marks = text
                    .glyphs
                    .iter()
                    .filter(|glyph| glyph.x_advance == Em::zero());
                let clusters = marks.map(|glyph| &text.text[glyph.range()]);
                marked.extend(
                    clusters
                        .filter(|cluster| split(cluster).is_some())
                        .map(str::to_owned),
                );
            }
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}

fn mend(frame: &mut Frame, marked: &BTreeSet<String>) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => mend(&mut group.frame, marked),
            FrameItem::Text(text) => divide(text, marked),
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
        true
    });
}

/// Gives the letter to what advances and the marks to what does not.
fn divide(item: &mut TextItem, marked: &BTreeSet<String>) {
    for glyph in &mut item.glyphs {
        let cluster = &item.text[glyph.range()];
        let Some(letter) = split(cluster).filter(|_| marked.contains(cluster)) else {
            continue;
        };
        let seam = glyph.range.start.saturating_add(letter);
        if glyph.x_advance == Em::zero() {
            glyph.range.start = seam;
        } else {
            glyph.range.end = seam;
        }
    }
}

/// The length in bytes of the letters before the marks, in a cluster of letters and then marks.
fn split(cluster: &str) -> Option<u16> {
    let letter = cluster
        .find(is_combining_mark)
        .filter(|&letter| letter > 0)?;
    let marks_alone = cluster[letter..].chars().all(is_combining_mark);
    marks_alone.then(|| u16::try_from(letter).ok()).flatten()
}
