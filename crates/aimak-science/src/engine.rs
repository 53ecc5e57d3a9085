//! Plan, units, partials, merge.
