//! Files: known by their bytes, cleaned, added by filer and desk, and never left behind when they are refused.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use bytes::Bytes;
use chikaya_domain::{
    access::Role, answer::Outcome, case::Fact, owner::Audience, reference::Reference,
};
use chikaya_service::{
    Clerks, Trouble,
    attachment::{Content, Destination, FILES_OF_CASE_AT_MOST, FileRefusal, Received},
    case::{act::StaffAct, page::CasePage},
    seam::{NoVerdict, Pieces, Scanner, Verdict},
    staff::Officer,
    token::CasePass,
};
use chikaya_testkit::{Town, town};
use futures_util::{StreamExt as _, stream};
use uuid::{Builder, Uuid};

crate::in_both_towns! {
    a_file_for_colleagues_reaches_no_filer => super::a_file_for_colleagues_reaches_no_filer;
    a_file_shown_by_mistake_is_taken_back => super::a_file_shown_by_mistake_is_taken_back;
    filer_and_officer_add_files_and_both_see_them => super::filer_and_officer_add_files_and_both_see_them;
    a_photo_of_a_telephone_becomes_one_that_everybody_can_open => super::a_photo_of_a_telephone_becomes_one_that_everybody_can_open;
    a_photo_too_large_to_be_written_again_is_kept_without_what_its_camera_added => super::a_photo_too_large_to_be_written_again_is_kept_without_what_its_camera_added;
    a_document_and_a_recording_tell_nothing_of_their_making => super::a_document_and_a_recording_tell_nothing_of_their_making;
    a_photo_cut_off_and_a_film_of_nothing_are_refused_for_what_they_are => super::a_photo_cut_off_and_a_film_of_nothing_are_refused_for_what_they_are;
    what_the_scanner_finds_or_cannot_look_at_is_not_kept => super::what_the_scanner_finds_or_cannot_look_at_is_not_kept;
    what_is_refused_leaves_nothing_behind => super::what_is_refused_leaves_nothing_behind;
    what_a_killed_program_left_goes_and_nothing_else => super::what_a_killed_program_left_goes_and_nothing_else;
    nothing_is_read_of_a_file_that_may_not_be_put_there => super::nothing_is_read_of_a_file_that_may_not_be_put_there;
}

const PDF: &[u8] = b"%PDF-1.7\n% a sample\n";

async fn add(
    town: &Town,
    destination: &Destination,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Received, FileRefusal> {
    let whole = stream::iter([Ok::<_, std::io::Error>(Bytes::from(bytes))]);
    town.clerks.attach(destination.clone(), name, whole).await
}

/// The bytes of a file as they are given out.
async fn read(content: Content) -> Vec<u8> {
    let pieces: Vec<Bytes> = content.pieces.map(Result::unwrap).collect().await;
    let whole = pieces.concat();
    assert_eq!(whole.len() as u64, content.bytes);
    whole
}

/// How many files the storage holds, in all its folders.
fn kept(folder: &Path) -> usize {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| if path.is_dir() { kept(&path) } else { 1 })
        .sum()
}

async fn filed(town: &Town) -> (Reference, CasePass) {
    let receipt = town.clerks.file(town::filing()).await.unwrap();
    let pass = town
        .clerks
        .open_with_code(receipt.reference.clone(), receipt.access_code)
        .await
        .unwrap();
    (receipt.reference, pass)
}

async fn officer(town: &Town, organisation: &str) -> Officer {
    let email = format!("officer-{organisation}@sample.test");
    town.officer(&email, Role::Officer, organisation).await
}

async fn filer_and_officer_add_files_and_both_see_them(town: &Town) {
    let (reference, pass) = filed(town).await;
    let own = officer(town, town::TIZNIT).await;
    let by_filer = Destination::Filer(pass.clone());
    add(town, &by_filer, "../مطلب.txt", PDF.to_vec())
        .await
        .unwrap();
    town.clock.advance_days(1);
    let by_desk = Destination::Desk(Box::new(own.clone()), reference.clone(), Audience::Filer);
    add(town, &by_desk, "reply.doc", PDF.to_vec())
        .await
        .unwrap();

    let page = town.clerks.follow(pass.clone()).await.unwrap();
    let names: Vec<&str> = page.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["مطلب.pdf", "reply.pdf"]);
    let added = page
        .timeline
        .iter()
        .filter(|entry| matches!(entry.fact, Fact::FileAdded { .. }))
        .count();
    assert_eq!(added, 2);
    let (_, bytes) = town
        .clerks
        .file_for_officer(own, reference.clone(), page.files[0].id)
        .await
        .unwrap();
    assert_eq!(read(bytes).await, PDF);
    town.clerks
        .file_for_filer(pass, page.files[1].id)
        .await
        .unwrap();

    let stranger = officer(town, "health").await;
    let from_elsewhere = Destination::Desk(Box::new(stranger), reference, Audience::Filer);
    let refused = add(town, &from_elsewhere, "x.pdf", PDF.to_vec()).await;
    assert!(matches!(
        refused,
        Err(FileRefusal::Trouble(Trouble::NotFound))
    ));
    assert_eq!(kept(town.blobs()), 2);
}

async fn a_file_for_colleagues_reaches_no_filer(town: &Town) {
    let (reference, pass) = filed(town).await;
    let own = officer(town, town::TIZNIT).await;
    for (name, audience) in [
        ("plan.pdf", Audience::Colleagues),
        ("lettre.pdf", Audience::Filer),
    ] {
        let by_desk = Destination::Desk(Box::new(own.clone()), reference.clone(), audience);
        add(town, &by_desk, name, PDF.to_vec()).await.unwrap();
        town.clock.advance_days(1);
    }
    let desk = town.clerks.desk_page(own.clone(), reference.clone()).await;
    let files = desk.unwrap().page.files;
    let told: Vec<(&str, Audience)> = files
        .iter()
        .map(|file| (file.name.as_str(), file.audience))
        .collect();
    assert_eq!(
        told,
        [
            ("plan.pdf", Audience::Colleagues),
            ("lettre.pdf", Audience::Filer)
        ]
    );
    let page = town.clerks.follow(pass.clone()).await.unwrap();
    let names: Vec<&str> = page.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["lettre.pdf"]);
    let added = page
        .timeline
        .iter()
        .filter(|entry| matches!(entry.fact, Fact::FileAdded { .. }))
        .count();
    assert_eq!(added, 1, "the timeline does not tell of it");
    let inner = town.clerks.file_for_filer(pass, files[0].id).await;
    assert!(matches!(inner, Err(Trouble::NotFound)));
    town.clerks
        .file_for_officer(own, reference, files[0].id)
        .await
        .unwrap();
}

async fn a_file_shown_by_mistake_is_taken_back(town: &Town) {
    let (reference, pass) = filed(town).await;
    let own = officer(town, town::TIZNIT).await;
    let by_filer = Destination::Filer(pass.clone());
    add(town, &by_filer, "photo.pdf", PDF.to_vec())
        .await
        .unwrap();
    let by_desk = Destination::Desk(Box::new(own.clone()), reference.clone(), Audience::Filer);
    let other = b"%PDF-1.7\n% of somebody else\n";
    add(town, &by_desk, "lettre.pdf", other.to_vec())
        .await
        .unwrap();
    let page = async || {
        let desk = town.clerks.desk_page(own.clone(), reference.clone()).await;
        desk.unwrap().page
    };
    let named =
        |name: &str, page: &CasePage| page.files.iter().find(|file| file.name == name).unwrap().id;
    let take_back = async |attachment, version| {
        let act = StaffAct::TakeBackFile {
            attachment,
            reason: "Elle concerne un autre dossier.".to_owned(),
        };
        town.clerks
            .act(own.clone(), reference.clone(), version, act)
            .await
    };
    let seen = page().await;
    let (letter, photo) = (named("lettre.pdf", &seen), named("photo.pdf", &seen));
    assert!(seen.shown_by_office.contains(&letter) && seen.shown_by_office.len() == 1);
    // What the filer sent is theirs.
    let refused = take_back(photo, seen.case.version).await;
    assert!(matches!(refused, Err(Trouble::NotFound)));
    take_back(letter, seen.case.version).await.unwrap();

    let filers = town.clerks.follow(pass.clone()).await.unwrap();
    let names: Vec<&str> = filers.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["photo.pdf"]);
    let last = filers.timeline.last().unwrap();
    assert!(matches!(last.fact, Fact::FileTakenBack { .. }));
    assert_eq!(
        last.text.as_ref().unwrap().body,
        "Elle concerne un autre dossier."
    );
    let read_again = town.clerks.file_for_filer(pass.clone(), letter).await;
    assert!(matches!(read_again, Err(Trouble::NotFound)));
    town.clerks
        .file_for_filer(pass.clone(), photo)
        .await
        .unwrap();
    // Nothing is gone: colleagues have it, and it is taken back once.
    town.clerks
        .file_for_officer(own.clone(), reference.clone(), letter)
        .await
        .unwrap();
    let seen = page().await;
    let kept = seen.files.iter().find(|file| file.id == letter).unwrap();
    assert_eq!(kept.audience, Audience::Colleagues);
    let again = take_back(letter, seen.case.version).await;
    assert!(matches!(again, Err(Trouble::NotFound)));
    // The same file may be meant for them after all.
    let shown = add(town, &by_desk, "lettre.pdf", other.to_vec())
        .await
        .unwrap();
    assert!(matches!(shown, Received::New));
    let filers = town.clerks.follow(pass).await.unwrap();
    assert_eq!(filers.files.len(), 2);
}

/// A segment of a JPEG whose EXIF says: turn by 90 degrees.
const QUARTER_TURN: &[u8] =
    b"\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

async fn a_photo_of_a_telephone_becomes_one_that_everybody_can_open(town: &Town) {
    let folder = tempfile::tempdir().unwrap();
    let (jpeg, heic) = (folder.path().join("a.jpg"), folder.path().join("a.heic"));
    image::RgbImage::from_pixel(64, 32, image::Rgb([10, 120, 60]))
        .save(&jpeg)
        .unwrap();
    let mut plain = fs::read(&jpeg).unwrap();
    plain.splice(2..2, QUARTER_TURN.iter().copied());
    fs::write(&jpeg, plain).unwrap();
    let written = Command::new("heif-enc")
        .arg(&jpeg)
        .arg("-o")
        .arg(&heic)
        .output()
        .unwrap();
    assert!(written.status.success(), "{written:?}");
    let (_, pass) = filed(town).await;
    let by_filer = Destination::Filer(pass.clone());
    let photo = fs::read(&heic).unwrap();
    add(town, &by_filer, "IMG_0042.HEIC", photo.clone())
        .await
        .unwrap();
    let page = town.clerks.follow(pass.clone()).await.unwrap();
    assert_eq!(page.files[0].name, "IMG_0042.jpg");
    assert!(page.files[0].preview);
    let (_, bytes) = town
        .clerks
        .file_for_filer(pass, page.files[0].id)
        .await
        .unwrap();
    let read = image::load_from_memory(&read(bytes).await).unwrap();
    // How a HEIC photo lies is a property of the picture (ISO/IEC 23008-12); its EXIF turns it no second time.
    assert_eq!((read.width(), read.height()), (64, 32));

    let cut = photo[..photo.len() / 2].to_vec();
    let refused = add(town, &by_filer, "IMG_0043.HEIC", cut).await;
    assert!(matches!(refused, Err(FileRefusal::Broken)), "{refused:?}");
    assert_eq!(kept(town.blobs()), 1);
}

/// A JPEG that says it has so many pixels, turned, with words of a camera. Nothing but its head is true.
fn photo_of(width: u16, height: u16) -> Vec<u8> {
    let mut written = Cursor::new(Vec::new());
    image::RgbImage::new(64, 64)
        .write_to(&mut written, image::ImageFormat::Jpeg)
        .unwrap();
    let mut photo = written.into_inner();
    let frame = photo
        .windows(2)
        .position(|part| part == [0xff, 0xc0])
        .unwrap();
    photo[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    photo[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    photo.splice(2..2, b"\xff\xfe\0\x0eSecretCamera".iter().copied());
    photo.splice(2..2, QUARTER_TURN.iter().copied());
    photo
}

async fn a_photo_too_large_to_be_written_again_is_kept_without_what_its_camera_added(town: &Town) {
    let (_, pass) = filed(town).await;
    let by_filer = Destination::Filer(pass.clone());
    // 200 million pixels, as telephones of today make them.
    add(town, &by_filer, "IMG_0044.jpg", photo_of(16_320, 12_240))
        .await
        .unwrap();
    let page = town.clerks.follow(pass.clone()).await.unwrap();
    assert!(
        !page.files[0].preview,
        "nobody's browser is made to show it"
    );
    let (_, content) = town
        .clerks
        .file_for_filer(pass, page.files[0].id)
        .await
        .unwrap();
    let bytes = read(content).await;
    assert!(!bytes.windows(6).any(|part| part == b"Secret"));
    assert!(
        bytes
            .windows(QUARTER_TURN.len())
            .any(|part| part == QUARTER_TURN)
    );

    let refused = add(town, &by_filer, "poster.jpg", photo_of(40_000, 40_000)).await;
    let Err(FileRefusal::Pixels { width, height }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!((width, height), (40_000, 40_000), "the true reason");
    assert_eq!(kept(town.blobs()), 1);
}

async fn a_document_and_a_recording_tell_nothing_of_their_making(town: &Town) {
    let (_, pass) = filed(town).await;
    let by_filer = Destination::Filer(pass.clone());
    let pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(Secret)>>>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n\
        4 0 obj<</Author(Secret)>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R/Size 5>>\n%%EOF\n";
    let mut mp3 = b"ID3\x04\0\0\0\0\0\x06Secret".to_vec();
    mp3.extend(b"\xff\xfb\x90\x00sound");
    for (name, bytes) in [("lettre.pdf", pdf.to_vec()), ("appel.mp3", mp3)] {
        add(town, &by_filer, name, bytes).await.unwrap();
    }
    let page = town.clerks.follow(pass.clone()).await.unwrap();
    for file in &page.files {
        let (_, content) = town
            .clerks
            .file_for_filer(pass.clone(), file.id)
            .await
            .unwrap();
        let bytes = read(content).await;
        assert_eq!(i64::try_from(bytes.len()), Ok(file.bytes), "{}", file.name);
        assert!(
            !bytes.windows(6).any(|part| part == b"Secret"),
            "{}",
            file.name
        );
    }
}

async fn a_photo_cut_off_and_a_film_of_nothing_are_refused_for_what_they_are(town: &Town) {
    let (_, pass) = filed(town).await;
    let by_filer = Destination::Filer(pass);
    let photo = include_bytes!("../data/photos/baseline.jpg");
    let half = photo[..photo.len() / 2].to_vec();
    let refused = add(town, &by_filer, "IMG_0045.jpg", half).await;
    assert!(matches!(refused, Err(FileRefusal::Cut)), "{refused:?}");
    let handler =
        |kind: &[u8; 4]| [&b"\0\0\0\x20hdlr\0\0\0\0\0\0\0\0"[..], kind, &[0; 12]].concat();
    let film = |brand: &[u8; 4], handlers: &[u8]| {
        let size = u32::try_from(handlers.len() + 8).unwrap().to_be_bytes();
        let head = [&b"\0\0\0\x14ftyp"[..], brand, b"\0\0\0\0isom"].concat();
        [&head[..], &size, b"moov", handlers].concat()
    };
    for brand in [b"3gp4", b"3g2a", b"isom"] {
        for nothing in [Vec::new(), handler(b"text")] {
            let refused = add(town, &by_filer, "VID_1.3gp", film(brand, &nothing)).await;
            assert!(matches!(refused, Err(FileRefusal::NoTrack)), "{refused:?}");
        }
        for something in [handler(b"vide"), handler(b"soun")] {
            let taken = add(town, &by_filer, "VID_2.3gp", film(brand, &something)).await;
            taken.unwrap();
        }
    }
    let not_ended = photo[..photo.len() - 2].to_vec();
    add(town, &by_filer, "IMG_0046.jpg", not_ended)
        .await
        .unwrap();
    assert_eq!(kept(town.blobs()), 7);
}

/// A scanner that finds one word, and gives no verdict about another.
fn scanner(is_needed: bool) -> Scanner {
    Scanner {
        scan: Arc::new(|pieces: Pieces| {
            Box::pin(async move {
                let pieces: Vec<Bytes> = pieces.map(Result::unwrap).collect().await;
                let whole = pieces.concat();
                let holds = |word: &[u8]| whole.windows(word.len()).any(|part| part == word);
                if holds(b"unlucky") {
                    return Err(NoVerdict("it is away".to_owned()));
                }
                Ok(if holds(b"harmful") {
                    Verdict::Found("Test".to_owned())
                } else {
                    Verdict::Clean
                })
            })
        }),
        is_needed,
    }
}

async fn what_the_scanner_finds_or_cannot_look_at_is_not_kept(town: &Town) {
    let (_, pass) = filed(town).await;
    let by_filer = Destination::Filer(pass);
    let pdf = |word: &str| {
        let whole = format!("%PDF-1.7\n% {word}\n");
        stream::iter([Ok::<_, std::io::Error>(Bytes::from(whole))])
    };
    let strict = town.node_with(scanner(true)).await;
    let send = |clerks: &Clerks, word: &str| {
        let (clerks, destination, whole) = (clerks.clone(), by_filer.clone(), pdf(word));
        async move { clerks.attach(destination, "a.pdf", whole).await }
    };
    assert!(matches!(
        send(&strict, "harmful").await,
        Err(FileRefusal::Malware)
    ));
    assert!(matches!(
        send(&strict, "unlucky").await,
        Err(FileRefusal::Unchecked)
    ));
    assert_eq!(kept(town.blobs()), 0);
    send(&strict, "harmless").await.unwrap();
    let lenient = town.node_with(scanner(false)).await;
    send(&lenient, "unlucky").await.unwrap();
    assert!(matches!(
        send(&lenient, "harmful").await,
        Err(FileRefusal::Malware)
    ));
    assert_eq!(kept(town.blobs()), 2);
}

async fn what_is_refused_leaves_nothing_behind(town: &Town) {
    let (reference, pass) = filed(town).await;
    let by_filer = Destination::Filer(pass.clone());
    let page = b"<!doctype html><script>alert(1)</script>".to_vec();
    let refused = add(town, &by_filer, "photo.jpg", page).await;
    assert!(matches!(refused, Err(FileRefusal::Kind)));
    let refused = add(town, &by_filer, "photo.jpg", Vec::new()).await;
    assert!(matches!(refused, Err(FileRefusal::Empty)));
    let mut large = PDF.to_vec();
    large.resize(25_000_001, b' ');
    let refused = add(town, &by_filer, "large.pdf", large).await;
    assert!(matches!(refused, Err(FileRefusal::TooLarge)));
    assert_eq!(kept(town.blobs()), 0);

    for number in 1..=FILES_OF_CASE_AT_MOST {
        // Sent once more, a file is not there twice.
        for expected in [Received::New, Received::Already] {
            let name = format!("page {number}.pdf");
            let received = add(town, &by_filer, &name, PDF.to_vec()).await;
            match (number, expected) {
                (FILES_OF_CASE_AT_MOST, Received::Already) => assert!(received.is_err()),
                _ => assert_eq!(received.unwrap(), expected),
            }
        }
    }
    let refused = add(town, &by_filer, "page.pdf", PDF.to_vec()).await;
    assert!(matches!(refused, Err(FileRefusal::TooMany)));

    // An answered case takes no more files.
    let own = officer(town, town::TIZNIT).await;
    let version = town
        .clerks
        .desk_page(own.clone(), reference.clone())
        .await
        .unwrap()
        .page
        .case
        .version;
    let answer = StaffAct::Answer(town::answer(Outcome::Inadmissible));
    town.clerks
        .act(own, reference, version, answer)
        .await
        .unwrap();
    let refused = add(town, &by_filer, "late.pdf", PDF.to_vec()).await;
    assert!(refused.is_err());
    assert_eq!(kept(town.blobs()), FILES_OF_CASE_AT_MOST);
}

async fn nothing_is_read_of_a_file_that_may_not_be_put_there(town: &Town) {
    let (reference, pass) = filed(town).await;
    let read = AtomicUsize::new(0);
    let sent = || {
        stream::iter([PDF]).map(|part| {
            read.fetch_add(1, Ordering::SeqCst);
            Ok::<_, std::io::Error>(Bytes::from_static(part))
        })
    };
    let stranger = officer(town, "health").await;
    let auditor = town
        .officer("auditor@sample.test", Role::Auditor, "reform-authority")
        .await;
    for someone in [stranger, auditor] {
        let desk = Destination::Desk(Box::new(someone), reference.clone(), Audience::Filer);
        let refused = town.clerks.attach(desk, "x.pdf", sent()).await;
        assert!(refused.is_err());
    }
    let by_filer = Destination::Filer(pass);
    for number in 0..FILES_OF_CASE_AT_MOST {
        town.clerks
            .attach(by_filer.clone(), &format!("page {number}.pdf"), sent())
            .await
            .unwrap();
    }
    assert_eq!(read.load(Ordering::SeqCst), FILES_OF_CASE_AT_MOST);
    let refused = town.clerks.attach(by_filer, "page.pdf", sent()).await;
    assert!(matches!(refused, Err(FileRefusal::TooMany)));
    assert_eq!(read.load(Ordering::SeqCst), FILES_OF_CASE_AT_MOST);
}

/// What a program that was killed leaves: bytes nobody noted, or a part of them.
fn left_behind(town: &Town, at: &str, name: impl Fn(Uuid) -> String) -> PathBuf {
    let milliseconds = u64::try_from(town::instant(at).as_millisecond()).unwrap();
    let id = Builder::from_unix_timestamp_millis(milliseconds, &[7; 10]).into_uuid();
    let shelf = town.blobs().join(format!("{:02x}", id.as_bytes()[15]));
    fs::create_dir_all(&shelf).unwrap();
    let file = shelf.join(name(id));
    fs::write(&file, PDF).unwrap();
    file
}

async fn what_a_killed_program_left_goes_and_nothing_else(town: &Town) {
    let (_, pass) = filed(town).await;
    add(town, &Destination::Filer(pass), "a.pdf", PDF.to_vec())
        .await
        .unwrap();
    town.clock.advance_days(5);
    let whole = left_behind(town, "2026-03-12T21:00:00Z", |id| id.simple().to_string());
    let part = left_behind(town, "2026-03-12T21:00:00Z", |id| {
        format!("{}#1", id.simple())
    });
    let under_way = left_behind(town, "2026-03-17T20:00:00Z", |id| {
        format!("{}#1", id.simple())
    });
    let being_noted = left_behind(town, "2026-03-17T20:00:00Z", |id| id.simple().to_string());
    let mut swept = 0;
    for _ in 0..256 {
        swept += town.clerks.sweep_files().await.unwrap();
    }
    assert_eq!(swept, 2);
    assert!(!whole.exists() && !part.exists());
    assert!(under_way.exists() && being_noted.exists());
    assert_eq!(kept(town.blobs()), 3, "the file of the case stays");
}
