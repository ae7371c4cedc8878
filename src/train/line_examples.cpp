// SPDX-License-Identifier: Apache-2.0
// line_examples.cpp - reads the examples that train_lines.cpp learns from.
#include "train/line_examples.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "train/corpus.hpp"
#include "train/line_pages.hpp"

namespace copydesk::train {
namespace {

class line_example_reader {
 public:
  explicit line_example_reader(const job& j) : job_(j) {
    phrases();
    own("tests/unit/text/page_lines.tsv");
    own("tests/unit/text/page_lines_held_out.tsv");
    own("tests/unit/text/page_lines_blind.tsv");
    own("tests/unit/text/page_lines_world.tsv");
    own("tests/unit/text/page_lines_whole.tsv");
    own("tests/unit/text/page_lines_whole_2.tsv");
    own("tests/unit/text/page_lines_whole_3.tsv");
    own("src/data/page_examples.tsv");
    std::fprintf(stderr, "lines: %zu of our own", all_.size());
    const auto weight = static_cast<float>(j.option("news", 0.5));
    const auto of = static_cast<std::size_t>(j.option("text_of", 2));
    for (const char* set : {"own/voa_train", "own/press_train", "polnear_train",
                            "wikigold", "gum_train", "meantime"})
      news(j.data + set + ".jsonl", weight, of, false);
    for (const char* set : {"uner_en_ewt_dev", "crossner_politics_train"})
      news(j.data + set + ".jsonl", static_cast<float>(j.option("mail", 1)), 1,
           true);
    std::fprintf(stderr, ", %zu in all\n", all_.size());
  }
  line_examples take() { return {std::move(all_), std::move(documents_)}; }

 private:
  // The next document, laid out.
  const text::laid_text& open(const std::string& document, unsigned part) {
    line_document d;
    d.text = std::make_unique<std::string>(document);
    d.laid = text::lay_out(*d.text, text::language::en);
    d.first = all_.size();
    d.part = part;
    documents_.push_back(std::move(d));
    return documents_.back().laid;
  }
  void close() { documents_.back().end = all_.size(); }

  // Adds what of `document` holds the lines of `p`, all or the one `row`.
  void add(const page& p, const page_row* row, const std::string& document,
           float weight, int fold, char where) {
    const text::laid_text& laid = open(
        document, static_cast<unsigned>(fold < 0 ? documents_.size() : fold));
    std::size_t at = 0;
    for (text::weighed_line& l : text::weighed_lines(laid)) {
      const std::string_view s =
          laid.paragraphs[l.paragraph].where.of(document);
      const page_row* r = row;
      if (row != nullptr) {
        if (s != row->line) continue;
      } else {
        std::size_t next = at;
        while (next < p.size() && p[next].line != s) ++next;
        if (next == p.size()) continue;
        r = &p[next];
        at = next + 1;
      }
      all_.push_back({l, only(r->kind), weight, fold, where, r->line, file_});
    }
    close();
  }

  void own(const char* path) {
    const std::string where = job_.sources + "../../" + path;
    const auto pages = read_pages(where);
    if (pages.empty()) {
      std::fprintf(stderr, "%s: no pages to learn from\n", where.c_str());
      std::exit(1);
    }
    file_ = path;
    file_.erase(0, file_.rfind('/') + 1);
    for (const page& p : pages) {
      const bool whole = whole_page(p);
      ++pages_;
      std::size_t count = 0;
      for (const page_row& r : p) {
        // Lists of lines are parted, too.
        if (!whole && ++count % 20 == 0) ++pages_;
        if (r.lang != "en") continue;
        for (const bool top : {false, true}) {
          const bool usual = top == stands_at_top(r.kind);
          add(p, &r, text_around(r, top),
              usual ? 0.6F : static_cast<float>(job_.option("unusual", 0.03)),
              pages_, usual ? whole ? 'a' : 'l' : ' ');
        }
      }
      if (whole)
        add(p, nullptr, text_of(p), static_cast<float>(job_.option("page", 2)),
            pages_, 'p');
    }
  }

  void phrases() {
    std::istringstream in(read_file(job_.sources + "page_lines.tsv"));
    for (std::string row; std::getline(in, row);) {
      page_row r;
      if (!read_row(row, r) || r.lang == "en") continue;
      static const char* const whole[] = {"line", "start", "label", "ask"};
      if (std::find(std::begin(whole), std::end(whole), r.line) ==
          std::end(whole))
        continue;
      r.line = r.lang;
      std::replace(r.line.begin(), r.line.end(), '#', '3');
      r.line[0] = static_cast<char>(std::toupper(r.line[0]));
      add({}, &r, text_around(r, false), 0.4F, -1, ' ');
    }
  }

  // Text may hold headlines where it has no full stop, and above it names and
  // dates; what phrases call furniture there may well be that, and author
  // lines and dates may be anywhere.
  // Of `mail` only what reads like a sentence is sure not to be furniture.
  void add_text(const std::string& document, float weight, bool mail) {
    for (text::weighed_line& l : text::weighed_lines(
             open(document, static_cast<unsigned>(document_)))) {
      kind_set right = only(paragraph_kind::body);
      if (mail && l.symbols.size() < 5) continue;
      if (l.place.ruled == paragraph_kind::byline ||
          l.place.ruled == paragraph_kind::dateline)
        right |= only(l.place.ruled);
      if (l.place.itself != text::line_look::stop &&
          l.place.itself != text::line_look::text) {
        if (l.place.ruled != paragraph_kind::body) continue;
        right |= only(paragraph_kind::headline);
        if (l.place.zone == 0 && l.symbols.size() < 8)
          right |=
              only(paragraph_kind::byline) | only(paragraph_kind::dateline);
      }
      all_.push_back({l, right, weight, -1, ' ', {}, {}});
    }
    close();
  }

  void news(const std::string& path, float weight, std::size_t of, bool mail) {
    for (const gold_document& d : read_corpus(path)) {
      if (++document_ % of != 0) continue;
      add_text(d.text, weight, mail);
      const text::laid_text laid = text::lay_out(d.text, text::language::en);
      std::string sentences;
      for (const text::sentence& s : laid.sentences)
        if (++sentence_ % of == 0)
          sentences += std::string(s.where.of(d.text)) + "\n\n";
      add_text(sentences, weight / 2, mail);
    }
  }

  const job& job_;
  std::string file_;
  std::vector<example> all_;
  std::vector<line_document> documents_;
  int pages_ = 0;
  std::size_t document_ = 0, sentence_ = 0;
};

}  // namespace

line_examples read_line_examples(const job& j) {
  return line_example_reader(j).take();
}

}  // namespace copydesk::train
