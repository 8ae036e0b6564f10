//! Listening, TLS, and whether the hub is ready.

use std::{net::TcpListener, time::Duration};

use chrono::TimeDelta;
use hub::{Database, HubState, Identity, ServeFault, Tls, TlsFault, WallClock};
use journal::HubFault;
use testkit::{TempPostgres, TestHub};
use vault::Hash;

use crate::device::{Chain, Device, client, plain};

#[tokio::test]
async fn plain_http_is_refused_off_loopback() {
    let hub = TestHub::start().unwrap();
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let refused = hub::serve(hub.state().unwrap(), listener, None, std::future::pending()).await;
    assert!(matches!(refused, Err(ServeFault::NotEncrypted(_))));
    assert!(refused.unwrap_err().to_string().contains("--tls-cert"));
}

#[tokio::test]
async fn a_code_for_plain_http_names_this_machine_only() {
    let hub = TestHub::start().unwrap();
    let state = hub.state().unwrap();
    let day = TimeDelta::hours(24);
    assert!(state.make_enrol_code("http://hub.example", None, day).await.is_err());
    assert!(state.make_enrol_code("https://hub.example", None, day).await.is_err(), "nothing would be pinned");
    state.make_enrol_code("https://hub.example", Some(Hash::of(b"certificate")), day).await.unwrap();
}

#[tokio::test]
async fn tls_serves_the_certificate_whose_fingerprint_the_code_carries() {
    let hub = TestHub::start().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    let (certificate, key) = (folder.path().join("hub.pem"), folder.path().join("hub.key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    assert_eq!(Tls::fingerprint(&certificate).unwrap(), Hash::of(made.cert.der()));

    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let tls = Tls::read(&certificate, &key).unwrap();
    let served = tokio::spawn(hub::serve(hub.state().unwrap(), listener, Some(tls), async {
        let _dropped = stopped.await;
    }));

    let root = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let http = plain().tls_certs_only([root]).build().unwrap();
    let mut device = Device::stranger(&hub);
    device.http = http;
    device.address = format!("https://127.0.0.1:{port}");
    device.enrol(&hub.enrol_code().unwrap()).await.unwrap();
    device.submit(&Chain::with_records(1).batch(0)).await.unwrap();

    let plain = client().get(format!("http://127.0.0.1:{port}/healthz")).send().await;
    assert!(plain.is_err(), "nothing is said in the clear");
    stop.send(()).unwrap();
    served.await.unwrap().unwrap();

    std::fs::write(&key, "no key").unwrap();
    assert!(matches!(Tls::read(&certificate, &key), Err(TlsFault::NoKey(_))));
    assert!(matches!(Tls::fingerprint(&key), Err(TlsFault::NoCertificate(_))));
}

#[tokio::test]
async fn ready_means_that_postgresql_answers() {
    let postgres = TempPostgres::start_own().unwrap();
    let hub = TestHub::start_on(&postgres, std::sync::Arc::new(WallClock::start())).unwrap();
    let device = Device::enrolled(&hub).await;
    let status =
        async |path: &str| client().get(format!("{}{path}", hub.address())).send().await.unwrap().status().as_u16();
    assert_eq!((status("/healthz").await, status("/readyz").await), (200, 200));
    postgres.stop().unwrap();
    assert_eq!((status("/healthz").await, status("/readyz").await), (200, 503));
    assert_eq!(device.submit(&Chain::open().batch(0)).await, Err(HubFault::Unavailable), "and it is signed");
}

#[tokio::test]
async fn tables_of_another_version_are_not_ready() {
    let hub = TestHub::start().unwrap();
    assert!(hub.state().unwrap().database().is_ready().await);
    hub.database().run("UPDATE refinery_schema_history SET version = version + 1").unwrap();
    assert!(!hub.state().unwrap().database().is_ready().await);
}

#[tokio::test]
async fn a_hub_opens_only_its_own_database() {
    let hub = TestHub::start().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let stranger = TempPostgres::start().unwrap().database().unwrap();
    let elsewhere = Database::at(&stranger.url()).unwrap();
    let clock = WallClock::start();
    let made = hub::init(folder.path(), &elsewhere, &clock).await.unwrap();
    assert!(hub::init(folder.path(), &elsewhere, &clock).await.is_err(), "a hub is set up once");

    let other = Database::at(&hub.database().url()).unwrap();
    let refused = HubState::open(made, other.clone(), std::sync::Arc::new(WallClock::start())).await;
    assert!(refused.unwrap_err().to_string().contains("belongs to a hub"));
    let empty = tempfile::tempdir().unwrap();
    assert!(hub::init(empty.path(), &other, &clock).await.is_err(), "no second key for a database");
    assert!(Identity::read(empty.path()).is_err());
}

#[tokio::test]
async fn a_stopped_hub_finishes_and_is_back_at_its_address() {
    let mut hub = TestHub::start().unwrap();
    let mut device = Device::enrolled(&hub).await;
    device.http = plain().build().unwrap();
    let mut chain = Chain::open();
    device.submit(&chain.batch(0)).await.unwrap();
    let began = std::time::Instant::now();
    hub.stop().unwrap();
    assert!(began.elapsed() < Duration::from_secs(5), "an idle connection is not waited for");
    assert!(client().get(format!("{}/healthz", hub.address())).send().await.is_err());
    hub.restart().unwrap();
    chain.file_record();
    device.http = client();
    assert_eq!(device.held(&chain.batch(1)).await, [chain.hash(1)]);
}
