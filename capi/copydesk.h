/* SPDX-License-Identifier: Apache-2.0
 *
 * copydesk.h - the C API of copydesk: who said what in news text.
 *
 * Order of use:
 *   1. copydesk_analyzer_new         once, a few milliseconds
 *   2. copydesk_analyze              one call a text, from any thread
 *   3. copydesk_document_*           borrowed arrays, plain structs
 *   4. copydesk_document_free        one for each analyze
 *   5. copydesk_analyzer_free        when all calls have returned
 * copydesk_analyze_many reads many texts on many threads; a document becomes
 * JSON or HTML in section 7; copydesk_normalize (section 8) cleans text alone
 * and needs no analyzer.
 *
 * Pointers: objects and arrays that a function takes must not be NULL unless
 * its comment says so; err, options and the `count` and `size` that a function
 * fills always may be.
 *
 * Offsets: every span is a half-open range [begin, end) of the caller's own
 * text: bytes as they were passed in, or UTF-16 units or code points of it
 * when the options say so.
 *
 * Ownership: what a function gives through an `out` pointer belongs to the
 * caller and is freed with the function of its type, which takes NULL too.
 * Whatever else a function returns is borrowed: it lives as long as the object
 * it came from, and is never freed or written to by the caller. No function
 * keeps a pointer to the caller's text or options after it returns.
 *
 * Threads: analyzers, models, documents and texts are immutable once made;
 * any number of threads may read one at the same time without locks. Free an
 * object when no thread uses it any more.
 *
 * Memory: comes from the program's operator new (malloc, where nobody replaced
 * it), or from a copydesk_allocator of the caller's, see section 4. When an
 * allocation fails, the call gives COPYDESK_ENOMEM, everything it took is
 * given back, and the same call works later. On what people write, in whatever
 * language, a call takes at most 1 MB and 16 times the text at once, the result
 * among them. On any other text it works with at most 1 MB and 16 times it
 * beside the result, or 20 times where nearly every byte is a quotation mark or
 * a letter between two. The result takes 144 bytes an entity, 264 a quotation,
 * 280 a name, 80 a repair, 48 a paragraph and 8 a sentence, a token or a piece
 * of a quotation, and its words; on no text are both together more than 1 MB
 * and 80 times it (a page of nothing but one-letter sentences in marks comes
 * nearest).
 *
 * Errors: a copydesk_status, 0 when all went well; on failure *out is NULL and,
 * if err is not NULL, *err says what, where and why. Nothing here throws,
 * prints, aborts, reads the locale, the environment or the clock, or keeps
 * global state.
 *
 * Strings: UTF-8 with a NUL behind them; size counts bytes without that NUL,
 * and NUL bytes of the text may stand inside. */
#ifndef COPYDESK_H_
#define COPYDESK_H_

#include <stddef.h>
#include <stdint.h>

#if defined(COPYDESK_STATIC)
#define COPYDESK_API
#elif defined(_WIN32)
#if defined(COPYDESK_BUILDING)
#define COPYDESK_API __declspec(dllexport)
#else
#define COPYDESK_API __declspec(dllimport)
#endif
#else
#define COPYDESK_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ----------------------------------------------------- 1. versions --- */

/* Versions are semantic ones. Within one major version nothing below is taken
 * away or changed: a program that was built with 1.x runs on every later 1.y.
 * What may come: functions, status codes, kinds, flags, fields at the end of
 * the options. */
#define COPYDESK_VERSION_MAJOR 1
#define COPYDESK_VERSION_MINOR 0
#define COPYDESK_VERSION_PATCH 0
#define COPYDESK_VERSION_NUMBER 10000 /* major*10000 + minor*100 + patch */
#define COPYDESK_VERSION_STRING "1.0.0"
#define COPYDESK_MODEL_FORMAT 2 /* the format of models that it reads */

/* The library's own version at run time, as a number and as text. The strings
 * are static and never freed. */
COPYDESK_API uint32_t copydesk_version(void);
COPYDESK_API const char *copydesk_version_string(void);
/* Version of the Unicode data in use: "15.0.0". */
COPYDESK_API const char *copydesk_unicode_version(void);

/* ------------------------------------------------------- 2. errors --- */

/* Status codes are part of the ABI: never renumbered, only added to. */
typedef int32_t copydesk_status;
enum {
  COPYDESK_OK = 0,
  COPYDESK_ENOMEM = -1,       /* an allocation failed; nothing was changed */
  COPYDESK_EINVAL = -2,       /* NULL, bad struct_size, unknown flag, value or
                                 option of a later version */
  COPYDESK_ETOOBIG = -3,      /* text longer than the limit in the options */
  COPYDESK_ETEXT = -4,        /* the bytes are not text, from error.offset on */
  COPYDESK_EMODEL = -5,       /* model bytes damaged, at error.offset */
  COPYDESK_EVERSION = -6,     /* model of another format version */
  COPYDESK_ERANGE = -7,       /* index or offset past the end */
  COPYDESK_EINTERNAL = -8,    /* a defect in copydesk: please report it */
  COPYDESK_EUNSUPPORTED = -9, /* a charset or an allocator that this build
                                 leaves out */
  COPYDESK_ECANCELLED = -10,  /* another thread asked the call to stop */
  COPYDESK_ETOOMANY = -11     /* more entities, quotes or depth than allowed */
};

/* A short static name for a status: "too_big"; "unknown" if it is none. */
COPYDESK_API const char *copydesk_status_string(copydesk_status status);

/* What went wrong. Filled when a call fails and err is not NULL, else left. */
typedef struct copydesk_error {
  copydesk_status status;
  uint32_t reserved;   /* 0 */
  uint64_t offset;     /* byte offset into the input; 0 if it has none */
  const char *message; /* static English text; never freed */
} copydesk_error;

/* -------------------------------------- 3. small types (all frozen) --- */

/* Half-open range [begin, end) of the caller's text. */
typedef struct copydesk_span {
  uint32_t begin, end;
} copydesk_span;

/* Borrowed text: size bytes of UTF-8 and a NUL behind them. */
typedef struct copydesk_string {
  const char *data;
  size_t size;
} copydesk_string;

/* What the numbers of a span count. */
typedef int32_t copydesk_offset_unit;
enum {
  COPYDESK_BYTES = 0,      /* bytes of the input as it was passed in */
  COPYDESK_UTF16 = 1,      /* UTF-16 units of the input as decoded */
  COPYDESK_CODEPOINTS = 2  /* code points of the input as decoded */
};

/* Kinds of names and values; append-only: expect unknown ones. */
typedef int32_t copydesk_entity_type;
enum {
  COPYDESK_PERSON = 1,
  COPYDESK_NORP = 2, /* nationalities, religious and political groups */
  COPYDESK_ORG = 3,
  COPYDESK_GPE = 4, /* countries, states, cities */
  COPYDESK_LOC = 5,
  COPYDESK_FAC = 6,
  COPYDESK_EVENT = 7,
  COPYDESK_LAW = 8,
  COPYDESK_WORK = 9,
  COPYDESK_PRODUCT = 10,
  COPYDESK_DATE = 11,
  COPYDESK_TIME = 12,
  COPYDESK_MONEY = 13,
  COPYDESK_PERCENT = 14,
  COPYDESK_QUANTITY = 15
};
/* "PERSON", "NORP"...: static; "" if the type is unknown. */
COPYDESK_API const char *copydesk_entity_type_string(copydesk_entity_type type);

/* ------------------------------------------- 4. models and analyzers --- */

/* Where memory comes from. allocate gives size bytes, aligned as malloc does,
 * or NULL (the call ends with COPYDESK_ENOMEM); deallocate takes back a block
 * of allocate. Both get `user`, may be called from every thread that uses what
 * was made with them (those of copydesk_analyze_many, too), and must not call
 * copydesk or throw. The struct is copied; the functions and what user points
 * to are needed until all that was made with them is freed.
 *
 * Each function that makes something and has no options has a form that ends
 * in _in and takes an allocator first: what it makes, and all that is taken
 * while it is made, comes from there. An analyzer passes its allocator on to
 * its documents, unless the options of a call name another, and a document to
 * its strings. Three things stay outside: what ICU takes to read a
 * multi-byte charset, what the system takes for a thread, and the exception
 * by which a refusal travels, which the C++ runtime keeps.
 *
 * Allocators work in the shared library on 64-bit Linux with libstdc++. Other
 * builds, the static library among them, answer with COPYDESK_EUNSUPPORTED:
 * there, replace operator new, which is then the program's own. NULL is always
 * allowed, and means operator new. */
typedef struct copydesk_allocator {
  void *(*allocate)(void *user, size_t size);
  void (*deallocate)(void *user, void *block);
  void *user;
} copydesk_allocator;

/* What was learned: names, cues, contents, sources. Immutable. */
typedef struct copydesk_model copydesk_model;

/* Copies and checks size bytes (header, version, bounds, checksum); O(size).
 * Fails with COPYDESK_EMODEL or COPYDESK_EVERSION. */
COPYDESK_API copydesk_status copydesk_model_load(const void *data, size_t size,
                                                 copydesk_model **out,
                                                 copydesk_error *err);
COPYDESK_API copydesk_status copydesk_model_load_in(
    const copydesk_allocator *memory, const void *data, size_t size,
    copydesk_model **out, copydesk_error *err);
COPYDESK_API void copydesk_model_free(copydesk_model *model);
/* Identifies it: "en-2026.11-1a2b3c4d". Borrowed. */
COPYDESK_API const char *copydesk_model_id(const copydesk_model *model);

/* Reads texts. Immutable. */
typedef struct copydesk_analyzer copydesk_analyzer;

/* Makes an analyzer: model NULL means the one inside the library. The model
 * may be freed afterwards. A few milliseconds. */
COPYDESK_API copydesk_status copydesk_analyzer_new(const copydesk_model *model,
                                                   copydesk_analyzer **out,
                                                   copydesk_error *err);
COPYDESK_API copydesk_status copydesk_analyzer_new_in(
    const copydesk_allocator *memory, const copydesk_model *model,
    copydesk_analyzer **out, copydesk_error *err);
COPYDESK_API void copydesk_analyzer_free(copydesk_analyzer *analyzer);

/* copydesk_model_id of the analyzer's model. Borrowed. */
COPYDESK_API const char *copydesk_analyzer_model_id(
    const copydesk_analyzer *analyzer);

/* Names that the caller knows, with their types and the caller's ids; found
 * wherever they stand, whatever the model says. Immutable. */
typedef struct copydesk_gazetteer copydesk_gazetteer;

/* From size bytes of lines "name TAB TYPE TAB id" (UTF-8; the id may be
 * missing; empty lines, lines that begin with # and a byte order mark are
 * passed over; a name that begins with # or a backslash has one more backslash
 * before it). TYPE is PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, LAW, WORK or
 * PRODUCT. Case matters; a name has at most 16 tokens. O(size). Fails with
 * COPYDESK_EINVAL and the offset of the line. The id comes back as
 * copydesk_entity.value and copydesk_name.caller_id. */
COPYDESK_API copydesk_status copydesk_gazetteer_load(const char *lines,
                                                     size_t size,
                                                     copydesk_gazetteer **out,
                                                     copydesk_error *err);
COPYDESK_API copydesk_status copydesk_gazetteer_load_in(
    const copydesk_allocator *memory, const char *lines, size_t size,
    copydesk_gazetteer **out, copydesk_error *err);
COPYDESK_API void copydesk_gazetteer_free(copydesk_gazetteer *gazetteer);
/* How many names there are. */
COPYDESK_API size_t
copydesk_gazetteer_size(const copydesk_gazetteer *gazetteer);

/* -------------------------------------------------------- 5. analyze --- */

/* Asks a running call to stop. Its owner keeps it until all calls that were
 * given it have returned. */
typedef struct copydesk_cancel copydesk_cancel;
COPYDESK_API copydesk_status copydesk_cancel_new(copydesk_cancel **out,
                                                 copydesk_error *err);
COPYDESK_API copydesk_status copydesk_cancel_new_in(
    const copydesk_allocator *memory, copydesk_cancel **out,
    copydesk_error *err);
COPYDESK_API void copydesk_cancel_free(copydesk_cancel *cancel);
/* From any thread, also while calls run: each stops at its next step with
 * COPYDESK_ECANCELLED. Stays so until it is reset. */
COPYDESK_API void copydesk_cancel_request(copydesk_cancel *cancel);
COPYDESK_API void copydesk_cancel_reset(copydesk_cancel *cancel);

#define COPYDESK_FLAG_TOKENS 1u     /* give the tokens, too */
#define COPYDESK_FLAG_NORMALIZED 2u /* give the clean text, too */

/* A name that the caller's own recognizer found. */
typedef struct copydesk_given_entity {
  copydesk_span span;        /* in the unit of the call's offsets */
  copydesk_entity_type type; /* of a name: PERSON to PRODUCT */
  uint32_t reserved;         /* 0 */
} copydesk_given_entity;

/* What counts as a quotation. Append-only. */
typedef int32_t copydesk_quote_style;
enum {
  COPYDESK_SPEECH = 0,       /* what somebody said or wrote; the cue is the verb
                                alone, the content does without "that" */
  COPYDESK_ATTRIBUTIONS = 1  /* thoughts, beliefs and plans, too, as published
                                work on attribution counts; the cue takes its
                                auxiliaries, the content its "that" */
};

/* Options of one call. Start from COPYDESK_OPTIONS_INIT. Later versions add
 * fields at the end. Those past struct_size count as 0; a library that is
 * older than the struct takes what it does not know if that is 0, and says
 * COPYDESK_EINVAL otherwise. */
typedef struct copydesk_options {
  uint32_t struct_size;         /* sizeof(copydesk_options), by the macro */
  uint32_t flags;               /* COPYDESK_FLAG_* */
  copydesk_offset_unit offsets; /* unit of every span */
  float min_confidence;         /* leave out entities below, in [0, 1] */
  uint64_t max_bytes;           /* refuse longer text; 0 = 256 MiB */
  const char *language;         /* BCP 47, "en"; NULL = find out */
  const char *charset;          /* IANA name; NULL = find out */
  const copydesk_cancel *cancel; /* may stop the call; NULL = nothing may */
  uint32_t max_entities;        /* refuse more (ETOOMANY); 0 = no limit */
  uint32_t max_quotes;          /* the same for quotes */
  uint32_t max_depth;           /* refuse deeper nesting; 1 = none inside
                                   another; 0 = no limit */
  copydesk_quote_style quote_style; /* COPYDESK_SPEECH if 0 */
  const copydesk_gazetteer *gazetteer; /* names of the caller; NULL = none */
  const copydesk_given_entity *given;  /* in place of the model's names, also
                                          if there are none of them; widened to
                                          whole tokens, and one that overlaps
                                          one before it is left out; NULL = the
                                          model's names */
  uint64_t given_count;
  const copydesk_allocator *memory; /* of the document and its strings; NULL =
                                       the analyzer's */
} copydesk_options;
#define COPYDESK_OPTIONS_INIT                                                \
  { (uint32_t)sizeof(copydesk_options), 0u, COPYDESK_BYTES, 0.0f, 0u, NULL,  \
    NULL, NULL, 0u, 0u, 0u, COPYDESK_SPEECH, NULL, NULL, 0u, NULL }

/* All that was found in one text. Immutable; owns its memory, not the text. */
typedef struct copydesk_document copydesk_document;

/* Reads len bytes of text in any encoding; NUL bytes are allowed; text may be
 * NULL if len is 0. options and err may be NULL. Time and memory are linear in
 * len. Fails with ENOMEM, EINVAL, ETOOBIG, ETEXT, EUNSUPPORTED, ETOOMANY or
 * ECANCELLED. */
COPYDESK_API copydesk_status copydesk_analyze(
    const copydesk_analyzer *analyzer, const char *text, size_t len,
    const copydesk_options *options, copydesk_document **out,
    copydesk_error *err);
COPYDESK_API void copydesk_document_free(copydesk_document *document);

/* Reads count texts (bytes in any encoding, without a NUL behind them if there
 * is none), each as copydesk_analyze does with the same options, on
 * up to `threads` threads, this one among them (0 or 1: this one alone; fewer
 * when the system gives no more). options->given, which is of one text, has to
 * be NULL (COPYDESK_EINVAL). documents[i] is that of texts[i], or NULL if
 * that text failed; errors may be NULL, else errors[i] says why, with status
 * COPYDESK_OK where all went well. Every document is freed on its own. Gives
 * COPYDESK_OK, or the status of the first text in order that failed. The
 * documents do not depend on threads. */
COPYDESK_API copydesk_status copydesk_analyze_many(
    const copydesk_analyzer *analyzer, const copydesk_string *texts,
    size_t count, const copydesk_options *options, uint32_t threads,
    copydesk_document **documents, copydesk_error *errors);

/* ----------------------------------------- 6. what was found (frozen) --- */

/* Length of the input in the unit of its offsets. */
COPYDESK_API uint32_t
copydesk_document_length(const copydesk_document *document);
/* BCP 47 code of the language: "en". */
COPYDESK_API const char *copydesk_document_language(
    const copydesk_document *document);
/* IANA name of the encoding that was declared or found: "UTF-8". */
COPYDESK_API const char *copydesk_document_encoding(
    const copydesk_document *document);

/* Kinds below are append-only: expect unknown values. */
typedef int32_t copydesk_paragraph_kind;
enum {
  COPYDESK_BODY = 0,
  COPYDESK_HEADLINE = 1,
  COPYDESK_DATELINE = 2,
  COPYDESK_BYLINE = 3,
  COPYDESK_CAPTION = 4,
  COPYDESK_BOILERPLATE = 5 /* navigation, sharing, copyright lines */
};
/* "headline", "body"...: static; "" if the kind is unknown. */
COPYDESK_API const char *copydesk_paragraph_kind_string(
    copydesk_paragraph_kind kind);

typedef struct copydesk_paragraph {
  copydesk_span span;
  copydesk_paragraph_kind kind;
  uint32_t reserved;
  const char *reason; /* static English: what decided the kind */
} copydesk_paragraph;

/* Arrays in text order, borrowed until copydesk_document_free; *count, unless
 * count is NULL, gets the number of elements. NULL only if that is 0. Sentences
 * are those of all paragraphs but boilerplate; tokens are there only with
 * FLAG_TOKENS. */
COPYDESK_API const copydesk_paragraph *copydesk_document_paragraphs(
    const copydesk_document *document, size_t *count);
COPYDESK_API const copydesk_span *copydesk_document_sentences(
    const copydesk_document *document, size_t *count);
COPYDESK_API const copydesk_span *copydesk_document_tokens(
    const copydesk_document *document, size_t *count);

/* One mention of a name, or one value. */
typedef struct copydesk_entity {
  copydesk_span span;
  copydesk_entity_type type;
  float confidence; /* in [0, 1] */
  int32_t name;     /* index of its name; -1 for values */
  uint32_t reserved;
  copydesk_string text;  /* the cleaned words */
  copydesk_string value; /* "2017-03", "USD 14000000"; often empty */
} copydesk_entity;
COPYDESK_API const copydesk_entity *copydesk_document_entities(
    const copydesk_document *document, size_t *count);

/* One person, organization, place...: all its mentions together. */
typedef struct copydesk_name {
  copydesk_entity_type type;
  int32_t gender;       /* what the text and first names tell of a person: above
                           0 a man, below 0 a woman, 0 nothing; from 4 on
                           surely */
  copydesk_string text; /* the fullest form that was found */
  copydesk_string caller_id;     /* in the caller's gazetteer; often empty */
  const copydesk_string *titles; /* "Russian foreign minister" */
  size_t title_count;
  const uint32_t *mentions; /* indices of entities */
  size_t mention_count;
  const uint32_t *quotes; /* whose speaker it is: indices of quotes */
  size_t quote_count;
  const uint32_t *affiliations; /* bodies, places and peoples that a person's
                                   titles name: indices of names; at most 4 */
  size_t affiliation_count;
} copydesk_name;
COPYDESK_API const copydesk_name *copydesk_document_names(
    const copydesk_document *document, size_t *count);

/* The name with that id in the caller's gazetteer: an index of
 * copydesk_document_names, or -1 if the text does not name it. Mentions of
 * different ids are never one name. The caller keeps id; NULL is none.
 * O(names). */
COPYDESK_API int32_t copydesk_document_find_name(
    const copydesk_document *document, const char *id, size_t size);

typedef int32_t copydesk_quote_kind;
enum {
  COPYDESK_DIRECT = 0,  /* every word stands in marks */
  COPYDESK_MIXED = 1,   /* some do */
  COPYDESK_INDIRECT = 2 /* none do */
};
typedef int32_t copydesk_speaker_kind;
enum {
  COPYDESK_SPEAKER_PERSON = 0,
  COPYDESK_SPEAKER_ORGANIZATION = 1,
  COPYDESK_SPEAKER_DOCUMENT = 2,
  COPYDESK_SPEAKER_GROUP = 3,
  COPYDESK_SPEAKER_UNNAMED = 4
};
/* "direct"..., "person"...: static; "" if the kind is unknown. */
COPYDESK_API const char *copydesk_quote_kind_string(copydesk_quote_kind kind);
COPYDESK_API const char *copydesk_speaker_kind_string(
    copydesk_speaker_kind kind);

typedef struct copydesk_quote {
  copydesk_quote_kind kind;
  int32_t parent;               /* index of the quote around it, or -1 */
  const copydesk_span *content; /* its pieces, without the marks */
  size_t content_count;         /* at least 1 */
  copydesk_string text;         /* the words as a reader would quote them */
  int32_t has_cue;              /* 0: cue means nothing */
  int32_t has_speaker;          /* 0: the speaker_* fields mean nothing */
  copydesk_span cue;
  copydesk_span speaker_span;   /* the source phrase: "he"; empty where no
                                   words name it (carried on, dialogue) */
  copydesk_string speaker_text; /* who that is, by the fullest name */
  int32_t speaker_name;         /* index of a name, or -1 */
  copydesk_speaker_kind speaker_kind;
  float speaker_confidence; /* in [0, 1] */
  float confidence;         /* in [0, 1] */
  const char *rule;         /* static: which decision found it */
} copydesk_quote;
/* In order of the first byte of their content. */
COPYDESK_API const copydesk_quote *copydesk_document_quotes(
    const copydesk_document *document, size_t *count);

typedef int32_t copydesk_repair_kind;
enum {
  COPYDESK_REPAIR_ENCODING = 1,
  COPYDESK_REPAIR_MOJIBAKE = 2,
  COPYDESK_REPAIR_HTML_ENTITY = 3,
  COPYDESK_REPAIR_CONTROL = 4,
  COPYDESK_REPAIR_SOFT_HYPHEN = 5,
  COPYDESK_REPAIR_ZERO_WIDTH = 6,
  COPYDESK_REPAIR_BIDI_CONTROL = 7,
  COPYDESK_REPAIR_LIGATURE = 8,
  COPYDESK_REPAIR_LINE_BREAK = 9,
  COPYDESK_REPAIR_MISSING_OPEN = 10,
  COPYDESK_REPAIR_MISSING_CLOSE = 11,
  COPYDESK_REPAIR_WRONG_WAY = 12,
  COPYDESK_REPAIR_STRAIGHT = 13,
  COPYDESK_REPAIR_HYPHENATION = 14
};
/* "missing_open", "mojibake"...: static; "" if the kind is unknown. */
COPYDESK_API const char *copydesk_repair_kind_string(copydesk_repair_kind kind);

/* Something that was understood differently from how it stands. */
typedef struct copydesk_repair {
  copydesk_span span; /* empty where something was missing */
  copydesk_repair_kind kind;
  uint32_t reserved;
  copydesk_string text; /* what it was read as */
} copydesk_repair;
COPYDESK_API const copydesk_repair *copydesk_document_repairs(
    const copydesk_document *document, size_t *count);

/* The clean text that the analysis worked on; empty without
 * COPYDESK_FLAG_NORMALIZED. That of copydesk_normalize without flags is the
 * same, and has the way back. */
COPYDESK_API copydesk_string
copydesk_document_normalized(const copydesk_document *document);

/* ------------------------------------ 7. a document as one string --- */

#define COPYDESK_JSON_EXPLAIN 1u /* which decision found what, how surely */
#define COPYDESK_JSON_LINES 2u   /* every item on a line of its own */

/* The document as JSON, in the shape that `copydesk analyze` prints: tokens
 * and normalized stand in it if the analysis was asked for them. id is put in
 * as it stands and has to be JSON ("\"a\"", "7"); NULL: no id. *out is UTF-8
 * with a NUL behind its *size bytes; free it with copydesk_string_free.
 * O(document). */
COPYDESK_API copydesk_status copydesk_document_json(
    const copydesk_document *document, uint32_t flags, const char *id,
    char **out, size_t *size, copydesk_error *err);

/* The text as an HTML page, quotations and names marked. text is the one that
 * was analyzed, in UTF-8, with offsets in bytes; COPYDESK_ERANGE if it cannot
 * be that. title NULL: "copydesk". Free *out with copydesk_string_free. */
COPYDESK_API copydesk_status copydesk_document_html(
    const copydesk_document *document, const char *text, size_t len,
    const char *title, char **out, size_t *size, copydesk_error *err);

/* len bytes of UTF-8 as a JSON string with its marks, as an id wants it;
 * bytes that are not UTF-8 become U+FFFD. *out is as above. O(len). */
COPYDESK_API copydesk_status copydesk_json_string(const char *text, size_t len,
                                                  char **out, size_t *size,
                                                  copydesk_error *err);
COPYDESK_API copydesk_status copydesk_json_string_in(
    const copydesk_allocator *memory, const char *text, size_t len, char **out,
    size_t *size, copydesk_error *err);

COPYDESK_API void copydesk_string_free(char *string);

/* ----------------------------------------------- 8. clean text alone --- */

#define COPYDESK_NORMALIZE_KEEP_DAMAGE 1u /* decode, but repair nothing */
#define COPYDESK_NORMALIZE_NFKC 2u        /* NFKC instead of NFC */
#define COPYDESK_NORMALIZE_FOLD_CASE 4u   /* with NFKC: NFKC_Casefold */
#define COPYDESK_NORMALIZE_PLAIN_MARKS 8u /* quotation marks to " and ' */
#define COPYDESK_NORMALIZE_PLAIN_DASHES 16u
#define COPYDESK_NORMALIZE_PLAIN_SPACES 32u /* but not line breaks */
#define COPYDESK_NORMALIZE_PLAIN_ELLIPSES 64u
#define COPYDESK_NORMALIZE_PLAIN_DIGITS 128u /* of all scripts to 0-9 */
#define COPYDESK_NORMALIZE_CHANGES 256u /* fill copydesk_text_changes */

/* As with copydesk_options: start from the INIT macro. */
typedef struct copydesk_normalize_options {
  uint32_t struct_size;         /* sizeof(copydesk_normalize_options) */
  uint32_t flags;               /* COPYDESK_NORMALIZE_* */
  copydesk_offset_unit offsets; /* unit of every span, on both sides */
  uint32_t reserved;            /* 0 */
  uint64_t max_bytes;           /* refuse longer text; 0 = 256 MiB */
  const char *charset;          /* IANA name; NULL = find out */
  const copydesk_allocator *memory; /* of the text; NULL = operator new */
} copydesk_normalize_options;
#define COPYDESK_NORMALIZE_OPTIONS_INIT                                      \
  { (uint32_t)sizeof(copydesk_normalize_options), 0u, COPYDESK_BYTES, 0u, 0u, \
    NULL, NULL }

/* Clean text and the way back. Immutable; holds nothing of the caller's. */
typedef struct copydesk_text copydesk_text;

/* Decodes, repairs and normalizes len bytes of any encoding. Without flags,
 * text that is well-formed UTF-8 in NFC and undamaged stays as it is. options
 * and err may be NULL. Linear in len. Fails with ENOMEM, EINVAL, ETOOBIG,
 * ETEXT or EUNSUPPORTED. */
COPYDESK_API copydesk_status copydesk_normalize(
    const char *text, size_t len, const copydesk_normalize_options *options,
    copydesk_text **out, copydesk_error *err);
COPYDESK_API void copydesk_text_free(copydesk_text *text);

/* The clean text; borrowed. */
COPYDESK_API copydesk_string copydesk_text_string(const copydesk_text *text);
/* IANA name of what the input was read as: "UTF-8". */
COPYDESK_API const char *copydesk_text_encoding(const copydesk_text *text);
/* The unit of its offsets, as it was asked for. */
COPYDESK_API copydesk_offset_unit copydesk_text_unit(const copydesk_text *text);
/* Lengths of the clean text and of the input, in that unit. */
COPYDESK_API uint32_t copydesk_text_length(const copydesk_text *text);
COPYDESK_API uint32_t copydesk_text_source_length(const copydesk_text *text);
/* What was understood differently, with spans of the input, in order. */
COPYDESK_API const copydesk_repair *copydesk_text_repairs(
    const copydesk_text *text, size_t *count);

/* The part of the input that a part of the clean text came from, and the other
 * way. Monotone; whole characters (a span is widened to them); the whole maps
 * to the whole, an empty span to an empty one; offsets past the end count as
 * the end. O(log changes). */
COPYDESK_API copydesk_span
copydesk_text_to_source(const copydesk_text *text, copydesk_span clean);
COPYDESK_API copydesk_span copydesk_text_to_clean(const copydesk_text *text,
                                                  copydesk_span source);

/* Bytes of memory that the way back takes: none for text that was clean, at
 * most 4 a byte of clean text. */
COPYDESK_API size_t copydesk_text_map_memory(const copydesk_text *text);

/* A place where the clean text and the input differ; between two of them both
 * run in step. */
typedef struct copydesk_change {
  copydesk_span clean;  /* empty if the source was left out */
  copydesk_span source; /* empty if nothing stood there */
} copydesk_change;
/* All of them, in order; none without COPYDESK_NORMALIZE_CHANGES. */
COPYDESK_API const copydesk_change *copydesk_text_changes(
    const copydesk_text *text, size_t *count);

#ifdef __cplusplus
}
#endif
#endif /* COPYDESK_H_ */
