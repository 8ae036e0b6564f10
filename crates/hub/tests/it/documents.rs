//! The documents say what the code does.

use std::path::Path;

use journal::HubFault;
use serde_json::{Value, json};

fn document(name: &str) -> String {
    std::fs::read_to_string(Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../docs").join(name))
        .unwrap()
}

#[test]
fn the_openapi_document_is_the_one_that_is_served() {
    assert!(document("openapi.json") == hub::openapi_json(), "run: holdfast-hub openapi > docs/openapi.json");
}

#[test]
fn the_table_of_faults_is_complete_and_right() {
    let text = document("protocol.md");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| 4") || line.starts_with("| 5")).collect();
    let mut all = HubFault::ALL;
    all.sort_by_key(|fault| fault.number());
    let wanted: Vec<String> = all
        .iter()
        .map(|fault| {
            let name = serde_json::to_value(fault).unwrap();
            format!("| {} | `{}` | {} |", fault.number(), name.as_str().unwrap(), fault)
        })
        .collect();
    for (row, wanted) in rows.iter().zip(&wanted) {
        assert!(row.starts_with(wanted.as_str()), "{row}\nshould begin {wanted}");
    }
    assert_eq!(rows.len(), wanted.len());
}

/// The shapes in the document are written down apart from the types that travel; here they meet.
#[test]
fn the_shapes_in_the_document_are_those_that_travel() {
    let document: Value = serde_json::from_str(&hub::openapi_json()).unwrap();
    let hash = vault::Hash::of(b"x");
    let receipt = journal::SignedReceipt { bytes: vec![1], signature: vault::Signature::from_bytes([0; 64]) };
    let travel = [
        (
            "EnrolRequest",
            json!(journal::EnrolRequest { secret: vec![], device: vault::PublicKey::from_bytes([0; 32]) }),
        ),
        ("EnrolAnswer", json!(journal::EnrolAnswer { hub: domain::HubId::from_bytes([0; 16]) })),
        ("StandingRequest", json!(journal::StandingRequest { chain: hash, locator: vec![] })),
        ("Standing", json!(journal::Standing { head: None, missing: vec![] })),
        ("Head", json!(journal::Head { sequence: 0, hash })),
        ("Range", json!(journal::Range { from: 0, to: 0 })),
        ("Batch", json!(journal::Batch { chain: hash, links: vec![], bodies: vec![] })),
        ("BodyInBatch", json!(journal::BodyInBatch { link: hash, nonce: vec![], bytes: vec![] })),
        ("SubmitAnswer", json!(journal::SubmitAnswer { receipt: receipt.clone(), branched: false, refused: vec![] })),
        ("Refused", json!(journal::Refused { link: hash, fault: HubFault::Gap })),
        ("BlobStanding", json!(journal::BlobStanding { held: 0, whole: true, receipt: Some(receipt.clone()) })),
        ("SignedReceipt", json!(receipt)),
        ("VerdictsRequest", json!(journal::VerdictsRequest { chain: hash, after: String::new() })),
        ("VerdictsAnswer", json!(journal::VerdictsAnswer { verdicts: vec![], cursor: String::new() })),
        (
            "SignedVerdict",
            json!(journal::SignedVerdict { json: String::new(), signature: vault::Signature::from_bytes([0; 64]) }),
        ),
        ("HubErrorBody", json!(journal::HubErrorBody::from(HubFault::Gap))),
    ];
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for (name, value) in &travel {
        let shape = &document["components"]["schemas"][name]["properties"];
        assert_eq!(names(shape), names(value), "{name}");
    }
    assert_eq!(names(&document["components"]["schemas"]).len(), travel.len(), "no shape is left out");
}
