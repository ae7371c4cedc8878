// SPDX-License-Identifier: Apache-2.0
// lines.cpp - how well the kinds of lines on pages are told.
//
//     copydesk_lines_vectors FILE.tsv...
//     copydesk_lines_vectors --symbols FILE.tsv...
//
// Each row: kind, line, language if not English. The line is put where such a
// line stands on a page. Prints every line that is taken for another kind, and
// for each kind how many were right, given and wanted.
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include "text/laid_text.hpp"
#include "text/line_score.hpp"

namespace {

const char* const names[] = {"body",   "headline", "dateline",
                             "byline", "caption",  "boilerplate"};

std::string kind_of(const std::string& kind, const std::string& line,
                    const std::string& lang) {
  const std::string headline = "Ferry talks end without a deal\n\n";
  const std::string text =
      "The two governments met for nine hours on Tuesday and agreed on nothing "
      "but the date of their next meeting, officials said.\n\n";
  const bool at_top = kind == "byline" || kind == "dateline";
  const std::string page = at_top
                               ? headline + line + "\n\n" + text + text
                               : headline + text + text + line + "\n\n" + text;
  const auto laid =
      copydesk::text::lay_out(page, copydesk::text::language_from_code(lang));
  std::string out = "?";
  for (const auto& p : laid.paragraphs) {
    if (p.where.of(page) == line) out = names[static_cast<int>(p.kind)];
  }
  return out;
}

void print_symbols(const std::string& kind, const std::string& line,
                   const std::string& lang) {
  const auto laid =
      copydesk::text::lay_out(line, copydesk::text::language_from_code(lang));
  const copydesk::text::line_symbols symbols(
      laid, 0, static_cast<std::uint32_t>(laid.tokens.size()));
  if (symbols.size() != laid.tokens.size()) return;  // too long
  std::printf("%s", kind.c_str());
  for (std::uint32_t i = 0; i < symbols.size(); ++i)
    std::printf(" %08x%c", symbols.at(i).word, symbols.at(i).shape);
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  struct score {
    int right = 0, given = 0, wanted = 0;
  };
  std::map<std::string, score> scores;
  const bool dump = argc > 1 && std::string(argv[1]) == "--symbols";
  for (int i = dump ? 2 : 1; i < argc; ++i) {
    std::ifstream in(argv[i]);
    for (std::string row; std::getline(in, row);) {
      if (row.empty() || row[0] == '#') continue;
      const std::size_t tab = row.find('\t');
      const std::string kind = row.substr(0, tab);
      std::string line = row.substr(tab + 1), lang = "en";
      const std::size_t second = line.find('\t');
      if (second != std::string::npos) {
        lang = line.substr(second + 1);
        line.resize(second);
      }
      if (dump) {
        print_symbols(kind, line, lang);
        continue;
      }
      const std::string got = kind_of(kind, line, lang);
      ++scores[kind].wanted;
      ++scores[got].given;
      if (got == kind) {
        ++scores[kind].right;
      } else {
        std::printf("%s\t%s\t%s\n", kind.c_str(), got.c_str(), line.c_str());
      }
    }
  }
  for (const auto& [kind, s] : scores)
    std::printf("# %s: %d right, %d given, %d wanted\n", kind.c_str(), s.right,
                s.given, s.wanted);
  return 0;
}
