/* SPDX-License-Identifier: Apache-2.0
 *
 * capi_test.c - the C API as a C99 program meets it: compiled as C99, linked
 * against the shared library. Exit status 0: all held. */
#include <stdio.h>
#include <string.h>

#include "copydesk.h"

static int failures = 0;

#define CHECK(what)                                              \
  do {                                                           \
    if (!(what)) {                                               \
      ++failures;                                                \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what); \
    }                                                            \
  } while (0)

static const char article[] =
    "\"The bridge is closed,\" Mayor Ana Lopez said on Tuesday. She said that "
    "it would stay closed until May 2031.\n";

static copydesk_analyzer* new_analyzer(void) {
  copydesk_analyzer* analyzer = NULL;
  copydesk_error err;
  CHECK(copydesk_analyzer_new(NULL, &analyzer, &err) == COPYDESK_OK);
  return analyzer;
}

static void kinds_have_names(void) {
  CHECK(strcmp(copydesk_paragraph_kind_string(COPYDESK_BOILERPLATE),
               "boilerplate") == 0);
  CHECK(strcmp(copydesk_quote_kind_string(COPYDESK_MIXED), "mixed") == 0);
  CHECK(strcmp(copydesk_speaker_kind_string(COPYDESK_SPEAKER_UNNAMED),
               "unnamed") == 0);
  CHECK(strcmp(copydesk_paragraph_kind_string(-1), "") == 0);
  CHECK(strcmp(copydesk_quote_kind_string(3), "") == 0);
  CHECK(strcmp(copydesk_status_string(COPYDESK_ETOOMANY), "too_many") == 0);
}

static void versions_agree(void) {
  CHECK(copydesk_version() == COPYDESK_VERSION_NUMBER);
  CHECK(strcmp(copydesk_version_string(), COPYDESK_VERSION_STRING) == 0);
  CHECK(strcmp(copydesk_unicode_version(), "15.0.0") == 0);
  CHECK(strcmp(copydesk_status_string(COPYDESK_ETOOBIG), "too_big") == 0);
  CHECK(strcmp(copydesk_status_string(1), "unknown") == 0);
  CHECK(strcmp(copydesk_status_string(-99), "unknown") == 0);
  CHECK(strcmp(copydesk_entity_type_string(COPYDESK_QUANTITY), "QUANTITY") ==
        0);
  CHECK(strcmp(copydesk_entity_type_string(999), "") == 0);
  CHECK(strcmp(copydesk_repair_kind_string(COPYDESK_REPAIR_HYPHENATION),
               "hyphenation") == 0);
  CHECK(strcmp(copydesk_repair_kind_string(-1), "") == 0);
}

static int covers(copydesk_span span, const char* words) {
  const size_t size = strlen(words);
  return span.end - span.begin == size &&
         memcmp(article + span.begin, words, size) == 0;
}

static void an_article_is_read(const copydesk_analyzer* analyzer) {
  copydesk_document* document = NULL;
  copydesk_error err;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  size_t count = 0;
  const copydesk_quote* quotes;
  const copydesk_entity* entities;
  options.flags = COPYDESK_FLAG_TOKENS | COPYDESK_FLAG_NORMALIZED;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, &err) == COPYDESK_OK);
  CHECK(copydesk_document_length(document) == sizeof article - 1);
  CHECK(strcmp(copydesk_document_language(document), "en") == 0);
  CHECK(strcmp(copydesk_document_encoding(document), "UTF-8") == 0);
  CHECK(copydesk_document_normalized(document).size == sizeof article - 1);

  copydesk_document_paragraphs(document, &count);
  CHECK(count == 1);
  copydesk_document_sentences(document, &count);
  CHECK(count == 2);
  copydesk_document_tokens(document, &count);
  CHECK(count > 20);
  copydesk_document_repairs(document, &count);
  CHECK(count == 0);

  quotes = copydesk_document_quotes(document, &count);
  CHECK(count == 2);
  if (count == 2) {
    CHECK(quotes[0].kind == COPYDESK_DIRECT);
    CHECK(quotes[0].content_count == 1);
    CHECK(covers(quotes[0].content[0], "The bridge is closed,") ||
          covers(quotes[0].content[0], "The bridge is closed"));
    CHECK(quotes[0].has_cue && covers(quotes[0].cue, "said"));
    CHECK(quotes[0].has_speaker);
    CHECK(strcmp(quotes[0].speaker_text.data, "Ana Lopez") == 0);
    CHECK(quotes[0].speaker_text.size == strlen("Ana Lopez"));
    CHECK(quotes[1].kind == COPYDESK_INDIRECT);
    CHECK(covers(quotes[1].speaker_span, "She"));
    CHECK(quotes[1].speaker_name == quotes[0].speaker_name);
  }

  entities = copydesk_document_entities(document, &count);
  CHECK(count == 3); /* Ana Lopez, Tuesday, May 2031 */
  if (count == 3) {
    size_t names = 0;
    const copydesk_name* all = copydesk_document_names(document, &names);
    CHECK(entities[0].type == COPYDESK_PERSON);
    CHECK(covers(entities[0].span, "Ana Lopez"));
    CHECK(covers(entities[2].span, "May 2031"));
    CHECK(entities[2].name == -1);
    CHECK(entities[0].name >= 0 && (size_t)entities[0].name < names);
    CHECK(names == 1 && all[0].title_count == 1);
    if (names == 1 && all[0].title_count == 1) {
      CHECK(strcmp(all[0].titles[0].data, "Mayor") == 0);
    }
  }
  copydesk_document_free(document);
}

static void misuse_is_refused(const copydesk_analyzer* analyzer) {
  copydesk_document* document = NULL;
  copydesk_error err;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  CHECK(copydesk_analyze(NULL, "a", 1, NULL, &document, &err) ==
        COPYDESK_EINVAL);
  CHECK(err.status == COPYDESK_EINVAL && err.message[0] != '\0');
  CHECK(copydesk_analyze(analyzer, NULL, 1, NULL, &document, NULL) ==
        COPYDESK_EINVAL);
  CHECK(copydesk_analyze(analyzer, "a", 1, NULL, NULL, NULL) ==
        COPYDESK_EINVAL);
  options.flags = 1u << 31;
  CHECK(copydesk_analyze(analyzer, "a", 1, &options, &document, NULL) ==
        COPYDESK_EINVAL);
  options.flags = 0;
  options.struct_size = 0;
  CHECK(copydesk_analyze(analyzer, "a", 1, &options, &document, NULL) ==
        COPYDESK_EINVAL);
  options.struct_size = (uint32_t)sizeof options;
  options.offsets = 9;
  CHECK(copydesk_analyze(analyzer, "a", 1, &options, &document, NULL) ==
        COPYDESK_EINVAL);
  options.offsets = COPYDESK_BYTES;
  options.min_confidence = 2.0f;
  CHECK(copydesk_analyze(analyzer, "a", 1, &options, &document, NULL) ==
        COPYDESK_EINVAL);
  options.min_confidence = 0.0f;
  options.quote_style = COPYDESK_ATTRIBUTIONS + 1;
  CHECK(copydesk_analyze(analyzer, "a", 1, &options, &document, NULL) ==
        COPYDESK_EINVAL);
  options.quote_style = COPYDESK_SPEECH;
  options.max_bytes = 3;
  CHECK(copydesk_analyze(analyzer, "four", 4, &options, &document, &err) ==
        COPYDESK_ETOOBIG);
  CHECK(document == NULL);
  CHECK(copydesk_analyze(analyzer, "fou", 3, &options, &document, &err) ==
        COPYDESK_OK);
  copydesk_document_free(document);
  CHECK(copydesk_analyze(analyzer, NULL, 0, NULL, &document, &err) ==
        COPYDESK_OK);
  copydesk_document_free(document);
}

static void an_older_caller_is_served(const copydesk_analyzer* analyzer) {
  copydesk_document* document = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.struct_size = 8; /* knew struct_size and flags alone */
  options.offsets = 99;    /* so this is not read */
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  copydesk_document_free(document);
}

/* What a later version has more is fine as long as nobody uses it. */
static void a_newer_caller_is_told(const copydesk_analyzer* analyzer) {
  struct {
    copydesk_options now;
    uint32_t later[3];
  } newer = {COPYDESK_OPTIONS_INIT, {0, 0, 0}};
  struct {
    copydesk_normalize_options now;
    uint32_t later[3];
  } how = {COPYDESK_NORMALIZE_OPTIONS_INIT, {0, 0, 0}};
  copydesk_string text;
  copydesk_document* document = NULL;
  copydesk_text* clean = NULL;
  copydesk_error err;
  newer.now.struct_size = (uint32_t)sizeof newer;
  how.now.struct_size = (uint32_t)sizeof how;
  CHECK(copydesk_analyze(analyzer, "a", 1, &newer.now, &document, NULL) ==
        COPYDESK_OK);
  copydesk_document_free(document);
  CHECK(copydesk_normalize("a", 1, &how.now, &clean, NULL) == COPYDESK_OK);
  copydesk_text_free(clean);
  newer.later[2] = 1u << 31;
  how.later[0] = 1;
  CHECK(copydesk_analyze(analyzer, "a", 1, &newer.now, &document, &err) ==
        COPYDESK_EINVAL);
  CHECK(document == NULL && err.status == COPYDESK_EINVAL);
  CHECK(copydesk_normalize("a", 1, &how.now, &clean, NULL) == COPYDESK_EINVAL);
  text.data = "a";
  text.size = 1;
  CHECK(copydesk_analyze_many(analyzer, &text, 1, &newer.now, 1, &document,
                              &err) == COPYDESK_EINVAL);
  CHECK(document == NULL && err.status == COPYDESK_EINVAL);
}

static void counts_may_be_left_out(const copydesk_analyzer* analyzer) {
  copydesk_document* document = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.flags = COPYDESK_FLAG_TOKENS;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  CHECK(copydesk_document_tokens(document, NULL) != NULL);
  CHECK(copydesk_document_sentences(document, NULL) != NULL);
  CHECK(copydesk_document_paragraphs(document, NULL) != NULL);
  CHECK(copydesk_document_entities(document, NULL) != NULL);
  CHECK(copydesk_document_names(document, NULL) != NULL);
  CHECK(copydesk_document_quotes(document, NULL) != NULL);
  copydesk_document_repairs(document, NULL);
  copydesk_document_free(document);
}

static void clean_text_is_that_of_normalize(const copydesk_analyzer* analyzer) {
  static const char* const texts[] = {
      "Zoe\xCC\x88 &amp; Al met. \x22No,\xE2\x80\x9D he said.\r\n",
      "caf\xC3\x83\xC2\xA9 \xC2\xAD\xEF\xAC\x81rst \xFF."};
  size_t i;
  for (i = 0; i < 2; ++i) {
    copydesk_document* document = NULL;
    copydesk_text* clean = NULL;
    copydesk_options options = COPYDESK_OPTIONS_INIT;
    options.flags = COPYDESK_FLAG_NORMALIZED;
    CHECK(copydesk_analyze(analyzer, texts[i], strlen(texts[i]), &options,
                           &document, NULL) == COPYDESK_OK);
    CHECK(copydesk_normalize(texts[i], strlen(texts[i]), NULL, &clean, NULL) ==
          COPYDESK_OK);
    CHECK(strcmp(copydesk_document_normalized(document).data,
                 copydesk_text_string(clean).data) == 0);
    CHECK(strcmp(copydesk_text_string(clean).data, texts[i]) != 0);
    copydesk_text_free(clean);
    copydesk_document_free(document);
  }
}

static void text_becomes_json(void) {
  char* out = NULL;
  size_t size = 0;
  CHECK(copydesk_json_string("a\"\n\xFF", 4, &out, &size, NULL) == COPYDESK_OK);
  CHECK(size == 10 && strcmp(out, "\"a\\\"\\n\xEF\xBF\xBD\"") == 0);
  copydesk_string_free(out);
  CHECK(copydesk_json_string(NULL, 0, &out, NULL, NULL) == COPYDESK_OK);
  CHECK(strcmp(out, "\"\"") == 0);
  copydesk_string_free(out);
  CHECK(copydesk_json_string(NULL, 1, &out, NULL, NULL) == COPYDESK_EINVAL);
  CHECK(out == NULL);
}

static void damaged_models_are_refused(void) {
  copydesk_model* model = NULL;
  copydesk_error err;
  CHECK(copydesk_model_load("no model", 8, &model, &err) == COPYDESK_EMODEL);
  CHECK(model == NULL);
  CHECK(copydesk_model_load(NULL, 0, &model, &err) == COPYDESK_EMODEL);
  CHECK(copydesk_model_load(NULL, 1, &model, &err) == COPYDESK_EINVAL);
}

static void bad_limits_are_told_apart(const copydesk_analyzer* analyzer) {
  static const char nested[] =
      "\xE2\x80\x9CThe mayor said, \xE2\x80\x98The bridge will stay closed "
      "until May,\xE2\x80\x99 and nobody asked why,\xE2\x80\x9D Ana Lopez "
      "said on Tuesday.";
  copydesk_document* document = NULL;
  copydesk_error err;
  size_t entities = 0;
  size_t quotes = 0;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  CHECK(copydesk_analyze(analyzer, nested, sizeof nested - 1, NULL, &document,
                         NULL) == COPYDESK_OK);
  copydesk_document_entities(document, &entities);
  copydesk_document_quotes(document, &quotes);
  copydesk_document_free(document);
  CHECK(entities >= 2 && quotes == 2);
  for (int more = -1; more <= 1; ++more) {
    const copydesk_status want = more < 0 ? COPYDESK_ETOOMANY : COPYDESK_OK;
    const uint32_t limits[3] = {(uint32_t)((int)entities + more),
                                (uint32_t)((int)quotes + more),
                                (uint32_t)(2 + more)};
    for (int which = 0; which < 3; ++which) {
      options.max_entities = which == 0 ? limits[0] : 0;
      options.max_quotes = which == 1 ? limits[1] : 0;
      options.max_depth = which == 2 ? limits[2] : 0;
      CHECK(copydesk_analyze(analyzer, nested, sizeof nested - 1, &options,
                             &document, &err) == want);
      CHECK((document == NULL) == (want != COPYDESK_OK));
      copydesk_document_free(document);
    }
    options.max_depth = 0;
    options.max_bytes = (uint64_t)((int64_t)sizeof nested - 1 + more);
    CHECK(copydesk_analyze(analyzer, nested, sizeof nested - 1, &options,
                           &document, &err) ==
          (more < 0 ? COPYDESK_ETOOBIG : COPYDESK_OK));
    copydesk_document_free(document);
    options.max_bytes = 0;
  }
}

static void a_call_can_be_stopped(const copydesk_analyzer* analyzer) {
  copydesk_cancel* cancel = NULL;
  copydesk_document* document = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  CHECK(copydesk_cancel_new(&cancel, NULL) == COPYDESK_OK);
  CHECK(copydesk_cancel_new(NULL, NULL) == COPYDESK_EINVAL);
  options.cancel = cancel;
  copydesk_cancel_request(cancel);
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_ECANCELLED);
  CHECK(document == NULL);
  copydesk_cancel_reset(cancel);
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  copydesk_document_free(document);
  copydesk_cancel_free(cancel);
}

static void many_texts_are_read(const copydesk_analyzer* analyzer) {
  enum { count = 40 };
  copydesk_string texts[count];
  copydesk_document* documents[count];
  copydesk_error errors[count];
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  size_t i;
  uint32_t threads;
  options.max_bytes = sizeof article;
  for (i = 0; i < count; ++i) {
    texts[i].data = article;
    texts[i].size = i % 2 == 0 ? sizeof article - 1 : i;
  }
  texts[7].size = sizeof article + 1; /* too big, and never read */
  texts[30].data = NULL;
  for (threads = 0; threads < 9; threads += 4) {
    CHECK(copydesk_analyze_many(analyzer, texts, count, &options, threads,
                                documents, errors) == COPYDESK_ETOOBIG);
    for (i = 0; i < count; ++i) {
      const copydesk_status want = i == 7    ? COPYDESK_ETOOBIG
                                   : i == 30 ? COPYDESK_EINVAL
                                             : COPYDESK_OK;
      CHECK(errors[i].status == want);
      CHECK((documents[i] == NULL) == (want != COPYDESK_OK));
      if (documents[i] != NULL) {
        CHECK(copydesk_document_length(documents[i]) == texts[i].size);
      }
      copydesk_document_free(documents[i]);
    }
  }
  CHECK(copydesk_analyze_many(analyzer, NULL, 0, NULL, 4, NULL, NULL) ==
        COPYDESK_OK);
  CHECK(copydesk_analyze_many(analyzer, NULL, 1, NULL, 4, documents, NULL) ==
        COPYDESK_EINVAL);
}

static const copydesk_entity* entity_at(const copydesk_document* document,
                                        uint32_t begin) {
  size_t count = 0, i;
  const copydesk_entity* all = copydesk_document_entities(document, &count);
  for (i = 0; i < count; ++i) {
    if (all[i].span.begin == begin) return &all[i];
  }
  return NULL;
}

static void the_caller_knows_names(const copydesk_analyzer* analyzer) {
  static const char lines[] =
      "# people of the town\n\\#Bridge\tFAC\nbridge\tFAC\tq7\nAna "
      "Lopez\tPERSON\tq1\r\n\n";
  copydesk_gazetteer* gazetteer = NULL;
  copydesk_document* document = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_error err;
  const copydesk_entity* found;
  const copydesk_name* names;
  size_t count = 0;
  int32_t name;
  CHECK(copydesk_gazetteer_load(lines, sizeof lines - 1, &gazetteer, &err) ==
        COPYDESK_OK);
  CHECK(copydesk_gazetteer_size(gazetteer) == 3);
  options.gazetteer = gazetteer;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, &err) == COPYDESK_OK);
  found = entity_at(document, 5);
  CHECK(found != NULL && covers(found->span, "bridge") &&
        found->type == COPYDESK_FAC && strcmp(found->value.data, "q7") == 0);
  found = entity_at(document, 30);
  CHECK(found != NULL && covers(found->span, "Ana Lopez") &&
        strcmp(found->value.data, "q1") == 0);
  names = copydesk_document_names(document, &count);
  name = copydesk_document_find_name(document, "q1", 2);
  CHECK(name >= 0 && (size_t)name < count && name == found->name);
  CHECK(name >= 0 && names[name].caller_id.size == 2 &&
        strcmp(names[name].caller_id.data, "q1") == 0);
  CHECK(names[name].gender < 0 && names[name].affiliation_count == 0);
  CHECK(copydesk_document_find_name(document, "q2", 2) == -1);
  CHECK(copydesk_document_find_name(document, "", 0) == -1);
  CHECK(copydesk_document_find_name(document, NULL, 0) == -1);
  copydesk_document_free(document);

  CHECK(copydesk_analyze(analyzer, "They shut #Bridge.", 18, &options,
                         &document, &err) == COPYDESK_OK);
  found = entity_at(document, 10);
  CHECK(found != NULL && found->span.end == 17 && found->type == COPYDESK_FAC);
  copydesk_document_free(document);
  copydesk_gazetteer_free(gazetteer);

  CHECK(copydesk_gazetteer_load("a\tORG\nb\tBOOK\n", 13, &gazetteer, &err) ==
        COPYDESK_EINVAL);
  CHECK(gazetteer == NULL && err.offset == 6);
  CHECK(copydesk_gazetteer_load(NULL, 0, &gazetteer, &err) == COPYDESK_OK);
  CHECK(copydesk_gazetteer_size(gazetteer) == 0);
  copydesk_gazetteer_free(gazetteer);
  CHECK(copydesk_gazetteer_load(NULL, 1, &gazetteer, &err) == COPYDESK_EINVAL);
  copydesk_gazetteer_free(NULL);
}

static void the_caller_has_a_recognizer(const copydesk_analyzer* analyzer) {
  copydesk_given_entity given[2] = {{{30, 39}, COPYDESK_ORG, 0},
                                    {{5, 11}, COPYDESK_FAC, 0}};
  copydesk_document *document = NULL, *none = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_string text = {article, sizeof article - 1};
  const copydesk_entity* found;
  size_t count = 0;
  options.given = given;
  options.given_count = 2;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  found = entity_at(document, 30);
  CHECK(found != NULL && found->type == COPYDESK_ORG);
  found = entity_at(document, 5);
  CHECK(found != NULL && found->type == COPYDESK_FAC);
  copydesk_document_free(document);

  options.given_count = 0; /* a recognizer that found nothing */
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  copydesk_document_names(document, &count);
  CHECK(count == 0);
  copydesk_document_free(document);

  CHECK(copydesk_analyze_many(analyzer, &text, 1, &options, 1, &none, NULL) ==
        COPYDESK_EINVAL);
  options.given = NULL;
  options.given_count = 1;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_EINVAL);
  options.given = given;
  given[0].type = COPYDESK_DATE;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_EINVAL);
  given[0].type = COPYDESK_ORG;
  given[0].span.end = 29;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_EINVAL);
  given[0].span.end = UINT32_MAX; /* past the end: as far as the text goes */
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  copydesk_document_free(document);
}

static void a_document_becomes_a_string(const copydesk_analyzer* analyzer) {
  copydesk_document* document = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  char* out = NULL;
  size_t size = 0;
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, NULL, &document,
                         NULL) == COPYDESK_OK);
  CHECK(copydesk_document_json(document, COPYDESK_JSON_EXPLAIN, "\"a\"", &out,
                               &size, NULL) == COPYDESK_OK);
  CHECK(size == strlen(out));
  CHECK(strncmp(out, "{\"id\":\"a\",\"length\":", 19) == 0);
  CHECK(out[size - 1] == '}');
  CHECK(strstr(out, "\"tokens\"") == NULL);
  copydesk_string_free(out);
  CHECK(copydesk_document_json(document, 64u, NULL, &out, NULL, NULL) ==
        COPYDESK_EINVAL);
  CHECK(out == NULL);
  CHECK(copydesk_document_html(document, article, sizeof article - 1, "<a>",
                               &out, &size, NULL) == COPYDESK_OK);
  CHECK(strstr(out, "<title>&lt;a&gt;</title>") != NULL);
  CHECK(strstr(out, "class=\"quote direct\"") != NULL);
  copydesk_string_free(out);
  CHECK(copydesk_document_html(document, article, 5, NULL, &out, &size, NULL) ==
        COPYDESK_ERANGE);
  copydesk_string_free(NULL);
  copydesk_document_free(document);

  options.offsets = COPYDESK_UTF16;
  CHECK(copydesk_analyze(analyzer, "\xC3\x89va \"A.\" Bo said.", 19, &options,
                         &document, NULL) == COPYDESK_OK);
  CHECK(copydesk_document_html(document, "\xC3\x89va \"A.\" Bo said.", 19, NULL,
                               &out, NULL, NULL) == COPYDESK_ERANGE);
  copydesk_document_free(document);
}

static void text_is_cleaned_with_a_way_back(void) {
  static const char input[] = "Zoe\xCC\x88 said \xE2\x80\x9Cno\xE2\x80\x9D";
  copydesk_text* text = NULL;
  copydesk_error err;
  size_t count = 0;
  copydesk_span span;
  size_t i;
  char binary[4096];
  const copydesk_change* changes;
  copydesk_normalize_options options = COPYDESK_NORMALIZE_OPTIONS_INIT;
  options.flags = COPYDESK_NORMALIZE_PLAIN_MARKS | COPYDESK_NORMALIZE_CHANGES;
  CHECK(copydesk_normalize(input, sizeof input - 1, &options, &text, &err) ==
        COPYDESK_OK);
  CHECK(strcmp(copydesk_text_string(text).data, "Zo\xC3\xAB said \"no\"") == 0);
  CHECK(copydesk_text_length(text) == copydesk_text_string(text).size);
  CHECK(copydesk_text_source_length(text) == sizeof input - 1);
  CHECK(copydesk_text_unit(text) == COPYDESK_BYTES);
  CHECK(copydesk_text_map_memory(text) > 0 &&
        copydesk_text_map_memory(text) < 1000);
  CHECK(strcmp(copydesk_text_encoding(text), "UTF-8") == 0);
  copydesk_text_repairs(text, &count);
  CHECK(count == 0);
  changes = copydesk_text_changes(text, &count);
  CHECK(count == 3 && changes[0].clean.begin == 2 &&
        changes[0].clean.end == 4 && changes[0].source.end == 5);
  span.begin = 11;
  span.end = 13; /* no */
  span = copydesk_text_to_source(text, span);
  CHECK(span.begin == 14 && span.end == 16);
  span = copydesk_text_to_clean(text, span);
  CHECK(span.begin == 11 && span.end == 13);
  copydesk_text_free(text);

  options.offsets = COPYDESK_CODEPOINTS;
  CHECK(copydesk_normalize(input, sizeof input - 1, &options, &text, &err) ==
        COPYDESK_OK);
  CHECK(copydesk_text_length(text) == 13);
  CHECK(copydesk_text_unit(text) == COPYDESK_CODEPOINTS);
  CHECK(copydesk_text_source_length(text) == 14);
  copydesk_text_free(text);
  options.flags = 1u << 20;
  CHECK(copydesk_normalize("a", 1, &options, &text, NULL) == COPYDESK_EINVAL);
  CHECK(copydesk_normalize(NULL, 1, NULL, &text, NULL) == COPYDESK_EINVAL);
  CHECK(copydesk_normalize("a", 1, NULL, NULL, NULL) == COPYDESK_EINVAL);
  options.flags = 0;
  options.max_bytes = 1;
  CHECK(copydesk_normalize("ab", 2, &options, &text, NULL) == COPYDESK_ETOOBIG);
  options.charset = "no-such-charset";
  CHECK(copydesk_normalize("a", 1, &options, &text, &err) == COPYDESK_EINVAL);
  for (i = 0; i < sizeof binary; ++i) binary[i] = (char)(i * 37 % 256);
  CHECK(copydesk_normalize(binary, sizeof binary, NULL, &text, &err) ==
        COPYDESK_ETEXT);
  copydesk_text_free(NULL);
}

static void freeing_nothing_is_fine(void) {
  copydesk_model_free(NULL);
  copydesk_analyzer_free(NULL);
  copydesk_document_free(NULL);
}

int main(void) {
  copydesk_analyzer* analyzer = new_analyzer();
  versions_agree();
  kinds_have_names();
  an_article_is_read(analyzer);
  misuse_is_refused(analyzer);
  an_older_caller_is_served(analyzer);
  a_newer_caller_is_told(analyzer);
  counts_may_be_left_out(analyzer);
  text_becomes_json();
  clean_text_is_that_of_normalize(analyzer);
  damaged_models_are_refused();
  bad_limits_are_told_apart(analyzer);
  a_call_can_be_stopped(analyzer);
  many_texts_are_read(analyzer);
  the_caller_knows_names(analyzer);
  the_caller_has_a_recognizer(analyzer);
  a_document_becomes_a_string(analyzer);
  text_is_cleaned_with_a_way_back();
  freeing_nothing_is_fine();
  copydesk_analyzer_free(analyzer);
  printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
