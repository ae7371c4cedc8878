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
use std::ffi::{c_char, CStr, CString};
use std::marker::PhantomData;
use std::ops::Range;
use std::{fmt, ptr, slice, str};

/// Why a call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    code: &'static str,
    offset: u64,
    message: &'static str,
}

impl Error {
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

// Makes a handle by a call that fills `out` and, if it fails, an error.
fn make<T>(
    call: impl FnOnce(*mut *mut T, *mut sys::copydesk_error) -> sys::copydesk_status,
) -> Result<*mut T, Error> {
    let mut out = ptr::null_mut();
    let mut err = sys::copydesk_error {
        status: 0,
        reserved: 0,
        offset: 0,
        message: c"".as_ptr(),
    };
    if call(&mut out, &mut err) == sys::COPYDESK_OK {
        return Ok(out);
    }
    Err(Error {
        code: fixed(unsafe { sys::copydesk_status_string(err.status) }),
        offset: err.offset,
        message: fixed(err.message),
    })
}

/// Stops calls from another thread.
pub struct Cancel(*mut sys::copydesk_cancel);
unsafe impl Send for Cancel {}
unsafe impl Sync for Cancel {}

impl Cancel {
    pub fn new() -> Result<Self, Error> {
        make(|out, err| unsafe { sys::copydesk_cancel_new(out, err) }).map(Cancel)
    }
    /// Every call that was given it stops at its next step.
    pub fn request(&self) {
        unsafe { sys::copydesk_cancel_request(self.0) }
    }
}

impl Drop for Cancel {
    fn drop(&mut self) {
        unsafe { sys::copydesk_cancel_free(self.0) }
    }
}

/// What one call should do. The default suits a news article.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// BCP 47; None: find out.
    pub language: Option<&'a str>,
    /// Declared charset; None: find out.
    pub charset: Option<&'a str>,
    pub tokens: bool,
    pub normalized: bool,
    pub min_confidence: f32,
    /// Refuse longer text; 0: 256 MiB.
    pub max_bytes: u64,
    pub cancel: Option<&'a Cancel>,
}

/// Reads texts, with the model inside the library.
pub struct Analyzer(*mut sys::copydesk_analyzer);
unsafe impl Send for Analyzer {}
unsafe impl Sync for Analyzer {}

impl Analyzer {
    pub fn new() -> Result<Self, Error> {
        make(|out, err| unsafe { sys::copydesk_analyzer_new(ptr::null(), out, err) }).map(Analyzer)
    }

    pub fn model_id(&self) -> &str {
        borrowed(unsafe { sys::copydesk_analyzer_model_id(self.0) })
    }

    pub fn analyze(&self, text: &[u8]) -> Result<Document, Error> {
        self.analyze_with(text, &Options::default())
    }

    pub fn analyze_with(&self, text: &[u8], options: &Options) -> Result<Document, Error> {
        // A NUL cannot stand in a code: such a one is as good as an unknown one.
        let c_string = |s: Option<&str>| s.map(|s| CString::new(s).unwrap_or_default());
        let language = c_string(options.language);
        let charset = c_string(options.charset);
        let pointer = |s: &Option<CString>| s.as_ref().map_or(ptr::null(), |s| s.as_ptr());
        let how = sys::copydesk_options {
            struct_size: std::mem::size_of::<sys::copydesk_options>() as u32,
            flags: u32::from(options.tokens) * sys::COPYDESK_FLAG_TOKENS
                | u32::from(options.normalized) * sys::COPYDESK_FLAG_NORMALIZED,
            offsets: sys::COPYDESK_BYTES,
            min_confidence: options.min_confidence,
            max_bytes: options.max_bytes,
            language: pointer(&language),
            charset: pointer(&charset),
            cancel: options.cancel.map_or(ptr::null(), |c| c.0),
            max_entities: 0,
            max_quotes: 0,
            max_depth: 0,
            reserved: 0,
        };
        make(|out, err| unsafe {
            sys::copydesk_analyze(self.0, text.as_ptr().cast(), text.len(), &how, out, err)
        })
        .map(Document)
    }
}

impl Drop for Analyzer {
    fn drop(&mut self) {
        unsafe { sys::copydesk_analyzer_free(self.0) }
    }
}

/// All that was found in one text.
pub struct Document(*mut sys::copydesk_document);
unsafe impl Send for Document {}
unsafe impl Sync for Document {}

macro_rules! array {
    ($self:ident, $function:ident) => {{
        let mut count = 0;
        let first = unsafe { sys::$function($self.0, &mut count) };
        items(first, count)
    }};
}

impl Document {
    pub fn length(&self) -> usize {
        unsafe { sys::copydesk_document_length(self.0) as usize }
    }
    pub fn language(&self) -> &str {
        borrowed(unsafe { sys::copydesk_document_language(self.0) })
    }
    pub fn encoding(&self) -> &str {
        borrowed(unsafe { sys::copydesk_document_encoding(self.0) })
    }
    /// Empty if it was not asked for.
    pub fn normalized(&self) -> &str {
        words(unsafe { sys::copydesk_document_normalized(self.0) })
    }
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = Paragraph> + '_ {
        array!(self, copydesk_document_paragraphs).iter().map(|p| Paragraph {
            span: span(p.span),
            kind: fixed(unsafe { sys::copydesk_paragraph_kind_string(p.kind) }),
        })
    }
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        array!(self, copydesk_document_sentences).iter().map(|s| span(*s))
    }
    pub fn tokens(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        array!(self, copydesk_document_tokens).iter().map(|s| span(*s))
    }
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + '_ {
        array!(self, copydesk_document_entities).iter().map(Entity)
    }
    pub fn names(&self) -> impl ExactSizeIterator<Item = Name<'_>> + '_ {
        array!(self, copydesk_document_names).iter().map(Name)
    }
    pub fn quotes(&self) -> impl ExactSizeIterator<Item = Quote<'_>> + '_ {
        array!(self, copydesk_document_quotes).iter().map(Quote)
    }
    pub fn repairs(&self) -> impl ExactSizeIterator<Item = Repair<'_>> + '_ {
        array!(self, copydesk_document_repairs).iter().map(|r| Repair {
            span: span(r.span),
            kind: fixed(unsafe { sys::copydesk_repair_kind_string(r.kind) }),
            text: words(r.text),
        })
    }
    /// In the shape that `copydesk analyze` prints, without an id.
    pub fn to_json(&self) -> Result<String, Error> {
        let mut size = 0;
        let data = make(|out, err| unsafe {
            sys::copydesk_document_json(self.0, 0, ptr::null(), out, &mut size, err)
        })?;
        let json = words(sys::copydesk_string { data, size }).to_owned();
        unsafe { sys::copydesk_string_free(data) };
        Ok(json)
    }
}

impl Drop for Document {
    fn drop(&mut self) {
        unsafe { sys::copydesk_document_free(self.0) }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub span: Span,
    pub kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair<'a> {
    pub span: Span,
    pub kind: &'static str,
    pub text: &'a str,
}

/// One mention of a name, or one value.
#[derive(Clone, Copy)]
pub struct Entity<'a>(&'a sys::copydesk_entity);

impl<'a> Entity<'a> {
    pub fn span(&self) -> Span {
        span(self.0.span)
    }
    /// "PERSON", "GPE", "DATE"...
    pub fn kind(&self) -> &'static str {
        fixed(unsafe { sys::copydesk_entity_type_string(self.0.type_) })
    }
    pub fn text(&self) -> &'a str {
        words(self.0.text)
    }
    /// "2017-03", "USD 14000000"; often empty.
    pub fn value(&self) -> &'a str {
        words(self.0.value)
    }
    /// Index into [`Document::names`].
    pub fn name(&self) -> Option<usize> {
        index(self.0.name)
    }
    pub fn confidence(&self) -> f32 {
        self.0.confidence
    }
}

/// One person, organization, place...: all its mentions together.
#[derive(Clone, Copy)]
pub struct Name<'a>(&'a sys::copydesk_name);

impl<'a> Name<'a> {
    pub fn kind(&self) -> &'static str {
        fixed(unsafe { sys::copydesk_entity_type_string(self.0.type_) })
    }
    pub fn text(&self) -> &'a str {
        words(self.0.text)
    }
    pub fn titles(&self) -> impl ExactSizeIterator<Item = &'a str> {
        items::<sys::copydesk_string>(self.0.titles, self.0.title_count).iter().map(|t| words(*t))
    }
    /// Indices into [`Document::entities`].
    pub fn mentions(&self) -> &'a [u32] {
        items(self.0.mentions, self.0.mention_count)
    }
}

/// One quotation.
#[derive(Clone, Copy)]
pub struct Quote<'a>(&'a sys::copydesk_quote);

impl<'a> Quote<'a> {
    /// "direct", "mixed" or "indirect".
    pub fn kind(&self) -> &'static str {
        fixed(unsafe { sys::copydesk_quote_kind_string(self.0.kind) })
    }
    pub fn content(&self) -> impl ExactSizeIterator<Item = Span> + 'a {
        items::<sys::copydesk_span>(self.0.content, self.0.content_count).iter().map(|s| span(*s))
    }
    pub fn text(&self) -> &'a str {
        words(self.0.text)
    }
    pub fn cue(&self) -> Option<Span> {
        (self.0.has_cue != 0).then(|| span(self.0.cue))
    }
    pub fn speaker(&self) -> Option<Speaker<'a>> {
        (self.0.has_speaker != 0).then_some(Speaker(self.0))
    }
    /// Index of the quote around it.
    pub fn parent(&self) -> Option<usize> {
        index(self.0.parent)
    }
    pub fn confidence(&self) -> f32 {
        self.0.confidence
    }
}

/// Who said it.
#[derive(Clone, Copy)]
pub struct Speaker<'a>(&'a sys::copydesk_quote);

impl<'a> Speaker<'a> {
    /// The source phrase: "he".
    pub fn span(&self) -> Span {
        span(self.0.speaker_span)
    }
    /// Who that is, by the fullest name.
    pub fn name(&self) -> &'a str {
        words(self.0.speaker_text)
    }
    /// Index into [`Document::names`].
    pub fn id(&self) -> Option<usize> {
        index(self.0.speaker_name)
    }
    pub fn kind(&self) -> &'static str {
        fixed(unsafe { sys::copydesk_speaker_kind_string(self.0.speaker_kind) })
    }
    pub fn confidence(&self) -> f32 {
        self.0.speaker_confidence
    }
}

/// Clean text and the way back.
pub struct CleanText(*mut sys::copydesk_text, PhantomData<*mut ()>);
unsafe impl Send for CleanText {}
unsafe impl Sync for CleanText {}

/// Decodes, repairs and normalizes bytes of any encoding.
pub fn normalize(text: &[u8]) -> Result<CleanText, Error> {
    make(|out, err| unsafe {
        sys::copydesk_normalize(text.as_ptr().cast(), text.len(), ptr::null(), out, err)
    })
    .map(|t| CleanText(t, PhantomData))
}

impl CleanText {
    pub fn text(&self) -> &str {
        words(unsafe { sys::copydesk_text_string(self.0) })
    }
    pub fn encoding(&self) -> &str {
        borrowed(unsafe { sys::copydesk_text_encoding(self.0) })
    }
    /// The bytes of the input that a part of text() came from.
    pub fn to_source(&self, clean: Span) -> Span {
        span(unsafe { sys::copydesk_text_to_source(self.0, c_span(clean)) })
    }
    pub fn to_clean(&self, source: Span) -> Span {
        span(unsafe { sys::copydesk_text_to_clean(self.0, c_span(source)) })
    }
}

impl Drop for CleanText {
    fn drop(&mut self) {
        unsafe { sys::copydesk_text_free(self.0) }
    }
}

// Offsets past 32 bits are past the end of any text, and count as the end.
fn c_span(s: Span) -> sys::copydesk_span {
    let end = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    sys::copydesk_span { begin: end(s.start), end: end(s.end) }
}

/// The version of the library: "0.1.0".
pub fn version() -> &'static str {
    fixed(unsafe { sys::copydesk_version_string() })
}
