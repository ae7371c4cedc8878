// SPDX-License-Identifier: Apache-2.0
// reading.cpp - one pass over the tokens; see reading.hpp.
//
// Idea: closed-class words are short, so only short tokens are looked up, by a
// hash. Invariant: what is known of tokens has one entry a token. Cost:
// O(tokens), and O(n log n) in quotations.
#include "people/reading.hpp"

#include <algorithm>
#include <iterator>

#include "limits.hpp"
#include "model/short_words.hpp"
#include "people/foreign_words.hpp"
#include "people/lexicon.hpp"

namespace copydesk::people {
namespace {

struct entry {
  std::string_view text;
  word what;
};

constexpr entry closed_class[] = {
    {"a", word::a},
    {"i", word::i},
    {"an", word::a},
    {"as", word::but},
    {"at", word::preposition},
    {"be", word::auxiliary},
    {"by", word::preposition},
    {"do", word::auxiliary},
    {"dr", word::honorific},
    {"he", word::he},
    {"if", word::but},
    {"in", word::preposition},
    {"is", word::auxiliary},
    {"it", word::it},
    {"me", word::i},
    {"mr", word::honorific_m},
    {"ms", word::honorific_f},
    {"my", word::i},
    {"of", word::of},
    {"on", word::preposition},
    {"or", word::conjunction},
    {"so", word::but},
    {"to", word::to},
    {"us", word::we},
    {"we", word::we},
    {"and", word::conjunction},
    {"are", word::auxiliary},
    {"but", word::but},
    {"can", word::auxiliary},
    {"did", word::auxiliary},
    {"few", word::many},
    {"for", word::preposition},
    {"had", word::auxiliary},
    {"has", word::auxiliary},
    {"her", word::her},
    {"him", word::him},
    {"his", word::his},
    {"its", word::its},
    {"may", word::auxiliary},
    {"mrs", word::honorific_f},
    {"not", word::not_},
    {"one", word::a},
    {"our", word::we},
    {"she", word::she},
    {"sir", word::honorific_m},
    {"six", word::many},
    {"ten", word::many},
    {"the", word::the},
    {"two", word::many},
    {"was", word::auxiliary},
    {"who", word::who},
    {"you", word::you},
    {"both", word::many},
    {"dame", word::honorific_f},
    {"does", word::auxiliary},
    {"each", word::many},
    {"five", word::many},
    {"four", word::many},
    {"from", word::preposition},
    {"have", word::auxiliary},
    {"hers", word::hers},
    {"into", word::preposition},
    {"lady", word::honorific_f},
    {"lord", word::honorific_m},
    {"many", word::many},
    {"mine", word::i},
    {"miss", word::honorific_f},
    {"more", word::many},
    {"most", word::many},
    {"near", word::preposition},
    {"nine", word::many},
    {"once", word::but},
    {"only", word::other},
    {"onto", word::preposition},
    {"ours", word::we},
    {"over", word::preposition},
    {"prof", word::honorific},
    {"some", word::many},
    {"than", word::preposition},
    {"that", word::which},
    {"them", word::them},
    {"they", word::they},
    {"this", word::this_that},
    {"upon", word::preposition},
    {"were", word::auxiliary},
    {"when", word::but},
    {"whom", word::who},
    {"will", word::auxiliary},
    {"with", word::preposition},
    {"your", word::you},
    {"about", word::preposition},
    {"after", word::preposition},
    {"among", word::preposition},
    {"could", word::auxiliary},
    {"eight", word::many},
    {"might", word::auxiliary},
    {"never", word::not_},
    {"other", word::many},
    {"seven", word::many},
    {"since", word::preposition},
    {"their", word::their},
    {"these", word::this_that},
    {"three", word::many},
    {"under", word::preposition},
    {"until", word::preposition},
    {"where", word::but},
    {"which", word::which},
    {"while", word::but},
    {"whose", word::whose},
    {"would", word::auxiliary},
    {"across", word::preposition},
    {"around", word::preposition},
    {"before", word::preposition},
    {"behind", word::preposition},
    {"during", word::preposition},
    {"inside", word::preposition},
    {"itself", word::it},
    {"madame", word::honorific_f},
    {"myself", word::i},
    {"others", word::many},
    {"should", word::auxiliary},
    {"theirs", word::their},
    {"toward", word::preposition},
    {"within", word::preposition},
    {"against", word::preposition},
    {"another", word::a},
    {"because", word::but},
    {"between", word::preposition},
    {"despite", word::preposition},
    {"herself", word::she},
    {"himself", word::he},
    {"outside", word::preposition},
    {"several", word::many},
    {"through", word::preposition},
    {"towards", word::preposition},
    {"whereas", word::but},
    {"without", word::preposition},
    {"although", word::but},
    {"themself", word::they},
    {"ourselves", word::we},
    {"professor", word::honorific},
    {"throughout", word::preposition},
    {"themselves", word::they},
};
constexpr std::size_t longest_entry = 10;

constexpr learned::short_words<std::size(closed_class), 1024> closed_words(
    [](std::size_t i) { return closed_class[i].text; });

word closed(learned::short_word lower) {
  const std::size_t i = closed_words.find(lower);
  return i < std::size(closed_class) ? closed_class[i].what : word::other;
}

word word_of(std::string_view raw) {
  if (raw.size() > longest_entry + 5) return word::other;
  const learned::short_word all = learned::loaded(raw);
  if (!raw.empty() && !beyond_ascii(all) && !has_byte(all, '\'') &&
      raw.back() != '.') {
    if (raw.size() > longest_entry || raw == "US") return word::other;
    return closed(in_small_letters(all));
  }
  const std::size_t cut = before_apostrophe(raw);
  if (cut == 0) return word::possessive;
  std::string_view stem = raw.substr(0, cut);
  if (stem.size() > 1 && stem.back() == '.') stem.remove_suffix(1);
  if (stem.size() > longest_entry) return word::other;
  if (raw == "US") return word::other;  // the country
  const learned::short_word part = learned::loaded(stem);
  const word w =
      beyond_ascii(part) ? word::other : closed(in_small_letters(part));
  if (cut == raw.size()) return w;
  // Of words with an apostrophe only pronouns and auxiliaries (don't) count.
  return w <= word::who || w == word::auxiliary ? w : word::other;
}

word mark_of(const text::token& t, std::string_view raw) {
  if (t.kind == text::token_kind::mark) {
    return raw == "'" || raw == "\xE2\x80\x99" ? word::possessive : word::mark;
  }
  switch (raw[0]) {
    case ',':
      return word::comma;
    case '.':
    case '!':
    case '?':
    case ';':
      return word::stop;
    case ':':
      return word::colon;
    case '(':
    case '[':
      return word::open;
    case ')':
    case ']':
      return word::close;
    case '-':
      return word::dash;
    case '"':
      return word::mark;
    case '\'':
      return word::possessive;
    default:
      break;
  }
  // U+2010..U+2015.
  if (raw.size() >= 3 && raw.compare(0, 2, "\xE2\x80") == 0 &&
      static_cast<unsigned char>(raw[2]) >= 0x90 &&
      static_cast<unsigned char>(raw[2]) <= 0x95) {
    return word::dash;
  }
  return word::other;
}

void read_words(reading& r) {
  const std::vector<text::token>& tokens = r.laid.tokens;
  r.words.reserve(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view raw = r.raw(i);
    word w = word::other;
    switch (tokens[i].kind) {
      case text::token_kind::word:
        w = r.english() ? word_of(raw) : foreign_word(raw, r.laid.lang);
        break;
      case text::token_kind::number:
        w = word::number;
        break;
      default:
        if (!raw.empty()) w = mark_of(tokens[i], raw);
        break;
    }
    if (w == word::dash && i > 0 && !tokens[i].space_before &&
        i + 1 < tokens.size() && !tokens[i + 1].space_before) {
      w = word::hyphen;
    }
    r.words.push_back(w);
  }
}

void read_places(reading& r) {
  r.sentence_of = text::slow_numbers<std::uint32_t>(r.size());
  for (std::uint32_t s = 0; s < r.laid.sentences.size(); ++s) {
    const text::sentence& at = r.laid.sentences[s];
    for (std::uint32_t t = at.first_token; t < at.token_end; ++t) {
      r.sentence_of.set(t, s);
    }
  }
  r.mention_at = text::slow_numbers<std::int32_t>(r.size());
  for (std::size_t m = 0; m < r.found.mentions.size(); ++m) {
    const entities::mention& at = r.found.mentions[m];
    if (r.acronym_of_title(at) || (!r.english() && words_of_clause(r, at)))
      continue;
    for (std::uint32_t t = at.first_token; t < at.token_end; ++t) {
      r.mention_at.set(t, static_cast<std::int32_t>(m));
    }
  }
  // Later quotations lie inside earlier ones or behind them.
  std::vector<text::numbered_range> pieces;
  std::size_t count = 0;
  for (const quotes::quotation& q : r.said.quotations) {
    count += q.content.size();
  }
  pieces.reserve(count);
  for (std::size_t q = 0; q < r.said.quotations.size(); ++q) {
    for (text::clean_span piece : r.said.quotations[q].content) {
      const std::uint32_t first = r.token_at(piece.begin);
      const auto end = std::partition_point(
          r.laid.tokens.begin() + first, r.laid.tokens.end(),
          [&](const text::token& t) { return t.where.begin < piece.end; });
      pieces.push_back({first,
                        static_cast<std::uint32_t>(end - r.laid.tokens.begin()),
                        static_cast<std::int32_t>(q)});
    }
  }
  r.quote_at = text::nested_ranges(r.size(), std::move(pieces));
}

}  // namespace

std::size_t before_apostrophe(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\'') return i;
    if (s[i] == '\xE2' && s.compare(i, 3, "\xE2\x80\x99") == 0) return i;
  }
  return s.size();
}

std::uint32_t reading::token_at(std::uint32_t at) const {
  const auto i = std::partition_point(
      laid.tokens.begin(), laid.tokens.end(),
      [at](const text::token& t) { return t.where.end <= at; });
  return static_cast<std::uint32_t>(i - laid.tokens.begin());
}

bool reading::possessive_at(std::uint32_t end) const {
  std::string_view rest = laid.clean.substr(end, 8);
  if (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);  // "Bush 's"
  const bool glued = rest.size() == laid.clean.substr(end, 8).size();
  // Seldom is it a mark at all.
  if (rest.empty() || (rest[0] != '\'' && rest[0] != '\xE2')) return false;
  std::size_t mark = 0;
  if (rest[0] == '\'') mark = 1;
  if (rest.compare(0, 3, "\xE2\x80\x99") == 0) mark = 3;
  if (mark == 0) return false;
  const auto letter = [&](std::size_t i) {
    if (i >= rest.size()) return false;
    const auto c = static_cast<unsigned char>(rest[i] | 0x20);
    return (c >= 'a' && c <= 'z') || c >= 0x80;
  };
  const bool s = mark < rest.size() && (rest[mark] | 0x20) == 's';
  if (s) return !letter(mark + 1);
  // "Jones' house": only after an s, and only when glued to it.
  return glued && end > 0 && (laid.clean[end - 1] | 0x20) == 's' &&
         mark < rest.size() && rest[mark] == ' ';
}

std::string reading::folded(std::uint32_t token) const {
  std::string s = fold(raw(token));
  if (s.size() > 2 && s.compare(s.size() - 2, 2, "'s") == 0) {
    s.resize(s.size() - 2);
  } else if (s.size() > 1 && s.back() == '\'') {
    s.pop_back();
  }
  if (s.size() > 1 && s.back() == '.' && s.find('.') == s.size() - 1) {
    s.pop_back();
  }
  return s;
}

std::uint32_t reading::compound_end(std::uint32_t token) const {
  std::uint32_t end = token + 1;
  const auto part = [this](std::uint32_t t) {
    return laid.tokens[t].kind == text::token_kind::word ||
           laid.tokens[t].kind == text::token_kind::number;
  };
  // No word of people goes on further; of one that does each token would be
  // asked for all the rest.
  const std::uint32_t far = token + limits::max_phrase;
  while (end < far && end + 1 < size() && words[end] == word::hyphen &&
         part(end + 1) && words[end + 1] != word::possessive) {
    end += 2;
  }
  return end;
}

std::string reading::folded(std::uint32_t begin, std::uint32_t end) const {
  if (end == begin + 1) return folded(begin);
  std::string out;
  for (std::uint32_t t = begin; t < end; ++t) {
    out += words[t] == word::hyphen ? "-" : folded(t);
  }
  return out;
}

bool reading::acronym_of_title(const entities::mention& m) const {
  if (m.type == entity_type::person || m.first_token >= m.token_end) {
    return false;
  }
  const std::uint32_t last = m.token_end - 1;
  if (laid.tokens[last].letters != text::token_case::upper) return false;
  const std::string w = folded(last);
  return w.size() <= 4 && title_form(w) != w;
}

std::uint32_t reading::after_possessive(std::uint32_t token) const {
  if (token < size() && words[token] == word::possessive) ++token;
  return token;
}

reading read(const text::laid_text& laid, const entities::entities& found,
             const quotes::quotes& said) {
  reading r{laid, found, said, {}, {}, {}, {}};
  read_words(r);
  read_places(r);
  return r;
}

}  // namespace copydesk::people
