/* SPDX-License-Identifier: Apache-2.0
 * program.c - compiled with the baseline's header, run on today's library:
 * every struct is read where the baseline says that its fields are. */
#include <copydesk.h>
#include <stdio.h>
#include <string.h>

static const char text[] =
    "\"It is over,\" Mayor Ada Byron said on 4 May 2031. She &amp; he left.";

int main(void) {
  copydesk_analyzer *analyzer = NULL;
  copydesk_document *document = NULL;
  copydesk_text *clean = NULL;
  copydesk_error err;
  size_t count = 0;
  size_t used = 0;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_normalize_options how = COPYDESK_NORMALIZE_OPTIONS_INIT;
  options.flags = COPYDESK_FLAG_TOKENS | COPYDESK_FLAG_NORMALIZED;
  options.max_bytes = sizeof text;
  how.flags = COPYDESK_NORMALIZE_CHANGES;
  if (copydesk_analyzer_new(NULL, &analyzer, &err) != COPYDESK_OK ||
      copydesk_analyze(analyzer, text, sizeof text - 1, &options, &document,
                       &err) != COPYDESK_OK ||
      copydesk_normalize(text, sizeof text - 1, &how, &clean, &err) !=
          COPYDESK_OK) {
    fprintf(stderr, "%s\n", err.message);
    return 1;
  }
  const copydesk_entity *entities =
      copydesk_document_entities(document, &count);
  for (size_t i = 0; i < count; ++i) {
    used += strlen(entities[i].text.data) + strlen(entities[i].value.data);
    if (entities[i].text.size != strlen(entities[i].text.data)) return 2;
    if (entities[i].span.end > sizeof text) return 3;
  }
  const copydesk_name *names = copydesk_document_names(document, &count);
  for (size_t i = 0; i < count; ++i) {
    if (names[i].mention_count == 0 || names[i].mentions[0] > 100) return 4;
    for (size_t t = 0; t < names[i].title_count; ++t) {
      used += strlen(names[i].titles[t].data);
    }
  }
  const copydesk_quote *quotes = copydesk_document_quotes(document, &count);
  if (count == 0) return 5;
  for (size_t i = 0; i < count; ++i) {
    used += strlen(quotes[i].text.data) + strlen(quotes[i].rule);
    if (quotes[i].content_count == 0 ||
        quotes[i].content[0].end > sizeof text) {
      return 6;
    }
    if (quotes[i].has_speaker) used += strlen(quotes[i].speaker_text.data);
  }
  const copydesk_paragraph *paragraphs =
      copydesk_document_paragraphs(document, &count);
  if (count != 1 || strlen(paragraphs[0].reason) > 1000) return 7;
  const copydesk_repair *repairs = copydesk_text_repairs(clean, &count);
  if (count != 1 || strcmp(repairs[0].text.data, "&") != 0) return 8;
  const copydesk_change *changes = copydesk_text_changes(clean, &count);
  if (count == 0 || changes[0].source.end <= changes[0].clean.end) return 9;
  copydesk_text_free(clean);
  copydesk_document_free(document);
  copydesk_analyzer_free(analyzer);
  return used > 20 ? 0 : 10;
}
