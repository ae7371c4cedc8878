/* SPDX-License-Identifier: Apache-2.0 */
#include <copydesk.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  static const char text[] = "\"It is over,\" Ada Byron said.";
  copydesk_analyzer *analyzer = NULL;
  copydesk_document *document = NULL;
  size_t count = 0;
  if (copydesk_analyzer_new(NULL, &analyzer, NULL) != COPYDESK_OK ||
      copydesk_analyze(analyzer, text, strlen(text), NULL, &document, NULL) !=
          COPYDESK_OK) {
    return 1;
  }
  const copydesk_quote *quotes = copydesk_document_quotes(document, &count);
  const int right = count == 1 && quotes[0].has_speaker &&
                    strcmp(quotes[0].speaker_text.data, "Ada Byron") == 0;
  copydesk_document_free(document);
  copydesk_analyzer_free(analyzer);
  puts(right ? "right" : "wrong");
  return right ? 0 : 1;
}
