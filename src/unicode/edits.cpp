// SPDX-License-Identifier: Apache-2.0
// edits.cpp - the byte string behind an edit list.
//
// Idea: the codes below. The step being built waits in pending_, so that
// stretches and repetitions grow in place; a reader gives it last.
// Invariant: a sample stands where a code begins that is no repetition.
// Cost: O(1) a call, O(edits) a pass, O(log edits) a search.
// Source: the edit records of ICU (unicode/edits.h) gave the idea of
// run-length codes; this layout is our own.
#include "unicode/edits.hpp"

#include <algorithm>

namespace copydesk::unicode {
namespace {

// Codes of the stream.
//   00-7F  keep code + 1 bytes
//   80-BF  replace (code >> 2) & 15 bytes by code & 3
//   C0-CF  the replacement before this, (code & 15) + 1 times more
//   D0     keep: a number follows
//   D1     replace: two numbers follow
//   D2     repeat: a number follows
//   E0-E7  replace: a number follows, the source; the result is code & 7
constexpr std::uint8_t keep_long = 0xD0;
constexpr std::uint8_t replace_long = 0xD1;
constexpr std::uint8_t repeat_long = 0xD2;
constexpr std::uint8_t replace_short = 0x80;
constexpr std::uint8_t repeat_short = 0xC0;
constexpr std::uint8_t replace_middle = 0xE0;

// A sample (12 bytes) every so many bytes of the stream: under a tenth of it,
// and a search reads at most this much.
constexpr std::size_t sample_every = 128;

}  // namespace

void edits::put_number(std::uint32_t n) {
  for (; n >= 0x80; n >>= 7) {
    stream_.push_back(static_cast<std::uint8_t>(n | 0x80));
  }
  stream_.push_back(static_cast<std::uint8_t>(n));
}

std::uint32_t edits::get_number(std::size_t& at) const noexcept {
  std::uint32_t n = 0;
  for (int shift = 0;; shift += 7) {
    const std::uint8_t byte = stream_[at++];
    n |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return n;
  }
}

void edits::flush() {
  const step& p = pending_;
  if (p.times == 0) return;
  const std::size_t last = samples_.empty() ? 0 : samples_.back().at;
  if (stream_.size() >= last + sample_every) {
    samples_.push_back({flushed_source_, flushed_result_,
                        static_cast<std::uint32_t>(stream_.size())});
  }
  if (p.kept && p.source <= 128) {
    stream_.push_back(static_cast<std::uint8_t>(p.source - 1));
  } else if (p.kept) {
    stream_.push_back(keep_long);
    put_number(p.source);
  } else if (p.source < 16 && p.result < 4) {
    stream_.push_back(
        static_cast<std::uint8_t>(replace_short | p.source << 2 | p.result));
  } else if (p.result < 8) {
    stream_.push_back(static_cast<std::uint8_t>(replace_middle | p.result));
    put_number(p.source);
  } else {
    stream_.push_back(replace_long);
    put_number(p.source);
    put_number(p.result);
  }
  const std::uint32_t more = p.times - 1;
  if (more != 0 && more <= 16) {
    stream_.push_back(static_cast<std::uint8_t>(repeat_short | (more - 1)));
  } else if (more != 0) {
    stream_.push_back(repeat_long);
    put_number(more);
  }
  flushed_source_ += p.source * p.times;
  flushed_result_ += p.result * p.times;
  pending_.times = 0;
}

void edits::keep(std::uint32_t length) {
  if (length == 0) return;
  if (pending_.times != 0 && !pending_.kept) flush();
  if (pending_.times == 0) pending_ = {0, 0, 1, true};
  pending_.source += length;
  pending_.result += length;
  source_ += length;
  result_ += length;
}

void edits::replace(std::uint32_t source, std::uint32_t result) {
  replace_each(source, result, 1);
}

void edits::replace_each(std::uint32_t source, std::uint32_t result,
                         std::uint32_t times) {
  if (times == 0 || (source == 0 && result == 0)) return;
  changed_ = true;
  source_ += source * times;
  result_ += result * times;
  if (result == 0) {
    source *= times;
    times = 1;
  }
  const bool more = pending_.times != 0 && !pending_.kept;
  if (more && result == 0 && pending_.result == 0) {
    pending_.source += source;
  } else if (more && pending_.source == source && pending_.result == result) {
    pending_.times += times;
  } else {
    flush();
    pending_ = {source, result, times, false};
  }
}

void edits::shrink() {
  if (!changed_) return;
  stream_.shrink_to_fit();
  samples_.shrink_to_fit();
}

bool edits::reader::next() noexcept {
  source_ += now_.source * now_.times;
  result_ += now_.result * now_.times;
  now_.times = 0;
  if (at_ == of_->stream_.size()) {
    if (at_end_ || of_->pending_.times == 0) return false;
    now_ = of_->pending_;
    at_end_ = true;
    return true;
  }
  const std::uint8_t code = of_->stream_[at_++];
  now_ = {0, 0, 1, false};
  if (code < replace_short || code == keep_long) {
    now_.source = code == keep_long ? of_->get_number(at_) : code + 1u;
    now_.result = now_.source;
    now_.kept = true;
    return true;
  }
  if (code < repeat_short) {
    now_.source = code >> 2 & 15;
    now_.result = code & 3;
  } else if (code == replace_long) {
    now_.source = of_->get_number(at_);
    now_.result = of_->get_number(at_);
  } else {
    now_.source = of_->get_number(at_);
    now_.result = code & 7;
  }
  if (at_ == of_->stream_.size()) return true;
  const std::uint8_t after = of_->stream_[at_];
  if (after >= repeat_short && after < keep_long) {
    ++at_;
    now_.times = (after & 15) + 2u;
  } else if (after == repeat_long) {
    ++at_;
    now_.times = of_->get_number(at_) + 1;
  }
  return true;
}

template <std::uint32_t edits::step::*Side,
          std::uint32_t edits::sample::*Sample>
edits::piece edits::find(std::uint32_t offset) const noexcept {
  reader r(*this);
  const auto after = std::upper_bound(
      samples_.begin(), samples_.end(), offset,
      [](std::uint32_t o, const sample& s) { return o < s.*Sample; });
  if (after != samples_.begin()) {
    r.at_ = after[-1].at;
    r.source_ = after[-1].source;
    r.result_ = after[-1].result;
  }
  while (r.next()) {
    const std::uint32_t begin = Side == &step::source ? r.source_ : r.result_;
    const std::uint32_t size = r.now_.*Side;
    if (offset - begin >= size * r.now_.times) continue;
    const std::uint32_t i = (offset - begin) / size;
    const std::uint32_t source = r.source_ + i * r.now_.source;
    const std::uint32_t result = r.result_ + i * r.now_.result;
    return {source, source + r.now_.source, result, result + r.now_.result,
            r.now_.kept};
  }
  return {source_, source_, result_, result_, true};
}

edits::piece edits::at_source(std::uint32_t offset) const noexcept {
  return find<&step::source, &sample::source>(offset);
}

edits::piece edits::at_result(std::uint32_t offset) const noexcept {
  return find<&step::result, &sample::result>(offset);
}

namespace {

// One list being consumed, a part of a step at a time.
class cursor {
 public:
  explicit cursor(const edits& of) noexcept : reader_(of) { advance(); }

  bool done() const noexcept { return done_; }
  bool kept() const noexcept { return left_.kept; }
  const edits::step& left() const noexcept { return left_; }

  // Takes n bytes off a kept stretch.
  void take_kept(std::uint32_t n) noexcept {
    left_.source -= n;
    left_.result -= n;
    if (left_.source == 0) advance();
  }
  // Takes n repetitions off a replacement.
  void take_replaced(std::uint32_t n) noexcept {
    left_.times -= n;
    if (left_.times == 0) advance();
  }

 private:
  void advance() noexcept {
    done_ = !reader_.next();
    if (!done_) left_ = reader_.now();
  }
  edits::reader reader_;
  edits::step left_;
  bool done_ = false;
};

// Takes from both lists until their edges in the text between them meet.
void compose_crossing(cursor& first, cursor& then, edits& out) {
  std::uint32_t source = 0, result = 0;
  std::uint32_t first_at = 0, then_at = 0;  // in the text between
  bool started = false;
  while (!started || first_at != then_at) {
    const bool from_first =
        started ? first_at < then_at : !first.done() && !first.kept();
    started = true;
    if (from_first && first.kept()) {
      const std::uint32_t n = std::min(first.left().source, then_at - first_at);
      source += n;
      first_at += n;
      first.take_kept(n);
    } else if (from_first) {
      source += first.left().source;
      first_at += first.left().result;
      first.take_replaced(1);
    } else if (then.kept()) {
      const std::uint32_t n = std::min(then.left().source, first_at - then_at);
      result += n;
      then_at += n;
      then.take_kept(n);
    } else {
      result += then.left().result;
      then_at += then.left().source;
      then.take_replaced(1);
    }
    const bool starved = first_at < then_at ? first.done() : then.done();
    if (first_at != then_at && starved) break;  // lists that do not fit
  }
  out.replace(source, result);
}

}  // namespace

edits edits::compose(const edits& first, const edits& then) {
  if (first.unchanged()) return then;
  if (then.unchanged()) return first;
  edits out;
  cursor a(first), b(then);
  while (!a.done() || !b.done()) {
    const bool both = !a.done() && !b.done();
    if (both && a.kept() && b.kept()) {
      const std::uint32_t n = std::min(a.left().source, b.left().source);
      out.keep(n);
      a.take_kept(n);
      b.take_kept(n);
    } else if (both && b.kept() && a.left().result != 0 &&
               a.left().result <= b.left().source) {
      // A run of replacements inside a stretch that was then kept.
      const edits::step s = a.left();
      const std::uint32_t n = std::min(s.times, b.left().source / s.result);
      out.replace_each(s.source, s.result, n);
      a.take_replaced(n);
      b.take_kept(n * s.result);
    } else if ((a.done() || a.kept()) && (b.done() || b.kept())) {
      break;  // lists that do not fit
    } else {
      compose_crossing(a, b, out);
    }
  }
  out.shrink();
  return out;
}

}  // namespace copydesk::unicode
