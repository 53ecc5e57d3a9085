//! How a computation ends before its end.

use aimak_io::problem::Problem;

use crate::{Failure, problems, voice::Voice};

/// Why a computation ended early.
pub enum Stop {
    /// By the person.
    Interrupted,
    /// By what the disk or a file said.
    Problem(Box<Problem>),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl Stop {
    /// The end of the command, told in words.
    pub fn failure(self, voice: &Voice) -> Failure {
        match self {
            Self::Interrupted => Failure::Interrupted,
            Self::Problem(problem) => problems::report(voice, &[*problem]),
        }
    }
}
