// SPDX-License-Identifier: Apache-2.0
// sentences.cpp - rules that decide at each possible end.
//
// Idea: a sentence can only end at a token that terminates (. ! ? ... and the
// like) or at an abbreviation; the marks and brackets that close directly
// after it stay with it; then the word before and the next tokens decide.
//
// Invariant: every decision reads a constant number of tokens around the end,
// so the pass is linear.
// Source: the golden rules of Pragmatic Segmenter as a specification; news
// style for quotations.
#include "text/sentences.hpp"

#include "text/lexicons.hpp"

namespace copydesk::text {
namespace {

constexpr std::uint32_t no_break = 0;

class splitter {
 public:
  splitter(laid_text& laid, std::uint32_t first, std::uint32_t end,
           std::uint32_t paragraph, bool caseless)
      : laid_(laid),
        first_(first),
        end_(end),
        paragraph_(paragraph),
        caseless_(caseless) {}

  void run() {
    std::uint32_t begin = first_;
    for (std::uint32_t i = first_; i < end_; ++i) {
      const token& t = laid_.tokens[i];
      if (t.kind == token_kind::mark) {
        if (is(i, "\"")) straight_open_ = !straight_open_;
        continue;
      }
      const std::uint32_t end = end_after(i, begin);
      if (end == no_break) continue;
      for (std::uint32_t k = i + 1; k < end; ++k) {
        if (is(k, "\"")) straight_open_ = !straight_open_;
      }
      put(begin, end);
      begin = end;
      i = end - 1;
    }
    if (begin < end_) put(begin, end_);
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return laid_.tokens[i].where.of(laid_.clean);
  }
  bool is(std::uint32_t i, std::string_view what) const {
    return i < end_ && word(i) == what;
  }
  const token& at(std::uint32_t i) const { return laid_.tokens[i]; }

  void put(std::uint32_t begin, std::uint32_t end) {
    sentence s;
    s.first_token = begin;
    s.token_end = end;
    s.where = {at(begin).where.begin, at(end - 1).where.end};
    s.paragraph = paragraph_;
    laid_.sentences.push_back(s);
  }

  static bool one_of(std::string_view w, const char* const* list,
                     std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (w == list[i]) return true;
    }
    return false;
  }

  enum class ending { none, point, strong, ellipsis, abbreviated };

  ending ending_of(std::uint32_t i) const {
    const token& t = at(i);
    const std::string_view w = word(i);
    const char last = w.back();
    if (t.kind == token_kind::word) {
      return last == '.' && w.size() > 1 ? ending::abbreviated : ending::none;
    }
    if (t.kind != token_kind::punctuation) return ending::none;
    if (w == ".") return ending::point;
    if (last == '!' || last == '?') return ending::strong;
    if (last == '.' || w == "\xE2\x80\xA6") return ending::ellipsis;
    static constexpr const char* others[] = {
        "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xEF\xBD\xA1",
        "\xD8\x9F",     "\xDB\x94",     "\xE0\xA5\xA4", "\xE0\xA5\xA5",
        "\xE1\x8D\xA2", "\xE1\x8D\xA7", "\xD6\x89",     "\xE1\x81\x8B",
        "\xE2\x81\x87", "\xE2\x81\x88", "\xE2\x81\x89", "\xE2\x80\xBC"};
    return one_of(w, others, sizeof(others) / sizeof(*others)) ? ending::strong
                                                               : ending::none;
  }

  // Marks and brackets that close what stands before them.
  bool closes(std::uint32_t i, bool open) const {
    const std::string_view w = word(i);
    if (w == ")" || w == "]" || w == "}") return true;
    if (at(i).kind != token_kind::mark) return false;
    if (w == "\xE2\x80\x9D" || w == "\xE2\x80\x99" || w == "''") return true;
    if (w == "\xC2\xBB" || w == "\xE2\x80\xBA")
      return laid_.lang != language::de || !at(i).space_before;
    if (w == "\xE2\x80\x9C" || w == "\xC2\xAB" || w == "'")
      return !at(i).space_before;
    if (w == "\"") return open || !at(i).space_before;
    return false;
  }
  bool opens(std::uint32_t i) const {
    const std::string_view w = word(i);
    if (w == "(" || w == "[") return true;
    return at(i).kind == token_kind::mark && w != "\xE2\x80\x9D";
  }

  // The token after the sentence that ends at token `i`, or no_break.
  std::uint32_t end_after(std::uint32_t i, std::uint32_t begin) const {
    ending how = ending_of(i);
    if (how == ending::none) return no_break;
    std::uint32_t next = i + 1;
    bool closed = false;
    bool open = straight_open_;
    while (next < end_) {
      const bool mark = at(next).kind == token_kind::mark;
      if (closes(next, open) && (!at(next).space_before || mark)) {
        closed = closed || mark;
        if (is(next, "\"")) open = !open;
        ++next;
        continue;
      }
      const ending more = ending_of(next);
      if (!closed && more != ending::none && more != ending::abbreviated &&
          (!at(next).space_before || more == how)) {
        if (more == ending::strong || how == ending::abbreviated) how = more;
        if (how == ending::point && more == ending::point)
          how = ending::ellipsis;
        ++next;
        continue;
      }
      break;
    }
    if (next >= end_) return next;
    return breaks(how, i, next, begin, closed) ? next : no_break;
  }

  bool breaks(ending how, std::uint32_t i, std::uint32_t next,
              std::uint32_t begin, bool closed) const {
    std::uint32_t head = next;
    while (head < end_ && head < next + 3 && opens(head)) ++head;
    if (head >= end_) return how != ending::abbreviated;
    const token& n = at(head);
    if (!at(next).space_before && how != ending::strong && !closed &&
        n.letters != token_case::title)
      return false;
    if (!at(next).space_before && at(next).kind == token_kind::punctuation)
      return false;
    if (at(next).kind == token_kind::punctuation && !opens(next) &&
        head == next && !dash(next))
      return false;
    if (dash(next)) return false;
    if (n.letters == token_case::lower && !caseless_ &&
        n.kind == token_kind::word && !tag(head))
      return false;
    if (how == ending::abbreviated) return abbreviation_ends(i, head, next);
    if (how == ending::point && list_number(i, begin)) return false;
    if (closed && cue_follows(head, how)) return false;
    return true;
  }
  bool dash(std::uint32_t i) const {
    const std::string_view w = word(i);
    return w == "-" || w == "--" || w == "\xE2\x80\x93" || w == "\xE2\x80\x94";
  }
  bool tag(std::uint32_t i) const {
    const char c = word(i)[0];
    return c == '@' || c == '#' || word(i).find("://") != word(i).npos;
  }
  // "1." at the head of a sentence is the number of an item.
  bool list_number(std::uint32_t i, std::uint32_t begin) const {
    return i == begin + 1 && at(begin).kind == token_kind::number &&
           at(begin).where.size() <= 3;
  }

  // After a closing mark: `Lavrov said.`, `he asked.`
  bool cue_follows(std::uint32_t i, ending how) const {
    std::uint32_t k = i;
    while (k < end_ && k < i + 4 && at(k).kind == token_kind::word &&
           at(k).letters != token_case::lower)
      ++k;
    if (k == i || k >= end_) return false;
    static constexpr const char* cues[] = {
        "said",      "says",      "asked",    "asks",     "wrote",
        "writes",    "tweeted",   "added",    "adds",     "replied",
        "told",      "shouted",   "cried",    "recalled", "explained",
        "continued", "concluded", "declared", "wondered"};
    if (!one_of(word(k), cues, sizeof(cues) / sizeof(*cues))) return false;
    if (k + 1 >= end_) return true;
    if (is(k + 1, ".") || is(k + 1, ",")) return true;
    static constexpr const char* after[] = {
        "in",   "on",    "at",    "during", "after", "before", "as",
        "when", "while", "later", "again",  "him",   "her",    "them"};
    return how == ending::strong &&
           one_of(word(k + 1), after, sizeof(after) / sizeof(*after));
  }

  bool abbreviation_ends(std::uint32_t i, std::uint32_t head,
                         std::uint32_t next) const {
    std::string_view w = word(i);
    w.remove_suffix(1);
    const token& n = at(head);
    const abbreviation kind = abbreviation_of(w, laid_.lang);
    const bool number = n.kind == token_kind::number;
    switch (kind) {
      case abbreviation::title:
      case abbreviation::never:
      case abbreviation::number:
        return false;
      case abbreviation::date:
        return !number && opens_word(head);
      case abbreviation::clock:
        return !number && n.kind == token_kind::word && !after_clock(head);
      case abbreviation::end:
        return opens_word(head) || (opens(next) && head > next);
      case abbreviation::none:
        break;
    }
    if (w.size() == 1) {  // an initial
      if (w == "I" && i > first_ && is(i - 1, "and")) return true;
      return opens_word(head) && i > first_ &&
             at(i - 1).letters == token_case::lower;
    }
    return opens_word(head) || (opens(next) && head > next);
  }
  bool opens_word(std::uint32_t i) const {
    return at(i).kind == token_kind::word &&
           opens_sentence(word(i), laid_.lang);
  }
  bool after_clock(std::uint32_t i) const {
    static constexpr const char* words[] = {
        "Monday",  "Tuesday",  "Wednesday", "Thursday", "Friday",   "Saturday",
        "Sunday",  "Mon.",     "Tues.",     "Wed.",     "Thurs.",   "Fri.",
        "Sat.",    "Sun.",     "Jan.",      "Feb.",     "Aug.",     "Sept.",
        "Oct.",    "Nov.",     "Dec.",      "January",  "February", "March",
        "April",   "May",      "June",      "July",     "August",   "September",
        "October", "November", "December",  "EST",      "EDT",      "ET",
        "CST",     "CDT",      "CT",        "MST",      "MDT",      "MT",
        "PST",     "PDT",      "PT",        "GMT",      "BST",      "UTC",
        "CET",     "Eastern",  "Central",   "Mountain", "Pacific"};
    return one_of(word(i), words, sizeof(words) / sizeof(*words));
  }

  laid_text& laid_;
  std::uint32_t first_, end_, paragraph_;
  bool caseless_;
  bool straight_open_ = false;
};

}  // namespace

void add_sentences(laid_text& laid, std::uint32_t first, std::uint32_t end,
                   std::uint32_t paragraph, bool caseless) {
  splitter(laid, first, end, paragraph, caseless).run();
}

}  // namespace copydesk::text
