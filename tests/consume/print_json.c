/* SPDX-License-Identifier: Apache-2.0
 * print_json.c - standard input as `copydesk analyze --format jsonl` prints a
 * document, without its id. */
#include <stdio.h>

#include "copydesk.h"

static char text[1 << 20];

int main(void) {
  const size_t size = fread(text, 1, sizeof text, stdin);
  copydesk_analyzer *analyzer = NULL;
  copydesk_document *document = NULL;
  copydesk_error err;
  char *json = NULL;
  if (copydesk_analyzer_new(NULL, &analyzer, &err) != COPYDESK_OK ||
      copydesk_analyze(analyzer, text, size, NULL, &document, &err) !=
          COPYDESK_OK ||
      copydesk_document_json(document, 0, "\"\"", &json, NULL, &err) !=
          COPYDESK_OK) {
    fprintf(stderr, "%s\n", err.message);
    return 1;
  }
  puts(json);
  copydesk_string_free(json);
  copydesk_document_free(document);
  copydesk_analyzer_free(analyzer);
  return 0;
}
