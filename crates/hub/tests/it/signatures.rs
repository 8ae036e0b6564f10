//! Requests are signed by the device, answers by the hub.

use journal::{HubErrorBody, HubFault, RequestMark};
use testkit::TestHub;
use vault::SigningKey;

use crate::device::{Chain, Device, client};

#[tokio::test]
async fn a_request_without_a_mark_is_refused() {
    let hub = TestHub::start().unwrap();
    for path in ["enrol", "standing", "batches", "verdicts"] {
        let answer = client().post(format!("{}/v1/{path}", hub.address())).body("{}").send().await.unwrap();
        assert_eq!(answer.status(), 401);
        assert!(answer.headers().get("holdfast-answer").is_none(), "there is no nonce to tie it to");
        let error: HubErrorBody = answer.text().await.map(|text| serde_json::from_str(&text).unwrap()).unwrap();
        assert_eq!(error, HubFault::NotSigned.into());
    }
}

#[tokio::test]
async fn a_mark_fits_one_method_target_and_body() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let body = serde_json::to_vec(&Chain::open().batch(0)).unwrap();
    let fits = RequestMark::sign(&device.key, [1; 16], "POST", "/v1/batches", &body);
    assert_eq!(device.send_marked("POST", "/v1/batches", body.clone(), &fits).await.status, 200);
    let others = [
        RequestMark::sign(&device.key, [1; 16], "PUT", "/v1/batches", &body),
        RequestMark::sign(&device.key, [1; 16], "POST", "/v1/standing", &body),
        RequestMark::sign(&device.key, [1; 16], "POST", "/v1/batches", b"{}"),
        RequestMark { nonce: [2; 16], ..fits.clone() },
        RequestMark { device: SigningKey::make().unwrap().public(), ..fits.clone() },
    ];
    for mark in others {
        let answer = device.send_marked("POST", "/v1/batches", body.clone(), &mark).await;
        assert_eq!(answer.fault(), HubFault::NotSigned, "and the refusal is signed");
    }
    let query = device.send_marked("POST", "/v1/batches?x=1", body, &fits).await;
    assert_eq!(query.fault(), HubFault::NotSigned, "the query is signed too");
}

#[tokio::test]
async fn a_device_that_is_not_enrolled_gets_nothing() {
    let hub = TestHub::start().unwrap();
    let stranger = Device::stranger(&hub);
    let chain = Chain::open();
    assert_eq!(stranger.submit(&chain.batch(0)).await, Err(HubFault::UnknownDevice));
    for path in ["/v1/standing", "/v1/verdicts", "/v1/nothing"] {
        assert_eq!(stranger.send("POST", path, b"{}".to_vec()).await.fault(), HubFault::UnknownDevice);
    }
    assert_eq!(stranger.send("PUT", "/v1/blobs/x", vec![]).await.fault(), HubFault::UnknownDevice);
    assert_eq!(hub.custody().unwrap().links, 0);
}
