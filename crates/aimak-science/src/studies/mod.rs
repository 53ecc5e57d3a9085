//! Studies: state, change, difference of changes; what may be said.
