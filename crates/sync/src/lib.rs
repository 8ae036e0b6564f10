//! The way out: client of the protocol and the background loop.
