//! Randomness, from the operating system only.

use zeroize::Zeroizing;

/// The operating system gave no randomness. Nothing may be sealed, signed or named without it: the
/// act is given up and the person is asked to restart the computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no randomness")]
pub struct NoRandomness;

/// `N` random bytes from the operating system, for salts, nonces and ids.
///
/// # Errors
/// [`NoRandomness`], which is fatal to the act: there is no second source to fall back on.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// As [`random_bytes`], filled in place so that no copy is left behind.
pub(crate) fn random_secret<const N: usize>() -> Result<Zeroizing<[u8; N]>, NoRandomness> {
    let mut bytes = Zeroizing::new([0u8; N]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| NoRandomness)?;
    Ok(bytes)
}
