// SPDX-License-Identifier: Apache-2.0
// format_text.cpp - who said what, for a reader at a terminal.
#include <cstdio>

#include "cli/formats.hpp"

namespace copydesk_cli {
namespace {

constexpr std::size_t width = 78;

std::string words(copydesk_string s) {
  std::string out;
  for (std::size_t i = 0; i < s.size; ++i) {
    const char c = s.data[i];
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out;
}

// Columns of UTF-8 text, near enough: code points.
std::size_t columns(const std::string& s) {
  std::size_t n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// Wraps at spaces; every line begins with `indent` spaces.
void put_wrapped(const std::string& s, std::size_t indent, std::string& out) {
  std::string line;
  std::size_t begin = 0;
  while (begin <= s.size()) {
    std::size_t end = s.find(' ', begin);
    if (end == std::string::npos) end = s.size();
    const std::string word = s.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    if (!line.empty() && indent + columns(line) + 1 + columns(word) > width) {
      out += std::string(indent, ' ') + line + "\n";
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty()) out += std::string(indent, ' ') + line + "\n";
}

const char* kind_name(copydesk_quote_kind kind) {
  switch (kind) {
    case COPYDESK_DIRECT:
      return "direct";
    case COPYDESK_MIXED:
      return "mixed";
    default:
      return "indirect";
  }
}

std::string speaker_line(const copydesk_document* document,
                         const copydesk_quote& q) {
  if (q.has_speaker == 0) return "(no speaker)";
  std::string out = words(q.speaker_text);
  std::size_t count = 0;
  const copydesk_name* names = copydesk_document_names(document, &count);
  if (q.speaker_name >= 0 && names[q.speaker_name].title_count != 0) {
    out += " (" + words(names[q.speaker_name].titles[0]) + ")";
  }
  return out;
}

void put_quote(const copydesk_document* document, const copydesk_quote& q,
               std::size_t number, bool explain, std::string& out) {
  char head[64];
  std::snprintf(head, sizeof head, "%3zu  %-8s  ", number, kind_name(q.kind));
  out += head + speaker_line(document, q);
  if (q.parent >= 0) {
    std::snprintf(head, sizeof head, "  [inside %d]", q.parent + 1);
    out += head;
  }
  out += "\n";
  const bool marks = q.kind == COPYDESK_DIRECT;
  const std::string open = marks ? "\xE2\x80\x9C" : "";
  const std::string close = marks ? "\xE2\x80\x9D" : "";
  put_wrapped(open + words(q.text) + close, 5, out);
  if (explain) {
    std::snprintf(head, sizeof head, "%.2f", static_cast<double>(q.confidence));
    out += std::string("     [") + head + "  " + q.rule + "]\n";
  }
}

void put_names(const copydesk_document* document, std::string& out) {
  std::size_t count = 0;
  const copydesk_name* names = copydesk_document_names(document, &count);
  if (count == 0) return;
  out += "\nNames\n";
  for (std::size_t i = 0; i < count; ++i) {
    char head[32];
    std::snprintf(head, sizeof head, "     %-8s ",
                  copydesk_entity_type_string(names[i].type));
    out += head + words(names[i].text);
    for (std::size_t t = 0; t < names[i].title_count; ++t) {
      out += (t == 0 ? " (" : ", ") + words(names[i].titles[t]);
    }
    if (names[i].title_count != 0) out += ")";
    if (names[i].mention_count > 1) {
      out += " x" + std::to_string(names[i].mention_count);
    }
    out += "\n";
  }
}

void put_values(const copydesk_document* document, std::string& out) {
  std::size_t count = 0;
  const auto* all = copydesk_document_entities(document, &count);
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (all[i].name >= 0) continue;
    if (!any) out += "\nValues\n";
    any = true;
    char head[32];
    std::snprintf(head, sizeof head, "     %-8s ",
                  copydesk_entity_type_string(all[i].type));
    out += head + words(all[i].text);
    if (all[i].value.size != 0) out += " = " + words(all[i].value);
    out += "\n";
  }
}

void put_repairs(const copydesk_document* document, std::string& out) {
  std::size_t count = 0;
  const auto* all = copydesk_document_repairs(document, &count);
  if (count == 0) return;
  out += "\nRepairs\n";
  for (std::size_t i = 0; i < count; ++i) {
    char head[64];
    std::snprintf(head, sizeof head, "     %-13s at %u, read as ",
                  copydesk_repair_kind_string(all[i].kind), all[i].span.begin);
    out += head + words(all[i].text) + "\n";
  }
}

}  // namespace

std::string document_text(const copydesk_document* document,
                          const std::string& id, const analyze_options& how) {
  std::size_t count = 0;
  const copydesk_quote* quotes = copydesk_document_quotes(document, &count);
  std::string out = id + ": " + std::to_string(count) +
                    (count == 1 ? " quotation\n\n" : " quotations\n\n");
  for (std::size_t i = 0; i < count; ++i) {
    put_quote(document, quotes[i], i + 1, how.explain, out);
  }
  put_names(document, out);
  put_values(document, out);
  put_repairs(document, out);
  return out;
}

}  // namespace copydesk_cli
