//! The hub's certificate: read once, pinned by every device.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use vault::Hash;

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    /// The file cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(PathBuf, #[source] io::Error),
    /// No certificate in PEM is in the file.
    #[error("{0} holds no certificate in PEM")]
    NoCertificate(PathBuf),
    /// No private key in PEM is in the file.
    #[error("{0} holds no private key in PEM")]
    NoKey(PathBuf),
    /// Key and certificate do not belong together, or are of a kind that is not known.
    #[error("the certificate and the key cannot be used together: {0}")]
    Unfit(#[from] rustls::Error),
}

/// A certificate with its key.
#[derive(Clone)]
pub struct Tls(pub(crate) Arc<ServerConfig>);

impl Tls {
    /// Reads both files.
    ///
    /// # Errors
    /// [`TlsFault`].
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, TlsFault> {
        let chain = certificates(certificate)?;
        let pem = std::fs::read(key).map_err(|error| TlsFault::Unreadable(key.into(), error))?;
        let private = PrivateKeyDer::from_pem_slice(&pem).map_err(|_| TlsFault::NoKey(key.into()))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(chain, private)?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self(Arc::new(config)))
    }

    /// SHA-256 of the first certificate in the file (DER): what an enrol code carries.
    ///
    /// # Errors
    /// [`TlsFault::Unreadable`] or [`TlsFault::NoCertificate`].
    pub fn fingerprint(certificate: &Path) -> Result<Hash, TlsFault> {
        let chain = certificates(certificate)?;
        let first = chain.first().ok_or_else(|| TlsFault::NoCertificate(certificate.into()))?;
        Ok(Hash::of(first))
    }
}

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tls(..)")
    }
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsFault> {
    let pem = std::fs::read(path).map_err(|error| TlsFault::Unreadable(path.into(), error))?;
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    chain.ok().filter(|chain| !chain.is_empty()).ok_or_else(|| TlsFault::NoCertificate(path.into()))
}
