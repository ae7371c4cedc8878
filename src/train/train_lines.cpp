// SPDX-License-Identifier: Apache-2.0
// train_lines.cpp - learns the weights of text/line_score.cpp.
//
// Idea: see line_examples.hpp and line_learner.hpp. Result:
// text/line_weights.inc.
// --set folds=N parts the pages of our own into N and prints how well each
// part is told by the weights of the others; nothing is written then. With
// dump=1, what is told wrong, too.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "train/line_learner.hpp"
#include "train/line_pages.hpp"
#include "train/part.hpp"

namespace copydesk::train {
namespace {

using text::line_kinds;
using text::line_symbols;

struct tally {
  int right = 0, given = 0, wanted = 0;
};

class tallies {
 public:
  void add(kind_set right, paragraph_kind got) {
    for (std::size_t k = 0; k < line_kinds; ++k)
      all_[k].wanted += (right >> k & 1U) != 0;
    tally& t = all_[static_cast<std::size_t>(got)];
    ++t.given;
    if ((right & only(got)) != 0) ++t.right;
  }
  void print(const char* what, std::size_t kinds) const {
    for (const std::size_t k : {5U, 3U, 4U, 1U, 2U, 0U}) {
      if (kinds-- == 0) break;
      const tally& t = all_[k];
      std::printf("%s %s: %d right, %d given, %d wanted: %.1f %.1f\n", what,
                  line_kind_names[k], t.right, t.given, t.wanted,
                  100.0 * t.right / std::max(1, t.given),
                  100.0 * t.right / std::max(1, t.wanted));
    }
  }

 private:
  std::array<tally, line_kinds> all_;
};

void cross_validate(const job& j, const line_settings& s, line_examples& all,
                    int folds) {
  std::map<std::string, tallies> sums;
  std::map<std::string, tallies> ways;
  const bool dump = j.option("dump", 0) != 0;
  const bool once = j.option("once", 0) != 0;
  const int most = static_cast<int>(j.option("most_folds", folds));
  for (int f = 0; f < most; ++f) {
    const line_model m = learn_lines(s, all, f, folds);
    look_again(s, m, all, [&](const line_document& d) {
      return all.all[d.first].fold >= 0 && all.all[d.first].fold % folds == f;
    });
    for (const example& e : all.all) {
      if (e.fold < 0 || e.fold % folds != f || e.where == ' ') continue;
      const int evidence = e.line.sum.evidence;
      const text::line_scores scores =
          once ? e.line.sum.scores : scores_in_context(s, m, e);
      const paragraph_kind got =
          text::kind_of_scores(scores, evidence, e.line.place,
                               e.line.context.margins(s.margins, e.line.place));
      const char* const way = e.where == 'p'   ? "on its page"
                              : e.where == 'a' ? "alone, of a page"
                                               : "of a list";
      sums[way + (", " + e.file)].add(e.right, got);
      for (int b = 0; b <= 32 && e.where != 'l'; b += 4) {
        const text::line_margins way{b, b, s.margins.sentence,
                                     s.margins.evidence, s.margins.credited};
        char name[40];
        std::snprintf(name, sizeof name, "%c margin %02d", e.where, b);
        ways[name].add(e.right, text::kind_of_scores(
                                    scores, evidence, e.line.place,
                                    e.line.context.margins(way, e.line.place)));
      }
      if (dump && (e.right & only(got)) == 0) {
        std::printf("%c %c %s", e.where, e.file[11],
                    line_kind_names[static_cast<std::size_t>(got)]);
        for (std::size_t k = 0; k < line_kinds; ++k)
          if ((e.right >> k & 1U) != 0) std::printf("\t%s", line_kind_names[k]);
        std::printf("\t%s\n", e.text.c_str());
      }
    }
  }
  for (const auto& [name, t] : ways) t.print(name.c_str(), 2);
  for (const auto& [name, t] : sums) t.print(name.c_str(), line_kinds);
}

// What the words and the place of a line of our own that is no text weigh at
// least, but for the least one in a thousand.
int floor_of(const line_settings& s, const line_model& m,
             const std::vector<example>& all) {
  std::vector<int> most;
  for (const example& e : all) {
    if (e.fold < 0 || e.where == ' ' || e.right == only(paragraph_kind::body))
      continue;
    std::array<std::uint32_t, line_symbols::most> seen;
    text::line_scores sum{};
    for (std::size_t k = 1; k < line_kinds; ++k)
      sum[k] = rounded(s.scale * m.bias[k], 10000);
    const auto add = [&](std::uint32_t f) {
      const std::uint32_t id = m.ids.find(f);
      if (id == feature_ids::none) return;
      for (std::size_t k = 1; k < line_kinds; ++k)
        sum[k] += rounded(s.scale * m.table[id][k], 127);
    };
    text::line_feature::of_place(e.line.place, add);
    text::line_feature::of_words(
        e.line.symbols, [&](std::uint32_t w) { return m.known.count(w) != 0; },
        seen, add);
    most.push_back(*std::max_element(sum.begin() + 1, sum.end()));
  }
  std::sort(most.begin(), most.end());
  return most.empty() ? 0 : most[most.size() / 1000] - 2;
}

// The rows of an open-addressing table of 1 << bits slots.
std::vector<std::string> slots_of(const line_settings& s,
                                  const feature_ids& ids,
                                  const std::vector<weights>& table,
                                  const line_model& m, unsigned bits) {
  const std::size_t slots = std::size_t{1} << bits;
  std::vector<std::string> out(slots);
  for (const std::uint32_t f : ids.features()) {
    std::size_t at = (f * text::line_feature::mixer) >> (32 - bits);
    while (!out[at].empty()) at = (at + 1) % slots;
    char head[32];
    std::snprintf(head, sizeof head, "{0x%08xU, {", f);
    std::string row = head;
    for (std::size_t k = 1; k < line_kinds; ++k)
      row += std::to_string(rounded(s.scale * table[ids.find(f)][k], 127)) +
             (k + 1 < line_kinds ? ", " : "}, ");
    out[at] = row + (m.known.count(f) != 0 ? "1}" : "0}");
  }
  return out;
}

void write_table(std::ostream& out, const char* name,
                 const std::vector<std::string>& slots) {
  out << "constexpr line_weight " << name << "s[1 << " << name
      << "_bits] = {\n";
  for (const std::string& row : slots)
    out << "    " << (row.empty() ? "{}" : row) << ",\n";
  out << "};\n";
}

void write(const line_settings& s, const line_model& m, int floor,
           const std::string& path) {
  unsigned context_bits = 4;
  while ((std::size_t{1} << context_bits) * 4 < m.context.size() * 5)
    ++context_bits;
  std::ofstream out(path);
  out << "// SPDX-License-Identifier: Apache-2.0\n"
         "// Generated by copydesk-train --only lines (train_lines.cpp). Do "
         "not edit.\n// clang-format off\n\n"
         "constexpr unsigned line_weight_bits = "
      << s.bits
      << ";\nconstexpr unsigned context_weight_bits = " << context_bits
      << ";\nconstexpr line_scores line_bias = {0";
  for (std::size_t k = 1; k < line_kinds; ++k)
    out << ", " << rounded(s.scale * m.bias[k], 10000);
  out << "};\nconstexpr line_margins line_decision = {" << s.margins.boilerplate
      << ", " << s.margins.byline << ", " << s.margins.sentence << ", "
      << s.margins.evidence << ", " << s.margins.credited
      << "};\nconstexpr std::int32_t line_floor = " << floor << ";\n";
  write_table(out, "line_weight", slots_of(s, m.ids, m.table, m, s.bits));
  line_model none;
  write_table(out, "context_weight",
              slots_of(s, m.context_ids, m.context, none, context_bits));
  out << "// clang-format on\n";
  std::fprintf(stderr, "lines: %zu features of contexts\n", m.context.size());
}

void train(const job& j, learned::model_writer&) {
  const line_settings s(j);
  line_examples all = read_line_examples(j);
  const int folds = static_cast<int>(j.option("folds", 0));
  if (folds > 1) return cross_validate(j, s, all, folds);
  const line_model m = learn_lines(s, all, 0, 0);
  const int floor = floor_of(s, m, all.all);
  write(s, m, floor, j.sources + "../text/line_weights.inc");
}

const register_part lines_part({"lines",
                                "what page furniture, author lines and "
                                "captions look like (writes "
                                "text/line_weights.inc)",
                                {},
                                train,
                                nullptr});

}  // namespace
}  // namespace copydesk::train
