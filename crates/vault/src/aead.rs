//! AES-256-GCM with a 96-bit nonce and a 128-bit tag at the end, in place.

use aes_gcm::aead::inout::InOutBuf;
use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit};

/// Bytes that sealing adds.
pub(crate) const TAG: usize = 16;

/// A key made ready for use. The round keys are zeroized on drop by `aes`.
pub(crate) struct Cipher(Aes256Gcm);

/// The tag does not fit: other key, other nonce, other context, or altered bytes.
pub(crate) struct NotAuthentic;

impl Cipher {
    pub(crate) fn new(key: &[u8; 32]) -> Cipher {
        Cipher(Aes256Gcm::new(key.into()))
    }

    /// Replaces the plain bytes by sealed ones and adds the tag.
    pub(crate) fn seal(&self, nonce: &[u8; 12], context: &[u8], bytes: &mut Vec<u8>) {
        let sealed = self.0.encrypt_inout_detached(nonce.into(), context, InOutBuf::from(bytes.as_mut_slice()));
        match sealed {
            Ok(tag) => bytes.extend_from_slice(&tag),
            // GCM's limit is 64 GiB in one piece. Writing the bytes out unsealed must be impossible.
            Err(_) => unreachable!("a piece to seal is held in memory and far below 64 GiB"),
        }
    }

    /// Checks the tag, then replaces the sealed bytes by plain ones. On error `bytes` is emptied.
    pub(crate) fn open(&self, nonce: &[u8; 12], context: &[u8], bytes: &mut Vec<u8>) -> Result<(), NotAuthentic> {
        let opened = self.open_in_place(nonce, context, bytes);
        if opened.is_err() {
            bytes.clear();
        }
        opened
    }

    fn open_in_place(&self, nonce: &[u8; 12], context: &[u8], bytes: &mut Vec<u8>) -> Result<(), NotAuthentic> {
        let at = bytes.len().checked_sub(TAG).ok_or(NotAuthentic)?;
        let (sealed, tag) = bytes.split_at_mut(at);
        let tag: [u8; TAG] = (&*tag).try_into().map_err(|_| NotAuthentic)?;
        self.0
            .decrypt_inout_detached(nonce.into(), context, InOutBuf::from(sealed), (&tag).into())
            .map_err(|_| NotAuthentic)?;
        bytes.truncate(at);
        Ok(())
    }
}
