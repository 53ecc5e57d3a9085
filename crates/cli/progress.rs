//! Bars on a terminal, plain lines elsewhere; and Ctrl-C.

use std::{
    io::IsTerminal as _,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use aimak_core::{Message, Progress};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{Failure, voice::Voice};

/// Set by Ctrl-C; a job that sees it stops before it writes.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C asks the job to stop at its next safe point; a second one ends the process at once.
///
/// Output is renamed into place at the very end, so even the second leaves the last good output whole.
pub fn catch_interrupts() -> Result<(), Failure> {
    ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    })
    .map_err(|error| Failure::Said(error.to_string()))
}

/// Shows progress to the person.
pub struct Bars<'a> {
    voice: &'a Voice,
    bar: Mutex<Option<ProgressBar>>,
    terminal: bool,
}

impl<'a> Bars<'a> {
    /// Progress in the person's language.
    pub fn new(voice: &'a Voice) -> Self {
        Self {
            voice,
            bar: Mutex::new(None),
            terminal: std::io::stderr().is_terminal(),
        }
    }

    /// The bar of the current stage; a panicking worker must not take the messages of others with it.
    fn bar(&self) -> std::sync::MutexGuard<'_, Option<ProgressBar>> {
        self.bar
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Ends the last stage.
    pub fn finish(&self) {
        if let Some(bar) = self.bar().take() {
            bar.finish();
        }
    }

    /// `Err` after an interrupt.
    pub fn checkpoint(&self) -> Result<(), Failure> {
        if self.cancelled() {
            Err(Failure::Interrupted)
        } else {
            Ok(())
        }
    }
}

impl Progress for Bars<'_> {
    fn begin(&self, stage: Message, total: usize) {
        self.finish();
        if self.voice.quiet {
            return;
        }
        let words = self.voice.message(&stage);
        if !self.terminal {
            self.voice.error(&words);
            return;
        }
        let bar =
            ProgressBar::with_draw_target(Some(total.max(1) as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg:40} {bar:30} {pos}/{len}")
            .expect("invariant: template is valid");
        bar.set_style(style);
        bar.set_message(words);
        *self.bar() = Some(bar);
    }

    fn advance(&self, steps: usize) {
        if let Some(bar) = self.bar().as_ref() {
            bar.inc(steps as u64);
        }
    }

    fn cancelled(&self) -> bool {
        INTERRUPTED.load(Ordering::SeqCst)
    }
}
