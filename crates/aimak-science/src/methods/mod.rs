//! Textbook methods: soil stocks, diversity, intervals.
