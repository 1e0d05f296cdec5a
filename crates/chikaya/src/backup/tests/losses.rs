//! What was lost before a backup is named by it and by restoring, and of what fails nothing is left.

use uuid::Uuid;

use super::*;

#[test]
fn a_file_that_was_lost_before_is_named_and_the_backup_is_made() {
    let drill = Drill::new();
    let receipt = drill.file();
    drill.add_file(&receipt);
    drill.add_file(&receipt);
    let files = chikaya_store::backup::files(drill.database()).unwrap();
    let lost = files[0].id;
    drill.runtime.block_on(drill.blobs().delete(lost)).unwrap();
    drill.town.tamper();
    let archive = drill.backups.path().join("one.tar.zst");
    let made = drill.back_up(&archive, &How::default()).unwrap();
    assert_eq!(made.lost, [lost]);
    assert_eq!(made.files, (2, 1));
    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
    let restored = elsewhere.restore(&drill, &archive).unwrap();
    assert_eq!(restored.files, 1);
    assert_eq!(restored.lost, [lost], "as the backup said");
    let said = why(drill.back_up(&archive, &How::default()));
    assert!(said.contains("is there already"), "{said}");
}

#[test]
fn files_that_are_gone_and_files_that_are_broken_are_named_by_each_run_and_by_restoring() {
    let drill = Drill::new();
    let receipt = drill.file();
    for _ in 0..4 {
        drill.add_file(&receipt);
    }
    let files = chikaya_store::backup::files(drill.database()).unwrap();
    let ids: Vec<Uuid> = files.iter().map(|named| named.id).collect();
    for gone in &ids[..2] {
        drill.runtime.block_on(drill.blobs().delete(*gone)).unwrap();
    }
    let other = Bytes::from_static(b"%PDF-1.7\n% another\n");
    drill
        .runtime
        .block_on(drill.blobs().put_all(ids[2], other))
        .unwrap();
    drill.town.tamper();
    for later in [0, 1] {
        let mut lost = drill.back_up_later(later).lost;
        lost.sort();
        assert_eq!(lost, ids[..3], "run {later}");
    }
    let restore_to = |elsewhere: &Elsewhere| {
        fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
        let mut restored = elsewhere.restore(&drill, drill.backups.path()).unwrap();
        restored.lost.sort();
        (restored.files, restored.lost)
    };
    assert_eq!(restore_to(&Elsewhere::new()), (1, ids[..3].to_vec()));
    // What the backup lacks may still lie where files go.
    let elsewhere = Elsewhere::new();
    let blobs = format!("file://{}/blobs", elsewhere.folder.path().display());
    let blobs = Blobs::open(&blobs).unwrap();
    let whole = drill.runtime.block_on(drill.blobs().get(ids[3])).unwrap();
    drill
        .runtime
        .block_on(blobs.put_all(ids[0], whole))
        .unwrap();
    assert_eq!(restore_to(&elsewhere), (2, ids[1..3].to_vec()));
}

#[test]
fn of_a_backup_that_fails_and_of_a_restoring_that_fails_nothing_is_left() {
    let drill = Drill::new();
    let receipt = drill.file();
    drill.add_file(&receipt);
    let names = |folder: &Path| {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    let nobody = How {
        recipients: Recipients {
            named: vec!["age1nobody".to_owned()],
            files: Vec::new(),
        },
        later: 5,
        ..How::default()
    };
    let fresh = drill.backups.path().join("fresh");
    let said = why(drill.back_up(&fresh, &nobody));
    assert!(said.contains("age does not do it"), "{said}");
    assert!(!fresh.exists());

    let runs = drill.backups.path().join("runs");
    drill.back_up(&runs, &How::default()).unwrap();
    let before = names(&runs);
    assert_eq!(before.len(), 5, "a run has five files: {before:?}");
    why(drill.back_up(&runs, &nobody));
    assert_eq!(names(&runs), before);

    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), "0".repeat(64)).unwrap();
    let said = why(elsewhere.restore(&drill, &runs));
    assert!(said.contains("not the one of this backup"), "{said}");
    let mut left = Vec::new();
    let mut folders = vec![elsewhere.folder.path().join("blobs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                left.push(path);
            }
        }
    }
    assert!(left.is_empty(), "{left:?}");
}
