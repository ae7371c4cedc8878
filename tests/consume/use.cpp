// SPDX-License-Identifier: Apache-2.0
#include <copydesk/copydesk.hpp>

int main() {
  const auto analyzer = copydesk::analyzer::create();
  if (!analyzer) return 1;
  const auto document =
      analyzer.value().analyze("\"It is over,\" Ada Byron said.");
  if (!document) return 1;
  const auto& quotes = document.value().quotes;
  return quotes.size() == 1 && quotes[0].speaker.text == "Ada Byron" ? 0 : 1;
}
