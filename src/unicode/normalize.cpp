// SPDX-License-Identifier: Apache-2.0
// normalize.cpp - the only file that includes utf8proc.h, which knows the
// compatibility decompositions and the folding of case.
//
// Idea: walk over the text and keep `begin_`, the last place where it may be
// cut. A character that the form might change sends the whole piece between
// two cuts through decompose, order, fold, compose; the rest is copied.
// Invariant: all before `copied_` is in out_ already; begin_ >= copied_.
// Cost: O(n): pieces do not overlap, and marks are ordered by a stable
// counting sort (utf8proc's own is quadratic in the length of their run).
// Source: UAX #15; Unicode Standard 3.13; CPython issue 31483 has the shapes.
#include "unicode/normalize.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "limits.hpp"
#include "unicode/composition.hpp"
#include "unicode/plain.hpp"
#include "unicode/properties.hpp"
#include "unicode/scan.hpp"
#include "unicode/utf8.hpp"

namespace copydesk::unicode {
namespace {

using points = std::vector<char32_t>;

constexpr int canonical = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;

std::uint8_t ccc_of(char32_t code) {
  return data::classes[data::class_of(code)].ccc;
}

// Orders a run of non-starters by combining class, keeping the order of
// equals. Two passes over the run and one over 256 counters.
void order_run(char32_t* begin, char32_t* end, points& scratch) {
  if (end - begin < 2) return;
  if (end - begin <= 16) {
    // Insertion: most runs are in order.
    for (char32_t* at = begin + 1; at != end; ++at) {
      const char32_t code = *at;
      const std::uint8_t ccc = ccc_of(code);
      char32_t* to = at;
      for (; to != begin && ccc_of(to[-1]) > ccc; --to) *to = to[-1];
      *to = code;
    }
    return;
  }
  std::size_t from[257] = {};
  for (const auto* p = begin; p != end; ++p) ++from[ccc_of(*p) + 1];
  for (int i = 0; i < 256; ++i) from[i + 1] += from[i];
  scratch.assign(begin, end);
  for (const char32_t code : scratch) begin[from[ccc_of(code)]++] = code;
}

void order(points& codes, points& scratch) {
  std::size_t i = 0;
  while (i < codes.size()) {
    if (ccc_of(codes[i]) == 0) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < codes.size() && ccc_of(codes[end]) != 0) ++end;
    order_run(codes.data() + i, codes.data() + end, scratch);
    i = end;
  }
}

// As utf8proc's options say.
void append_form(char32_t code, int options, points& out) {
  if (options == canonical) return append_decomposed(code, out);
  utf8proc_int32_t some[64];
  int boundary = 0;
  const auto n = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(code), some, 64,
      static_cast<utf8proc_option_t>(options), &boundary);
  // No code point decomposes to more than 18.
  for (utf8proc_ssize_t i = 0; i < n && i < 64; ++i) {
    out.push_back(static_cast<char32_t>(some[i]));
  }
}

// Whether NFKC_Casefold leaves the code point out.
bool ignorable(char32_t code) {
  const auto* const first = std::begin(data::ignorable_edges);
  const auto* const after =
      std::upper_bound(first, std::end(data::ignorable_edges), code);
  return (after - first) % 2 == 1;
}

class normalizer {
 public:
  normalizer(std::string_view text, const normalize_options& options,
             normalized& out)
      : text_(text), options_(options), out_(out) {
    const int form = options.nfkc ? canonical | UTF8PROC_COMPAT : canonical;
    decompose_ = options.fold_case ? canonical : form;
    fold_ = form | UTF8PROC_CASEFOLD;
    drops_ = options.nfkc && options.fold_case;
    plain_ = plain_rules::of(options);
    ascii_is_inert_ = !options.fold_case && !plain_.any_ascii();
  }

  // NFC alone: from doubt to doubt.
  outcome run_nfc(const scan_places* known) {
    scan_places more;
    const scan_places* doubts = known != nullptr ? known : &more;
    for (;;) {
      for (const std::uint32_t at : doubts->at) {
        if (at < at_) continue;  // rewritten with one before it
        at_ = at;
        begin_ = cut_before(at_);
        rewrite();
        if (out_.text.size() > limits::max_clean_bytes) return outcome::too_big;
      }
      if (doubts->end >= text_.size()) return finish();
      note_doubts(text_, doubts->end, more);
      doubts = &more;
    }
  }

  // Any form: each character is looked at.
  outcome run() {
    while (at_ < text_.size()) {
      if (ascii_is_inert_ && static_cast<unsigned char>(text_[at_]) < 0x80) {
        at_ += ascii_length(text_, at_);
        begin_ = at_ - 1;
        before_ = static_cast<unsigned char>(text_[begin_]);
        last_ = 0;
        continue;
      }
      const decoded_char c = decode_valid(text_, at_);
      if (!look(c)) continue;
      rewrite();
      if (out_.text.size() > limits::max_clean_bytes) return outcome::too_big;
    }
    return finish();
  }

 private:
  outcome finish() {
    if (!changed_) return outcome::unchanged;
    copy_to(text_.size());
    if (out_.text.size() > limits::max_clean_bytes) return outcome::too_big;
    return outcome::changed;
  }

  bool joins(char32_t code, data::properties p) const {
    if (options_.nfkc ? data::joins_nfkc(p) : data::joins_nfc(p)) return true;
    return drops_ && ignorable(code);
  }

  std::size_t cut_before(std::size_t at) const {
    at = std::min(at, text_.size());
    while (at > 0) {
      if (at < text_.size() && begins_char(text_[at])) {
        const char32_t code = decode_valid(text_, at).code;
        if (!joins(code, data::classes[data::class_of(code)])) break;
      }
      --at;
    }
    return at;
  }

  // Whether the character may change; if not, steps over it.
  bool look(decoded_char c) {
    const data::properties p = data::classes[data::class_of(c.code)];
    if (!joins(c.code, p)) {
      begin_ = at_;
      last_ = 0;
    }
    const unsigned quick =
        options_.nfkc ? data::nfkc_quick(p) : data::nfc_quick(p);
    bool may = quick == 2 || (p.ccc != 0 && p.ccc < last_);
    if (quick == 1) may = may || p.ccc != 0 || compose(before_, c.code) != 0;
    may = may || plain_.changes(c.code) || folds(c.code);
    if (may) return true;
    last_ = p.ccc;
    before_ = c.code;
    at_ += c.length;
    return false;
  }

  bool folds(char32_t code) const {
    if (!options_.fold_case) return false;
    if (code < 0x80) return code >= 'A' && code <= 'Z';
    const auto* p = utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
    return p->casefold_seqindex != UINT16_MAX || (drops_ && ignorable(code));
  }

  // Puts the piece around at_ into the form, and steps over it.
  void rewrite() {
    std::size_t end = at_ + decode_valid(text_, at_).length;
    while (end < text_.size()) {
      const decoded_char c = decode_valid(text_, end);
      if (!joins(c.code, data::classes[data::class_of(c.code)])) break;
      end += c.length;
    }
    const std::string_view piece = text_.substr(begin_, end - begin_);
    form(piece);
    if (formed_ != piece) {
      copy_to(begin_);
      out_.text += formed_;
      out_.changes.replace(static_cast<std::uint32_t>(piece.size()),
                           static_cast<std::uint32_t>(formed_.size()));
      copied_ = end;
      changed_ = true;
    }
    at_ = begin_ = end;
    last_ = 0;
    before_ = 0;
  }

  // A letter in NFC and a mark that comes last in it: what they make is found
  // without taking the letter apart.
  bool form_pair(std::string_view piece) {
    const decoded_char first = decode_valid(piece, 0);
    if (first.length >= piece.size()) return false;
    const decoded_char mark = decode_valid(piece, first.length);
    if (first.length + mark.length != piece.size()) return false;
    const data::properties of_first = data::classes[data::class_of(first.code)];
    const data::properties of_mark = data::classes[data::class_of(mark.code)];
    if (of_first.ccc != 0 || data::nfc_quick(of_first) != 0 ||
        of_mark.ccc == 0 || data::nfc_quick(of_mark) == 2) {
      return false;
    }
    if (first.code >= 0x80) {
      const data::decomposition* const d = decomposition_of(first.code);
      if (d != nullptr && ccc_of(d->second) > of_mark.ccc) return false;
    }
    const char32_t whole = compose(first.code, mark.code);
    formed_.clear();
    if (whole == 0) {
      formed_ = piece;
    } else {
      append_utf8(whole, formed_);
    }
    return true;
  }

  void form(std::string_view piece) {
    if (decompose_ == canonical && !options_.fold_case && !plain_.any() &&
        form_pair(piece)) {
      return;
    }
    codes_.clear();
    for (std::size_t i = 0; i < piece.size();) {
      const decoded_char c = decode_valid(piece, i);
      append_form(c.code, decompose_, codes_);
      i += c.length;
    }
    order(codes_, scratch_);
    if (options_.fold_case) fold();
    if (plain_.any()) plain();
    compose_all(codes_);
    formed_.clear();
    for (const char32_t code : codes_) append_utf8(code, formed_);
  }

  void fold() {
    folded_.clear();
    for (const char32_t code : codes_) {
      if (drops_ && ignorable(code)) continue;
      append_form(code, fold_, folded_);
    }
    codes_.swap(folded_);
    order(codes_, scratch_);
  }

  void plain() {
    folded_.clear();
    for (const char32_t code : codes_) {
      const char32_t to = plain_.map(code);
      const int times = to == '.' && code != '.' ? 3 : 1;
      for (int i = 0; i < times; ++i) folded_.push_back(to);
    }
    codes_.swap(folded_);
  }

  void copy_to(std::size_t end) {
    if (copied_ == 0) out_.text.reserve(text_.size() + text_.size() / 64);
    out_.text.append(text_, copied_, end - copied_);
    out_.changes.keep(static_cast<std::uint32_t>(end - copied_));
    copied_ = end;
  }

  const std::string_view text_;
  const normalize_options& options_;
  normalized& out_;
  plain_rules plain_;
  int decompose_ = 0, fold_ = 0;
  bool ascii_is_inert_ = true, drops_ = false, changed_ = false;
  std::size_t at_ = 0, begin_ = 0, copied_ = 0;
  char32_t before_ = 0;
  std::uint8_t last_ = 0;
  points codes_, folded_, scratch_;
  std::string formed_;
};

}  // namespace

outcome normalize(std::string_view utf8, const normalize_options& options,
                  const scan_places* doubts, normalized& out) {
  const bool only_nfc =
      !options.nfkc && !options.fold_case && !plain_rules::of(options).any();
  normalizer form(utf8, options, out);
  return only_nfc ? form.run_nfc(doubts) : form.run();
}

}  // namespace copydesk::unicode
