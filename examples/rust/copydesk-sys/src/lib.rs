// SPDX-License-Identifier: Apache-2.0
//! copydesk.h as it stands; the crate `copydesk` is the safe way to use it.
#![allow(non_camel_case_types)]
#![no_std]

use core::ffi::{c_char, c_void};

pub type copydesk_status = i32;
pub const COPYDESK_OK: copydesk_status = 0;
pub const COPYDESK_BYTES: i32 = 0;
pub const COPYDESK_FLAG_TOKENS: u32 = 1;
pub const COPYDESK_FLAG_NORMALIZED: u32 = 2;

macro_rules! opaque {
    ($($name:ident)*) => { $(
        #[repr(C)]
        pub struct $name {
            _data: [u8; 0],
            _marker: core::marker::PhantomData<*mut c_void>,
        }
    )* };
}
opaque!(copydesk_model copydesk_analyzer copydesk_document copydesk_cancel copydesk_text);

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
    pub reserved: u32,
    pub text: copydesk_string,
    pub titles: *const copydesk_string,
    pub title_count: usize,
    pub mentions: *const u32,
    pub mention_count: usize,
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

// The frozen sizes; see capi/handles.hpp.
#[cfg(target_pointer_width = "64")]
const _: () = {
    use core::mem::size_of;
    assert!(size_of::<copydesk_error>() == 24);
    assert!(size_of::<copydesk_options>() == 64);
    assert!(size_of::<copydesk_normalize_options>() == 32);
    assert!(size_of::<copydesk_paragraph>() == 24);
    assert!(size_of::<copydesk_entity>() == 56);
    assert!(size_of::<copydesk_name>() == 56);
    assert!(size_of::<copydesk_quote>() == 104);
    assert!(size_of::<copydesk_repair>() == 32);
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
    pub fn copydesk_version_string() -> *const c_char;
    pub fn copydesk_analyzer_new(
        model: *const copydesk_model,
        out: *mut *mut copydesk_analyzer,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_analyzer_free(analyzer: *mut copydesk_analyzer);
    pub fn copydesk_analyzer_model_id(analyzer: *const copydesk_analyzer) -> *const c_char;
    pub fn copydesk_cancel_new(
        out: *mut *mut copydesk_cancel,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_cancel_free(cancel: *mut copydesk_cancel);
    pub fn copydesk_cancel_request(cancel: *mut copydesk_cancel);
    pub fn copydesk_analyze(
        analyzer: *const copydesk_analyzer,
        text: *const c_char,
        len: usize,
        options: *const copydesk_options,
        out: *mut *mut copydesk_document,
        err: *mut copydesk_error,
    ) -> copydesk_status;
    pub fn copydesk_document_free(document: *mut copydesk_document);
    pub fn copydesk_document_length(document: *const copydesk_document) -> u32;
    pub fn copydesk_document_language(document: *const copydesk_document) -> *const c_char;
    pub fn copydesk_document_encoding(document: *const copydesk_document) -> *const c_char;
    pub fn copydesk_document_normalized(document: *const copydesk_document) -> copydesk_string;
    pub fn copydesk_document_json(
        document: *const copydesk_document,
        flags: u32,
        id: *const c_char,
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
    pub fn copydesk_text_to_source(
        text: *const copydesk_text,
        clean: copydesk_span,
    ) -> copydesk_span;
    pub fn copydesk_text_to_clean(
        text: *const copydesk_text,
        source: copydesk_span,
    ) -> copydesk_span;
}
