// SPDX-License-Identifier: Apache-2.0
//! Who said what in news text.
//!
//! ```no_run
//! let analyzer = copydesk::Analyzer::new()?;
//! let text = "\"It is over,\" Ada Byron said. She left.";
//! let document = analyzer.analyze(text.as_bytes())?;
//! for quote in document.quotes() {
//!     println!("{}: {}", quote.speaker().map_or("?", |s| s.name()), quote.text());
//! }
//! # Ok::<(), copydesk::Error>(())
//! ```
//!
//! Input is bytes in any encoding; spans are ranges of them, so that
//! `&text[span]` is the piece. Nothing is copied out of a document: what its
//! functions give borrows from it. Analyzers and documents may be used from
//! any thread.
use copydesk_sys as sys;
use std::ffi::{CStr, CString};
use std::ops::Range;
use std::os::raw::c_char;
use std::{fmt, ptr, slice, str};

mod analyze;
mod document;
mod kinds;
mod text;
pub use analyze::{Analyzer, Cancel, Gazetteer, Given, Options, Unit};
pub use document::{Document, Entity, Name, Paragraph, Quote, Repair, Speaker};
pub use kinds::{EntityType, ParagraphKind, QuoteKind, RepairKind, SpeakerKind};
pub use text::{normalize, normalize_with, Change, CleanText, NormalizeOptions};

/// Why a call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    code: &'static str,
    offset: u64,
    message: &'static str,
}

impl Error {
    fn of(error: &sys::copydesk_error) -> Self {
        Error {
            code: fixed(unsafe { sys::copydesk_status_string(error.status) }),
            offset: error.offset,
            message: fixed(error.message),
        }
    }
    /// A short name: "too_big".
    pub fn code(&self) -> &'static str {
        self.code
    }
    /// The byte of the input; 0 if it has none.
    pub fn offset(&self) -> u64 {
        self.offset
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, at byte {})", self.message, self.code, self.offset)
    }
}

impl std::error::Error for Error {}

/// Half-open range of the input's bytes.
pub type Span = Range<usize>;

// Strings of the library: static ones, and ones of UTF-8 that a document owns.
fn fixed(text: *const c_char) -> &'static str {
    unsafe { CStr::from_ptr(text) }.to_str().unwrap_or("")
}

fn borrowed<'a>(text: *const c_char) -> &'a str {
    unsafe { CStr::from_ptr(text) }.to_str().unwrap_or("")
}

fn words<'a>(text: sys::copydesk_string) -> &'a str {
    let bytes = items(text.data as *const u8, text.size);
    debug_assert!(str::from_utf8(bytes).is_ok());
    unsafe { str::from_utf8_unchecked(bytes) }
}

fn items<'a, T>(first: *const T, count: usize) -> &'a [T] {
    if count == 0 {
        return &[];
    }
    unsafe { slice::from_raw_parts(first, count) }
}

fn span(s: sys::copydesk_span) -> Span {
    s.begin as usize..s.end as usize
}

fn index(i: i32) -> Option<usize> {
    usize::try_from(i).ok()
}

// A NUL cannot stand in a code: such a one is as good as an unknown one.
fn c_string(text: &str) -> CString {
    CString::new(text).unwrap_or_default()
}

// Offsets past 32 bits are past the end of any text, and count as the end.
fn c_span(s: Span) -> sys::copydesk_span {
    let end = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    sys::copydesk_span { begin: end(s.start), end: end(s.end) }
}

fn no_error() -> sys::copydesk_error {
    let message = b"\0".as_ptr().cast();
    sys::copydesk_error { status: sys::COPYDESK_OK, reserved: 0, offset: 0, message }
}

// Makes a handle by a call that fills `out` and, if it fails, an error.
fn make<T>(
    call: impl FnOnce(*mut *mut T, *mut sys::copydesk_error) -> sys::copydesk_status,
) -> Result<*mut T, Error> {
    let mut out = ptr::null_mut();
    let mut err = no_error();
    if call(&mut out, &mut err) == sys::COPYDESK_OK {
        return Ok(out);
    }
    Err(Error::of(&err))
}

/// The version of the library: "1.0.0".
pub fn version() -> &'static str {
    fixed(unsafe { sys::copydesk_version_string() })
}

/// Version of the Unicode data in use: "15.0.0".
pub fn unicode_version() -> &'static str {
    fixed(unsafe { sys::copydesk_unicode_version() })
}
