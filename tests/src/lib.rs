//! Journeys across app, hub and real window; architecture; faults. Tests only.
