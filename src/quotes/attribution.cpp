// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Scores are integers, so every machine decides alike.
// Source: Pareti 2015 (PolNeAR's task); Newell, Margolin and Ruths 2018; the
// argument model is semantic role labelling by a chain conditioned on the
// predicate.
#include "quotes/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "limits.hpp"
#include "model/crf.hpp"
#include "model/model_data.hpp"

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

// An attribution without a source (a passive, a bare noun) is right in only 36
// of 100 cases when it is less sure than this.
constexpr float sure_alone = 0.8F;

// Words between an attribution and the second half of its quotation.
constexpr std::uint32_t longest_aside = 10;

// "She said ..." without labelled content is filled from this certainty on.
constexpr float sure_order = 0.75F;

bool is_mark(const reading& r, std::uint32_t t) {
  return r.tags[t] == tag_left_mark || r.tags[t] == tag_right_mark ||
         r.tags[t] == tag_other_mark;
}

bool edge(const reading& r, std::uint32_t t) {
  return is_mark(r, t) || r.tags[t] == tag_comma || r.tags[t] == tag_colon ||
         r.tags[t] == tag_semicolon || r.tags[t] == tag_dash;
}

class attributor {
 public:
  attributor(const reading& r, const model::data& m, style as)
      : r_(r),
        as_(as),
        cue_(m.find_crf(cue_model)),
        arguments_(m.find_crf(argument_model)),
        verdict_(m.find_crf(verdict_model)) {}

  // Whether the last decide() read a whole window.
  bool looked_closer() const { return looked_closer_; }
  bool ready() const { return cue_ && arguments_ && verdict_; }

  bool decide(std::uint32_t token, bool thoughts, attribution& out) {
    cue_features(r_, token, as_, features_);
    const scores first = add_up(*cue_, features_);
    looked_closer_ = !is_hopeless(*cue_, first.value);
    if (!looked_closer_) return false;
    look_around(r_, token, window_);
    label_arguments(*arguments_, r_, window_, as_, found_);
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
    tidy(out);
    check_source(out);
    if (as_ == style::own &&
        (is_hearsay(out) || is_silence(out) || is_denied(out)))
      return false;
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
    for (const std::uint32_t end = i + longest_aside; i < u.size() && i < end;
         ++i) {
      const std::uint8_t g = u[i].tag;
      if (u[i].quotation >= 0) {
        return u[i - 1].tag == tag_comma ? u[i].quotation : -1;
      }
      if (g == tag_cue_verb || g == tag_think || g == tag_ing || g == tag_ed ||
          g == tag_stop || g == tag_of(word_tag::be) ||
          g == tag_of(word_tag::modal)) {
        return -1;
      }
    }
    return -1;
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

  // A noun, or a form that can be one after a preposition or an article.
  bool noun_here(std::uint32_t t) const {
    const word& w = r_.words[t];
    if ((w.flags & cue_noun) == 0) return false;
    if ((w.flags & cue_verb) == 0) return true;
    if (t == 0) return true;
    switch (r_.words[t - 1].tag) {
      case word_tag::det:
      case word_tag::poss:
      case word_tag::of:
      case word_tag::prep:
      case word_tag::not_:
        return true;
      default:
        return false;
    }
  }

  // "couldn't say that", "did not say when": it was not said.
  bool is_denied(const attribution& a) const {
    const cue_class c = r_.words[a.cue].cue;
    if (c != cue_class::say && c != cue_class::tell) return false;
    if (a.cue == 0) return false;
    const std::string_view before =
        r_.laid.tokens[a.cue - 1].where.of(r_.laid.clean);
    const auto ends = [&](std::string_view end) {
      return before.size() > end.size() &&
             before.substr(before.size() - end.size()) == end;
    };
    return r_.words[a.cue - 1].tag == word_tag::not_ || ends("n't") ||
           ends("n\xE2\x80\x99t");
  }

  // "declined to comment": nothing was said.
  bool is_silence(const attribution& a) const {
    static constexpr std::string_view comment = "comment";
    for (std::uint32_t t = a.cue + 1; t < r_.tags.size() && t <= a.cue + 3;
         ++t) {
      if (r_.laid.tokens[t].where.of(r_.laid.clean) == comment) {
        return r_.words[a.cue].cue == cue_class::answer ||
               r_.words[a.cue].cue == cue_class::deny;
      }
    }
    return false;
  }

  // "At a meeting with Smith, Jones said": of two persons with only a comma
  // between them the one beside the cue speaks. "Moscow denies claims that":
  // who denies a claim did not make it.
  void check_source(attribution& out) {
    token_range& s = out.source;
    if (s.empty()) return;
    if (s.end <= out.cue && noun_here(out.cue)) {
      for (std::uint32_t t = s.end; t < out.cue; ++t) {
        if (opposes(r_.words[t])) {
          s = {};
          return;
        }
      }
    }
    if (s.end > out.cue) return;
    for (std::uint32_t t = s.first + 1; t + 1 < s.end; ++t) {
      if (r_.tags[t] == tag_comma && in_person(t - 1) && r_.names[t + 1] < 16 &&
          in_person(t + 1)) {
        s.first = t + 1;
      }
    }
  }
  // "They say that all wars begin in the minds of people", inside a
  // quotation: a commonplace, not somebody's words.
  bool is_hearsay(const attribution& a) const {
    static constexpr std::string_view say = "say";
    if (a.level < 0 || a.source.end != a.source.first + 1) return false;
    if (r_.laid.tokens[a.cue].where.of(r_.laid.clean) != say) return false;
    const word_tag who = r_.words[a.source.first].tag;
    return a.source.end == a.cue &&
           (who == word_tag::subject || who == word_tag::group) &&
           begins_level(a);
  }
  // Whether the source is the first word of what stands between the marks:
  // nobody has been named whom "they" could mean.
  bool begins_level(const attribution& a) const {
    return r_.pairs[static_cast<std::size_t>(a.level)].first == a.source.first;
  }
  bool in_person(std::uint32_t t) const {
    return r_.names[t] % 16 == static_cast<std::uint8_t>(entity_type::person);
  }
  static bool opposes(const word& w) {
    return (w.flags & cue_verb) != 0 &&
           (w.cue == cue_class::deny || w.cue == cue_class::criticize ||
            w.cue == cue_class::answer || w.cue == cue_class::agree);
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

  void tidy(attribution& out) {
    for (token_range& p : out.content) {
      while (p.first < p.end && edge(r_, p.first)) ++p.first;
      while (p.end > p.first && (edge(r_, p.end - 1) && !closes_inner(p))) {
        --p.end;
      }
      // "that" is no part of what was said, unless it stands in marks.
      if (p.end > p.first + 1 && &p == &out.content.front() &&
          p.first > out.cue && !is_mark(r_, p.first - 1) &&
          r_.tags[p.first] == static_cast<std::uint8_t>(word_tag::that)) {
        ++p.first;
        while (p.first < p.end && is_mark(r_, p.first)) ++p.first;
      }
    }
    out.content.erase(
        std::remove_if(out.content.begin(), out.content.end(),
                       [](const token_range& p) { return p.empty(); }),
        out.content.end());
    while (!out.source.empty() && edge(r_, out.source.first)) {
      ++out.source.first;
    }
    while (!out.source.empty() && edge(r_, out.source.end - 1)) {
      --out.source.end;
    }
  }

  // A mark that ends the piece and closes one that stands inside it: "the
  // offer "a slap in the face"" keeps both.
  bool closes_inner(const token_range& p) const {
    if (r_.tags[p.end - 1] != tag_right_mark) return false;
    for (std::uint32_t t = p.end - 1; t-- > p.first;) {
      if (r_.tags[t] == tag_left_mark) return t > p.first;
      if (r_.tags[t] == tag_right_mark) return false;
    }
    return false;
  }

  const reading& r_;
  style as_;
  const learned::crf* cue_;
  const learned::crf* arguments_;
  const learned::crf* verdict_;
  feature_list features_;
  window window_;
  arguments_found found_;
  bool looked_closer_ = false;
};

}  // namespace

bool is_hopeless(const learned::crf& c, const std::int16_t* scores) {
  const int best = std::max(scores[speech], scores[thought]);
  return static_cast<float>(best) * c.unit() < hopeless;
}

void label_arguments(const learned::crf& c, const reading& r, const window& w,
                     style as, arguments_found& out) {
  learned::crf_sequence seq(c);
  learned::crf_work work;
  const argument_view view(r, w, as);
  feature_list f;
  for (std::uint32_t i = 0; i < w.units.size(); ++i) {
    seq.next();
    view.features(i, f);
    for (std::size_t k = 0; k < f.count; ++k) seq.add(f.values[k]);
  }
  seq.decode(work);
  out.labels.resize(w.units.size());
  out.least_margin = 1000;
  for (std::uint32_t i = 0; i < w.units.size(); ++i) {
    out.labels[i] = static_cast<std::uint8_t>(seq.label(i));
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
