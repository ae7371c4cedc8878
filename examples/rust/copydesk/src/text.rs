// SPDX-License-Identifier: Apache-2.0
// text.rs - clean text and the way back.
use crate::{borrowed, c_span, c_string, items, make, span, words, Error, Repair, Span, Unit};
use copydesk_sys as sys;
use std::ptr;

/// What [`normalize_with`] does beyond decoding, repair and NFC.
#[derive(Clone, Copy, Debug, Default)]
pub struct NormalizeOptions<'a> {
    /// Declared charset; None: find out.
    pub charset: Option<&'a str>,
    /// Of all spans, on both sides.
    pub offsets: Unit,
    /// Refuse longer text; 0: 256 MiB.
    pub max_bytes: u64,
    /// Decode, but repair nothing.
    pub keep_damage: bool,
    pub nfkc: bool,
    pub fold_case: bool,
    /// Quotation marks to " and '.
    pub plain_marks: bool,
    pub plain_dashes: bool,
    pub plain_spaces: bool,
    pub plain_ellipses: bool,
    pub plain_digits: bool,
    /// Fill [`CleanText::changes`].
    pub changes: bool,
}

/// A place where the clean text and the input differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Empty if the source was left out.
    pub clean: Span,
    /// Empty if nothing stood there.
    pub source: Span,
}

/// Clean text and the way back.
pub struct CleanText(*mut sys::copydesk_text);
unsafe impl Send for CleanText {}
unsafe impl Sync for CleanText {}

/// Decodes, repairs and normalizes bytes of any encoding.
pub fn normalize(text: &[u8]) -> Result<CleanText, Error> {
    normalize_with(text, &NormalizeOptions::default())
}

pub fn normalize_with(text: &[u8], options: &NormalizeOptions) -> Result<CleanText, Error> {
    let charset = options.charset.map(c_string);
    let flags = [
        (options.keep_damage, sys::COPYDESK_NORMALIZE_KEEP_DAMAGE),
        (options.nfkc, sys::COPYDESK_NORMALIZE_NFKC),
        (options.fold_case, sys::COPYDESK_NORMALIZE_FOLD_CASE),
        (options.plain_marks, sys::COPYDESK_NORMALIZE_PLAIN_MARKS),
        (options.plain_dashes, sys::COPYDESK_NORMALIZE_PLAIN_DASHES),
        (options.plain_spaces, sys::COPYDESK_NORMALIZE_PLAIN_SPACES),
        (options.plain_ellipses, sys::COPYDESK_NORMALIZE_PLAIN_ELLIPSES),
        (options.plain_digits, sys::COPYDESK_NORMALIZE_PLAIN_DIGITS),
        (options.changes, sys::COPYDESK_NORMALIZE_CHANGES),
    ];
    let how = sys::copydesk_normalize_options {
        struct_size: std::mem::size_of::<sys::copydesk_normalize_options>() as u32,
        flags: flags.iter().map(|&(wanted, flag)| u32::from(wanted) * flag).sum(),
        offsets: options.offsets as i32,
        reserved: 0,
        max_bytes: options.max_bytes,
        charset: charset.as_ref().map_or(ptr::null(), |s| s.as_ptr()),
        memory: ptr::null(),
    };
    make(|out, err| unsafe {
        sys::copydesk_normalize(text.as_ptr().cast(), text.len(), &how, out, err)
    })
    .map(CleanText)
}

impl CleanText {
    pub fn text(&self) -> &str {
        words(unsafe { sys::copydesk_text_string(self.0) })
    }
    pub fn encoding(&self) -> &str {
        borrowed(unsafe { sys::copydesk_text_encoding(self.0) })
    }
    /// Lengths of the clean text and of the input, in the unit of the offsets.
    pub fn length(&self) -> usize {
        unsafe { sys::copydesk_text_length(self.0) as usize }
    }
    pub fn source_length(&self) -> usize {
        unsafe { sys::copydesk_text_source_length(self.0) as usize }
    }
    /// What was understood differently, with spans of the input.
    pub fn repairs(&self) -> impl ExactSizeIterator<Item = Repair<'_>> + '_ {
        let mut count = 0;
        let first = unsafe { sys::copydesk_text_repairs(self.0, &mut count) };
        items::<sys::copydesk_repair>(first, count).iter().map(Repair::of)
    }
    /// The part of the input that a part of text() came from.
    pub fn to_source(&self, clean: Span) -> Span {
        span(unsafe { sys::copydesk_text_to_source(self.0, c_span(clean)) })
    }
    pub fn to_clean(&self, source: Span) -> Span {
        span(unsafe { sys::copydesk_text_to_clean(self.0, c_span(source)) })
    }
    /// All places where the two differ, if they were asked for.
    pub fn changes(&self) -> impl ExactSizeIterator<Item = Change> + '_ {
        let mut count = 0;
        let first = unsafe { sys::copydesk_text_changes(self.0, &mut count) };
        items::<sys::copydesk_change>(first, count)
            .iter()
            .map(|c| Change { clean: span(c.clean), source: span(c.source) })
    }
}

impl Drop for CleanText {
    fn drop(&mut self) {
        unsafe { sys::copydesk_text_free(self.0) }
    }
}
