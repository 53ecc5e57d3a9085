//! An invented region with known true effects.
