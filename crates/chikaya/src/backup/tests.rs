//! A drill: backed up while people file, brought back elsewhere, and everything that was acknowledged before is there.

mod losses;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use bytes::Bytes;
use chikaya_domain::{access::Role, answer::Outcome, owner::Audience};
use chikaya_service::{
    Clerks,
    attachment::Destination,
    case::{act::StaffAct, answer::AnswerFate, file::Receipt},
    record::check::CheckScope,
};
use chikaya_store::{Blobs, DatabaseUrl};
use chikaya_testkit::{
    Engine, Town, breaks_of, tampering,
    town::{self, KEY, TIZNIT},
};
use figment::{Figment, providers::Serialized};
use futures_util::{TryStreamExt as _, stream};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::{
    Made, Order, Recipients, RestoreOrder,
    manifest::{Manifest, hex},
    restore::Restored,
};
use crate::{building::Building, settings::Settings};

const PDF: &[u8] = b"%PDF-1.7\n% a sample\n";

/// A town with a folder for its backups.
struct Drill {
    town: Town,
    backups: TempDir,
    runtime: Runtime,
    key_text: String,
}

/// How a run is made.
#[derive(Clone, Default)]
struct How {
    whole: bool,
    keep: Option<usize>,
    with_key: bool,
    recipients: Recipients,
    later: i64,
}

impl Drill {
    fn new() -> Self {
        Self {
            town: Town::on(Engine::Sqlite),
            backups: tempfile::tempdir().unwrap(),
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap(),
            key_text: hex(&KEY),
        }
    }

    fn database(&self) -> &Path {
        let DatabaseUrl::Sqlite(path) = self.town.database.url() else {
            panic!("not SQLite");
        };
        path
    }

    fn blobs(&self) -> Blobs {
        Blobs::open(&format!("file://{}", self.town.blobs().display())).unwrap()
    }

    fn back_up(&self, to: &Path, how: &How) -> anyhow::Result<Made> {
        let later = jiff::SignedDuration::from_secs(how.later);
        super::make(
            &Order {
                database: self.database(),
                blobs: &self.blobs(),
                key_text: &self.key_text,
                with_key: how.with_key,
                recipients: &how.recipients,
                to,
                whole: how.whole,
                keep: how.keep,
                now: self.town.clerks.now().saturating_add(later).unwrap(),
            },
            &self.runtime,
            |_, _| {},
        )
    }

    /// A run into the folder, some seconds after the clock of the town.
    fn back_up_later(&self, later: i64) -> Made {
        let how = How {
            later,
            ..How::default()
        };
        self.back_up(self.backups.path(), &how).unwrap()
    }

    fn file(&self) -> Receipt {
        self.runtime
            .block_on(self.town.clerks.file(town::filing()))
            .unwrap()
    }

    /// A file of a case, by its filer.
    fn add_file(&self, receipt: &Receipt) {
        // The same file under the same name would be taken once.
        let before = chikaya_store::backup::files(self.database()).unwrap();
        let name = format!("{}.pdf", before.len() + 1);
        self.runtime.block_on(async {
            let clerks = &self.town.clerks;
            let pass = clerks
                .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
                .await
                .unwrap();
            let whole = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(PDF))]);
            clerks
                .attach(Destination::Filer(pass), &name, whole)
                .await
                .unwrap();
        });
    }

    /// An answer, with a file of the desk.
    fn answer(&self, receipt: &Receipt) {
        self.runtime.block_on(async {
            let clerks = &self.town.clerks;
            let officer = self
                .town
                .officer("one@sample.test", Role::Officer, TIZNIT)
                .await;
            let reference = receipt.reference.clone();
            let desk = Destination::Desk(
                Box::new(officer.clone()),
                reference.clone(),
                Audience::Filer,
            );
            let whole = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(PDF))]);
            clerks.attach(desk, "lettre.pdf", whole).await.unwrap();
            let version = async || {
                let page = clerks.desk_page(officer.clone(), reference.clone()).await;
                page.unwrap().page.case.version
            };
            clerks
                .act(
                    officer.clone(),
                    reference.clone(),
                    version().await,
                    StaffAct::Examine,
                )
                .await
                .unwrap();
            let seen = version().await;
            let fate = clerks
                .answer(officer, reference, seen, town::answer(Outcome::Granted))
                .await
                .unwrap();
            assert!(matches!(fate, AnswerFate::Sent));
        });
    }

    /// What the filer of a case sees of it with the receipt: its text, how many files and events.
    fn seen(&self, clerks: &Clerks, receipt: &Receipt) -> (Vec<String>, usize, usize) {
        self.runtime.block_on(async {
            let pass = clerks
                .open_with_code(receipt.reference.clone(), receipt.access_code.clone())
                .await
                .unwrap();
            let page = clerks.follow(pass.clone()).await.unwrap();
            for file in &page.files {
                let (_, content) = clerks.file_for_filer(pass.clone(), file.id).await.unwrap();
                let pieces: Vec<Bytes> = content.pieces.try_collect().await.unwrap();
                assert_eq!(pieces.concat(), PDF);
            }
            let texts = page
                .timeline
                .iter()
                .filter_map(|entry| entry.text.as_ref().map(|text| text.body.clone()))
                .collect();
            (texts, page.files.len(), page.timeline.len())
        })
    }
}

/// A place where nothing is yet.
struct Elsewhere {
    folder: TempDir,
}

impl Elsewhere {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("blobs")).unwrap();
        Self { folder }
    }

    fn key_file(&self) -> PathBuf {
        self.folder.path().join("secret.key")
    }

    fn restore(&self, drill: &Drill, from: &Path) -> anyhow::Result<Restored> {
        self.restore_run(drill, from, None)
    }

    fn restore_run(
        &self,
        drill: &Drill,
        from: &Path,
        run: Option<&str>,
    ) -> anyhow::Result<Restored> {
        let blobs = format!("file://{}", self.folder.path().join("blobs").display());
        super::restore(
            &RestoreOrder {
                from,
                run,
                identities: &Vec::new(),
                database: &self.folder.path().join("chikaya.sqlite"),
                blobs: &Blobs::open(&blobs).unwrap(),
                key_file: &self.key_file(),
            },
            &drill.runtime,
            |_| {},
        )
    }

    fn open(&self) -> Building {
        let flags = Figment::from(Serialized::default("data_dir", self.folder.path()));
        Building::open(Settings::read(None, flags).unwrap()).unwrap()
    }
}

/// Words of an error.
fn why<T>(result: anyhow::Result<T>) -> String {
    format!("{:#}", result.err().unwrap())
}

#[test]
fn what_was_acknowledged_before_a_backup_is_there_after_restoring_elsewhere() {
    let drill = Drill::new();
    let answered = drill.file();
    drill.add_file(&answered);
    drill.answer(&answered);
    let first = drill.back_up_later(0);
    assert!(first.base.is_none() && first.lost.is_empty());
    assert_eq!(first.files, (2, 2));

    // People file, add files and wait for nobody while the second run is made.
    let before = drill.file();
    drill.add_file(&before);
    let done = AtomicBool::new(false);
    let (second, meanwhile) = std::thread::scope(|scope| {
        let filing = scope.spawn(|| {
            let mut receipts = Vec::new();
            while !done.load(Ordering::SeqCst) || receipts.len() < 5 {
                let receipt = drill.file();
                drill.add_file(&receipt);
                receipts.push(receipt);
            }
            receipts
        });
        let second = drill.back_up_later(1);
        done.store(true, Ordering::SeqCst);
        (second, filing.join().unwrap())
    });
    assert_eq!(second.base.as_deref(), Some(first.name.as_str()));
    assert!(second.lost.is_empty());
    assert!(
        second.database.1 < second.database.2,
        "{:?}",
        second.database
    );
    assert!(
        second.files.1 < second.files.0,
        "what is there is not copied again"
    );

    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
    let restored = elsewhere.restore(&drill, drill.backups.path()).unwrap();
    assert_eq!(restored.name, second.name);
    assert!(restored.lost.is_empty());
    assert_eq!(restored.cases, second.cases);
    assert_eq!(restored.files, second.files.0);

    let building = elsewhere.open();
    let checked = drill
        .runtime
        .block_on(
            building
                .clerks()
                .check_record(CheckScope::default(), |_| {}),
        )
        .unwrap();
    assert_eq!(checked.breaks, 0);
    assert_eq!(checked.cases, u64::try_from(second.cases).unwrap());
    assert!(checked.events > checked.cases);
    for receipt in [&answered, &before] {
        let there = drill.seen(building.clerks(), receipt);
        assert_eq!(there, drill.seen(&drill.town.clerks, receipt));
        assert!(there.1 > 0 && !there.0.is_empty());
    }
    // Of those who filed while it was made, some are in it, whole; the others are in the next.
    let third = drill.back_up_later(2);
    assert_eq!(third.cases, 2 + i64::try_from(meanwhile.len()).unwrap());
    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
    elsewhere.restore(&drill, drill.backups.path()).unwrap();
    let building = elsewhere.open();
    for receipt in &meanwhile {
        drill.seen(building.clerks(), receipt);
    }
    // An older run is restored as it was.
    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
    let restored = elsewhere
        .restore_run(&drill, drill.backups.path(), Some(&first.name))
        .unwrap();
    assert_eq!((restored.cases, restored.files), (1, 2));
}

#[test]
fn what_was_changed_by_hand_is_named_on_the_copy_and_where_it_is_restored() {
    let drill = Drill::new();
    let town = &drill.town;
    drill.runtime.block_on(async {
        let officer = tampering::officer(town).await;
        let untouched = tampering::victim(town, &officer, 1_000).await;
        let mut victims = Vec::new();
        for number in 0..tampering::OF_A_CASE.len() {
            victims.push(tampering::victim(town, &officer, number).await);
        }
        tampering::settle(town).await;
        for (number, (change, victim)) in (0..).zip(tampering::OF_A_CASE.iter().zip(victims)) {
            let by_hand =
                tampering::filled(town, change.statements, victim.case, untouched.case, number);
            town.by_hand(&by_hand).await;
        }
    });
    let told = drill.runtime.block_on(town.breaks());
    assert!(told.len() >= tampering::OF_A_CASE.len(), "{told:#?}");

    drill.back_up_later(0);
    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
    elsewhere.restore(&drill, drill.backups.path()).unwrap();
    let building = elsewhere.open();
    let there = drill.runtime.block_on(breaks_of(building.clerks()));
    assert_eq!(there, told);
}

#[test]
fn an_instance_with_cases_is_never_overwritten_and_one_in_use_neither() {
    let drill = Drill::new();
    let receipt = drill.file();
    drill.back_up_later(0);
    let elsewhere = Elsewhere::new();
    fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
    // A fresh instance without cases may make room, but not while it runs.
    let running = elsewhere.open();
    let said = why(elsewhere.restore(&drill, drill.backups.path()));
    assert!(said.contains("stop the portal"), "{said}");
    drop(running);
    elsewhere.restore(&drill, drill.backups.path()).unwrap();
    drill.seen(elsewhere.open().clerks(), &receipt);
    let said = why(elsewhere.restore(&drill, drill.backups.path()));
    assert!(said.contains("has 1 cases"), "{said}");
    drill.seen(elsewhere.open().clerks(), &receipt);
}

#[test]
fn without_the_right_key_nothing_is_put_in_place() {
    let drill = Drill::new();
    drill.file();
    drill.back_up_later(0);
    let elsewhere = Elsewhere::new();
    let said = why(elsewhere.restore(&drill, drill.backups.path()));
    assert!(
        said.contains("the house key is not in this backup"),
        "{said}"
    );
    fs::write(elsewhere.key_file(), "0".repeat(64)).unwrap();
    let said = why(elsewhere.restore(&drill, drill.backups.path()));
    assert!(said.contains("not the one of this backup"), "{said}");
    assert!(!elsewhere.folder.path().join("chikaya.sqlite").exists());
    let left: Vec<_> = fs::read_dir(elsewhere.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "key and folder of files: {left:?}");
    // Nor does the key go where everybody can read it.
    let how = How {
        with_key: true,
        ..How::default()
    };
    let said = why(drill.back_up(&drill.backups.path().join("one.tar.zst"), &how));
    assert!(said.contains("encrypted"), "{said}");
}

#[test]
fn a_backup_that_was_changed_cut_off_or_robbed_of_a_run_is_refused() {
    let drill = Drill::new();
    drill.file();
    let first = drill.back_up_later(0);
    drill.file();
    let second = drill.back_up_later(1);
    let refused = || {
        let elsewhere = Elsewhere::new();
        fs::write(elsewhere.key_file(), &drill.key_text).unwrap();
        let said = why(elsewhere.restore(&drill, drill.backups.path()));
        assert!(!elsewhere.folder.path().join("chikaya.sqlite").exists());
        said
    };
    let whole = fs::read(&second.archive).unwrap();
    let mut turned = whole.clone();
    let middle = turned.len() / 2;
    turned[middle] ^= 1;
    fs::write(&second.archive, &turned).unwrap();
    assert!(refused().contains("not as it was written"));
    fs::write(&second.archive, &whole[..middle]).unwrap();
    assert!(refused().contains("not as it was written"));
    fs::write(&second.archive, &whole).unwrap();

    // Whoever writes another sum beside it has no house key to seal the manifest with.
    let told = drill.backups.path().join(format!("{}.toml", second.name));
    let manifest = fs::read_to_string(&told).unwrap();
    fs::write(&told, manifest.replace("cases = 2", "cases = 1")).unwrap();
    assert!(refused().contains("not the one in its archive"));
    fs::write(&told, &manifest).unwrap();
    let sealed = Manifest::parse(&manifest).unwrap();
    assert!(
        sealed
            .is_sealed_with(&chikaya_service::seam::Key::new(KEY))
            .unwrap()
    );

    fs::remove_file(drill.backups.path().join(format!("{}.toml", first.name))).unwrap();
    assert!(refused().contains("is not there any more"));
}

#[test]
fn what_broke_off_is_no_run_and_old_runs_go_with_those_that_complete_them() {
    let drill = Drill::new();
    drill.file();
    let mut chains = Vec::new();
    for chain in 0..3 {
        let how = How {
            whole: true,
            later: chain * 10,
            ..How::default()
        };
        chains.push(drill.back_up(drill.backups.path(), &how).unwrap().name);
        drill.file();
        drill.back_up_later(chain * 10 + 1);
    }
    let left = drill.backups.path().join("2026-01-01T000000Z.tar.zst");
    fs::write(&left, "begun").unwrap();
    let killed = drill.backups.path().join(".chikaya-backup-killed");
    fs::create_dir(&killed).unwrap();
    let how = How {
        keep: Some(2),
        later: 50,
        ..How::default()
    };
    let last = drill.back_up(drill.backups.path(), &how).unwrap();
    assert!(!left.exists() && !killed.exists());
    assert_eq!(last.forgotten, 2);
    assert!(last.base.is_some());
    let names: Vec<String> = fs::read_dir(drill.backups.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(
        !names.iter().any(|name| name.starts_with(&chains[0])),
        "{names:?}"
    );
    let is_manifest = |name: &&String| Path::new(name).extension().is_some_and(|end| end == "toml");
    let runs = names.iter().filter(is_manifest).count();
    assert_eq!(runs, 5, "{names:?}");
}

#[test]
fn an_encrypted_archive_brings_the_key_to_whoever_has_the_identity() {
    let drill = Drill::new();
    let receipt = drill.file();
    let identity = drill.backups.path().join("identity.txt");
    let made = std::process::Command::new("age-keygen")
        .arg("-o")
        .arg(&identity)
        .output()
        .expect("age is installed (apt-get install age)");
    assert!(made.status.success());
    let named = fs::read_to_string(&identity).unwrap();
    let recipient = named
        .lines()
        .find_map(|line| line.strip_prefix("# public key: "))
        .unwrap();
    let folder = drill.backups.path().join("runs");
    for later in [0, 1] {
        let how = How {
            with_key: true,
            recipients: Recipients {
                named: vec![recipient.to_owned()],
                files: Vec::new(),
            },
            later,
            ..How::default()
        };
        let made = drill.back_up(&folder, &how).unwrap();
        let bytes = fs::read(&made.archive).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1"));
        drill.file();
    }
    let elsewhere = Elsewhere::new();
    let said = why(elsewhere.restore(&drill, &folder));
    assert!(said.contains("--identity"), "{said}");
    let restored = super::restore(
        &RestoreOrder {
            from: &folder,
            run: None,
            identities: &vec![identity],
            database: &elsewhere.folder.path().join("chikaya.sqlite"),
            blobs: &Blobs::open(&format!(
                "file://{}/blobs",
                elsewhere.folder.path().display()
            ))
            .unwrap(),
            key_file: &elsewhere.key_file(),
        },
        &drill.runtime,
        |_| {},
    )
    .unwrap();
    assert!(restored.brought_key);
    drill.seen(elsewhere.open().clerks(), &receipt);
    let how = How {
        recipients: Recipients {
            named: vec!["age1nobody".to_owned()],
            files: Vec::new(),
        },
        later: 5,
        ..How::default()
    };
    let said = why(drill.back_up(&folder, &how));
    assert!(said.contains("age does not do it"), "{said}");
}
