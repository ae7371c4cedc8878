// SPDX-License-Identifier: Apache-2.0
//! copydesk.h as it stands; the crate `copydesk` is the safe way to use it.
#![allow(non_camel_case_types)]

use std::os::raw::{c_char, c_void};

pub type copydesk_status = i32;
pub const COPYDESK_OK: copydesk_status = 0;
pub const COPYDESK_ENOMEM: copydesk_status = -1;
pub const COPYDESK_BYTES: i32 = 0;
pub const COPYDESK_UTF16: i32 = 1;
pub const COPYDESK_CODEPOINTS: i32 = 2;
pub const COPYDESK_SPEECH: i32 = 0;
pub const COPYDESK_ATTRIBUTIONS: i32 = 1;
pub const COPYDESK_FLAG_TOKENS: u32 = 1;
pub const COPYDESK_FLAG_NORMALIZED: u32 = 2;
pub const COPYDESK_JSON_EXPLAIN: u32 = 1;
pub const COPYDESK_JSON_LINES: u32 = 2;
pub const COPYDESK_NORMALIZE_KEEP_DAMAGE: u32 = 1;
pub const COPYDESK_NORMALIZE_NFKC: u32 = 2;
pub const COPYDESK_NORMALIZE_FOLD_CASE: u32 = 4;
pub const COPYDESK_NORMALIZE_PLAIN_MARKS: u32 = 8;
pub const COPYDESK_NORMALIZE_PLAIN_DASHES: u32 = 16;
pub const COPYDESK_NORMALIZE_PLAIN_SPACES: u32 = 32;
pub const COPYDESK_NORMALIZE_PLAIN_ELLIPSES: u32 = 64;
pub const COPYDESK_NORMALIZE_PLAIN_DIGITS: u32 = 128;
pub const COPYDESK_NORMALIZE_CHANGES: u32 = 256;

macro_rules! opaque {
    ($($name:ident)*) => { $(
        #[repr(C)]
        pub struct $name {
            _data: [u8; 0],
            _marker: std::marker::PhantomData<*mut c_void>,
        }
    )* };
}
opaque!(copydesk_model copydesk_analyzer copydesk_document copydesk_cancel copydesk_text
    copydesk_gazetteer);

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_allocator {
    pub allocate: Option<extern "C" fn(*mut c_void, usize) -> *mut c_void>,
    pub deallocate: Option<extern "C" fn(*mut c_void, *mut c_void)>,
    pub user: *mut c_void,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_error {
    pub status: copydesk_status,
    pub reserved: u32,
    pub offset: u64,
    pub message: *const c_char,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct copydesk_span {
    pub begin: u32,
    pub end: u32,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_string {
    pub data: *const c_char,
    pub size: usize,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_options {
    pub struct_size: u32,
    pub flags: u32,
    pub offsets: i32,
    pub min_confidence: f32,
    pub max_bytes: u64,
    pub language: *const c_char,
    pub charset: *const c_char,
    pub cancel: *const copydesk_cancel,
    pub max_entities: u32,
    pub max_quotes: u32,
    pub max_depth: u32,
    pub quote_style: i32,
    pub gazetteer: *const copydesk_gazetteer,
    pub given: *const copydesk_given_entity,
    pub given_count: u64,
    pub memory: *const copydesk_allocator,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_given_entity {
    pub span: copydesk_span,
    pub type_: i32,
    pub reserved: u32,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_normalize_options {
    pub struct_size: u32,
    pub flags: u32,
    pub offsets: i32,
    pub reserved: u32,
    pub max_bytes: u64,
    pub charset: *const c_char,
    pub memory: *const copydesk_allocator,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_paragraph {
    pub span: copydesk_span,
    pub kind: i32,
    pub reserved: u32,
    pub reason: *const c_char,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_entity {
    pub span: copydesk_span,
    pub type_: i32,
    pub confidence: f32,
    pub name: i32,
    pub reserved: u32,
    pub text: copydesk_string,
    pub value: copydesk_string,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_name {
    pub type_: i32,
    pub gender: i32,
    pub text: copydesk_string,
    pub caller_id: copydesk_string,
    pub titles: *const copydesk_string,
    pub title_count: usize,
    pub mentions: *const u32,
    pub mention_count: usize,
    pub quotes: *const u32,
    pub quote_count: usize,
    pub affiliations: *const u32,
    pub affiliation_count: usize,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_quote {
    pub kind: i32,
    pub parent: i32,
    pub content: *const copydesk_span,
    pub content_count: usize,
    pub text: copydesk_string,
    pub has_cue: i32,
    pub has_speaker: i32,
    pub cue: copydesk_span,
    pub speaker_span: copydesk_span,
    pub speaker_text: copydesk_string,
    pub speaker_name: i32,
    pub speaker_kind: i32,
    pub speaker_confidence: f32,
    pub confidence: f32,
    pub rule: *const c_char,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct copydesk_repair {
    pub span: copydesk_span,
    pub kind: i32,
    pub reserved: u32,
    pub text: copydesk_string,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct copydesk_change {
    pub clean: copydesk_span,
    pub source: copydesk_span,
}

// The frozen sizes; see capi/handles.hpp.
#[cfg(target_pointer_width = "64")]
const _: () = {
    use std::mem::size_of;
    assert!(size_of::<copydesk_error>() == 24);
    assert!(size_of::<copydesk_options>() == 96);
    assert!(size_of::<copydesk_normalize_options>() == 40);
    assert!(size_of::<copydesk_given_entity>() == 16);
    assert!(size_of::<copydesk_paragraph>() == 24);
    assert!(size_of::<copydesk_entity>() == 56);
    assert!(size_of::<copydesk_name>() == 104);
    assert!(size_of::<copydesk_quote>() == 104);
    assert!(size_of::<copydesk_repair>() == 32);
    assert!(size_of::<copydesk_change>() == 16);
    assert!(size_of::<copydesk_allocator>() == 24);
};

macro_rules! arrays {
    ($($name:ident: $item:ty;)*) => { extern "C" { $(
        pub fn $name(document: *const copydesk_document, count: *mut usize) -> *const $item;
    )* } };
}
arrays! {
    copydesk_document_paragraphs: copydesk_paragraph;
    copydesk_document_sentences: copydesk_span;
    copydesk_document_tokens: copydesk_span;
    copydesk_document_entities: copydesk_entity;
    copydesk_document_names: copydesk_name;
    copydesk_document_quotes: copydesk_quote;
    copydesk_document_repairs: copydesk_repair;
}

macro_rules! kind_names {
    ($($name:ident)*) => { extern "C" { $( pub fn $name(kind: i32) -> *const c_char; )* } };
}
kind_names! {
    copydesk_status_string copydesk_paragraph_kind_string copydesk_entity_type_string
    copydesk_quote_kind_string copydesk_speaker_kind_string copydesk_repair_kind_string
}

extern "C" {
    pub fn copydesk_version() -> u32;
    pub fn copydesk_version_string() -> *const c_char;
    pub fn copydesk_unicode_version() -> *const c_char;
}

// What makes things, in its two forms: with memory of operator new, and with
// that of an allocator.
macro_rules! makers {
    ($($name:ident $name_in:ident ($($a:ident: $t:ty),*) -> $out:ty;)*) => { extern "C" { $(
        pub fn $name($($a: $t,)* out: *mut *mut $out, err: *mut copydesk_error)
            -> copydesk_status;
        pub fn $name_in(memory: *const copydesk_allocator, $($a: $t,)* out: *mut *mut $out,
            err: *mut copydesk_error) -> copydesk_status;
    )* } };
}
makers! {
    copydesk_model_load copydesk_model_load_in(data: *const c_void, size: usize)
        -> copydesk_model;
    copydesk_analyzer_new copydesk_analyzer_new_in(model: *const copydesk_model)
        -> copydesk_analyzer;
    copydesk_gazetteer_load copydesk_gazetteer_load_in(lines: *const c_char, size: usize)
        -> copydesk_gazetteer;
    copydesk_cancel_new copydesk_cancel_new_in() -> copydesk_cancel;
}

extern "C" {
    pub fn copydesk_model_free(model: *mut copydesk_model);
    pub fn copydesk_model_id(model: *const copydesk_model) -> *const c_char;
    pub fn copydesk_analyzer_free(analyzer: *mut copydesk_analyzer);
    pub fn copydesk_analyzer_model_id(analyzer: *const copydesk_analyzer) -> *const c_char;
    pub fn copydesk_gazetteer_free(gazetteer: *mut copydesk_gazetteer);
    pub fn copydesk_gazetteer_size(gazetteer: *const copydesk_gazetteer) -> usize;
    pub fn copydesk_cancel_free(cancel: *mut copydesk_cancel);
    pub fn copydesk_cancel_request(cancel: *mut copydesk_cancel);
    pub fn copydesk_cancel_reset(cancel: *mut copydesk_cancel);
    pub fn copydesk_analyze(
        analyzer: *const copydesk_analyzer,
        text: *const c_char,
        len: usize,
        options: *const copydesk_options,
        out: *mut *mut copydesk_document,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_analyze_many(
        analyzer: *const copydesk_analyzer,
        texts: *const copydesk_string,
        count: usize,
        options: *const copydesk_options,
        threads: u32,
        documents: *mut *mut copydesk_document,
        errors: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_document_free(document: *mut copydesk_document);
    pub fn copydesk_document_length(document: *const copydesk_document) -> u32;
    pub fn copydesk_document_language(document: *const copydesk_document) -> *const c_char;
    pub fn copydesk_document_encoding(document: *const copydesk_document) -> *const c_char;
    pub fn copydesk_document_normalized(document: *const copydesk_document) -> copydesk_string;
    pub fn copydesk_document_find_name(
        document: *const copydesk_document,
        id: *const c_char,
        size: usize,
    ) -> i32;
    pub fn copydesk_document_json(
        document: *const copydesk_document,
        flags: u32,
        id: *const c_char,
        out: *mut *mut c_char,
        size: *mut usize,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_document_html(
        document: *const copydesk_document,
        text: *const c_char,
        len: usize,
        title: *const c_char,
        out: *mut *mut c_char,
        size: *mut usize,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_json_string(
        text: *const c_char,
        len: usize,
        out: *mut *mut c_char,
        size: *mut usize,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_json_string_in(
        memory: *const copydesk_allocator,
        text: *const c_char,
        len: usize,
        out: *mut *mut c_char,
        size: *mut usize,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_string_free(string: *mut c_char);
    pub fn copydesk_normalize(
        text: *const c_char,
        len: usize,
        options: *const copydesk_normalize_options,
        out: *mut *mut copydesk_text,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_text_free(text: *mut copydesk_text);
    pub fn copydesk_text_string(text: *const copydesk_text) -> copydesk_string;
    pub fn copydesk_text_encoding(text: *const copydesk_text) -> *const c_char;
    pub fn copydesk_text_unit(text: *const copydesk_text) -> i32;
    pub fn copydesk_text_map_memory(text: *const copydesk_text) -> usize;
    pub fn copydesk_text_length(text: *const copydesk_text) -> u32;
    pub fn copydesk_text_source_length(text: *const copydesk_text) -> u32;
    pub fn copydesk_text_repairs(
        text: *const copydesk_text,
        count: *mut usize,
    ) -> *const copydesk_repair;
    pub fn copydesk_text_to_source(
        text: *const copydesk_text,
        clean: copydesk_span,
    ) -> copydesk_span;
    pub fn copydesk_text_to_clean(
        text: *const copydesk_text,
        source: copydesk_span,
    ) -> copydesk_span;
    pub fn copydesk_text_changes(
        text: *const copydesk_text,
        count: *mut usize,
    ) -> *const copydesk_change;
}
