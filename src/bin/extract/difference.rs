//! Two records, compared field by field, for people.
//!
//! In: the record that was and the one that is. Out: one entry a changed field:
//!
//! ```text
//! byline.authors[0].name
//!     was  "By Ada Quill"
//!     is   "Ada Quill"
//! ```
//!
//! Lists are compared after their common head and tail, so that one entry more does not change all that follow.

use serde_json::Value;

/// What changed, in the order of the record's fields.
pub(crate) fn differences(was: &Value, is: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", Some(was), Some(is), &mut found);
    found
}

fn compare(path: &str, was: Option<&Value>, is: Option<&Value>, found: &mut Vec<String>) {
    match (was, is) {
        (was, is) if was == is => {}
        (Some(Value::Object(was)), Some(Value::Object(is))) => {
            let gone = was.keys().filter(|key| !is.contains_key(*key));
            for key in is.keys().chain(gone) {
                let dot = if path.is_empty() { "" } else { "." };
                compare(&format!("{path}{dot}{key}"), was.get(key), is.get(key), found);
            }
        }
        (Some(Value::Array(was)), Some(Value::Array(is))) => lists(path, was, is, found),
        (was, is) => found.push(format!("{path}\n      was  {}\n      is   {}", shown(was), shown(is))),
    }
}

/// Compares what stands between the head and the tail that the two lists share.
fn lists(path: &str, was: &[Value], is: &[Value], found: &mut Vec<String>) {
    let head = was.iter().zip(is).take_while(|(was, is)| was == is).count();
    let (was, is) = (was.get(head..).unwrap_or_default(), is.get(head..).unwrap_or_default());
    let tail = match was.len() == is.len() {
        true => 0,
        false => was.iter().rev().zip(is.iter().rev()).take_while(|(was, is)| was == is).count(),
    };
    for at in 0..was.len().max(is.len()) - tail {
        let one = |list: &'_ [Value]| (at + tail < list.len()).then(|| list.get(at).cloned()).flatten();
        compare(&format!("{path}[{}]", head + at), one(was).as_ref(), one(is).as_ref(), found);
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "(nothing)".to_owned(), Value::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_are_named() {
        let was = json!({"a": 1, "b": {"c": ["x", {"d": null}]}, "gone": true});
        let is = json!({"a": 1, "b": {"c": ["x", {"d": "y"}]}, "new": 2});
        let found = differences(&was, &is);
        assert_eq!(
            found,
            [
                "b.c[1].d\n      was  null\n      is   \"y\"",
                "new\n      was  (nothing)\n      is   2",
                "gone\n      was  true\n      is   (nothing)",
            ]
        );
    }

    #[test]
    fn one_entry_more_changes_one_entry() {
        let found = differences(&json!({"a": [1, 2, 3]}), &json!({"a": [1, 9, 2, 3]}));
        assert_eq!(found, ["a[1]\n      was  (nothing)\n      is   9"]);
        assert!(differences(&json!([]), &json!([])).is_empty());
    }
}
