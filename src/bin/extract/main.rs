//! The command: articles in, records out. Everything about news is in the library; here are files, pipes and messages.
//!
//! ```text
//! args ─▶ settings ─▶ inputs ─▶ article ─▶ output
//!                      files      │  all cores: batch; earlier records: resume
//!                      lines      └▶ check, difference: own snapshot tests
//! ```
//!
//! Nothing but records (or what was asked for instead) goes to standard output; messages go to standard error through
//! `progress`.

mod args;
mod article;
mod batch;
mod check;
mod difference;
mod files;
mod inputs;
mod job;
mod lines;
mod output;
mod progress;
mod resume;
mod settings;
mod wide;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use args::Args;
use output::{Output, Packing, part_of};
use progress::{Reporter, say};
use resume::Kept;
use settings::Settings;

/// Why a run ended without having read everything.
enum End {
    /// Wrong usage: nothing was read.
    Usage(anyhow::Error),
    /// The run broke off.
    Broken(anyhow::Error),
}

fn main() -> ExitCode {
    // A panic is told as the failure of its article: the default message would say it twice.
    std::panic::set_hook(Box::new(|_| {}));
    match run(Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(End::Usage(error)) => {
            say(&format!("{error:#}"));
            ExitCode::from(2)
        }
        Err(End::Broken(error)) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(End::Broken(error)) => {
            say(&format!("{error:#}"));
            ExitCode::from(1)
        }
    }
}

/// A reader that has seen enough is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>());
    io.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(args: Args) -> Result<bool, End> {
    if args.schema {
        return schema().map(|()| true).map_err(End::Broken);
    }
    let (checks, accepts) = (args.check, args.accept);
    let settings = Settings::new(args).map_err(End::Usage)?;
    if checks {
        return check::run(settings, accepts).map_err(End::Broken);
    }
    let kept = match &settings.output {
        Some(target) if settings.resume => {
            let kept = Kept::open(&part_of(target), Packing::of(target)).map_err(End::Broken)?;
            if kept.is_none() && target.exists() {
                say(&format!("{} is whole already", target.display()));
                return Ok(true);
            }
            kept
        }
        _ => None,
    };
    let output = match &settings.output {
        Some(target) => Output::file(target, kept.as_ref().map(|kept| kept.bytes)).map_err(End::Usage)?,
        None => Output::stdout(),
    };
    write(settings, output, kept).map_err(End::Broken)
}

fn write(settings: Settings, mut output: Output, kept: Option<Kept>) -> Result<bool> {
    let mut reporter = Reporter::new(&settings);
    if settings.single {
        return match batch::single(&settings, &mut output, &mut reporter)? {
            true => output.finish().map(|()| true),
            false => {
                output.give_up();
                Ok(false)
            }
        };
    }
    let all = batch::run(settings, &mut output, kept, &mut reporter)?;
    output.finish()?;
    reporter.summary();
    Ok(all)
}

fn schema() -> Result<()> {
    let schema = schemars::schema_for!(newscopy::Record);
    let mut text = serde_json::to_vec_pretty(&schema)?;
    text.push(b'\n');
    io::stdout().write_all(&text)?;
    Ok(())
}
