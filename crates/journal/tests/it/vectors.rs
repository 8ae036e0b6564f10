//! What was written once must read for ever. The vectors were made by `vectors/make_vectors.py`
//! from docs/file-formats.md, with none of this code. They are never made again.

use chrono::DateTime;
use data_encoding::{BASE64, HEXLOWER};
use domain::HubId;
use journal::{
    AnswerMark, Continues, Decision, EnrolCode, Head, Known, Link, Receipt, RequestMark, SealedBody, SignedReceipt,
    SignedVerdict, Verdict,
};
use serde_json::Value;
use vault::{Hash, PublicKey, Signature, SigningKey};
use zeroize::Zeroizing;

macro_rules! vector {
    ($name:literal) => {
        serde_json::from_str::<Value>(include_str!(concat!("../vectors/", $name))).unwrap()
    };
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).unwrap().as_str().unwrap()
}

fn bytes(value: &Value, pointer: &str) -> Vec<u8> {
    HEXLOWER.decode(text(value, pointer).as_bytes()).unwrap()
}

fn seed(value: &Value, pointer: &str) -> SigningKey {
    SigningKey::from_seed(Zeroizing::new(bytes(value, pointer).try_into().unwrap()))
}

fn link(value: &Value, name: &str) -> Link {
    let link = Link::decode(&bytes(value, &format!("/{name}/bytes"))).unwrap();
    assert_eq!(link.hash().to_string(), text(value, &format!("/{name}/hash")));
    assert_eq!(link.encode(), bytes(value, &format!("/{name}/bytes")));
    link
}

#[test]
fn the_links_read_and_verify() {
    let vector = vector!("links.json");
    let (device, next) = (seed(&vector, "/seed"), seed(&vector, "/next_seed"));
    let opening = link(&vector, "opening");
    assert_eq!(opening.verify_signature(&device.public()), Ok(()));
    assert_eq!(opening.commitment(), Hash::of(b"a body"));
    let following = link(&vector, "following");
    let head = opening.head().step(opening.hash(), &device.public(), &following).unwrap();
    let continuing = link(&vector, "continuing");
    assert_eq!(continuing.verify_signature(&next.public()), Ok(()));
    assert!(continuing.verify_continuation(&device.public()));
    let Link::Opening { continues: Some((at, _)), .. } = continuing else { panic!("it continues") };
    assert_eq!(at, Continues { chain: opening.hash(), head });
}

#[test]
fn the_links_are_written_as_they_were() {
    // Ed25519 signs without randomness, so the same content is the same bytes.
    let vector = vector!("links.json");
    let (device, next) = (seed(&vector, "/seed"), seed(&vector, "/next_seed"));
    for name in ["opening", "following", "continuing"] {
        let written = link(&vector, name);
        let again = match &written {
            Link::Opening { .. } if name == "opening" => resign(&written, &device, None),
            Link::Opening { .. } => resign(&written, &next, Some(&device)),
            Link::Following { .. } => resign(&written, &device, None),
        };
        assert_eq!(again, written, "{name}");
    }
}

/// The same link, signed anew over what docs/file-formats.md says.
fn resign(link: &Link, key: &SigningKey, old: Option<&SigningKey>) -> Link {
    let mut link = link.clone();
    let unsigned = |link: &Link| {
        let bytes = link.encode();
        [b"holdfast link 1\0", &bytes[..bytes.len() - 64]].concat()
    };
    if let (Link::Opening { key: public, continues: Some((at, signature)), commitment, .. }, Some(old)) =
        (&mut link, old)
    {
        let sequence = at.head.sequence.to_be_bytes();
        let parts = [
            b"holdfast continue 1\0".as_slice(),
            public.as_bytes(),
            at.chain.as_bytes(),
            &sequence,
            at.head.hash.as_bytes(),
            commitment.as_bytes(),
        ];
        *signature = old.sign(&parts.concat());
    }
    let message = unsigned(&link);
    match &mut link {
        Link::Opening { signature, .. } | Link::Following { signature, .. } => *signature = key.sign(&message),
    }
    link
}

#[test]
fn the_body_reads_and_fits_its_commitment() {
    let vector = vector!("body.json");
    let nonce = bytes(&vector, "/nonce").try_into().unwrap();
    let written = BASE64.decode(text(&vector, "/bytes").as_bytes()).unwrap();
    let sealed = SealedBody::from_parts(nonce, written.clone()).unwrap();
    assert_eq!(sealed.commitment().to_string(), text(&vector, "/commitment"));
    let body = sealed.read().unwrap();
    let Some(Known::CasebookCare(care)) = Known::read(&body) else { panic!("its kind is known") };
    assert_eq!((care.act.as_str(), care.times), ("ménd’d", Some(2)));
    assert_eq!(body.subjects.len(), 1);
    assert_eq!(serde_json::to_vec(&body).unwrap(), written, "and is written as it was");
}

#[test]
fn the_receipt_reads_and_is_written_as_it_was() {
    let vector = vector!("receipt.json");
    let hub = seed(&vector, "/seed");
    let signed = SignedReceipt {
        bytes: bytes(&vector, "/bytes"),
        signature: text(&vector, "/signature").parse::<Signature>().unwrap(),
    };
    let receipt = signed.verify(&hub.public()).unwrap();
    let expected = Receipt {
        hub: "01940000-0000-7000-8000-000000000002".parse::<HubId>().unwrap(),
        chain: Hash::of(b"chain"),
        head: Head { sequence: 7, hash: Hash::of(b"head") },
        at: DateTime::from_timestamp_millis(1_795_424_400_123).unwrap(),
        held: vec![Hash::of(b"one"), Hash::of(b"two")],
    };
    assert_eq!(receipt, expected);
    assert_eq!(expected.sign(&hub), signed);
}

#[test]
fn the_verdict_reads_and_is_written_as_it_was() {
    let vector = vector!("verdict.json");
    let hub = seed(&vector, "/seed");
    let signed = SignedVerdict {
        json: text(&vector, "/json").to_owned(),
        signature: text(&vector, "/signature").parse().unwrap(),
    };
    let expected = Verdict {
        entry: Hash::of(b"one"),
        decision: Decision::NeedsPerson,
        cause: "The child’s number is not known.".to_owned(),
        reference: "C-1".to_owned(),
        at: DateTime::from_timestamp_millis(1_795_424_400_123).unwrap(),
    };
    assert_eq!(signed.verify(&hub.public()), Some(expected.clone()));
    assert_eq!(expected.sign(&hub).unwrap(), signed);
}

#[test]
fn the_enrol_codes_read_and_are_written_as_they_were() {
    let vector = vector!("enrol_code.json");
    let hub_key: PublicKey = text(&vector, "/hub_key").parse().unwrap();
    let secret = std::array::from_fn(|at| u8::try_from(at).unwrap());
    for (name, certificate, address) in [
        ("/tls", Some(Hash::of(b"certificate")), "https://hub.example:8443"),
        ("/loopback", None, "http://127.0.0.1:8080"),
    ] {
        let expected = EnrolCode { hub_key, certificate, secret, address: address.to_owned() };
        assert_eq!(text(&vector, name).parse(), Ok(expected.clone()));
        assert_eq!(expected.to_string(), text(&vector, name));
    }
}

#[test]
fn the_marks_of_request_and_answer_are_as_they_were() {
    let vector = vector!("marks.json");
    let nonce = std::array::from_fn(|at| u8::try_from(at).unwrap());
    let request = RequestMark::sign(&seed(&vector, "/seed"), nonce, "POST", "/v1/batches?x=1", br#"{"x":1}"#);
    assert_eq!(request.signature.to_string(), text(&vector, "/request"));
    let at = DateTime::from_timestamp_millis(1_795_424_400_123).unwrap();
    let answer = AnswerMark::sign(&seed(&vector, "/hub_seed"), at, &nonce, 200, br#"{"x":1}"#);
    assert_eq!(answer.signature.to_string(), text(&vector, "/answer"));
}

/// The description and the files agree, where the machine's Python can say so.
#[test]
fn the_description_still_gives_these_files() {
    let script = format!("{}/tests/vectors/make_vectors.py", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let ready = std::process::Command::new("python3").args(["-c", "import cryptography"]).output();
    if !ready.is_ok_and(|output| output.status.success()) {
        return;
    }
    let output = std::process::Command::new("python3").args(["-B", &script, "--check"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
