//! Lines of bytes, none longer than allowed, and the articles between lines that set them apart.
//!
//! In: a reader. Out: [`Piece`]s. A line that is too long is passed over without being held: memory stays flat.

use std::io::{self, BufRead};

use regex::bytes::Regex;

/// A line, without its line end, or an article.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Its bytes.
    Whole(Vec<u8>),
    /// It had more bytes than allowed.
    TooLong,
}

/// Reads up to the next line end and past it; `None` at the end of the input. The line end (`\n`) is kept.
pub(crate) fn next_line(reader: &mut dyn BufRead, most: u64) -> io::Result<Option<Piece>> {
    let mut line = Vec::new();
    let (mut any, mut too_long) = (false, false);
    loop {
        let chunk = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        if chunk.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', chunk);
        let part = chunk.get(..end.map_or(chunk.len(), |at| at + 1)).unwrap_or_default();
        too_long |= (line.len() + part.len()) as u64 > most.saturating_add(1);
        if too_long {
            line = Vec::new();
        } else {
            line.extend_from_slice(part);
        }
        let length = part.len();
        reader.consume(length);
        if end.is_some() {
            break;
        }
    }
    Ok(any.then_some(if too_long { Piece::TooLong } else { Piece::Whole(line) }))
}

/// The articles of one reader.
pub(crate) struct Articles {
    reader: Box<dyn BufRead + Send>,
    border: Regex,
    most: u64,
    /// The name of the article that comes next, where its border gave one.
    name: Option<String>,
    count: usize,
    over: bool,
}

impl Articles {
    /// The articles between lines that match `border`.
    pub(crate) fn new(reader: Box<dyn BufRead + Send>, border: Regex, most: u64) -> Self {
        Self { reader, border, most, name: None, count: 0, over: false }
    }

    /// The next article and its name within the file: what the border's first group matched, else its number from 1.
    /// What stands between two borders and is blank is no article.
    pub(crate) fn next(&mut self) -> io::Result<Option<(String, Piece)>> {
        let mut article = Vec::new();
        let mut too_long = false;
        while !self.over {
            let ended = match next_line(self.reader.as_mut(), self.most)? {
                None => {
                    self.over = true;
                    Some(None)
                }
                Some(Piece::TooLong) => {
                    too_long = true;
                    None
                }
                Some(Piece::Whole(line)) => {
                    let next = self.border_name(&line);
                    too_long |= next.is_none() && (article.len() + line.len()) as u64 > self.most;
                    if next.is_none() && !too_long {
                        article.extend_from_slice(&line);
                    }
                    next
                }
            };
            let Some(next) = ended else { continue };
            let name = std::mem::replace(&mut self.name, next);
            if too_long || !article.trim_ascii().is_empty() {
                self.count += 1;
                let piece = if too_long { Piece::TooLong } else { Piece::Whole(article) };
                return Ok(Some((name.unwrap_or_else(|| self.count.to_string()), piece)));
            }
            article.clear();
        }
        Ok(None)
    }

    /// Whether the line is a border, and what its first group matches.
    fn border_name(&self, line: &[u8]) -> Option<Option<String>> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let found = self.border.captures(line)?;
        Some(found.get(1).map(|group| String::from_utf8_lossy(group.as_bytes()).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(text: &'static str, border: &str, most: u64) -> Vec<(String, Option<String>)> {
        let mut articles = Articles::new(Box::new(text.as_bytes()), Regex::new(border).expect("is a regex"), most);
        let mut found = Vec::new();
        while let Some((name, piece)) = articles.next().expect("memory can be read") {
            found.push((
                name,
                match piece {
                    Piece::Whole(bytes) => Some(String::from_utf8(bytes).expect("is UTF-8")),
                    Piece::TooLong => None,
                },
            ));
        }
        found
    }

    #[test]
    fn articles_stand_between_borders() {
        let found = articles("one\r\n====\n\n====\r\ntwo\nlines", "^={4}$", 100);
        assert_eq!(found, [("1".into(), Some("one\r\n".into())), ("2".into(), Some("two\nlines".into()))]);
        let found = articles("Document 7 of 9\na\nDocument 8 of 9\nb\n", r"^Document (\d+) of", 100);
        assert_eq!(found, [("7".into(), Some("a\n".into())), ("8".into(), Some("b\n".into()))]);
        assert_eq!(articles("= \n\n", "^= ", 100), []);
    }

    #[test]
    fn what_is_too_long_is_passed_over() {
        let found = articles("aaaa\naaaa\n=\nb\n=\ncccccccccccccccc\n=\nd\n", "^=$", 8);
        assert_eq!(found.iter().map(|(_, text)| text.is_some()).collect::<Vec<_>>(), [false, true, false, true]);
        let mut reader: &[u8] = b"123456789\n12\n";
        assert_eq!(next_line(&mut reader, 4).expect("is read"), Some(Piece::TooLong));
        assert_eq!(next_line(&mut reader, 4).expect("is read"), Some(Piece::Whole(b"12\n".to_vec())));
        assert_eq!(next_line(&mut reader, 4).expect("is read"), None);
    }
}
