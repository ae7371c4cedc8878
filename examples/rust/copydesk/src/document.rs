// SPDX-License-Identifier: Apache-2.0
// document.rs - what was found; everything borrows from the document.
use crate::analyze::taken;
use crate::{
    borrowed, c_string, fixed, index, items, make, span, words, EntityType, Error, ParagraphKind,
    QuoteKind, RepairKind, Span, SpeakerKind,
};
use copydesk_sys as sys;
use std::os::raw::c_char;
use std::ptr;

/// All that was found in one text.
pub struct Document(pub(crate) *mut sys::copydesk_document);
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
            kind: p.kind.into(),
            reason: fixed(p.reason),
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
    /// The name with that id in the caller's gazetteer: an index of names().
    pub fn find_name(&self, id: &str) -> Option<usize> {
        index(unsafe { sys::copydesk_document_find_name(self.0, id.as_ptr().cast(), id.len()) })
    }
    pub fn quotes(&self) -> impl ExactSizeIterator<Item = Quote<'_>> + '_ {
        array!(self, copydesk_document_quotes).iter().map(Quote)
    }
    pub fn repairs(&self) -> impl ExactSizeIterator<Item = Repair<'_>> + '_ {
        array!(self, copydesk_document_repairs).iter().map(Repair::of)
    }
    /// In the shape that `copydesk analyze --explain` prints, without an id.
    pub fn to_json(&self) -> Result<String, Error> {
        self.string(|out, size, err| unsafe {
            let flags = sys::COPYDESK_JSON_EXPLAIN;
            sys::copydesk_document_json(self.0, flags, ptr::null(), out, size, err)
        })
    }
    /// The text, which has to be the one that was analyzed, in UTF-8 and with
    /// offsets in bytes, as a page that marks quotations and names.
    pub fn to_html(&self, text: &str, title: &str) -> Result<String, Error> {
        let title = c_string(title);
        self.string(|out, size, err| unsafe {
            let data = text.as_ptr().cast();
            sys::copydesk_document_html(self.0, data, text.len(), title.as_ptr(), out, size, err)
        })
    }

    fn string(
        &self,
        call: impl FnOnce(*mut *mut c_char, *mut usize, *mut sys::copydesk_error) -> i32,
    ) -> Result<String, Error> {
        let mut size = 0;
        let data = make(|out, err| call(out, &mut size, err))?;
        Ok(taken(data, size))
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
    pub kind: ParagraphKind,
    /// What decided the kind.
    pub reason: &'static str,
}

/// Something that was understood differently from how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair<'a> {
    /// Empty where something was missing.
    pub span: Span,
    pub kind: RepairKind,
    /// What it was read as.
    pub text: &'a str,
}

impl<'a> Repair<'a> {
    pub(crate) fn of(r: &'a sys::copydesk_repair) -> Self {
        Repair { span: span(r.span), kind: r.kind.into(), text: words(r.text) }
    }
}

/// One mention of a name, or one value.
#[derive(Clone, Copy)]
pub struct Entity<'a>(&'a sys::copydesk_entity);

impl<'a> Entity<'a> {
    pub fn span(&self) -> Span {
        span(self.0.span)
    }
    pub fn kind(&self) -> EntityType {
        self.0.type_.into()
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
    pub fn kind(&self) -> EntityType {
        self.0.type_.into()
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
    /// In the caller's gazetteer; often empty.
    pub fn caller_id(&self) -> &'a str {
        words(self.0.caller_id)
    }
    /// Whose speaker it is: indices into [`Document::quotes`].
    pub fn quotes(&self) -> &'a [u32] {
        items(self.0.quotes, self.0.quote_count)
    }
    /// Bodies, places and peoples that a person's titles name: indices into
    /// [`Document::names`]; at most 4.
    pub fn affiliations(&self) -> &'a [u32] {
        items(self.0.affiliations, self.0.affiliation_count)
    }
    /// What the text and first names tell of a person: above 0 a man, below 0
    /// a woman, 0 nothing; from 4 on surely.
    pub fn gender(&self) -> i32 {
        self.0.gender
    }
}

/// One quotation.
#[derive(Clone, Copy)]
pub struct Quote<'a>(&'a sys::copydesk_quote);

impl<'a> Quote<'a> {
    pub fn kind(&self) -> QuoteKind {
        self.0.kind.into()
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
    /// Which decision found it.
    pub fn rule(&self) -> &'static str {
        fixed(self.0.rule)
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
    pub fn kind(&self) -> SpeakerKind {
        self.0.speaker_kind.into()
    }
    pub fn confidence(&self) -> f32 {
        self.0.speaker_confidence
    }
}
