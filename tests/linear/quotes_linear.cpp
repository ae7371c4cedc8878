// SPDX-License-Identifier: Apache-2.0
// quotes_linear.cpp - hostile shapes for quotations: the work doubles when the
// text doubles.
#include <cstdint>
#include <cstdio>
#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "linear/work.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"

namespace {

struct shape {
  const char* name;
  const char* head;
  const char* unit;  // repeated
};

const shape shapes[] = {
    {"opening marks", "", "\u201C"},
    {"closing marks", "", "\u201D"},
    {"straight marks", "", "\" "},
    {"single marks", "", "' "},
    {"marks that touch", "", "\"'\"'"},
    {"open marks before words", "", "\"a "},
    {"closed marks after words", "", "a\u201D "},
    {"short questions", "", "\"a?\" b "},
    {"short quotations", "", "\"a,\" he said. "},
    {"one sentence of quotations", "", "\"a,\" he said, "},
    {"nested openings", "", "\u201C\u2018a "},
    {"verbs alone", "", "said "},
    {"a verb a paragraph", "", "he said:\n\n"},
    {"paragraphs carried on", "", "\u201CWe went on.\n\n"},
    {"turns", "", "A: we went there\n\n"},
    {"colons", "", "Smith: "},
    {"one quotation full of verbs", "\u201C", "they said it and "},
    {"commas and verbs", "", ", he said "},
    {"guillemets both ways", "", "\u00BBa\u00AB \u00ABb\u00BB "},
};

std::string text_of(const shape& s, std::size_t bytes) {
  std::string out = s.head;
  while (out.size() < bytes) out += s.unit;
  return out;
}

// The work of the room alone.
std::uint64_t work_on(const std::string& text, const copydesk::model& m) {
  const auto laid = copydesk::text::lay_out(text, copydesk::text::language::en);
  const copydesk::entities::entities none;
  const std::uint64_t before = copydesk_linear::work();
  const auto found = copydesk::quotes::find(laid, none, m);
  if (found.quotations.size() > text.size())
    std::puts("more quotations than bytes");
  return copydesk_linear::work() - before;
}

}  // namespace

// The work per byte is bounded too: a constant that is no constant shows there.
int main() {
  constexpr std::size_t sizes[] = {16384, 32768, 65536};
  const auto m = copydesk::model::built_in();
  if (!m) return 1;
  int wrong = 0;
  for (const shape& s : shapes) {
    std::uint64_t last = 0;
    for (const std::size_t size : sizes) {
      const std::string text = text_of(s, size);
      const std::uint64_t now = work_on(text, m.value());
      const double ratio =
          last == 0 ? 2 : static_cast<double>(now) / static_cast<double>(last);
      const double each =
          static_cast<double>(now) / static_cast<double>(text.size());
      const bool good = ratio >= 1.9 && ratio <= 2.15 && each < 20000;
      if (!good) ++wrong;
      if (!good || size == sizes[2]) {
        std::printf("%-4s %-42s %7zu bytes, ratio %.3f, %.1f blocks a byte\n",
                    good ? "ok" : "BAD", s.name, size, ratio, each);
      }
      last = now;
    }
  }
  if (copydesk_linear::work() == 0) {
    std::puts("nothing was counted");
    return 1;
  }
  return wrong == 0 ? 0 : 1;
}
