// SPDX-License-Identifier: Apache-2.0
// sentences.cpp - one walk over the tokens of a paragraph.
//
// Idea: a sentence can only end at a token that terminates (. ! ? ... and the
// like), at an abbreviation, or before the next item of a list; the marks and
// brackets that close directly after it stay with it; then sentence_rules.hpp
// says whether the word before and the words after allow an end.
//
// Invariant: every decision reads a bounded number of tokens, but for the
// closing marks and terminators that it takes into the sentence or, if it does
// not end there, skips; so the pass is linear.
// Source: tests/spec/sentences.txt; the golden rules of Pragmatic Segmenter
// served as a specification.
#include "text/sentences.hpp"

#include "text/room.hpp"
#include "text/sentence_rules.hpp"

namespace copydesk::text {
namespace {

class splitter {
 public:
  splitter(laid_text& laid, std::uint32_t first, std::uint32_t end,
           std::uint32_t paragraph, bool caseless)
      : laid_(laid),
        view_(laid, first, end, caseless),
        first_(first),
        end_(end),
        paragraph_(paragraph) {}

  void run() {
    begin(first_);
    for (std::uint32_t i = first_; i < end_;) {
      i = plain_end(i);
      if (i == end_) break;
      if ((item_ != 0 || bulleted_) && i > begin_ && next_item(i)) {
        put(i);
        begin(i);
      }
      if (i < head_end_) {
        i = head_end_;
        continue;
      }
      const token& t = laid_.tokens[i];
      if (t.kind == token_kind::mark) {
        if (view_.straight(i))
          straight_open_ = !view_.closes(i, straight_open_);
        if (view_.is(i, "``")) straight_open_ = true;
        ++i;
      } else if (t.may_end) {
        if (t.kind == token_kind::punctuation) brackets(i);
        i = step(i);
      } else {
        ++i;
      }
    }
    if (begin_ < end_) put(end_);
  }

 private:
  // Past the tokens from `i` on that end no sentence, whatever stands there.
  std::uint32_t plain_end(std::uint32_t i) const {
    if (item_ != 0 || bulleted_ || i < head_end_) return i;
    const token* const tokens = laid_.tokens.data();
    while (i < end_ && !tokens[i].may_end &&
           tokens[i].kind != token_kind::mark) {
      ++i;
    }
    return i;
  }

  void put(std::uint32_t end) {
    sentence s;
    s.first_token = begin_;
    s.token_end = end;
    s.where = {laid_.tokens[begin_].where().begin,
               laid_.tokens[end - 1].where().end};
    s.paragraph = paragraph_;
    make_room_if_full(laid_.sentences, begin_, laid_.tokens.size() - begin_);
    laid_.sentences.push_back(s);
  }

  // A sentence begins at `i`: a bullet or an item number at its head is
  // passed, so that its point ends nothing.
  void begin(std::uint32_t i) {
    begin_ = i;
    head_end_ = i;
    bulleted_ = view_.bullet(i);
    if (bulleted_) head_end_ = i + 1;
    std::uint32_t end = 0;
    const std::uint32_t number = view_.item_number(head_end_, end);
    if (number != 0) {
      item_ = number;
      head_end_ = end;
    }
    while (head_end_ < end_ && ends_nothing(head_end_)) ++head_end_;
  }

  // A terminator at the head of a sentence.
  bool ends_nothing(std::uint32_t i) const {
    const ending how = view_.ending_of(i);
    return how != ending::none && how != ending::abbreviated;
  }

  // Whether the next item of the list begins at `i`.
  bool next_item(std::uint32_t i) const {
    if (!laid_.tokens[i].space_before) return false;
    if (bulleted_) return view_.bullet(i);
    if (item_ == 0) return false;
    std::uint32_t end = 0;
    return view_.item_number(i, end) == item_ + 1 && end < end_;
  }

  // Titles in angle brackets: no sentence ends in them.
  void brackets(std::uint32_t i) {
    if (view_.is(i, "\xE3\x80\x8A")) title_open_ = true;
    if (view_.is(i, "\xE3\x80\x8B")) title_open_ = false;
  }

  // Goes on from token `i`, which may end the sentence. Returns the next
  // token to look at.
  std::uint32_t step(std::uint32_t i) {
    ending how = view_.ending_of(i);
    if (how == ending::none || title_open_) return i + 1;
    bool closed = false;
    bool open = straight_open_;
    std::uint32_t next = absorb(i + 1, how, closed, open);
    const bool over = next >= end_ || ends(how, i, next, closed);
    straight_open_ = open;
    if (over) {
      put(next);
      begin_ = next;
      if (next < end_) begin(next);
    }
    return next;
  }

  // Passes the terminators and closing marks directly after an end.
  std::uint32_t absorb(std::uint32_t next, ending& how, bool& closed,
                       bool& open) const {
    const bool spaced = how == ending::point && next - 1 > first_ &&
                        laid_.tokens[next - 1].space_before;
    std::uint32_t points = 1;
    while (next < end_) {
      const token& t = laid_.tokens[next];
      const bool mark = t.kind == token_kind::mark;
      if ((mark || !t.space_before) && view_.closes(next, open)) {
        closed = closed || mark;
        if (view_.straight(next)) open = false;
        ++next;
        continue;
      }
      const ending more = view_.ending_of(next);
      if (more == ending::none || more == ending::abbreviated) {
        const std::uint32_t note = reference_end(next);
        if (note == next) break;
        next = note;
        continue;
      }
      if (t.space_before && !(how == more && (spaced || closed)) &&
          !(how == ending::ellipsis && more == ending::point && spaced) &&
          !last_points(next, more))
        break;
      if (more == ending::point) ++points;
      if (more == ending::strong) how = more;
      if (how == ending::abbreviated) how = more;
      if (how == ending::point && points > 1 && !closed) how = ending::ellipsis;
      ++next;
    }
    if (spaced && points > 3) how = ending::point;
    return next;
  }
  // Points with spaces between them at the very end of the paragraph.
  bool last_points(std::uint32_t i, ending more) const {
    if (more != ending::point) return false;
    std::uint32_t k = i;
    while (k < end_ && k < i + 4 && view_.is(k, ".")) ++k;
    while (k < end_ && k < i + 6 && view_.closes(k, true)) ++k;
    return k == end_;
  }
  // "[7]" after the end of a sentence.
  std::uint32_t reference_end(std::uint32_t i) const {
    if (i + 2 < end_ && view_.is(i, "[") &&
        laid_.tokens[i + 1].kind == token_kind::number && view_.is(i + 2, "]"))
      return i + 3;
    return i;
  }

  bool ends(ending how, std::uint32_t i, std::uint32_t next,
            bool closed) const {
    std::uint32_t head = next;
    while (head < end_ && head < next + 3 && view_.opens(head)) ++head;
    if (head >= end_) return how != ending::abbreviated;
    if (!view_.may_begin(next, head, how, closed)) return false;
    if (how == ending::abbreviated) {
      if (next > i + 1) return closed;  // "(D-Vt.)" ends nothing
      return view_.abbreviation_ends(begin_, i, next, head);
    }
    if (how == ending::ellipsis) return ellipsis_ends(i, next);
    if (how == ending::point && view_.ordinal(begin_, i, next)) return false;
    return !(closed && view_.cue_follows(head, how));
  }

  // An ellipsis with a space before it may stand for words left out in the
  // middle of a sentence: then it ends none before "I" or a name.
  bool ellipsis_ends(std::uint32_t i, std::uint32_t next) const {
    if (!laid_.tokens[i].space_before) return true;
    return !view_.is(next, "I") && !(i > begin_ && view_.hangs(i - 1));
  }

  laid_text& laid_;
  paragraph_view view_;
  std::uint32_t first_, end_, paragraph_;
  std::uint32_t begin_ = 0;
  std::uint32_t head_end_ = 0;  // the item number ends here
  std::uint32_t item_ = 0;      // number of the last item
  bool bulleted_ = false;
  bool straight_open_ = false;
  bool title_open_ = false;
};

}  // namespace

void add_sentences(laid_text& laid, std::uint32_t first, std::uint32_t end,
                   std::uint32_t paragraph, bool caseless) {
  splitter(laid, first, end, paragraph, caseless).run();
}

}  // namespace copydesk::text
