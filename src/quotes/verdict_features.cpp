// SPDX-License-Identifier: Apache-2.0
// Idea: what was found is told in coarse numbers: how much content and source,
// how near, and how sure the first decision was.
// Cost: O(units of the window).
#include <algorithm>

#include "quotes/feature_parts.hpp"
#include "quotes/features.hpp"

namespace copydesk::quotes {
namespace {

std::uint64_t relation(const neighbour& n) {
  if (!n.there) return 0;
  return 1u | n.my_role << 1 | n.its_role << 4 |
         static_cast<unsigned>(n.same_source) << 7 |
         static_cast<unsigned>(n.same_content) << 8;
}

}  // namespace

void verdict_features(const reading& r, const window& w,
                      const arguments_found& found, int speech_score,
                      int thought_score, const neighbours& beside, style as,
                      feature_list& to) {
  const std::size_t n = w.units.size();
  const std::uint32_t token = w.units[w.cue].first;
  const word& cue = r.words[token];
  std::uint32_t content = 0, source = 0, pieces = 0, left = 0;
  std::uint32_t content_at = 0, source_at = 0, source_size = 0;
  bool quotation = false, that = false;
  std::uint64_t first_tag = 0, head_tag = 0, before_tag = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint8_t l = found.labels[i];
    const std::uint32_t d = i < w.cue ? w.cue - i : i - w.cue;
    if (is_content(l)) {
      if (is_first(l)) {
        ++pieces;
        if (content == 0) {
          first_tag = w.units[i].tag;
          before_tag = i > 0 ? w.units[i - 1].tag : 0;
        }
      }
      ++content;
      left += i < w.cue;
      if (content_at == 0 || d < content_at) content_at = d;
      quotation = quotation || w.units[i].tag == tag_quotation ||
                  w.units[i].tag == tag_left_mark;
    }
    if (is_source(l)) {
      ++source;
      if (is_first(l)) source_size = 0;
      ++source_size;
      if (source_at == 0 || d < source_at) source_at = d;
      head_tag = w.units[i].tag;
    }
  }
  that = w.cue + 1 < n &&
         w.units[w.cue + 1].tag == static_cast<std::uint8_t>(word_tag::that);
  const auto score = [](int s) {
    return static_cast<std::uint64_t>(std::clamp(s / 16 + 32, 0, 63));
  };
  const std::uint64_t st = static_cast<std::uint64_t>(as);
  const std::uint64_t lemma = cue.lemma + 1u;
  const std::uint64_t cls = static_cast<std::uint64_t>(cue.cue);
  const std::uint64_t form = pack3(std::min(pieces, 3u), left > 0,
                                   bucket(content_at), quotation, that);
  const std::uint64_t who =
      pack3(bucket(source_at), bucket(source_size), head_tag);
  feature_writer out(to.values.data());
  const std::uint64_t s = score(speech_score), t = score(thought_score);
  out.add(201, s);
  out.add(202, t);
  out.add(203, pack3(s / 2, t / 2, 0));
  out.add(204, pack3(s / 2, st, 0));
  out.add(205, form);
  out.add(206, form, cls);
  out.add(207, who);
  out.add(208, who, cls);
  out.add(211, form, pack(s / 4, t / 4));
  out.add(212, who, pack(s / 4, t / 4));
  out.add(213, bucket(content), pack(s / 4, t / 4));
  out.add(214, lemma, pack3(pieces > 0, source > 0, left > 0));
  out.add(215, lemma, bucket(content));
  out.add(216, pack3(first_tag, before_tag, left > 0));
  out.add(217, pack3(first_tag, bucket(content_at), left > 0), lemma);
  out.add(218, pack3(pieces > 0, source > 0, st), pack(s / 4, t / 4));
  out.add(219, lemma, s / 4);
  out.add(220, lemma, t / 4);
  out.add(221, bucket(content), pack(bucket(source_size), cls));
  out.add(222, lemma, st);
  const std::uint64_t left_is = relation(beside.left);
  const std::uint64_t right_is = relation(beside.right);
  const std::uint64_t own = pack(s / 4, t / 4);
  const auto strength = [&](const neighbour& n) {
    return n.there ? score(n.score) / 4 + 1 : 0;
  };
  out.add(223, left_is, strength(beside.left));
  out.add(224, right_is, strength(beside.right));
  out.add(225, pack(left_is, strength(beside.left)), own);
  out.add(226, pack(right_is, strength(beside.right)), own);
  out.add(227, pack(left_is, right_is), st);
  out.add(228, pack(left_is, lemma), strength(beside.left));
  out.add(229, pack(right_is, lemma), strength(beside.right));
  out.add(230, pack(left_is, cls), pack(beside.left.lemma, st));
  out.add(231, pack(right_is, cls), pack(beside.right.lemma, st));
  to.count = static_cast<std::size_t>(out.end() - to.values.data());
}

}  // namespace copydesk::quotes
