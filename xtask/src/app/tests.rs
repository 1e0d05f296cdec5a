//! The package is what the manual says of it: tried whole where its tools are installed (`cargo xtask test --full`), and piece
//! by piece everywhere.

use super::{
    Options, PACKAGE, address::Address, build, judge, key, note::Note, note::sha256, run,
    zip::Archive,
};
use crate::{needs, workspace};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

const PORTAL: &str = "https://portal.example";

fn options(out: &Path, address: &str) -> Options {
    Options {
        address: address.to_owned(),
        out: out.to_owned(),
        key: None,
        alias: key::ALIAS.to_owned(),
        password_file: None,
        number: None,
        another_key: false,
        no_install: true,
    }
}

/// Whether the tools are there; says that a test is skipped where they are not.
fn has_tools() -> bool {
    let are_there = needs::are_there(&needs::APP);
    if !are_there {
        eprintln!(
            "skipped: the tools for Android packages are not installed (cargo xtask test --full)"
        );
    }
    are_there
}

fn source(file: &str) -> String {
    fs::read_to_string(workspace::root().join("packaging/android").join(file)).unwrap()
}

#[test]
fn a_package_is_made_signed_and_judged_and_made_again_with_the_same_key() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    run(&options(out, PORTAL)).unwrap();
    let note = Note::read(out).unwrap().unwrap();
    let first = fs::read(out.join(PACKAGE)).unwrap();
    assert_eq!(note.address, PORTAL);
    assert_eq!(note.version, env!("CARGO_PKG_VERSION"));
    assert_eq!(note.size, first.len());
    assert_eq!(note.sha256, sha256(&first));
    assert_eq!(note.certificate_sha256.len(), 64);
    for (secret, mode) in [("key", 0o700), ("key/chikaya.p12.password", 0o600)] {
        let found = fs::metadata(out.join(secret)).unwrap().permissions().mode();
        assert_eq!(found & 0o777, mode, "{secret}");
    }
    let entries: BTreeSet<String> = fs::read_dir(out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        entries.iter().map(String::as_str).collect::<Vec<_>>(),
        ["chikaya-app.json", "chikaya.apk", "key"]
    );

    // The same key again: the same certificate, and the same package but for its signature.
    run(&options(out, PORTAL)).unwrap();
    let again = Note::read(out).unwrap().unwrap();
    assert_eq!(again.certificate_sha256, note.certificate_sha256);
    let unsigned = |bytes: Vec<u8>| -> Vec<(String, u32, Vec<u8>)> {
        Archive::read(bytes)
            .unwrap()
            .files()
            .filter(|(name, ..)| !name.starts_with("META-INF/"))
            .map(|(name, crc, packed)| (name.to_owned(), crc, packed.to_vec()))
            .collect()
    };
    let second = fs::read(out.join(PACKAGE)).unwrap();
    assert_eq!(unsigned(second), unsigned(first));

    // Another key, or a lower number, is what phones refuse: so it is refused here.
    fs::rename(out.join("key"), folder.path().join("kept")).unwrap();
    let error = run(&options(out, PORTAL)).unwrap_err().to_string();
    assert!(error.contains("--another-key"), "{error}");
    assert!(!out.join("key").exists(), "and none is made in its place");
    let kept = Options {
        key: Some(folder.path().join("kept/chikaya.p12")),
        ..options(out, PORTAL)
    };
    run(&kept).unwrap();
    let other = tempfile::tempdir().unwrap();
    key::Key::in_folder(other.path(), true).unwrap();
    let another = Options {
        key: Some(other.path().join("chikaya.p12")),
        ..options(out, PORTAL)
    };
    let error = run(&another).unwrap_err().to_string();
    assert!(error.contains("another key"), "{error}");
    assert_eq!(
        Note::read(out).unwrap().unwrap().certificate_sha256,
        note.certificate_sha256
    );
    let lower = Options {
        number: Some(1),
        ..kept
    };
    let error = run(&lower).unwrap_err().to_string();
    assert!(error.contains("--number"), "{error}");
}

#[test]
fn a_key_that_is_named_is_never_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Options {
        key: Some(folder.path().join("missing.p12")),
        ..options(folder.path(), PORTAL)
    };
    let error = key::Key::find(&missing, true).err().unwrap().to_string();
    assert!(error.contains("there is no key store"), "{error}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn half_a_key_is_not_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("chikaya.p12"), "a store").unwrap();
    let error = key::Key::in_folder(folder.path(), true)
        .err()
        .unwrap()
        .to_string();
    assert!(error.contains("only one is there"), "{error}");
}

#[test]
fn an_address_is_taken_in_the_form_that_browsers_send() {
    for (text, authority) in [
        ("https://portal.example", "portal.example"),
        ("https://portal.example/", "portal.example"),
        ("https://xn--mgbc0a.example:8443", "xn--mgbc0a.example:8443"),
    ] {
        let address = Address::parse(text).unwrap();
        assert_eq!(address.authority(), authority);
        assert_eq!(address.to_string(), text.trim_end_matches('/'));
    }
    for wrong in [
        "portal.example",
        "http://portal.example",
        "https://",
        "https://Portal.example",
        "https://portal.example:443",
        "https://portal.example:70000",
        "https://portal.example/ar",
        "https://somebody@portal.example",
        "https://portal..example",
        "https://شكاية.example",
        "https://portal.example\" /><x y=\"",
    ] {
        assert!(Address::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn later_versions_have_higher_numbers() {
    assert_eq!(build::number_of("0.1.0").unwrap(), 1_000);
    assert_eq!(build::number_of("1.4.12").unwrap(), 1_004_012);
    for wrong in ["1.4", "1.4.12-rc.1", "1.1000.0", ""] {
        assert!(build::number_of(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn every_place_is_filled_and_nothing_else() {
    let address = Address::parse("https://portal.example:8443").unwrap();
    let fill = |text: &str| build::fill(text, &address, "1.2.3", 7);
    let manifest = fill(&source("AndroidManifest.xml")).unwrap();
    assert!(manifest.contains("<data android:host=\"portal.example\" android:port=\"8443\" />"));
    let yml = fill(&source("apktool.yml")).unwrap();
    assert!(yml.contains("versionCode: '7'") && yml.contains("versionName: '1.2.3'"));
    assert!(
        fill(&source("res/values/portal.xml"))
            .unwrap()
            .contains(">portal.example:8443<")
    );
    assert!(fill("{{colour}}").is_err());
}

/// An archive of one file that is stored, of some day.
fn archive(names: &[&str], day: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut list = Vec::new();
    for name in names {
        let begins = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let mut common = vec![20, 0, 0, 0, 0, 0, 1, day, day, 80];
        // Sum, packed, size, and the length of the name.
        common.extend([9, 9, 9, 9, 2, 0, 0, 0, 2, 0, 0, 0]);
        common.extend([u8::try_from(name.len()).unwrap(), 0]);
        bytes.extend([0x50, 0x4b, 3, 4]);
        bytes.extend(&common);
        bytes.extend([3, 0]);
        bytes.extend(name.as_bytes());
        bytes.extend([0; 3]);
        bytes.extend(b"hi");
        list.extend([0x50, 0x4b, 1, 2, 20, 0]);
        list.extend(&common);
        list.extend([0; 12]);
        list.extend(begins);
        list.extend(name.as_bytes());
    }
    let begins = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let size = u32::try_from(list.len()).unwrap().to_le_bytes();
    let count = u8::try_from(names.len()).unwrap();
    bytes.extend(list);
    bytes.extend([0x50, 0x4b, 5, 6, 0, 0, 0, 0, count, 0, count, 0]);
    bytes.extend(size);
    bytes.extend(begins);
    bytes.extend([0; 2]);
    bytes
}

#[test]
fn archives_of_the_same_files_have_one_form() {
    let normal = |bytes| Archive::read(bytes).unwrap().normal().unwrap();
    let one = normal(archive(&["b", "a/c"], 1));
    assert_eq!(one, normal(archive(&["a/c", "b"], 2)));
    assert_eq!(one, normal(one.clone()), "the form of a form is itself");
    let read = Archive::read(one.clone()).unwrap();
    let files: Vec<_> = read.files().collect();
    assert_eq!(files[0], ("a/c", 0x0909_0909, &b"hi"[..]));
    assert_eq!(files[1].0, "b");
    for cut in 0..one.len() {
        assert!(Archive::read(one[..cut].to_vec()).is_err(), "{cut}");
    }
}

#[test]
fn a_package_that_asks_for_more_is_refused() {
    let good = "package: name='ma.chikaya' versionCode='7' versionName='1.2.3' platform='10'\n\
        sdkVersion:'21'\ntargetSdkVersion:'29'\n\
        uses-permission: name='android.permission.INTERNET'\n\
        uses-permission: name='android.permission.ACCESS_NETWORK_STATE'\n\
        uses-permission: name='android.permission.ACCESS_COARSE_LOCATION'\n\
        uses-permission: name='android.permission.ACCESS_FINE_LOCATION'\n\
        uses-permission: name='android.permission.RECORD_AUDIO'\n\
        uses-permission: name='android.permission.MODIFY_AUDIO_SETTINGS'\n\
        uses-permission: name='android.permission.VIBRATE'\n\
        launchable-activity: name='ma.chikaya.Portal'  label='' icon=''\n\
        \x20 uses-feature-not-required: name='android.hardware.location'\n";
    judge::asks(good, "1.2.3", 7).unwrap();
    for more in [
        "uses-permission: name='android.permission.CAMERA'",
        "uses-permission-sdk-23: name='android.permission.READ_CONTACTS'",
        "uses-implied-permission: name='android.permission.WRITE_EXTERNAL_STORAGE' reason=''",
        "  uses-feature: name='android.hardware.camera'",
        "  uses-implied-feature: name='android.hardware.microphone' reason=''",
        "application-debuggable",
    ] {
        assert!(
            judge::asks(&format!("{good}{more}\n"), "1.2.3", 7).is_err(),
            "{more}"
        );
    }
    assert!(judge::asks(&good.replace("VIBRATE", "INTERNET"), "1.2.3", 7).is_err());
    assert!(judge::asks(good, "1.2.3", 8).is_err());
}

#[test]
fn a_manifest_that_opens_what_is_shut_is_refused() {
    let address = Address::parse(PORTAL).unwrap();
    let good = "A: android:allowBackup(0x01010280)=(type 0x12)0x0\n\
        A: android:fullBackupContent(0x010104eb)=(type 0x12)0x0\n\
        A: android:usesCleartextTraffic(0x010104ec)=(type 0x12)0x0\n\
        A: android:scheme(0x01010027)=\"https\" (Raw: \"https\")\n\
        A: android:host(0x01010028)=\"portal.example\" (Raw: \"portal.example\")\n";
    judge::shuts(good, &address).unwrap();
    for (shut, open) in [
        (
            "allowBackup(0x01010280)=(type 0x12)0x0",
            "allowBackup(0x01010280)=(type 0x12)0xffffffff",
        ),
        ("A: android:usesCleartextTraffic", "A: android:x"),
        ("\"https\" ", "\"http\" "),
        ("\"portal.example\" ", "\"other.example\" "),
    ] {
        assert!(
            judge::shuts(&good.replace(shut, open), &address).is_err(),
            "{open}"
        );
    }
    let other = Address::parse("https://portal.example:8443").unwrap();
    assert!(judge::shuts(good, &other).is_err());
}

#[test]
fn a_package_has_one_signer_in_three_ways() {
    let digest = "0123456789abcdef".repeat(4);
    let good = format!(
        "Verifies\nVerified using v1 scheme (JAR signing): true\n\
         Verified using v2 scheme (APK Signature Scheme v2): true\n\
         Verified using v3 scheme (APK Signature Scheme v3): true\n\
         Signer #1 certificate SHA-256 digest: {digest}\n"
    );
    assert_eq!(judge::certificate(&good).unwrap(), digest);
    assert!(judge::certificate(&good.replace("v3): true", "v3): false")).is_err());
    let two = format!("{good}Signer #2 certificate SHA-256 digest: {digest}\n");
    assert!(judge::certificate(&two).is_err());
}

#[test]
fn code_that_came_along_is_found() {
    let classes = ["Address", "Device", "Pages", "Photos", "Portal", "Saving"];
    let code = classes
        .map(|class| format!("  Class descriptor  : 'Lma/chikaya/{class};'\n"))
        .concat();
    judge::is_ours(&code).unwrap();
    assert!(judge::is_ours(&format!("{code}  Class descriptor  : 'La/b;'\n")).is_err());
    assert!(judge::is_ours("").is_err());
}

/// The names between two marks, in the order in which they stand.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split(after).next())
        .collect()
}

#[test]
fn every_word_is_said_in_every_language_and_used() {
    let names = |folder: &str| {
        let text = source(&format!("res/{folder}/words.xml"));
        let names: Vec<String> = between(&text, "<string name=\"", "\"")
            .into_iter()
            .map(str::to_owned)
            .collect();
        (names, text)
    };
    let (wanted, _) = names("values-ar");
    for (folder, code) in [
        ("values-ar", "ar"),
        ("values-fr", "fr"),
        ("values-en", "en"),
        ("values-b+zgh", "zgh"),
    ] {
        let (found, text) = names(folder);
        assert_eq!(found, wanted, "{folder}");
        assert!(text.contains(&format!(">/{code}/app<")), "{folder}");
    }
    assert!(
        names("values-b+zgh")
            .1
            .contains("To be reviewed by a speaker")
    );
    let code: String = ["Address", "Device", "Pages", "Photos", "Portal", "Saving"]
        .iter()
        .map(|class| source(&format!("smali/ma/chikaya/{class}.smali")))
        .collect();
    let shown = source("res/layout/portal.xml") + &source("AndroidManifest.xml");
    for word in wanted {
        assert!(
            code.contains(&format!("\"{word}\"")) || shown.contains(&format!("@string/{word}\"")),
            "{word} is said nowhere"
        );
    }
}

#[test]
fn links_open_in_the_app_in_every_language() {
    let manifest = source("AndroidManifest.xml");
    for language in ["ar", "fr", "zgh", "en"] {
        for path in [
            format!("pathPrefix=\"/{language}/track\""),
            format!("pathPrefix=\"/{language}/continue\""),
            format!("pathPattern=\"/{language}/file/.*/receipt\""),
            format!("pathPrefix=\"/{language}/app\""),
        ] {
            assert!(manifest.contains(&path), "{path}");
        }
    }
}

#[test]
fn the_manual_says_what_the_command_makes() {
    let manual = fs::read_to_string(workspace::root().join("docs/android.md")).unwrap();
    for said in [
        "cargo xtask app --address",
        "android_package =",
        "chikaya-app.json",
        "/.well-known/assetlinks.json",
        "--another-key",
        "could not be tried on a device",
    ] {
        assert!(manual.contains(said), "{said}");
    }
}
