// SPDX-License-Identifier: Apache-2.0
// kinds.cpp - headlines by their place, everything else by its words.
//
// Idea: first each short paragraph is judged by the phrases of lines that are
// known; then, in English, around text, by learned weights, first each line by
// itself, then once more beside what its neighbours seem to be; then a short
// paragraph without a full stop is a headline if it stands before the text,
// or between two paragraphs of it.
// Cost: O(paragraphs); each reads a bounded number of tokens.
#include "text/kinds.hpp"

#include <algorithm>
#include <array>

#include "text/capital.hpp"
#include "text/line_score.hpp"
#include "text/page_authors.hpp"
#include "text/page_lines.hpp"

namespace copydesk::text {
namespace {

constexpr std::uint32_t most_headline_tokens = 40;
constexpr std::uint32_t most_heading_tokens = 14;
constexpr std::uint32_t most_weighed_tokens = 34;  // of what stops
constexpr std::uint32_t most_distance = 5;

bool capital_word(const token& t) {
  return t.kind == token_kind::word && has_capital(t);
}

// A line that the first look did not find to be text.
struct looked_line {
  std::uint32_t paragraph;
  line_sum sum;
  line_place place;
};

class judge {
 public:
  explicit judge(laid_text& laid) : laid_(laid) {}

  void run() {
    rule();
    if (first_text_ == laid_.paragraphs.size()) return;
    if (laid_.lang == language::en) {
      look_first([](const line_symbols& line, const line_place& place) {
        return weigh_line(line, place);
      });
      each_context([&](const looked_line& l, const line_context& context) {
        const line_verdict v = verdict_in_context(l.sum, l.place, context);
        laid_.paragraphs[l.paragraph].kind = v.kind;
        laid_.paragraphs[l.paragraph].reason = v.reason;
      });
    }
    headlines();
  }

  // Weighs each line by itself, for what follows. Requires rule().
  template <class Weigh>
  void look_first(Weigh weigh) {
    each_weighed([&](std::uint32_t i, const line_symbols& line,
                     const line_place& place) {
      const line_sum sum = weigh(line, place);
      if (sum.text) return;
      looked_.push_back({i, sum, place});
      seen_[i] = sum.kind;
    });
  }

  // Calls use(line, context) for each line that the first look left open.
  template <class Use>
  void each_context(Use use) {
    const page_authors authors = find_authors(seen_);
    std::uint32_t next = 0;
    line_context c;
    for (const looked_line& l : looked_) {
      for (; next < l.paragraph; ++next) c.note(seen_[next]);
      const std::uint32_t i = l.paragraph;
      c.own = l.sum.kind;
      c.sum = l.sum.scores;
      c.before = {look_again(i, -1), look_again(i, -2)};
      c.after = {look_again(i, 1), look_again(i, 2)};
      const std::uint32_t first = first_token(at(i));
      const line_symbols line(laid_, first, token_end(at(i)));
      c.set_author(authors.in(line, i),
                   authors.begins_with_word(laid_, first, line, i));
      c.set_head(line);
      c.address = address_in(authors, line, i);
      use(l, c);
    }
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
    seen_.reserve(count);
    for (const paragraph& p : laid_.paragraphs) seen_.push_back(p.kind);
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
    const page_authors authors = find_authors(seen_);
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
    return laid_.tokens[t].where().of(laid_.clean);
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
      if (now.kind != token_kind::word || now.where().size() < 4) continue;
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
  // Whether the line has no address, one of nobody's, one of an author.
  std::uint8_t address_in(const page_authors& authors, const line_symbols& line,
                          std::uint32_t i) const {
    std::uint8_t out = 0;
    for (std::uint32_t t = 0; t < line.size(); ++t) {
      if (line.at(t).shape != 'a') continue;
      out = std::max<std::uint8_t>(out, 1);
      if (authors.is_address_of(word(first_token(at(i)) + t), i)) return 2;
    }
    return out;
  }
  // The same of a neighbour, after the first look at all lines.
  line_look look_again(std::uint32_t i, int by) const {
    const auto at_place = static_cast<std::int64_t>(i) + by;
    if (at_place < 0 ||
        at_place >= static_cast<std::int64_t>(laid_.paragraphs.size()))
      return line_look::edge;
    const auto n = static_cast<std::size_t>(at_place);
    if (seen_[n] == paragraph_kind::body &&
        at(n).first_sentence != at(n).sentence_end)
      return shape(at(n));
    return seen_[n] == paragraph_kind::body
               ? line_look::edge
               : static_cast<line_look>(static_cast<int>(line_look::kind) +
                                        static_cast<int>(seen_[n]));
  }
  line_look shape(const paragraph& p) const {
    const std::uint32_t first = first_token(p), end = token_end(p);
    if (ends_sentence(end - 1))
      return end - first > most_heading_tokens ? line_look::text
                                               : line_look::stop;
    if (name_like(first, end)) return line_look::name;
    return end - first > 3 ? line_look::line : line_look::word;
  }

  // Two to five words with capitals, and no marks but those of initials and
  // inside double names.
  bool name_like(std::uint32_t first, std::uint32_t end) const {
    if (end - first < 2 || end - first > 8) return false;
    std::uint32_t words = 0;
    for (std::uint32_t t = first; t < end; ++t) {
      const token& now = laid_.tokens[t];
      if (capital_word(now)) {
        words += now.space_before || t == first;
      } else if (t == first || now.space_before ||
                 (word(t) != "." && word(t) != "-" && word(t) != "'" &&
                  word(t) != "\xE2\x80\x99")) {
        return false;
      }
    }
    return words >= 2 && words <= 4;
  }

  // `kinds`: of all paragraphs, as far as they are known.
  page_authors find_authors(const std::vector<paragraph_kind>& kinds) const {
    page_authors out;
    const auto count = static_cast<std::uint32_t>(laid_.paragraphs.size());
    for (std::uint32_t i = 0; i < count && !out.full(); ++i) {
      const paragraph& p = at(i);
      if (p.first_sentence == p.sentence_end) continue;
      const std::uint32_t first = first_token(p), end = token_end(p);
      if (end - first < 2) continue;
      if (kinds[i] == paragraph_kind::byline) {
        out.add(laid_, first,
                line_symbols(laid_, first, std::min(end, first + 14)), i,
                page_authors::credited);
      } else if (kinds[i] != paragraph_kind::body) {
        continue;
      } else if (name_like(first, end)) {
        out.add(laid_, first, line_symbols(laid_, first, end), i,
                page_authors::alone);
      } else if (tells_of_author(first, end)) {
        out.add(laid_, first, line_symbols(laid_, first, first + 3), i,
                page_authors::told);
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
  std::vector<paragraph_kind> seen_;            // by rules, then at first look
  std::vector<looked_line> looked_;
  laid_text& laid_;
};

}  // namespace

void set_kinds(laid_text& laid) { judge(laid).run(); }

std::vector<weighed_line> weighed_lines(
    laid_text laid,
    const std::function<line_sum(const line_symbols&, const line_place&)>&
        weigh) {
  std::vector<weighed_line> out;
  judge j(laid);
  j.rule();
  j.each_weighed(
      [&](std::uint32_t i, const line_symbols& line, const line_place& place) {
        out.push_back({i, line, place, {}, {}});
      });
  if (!weigh) return out;
  j.look_first(weigh);
  std::size_t at = 0;
  j.each_context([&](const looked_line& l, const line_context& context) {
    while (out[at].paragraph != l.paragraph) ++at;
    out[at].sum = l.sum;
    out[at].context = context;
  });
  return out;
}

}  // namespace copydesk::text
