//! What is said on standard error while articles are read: failures by name, progress on a terminal, one line at the end.

use std::io::{self, IsTerminal, Write};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::job::Done;
use crate::settings::Settings;

/// Counts, and tells.
pub(crate) struct Reporter {
    bar: ProgressBar,
    started: Instant,
    quiet: bool,
    articles: u64,
    kept: u64,
    bytes: u64,
    failures: u64,
}

impl Reporter {
    /// A reporter; the bar is drawn on a terminal only.
    pub(crate) fn new(settings: &Settings) -> Self {
        let drawn = !settings.quiet && !settings.single && io::stderr().is_terminal();
        let bar = match drawn {
            true => ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(4)),
            false => ProgressBar::hidden(),
        };
        let style = "{elapsed} {wide_bar} {pos}/{len} articles, {msg}, {per_sec}, {eta} left";
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        let quiet = settings.quiet || settings.single;
        Self { bar, started: Instant::now(), quiet, articles: 0, kept: 0, bytes: 0, failures: 0 }
    }

    /// Whether a bar is drawn, and where its length is set.
    pub(crate) fn bar(&self) -> Option<ProgressBar> {
        (!self.bar.is_hidden()).then(|| self.bar.clone())
    }

    /// An article is done.
    pub(crate) fn done(&mut self, done: &Done, counts_as_failure: bool) {
        self.articles += 1;
        self.bytes += done.bytes;
        if let (Some(failure), true) = (&done.failure, counts_as_failure) {
            self.fail(&done.name, &failure.message);
        }
        self.step();
    }

    /// An article was done in an earlier run.
    pub(crate) fn kept(&mut self) {
        self.articles += 1;
        self.kept += 1;
        self.step();
    }

    /// Something could not be read.
    pub(crate) fn fail(&mut self, name: &str, message: &str) {
        self.failures += 1;
        self.say(&format!("{name}: {message}"));
    }

    /// One line on standard error.
    pub(crate) fn say(&self, line: &str) {
        self.bar.suspend(|| say(line));
    }

    /// Whether anything could not be read.
    pub(crate) fn failed(&self) -> bool {
        self.failures > 0
    }

    /// The last line.
    pub(crate) fn summary(&self) {
        self.bar.finish_and_clear();
        if self.quiet {
            return;
        }
        let seconds = self.started.elapsed().as_secs_f64().max(0.001);
        let made = (self.articles - self.kept) as f64;
        let kept = if self.kept > 0 { format!(", {} of them kept", self.kept) } else { String::new() };
        let failures = if self.failures > 0 { format!(", {} could not be read", self.failures) } else { String::new() };
        say(&format!(
            "{} articles{kept}, {:.1} MB in {seconds:.1} s ({:.0} a second){failures}",
            self.articles,
            megabytes(self.bytes),
            made / seconds
        ));
    }

    fn step(&mut self) {
        if !self.bar.is_hidden() {
            self.bar.set_message(format!("{:.1} MB, {} failed", megabytes(self.bytes), self.failures));
        }
        self.bar.set_position(self.articles);
    }
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// One line on standard error, under the command's name.
pub(crate) fn say(line: &str) {
    // Where standard error is gone there is nobody left to tell.
    let _ = writeln!(io::stderr(), "extract: {line}");
}
