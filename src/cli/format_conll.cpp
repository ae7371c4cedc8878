// SPDX-License-Identifier: Apache-2.0
// format_conll.cpp - one token a line, tab-separated, an empty line between
// sentences: number, form, entity (BIO), name, quotation (BIO), role.
//
// Where quotations nest, the inner one is shown. O(tokens + spans).
#include <algorithm>
#include <vector>

#include "cli/formats.hpp"

namespace copydesk_cli {
namespace {

struct columns {
  std::string entity = "O", name = "_", quote = "O", role = "_";
};

// Indices of the tokens inside [span).
std::pair<std::size_t, std::size_t> inside(const copydesk_span* tokens,
                                           std::size_t count,
                                           copydesk_span span) {
  const auto* end = tokens + count;
  const auto* first = std::lower_bound(
      tokens, end, span.begin,
      [](copydesk_span t, std::uint32_t at) { return t.begin < at; });
  const auto* last = std::lower_bound(
      first, end, span.end,
      [](copydesk_span t, std::uint32_t at) { return t.begin < at; });
  return {first - tokens, last - tokens};
}

void put_entities(const copydesk_document* document,
                  const copydesk_span* tokens, std::vector<columns>& rows) {
  std::size_t count = 0;
  const auto* all = copydesk_document_entities(document, &count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto [from, to] = inside(tokens, rows.size(), all[i].span);
    for (std::size_t t = from; t < to; ++t) {
      rows[t].entity = std::string(t == from ? "B-" : "I-") +
                       copydesk_entity_type_string(all[i].type);
      if (all[i].name >= 0) rows[t].name = std::to_string(all[i].name);
    }
  }
}

void put_role(const copydesk_span* tokens, copydesk_span span,
              const std::string& role, std::vector<columns>& rows) {
  const auto [from, to] = inside(tokens, rows.size(), span);
  for (std::size_t t = from; t < to; ++t) rows[t].role = role;
}

void put_quotes(const copydesk_document* document, const copydesk_span* tokens,
                std::vector<columns>& rows) {
  static const char* const kinds[] = {"direct", "mixed", "indirect"};
  std::size_t count = 0;
  const auto* all = copydesk_document_quotes(document, &count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    bool first = true;
    for (std::size_t p = 0; p < all[i].content_count; ++p) {
      const auto [from, to] = inside(tokens, rows.size(), all[i].content[p]);
      for (std::size_t t = from; t < to; ++t) {
        const int kind = all[i].kind >= 0 && all[i].kind < 3 ? all[i].kind : 2;
        rows[t].quote =
            (first ? "B-" : "I-") + std::string(kinds[kind]) + ":" + number;
        first = false;
      }
    }
    if (all[i].has_cue != 0) {
      put_role(tokens, all[i].cue, "cue:" + number, rows);
    }
    if (all[i].has_speaker != 0) {
      put_role(tokens, all[i].speaker_span, "source:" + number, rows);
    }
  }
}

}  // namespace

std::string document_conll(const copydesk_document* document,
                           const std::string& id, const std::string& source) {
  std::size_t token_count = 0, sentence_count = 0;
  const auto* tokens = copydesk_document_tokens(document, &token_count);
  const auto* sentences =
      copydesk_document_sentences(document, &sentence_count);
  std::vector<columns> rows(token_count);
  put_entities(document, tokens, rows);
  put_quotes(document, tokens, rows);

  std::string out = "# newdoc id = " + id + "\n";
  std::size_t sentence = 0, number = 0;
  for (std::size_t t = 0; t < token_count; ++t) {
    const bool next = sentence < sentence_count &&
                      sentences[sentence].begin <= tokens[t].begin;
    if (next && number != 0) out += "\n";
    if (next) number = 0;
    while (sentence < sentence_count &&
           sentences[sentence].begin <= tokens[t].begin) {
      ++sentence;
    }
    const columns& c = rows[t];
    out += std::to_string(++number) + "\t" +
           source.substr(tokens[t].begin, tokens[t].end - tokens[t].begin) +
           "\t" + c.entity + "\t" + c.name + "\t" + c.quote + "\t" + c.role +
           "\n";
  }
  return out + "\n";
}

}  // namespace copydesk_cli
