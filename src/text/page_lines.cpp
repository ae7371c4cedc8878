// SPDX-License-Identifier: Apache-2.0
// page_lines.cpp - the phrases that tell a line of a page from text.
//
// Idea: the first words of a paragraph are looked up, longest phrase first;
// what a phrase means depends on what follows it (nothing, a colon, more
// words), and a paragraph that reports speech or ends like a sentence after a
// label in small letters is text whatever it begins with.
// Cost: bounded by line_words::most_words look-ups.
// Source: src/data/page_lines.tsv.
#include "text/page_lines.hpp"

#include <algorithm>

#include "text/capital.hpp"
#include "text/lexicons.hpp"

namespace copydesk::text {
namespace {

constexpr std::size_t most_start_words = 30;
constexpr std::size_t most_has_words = 25;
constexpr std::size_t most_menu_words = 14;

bool word_like(const token& t) {
  return t.kind == token_kind::word || t.kind == token_kind::number;
}

line_verdict boilerplate(const char* reason) {
  return {paragraph_kind::boilerplate, reason};
}

bool label_mark(std::string_view w) {
  return w == ":" || w == "|" || w == "-" || w == ">" || w == ">>" ||
         w == "\xC2\xBB" || w == "\xE2\x80\xBA" || w == "\xE2\x86\x92" ||
         w == "\xE2\x80\x93" || w == "\xE2\x80\x94";
}

// The finite verbs that sentences have and page furniture has not.
bool has_finite_verb(const line_words& w) {
  static constexpr std::string_view verbs[] = {"was", "were", "had", "did",
                                               "would"};
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (std::find(std::begin(verbs), std::end(verbs), w.word(i)) !=
        std::end(verbs))
      return true;
  }
  return false;
}

// Whether a label at words [0, n) is followed by a colon or a bar, and then
// by what labels stand before: not by a sentence in small letters.
bool labels(const line_words& w, std::size_t n) {
  if (w.at(0).token != w.first_token() && w.reports()) return false;
  const std::uint32_t t = w.after(n - 1);
  std::uint32_t mark = w.at(n - 1).token + 1;
  while (mark < t && !label_mark(w.text_of(mark))) ++mark;
  if (mark >= t || mark >= w.token_end()) return false;
  const bool colon = w.token_is(mark, ":") || w.token_is(mark, "|");
  if (!colon && !w.laid().tokens[mark].space_before) return false;
  if (n >= w.size()) return true;
  if (!w.capital(n) && w.word(n) != "#") return !w.ends_with_point();
  return true;
}

bool asks(const line_words& w) {
  for (std::uint32_t t = w.first_token(); t < w.token_end(); ++t) {
    if (w.text_of(t) == "?") return true;
  }
  return false;
}

line_verdict match_of(std::uint16_t bits, const line_words& w, std::size_t n,
                      paragraph_kind kind) {
  if ((bits & page_match::line) != 0 && n == w.size() && !w.cut())
    return {kind, "a phrase that stands alone on pages"};
  if ((bits & page_match::label) != 0 && labels(w, n))
    return {kind, "begins with a label"};
  if (w.cut() || w.size() > most_start_words) return {};
  const bool caption = kind == paragraph_kind::caption;
  if (caption && (bits & page_match::opening) != 0)
    return {kind, "begins like a caption"};
  if (caption && n < w.size() && !w.capital(n)) return {};
  if ((bits & page_match::start) != 0 && !w.reports())
    return {kind, "begins with a phrase of page furniture"};
  if ((bits & page_match::ask) != 0 && asks(w) && !w.reports())
    return {kind, "asks the reader"};
  return {};
}

line_verdict by_first_words(const line_words& w) {
  std::array<page_phrase, longest_page_phrase + 1> found{};
  std::size_t n = 0;
  while (n < std::min(w.size(), longest_page_phrase)) {
    ++n;
    found[n] = page_phrase_of(w.phrase(0, n));
    if (!found[n].longer) break;
  }
  for (; n > 0; --n) {
    line_verdict v =
        match_of(found[n].boilerplate, w, n, paragraph_kind::boilerplate);
    if (v.kind != paragraph_kind::body) return v;
    v = match_of(found[n].caption, w, n, paragraph_kind::caption);
    if (v.kind != paragraph_kind::body) return v;
  }
  return {};
}

// A phrase anywhere in a short line that is not a report.
line_verdict by_any_words(const line_words& w) {
  if (w.cut() || w.size() > most_has_words || w.reports() || has_finite_verb(w))
    return {};
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (!maybe_page_anchor(w.word(i))) continue;
    const std::size_t longest = std::min(w.size() - i, longest_page_phrase);
    for (std::size_t n = 1; n <= longest; ++n) {
      const page_phrase p = page_phrase_of(w.phrase(i, n));
      if ((p.boilerplate & page_match::has) != 0) {
        return w.reports() || has_finite_verb(w)
                   ? line_verdict{}
                   : boilerplate("holds a phrase of page furniture");
      }
      if (!p.longer) break;
    }
  }
  return {};
}

constexpr std::size_t most_request_words = 14;

// "Download the app today", "Sponsored Stories": a verb that pages ask with
// and a part of a page, or nothing but such parts.
line_verdict request(const line_words& w) {
  if (w.cut() || w.size() < 2 || w.size() > most_request_words) return {};
  const auto bits = [&](std::size_t i) {
    return page_phrase_of(w.word(i)).boilerplate;
  };
  std::size_t objects = 0, known = 0;
  for (std::size_t i = 1; i < w.size(); ++i) {
    if ((bits(i) & page_match::object) != 0) ++objects;
    if ((bits(i) & (page_match::object | page_match::filler)) != 0) ++known;
  }
  const std::uint16_t head = bits(0);
  if (objects == 0 && (head & page_match::object) == 0) return {};
  const bool parts = known + 1 == w.size() && w.size() <= 5 &&
                     (head & (page_match::object | page_match::filler)) != 0;
  const bool whole = word_like(w.laid().tokens[w.token_end() - 1]);
  if (parts && whole && w.word(0) != "the")
    return boilerplate("parts of a page");
  if ((head & page_match::action) == 0 || objects == 0) return {};
  bool ours = false;  // a page speaks of itself and to its reader
  for (std::size_t i = 1; i < w.size(); ++i)
    ours = ours || w.word(i) == "our" || w.word(i) == "your";
  if (w.ends_with_point() && !ours) return {};
  return w.reports() || has_finite_verb(w)
             ? line_verdict{}
             : boilerplate("asks the reader to do something with the page");
}

// "Home | News | Sport", "Facebook Twitter Email".
line_verdict menu(const line_words& w) {
  if (w.cut() || w.size() < 2 || w.size() > most_menu_words) return {};
  std::size_t known = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const page_phrase p = page_phrase_of(w.word(i));
    if ((p.boilerplate & page_match::nav) != 0) ++known;
  }
  static constexpr std::string_view small[] = {"this", "on",  "with",
                                               "via",  "and", "our"};
  std::size_t joining = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    joining += std::find(std::begin(small), std::end(small), w.word(i)) !=
               std::end(small);
  }
  if (known >= 2 && known + joining == w.size() && !w.ends_with_point())
    return boilerplate("a row of menu words");
  std::size_t bars = 0, commas = 0;
  for (std::uint32_t t = w.first_token(); t < w.token_end(); ++t) {
    const std::string_view text = w.text_of(t);
    if (text == "|" || text == ">" || text == "\xC2\xBB" ||
        text == "\xE2\x80\xBA" || text == "\xE2\x80\xA2")
      ++bars;
    const bool spaced = w.laid().tokens[t].space_before &&
                        t + 1 < w.token_end() &&
                        w.laid().tokens[t + 1].space_before;
    if (text == "/" && spaced) ++bars;  // Home / News / Transport
    if (text == "," || text == "." || text == ";") ++commas;
  }
  if (bars >= 2 && commas == 0 && w.size() <= bars * 3 + 3)
    return boilerplate("items between bars");
  return {};
}

// "(c) 2019 Northern News Agency", "Copyright 2017 ..."
line_verdict copyright(const line_words& w) {
  const std::string_view head = w.word(0);
  const bool sign =
      head == "\xC2\xA9" || (head == "c" && w.token_is(w.first_token(), "("));
  if (w.cut() || w.size() > most_start_words) return {};
  if (sign && w.size() > 1 && (w.word(1) == "#" || w.capital(1)))
    return boilerplate("a copyright line");
  if (head == "copyright" && w.size() > 1 &&
      (w.word(1) == "#" || w.word(1) == "\xC2\xA9" || w.word(1) == "c"))
    return boilerplate("a copyright line");
  return {};
}

// Links and social handles alone: "https://...", "@coastalpress".
line_verdict addresses(const line_words& w) {
  if (w.size() == 0 || w.size() > 3) return {};
  for (std::size_t i = 0; i < w.size(); ++i) {
    const std::string_view t = w.text_of(w.at(i).token);
    if (t.find("://") == std::string_view::npos && t.substr(0, 4) != "www." &&
        t[0] != '@')
      return {};
  }
  return boilerplate("an address alone");
}

}  // namespace

line_words::line_words(const laid_text& laid, std::uint32_t first,
                       std::uint32_t end)
    : laid_(laid), first_(first), end_(end) {
  bool hyphen = false;
  for (std::uint32_t t = first; t < end && !cut_; ++t) {
    const token& now = laid.tokens[t];
    const std::string_view text = text_of(t);
    const bool glued = !now.space_before && t > first;
    const bool sign = text == "&" || text == "\xC2\xA9";
    if (!word_like(now) && !sign) {
      hyphen = text == "-" && glued && t + 1 < end &&
               !laid.tokens[t + 1].space_before;
      continue;
    }
    const char c = text[0];
    const bool tail = glued && (c == '\'' || c == '\xE2') && text.size() <= 4;
    if (hyphen && count_ > 0 && used_ < most_bytes) bytes_[used_++] = '-';
    cut_ = !add(t, (hyphen || tail) && count_ > 0);
    hyphen = false;
  }
}

// Adds a word, or, if it is glued, to the last word.
bool line_words::add(std::uint32_t token, bool glued) {
  const std::string_view text = text_of(token);
  const bool number = laid_.tokens[token].kind == token_kind::number;
  if (used_ + text.size() + 1 >= most_bytes) return false;
  if (!glued) {
    if (count_ == most_words) return false;
    if (count_ > 0) bytes_[used_++] = ' ';
    words_[count_].token = token;
    words_[count_].begin = static_cast<std::uint16_t>(used_);
    ++count_;
  }
  if (number) {
    bytes_[used_++] = '#';
  } else if (text[0] == '@') {
    bytes_[used_++] = '@';
  } else if (text == "\xE2\x80\x99s") {
    bytes_[used_++] = '\'';
    bytes_[used_++] = 's';
  } else {
    fold(text, bytes_.data() + used_);
    used_ += text.size();
  }
  words_[count_ - 1].end = static_cast<std::uint16_t>(used_);
  return true;
}

bool line_words::capital(std::size_t i) const {
  return has_capital(laid_.tokens[words_[i].token]);
}

bool line_words::ends_with_point() const {
  return end_ > first_ && text_of(end_ - 1) == ".";
}

bool line_words::reports() const {
  for (std::uint32_t t = first_; t < end_ && t < first_ + 64; ++t) {
    const token& now = laid_.tokens[t];
    if (now.kind == token_kind::mark) {
      const std::string_view m = text_of(t);
      if (m != "'" && m != "\xE2\x80\x99" && m != "\xC2\xBB" &&
          m != "\xE2\x80\xBA")
        return true;
    }
    if (now.kind == token_kind::word && now.letters == token_case::lower &&
        (word_classes_of(text_of(t), language::en) &
         (word_class::cue | word_class::reports)) != 0)
      return true;
  }
  return false;
}

namespace {

constexpr std::uint32_t most_line_tokens = 48;
constexpr std::uint32_t most_anchored_tokens = 34;

// Whether no phrase of the list begins with the word at token `t`, by itself.
bool no_phrase_at(const laid_text& laid, std::uint32_t t, std::uint32_t end) {
  constexpr std::size_t longest = 16;
  const std::string_view word = laid.tokens[t].where().of(laid.clean);
  const bool alone = t + 1 == end || laid.tokens[t + 1].space_before;
  if (!alone || word.size() > longest ||
      laid.tokens[t].kind != token_kind::word)
    return false;
  char small[longest];
  fold(word, small);
  const page_phrase p = page_phrase_of({small, word.size()});
  return !p.longer && (p.boilerplate | p.byline | p.caption) == 0;
}

// Whether a paragraph that ends like a sentence may be more than that by its
// first words, from token `head` on.
bool known_head(const laid_text& laid, std::uint32_t head, std::uint32_t end) {
  constexpr std::uint32_t enough = 7;
  constexpr std::uint16_t opens = page_match::start | page_match::ask |
                                  page_match::opening | page_match::action;
  if (no_phrase_at(laid, head, end)) return false;
  const std::uint32_t limit = std::min(end, head + enough);
  const line_words w(laid, head, limit);
  for (std::size_t n = 1; n <= w.size(); ++n) {
    const page_phrase p = page_phrase_of(w.phrase(0, n));
    const auto bits =
        static_cast<std::uint16_t>(p.boilerplate | p.byline | p.caption);
    const bool asks_here = (bits & page_match::action) != 0 && n == 1;
    if ((bits & opens) != 0 && (!asks_here || end - head <= enough * 2 + 2))
      return true;
    if ((bits & page_match::line) != 0 && n == w.size() && limit == end)
      return true;
    if ((bits & page_match::label) != 0) {
      const std::uint32_t after = w.at(n - 1).token + 1;
      for (std::uint32_t t = after; t < limit && t < after + 2; ++t) {
        if (label_mark(w.text_of(t))) return true;
      }
    }
    if (!p.longer) return false;
  }
  return limit < end;
}

// Whether a phrase that counts anywhere in a line begins at token `t`.
bool known_anchor(const laid_text& laid, std::uint32_t t, std::uint32_t end) {
  constexpr std::uint32_t enough = 6;
  if (no_phrase_at(laid, t, end)) return false;
  const line_words w(laid, t, std::min(end, t + enough));
  for (std::size_t n = 1; n <= w.size(); ++n) {
    const page_phrase p = page_phrase_of(w.phrase(0, n));
    if (((p.boilerplate | p.byline) & (page_match::has | page_match::anchor)) !=
        0)
      return true;
    if (!p.longer) return false;
  }
  return false;
}

// Whether the words of page_lines.tsv can matter at all: most paragraphs of
// text are long, end like a sentence, and hold none of them.
bool worth_reading(const laid_text& laid, std::uint32_t first,
                   std::uint32_t end) {
  const auto word = [&](std::uint32_t t) {
    return laid.tokens[t].where().of(laid.clean);
  };
  const std::uint32_t size = end - first;
  std::uint32_t head = first;
  while (head < end && head < first + 3 && !word_like(laid.tokens[head]))
    ++head;
  if (head == end || head == first + 3) return size <= 4;
  const std::string_view last = word(end - 1);
  const bool stops =
      last == "." || laid.tokens[end - 1].kind == token_kind::mark;
  if (!stops && size <= most_line_tokens) return true;
  if (maybe_page_head(word(head)) && known_head(laid, head, end)) {
    if (size <= most_line_tokens) return true;
    for (std::uint32_t t = head + 1; t < end && t < head + 5; ++t) {
      if (word(t) == ":") return true;
    }
  }
  if (size > most_anchored_tokens) return false;
  for (std::uint32_t t = head; t < end; ++t) {
    if (word_like(laid.tokens[t]) && maybe_page_anchor(word(t)) &&
        known_anchor(laid, t, end))
      return true;
  }
  return size <= 2;
}

}  // namespace

line_verdict verdict_of_line(const laid_text& laid, std::uint32_t first,
                             std::uint32_t end, bool before_text) {
  line_verdict v;
  if (worth_reading(laid, first, end)) {
    const line_words w(laid, first, end);
    if (w.size() == 0) return boilerplate("no words");
    v = copyright(w);
    if (v.kind == paragraph_kind::body) v = byline_verdict(w, before_text);
    if (v.kind == paragraph_kind::body) v = by_first_words(w);
    if (v.kind == paragraph_kind::body) v = dateline_verdict(w);
    if (v.kind == paragraph_kind::body) v = menu(w);
    if (v.kind == paragraph_kind::body) v = addresses(w);
    if (v.kind == paragraph_kind::body) v = request(w);
    if (v.kind == paragraph_kind::body) v = by_any_words(w);
  }
  if (v.kind == paragraph_kind::body) v = caption_verdict(laid, first, end);
  return v;
}

}  // namespace copydesk::text
