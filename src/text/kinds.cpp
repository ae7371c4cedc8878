// SPDX-License-Identifier: Apache-2.0
// kinds.cpp - headlines by their place, everything else by its words.
//
// Idea: first each short paragraph is judged by the phrases of lines that are
// known; then, in English, around text, by learned weights; then a short
// paragraph without a full stop is a headline if it stands before the text,
// or between two paragraphs of it.
// Cost: O(paragraphs); each reads a bounded number of tokens.
#include "text/kinds.hpp"

#include "text/line_score.hpp"
#include "text/page_lines.hpp"

namespace copydesk::text {
namespace {

constexpr std::uint32_t most_headline_tokens = 40;
constexpr std::uint32_t most_heading_tokens = 14;
constexpr std::uint32_t most_weighed_tokens = 34;

class judge {
 public:
  explicit judge(laid_text& laid) : laid_(laid) {}

  void run() {
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
    std::size_t first_text = 0;
    while (first_text < laid_.paragraphs.size() &&
           !text_like(laid_.paragraphs[first_text]))
      ++first_text;
    if (first_text == laid_.paragraphs.size()) return;
    if (laid_.lang == language::en) weigh(first_text);
    headlines(first_text);
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

  void weigh(std::size_t first_text) {
    for (std::size_t i = 0; i < laid_.paragraphs.size(); ++i) {
      paragraph& p = laid_.paragraphs[i];
      if (p.kind != paragraph_kind::body) continue;
      if (p.first_sentence == p.sentence_end) continue;
      const std::uint32_t first = first_token(p), end = token_end(p);
      const bool stops = ends_sentence(end - 1);
      if (stops && end - first > most_weighed_tokens) continue;
      const line_verdict v =
          verdict_of_weights(laid_, first, end, i < first_text, stops);
      if (v.kind == paragraph_kind::body) continue;
      p.kind = v.kind;
      p.reason = v.reason;
    }
  }

  void headlines(std::size_t first_text) {
    const std::size_t count = laid_.paragraphs.size();
    std::size_t given = 0;
    for (std::size_t i = 0; i < first_text && given < 3; ++i) {
      paragraph& p = laid_.paragraphs[i];
      if (p.kind != paragraph_kind::body || !headline_like(p)) continue;
      p.kind = paragraph_kind::headline;
      p.reason = "stands before the text without a full stop";
      ++given;
    }
    for (std::size_t i = first_text + 1; i + 1 < count; ++i) {
      paragraph& p = laid_.paragraphs[i];
      if (p.kind != paragraph_kind::body || !heading_like(p)) continue;
      if (!text_like(laid_.paragraphs[i - 1]) ||
          !text_like(laid_.paragraphs[i + 1]))
        continue;
      p.kind = paragraph_kind::headline;
      p.reason = "a short line between paragraphs of text";
    }
  }

  laid_text& laid_;
};

}  // namespace

void set_kinds(laid_text& laid) { judge(laid).run(); }

}  // namespace copydesk::text
