//! The same api over loopback HTTP, for browsers and machines with no display. Not in release builds.
