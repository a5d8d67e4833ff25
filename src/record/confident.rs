//! A record without the statements that are too unsure, with every index that points to statements put right.

use super::Record;

/// Leaves out the statements whose confidence is below `least`, and the speakers that have none left.
pub fn keep(record: &mut Record, least: f64) {
    let mut count = 0;
    let places: Vec<Option<usize>> = record
        .statements
        .iter()
        .map(|statement| {
            let kept = statement.confidence >= least;
            count += usize::from(kept);
            kept.then(|| count - 1)
        })
        .collect();
    let moved = |at: usize| places.get(at).copied().flatten();
    record.statements.retain(|statement| statement.confidence >= least);
    for statement in &mut record.statements {
        statement.repeats = statement.repeats.and_then(moved);
    }
    for quote in &mut record.pull_quotes {
        quote.statement = quote.statement.and_then(moved);
    }
    for speaker in &mut record.speakers {
        speaker.statements = speaker.statements.iter().filter_map(|at| moved(*at)).collect();
    }
    record.speakers.retain(|speaker| !speaker.statements.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_follow_the_statements_that_stay() {
        let statement = |confidence: f64, repeats: Option<usize>| {
            serde_json::json!({
                "kind": "direct", "text": "a", "spans": [[0, 1]], "speaker": null, "cue": null, "addressee": null,
                "when": null, "part": "body", "section": 0, "paragraph": 0, "repeats": repeats, "confidence": confidence,
            })
        };
        let speaker = |name: &str, statements: &[usize]| serde_json::json!({"name": name, "kind": "person", "description": null, "statements": statements});
        let quote = serde_json::json!({"text": "a", "placement": "dek", "attribution": null, "statement": 2});
        let mut record: Record = serde_json::from_value(serde_json::json!({
            "schema_version": 1, "id": null, "language": null, "kicker": null, "headline": null, "dek": null,
            "byline": null, "published": null, "updated": null, "stamps": [], "dateline": null, "captions": [], "sections": [],
            "pull_quotes": [quote],
            "statements": [statement(0.9, Some(2)), statement(0.2, None), statement(0.8, Some(1))],
            "speakers": [speaker("Ada Quill", &[0, 1]), speaker("Bo Lark", &[1])],
            "notes": [], "furniture": [], "warnings": [],
        }))
        .expect("is a record");
        keep(&mut record, 0.5);
        assert_eq!(record.statements.len(), 2);
        assert_eq!((record.statements[0].repeats, record.statements[1].repeats), (Some(1), None));
        assert_eq!(record.pull_quotes[0].statement, Some(1));
        assert_eq!(record.speakers.len(), 1);
        assert_eq!(record.speakers[0].statements, [0]);
    }
}
