/* SPDX-License-Identifier: Apache-2.0
 * quotes.c - who said what in a file, from C:  quotes FILE */
#include <stdio.h>
#include <stdlib.h>

#include "copydesk.h"

static char text[1 << 20];

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return 2;
  const size_t len = fread(text, 1, sizeof text, file);
  fclose(file);

  copydesk_analyzer *analyzer = NULL;
  copydesk_document *document = NULL;
  copydesk_error err;
  if (copydesk_analyzer_new(NULL, &analyzer, &err) != COPYDESK_OK ||
      copydesk_analyze(analyzer, text, len, NULL, &document, &err) !=
          COPYDESK_OK) {
    fprintf(stderr, "%s at byte %llu\n", err.message,
            (unsigned long long)err.offset);
    return EXIT_FAILURE;
  }
  size_t count = 0;
  const copydesk_quote *quotes = copydesk_document_quotes(document, &count);
  for (size_t i = 0; i < count; ++i) {
    printf("%s: %s\n",
           quotes[i].has_speaker ? quotes[i].speaker_text.data : "?",
           quotes[i].text.data);
  }
  copydesk_document_free(document);
  copydesk_analyzer_free(analyzer);
  return EXIT_SUCCESS;
}
