// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. A mark is first classed by shape and by what stands
// around it (mark_class.hpp); then a stack decides.
// Invariant: a pair lies in one paragraph; pairs are disjoint or nested.
// Cost: O(tokens): every search for a missing mark reads only tokens between
// two marks, and each such stretch is read a bounded number of times.
// Source: the practice of news English, German, French, Spanish, Russian,
// Italian and Portuguese.
#include "quotes/marks.hpp"

#include <algorithm>
#include <string_view>

#include "limits.hpp"
#include "quotes/mark_class.hpp"
#include "quotes/pair_order.hpp"
#include "quotes/said.hpp"
#include "text/room.hpp"

namespace copydesk::quotes {
namespace {

// Pairs the marks of one document.
class pairing {
 public:
  pairing(const text::laid_text& laid, const word_list& words)
      : laid_(laid), words_(words), reader_(laid) {}

  marks run() {
    for (std::uint32_t p = 0; p < laid_.paragraphs.size(); ++p) {
      const text::paragraph& para = laid_.paragraphs[p];
      if (para.kind == paragraph_kind::boilerplate) continue;
      if (para.first_sentence == para.sentence_end) continue;
      pair_paragraph(p);
    }
    text::give_back(list_);
    put_in_order(out_);
    return std::move(out_);
  }

 private:
  struct open_mark {
    mark where;
    std::int32_t carried;
    std::size_t pairs;  // how many were closed before it
  };

  std::string_view text_of(std::uint32_t t) const { return reader_.text_of(t); }

  // 5'11", 12" - inches, when no quotation is open.
  bool is_prime(const mark& m, std::uint32_t begin) const {
    const std::uint32_t t = m.token;
    return m.shape <= 0 && t > begin && !laid_.tokens[t].space_before &&
           laid_.tokens[t - 1].kind == text::token_kind::number &&
           !is_attribution(laid_, words_, t + 1, end_);
  }

  // The token after the marks that stand side by side from t on.
  std::uint32_t end_of_marks(std::uint32_t t) const {
    while (t < end_ && laid_.tokens[t].kind == text::token_kind::mark) ++t;
    return t;
  }

  void pair_paragraph(std::uint32_t p) {
    const text::paragraph& para = laid_.paragraphs[p];
    begin_ = laid_.sentences[para.first_sentence].first_token;
    end_ = laid_.sentences[para.sentence_end - 1].token_end;
    paragraph_ = p;
    last_close_ = furthest_ = begin_;
    since_ = out_.pairs.size();
    stack_.clear();
    list_.clear();
    for (std::uint32_t t = begin_; t < end_; ++t) {
      if (laid_.tokens[t].kind != text::token_kind::mark) continue;
      const std::uint32_t run = end_of_marks(t);
      if (run - t > limits::max_mark_run) {  // nothing is quoted there
        t = run - 1;
        continue;
      }
      const mark m = reader_.class_of(t, begin_, end_);
      if (m.kin == no_family) continue;
      if (m.kin == single_marks && reader_.is_apostrophe(m, begin_, end_))
        continue;
      text::make_room_if_full(list_, t - begin_, end_ - t);
      list_.push_back(t);
    }
    const std::int32_t carry = carry_;
    carry_ = -1;
    if (list_.empty()) return;
    settle_singles();
    for (std::size_t i = 0; i < list_.size(); ++i) {
      take(class_of(i), i == 0 && list_[i] == begin_ ? carry : -1);
    }
    close_paragraph();
  }

  mark class_of(std::size_t i) const {
    return reader_.class_of(list_[i], begin_, end_);
  }

  // Single marks pair among themselves: an opening one needs a closing one
  // before the next opens. A weak close (an s before it, a small letter after
  // it: the unions' plan) counts only if no better one follows.
  void settle_singles() {
    std::int64_t open = -1, weak = -1;
    std::vector<bool> keep(list_.size(), true);
    for (std::size_t i = 0; i <= list_.size(); ++i) {
      const bool at_end = i == list_.size();
      const mark m = at_end ? mark{} : class_of(i);
      if (!at_end && m.kin != single_marks) continue;
      if (!at_end) keep[i] = false;
      const bool opens = !at_end && m.shape >= 0 && m.opens;
      if (at_end || opens) {
        if (open >= 0 && weak >= 0) {
          keep[static_cast<std::size_t>(open)] = true;
          keep[static_cast<std::size_t>(weak)] = true;
        } else if (open >= 0 && at_end &&
                   carries_on(class_of(static_cast<std::size_t>(open)))) {
          keep[static_cast<std::size_t>(open)] = true;
        }
        open = at_end ? -1 : static_cast<std::int64_t>(i);
        weak = -1;
        continue;
      }
      if (open < 0 || m.shape > 0 || !m.closes) continue;
      if (reader_.is_weak_close(m, end_)) {
        if (weak < 0) weak = static_cast<std::int64_t>(i);
        continue;
      }
      keep[static_cast<std::size_t>(open)] = true;
      keep[i] = true;
      open = weak = -1;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (keep[i]) list_[kept++] = list_[i];
    }
    list_.resize(kept);
  }

  // Whether a quotation left open here goes on in the next paragraph.
  bool carries_on(const mark& opened) const {
    std::uint32_t p = paragraph_ + 1;
    while (p < laid_.paragraphs.size() &&
           (laid_.paragraphs[p].kind == paragraph_kind::boilerplate ||
            laid_.paragraphs[p].first_sentence ==
                laid_.paragraphs[p].sentence_end)) {
      ++p;
    }
    if (p >= laid_.paragraphs.size()) return false;
    const text::paragraph& para = laid_.paragraphs[p];
    const std::uint32_t first =
        laid_.sentences[para.first_sentence].first_token;
    const std::uint32_t end = laid_.sentences[para.sentence_end - 1].token_end;
    if (laid_.tokens[first].kind != text::token_kind::mark) return false;
    const mark m = reader_.class_of(first, first, end);
    return m.kin == opened.kin && (m.opens || m.shape > 0) &&
           reader_.twin(m, true) == reader_.twin(opened, true);
  }

  std::int64_t top_of(std::uint8_t kin) const {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].where.kin == kin) return static_cast<std::int64_t>(i);
    }
    return -1;
  }

  void take(const mark& m, std::int32_t carry) {
    const std::int64_t top = top_of(m.kin);
    if (top < 0) {
      take_outside(m, carry);
      return;
    }
    if (m.opens && m.shape >= 0 && stack_.back().where.kin != m.kin &&
        stack_.size() < limits::max_quote_depth) {
      push(m, -1);  // inside the inner marks: "a 'b "c" d' e"
      return;
    }
    const bool close_now = m.shape < 0   ? true
                           : m.shape > 0 ? m.closes
                                         : !m.opens;
    if (m.shape < 0 && m.opens && !m.closes && m.kin != single_marks) {
      // A closing mark where one must open: the open one was forgotten, or
      // this one is turned the wrong way.
      reopen(m, static_cast<std::size_t>(top));
      return;
    }
    if (close_now) {
      if (m.shape > 0) repair(m, repair_kind::wrong_way, right_of(m));
      close(static_cast<std::size_t>(top), m.token, m.token);
      return;
    }
    reopen(m, static_cast<std::size_t>(top));
  }

  // Marks deeper than the limit open nothing.
  void push(const mark& m, std::int32_t carry) {
    if (stack_.size() == limits::max_quote_depth) return;
    stack_.push_back({m, carry, out_.pairs.size()});
  }

  void take_outside(const mark& m, std::int32_t carry) {
    const bool wrong = m.shape < 0 && m.opens && !m.closes;
    if (m.shape > 0 || m.opens || (m.shape == 0 && !m.closes)) {
      if (m.shape > 0 && m.closes && !m.opens && m.kin != single_marks) {
        open_is_missing(m);  // a closing mark turned the wrong way
        return;
      }
      if (m.shape == 0 && !m.opens && is_prime(m, begin_)) return;
      if (wrong && m.kin != single_marks && !reader_.right_opens()) {
        repair(m, repair_kind::wrong_way, left_of(m));
      }
      push(m, carry);
      return;
    }
    if (m.kin == single_marks || is_prime(m, begin_)) return;
    open_is_missing(m);
  }

  // A second opening mark of the family: the quotation that stands open lost
  // its close.
  void reopen(const mark& m, std::size_t top) {
    const std::uint32_t begin = stack_[top].where.token + 1;
    std::uint32_t at = end_of_speech(laid_, words_, begin, m.token);
    if (at == no_token) at = end_of_sentence(begin, m.token);
    missing_close(top, at);
    if (m.shape < 0) repair(m, repair_kind::wrong_way, left_of(m));
    push(m, -1);
  }

  std::uint32_t end_of_sentence(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (one_of(text_of(t), {".", "!", "?"})) return t + 1;
    }
    return end;
  }

  void missing_close(std::size_t at, std::uint32_t token_end) {
    token_end = outside(token_end, stack_[at].pairs);
    mark_repair r;
    const std::uint32_t byte = laid_.tokens[token_end - 1].where().end;
    r.where = {byte, byte};
    r.kind = repair_kind::missing_close;
    r.text = right_of(stack_[at].where);
    add(out_.repairs, r, token_end);
    close(at, token_end, no_token);
    out_.pairs.back().repaired = true;
  }

  // Marks that stand open above `at` were none (single) or lost their close.
  void close(std::size_t at, std::uint32_t token_end,
             std::uint32_t mark_token) {
    while (stack_.size() > at + 1) stack_.pop_back();
    pair p;
    p.first = stack_[at].where.token + 1;
    p.has_open = true;
    p.end = token_end;
    p.has_close = mark_token != no_token;
    if (stack_[at].carried >= 0) {
      p.carried = true;
      out_.carried.push_back(
          {static_cast<std::int32_t>(out_.pairs.size()), stack_[at].carried});
    }
    p.single = stack_[at].where.kin == single_marks;
    if (mark_token != no_token) even_out(stack_[at].where, mark_token);
    stack_.pop_back();
    add(out_.pairs, p, p.end);
    furthest_ = std::max(furthest_, p.outer_end());
    if (stack_.empty()) close_outermost(p.outer_end());
  }

  // A straight mark that closes a curly one, or the other way round, was
  // meant to be like its partner.
  void even_out(const mark& opened, std::uint32_t closing) {
    const auto straight = [&](std::uint32_t t) {
      return one_of(text_of(t), {"\"", "'"});
    };
    const bool first = straight(opened.token);
    if (first == straight(closing)) return;
    mark close = opened;
    close.token = closing;
    close.shape = -1;
    if (first) {
      repair(opened, repair_kind::straight, left_of(close));
    } else {
      repair(close, repair_kind::straight, right_of(opened));
    }
  }

  // A guessed edge never lies inside a pair that is closed already: it moves
  // behind it. Looks at the pairs from number `since` on.
  std::uint32_t outside(std::uint32_t edge, std::size_t since) const {
    std::uint32_t out = edge;
    for (std::size_t i = since; i < out_.pairs.size(); ++i) {
      const pair& p = out_.pairs[i];
      if (p.outer_first() < edge && edge < p.outer_end()) {
        out = std::max(out, p.outer_end());
      }
    }
    return out;
  }

  // The stack is empty: nothing begins before what was closed last.
  void close_outermost(std::uint32_t end) {
    last_close_ = std::max(furthest_, end);
    since_ = out_.pairs.size();
  }

  void open_is_missing(const mark& m) {
    const std::uint32_t first = outside(
        begin_of_speech(laid_, words_, last_close_, m.token, begin_), since_);
    if (first >= m.token) return;
    mark_repair r;
    const std::uint32_t byte = laid_.tokens[first].where().begin;
    r.where = {byte, byte};
    r.kind = repair_kind::missing_open;
    r.text = left_of(m);
    add(out_.repairs, r, m.token);
    pair p;
    p.first = first;
    p.end = m.token;
    p.has_close = true;
    p.repaired = true;
    p.single = m.kin == single_marks;
    add(out_.pairs, p, p.end);
    if (m.shape > 0) repair(m, repair_kind::wrong_way, right_of(m));
    stack_.clear();
    close_outermost(m.token + 1);
  }

  void close_paragraph() {
    while (!stack_.empty()) {
      const std::size_t top = stack_.size() - 1;
      const open_mark& open = stack_[top];
      const std::uint32_t begin = open.where.token + 1;
      if (open.where.kin == single_marks && top > 0) {
        stack_.pop_back();
        continue;
      }
      if (begin >= end_) {
        stack_.pop_back();
        continue;
      }
      const std::uint32_t said = end_of_speech(laid_, words_, begin, end_);
      if (said == no_token && top == 0 && carries_on(open.where)) {
        close(top, end_, no_token);
        carry_ = static_cast<std::int32_t>(out_.pairs.size()) - 1;
        continue;
      }
      if (open.where.kin == single_marks) {
        stack_.pop_back();
        continue;
      }
      missing_close(top, said == no_token ? end_ : said);
    }
  }

  void repair(const mark& m, repair_kind kind, std::string_view as) {
    mark_repair r;
    r.where = laid_.tokens[m.token].where();
    r.kind = kind;
    r.text = as;
    add(out_.repairs, r, m.token);
  }

  std::string_view left_of(const mark& m) const {
    return reader_.twin(m, true);
  }
  std::string_view right_of(const mark& m) const {
    return reader_.twin(m, false);
  }

  // At a token of the paragraph in hand.
  template <class T>
  void add(std::vector<T>& to, const T& one, std::uint32_t token) {
    text::make_room_if_full(to, token, laid_.tokens.size() - token);
    to.push_back(one);
  }

  const text::laid_text& laid_;
  const word_list& words_;
  const mark_reader reader_;
  marks out_;
  std::vector<open_mark> stack_;
  std::vector<std::uint32_t> list_;  // its marks; classed again when asked
  std::uint32_t begin_ = 0;          // tokens of the paragraph in hand
  std::uint32_t end_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t last_close_ = 0;  // token after the last outermost close
  std::uint32_t furthest_ = 0;    // token after the last closed pair
  std::size_t since_ = 0;         // pairs before the last outermost close
  std::int32_t carry_ = -1;       // the pair that the next paragraph carries on
};

}  // namespace

marks pair_marks(const text::laid_text& laid, const word_list& words) {
  return pairing(laid, words).run();
}

}  // namespace copydesk::quotes
