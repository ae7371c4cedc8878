// SPDX-License-Identifier: Apache-2.0
// format_html.cpp - the text with its quotations and names marked.
//
// Idea: quotes and entities overlap, so the text is cut at every boundary and
// each stretch between two becomes one <span> with the classes of all that
// covers it. O(text + spans * log spans).
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "cli/formats.hpp"

namespace copydesk_cli {
namespace {

struct layer {
  copydesk_span span;
  std::string classes;
  std::string title;  // what a reader sees when pointing at it
};

std::string words(copydesk_string s) { return std::string(s.data, s.size); }

void escape(const std::string& s, std::size_t begin, std::size_t end,
            std::string& out) {
  for (std::size_t i = begin; i < end; ++i) {
    switch (s[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += s[i];
    }
  }
}

std::string escaped(const std::string& s) {
  std::string out;
  escape(s, 0, s.size(), out);
  return out;
}

void add_quotes(const copydesk_document* document, std::vector<layer>& out) {
  static const char* const kinds[] = {"direct", "mixed", "indirect"};
  std::size_t count = 0;
  const copydesk_quote* all = copydesk_document_quotes(document, &count);
  for (std::size_t i = 0; i < count; ++i) {
    const copydesk_quote& q = all[i];
    const std::string who =
        q.has_speaker != 0 ? words(q.speaker_text) : "unknown speaker";
    for (std::size_t p = 0; p < q.content_count; ++p) {
      out.push_back({q.content[p],
                     std::string("quote ") +
                         kinds[q.kind >= 0 && q.kind < 3 ? q.kind : 2],
                     who});
    }
    if (q.has_cue != 0) out.push_back({q.cue, "cue", ""});
    if (q.has_speaker != 0 && q.speaker_span.begin < q.speaker_span.end) {
      out.push_back({q.speaker_span, "source", who});
    }
  }
}

void add_entities(const copydesk_document* document, std::vector<layer>& out) {
  std::size_t count = 0;
  const copydesk_entity* all = copydesk_document_entities(document, &count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string type = copydesk_entity_type_string(all[i].type);
    out.push_back({all[i].span, "entity " + type, type});
  }
}

void put_marked(const std::string& source, const std::vector<layer>& layers,
                std::string& out) {
  std::map<std::size_t, std::vector<std::size_t>> opens, closes;
  std::set<std::size_t> cuts = {0, source.size()};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    opens[layers[i].span.begin].push_back(i);
    closes[layers[i].span.end].push_back(i);
    cuts.insert(layers[i].span.begin);
    cuts.insert(layers[i].span.end);
  }
  std::set<std::size_t> active;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    for (const std::size_t i : closes[*cut]) active.erase(i);
    for (const std::size_t i : opens[*cut]) {
      if (layers[i].span.begin < layers[i].span.end) active.insert(i);
    }
    std::string classes, title;
    for (const std::size_t i : active) {
      classes += (classes.empty() ? "" : " ") + layers[i].classes;
      if (!layers[i].title.empty()) {
        title += (title.empty() ? "" : "; ") + layers[i].title;
      }
    }
    if (classes.empty()) {
      escape(source, *cut, *std::next(cut), out);
      continue;
    }
    out += "<span class=\"" + classes + "\" title=\"" + escaped(title) + "\">";
    escape(source, *cut, *std::next(cut), out);
    out += "</span>";
  }
}

}  // namespace

std::string document_html(const copydesk_document* document,
                          const std::string& id, const std::string& source) {
  std::vector<layer> layers;
  add_quotes(document, layers);
  add_entities(document, layers);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"" +
      escaped(copydesk_document_language(document)) +
      "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(id) +
      "</title>\n<style>\n"
      "body { max-width: 44em; margin: 2em auto; font: 1rem/1.6 serif; }\n"
      "pre { white-space: pre-wrap; font: inherit; }\n"
      ".direct { background: #cfe8cf; } .mixed { background: #e3ecc3; }\n"
      ".indirect { background: #fbefc2; }\n"
      ".cue { border-bottom: 2px dotted #a33; }\n"
      ".source { border-bottom: 2px solid #33a; }\n"
      ".entity { color: #114; font-weight: 600; }\n"
      "</style>\n</head>\n<body>\n<pre>";
  put_marked(source, layers, out);
  return out + "</pre>\n</body>\n</html>\n";
}

}  // namespace copydesk_cli
