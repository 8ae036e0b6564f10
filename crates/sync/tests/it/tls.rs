//! TLS to exactly the pinned certificate.

use std::{io::Read, io::Write, net::TcpListener, sync::Arc, time::Duration};

use domain::Clock;
use journal::{Hub, StandingRequest};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer},
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};
use sync::{HubClient, OwnKey, Patience, Pin};
use vault::{Hash, SigningKey};

use crate::{line::plain_answer, world::Desk};

struct Identity {
    certificate: CertificateDer<'static>,
    key: Vec<u8>,
}

fn identity() -> Identity {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    Identity { certificate: made.cert.der().clone(), key: made.signing_key.serialize_der() }
}

/// Shows a certificate and signs with whatever key it has.
#[derive(Debug)]
struct Shows(Arc<CertifiedKey>);

impl ResolvesServerCert for Shows {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.clone())
    }
}

/// A server that shows a certificate, signs with a key and says 200 to everything.
fn serve(certificate: CertificateDer<'static>, key: Vec<u8>) -> String {
    let provider = Arc::new(ring::default_provider());
    let key = provider.key_provider.load_private_key(PrivateKeyDer::try_from(key).unwrap()).unwrap();
    let shown = Shows(Arc::new(CertifiedKey::new(vec![certificate], key)));
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(shown));
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut tls = StreamOwned::new(ServerConnection::new(config.clone()).unwrap(), stream);
            // A client that does not like the certificate hangs up here.
            if tls.read(&mut [0; 4096]).is_ok() {
                let _hung_up = tls.write_all(&plain_answer("200 OK", "", "hello")).and_then(|()| tls.flush());
            }
        }
    });
    address
}

async fn code_of(address: String, pinned: &CertificateDer<'_>) -> &'static str {
    let desk = Desk::new(3);
    let pin = Pin { address, key: SigningKey::make().unwrap().public(), certificate: Some(Hash::of(pinned)) };
    let clock: Arc<dyn Clock> = desk.clock.clone();
    let patience = Patience { connect: Duration::from_secs(5), answer: Duration::from_secs(5) };
    let client = HubClient::new(&pin, Arc::new(OwnKey(desk.casebook.clone())), clock, patience).unwrap();
    let (chain, _) = desk.casebook.device();
    client.standing(StandingRequest { chain, locator: vec![chain] }).await.unwrap_err().code()
}

#[tokio::test]
async fn the_pinned_certificate_is_spoken_to() {
    let pinned = identity();
    let address = serve(pinned.certificate.clone(), pinned.key);
    // Past TLS: it is the missing signature that is complained about.
    assert_eq!(code_of(address, &pinned.certificate).await, "not_the_hub");
}

#[tokio::test]
async fn any_other_certificate_is_refused_and_told_apart_from_no_network() {
    let (pinned, other) = (identity(), identity());
    let address = serve(other.certificate, other.key);
    assert_eq!(code_of(address, &pinned.certificate).await, "wrong_certificate");
}

#[tokio::test]
async fn showing_the_pinned_certificate_without_its_key_is_refused() {
    let (pinned, thief) = (identity(), identity());
    let address = serve(pinned.certificate.clone(), thief.key);
    assert_eq!(code_of(address, &pinned.certificate).await, "wrong_certificate");
}
