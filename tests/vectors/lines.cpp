// SPDX-License-Identifier: Apache-2.0
// lines.cpp - how well the kinds of lines on pages are told.
//
//     copydesk_lines_vectors [--tell|--pages] FILE.tsv...
//
// Each row: kind, line, language if not English; how rows are parted into
// pages: train/line_pages.hpp. Each line is read twice: alone, put where such
// a line stands on a page, and on its own page, with all other lines of it.
// Prints for each kind how many were right, given and wanted, both ways. With
// --tell also every line that is taken for another kind alone, with --pages
// those that are on their page: not for sets that nobody shall read.
#include <array>
#include <cstdio>
#include <string>

#include "train/line_pages.hpp"

namespace {

using copydesk::paragraph_kind;
using copydesk::train::line_kind_names;
using copydesk::train::page;
using copydesk::train::page_row;

struct score {
  int right = 0, given = 0, wanted = 0;
};

class score_table {
 public:
  void add(const page_row& r, paragraph_kind got, bool tell) {
    ++of(r.kind).wanted;
    ++of(got).given;
    if (got == r.kind) {
      ++of(r.kind).right;
    } else if (tell) {
      std::printf("%s\t%s\t%s\n", name(r.kind), name(got), r.line.c_str());
    }
  }
  void print(const char* what) const {
    for (std::size_t k = 0; k < all_.size(); ++k)
      std::printf("# %s%s: %d right, %d given, %d wanted\n", what,
                  line_kind_names[k], all_[k].right, all_[k].given,
                  all_[k].wanted);
  }

 private:
  static const char* name(paragraph_kind k) {
    return line_kind_names[static_cast<std::size_t>(k)];
  }
  score& of(paragraph_kind k) { return all_[static_cast<std::size_t>(k)]; }

  std::array<score, 6> all_;
};

void score_alone(const page_row& r, bool tell, score_table& out) {
  const std::string text =
      copydesk::train::text_around(r, copydesk::train::stands_at_top(r.kind));
  const auto laid =
      copydesk::text::lay_out(text, copydesk::text::language_from_code(r.lang));
  for (const auto& p : laid.paragraphs)
    if (p.where.of(text) == r.line) return out.add(r, p.kind, tell);
}

void score_page(const page& rows, bool tell, score_table& out) {
  const std::string text = copydesk::train::text_of(rows);
  const auto laid = copydesk::text::lay_out(
      text, copydesk::text::language_from_code(rows[0].lang));
  std::size_t at = 0;
  for (const auto& p : laid.paragraphs) {
    if (at == rows.size() || p.where.of(text) != rows[at].line) continue;
    out.add(rows[at++], p.kind, tell);
  }
}

}  // namespace

int main(int argc, char** argv) {
  score_table alone, on_pages;
  const std::string first = argc > 1 ? argv[1] : "";
  const bool tell_alone = first == "--tell", tell_pages = first == "--pages";
  for (int i = tell_alone || tell_pages ? 2 : 1; i < argc; ++i) {
    for (const page& p : copydesk::train::read_pages(argv[i])) {
      for (const page_row& r : p) score_alone(r, tell_alone, alone);
      score_page(p, tell_pages, on_pages);
    }
  }
  alone.print("");
  on_pages.print("on its page, ");
  return 0;
}
