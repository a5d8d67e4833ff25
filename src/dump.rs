//! A stage shown as text: what `extract --stage` prints and the stage snapshots hold.
