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

// A word beside the cue, in its sentence; all zero where that ends.
struct word_beside {
  std::uint64_t tag = tag_edge, hash = 0, cluster = 0, name = 0;
};

constexpr int reach = 3;  // words to either side

// Those around the token, which is in the middle.
void look_beside(const reading& r, std::uint32_t token, std::uint32_t begin,
                 std::uint32_t end, word_beside* out) {
  const std::uint32_t from = token - std::min(token - begin, 3u);
  const std::uint32_t to = std::min(token + reach + 1, end);
  word_beside* b = out + (from + reach - token);
  for (std::uint32_t t = from; t < to; ++t, ++b) {
    const word& w = r.words[t];
    b->tag = r.whole_at(t) >= 0 ? std::uint8_t{tag_quotation} : r.tags[t];
    b->hash = w.hash;
    b->cluster = r.cluster(t);
    b->name = r.names[t] % 16u;
  }
}

// How often something stands in a stretch of text: one in each byte.
enum counted : std::uint32_t {
  cue_count = 8,
  mark_count = 16,
  that_count = 24
};
struct counted_tags {
  std::uint32_t of[256];
  constexpr counted_tags() : of() {
    of[tag_cue_verb] = of[tag_think] = 1u << cue_count;
    of[tag_left_mark] = of[tag_right_mark] = 1u << mark_count;
    of[static_cast<std::uint8_t>(word_tag::that)] = 1u << that_count;
  }
};
constexpr counted_tags counted_as;

std::uint32_t count_in(const std::uint8_t* tags, std::uint32_t n) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i < n; ++i) sum += counted_as.of[tags[i]];
  return sum;
}

constexpr std::uint32_t number_of(counted what, std::uint32_t sum) {
  return sum >> what & 0xFFu;
}

// The punctuation nearest to a token, of n that stand `step` apart from it and
// from each other.
struct near_pause {
  std::uint64_t tag = 0, far = 0;
};
near_pause find_pause(const std::uint8_t* tags, std::int32_t n, int step) {
  for (std::int32_t i = 1; i <= n; ++i) {
    const std::uint8_t g = tags[i * step];
    if (g >= tag_comma && g <= tag_other_mark) {
      return {g, bucket(static_cast<std::uint32_t>(i))};
    }
  }
  return {};
}

}  // namespace

bool is_candidate(const reading& r, std::uint32_t t) {
  const word& w = r.words[t];
  if (w.flags != 0) {
    // "her co-accused": half a word is no verb.
    static constexpr std::string_view hyphen = "-";
    return t == 0 || r.laid.tokens[t].space_before ||
           r.laid.tokens[t - 1].space_before ||
           r.laid.tokens[t - 1].where().of(r.laid.clean) != hyphen;
  }
  // A name and a colon, or a colon and a name: headlines, transcripts.
  return r.tags[t] == tag_colon;
}

void cue_features(const reading& r, std::uint32_t token, style as,
                  feature_list& to) {
  const text::sentence& s = r.laid.sentences[r.sentence_of[token]];
  const std::uint32_t b = s.first_token, e = s.token_end;
  const word& w = r.words[token];
  const std::uint64_t st = static_cast<std::uint64_t>(as);
  const std::uint64_t form = w.hash;
  const std::uint64_t lemma = w.lemma + 1u;
  const std::uint64_t cls = static_cast<std::uint64_t>(w.cue);
  const std::uint64_t flags = w.flags;
  word_beside words[2 * reach + 1];
  look_beside(r, token, b, e, words);
  const word_beside* const at = words + reach;
  const auto T = [at](int d) { return at[d].tag; };
  const auto H = [at](int d) { return at[d].hash; };
  const auto C = [at](int d) { return at[d].cluster; };
  const auto N = [at](int d) { return at[d].name; };
  const std::uint64_t end = ending(r, token);
  const std::uint64_t letters =
      static_cast<std::uint64_t>(r.laid.tokens[token].letters);
  feature_writer out(to.values.data());
  out.add(1, st);
  out.add(2, form, st);
  out.add(3, form);
  out.add(4, lemma);
  out.add(5, lemma, st);
  out.add(6, pack3(cls, flags, end, letters));
  out.add(7, form, T(-1));
  out.add(8, form, T(1));
  out.add(13, cls, pack3(T(-1), T(1), end));
  out.add(14, cls, pack3(T(-2), T(-1), end));
  out.add(15, cls, pack3(T(1), T(2), end));
  out.add(17, H(1), flags);
  out.add(18, H(-1), flags);
  out.add(19, H(2), flags);
  out.add(20, H(-2), flags);
  out.add(21, H(3), flags);
  out.add(22, H(-3), flags);
  out.add(29, lemma, H(1));
  out.add(32, lemma, pack3(T(-1), end, letters));
  // Quotations, "that", other cues in the sentence; left and right.
  constexpr std::uint32_t sight = 30;
  const std::uint8_t* const tags = r.tags.data() + token;
  const std::uint32_t before = std::min(token - b, sight);
  const std::uint32_t behind = std::min(e - token, sight) - 1;
  const std::uint32_t left = count_in(tags - before, before);
  const std::uint32_t right = count_in(tags + 1, behind);
  const auto few = [](counted what, std::uint32_t sum) {
    return std::min(number_of(what, sum), 3u);
  };
  const std::uint64_t quote_left = number_of(mark_count, left) != 0;
  const std::uint64_t quote_right = number_of(mark_count, right) != 0;
  std::uint64_t that = 0;
  if (number_of(that_count, right) != 0) {
    const auto tag = static_cast<std::uint8_t>(word_tag::that);
    for (that = 1; that < 4 && tags[that] != tag;) ++that;
  }
  const near_pause last =
      find_pause(tags, static_cast<std::int32_t>(before), -1);
  const near_pause next =
      find_pause(tags, static_cast<std::int32_t>(behind), 1);
  const std::uint64_t inside = r.whole_in[token] >= 0;
  out.add(33, form, pack3(last.tag, last.far, 0));
  out.add(35, cls, pack3(last.tag, last.far, next.tag, next.far));
  out.add(36, lemma, pack3(that, quote_left, quote_right));
  out.add(37, cls, pack3(that, quote_left, quote_right, inside));
  out.add(38, cls, pack3(few(cue_count, left), few(cue_count, right), end));
  out.add(40, lemma, pack3(bucket(token - b), 0, 0));
  out.add(41, flags, pack3(bucket(token - b), bucket(e - token), 0));
  out.add(42, lemma, inside);
  out.add(43, cls, pack3(N(-1), N(1), end));
  out.add(44, lemma, pack3(N(-1), N(1), 0));
  out.add(46, suffix(r, token), flags);
  out.add(51, pack(C(-2) / 8, C(-1) / 8), cls);
  out.add(52, pack(C(1) / 8, C(2) / 8), cls);
  out.add(54, pack(C(1), C(2) / 8), flags);
  out.add(55, pack(C(-1), C(-2) / 8), flags);
  const std::uint64_t kind =
      static_cast<std::uint64_t>(r.laid.paragraphs[s.paragraph].kind);
  out.add(48, kind, form);
  to.count = static_cast<std::size_t>(out.end() - to.values.data());
}

}  // namespace copydesk::quotes
