//! The commands, declared once: request and response types, closed error codes, TypeScript.
