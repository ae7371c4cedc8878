/* SPDX-License-Identifier: Apache-2.0
 *
 * capi_test.c - the C API as a C99 program meets it: compiled as C99, linked
 * against the shared library. Exit status 0: all held. */
#include <stdio.h>
#include <string.h>

#include "copydesk.h"

static int failures = 0;

#define CHECK(what)                                               \
  do {                                                            \
    if (!(what)) {                                                \
      ++failures;                                                 \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);  \
    }                                                             \
  } while (0)

static const char article[] =
    "\"The bridge is closed,\" Mayor Ana Lopez said on Tuesday. She said that "
    "it would stay closed until May 2031.\n";

static copydesk_analyzer *new_analyzer(void) {
  copydesk_analyzer *analyzer = NULL;
  copydesk_error err;
  CHECK(copydesk_analyzer_new(NULL, &analyzer, &err) == COPYDESK_OK);
  return analyzer;
}

static void versions_agree(void) {
  CHECK(copydesk_version() == COPYDESK_VERSION_NUMBER);
  CHECK(strcmp(copydesk_version_string(), "0.1.0") == 0);
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

static int covers(copydesk_span span, const char *words) {
  const size_t size = strlen(words);
  return span.end - span.begin == size &&
         memcmp(article + span.begin, words, size) == 0;
}

static void an_article_is_read(const copydesk_analyzer *analyzer) {
  copydesk_document *document = NULL;
  copydesk_error err;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  size_t count = 0;
  const copydesk_quote *quotes;
  const copydesk_entity *entities;
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
    const copydesk_name *all = copydesk_document_names(document, &names);
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

static void misuse_is_refused(const copydesk_analyzer *analyzer) {
  copydesk_document *document = NULL;
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

static void an_older_caller_is_served(const copydesk_analyzer *analyzer) {
  copydesk_document *document = NULL;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.struct_size = 8; /* knew struct_size and flags alone */
  options.offsets = 99;    /* so this is not read */
  CHECK(copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                         &document, NULL) == COPYDESK_OK);
  copydesk_document_free(document);
}

static void damaged_models_are_refused(void) {
  copydesk_model *model = NULL;
  copydesk_error err;
  CHECK(copydesk_model_load("no model", 8, &model, &err) == COPYDESK_EMODEL);
  CHECK(model == NULL);
  CHECK(copydesk_model_load(NULL, 0, &model, &err) == COPYDESK_EMODEL);
  CHECK(copydesk_model_load(NULL, 1, &model, &err) == COPYDESK_EINVAL);
}

static void freeing_nothing_is_fine(void) {
  copydesk_model_free(NULL);
  copydesk_analyzer_free(NULL);
  copydesk_document_free(NULL);
}

int main(void) {
  copydesk_analyzer *analyzer = new_analyzer();
  versions_agree();
  an_article_is_read(analyzer);
  misuse_is_refused(analyzer);
  an_older_caller_is_served(analyzer);
  damaged_models_are_refused();
  freeing_nothing_is_fine();
  copydesk_analyzer_free(analyzer);
  printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
