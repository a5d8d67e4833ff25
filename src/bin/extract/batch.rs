//! Many articles on all cores, printed in the order of the input, in flat memory.
//!
//! One thread lists the jobs, a pool reads them, and this thread writes: what is ready too early waits in a heap that
//! a [`Window`] bounds. A thread that waits for input holds nobody up: when the output fails, the run ends at once.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::article;
use crate::inputs;
use crate::job::{Done, Job};
use crate::output::Output;
use crate::progress::Reporter;
use crate::resume::Kept;
use crate::settings::Settings;

/// Articles and bytes that may wait between the lister and the writer.
const JOBS_A_THREAD: usize = 64;
const BYTES: usize = 32 << 20;

/// What reaches the writer, under its number.
enum Event {
    /// An article was read.
    Done(Done),
    /// An article that the output already holds, and its failure where it is one.
    Kept(Job, Option<String>),
    /// The output cannot be gone on with.
    Stop(String),
}

/// Bounds what is under way.
struct Window {
    /// The most articles.
    most: usize,
    state: Mutex<(usize, usize)>,
    left: Condvar,
}

impl Window {
    fn new(most: usize) -> Self {
        Self { most, state: Mutex::default(), left: Condvar::new() }
    }

    /// Waits until there is room. One job is always let in, whatever its weight.
    fn enter(&self, weight: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while state.0 > 0 && (state.0 >= self.most || state.1 + weight > BYTES) {
            state = self.left.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        *state = (state.0 + 1, state.1 + weight);
    }

    /// Makes room. Who waits is woken when half of it is free, not at every article: that would cost more than it wins.
    fn leave(&self, weight: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = (state.0 - 1, state.1 - weight);
        if state.0 <= self.most / 2 && state.1 <= BYTES / 2 {
            self.left.notify_all();
        }
    }
}

type Message = (usize, usize, Event);

/// Reads everything there is; true where nothing failed.
pub(crate) fn run(
    settings: Settings,
    output: &mut Output,
    kept: Option<Kept>,
    reporter: &mut Reporter,
) -> Result<bool> {
    let settings = Arc::new(settings);
    let jobs = inputs::jobs(&settings)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(settings.threads).stack_size(8 << 20).build()?;
    let window = Arc::new(Window::new(pool.current_num_threads() * JOBS_A_THREAD));
    let (sender, receiver) = channel();
    if let Some(bar) = reporter.bar().filter(|_| !settings.paths.is_empty()) {
        let settings = Arc::clone(&settings);
        thread::spawn(move || bar.set_length(inputs::count(&settings)));
    }
    let lister = Lister { settings: Arc::clone(&settings), window: Arc::clone(&window), pool, sender };
    thread::Builder::new().spawn(move || lister.list(jobs, kept))?;
    write(&receiver, &window, output, reporter, &settings)?;
    Ok(!reporter.failed())
}

/// Lists jobs, and gives them to the pool.
struct Lister {
    settings: Arc<Settings>,
    window: Arc<Window>,
    pool: rayon::ThreadPool,
    sender: Sender<Message>,
}

impl Lister {
    fn list(self, jobs: impl Iterator<Item = Job>, kept: Option<Kept>) {
        let mut number = 0;
        let outcome = self.go_on(jobs, kept, &mut number);
        if let Err(error) = outcome {
            self.window.enter(0);
            let _ = self.sender.send((number, 0, Event::Stop(format!("{error:#}"))));
        }
    }

    fn go_on(&self, jobs: impl Iterator<Item = Job>, mut kept: Option<Kept>, number: &mut usize) -> Result<()> {
        let mut next = kept.as_mut().map(Kept::next).transpose()?.flatten();
        for job in jobs {
            let weight = job.weight();
            self.window.enter(weight);
            match (next.take(), kept.as_mut()) {
                (Some(record), Some(kept)) if record.is_of(&job) => {
                    next = kept.next()?;
                    let sent = self.sender.send((*number, weight, Event::Kept(job, record.failure())));
                    if sent.is_err() {
                        return Ok(());
                    }
                }
                (record, _) => {
                    let replayed = record.is_some();
                    next = record;
                    self.read(job, *number, weight, replayed);
                }
            }
            *number += 1;
        }
        if next.is_some() {
            bail!("the output holds records that this input does not give: start again without --resume");
        }
        Ok(())
    }

    fn read(&self, job: Job, number: usize, weight: usize, replayed: bool) {
        let (settings, sender) = (Arc::clone(&self.settings), self.sender.clone());
        self.pool.spawn_fifo(move || {
            let done = article::work(job, &settings);
            let event = match replayed && done.output.is_some() {
                true => Event::Stop(format!(
                    "{}: not in the output that is gone on with: start again without --resume",
                    done.name
                )),
                false => Event::Done(done),
            };
            // The writer is gone where the output failed: then nobody waits for this.
            let _ = sender.send((number, weight, event));
        });
    }
}

/// Writes what arrives, in order.
fn write(
    receiver: &Receiver<Message>,
    window: &Window,
    output: &mut Output,
    reporter: &mut Reporter,
    settings: &Settings,
) -> Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    loop {
        let message = match receiver.try_recv() {
            Err(TryRecvError::Empty) => {
                output.idle()?;
                receiver.recv().ok()
            }
            message => message.ok(),
        };
        let Some((number, weight, event)) = message else { break };
        waiting.insert(number, (weight, event));
        while let Some((weight, event)) = waiting.remove(&next) {
            next += 1;
            take(event, output, reporter, settings)?;
            window.leave(weight);
        }
    }
    Ok(())
}

fn take(event: Event, output: &mut Output, reporter: &mut Reporter, settings: &Settings) -> Result<()> {
    match event {
        Event::Stop(message) => bail!(message),
        Event::Kept(job, failure) => {
            reporter.kept();
            if let Some(message) = failure.filter(|_| !settings.keep_going) {
                reporter.fail(&job.name, &message);
            }
        }
        Event::Done(done) => {
            if let Some(bytes) = &done.output {
                output.write(bytes)?;
            }
            reporter.done(&done, done.output.is_none() || !settings.keep_going);
        }
    }
    Ok(())
}

/// Reads one article on this thread; true where it could be read.
pub(crate) fn single(settings: &Settings, output: &mut Output, reporter: &mut Reporter) -> Result<bool> {
    let job = inputs::jobs(settings)?.next().context("there is no input")?;
    let done = article::work(job, settings);
    if let Some(bytes) = &done.output {
        output.write(bytes)?;
    }
    reporter.done(&done, true);
    Ok(!reporter.failed())
}
