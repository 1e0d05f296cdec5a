//! The example of RFC 8291, what may be sent, and in whose name.

use chikaya_domain::Language;
use chikaya_service::{push::PushKey, seam::Key};
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier as _};
use serde_json::Value;

use super::{
    authorization,
    compose::compose,
    encrypt,
    encrypt::{LONGEST, NoMessage},
};

fn bytes(text: &str) -> Vec<u8> {
    BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()
}

fn array<const N: usize>(text: &str) -> [u8; N] {
    bytes(text).try_into().unwrap()
}

const BROWSER: &str =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

/// The example of section 5.
#[test]
fn the_example_of_the_standard_is_encrypted_alike() {
    let body = encrypt(
        b"When I grow up, I want to be a watermelon",
        (&bytes(BROWSER), &array("BTBZMqHH6r4Tts7J_aSIgg")),
        (
            &array("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            &array("DGv6ra1nlYgDCS1FRnbzlw"),
        ),
    );
    assert_eq!(
        BASE64URL_NOPAD.encode(&body.unwrap()),
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru\
         3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    );
}

#[test]
fn nothing_empty_long_or_for_no_key_is_encrypted() {
    let sealed = |words: &[u8], browser: &[u8], ephemeral: [u8; 32]| {
        encrypt(words, (browser, &[1; 16]), (&ephemeral, &[2; 16]))
    };
    let browser = bytes(BROWSER);
    assert_eq!(sealed(b"", &browser, [3; 32]), Err(NoMessage::Length));
    let long = vec![b'a'; LONGEST + 1];
    assert_eq!(sealed(&long, &browser, [3; 32]), Err(NoMessage::Length));
    assert_eq!(sealed(b"a", &browser[1..], [3; 32]), Err(NoMessage::Key));
    let mut off_the_curve = browser.clone();
    off_the_curve[64] ^= 1;
    assert_eq!(sealed(b"a", &off_the_curve, [3; 32]), Err(NoMessage::Key));
    assert_eq!(sealed(b"a", &browser, [0; 32]), Err(NoMessage::Key));
    // The whole body stays under what all services take.
    let most = sealed(&vec![b'a'; LONGEST], &browser, [3; 32]).unwrap();
    assert!(most.len() < 3_050, "{}", most.len());
}

#[test]
fn what_is_said_names_nobody_and_no_case_in_any_language() {
    for language in Language::ALL {
        let said: Value = serde_json::from_slice(&compose(language)).unwrap();
        assert_eq!(said["language"], language.code());
        assert_eq!(said["url"], format!("/{}/track", language.code()));
        assert!(!said["body"].as_str().unwrap().is_empty());
        let fields = said.as_object().unwrap().len();
        assert_eq!(
            fields, 5,
            "title, body, language, direction, url and no more"
        );
    }
}

#[test]
fn each_token_is_made_out_to_its_service_and_signed_by_the_house() {
    let key = PushKey::of(&Key::new([7; 32]));
    let now = Timestamp::from_second(1_773_000_000).unwrap();
    let token = |audience: &str| {
        authorization(&key, audience, "https://portal.test", now).expect("the key is one")
    };
    let head = token("https://push.example.org");
    let rest = head.strip_prefix("vapid t=").unwrap();
    let (jwt, public) = rest.split_once(", k=").unwrap();
    assert_eq!(bytes(public), key.public());
    let (signed, signature) = jwt.rsplit_once('.').unwrap();
    let claims: Value = serde_json::from_slice(&bytes(signed.split_once('.').unwrap().1)).unwrap();
    assert_eq!(claims["aud"], "https://push.example.org");
    assert_eq!(claims["sub"], "https://portal.test");
    let good_for = claims["exp"].as_i64().unwrap() - now.as_second();
    assert!((1..=24 * 3_600).contains(&good_for), "{good_for}");
    let house = VerifyingKey::from_sec1_bytes(key.public()).unwrap();
    let signature = Signature::from_slice(&bytes(signature)).unwrap();
    house.verify(signed.as_bytes(), &signature).unwrap();
    assert_ne!(head, token("https://push.example.net"));
}
