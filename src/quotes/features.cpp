// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Words count by their lower-cased hash, everything else
// by coarse tag, so that rare words still say something. What makes a span is
// mostly its edges: the punctuation, function words and marks beside it, and
// how many of them lie between it and the cue.
#include "quotes/features.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/feature_parts.hpp"

namespace copydesk::quotes {
namespace {

std::uint8_t tag_at(const reading& r, std::int64_t t, std::uint32_t begin,
                    std::uint32_t end) {
  if (t < begin || t >= end) return tag_edge;
  const auto i = static_cast<std::size_t>(t);
  const std::int32_t p = r.whole_at(i);
  if (p >= 0) return tag_quotation;
  return r.tags[i];
}

std::uint32_t hash_at(const reading& r, std::int64_t t, std::uint32_t begin,
                      std::uint32_t end) {
  if (t < begin || t >= end) return 0;
  return r.words[static_cast<std::size_t>(t)].hash;
}

// Ending of the form: what tense and person it can be.
std::uint64_t ending(const reading& r, std::uint32_t t) {
  const std::string_view s = r.laid.tokens[t].where.of(r.laid.clean);
  const auto n = s.size();
  if (n > 4 && s.substr(n - 3) == "ing") return 1;
  if (n > 3 && s.substr(n - 2) == "ed") return 2;
  if (n > 2 && s[n - 1] == 's') return 3;
  if (n > 2 && s[n - 1] == 'n') return 4;
  return 5;
}

std::uint64_t suffix(const reading& r, std::uint32_t t) {
  const std::string_view s = r.laid.tokens[t].where.of(r.laid.clean);
  return learned::hash_of(s.size() > 3 ? s.substr(s.size() - 3) : s);
}

}  // namespace

bool is_candidate(const reading& r, std::uint32_t t) {
  const word& w = r.words[t];
  if (w.flags != 0) return true;
  // A name and a colon, or a colon and a name: headlines, transcripts.
  return r.tags[t] == tag_colon;
}

void cue_features(const reading& r, std::uint32_t token, style as,
                  feature_list& to) {
  const text::sentence& s = r.laid.sentences[r.sentence_of[token]];
  const std::uint32_t b = s.first_token, e = s.token_end;
  const std::int64_t t = token;
  const word& w = r.words[token];
  const std::uint64_t st = static_cast<std::uint64_t>(as);
  const std::uint64_t form = w.hash;
  const std::uint64_t lemma = w.lemma + 1u;
  const std::uint64_t cls = static_cast<std::uint64_t>(w.cue);
  const std::uint64_t flags = w.flags;
  const auto T = [&](int d) {
    return static_cast<std::uint64_t>(tag_at(r, t + d, b, e));
  };
  const auto H = [&](int d) {
    return static_cast<std::uint64_t>(hash_at(r, t + d, b, e));
  };
  const auto C = [&](int d) -> std::uint64_t {
    const std::int64_t i = t + d;
    return i < b || i >= e ? 0 : r.cluster(static_cast<std::size_t>(i));
  };
  const std::uint64_t end = ending(r, token);
  const std::uint64_t letters =
      static_cast<std::uint64_t>(r.laid.tokens[token].letters);
  feature_writer out(to);
  out.add(1, st);
  out.add(2, form, st);
  out.add(3, form);
  out.add(4, lemma);
  out.add(5, lemma, st);
  out.add(6, pack3(cls, flags, end, letters));
  out.add(7, form, T(-1));
  out.add(8, form, T(1));
  out.add(9, form, pack(T(-1), T(1)));
  out.add(10, lemma, pack(T(-1), T(1)));
  out.add(11, form, H(1));
  out.add(12, form, H(-1));
  out.add(13, cls, pack3(T(-1), T(1), end));
  out.add(14, cls, pack3(T(-2), T(-1), end));
  out.add(15, cls, pack3(T(1), T(2), end));
  out.add(16, cls, pack3(T(-2), T(-1), T(1), T(2)));
  out.add(17, H(1), flags);
  out.add(18, H(-1), flags);
  out.add(19, H(2), flags);
  out.add(20, H(-2), flags);
  out.add(21, H(3), flags);
  out.add(22, H(-3), flags);
  out.add(23, learned::mix(H(1), H(2)), flags);
  out.add(24, learned::mix(H(-2), H(-1)), flags);
  out.add(25, form, pack(T(1), T(2)));
  out.add(26, form, pack(T(-2), T(-1)));
  out.add(27, pack3(T(-3), T(-2), T(-1), flags, end));
  out.add(28, pack3(T(1), T(2), T(3), flags, end));
  out.add(29, lemma, H(1));
  out.add(30, lemma, H(2));
  out.add(31, lemma, H(-1));
  out.add(32, lemma, pack3(T(-1), end, letters));
  // Quotations, "that", other cues in the sentence; left and right.
  std::uint32_t left_commas = 0, right_commas = 0, left_cues = 0,
                right_cues = 0, that = 0, quote_left = 0, quote_right = 0;
  std::uint64_t last_punct = 0, next_punct = 0, last_at = 0, next_at = 0;
  const std::uint32_t lo = token > b + 30 ? token - 30 : b;
  const std::uint32_t hi = std::min(e, token + 30);
  for (std::uint32_t i = token; i-- > lo;) {
    const std::uint8_t g = r.tags[i];
    left_commas += g == tag_comma;
    left_cues += g == tag_cue_verb || g == tag_think;
    quote_left |= g == tag_right_mark || g == tag_left_mark;
    if (last_punct == 0 && g >= tag_comma && g <= tag_other_mark) {
      last_punct = g;
      last_at = bucket(token - i);
    }
  }
  for (std::uint32_t i = token + 1; i < hi; ++i) {
    const std::uint8_t g = r.tags[i];
    right_commas += g == tag_comma;
    right_cues += g == tag_cue_verb || g == tag_think;
    quote_right |= g == tag_right_mark || g == tag_left_mark;
    if (that == 0 && g == static_cast<std::uint8_t>(word_tag::that)) {
      that = std::min(i - token, 4u);
    }
    if (next_punct == 0 && g >= tag_comma && g <= tag_other_mark) {
      next_punct = g;
      next_at = bucket(i - token);
    }
  }
  const std::uint64_t inside = r.whole_in[token] >= 0;
  out.add(33, form, pack3(last_punct, last_at, 0));
  out.add(34, form, pack3(next_punct, next_at, 0));
  out.add(35, cls, pack3(last_punct, last_at, next_punct, next_at));
  out.add(36, lemma, pack3(that, quote_left, quote_right));
  out.add(37, cls, pack3(that, quote_left, quote_right, inside));
  out.add(38, cls,
          pack3(std::min(left_cues, 3u), std::min(right_cues, 3u), end));
  out.add(39, flags,
          pack3(std::min(left_commas, 3u), std::min(right_commas, 3u), end));
  out.add(40, lemma, pack3(bucket(token - b), 0, 0));
  out.add(41, flags, pack3(bucket(token - b), bucket(e - token), 0));
  out.add(42, lemma, inside);
  // Names beside.
  const auto N = [&](int d) -> std::uint64_t {
    const std::int64_t i = t + d;
    return i < b || i >= e ? 0 : r.names[static_cast<std::size_t>(i)] % 16u;
  };
  out.add(43, cls, pack3(N(-1), N(1), end));
  out.add(44, lemma, pack3(N(-1), N(1), 0));
  out.add(45, flags, pack3(N(-2), N(-1), N(1), N(2)));
  out.add(46, suffix(r, token), flags);
  out.add(49, pack(C(-1), C(1)), flags);
  out.add(50, pack(C(-1) / 8, C(1) / 8), lemma);
  out.add(51, pack(C(-2) / 8, C(-1) / 8), cls);
  out.add(52, pack(C(1) / 8, C(2) / 8), cls);
  out.add(53, C(0), pack3(T(-1), T(1), end));
  out.add(54, pack(C(1), C(2) / 8), flags);
  out.add(55, pack(C(-1), C(-2) / 8), flags);
  const std::uint64_t kind =
      static_cast<std::uint64_t>(r.laid.paragraphs[s.paragraph].kind);
  out.add(47, pack3(kind, flags, end));
  out.add(48, kind, form);
}

void argument_view::look(const reading& r, const window& w, style as) {
  r_ = &r;
  w_ = &w;
  as_ = as;
  const std::size_t n = w.units.size();
  sums_.resize(n + 1);
  last_.resize(n);
  next_.resize(n);
  counts c{};
  std::uint16_t last = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint8_t g = w.units[i].tag;
    sums_[i] = c;
    last_[i] = last;
    if (g == tag_comma || g == tag_semicolon || g == tag_dash) ++c.commas;
    if (i != w.cue && is_verbal(g)) ++c.verbs;
    if (g == tag_quotation || g == tag_left_mark) ++c.quotations;
    if (g == static_cast<std::uint8_t>(word_tag::that) ||
        g == static_cast<std::uint8_t>(word_tag::subord) ||
        g == static_cast<std::uint8_t>(word_tag::what)) {
      ++c.thats;
    }
    if (g == static_cast<std::uint8_t>(word_tag::coord)) ++c.links;
    if (g == tag_left_bracket) ++c.brackets;
    if (g >= tag_comma && g <= tag_other_mark) {
      last = static_cast<std::uint16_t>(i + 1);
    }
  }
  sums_[n] = c;
  std::uint16_t next = static_cast<std::uint16_t>(n);
  for (std::size_t i = n; i-- > 0;) {
    next_[i] = next;
    const std::uint8_t g = w.units[i].tag;
    if (g >= tag_comma && g <= tag_other_mark) {
      next = static_cast<std::uint16_t>(i);
    }
  }
  const std::uint32_t token = w.units[w.cue].first;
  cue_ = r.words[token];
  cue_form_ = ending(r, token);
  const auto tag = [&](std::int64_t i) -> std::uint64_t {
    if (i < 0 || i >= static_cast<std::int64_t>(n)) return tag_edge;
    return w.units[static_cast<std::size_t>(i)].tag;
  };
  const std::int64_t at = w.cue;
  around_ = pack3(tag(at - 1), tag(at + 1), 0);
  const counts& here = sums_[w.cue];
  const std::uint64_t q_left = here.quotations > 0;
  const std::uint64_t q_right = c.quotations > here.quotations;
  const std::uint64_t tail = std::min<std::uint64_t>(n - w.cue, 5);
  const std::uint64_t head = std::min<std::uint64_t>(w.cue, 4);
  shape_ = pack3(q_left | q_right << 1, tail, head,
                 std::min<std::uint64_t>(here.commas, 2));
}

std::uint64_t argument_view::between(std::uint32_t i) const {
  const std::uint32_t lo = std::min(i, w_->cue), hi = std::max(i, w_->cue);
  const counts& a = sums_[std::min(lo + 1, hi)];
  const counts& b = sums_[hi];
  const auto d = [](std::uint16_t x, std::uint16_t y, int most) {
    return static_cast<std::uint64_t>(std::min(y - x, most));
  };
  return d(a.commas, b.commas, 3) | d(a.verbs, b.verbs, 2) << 2 |
         d(a.quotations, b.quotations, 1) << 4 | d(a.thats, b.thats, 1) << 5 |
         d(a.links, b.links, 1) << 6 | d(a.brackets, b.brackets, 1) << 7;
}

void argument_view::features(std::uint32_t i, feature_list& to) const {
  const std::vector<unit>& u = w_->units;
  const std::int64_t n = static_cast<std::int64_t>(u.size());
  const std::int64_t at = i;
  const auto T = [&](int d) -> std::uint64_t {
    const std::int64_t k = at + d;
    if (k < 0 || k >= n) return tag_edge;
    return u[static_cast<std::size_t>(k)].tag;
  };
  const auto H = [&](int d) -> std::uint64_t {
    const std::int64_t k = at + d;
    return k < 0 || k >= n ? 1 : u[static_cast<std::size_t>(k)].hash;
  };
  const std::uint64_t side = i < w_->cue ? 1 : i > w_->cue ? 2 : 3;
  const std::uint32_t apart = i < w_->cue ? w_->cue - i : i - w_->cue;
  const std::uint64_t far = bucket(apart) | side << 4;
  const std::uint64_t cls = static_cast<std::uint64_t>(cue_.cue);
  const std::uint64_t lemma = cue_.lemma + 1u;
  const std::uint64_t sig = between(i) | side << 8;
  const std::uint64_t st = static_cast<std::uint64_t>(as_);
  const std::uint64_t name = u[i].name;
  const std::uint64_t lastd = last_[i] == 0 ? 15 : bucket(i + 1u - last_[i]);
  const std::uint64_t lastp = last_[i] == 0 ? 0 : u[last_[i] - 1u].tag;
  const std::uint64_t nextd = bucket(next_[i] - i);
  const std::uint64_t nextp = next_[i] >= n ? 0 : u[next_[i]].tag;
  feature_writer out(to);
  out.add(101, pack(far, T(0), st));
  out.add(102, H(0), side);
  out.add(103, pack3(T(-1), T(0), T(1), side));
  out.add(104, pack3(T(-1), T(0), side), cls);
  out.add(105, pack(T(0), lemma, side));
  out.add(106, pack(sig, T(0)));
  out.add(107, pack(sig, T(-1), T(0)));
  if (apart <= 5) {
    out.add(108, pack(far, T(0), lemma, st));
    out.add(109, H(0), pack(far, cls, st));
    std::uint64_t path = far;
    const std::uint32_t lo = std::min(i, w_->cue), hi = std::max(i, w_->cue);
    for (std::uint32_t k = lo; k <= hi; ++k) {
      path = learned::mix(path, u[k].tag);
    }
    out.add(110, path);
    out.add(111, path, lemma);
  }
  out.add(112, pack(around_, T(0), sig));
  out.add(113, learned::mix(H(-1), H(0)), side);
  out.add(114, learned::mix(H(0), H(1)), side);
  out.add(115, pack(shape_, T(0)), sig);
  out.add(116, pack3(std::min<std::uint64_t>(i, 3), side, T(0), T(1)), shape_);
  out.add(117, suffix(*r_, u[i].first), side);
  out.add(118, pack3(lastp, lastd, side, T(0)), sig);
  out.add(119, pack3(nextp, nextd, side, T(0)));
  out.add(120, H(-1), side);
  out.add(121, H(1), side);
  out.add(122, pack3(name, side, T(-1), T(1)));
  out.add(123, pack(name, sig));
  out.add(124, pack3(T(-2), T(-1), T(0), side));
  out.add(125, pack3(T(0), T(1), T(2), side));
  out.add(126, pack3(lastp, lastd, nextp, side, T(0)), cls);
  out.add(127, pack(far, cls, cue_form_));
  out.add(128, pack(sig, cls, T(0), cue_form_));
  out.add(129, pack(sig, lemma, T(-1)));
  out.add(130, pack3(r_->titled[u[i].first], name, side, T(-1), T(1)));
  const auto C = [&](int d) -> std::uint64_t {
    const std::int64_t k = at + d;
    return k < 0 || k >= n ? 0 : u[static_cast<std::size_t>(k)].cluster;
  };
  out.add(133, C(0), pack(side, T(-1), T(1)));
  out.add(134, pack(C(-1) / 8, C(0) / 8, C(1) / 8), side);
  out.add(135, pack(C(0), C(1) / 8), side);
  out.add(136, pack(C(-1) / 8, C(0)), side);
  out.add(137, C(0) / 8, sig);
  out.add(131, H(0), pack(sig, cls));
  out.add(132, H(-1), pack(sig, cls));
}

}  // namespace copydesk::quotes
