//! From the command line's paths to jobs, one an article, in order. Files are opened late, and lines are read as they
//! come, so that any number of articles takes the same memory.

use std::io::{self, BufRead};
use std::path::PathBuf;

use anyhow::Result;

use crate::files;
use crate::job::{Content, Failure, Job};
use crate::lines::{Articles, Piece, next_line};
use crate::settings::{Format, Settings};
use crate::wide::narrowed;

type Jobs = Box<dyn Iterator<Item = Job> + Send>;

/// All articles of the input.
pub(crate) fn jobs(settings: &Settings) -> Result<Jobs> {
    if settings.paths.is_empty() {
        return Ok(of_input(None, settings.id.clone(), settings));
    }
    let mut all: Vec<Jobs> = Vec::new();
    for path in &settings.paths {
        if path.as_os_str() == "-" {
            all.push(of_input(None, settings.id.clone(), settings));
        } else if path.is_dir() {
            all.push(of_folder(path.clone(), settings)?);
        } else {
            let id = settings.id.clone().unwrap_or_else(|| path.to_string_lossy().into_owned());
            all.push(of_input(Some(path.clone()), Some(id), settings));
        }
    }
    Ok(Box::new(all.into_iter().flatten()))
}

/// How many files the folders and paths hold.
pub(crate) fn count(settings: &Settings) -> u64 {
    let of = |path: &PathBuf| match path.is_dir() {
        true => files::below(path, &settings.globs).map_or(0, Iterator::count),
        false => 1,
    };
    settings.paths.iter().map(|path| of(path) as u64).sum()
}

fn of_folder(folder: PathBuf, settings: &Settings) -> Result<Jobs> {
    let mut found = files::below(&folder, &settings.globs)?.peekable();
    if found.peek().is_none() {
        let message = format!("no articles in this folder: no file is named {}", settings.globs.join(" or "));
        let failure = Failure { code: "no_articles", message };
        return Ok(Box::new(std::iter::once(Job::failed(folder.display().to_string(), failure))));
    }
    let settings = settings.clone();
    Ok(Box::new(found.flat_map(move |entry| match entry {
        Ok((path, id)) => of_input(Some(path), Some(id), &settings),
        Err((name, failure)) => Box::new(std::iter::once(Job::failed(name, failure))),
    })))
}

/// The articles of one file, or of standard input.
fn of_input(path: Option<PathBuf>, id: Option<String>, settings: &Settings) -> Jobs {
    let name = path.as_ref().map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
    if let Format::Whole = settings.format {
        let content = path.map_or(Content::Stdin, Content::File);
        return Box::new(std::iter::once(Job { id, name, content, is_line: false }));
    }
    let reader = match path.map_or_else(files::stdin, |path| files::open(&path)) {
        Ok(reader) => reader,
        Err(error) => return Box::new(std::iter::once(Job::failed(name, error.into()))),
    };
    match &settings.format {
        Format::Split(border) => {
            let (reader, wide) = match narrowed(reader, settings.encoding.as_deref()) {
                Ok(found) => found,
                Err(error) => return Box::new(std::iter::once(Job::failed(name, error.into()))),
            };
            let articles = Articles::new(reader, border.clone(), settings.max_bytes);
            split(articles, name, id, settings.max_bytes, if wide { Content::Utf8 } else { Content::Bytes })
        }
        Format::Lines(_) | Format::Whole => lines(reader, name, settings.max_bytes),
    }
}

fn split(mut articles: Articles, name: String, id: Option<String>, most: u64, content: fn(Vec<u8>) -> Content) -> Jobs {
    let job = move |at: String, piece: Piece| Job {
        id: Some(id.as_ref().map_or_else(|| at.clone(), |file| format!("{file}#{at}"))),
        name: format!("{name}#{at}"),
        content: match piece {
            Piece::Whole(bytes) => content(bytes),
            Piece::TooLong => Content::Failed(Failure::too_large(most)),
        },
        is_line: false,
    };
    until_error(move || articles.next().map(|next| next.map(|(at, piece)| job(at, piece))))
}

fn lines(mut reader: Box<dyn BufRead + Send>, name: String, most: u64) -> Jobs {
    let mut count = 0;
    until_error(move || {
        let piece = next_line(reader.as_mut(), most)?;
        count += 1;
        Ok(piece.map(|piece| Job {
            id: None,
            name: format!("{name}, line {count}"),
            content: match piece {
                Piece::Whole(bytes) => Content::Line(bytes),
                Piece::TooLong => Content::Failed(Failure::too_large(most)),
            },
            is_line: true,
        }))
    })
}

/// What `next` gives; an error is the last job, and a failure.
fn until_error(mut next: impl FnMut() -> io::Result<Option<Job>> + Send + 'static) -> Jobs {
    let mut over = false;
    Box::new(std::iter::from_fn(move || {
        if over {
            return None;
        }
        next().unwrap_or_else(|error| {
            over = true;
            Some(Job::failed("the input breaks off".to_owned(), error.into()))
        })
    }))
}
