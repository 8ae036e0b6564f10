//! How a device comes to be known.

use std::{sync::Arc, time::Duration};

use chrono::DateTime;
use domain::FakeClock;
use journal::{EnrolCode, HubFault};
use testkit::{TempPostgres, TestHub};

use crate::device::{Chain, Device};

#[tokio::test]
async fn a_code_enrols_one_device_which_may_repeat_it() {
    let hub = TestHub::start().unwrap();
    let code = hub.enrol_code().unwrap();
    let (device, other) = (Device::stranger(&hub), Device::stranger(&hub));
    assert_eq!(device.enrol(&code).await.unwrap().hub, hub.id().unwrap());
    assert_eq!(device.enrol(&code).await.unwrap().hub, hub.id().unwrap(), "its first answer was lost");
    assert_eq!(other.enrol(&code).await, Err(HubFault::CodeUsed));
    assert_eq!(other.submit(&Chain::open().batch(0)).await, Err(HubFault::UnknownDevice));
    device.submit(&Chain::open().batch(0)).await.unwrap();
}

#[tokio::test]
async fn the_code_carries_all_that_a_device_pins() {
    let hub = TestHub::start().unwrap();
    let made = hub.enrol_code().unwrap();
    let typed: EnrolCode = made.to_string().parse().unwrap();
    assert!(typed == made);
    assert_eq!((typed.hub_key, typed.address), (hub.state().unwrap().public_key(), hub.address()));
}

#[tokio::test]
async fn a_code_that_was_never_made_is_not_known() {
    let hub = TestHub::start().unwrap();
    let mut code = hub.enrol_code().unwrap();
    code.secret[3] ^= 1;
    assert_eq!(Device::stranger(&hub).enrol(&code).await, Err(HubFault::CodeUnknown));
}

#[tokio::test]
async fn a_code_is_good_for_a_day() {
    let clock = Arc::new(FakeClock::at(DateTime::parse_from_rfc3339("2026-03-28T12:00:00Z").unwrap().to_utc()));
    let hub = TestHub::start_on(&TempPostgres::start().unwrap(), clock.clone()).unwrap();
    let (used, kept) = (hub.enrol_code().unwrap(), hub.enrol_code().unwrap());
    let device = Device::stranger(&hub);
    clock.pass(Duration::from_secs(24 * 3600 - 1));
    device.enrol(&used).await.unwrap();
    clock.pass(Duration::from_secs(1));
    assert_eq!(Device::stranger(&hub).enrol(&kept).await, Err(HubFault::CodeExpired));
    device.enrol(&used).await.expect("a device that is enrolled stays so");
}

#[tokio::test]
async fn a_device_enrols_itself_and_nobody_else() {
    let hub = TestHub::start().unwrap();
    let code = hub.enrol_code().unwrap();
    let (device, victim) = (Device::stranger(&hub), Device::stranger(&hub));
    let request = journal::EnrolRequest { secret: code.secret.to_vec(), device: victim.key.public() };
    let answer = device.send("POST", "/v1/enrol", serde_json::to_vec(&request).unwrap()).await;
    assert_eq!(answer.fault(), HubFault::NotSigned);
    let short = journal::EnrolRequest { secret: vec![1; 15], device: device.key.public() };
    let answer = device.send("POST", "/v1/enrol", serde_json::to_vec(&short).unwrap()).await;
    assert_eq!(answer.fault(), HubFault::Malformed);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_with_one_code_at_once_one_is_enrolled() {
    let hub = TestHub::start().unwrap();
    let code = Arc::new(hub.enrol_code().unwrap());
    let tries = (0..6).map(|_| {
        let (device, code) = (Device::stranger(&hub), code.clone());
        tokio::spawn(async move { device.enrol(&code).await })
    });
    let mut enrolled = 0;
    for attempt in tries.collect::<Vec<_>>() {
        match attempt.await.unwrap() {
            Ok(_) => enrolled += 1,
            Err(fault) => assert_eq!(fault, HubFault::CodeUsed),
        }
    }
    assert_eq!(enrolled, 1);
}
