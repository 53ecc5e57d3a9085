//! Release folder in, static atlas out; formats, draws and translates, computes no science.
