// SPDX-License-Identifier: Apache-2.0
// Verbs of tests/spec/quotes.txt.
//
//   ```` quotes [lang=de]   one line a quotation, in text order:
//       kind | source | cue | content; pieces are parted by " ... ", an
//       absent source or cue is "-"; a nested one is indented by two blanks
//   ```` marks [lang=de]    one line a pair of marks:
//       [inner text], then "open missing" and the like; nested ones indented
//   ```` repairs            one line a repair: kind @ text that follows it
#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "quotes/marks.hpp"
#include "quotes/quotes.hpp"
#include "quotes/words.hpp"
#include "spec/spec.hpp"
#include "text/laid_text.hpp"

namespace {

using namespace copydesk;

text::language language_of(const std::string& arguments) {
  const std::size_t at = arguments.find("lang=");
  if (at == std::string::npos) return text::language::en;
  return text::language_from_code(arguments.substr(at + 5, 2));
}

struct result_of {
  text::laid_text laid;
  quotes::quotes said;
};

result_of read(const std::string& arguments, const std::string& input) {
  const model m = model::built_in().value();
  result_of r;
  r.laid = text::lay_out(input, language_of(arguments));
  r.said = quotes::find(r.laid, entities::find(r.laid, m, 0), m,
                        quote_style::speech);
  return r;
}

const char* name_of(quote_kind kind) {
  switch (kind) {
    case quote_kind::direct:
      return "direct";
    case quote_kind::mixed:
      return "mixed";
    default:
      return "indirect";
  }
}

const char* name_of(repair_kind kind) {
  switch (kind) {
    case repair_kind::missing_open:
      return "missing_open";
    case repair_kind::missing_close:
      return "missing_close";
    case repair_kind::wrong_way:
      return "wrong_way";
    default:
      return "straight";
  }
}

// On one line.
std::string line_of(std::string_view s) {
  std::string out;
  for (const char c : s) out += c == '\n' ? ' ' : c;
  return out;
}

std::string quotes_verb(const std::string& arguments,
                        const std::string& input) {
  const result_of r = read(arguments, input);
  std::string out;
  for (const quotes::quotation& q : r.said.quotations) {
    if (!out.empty()) out += '\n';
    for (std::int32_t up = q.parent; up >= 0;
         up = r.said.quotations[static_cast<std::size_t>(up)].parent) {
      out += "  ";
    }
    out += name_of(q.kind);
    out += " | ";
    out += q.has_source ? line_of(q.source.of(input)) : "-";
    out += " | ";
    out += q.has_cue ? line_of(q.cue.of(input)) : "-";
    out += " | ";
    bool first = true;
    for (const text::clean_span piece : q.content) {
      if (!first) out += " ... ";
      first = false;
      out += line_of(piece.of(input));
    }
  }
  return out;
}

std::string marks_verb(const std::string& arguments, const std::string& input) {
  const text::laid_text laid = text::lay_out(input, language_of(arguments));
  const quotes::marks found =
      quotes::pair_marks(laid, quotes::look_up_all(laid));
  std::string out;
  for (const quotes::pair& p : found.pairs) {
    if (!out.empty()) out += '\n';
    for (std::int32_t up = p.parent; up >= 0;
         up = found.pairs[static_cast<std::size_t>(up)].parent) {
      out += "  ";
    }
    if (p.end <= p.first) {
      out += "[]";
      continue;
    }
    const text::clean_span inner{laid.tokens[p.first].where().begin,
                                 laid.tokens[p.end - 1].where().end};
    out += '[' + line_of(inner.of(input)) + ']';
    if (p.carried) out += " carried on";
    if (p.repaired) {
      out += p.open() == quotes::no_token ? " open missing" : " close missing";
    }
  }
  return out;
}

std::string repairs_verb(const std::string& arguments,
                         const std::string& input) {
  const result_of r = read(arguments, input);
  std::string out;
  for (const quotes::mark_repair& m : r.said.repairs) {
    if (!out.empty()) out += '\n';
    out += name_of(m.kind);
    out += ' ' + std::string(m.text) + " @ " +
           line_of(input.substr(m.where.begin, 12));
  }
  return out;
}

const copydesk_spec::verb quotes_registered("quotes", quotes_verb);
const copydesk_spec::verb marks_registered("marks", marks_verb);
const copydesk_spec::verb repairs_registered("repairs", repairs_verb);

}  // namespace
