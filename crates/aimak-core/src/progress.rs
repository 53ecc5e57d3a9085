//! How far is a long job, and may it go on?

use crate::message::Message;

/// Told about the progress of a job; asked whether it should stop.
pub trait Progress: Sync {
    /// A stage begins that consists of `total` steps (0: unknown).
    fn begin(&self, stage: Message, total: usize);
    /// `steps` further steps of the current stage are done.
    fn advance(&self, steps: usize);
    /// True after an interrupt: the job ends at its next safe point and writes nothing.
    fn cancelled(&self) -> bool;
}

/// Says nothing and never stops: for tests and `--quiet`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: Message, _total: usize) {}
    fn advance(&self, _steps: usize) {}
    fn cancelled(&self) -> bool {
        false
    }
}
