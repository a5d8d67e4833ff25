//! Any text: every non-blank line is in exactly one block, in order, and every part's runs lie inside the input.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newscopy::layout;
use newscopy::text::chars::is_blank;

fuzz_target!(|text: &str| {
    let page = layout::read(text, &layout::Hints::default());
    let mut end = 0;
    for block in &page.blocks {
        assert!(block.span.start >= end && block.span.end <= text.len(), "blocks out of order");
        assert!(text[end..block.span.start].chars().all(is_blank), "text between blocks: {:?}", &text[end..block.span.start]);
        end = block.span.end;
    }
    assert!(text[end..].chars().all(is_blank), "text after the last block");
    for caption in &page.captions {
        assert!(caption.text.span().end <= text.len());
    }
});
