// SPDX-License-Identifier: Apache-2.0
// kinds.cpp - headlines by their place, everything else by its words.
//
// Idea: first each short paragraph is judged by the phrases of lines that are
// known; then, in English, around text, by learned weights; then a short
// paragraph without a full stop is a headline if it stands before the text,
// or between two paragraphs of it.
// Cost: O(paragraphs); each reads a bounded number of tokens.
#include "text/kinds.hpp"

#include <algorithm>
#include <array>

#include "text/line_score.hpp"
#include "text/page_lines.hpp"

namespace copydesk::text {
namespace {

constexpr std::uint32_t most_headline_tokens = 40;
constexpr std::uint32_t most_heading_tokens = 14;
constexpr std::uint32_t most_weighed_tokens = 34;  // of what stops
constexpr std::uint32_t most_distance = 5;

bool capital_word(const token& t) {
  return t.kind == token_kind::word &&
         (t.letters == token_case::title || t.letters == token_case::upper ||
          t.letters == token_case::mixed);
}

// Names of two words that a page has where authors stand: in author lines,
// alone on a line, before "is the paper's editor". At most `most`.
class page_authors {
 public:
  enum source : std::uint8_t { ruled = 1, alone = 2, told = 4 };

  bool full() const { return count_ == most; }

  void add(const line_symbols& line, std::uint32_t paragraph, source from) {
    each_pair(line, [&](std::uint32_t at, std::uint32_t name) {
      // What follows a comma is an office, as a rule.
      const bool begins = at == 0 || line.at(at - 1).word != line_hash(",");
      if (begins && !full()) names_[count_++] = {name, paragraph, from};
    });
  }

  // What line_place::author is of a line: where the name was seen, in other
  // lines, and whether this one begins with it or is nothing else.
  std::uint8_t in(const line_symbols& line, std::uint32_t paragraph) const {
    std::uint8_t out = 0;
    if (count_ == 0) return out;
    each_pair(line, [&](std::uint32_t at, std::uint32_t name) {
      for (std::uint32_t i = 0; i < count_; ++i) {
        const seen_name& n = names_[i];
        if (n.name != name || n.paragraph == paragraph) continue;
        out = static_cast<std::uint8_t>(out | n.from);
        if (at != 0) continue;
        const unsigned begins = line.size() <= 3 ? 24U : 8U;
        out = static_cast<std::uint8_t>(out | begins);
      }
    });
    return out;
  }

 private:
  static constexpr std::uint32_t most = 12;
  struct seen_name {
    std::uint32_t name, paragraph;
    source from;
  };

  // Calls use(place, hash) for the first two of words with capitals in a row.
  template <class Use>
  static void each_pair(const line_symbols& line, Use use) {
    const auto capital = [&](std::uint32_t i) {
      const line_symbols::symbol& s = line.at(i);
      return s.shape >= 'A' && s.shape <= 'Z' && s.word != line_hash("by");
    };
    for (std::uint32_t i = 0; i + 1 < line.size(); ++i) {
      if (!capital(i) || !capital(i + 1)) continue;
      use(i, line_feature::joined(line.at(i).word, line.at(i + 1).word));
      while (i + 1 < line.size() && capital(i + 1)) ++i;
    }
  }

  std::array<seen_name, most> names_{};
  std::uint32_t count_ = 0;
};

class judge {
 public:
  explicit judge(laid_text& laid) : laid_(laid) {}

  void run() {
    rule();
    if (first_text_ == laid_.paragraphs.size()) return;
    if (laid_.lang == language::en) {
      each_weighed([&](std::uint32_t i, const line_symbols& line,
                       const line_place& place) {
        const line_verdict v = verdict_of_weights(line, place);
        if (v.reason[0] == 0) return;
        laid_.paragraphs[i].kind = v.kind;
        laid_.paragraphs[i].reason = v.reason;
      });
    }
    headlines();
  }

  // Kinds by the phrases of lines; finds the text.
  void rule() {
    bool before_text = true;
    for (paragraph& p : laid_.paragraphs) {
      if (p.first_sentence == p.sentence_end) continue;
      const std::uint32_t first = first_token(p), end = token_end(p);
      const line_verdict v = verdict_of_line(laid_, first, end, before_text);
      p.kind = v.kind;
      p.reason = v.reason;
      if (v.kind == paragraph_kind::body) {
        p.reason = "text";
        if (ends_sentence(end - 1) && end - first > 6) before_text = false;
      }
    }
    const std::size_t count = laid_.paragraphs.size();
    first_text_ = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (!text_like(laid_.paragraphs[i])) continue;
      if (first_text_ == count) first_text_ = i;
      last_text_ = i;
    }
  }

  // Calls use(index, symbols, place) for each short paragraph, in order; what
  // it does to kinds is not seen in the places of others. Requires rule().
  template <class Use>
  void each_weighed(Use use) {
    const auto count = static_cast<std::uint32_t>(laid_.paragraphs.size());
    if (first_text_ == count) return;
    line_place place;
    line_look now = count > 0 ? look(0) : line_look::edge;
    line_look next = count > 1 ? look(1) : line_look::edge;
    place.before = {line_look::edge, line_look::edge};
    const page_authors authors = find_authors();
    place.caseless = caseless();
    std::uint32_t text_at = 0, since_text = most_distance;  // to the next
    for (std::uint32_t i = 0; i < count; ++i) {
      const line_look third = i + 2 < count ? look(i + 2) : line_look::edge;
      while (text_at < count && (text_at <= i || !text_like(at(text_at))))
        ++text_at;
      place.after = {next, third};
      if (weighable(at(i))) {
        set_place(i, since_text, text_at, place);
        const line_symbols line(laid_, first_token(at(i)), token_end(at(i)));
        place.author = authors.in(line, i);
        use(i, line, place);
      }
      since_text =
          now == line_look::text ? 1 : std::min(since_text + 1, most_distance);
      place.before = {now, place.before[0]};
      now = next;
      next = third;
    }
  }

 private:
  std::uint32_t first_token(const paragraph& p) const {
    return laid_.sentences[p.first_sentence].first_token;
  }
  std::uint32_t token_end(const paragraph& p) const {
    return laid_.sentences[p.sentence_end - 1].token_end;
  }
  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where.of(laid_.clean);
  }

  // Whether the text up to and with token `t` ends like a sentence.
  bool ends_sentence(std::uint32_t t) const {
    if (laid_.tokens[t].kind == token_kind::mark) return true;
    const std::string_view w = word(t);
    const char last = w.back();
    return last == '.' || last == '!' || last == '?' || last == ':' ||
           last == ';' || last == ',' || w == ")" || w == "\xE2\x80\xA6";
  }

  // Most of the longer words have a capital letter.
  bool title_case(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t capital = 0, small = 0;
    for (std::uint32_t t = first; t < end; ++t) {
      const token& now = laid_.tokens[t];
      if (now.kind != token_kind::word || now.where.size() < 4) continue;
      ++(now.letters == token_case::lower ? small : capital);
    }
    return capital >= 4 && capital >= small * 4;
  }

  bool headline_like(const paragraph& p) const {
    const std::uint32_t first = first_token(p), end = token_end(p);
    if (end - first > most_headline_tokens) return false;
    const std::string_view last = word(end - 1);
    if (last != "." && last != ":" && last != "," && last != ";") return true;
    return last == "." && title_case(first, end);
  }

  bool heading_like(const paragraph& p) const {
    const std::uint32_t first = first_token(p), end = token_end(p);
    if (end - first > most_heading_tokens) return false;
    if (ends_sentence(end - 1)) return false;
    const token& head = laid_.tokens[first];
    return head.kind == token_kind::word &&
           (head.letters == token_case::title ||
            head.letters == token_case::upper);
  }
  bool text_like(const paragraph& p) const {
    return p.kind == paragraph_kind::body &&
           token_end(p) - first_token(p) > most_heading_tokens &&
           ends_sentence(token_end(p) - 1);
  }

  const paragraph& at(std::size_t i) const { return laid_.paragraphs[i]; }

  // Whether the first words of the text are all written alike.
  bool caseless() const {
    constexpr std::uint32_t sample = 60;
    const std::uint32_t first = first_token(at(first_text_));
    const std::uint32_t end = std::min(
        static_cast<std::uint32_t>(laid_.tokens.size()), first + sample);
    bool small = false, large = false;
    for (std::uint32_t t = first; t < end; ++t) {
      if (laid_.tokens[t].kind != token_kind::word) continue;
      const token_case c = laid_.tokens[t].letters;
      small = small || c == token_case::lower || c == token_case::title;
      large = large || c == token_case::title || c == token_case::upper;
    }
    return small != large;
  }

  bool weighable(const paragraph& p) const {
    if (p.first_sentence == p.sentence_end) return false;
    const std::uint32_t size = token_end(p) - first_token(p);
    return size <= (ends_sentence(token_end(p) - 1) ? most_weighed_tokens
                                                    : line_symbols::most);
  }

  line_look look(std::uint32_t i) const {
    const paragraph& p = at(i);
    if (p.first_sentence == p.sentence_end) return line_look::edge;
    if (p.kind != paragraph_kind::body) {
      return static_cast<line_look>(static_cast<int>(line_look::kind) +
                                    static_cast<int>(p.kind));
    }
    return shape(p);
  }
  line_look shape(const paragraph& p) const {
    const std::uint32_t first = first_token(p), end = token_end(p);
    if (ends_sentence(end - 1))
      return end - first > most_heading_tokens ? line_look::text
                                               : line_look::stop;
    if (name_like(first, end)) return line_look::name;
    return end - first > 3 ? line_look::line : line_look::word;
  }

  // Two to four words with capitals, and no marks but those of initials.
  bool name_like(std::uint32_t first, std::uint32_t end) const {
    if (end - first < 2 || end - first > 5) return false;
    std::uint32_t words = 0;
    for (std::uint32_t t = first; t < end; ++t) {
      const token& now = laid_.tokens[t];
      if (capital_word(now)) {
        ++words;
      } else if (t == first || word(t) != ".") {
        return false;
      }
    }
    return words >= 2 && words <= 4;
  }

  page_authors find_authors() const {
    page_authors out;
    const auto count = static_cast<std::uint32_t>(laid_.paragraphs.size());
    for (std::uint32_t i = 0; i < count && !out.full(); ++i) {
      const paragraph& p = at(i);
      if (p.first_sentence == p.sentence_end) continue;
      const std::uint32_t first = first_token(p), end = token_end(p);
      if (end - first < 2) continue;
      if (p.kind == paragraph_kind::byline) {
        out.add(line_symbols(laid_, first, std::min(end, first + 14)), i,
                page_authors::ruled);
      } else if (p.kind != paragraph_kind::body) {
        continue;
      } else if (name_like(first, end)) {
        out.add(line_symbols(laid_, first, end), i, page_authors::alone);
      } else if (tells_of_author(first, end)) {
        out.add(line_symbols(laid_, first, first + 3), i, page_authors::told);
      }
    }
    return out;
  }

  // "Ruth Abara is the paper's health editor."
  bool tells_of_author(std::uint32_t first, std::uint32_t end) const {
    static constexpr std::string_view verbs[] = {
        "is", "has", "covers", "reports", "writes", "joined", "was", "works"};
    if (end - first < 5 || !capital_word(laid_.tokens[first]) ||
        !capital_word(laid_.tokens[first + 1]))
      return false;
    std::uint32_t t = first + 2;
    while (t < first + 4 && capital_word(laid_.tokens[t])) ++t;
    return std::find(std::begin(verbs), std::end(verbs), word(t)) !=
           std::end(verbs);
  }

  void set_place(std::uint32_t i, std::uint32_t since_text,
                 std::uint32_t text_at, line_place& place) const {
    const paragraph& p = at(i);
    place.itself = shape(p);
    place.zone = i < first_text_ ? 0 : i <= last_text_ ? 1 : 2;
    place.text_before = static_cast<std::uint8_t>(since_text);
    place.text_after =
        static_cast<std::uint8_t>(text_at == laid_.paragraphs.size()
                                      ? most_distance
                                      : std::min(text_at - i, most_distance));
    place.ruled = p.kind;
    place.rule = p.kind == paragraph_kind::body ? 0 : line_hash(p.reason);
  }

  void headlines() {
    const std::size_t count = laid_.paragraphs.size();
    const bool weighed = laid_.lang == language::en;
    std::size_t given = 0;
    for (std::size_t i = 0; i < first_text_ && given < 3; ++i) {
      paragraph& p = laid_.paragraphs[i];
      if (p.kind == paragraph_kind::headline) ++given;
      if (p.kind != paragraph_kind::body || !headline_like(p)) continue;
      p.kind = paragraph_kind::headline;
      p.reason = "stands before the text without a full stop";
      ++given;
    }
    for (std::size_t i = first_text_ + 1; !weighed && i + 1 < count; ++i) {
      paragraph& p = laid_.paragraphs[i];
      if (p.kind != paragraph_kind::body || !heading_like(p)) continue;
      if (!text_like(laid_.paragraphs[i - 1]) ||
          !text_like(laid_.paragraphs[i + 1]))
        continue;
      p.kind = paragraph_kind::headline;
      p.reason = "a short line between paragraphs of text";
    }
  }

  std::size_t first_text_ = 0, last_text_ = 0;  // paragraphs
  laid_text& laid_;
};

}  // namespace

void set_kinds(laid_text& laid) { judge(laid).run(); }

std::vector<weighed_line> weighed_lines(laid_text laid) {
  std::vector<weighed_line> out;
  judge j(laid);
  j.rule();
  j.each_weighed(
      [&](std::uint32_t i, const line_symbols& line, const line_place& place) {
        out.push_back({i, line, place});
      });
  return out;
}

}  // namespace copydesk::text
