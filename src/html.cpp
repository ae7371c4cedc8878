// SPDX-License-Identifier: Apache-2.0
// html.cpp - a text as an HTML page, quotations and names marked.
//
// Idea: quotes and entities overlap, so the text is cut at every boundary and
// each stretch between two becomes one <span> with the classes of all that
// covers it. The layers that cover the stretch are kept in a small vector, in
// order of their begin. Cost: O(text + layers * (log layers + their depth)).
#include "copydesk/html.hpp"

#include <algorithm>
#include <vector>

namespace copydesk {
inline namespace v1 {
namespace {

// Names are static or live in the document.
struct layer {
  span where;
  const char* first;       // classes
  const char* second;      // one more class, or ""
  std::string_view title;  // what a reader sees when pointing at it
};

constexpr char head[] =
    "</title>\n<style>\n"
    "body { max-width: 44em; margin: 2em auto; font: 1rem/1.6 serif; }\n"
    "pre { white-space: pre-wrap; font: inherit; }\n"
    ".direct { background: #cfe8cf; } .mixed { background: #e3ecc3; }\n"
    ".indirect { background: #fbefc2; }\n"
    ".cue { border-bottom: 2px dotted #a33; }\n"
    ".source { border-bottom: 2px solid #33a; }\n"
    ".entity { color: #114; font-weight: 600; }\n"
    "</style>\n</head>\n<body>\n<pre>";

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
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
        out += c;
    }
  }
}

std::vector<layer> layers_of(const document& doc) {
  std::vector<layer> out;
  for (const quote& q : doc.quotes) {
    const std::string_view who =
        q.has_speaker ? std::string_view(q.speaker.text) : "unknown speaker";
    for (const span piece : q.content) {
      out.push_back({piece, "quote", to_string(q.kind), who});
    }
    if (q.has_cue) out.push_back({q.cue, "cue", "", ""});
    if (q.has_speaker) out.push_back({q.speaker.where, "source", "", who});
  }
  for (const entity& e : doc.entities) {
    const char* type = to_string(e.type);
    out.push_back({e.where, "entity", type, type});
  }
  out.erase(std::remove_if(out.begin(), out.end(),
                           [](const layer& l) { return l.where.empty(); }),
            out.end());
  std::stable_sort(out.begin(), out.end(), [](const layer& a, const layer& b) {
    return a.where.begin < b.where.begin;
  });
  return out;
}

void put_stretch(std::string_view text, const std::vector<layer>& active,
                 std::string& out) {
  if (text.empty()) return;
  if (active.empty()) return escape(text, out);
  out += "<span class=\"";
  for (std::size_t i = 0; i < active.size(); ++i) {
    if (i != 0) out += ' ';
    out += active[i].first;
    if (active[i].second[0] != '\0') (out += ' ') += active[i].second;
  }
  out += "\" title=\"";
  bool any = false;
  for (const layer& l : active) {
    if (l.title.empty()) continue;
    if (any) out += "; ";
    any = true;
    escape(l.title, out);
  }
  out += "\">";
  escape(text, out);
  out += "</span>";
}

// The stretch up to the next boundary, again and again.
void put_marked(std::string_view text, const std::vector<layer>& layers,
                std::string& out) {
  std::vector<layer> active;
  std::size_t next = 0;
  std::uint32_t at = 0;
  while (next < layers.size() || !active.empty()) {
    std::uint32_t cut =
        next < layers.size() ? layers[next].where.begin : active[0].where.end;
    for (const layer& l : active) cut = std::min(cut, l.where.end);
    put_stretch(text.substr(at, cut - at), active, out);
    at = cut;
    active.erase(
        std::remove_if(active.begin(), active.end(),
                       [at](const layer& l) { return l.where.end <= at; }),
        active.end());
    while (next < layers.size() && layers[next].where.begin == at) {
      active.push_back(layers[next++]);
    }
  }
  put_stretch(text.substr(at), active, out);
}

}  // namespace

result<std::string> to_html(const document& doc, std::string_view utf8,
                            std::string_view title) {
  const std::vector<layer> layers = layers_of(doc);
  bool fits = doc.length == utf8.size();
  for (const layer& l : layers) fits = fits && l.where.end <= utf8.size();
  if (!fits) {
    return failure{errc::range, utf8.size(),
                   "the text is not the one of the document, or its offsets "
                   "do not count bytes"};
  }
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  escape(doc.language, out);
  out += "\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
  escape(title, out);
  out += head;
  put_marked(utf8, layers, out);
  out += "</pre>\n</body>\n</html>\n";
  return out;
}

}  // namespace v1
}  // namespace copydesk
