// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Scores are integers, so every machine decides alike;
// refine.hpp has the last word on what the labels say.
// Invariant: an attribution that is returned has content.
// Cost: O(window) for each cue that is looked at closer.
// Source: Pareti 2015 (PolNeAR's task); Newell, Margolin and Ruths 2018; the
// argument model is semantic role labelling by a chain conditioned on the
// predicate.
#include "quotes/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "limits.hpp"
#include "model/crf.hpp"
#include "model/model_data.hpp"
#include "quotes/refine.hpp"

namespace copydesk::quotes {
namespace {

struct scores {
  std::int16_t value[16] = {};
};

scores add_up(const learned::crf& c, const feature_list& f) {
  scores s;
  c.add(f.values.data(), f.count, s.value);
  return s;
}

// A cue is looked at closer unless its odds are worse than e^-1: looking at
// more of them changes no figure on the development sets.
constexpr float hopeless = -1.0F;

// The verdict's odds from which on a cue is taken: the best F1 on the
// development sets, for the library's own conventions and for PolNeAR's.
constexpr float least_odds[] = {-0.25F, -0.5F};

// An attribution without a source (a passive, a bare noun) costs more F1 than
// it gives when it is less sure than this.
constexpr float sure_alone = 0.6F;

// Words between an attribution and the second half of its quotation.
constexpr std::uint32_t longest_aside = 10;

// "She said ..." without labelled content is filled from this certainty on.
constexpr float sure_order = 0.75F;

class attributor {
 public:
  attributor(const reading& r, const model::data& m, style as)
      : r_(r),
        as_(as),
        cue_(m.find_crf(cue_model)),
        arguments_(m.find_crf(argument_model)),
        verdict_(m.find_crf(verdict_model)) {
    if (arguments_ != nullptr) work_.emplace(*arguments_);
  }

  // Whether the last decide() read a whole window.
  bool looked_closer() const { return looked_closer_; }
  bool ready() const { return cue_ && arguments_ && verdict_; }

  bool decide(std::uint32_t token, bool thoughts, attribution& out) {
    cue_features(r_, token, as_, features_);
    const scores first = add_up(*cue_, features_);
    looked_closer_ = !is_hopeless(*cue_, first.value);
    if (!looked_closer_) return false;
    look_around(r_, token, window_);
    label_arguments(r_, window_, as_, *work_, found_);
    verdict_features(r_, window_, found_, first.value[speech],
                     first.value[thought], as_, features_);
    const scores last = add_up(*verdict_, features_);
    const int s = last.value[speech], t = last.value[thought];
    out.what = s >= t ? speech : thought;
    if (static_cast<float>(std::max(s, t)) * verdict_->unit() <=
        least_odds[static_cast<std::size_t>(as_)]) {
      return false;
    }
    if (out.what == thought && !thoughts) return false;
    out.cue = token;
    const float odds = static_cast<float>(std::max(s, t)) * verdict_->unit();
    out.confidence = 1.0F / (1.0F + std::exp(-odds));
    out.level = r_.whole_in[token];
    out.window_end = window_.end;
    return gather(out);
  }

 private:
  bool gather(attribution& out) {
    out.content.clear();
    out.whole.clear();
    out.source = {};
    out.cue_words = {out.cue, out.cue + 1};
    const std::vector<unit>& u = window_.units;
    for (std::uint32_t i = 0; i < u.size(); ++i) {
      const std::uint8_t l = found_.labels[i];
      if (is_content(l)) {
        if (is_first(l) || out.content.empty() ||
            out.content.back().end != u[i].first) {
          out.content.push_back({u[i].first, u[i].end});
        } else {
          out.content.back().end = u[i].end;
        }
        if (u[i].quotation >= 0) out.whole.push_back(u[i].quotation);
      } else if (is_source(l)) {
        take_source(i, out);
      }
    }
    if (out.content.empty() && as_ == style::own) by_word_order(out);
    keep_whole(out);
    widen_cue(out);
    trim_edges(r_, out);
    if (as_ == style::polnear) take_that(r_, out);
    check_source(r_, out);
    if (as_ == style::own && is_unsaid(r_, out)) return false;
    if (out.source.empty() && out.confidence < sure_alone &&
        as_ == style::own) {
      return false;
    }
    return !out.content.empty();
  }

  // A quotation that stands for itself beside its attribution is the content
  // alone: what the labels add on the other side of the cue, or before the
  // marks in the same piece, belongs to the narrator.
  void keep_whole(attribution& out) {
    bool alone = false;
    for (const std::int32_t p : out.whole) {
      const token_range q{r_.outer_first(p), r_.outer_end(p)};
      alone = alone || beside(q, out);
    }
    if (!alone) return;
    std::vector<token_range> kept;
    for (const std::int32_t p : out.whole) {
      if (r_.outer_end(p) <= out.cue) {
        kept.push_back({r_.outer_first(p), r_.outer_end(p)});
      }
    }
    const std::int32_t half = second_half(out);
    if (half >= 0) kept.push_back({r_.outer_first(half), r_.outer_end(half)});
    out.content = std::move(kept);
  }

  // "...," she said on Monday, "...": the quotation after the attribution's
  // comma, with no verb before it; -1 if there is none.
  std::int32_t second_half(const attribution& out) const {
    const std::vector<unit>& u = window_.units;
    std::uint32_t i = window_.cue + 1;
    if (!out.source.empty() && out.source.first > out.cue) {
      while (i < u.size() && u[i].first < out.source.end) ++i;
    }
    std::uint32_t aside = 0;  // of ", referring to the plan,"
    for (const std::uint32_t end = i + longest_aside; i < u.size() && i < end;
         ++i) {
      const std::uint8_t g = u[i].tag;
      if (u[i].quotation >= 0) {
        if (u[i - 1].tag != tag_comma) return -1;
        const bool goes_on = aside == 0 || (i > aside + 2 && lower(u[i]));
        return goes_on ? u[i].quotation : -1;
      }
      if (u[i - 1].tag == tag_comma && is_participle(u[i])) {
        aside = i;
        continue;
      }
      const bool verb =
          g == tag_cue_verb || g == tag_think || g == tag_ing || g == tag_ed;
      if ((verb && aside == 0) || g == tag_stop || g == tag_of(word_tag::be) ||
          g == tag_of(word_tag::modal)) {
        return -1;
      }
    }
    return -1;
  }

  bool is_participle(const unit& u) const {
    static constexpr std::string_view ing = "ing";
    const std::string_view w = r_.laid.tokens[u.first].where.of(r_.laid.clean);
    return w.size() > 5 && w.substr(w.size() - 3) == ing;
  }
  // Whether what the unit stands for begins with a small letter.
  bool lower(const unit& u) const {
    const pair& p = r_.pairs[static_cast<std::size_t>(u.quotation)];
    return r_.laid.tokens[p.first].letters == text::token_case::lower;
  }

  // Whether nothing but the source and cue words stands between q and the
  // cue, and q begins or ends the sentence.
  bool beside(token_range q, const attribution& out) const {
    const token_range& s = out.source;
    if (q.end <= out.cue) {
      if (q.first > window_.first) return false;
      return q.end == out.cue || (!s.empty() && q.end == s.first);
    }
    return false;
  }

  // The labels have no content, but the cue is sure: word order decides.
  // "..., she said." tells what stands before its comma, "according to her,
  // ..." what stands after it, "she said ..." what follows.
  void by_word_order(attribution& out) {
    if (out.source.empty()) return;
    const std::vector<unit>& u = window_.units;
    const std::uint32_t c = window_.cue;
    const auto n = static_cast<std::uint32_t>(u.size());
    const auto unit_at = [&](std::uint32_t token) {
      std::uint32_t i = 0;
      while (i < n && u[i].end <= token) ++i;
      return i;
    };
    std::uint32_t last = n;
    while (last > c + 1 && u[last - 1].tag == tag_stop) --last;
    if ((r_.words[out.cue].flags & cue_preposition) != 0) {
      const std::uint32_t after = unit_at(out.source.end);
      if (out.source.first < out.cue) return;
      if (c > 2 && u[c - 1].tag == tag_comma) {
        out.content.push_back({u[0].first, u[c - 1].first});
      } else if (c == 0 && after + 1 < last && u[after].tag == tag_comma) {
        out.content.push_back({u[after + 1].first, u[last - 1].end});
      }
      return;
    }
    if (out.source.end != out.cue) return;
    const std::uint32_t from = unit_at(out.source.first);
    const bool closes = c + 1 >= last || u[c + 1].tag == tag_comma ||
                        u[c + 1].tag == tag_of(word_tag::day) ||
                        u[c + 1].tag == tag_of(word_tag::prep);
    if (from > 1 && u[from - 1].tag == tag_comma && closes) {
      out.content.push_back({u[0].first, u[from - 1].first});
    } else if (c + 2 < last && out.confidence > sure_order) {
      out.content.push_back({u[c + 1].first, u[last - 1].end});
    }
  }
  static constexpr std::uint8_t tag_of(word_tag t) {
    return static_cast<std::uint8_t>(t);
  }

  // Of several source runs the one nearest the cue stays.
  void take_source(std::uint32_t i, attribution& out) {
    const unit& u = window_.units[i];
    if (!out.source.empty() && out.source.end == u.first &&
        !is_first(found_.labels[i])) {
      out.source.end = u.end;
      return;
    }
    const auto far = [&](const token_range& x) {
      return x.end <= out.cue ? out.cue - x.end : x.first - out.cue;
    };
    const token_range fresh{u.first, u.end};
    if (out.source.empty() || far(fresh) < far(out.source)) out.source = fresh;
  }

  void widen_cue(attribution& out) {
    std::uint32_t i = window_.cue;
    while (i > 0 && found_.labels[i - 1] == cue_part) --i;
    std::uint32_t j = window_.cue;
    while (j + 1 < window_.units.size() && found_.labels[j + 1] == cue_part) {
      ++j;
    }
    out.cue_words = {window_.units[i].first, window_.units[j].end};
  }

  const reading& r_;
  style as_;
  const learned::crf* cue_;
  const learned::crf* arguments_;
  const learned::crf* verdict_;
  feature_list features_;
  window window_;
  arguments_found found_;
  std::optional<argument_work> work_;
  bool looked_closer_ = false;
};

}  // namespace

bool is_hopeless(const learned::crf& c, const std::int16_t* scores) {
  const int best = std::max(scores[speech], scores[thought]);
  return static_cast<float>(best) * c.unit() < hopeless;
}

void label_arguments(const reading& r, const window& w, style as,
                     argument_work& work, arguments_found& out) {
  learned::crf_sequence& seq = work.sequence;
  seq.clear();
  work.view.look(r, w, as);
  const auto n = static_cast<std::uint32_t>(w.units.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    seq.next();
    work.view.features(i, work.features);
    seq.add(work.features.values.data(), work.features.count);
  }
  seq.decode_labels(work.decoding);
  out.labels.resize(n);
  std::uint32_t first = n;  // of those that are not outside
  for (std::uint32_t i = n; i-- > 0;) {
    out.labels[i] = static_cast<std::uint8_t>(seq.label(i));
    if (out.labels[i] != outside && i != w.cue) first = i;
  }
  out.least_margin = 1000;
  if (first == n) return;
  seq.find_margins(work.decoding, first);
  for (std::uint32_t i = first; i < n; ++i) {
    if (out.labels[i] != outside && i != w.cue) {
      out.least_margin = std::min(out.least_margin, seq.margin(i));
    }
  }
}

std::vector<attribution> attribute(const reading& r, const model& m, style as,
                                   bool thoughts) {
  std::vector<attribution> out;
  attributor a(r, m.get(), as);
  if (!a.ready()) return out;
  std::uint32_t credit = limits::max_cue_burst * limits::tokens_a_cue;
  for (const text::paragraph& p : r.laid.paragraphs) {
    if (r.laid.stopped()) break;
    if (p.kind == paragraph_kind::boilerplate) continue;
    if (p.first_sentence == p.sentence_end) continue;
    const std::uint32_t end = r.laid.sentences[p.sentence_end - 1].token_end;
    for (std::uint32_t t = r.laid.sentences[p.first_sentence].first_token;
         t < end; ++t) {
      credit =
          std::min(credit + 1, limits::max_cue_burst * limits::tokens_a_cue);
      if (!is_candidate(r, t) || credit < limits::tokens_a_cue) continue;
      attribution one;
      if (a.decide(t, thoughts, one)) out.push_back(std::move(one));
      if (a.looked_closer()) credit -= limits::tokens_a_cue;
    }
  }
  return out;
}

}  // namespace copydesk::quotes
