//! The same commands over loopback HTTP, for browsers and machines with no display. Not part of a
//! release: there the window is the only way in.
//!
//! It listens on 127.0.0.1 alone. The address that it prints carries a token that works once: it
//! becomes a cookie of this browser, and without the cookie nothing is answered. Requests from
//! other origins are refused.

mod host;
mod serve;

pub use serve::{Devhost, start};
