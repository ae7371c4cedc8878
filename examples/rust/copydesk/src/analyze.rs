// SPDX-License-Identifier: Apache-2.0
// analyze.rs - the analyzer, and what a call is given.
use crate::{borrowed, c_string, make, Document, EntityType, Error, Span};
use copydesk_sys as sys;
use std::{ptr, slice};

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
    /// Lets later calls run again.
    pub fn reset(&self) {
        unsafe { sys::copydesk_cancel_reset(self.0) }
    }
}

impl Drop for Cancel {
    fn drop(&mut self) {
        unsafe { sys::copydesk_cancel_free(self.0) }
    }
}

/// Names that the caller knows; found whatever the model says.
pub struct Gazetteer(*mut sys::copydesk_gazetteer);
unsafe impl Send for Gazetteer {}
unsafe impl Sync for Gazetteer {}

impl Gazetteer {
    /// From (name, type, id), as in `("Ada Byron", EntityType::Person, "q7259")`.
    /// The id comes back as [`Entity::value`](crate::Entity::value) and
    /// [`Name::caller_id`](crate::Name::caller_id). An error if one has a tab
    /// or a line break.
    pub fn new<'a>(
        names: impl IntoIterator<Item = (&'a str, EntityType, &'a str)>,
    ) -> Result<Self, Error> {
        let mut lines = String::new();
        for (name, kind, id) in names {
            if [name, id].iter().any(|s| s.contains(['\t', '\r', '\n'])) {
                return Err(Error {
                    code: "invalid",
                    offset: lines.len() as u64,
                    message: "a tab or line break in a name",
                });
            }
            let escape = if name.starts_with(['#', '\\']) { "\\" } else { "" };
            lines += &format!("{escape}{name}\t{kind}\t{id}\n");
        }
        Self::load(&lines)
    }

    /// From lines "name TAB TYPE TAB id", the format of the command's
    /// `--gazetteer`.
    pub fn load(lines: &str) -> Result<Self, Error> {
        make(|out, err| unsafe {
            sys::copydesk_gazetteer_load(lines.as_ptr().cast(), lines.len(), out, err)
        })
        .map(Gazetteer)
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        unsafe { sys::copydesk_gazetteer_size(self.0) }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Drop for Gazetteer {
    fn drop(&mut self) {
        unsafe { sys::copydesk_gazetteer_free(self.0) }
    }
}

/// What the numbers of a span count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of the input as it was passed in.
    #[default]
    Bytes = sys::COPYDESK_BYTES as isize,
    /// UTF-16 units of the input as decoded.
    Utf16 = sys::COPYDESK_UTF16 as isize,
    /// Code points of the input as decoded.
    CodePoints = sys::COPYDESK_CODEPOINTS as isize,
}

/// A name that a recognizer of the caller's found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub span: Span,
    pub kind: EntityType,
}

/// What one call should do. The default suits a news article.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// BCP 47; None: find out.
    pub language: Option<&'a str>,
    /// Declared charset; None: find out.
    pub charset: Option<&'a str>,
    pub offsets: Unit,
    pub tokens: bool,
    pub normalized: bool,
    /// Leave out entities below.
    pub min_confidence: f32,
    /// Refuse longer text; 0: 256 MiB.
    pub max_bytes: u64,
    /// Refuse a text with more entities, quotes or nesting; 0: no limit.
    pub max_entities: u32,
    pub max_quotes: u32,
    pub max_depth: u32,
    /// Thoughts, beliefs and plans count as quotations, too.
    pub attributions: bool,
    /// Names of the caller.
    pub names: Option<&'a Gazetteer>,
    /// Names that were found, in place of the model's; of one text, so not for
    /// [`Analyzer::analyze_many`].
    pub entities: Option<&'a [Given]>,
    pub cancel: Option<&'a Cancel>,
}

impl Options<'_> {
    // Calls with the options of the C API, which live as long as the call.
    fn with<T>(&self, call: impl FnOnce(*const sys::copydesk_options) -> T) -> T {
        let language = self.language.map(c_string);
        let charset = self.charset.map(c_string);
        let given: Vec<_> = self.entities.unwrap_or(&[]).iter().map(given).collect();
        call(&sys::copydesk_options {
            struct_size: std::mem::size_of::<sys::copydesk_options>() as u32,
            flags: u32::from(self.tokens) * sys::COPYDESK_FLAG_TOKENS
                | u32::from(self.normalized) * sys::COPYDESK_FLAG_NORMALIZED,
            offsets: self.offsets as i32,
            min_confidence: self.min_confidence,
            max_bytes: self.max_bytes,
            language: language.as_ref().map_or(ptr::null(), |s| s.as_ptr()),
            charset: charset.as_ref().map_or(ptr::null(), |s| s.as_ptr()),
            cancel: self.cancel.map_or(ptr::null(), |c| c.0),
            max_entities: self.max_entities,
            max_quotes: self.max_quotes,
            max_depth: self.max_depth,
            quote_style: i32::from(self.attributions) * sys::COPYDESK_ATTRIBUTIONS,
            gazetteer: self.names.map_or(ptr::null(), |g| g.0),
            // That of an empty Vec is not null, as it has to be.
            given: self.entities.map_or(ptr::null(), |_| given.as_ptr()),
            given_count: given.len() as u64,
            memory: ptr::null(),
        })
    }
}

fn given(g: &Given) -> sys::copydesk_given_entity {
    sys::copydesk_given_entity {
        span: crate::c_span(g.span.clone()),
        type_: g.kind as i32,
        reserved: 0,
    }
}

/// Reads texts.
pub struct Analyzer(*mut sys::copydesk_analyzer);
unsafe impl Send for Analyzer {}
unsafe impl Sync for Analyzer {}

impl Analyzer {
    /// With the model inside the library; a few milliseconds.
    pub fn new() -> Result<Self, Error> {
        make(|out, err| unsafe { sys::copydesk_analyzer_new(ptr::null(), out, err) }).map(Analyzer)
    }

    /// With a model of the caller's, as `copydesk-train` writes it.
    pub fn with_model(bytes: &[u8]) -> Result<Self, Error> {
        let model = make(|out, err| unsafe {
            sys::copydesk_model_load(bytes.as_ptr().cast(), bytes.len(), out, err)
        })?;
        let made = make(|out, err| unsafe { sys::copydesk_analyzer_new(model, out, err) });
        unsafe { sys::copydesk_model_free(model) };
        made.map(Analyzer)
    }

    pub fn model_id(&self) -> &str {
        borrowed(unsafe { sys::copydesk_analyzer_model_id(self.0) })
    }

    /// Reads one text of any encoding.
    pub fn analyze(&self, text: &[u8]) -> Result<Document, Error> {
        self.analyze_with(text, &Options::default())
    }

    pub fn analyze_with(&self, text: &[u8], options: &Options) -> Result<Document, Error> {
        options.with(|how| {
            make(|out, err| unsafe {
                sys::copydesk_analyze(self.0, text.as_ptr().cast(), text.len(), how, out, err)
            })
            .map(Document)
        })
    }

    /// Reads texts on up to `threads` threads, each as [`Self::analyze_with`]
    /// does: one result a text, in order.
    pub fn analyze_many<T: AsRef<[u8]>>(
        &self,
        texts: &[T],
        options: &Options,
        threads: u32,
    ) -> Vec<Result<Document, Error>> {
        let strings: Vec<_> = texts
            .iter()
            .map(|t| sys::copydesk_string {
                data: t.as_ref().as_ptr().cast(),
                size: t.as_ref().len(),
            })
            .collect();
        let mut documents = vec![ptr::null_mut(); texts.len()];
        let mut errors = vec![crate::no_error(); texts.len()];
        let status = options.with(|how| unsafe {
            sys::copydesk_analyze_many(
                self.0,
                strings.as_ptr(),
                strings.len(),
                how,
                threads,
                documents.as_mut_ptr(),
                errors.as_mut_ptr(),
            )
        });
        let results = documents.iter().zip(&mut errors).map(|(&document, error)| {
            if !document.is_null() {
                return Ok(Document(document));
            }
            if error.status == sys::COPYDESK_OK {
                error.status = status; // the call itself was wrong
            }
            Err(Error::of(error))
        });
        results.collect()
    }
}

impl Drop for Analyzer {
    fn drop(&mut self) {
        unsafe { sys::copydesk_analyzer_free(self.0) }
    }
}

/// Takes over a string that the library made.
pub(crate) fn taken(data: *mut std::os::raw::c_char, size: usize) -> String {
    let bytes = unsafe { slice::from_raw_parts(data as *const u8, size) };
    let out = String::from_utf8_lossy(bytes).into_owned();
    unsafe { sys::copydesk_string_free(data) };
    out
}
