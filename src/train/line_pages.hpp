// SPDX-License-Identifier: Apache-2.0
// line_pages.hpp - lines of pages whose kinds are known, and their pages.
//
// A file holds rows "kind TAB line [TAB language]", in the order of the pages
// they are from. An empty row, or one that begins with '#', stands between two
// pages. In a file with neither, a headline that other lines than text stand
// before begins a page.
#ifndef COPYDESK_SRC_TRAIN_LINE_PAGES_HPP_
#define COPYDESK_SRC_TRAIN_LINE_PAGES_HPP_

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "text/laid_text.hpp"

namespace copydesk::train {

struct page_row {
  paragraph_kind kind = paragraph_kind::body;
  std::string line, lang = "en";
};
using page = std::vector<page_row>;

inline const char* const line_kind_names[] = {
    "body", "headline", "dateline", "byline", "caption", "boilerplate"};

inline bool read_row(const std::string& row, page_row& out) {
  const std::size_t tab = row.find('\t');
  if (tab == std::string::npos) return false;
  const auto* const end = std::end(line_kind_names);
  const auto* const kind =
      std::find(std::begin(line_kind_names), end, row.substr(0, tab));
  if (kind == end) return false;
  out.kind = static_cast<paragraph_kind>(kind - std::begin(line_kind_names));
  out.line = row.substr(tab + 1);
  const std::size_t second = out.line.find('\t');
  if (second != std::string::npos) {
    out.lang = out.line.substr(second + 1);
    out.line.resize(second);
  }
  return true;
}

// Where the rows of a file without signs between its pages part.
inline std::vector<page> parted_by_headlines(const page& all) {
  std::vector<page> out(1);
  std::size_t since_text = 0;  // rows
  for (const page_row& r : all) {
    const bool text = std::any_of(
        out.back().begin(), out.back().end(),
        [](const page_row& o) { return o.kind == paragraph_kind::body; });
    if (r.kind == paragraph_kind::headline && text && since_text > 0) {
      // Of the lines between two pages each has half.
      page next(out.back().end() - static_cast<std::ptrdiff_t>(since_text / 2),
                out.back().end());
      out.back().resize(out.back().size() - next.size());
      out.push_back(std::move(next));
    }
    out.back().push_back(r);
    since_text = r.kind == paragraph_kind::body ? 0 : since_text + 1;
  }
  return out;
}

inline std::vector<page> read_pages(const std::string& path) {
  std::ifstream in(path);
  std::vector<page> out(1);
  for (std::string row; std::getline(in, row);) {
    page_row r;
    if (row.empty() || row[0] == '#') {
      if (!out.back().empty()) out.emplace_back();
    } else if (read_row(row, r)) {
      out.back().push_back(std::move(r));
    }
  }
  if (out.back().empty()) out.pop_back();
  return out.size() == 1 ? parted_by_headlines(out[0]) : out;
}

// Whether the rows are a page, not a list of lines.
inline bool whole_page(const page& p) {
  std::size_t text = 0, headlines = 0;
  for (const page_row& r : p) {
    text += r.kind == paragraph_kind::body && r.line.size() > 60;
    headlines += r.kind == paragraph_kind::headline;
  }
  const bool enough = text >= 2 || (text == 1 && p.size() >= 12);
  return enough && headlines > 0 && headlines < 8 && p.size() <= 90;
}

// The lines as a document, a blank line between two.
inline std::string text_of(const page& p) {
  std::string out;
  for (const page_row& r : p) out += r.line + "\n\n";
  return out;
}

// A line alone where such lines stand: bylines and dates above the text, all
// others in it.
inline std::string text_around(const page_row& r, bool at_top) {
  const std::string headline = "Ferry talks end without a deal\n\n";
  const std::string text =
      "The two governments met for nine hours on Tuesday and agreed on nothing "
      "but the date of their next meeting, officials said.\n\n";
  return at_top ? headline + r.line + "\n\n" + text + text
                : headline + text + text + r.line + "\n\n" + text;
}
inline bool stands_at_top(paragraph_kind kind) {
  return kind == paragraph_kind::byline || kind == paragraph_kind::dateline;
}

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_LINE_PAGES_HPP_
