// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Scores are integers, so every machine decides alike.
// Source: Pareti 2015 (PolNeAR's task); Newell, Margolin and Ruths 2018; the
// argument model is semantic role labelling by a chain conditioned on the
// predicate.
#include "quotes/attribution.hpp"

#include <algorithm>
#include <cmath>

#include "model/crf.hpp"
#include "model/model_data.hpp"

namespace copydesk::quotes {
namespace {

struct scores {
  std::int16_t value[16] = {};
};

scores add_up(const learned::crf& c, const feature_list& f) {
  scores s;
  for (std::size_t i = 0; i < f.count; ++i) c.add(f.values[i], s.value);
  return s;
}

// A cue is looked at closer unless its odds are worse than e^-4 or so.
constexpr float hopeless = -3.0F;

// A noun with neither source nor verb reports little: it must be surer.
constexpr float sure_noun = 0.75F;

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
      : r_(r), as_(as), cue_(m.find_crf(cue_model)),
        arguments_(m.find_crf(argument_model)),
        verdict_(m.find_crf(verdict_model)) {}

  bool ready() const { return cue_ && arguments_ && verdict_; }

  bool decide(std::uint32_t token, bool thoughts, attribution& out) {
    cue_features(r_, token, as_, features_);
    const scores first = add_up(*cue_, features_);
    const int best = std::max(first.value[speech], first.value[thought]);
    if (static_cast<float>(best) * cue_->unit() < hopeless) return false;
    look_around(r_, token, window_);
    label_arguments(*arguments_, r_, window_, as_, found_);
    verdict_features(r_, window_, found_, first.value[speech],
                     first.value[thought], as_, features_);
    const scores last = add_up(*verdict_, features_);
    const int s = last.value[speech], t = last.value[thought];
    out.what = s >= t ? speech : thought;
    if (std::max(s, t) <= 0) return false;
    if (out.what == thought && !thoughts) return false;
    out.cue = token;
    const float odds = static_cast<float>(std::max(s, t)) * verdict_->unit();
    out.confidence = 1.0F / (1.0F + std::exp(-odds));
    out.level = r_.whole_in[token];
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
      if (l == content_begin || l == content_in) {
        if (l == content_begin || out.content.empty() ||
            out.content.back().end != u[i].first) {
          out.content.push_back({u[i].first, u[i].end});
        } else {
          out.content.back().end = u[i].end;
        }
        if (u[i].quotation >= 0) out.whole.push_back(u[i].quotation);
      } else if (l == source_begin || l == source_in) {
        take_source(i, out);
      }
    }
    if (out.content.empty() && as_ == style::own) closing_words(out);
    widen_cue(out);
    tidy(out);
    if (out.source.empty() && out.confidence < sure_noun &&
        (r_.words[out.cue].flags & (cue_verb | cue_noun)) != 0 &&
        noun_here(out.cue)) {
      return false;
    }
    return !out.content.empty();
  }

  // The labels have no content, but the cue is sure: "..., she said." tells
  // what stands before its comma.
  void closing_words(attribution& out) {
    const std::vector<unit>& u = window_.units;
    const std::uint32_t c = window_.cue;
    if (out.source.empty() || out.source.end != out.cue) return;
    std::uint32_t comma = 0;
    while (comma < c && u[comma].end < out.source.first) ++comma;
    if (comma == 0 || u[comma].tag != tag_comma) return;
    if (u[comma].end != out.source.first) return;
    if (c + 1 < u.size() && u[c + 1].tag != tag_stop &&
        u[c + 1].tag != tag_comma &&
        u[c + 1].tag != static_cast<std::uint8_t>(word_tag::day) &&
        u[c + 1].tag != static_cast<std::uint8_t>(word_tag::prep)) {
      return;
    }
    out.content.push_back({u.front().first, u[comma].first});
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

  // Of several source runs the one nearest the cue stays.
  void take_source(std::uint32_t i, attribution& out) {
    const unit& u = window_.units[i];
    if (!out.source.empty() && out.source.end == u.first &&
        found_.labels[i] == source_in) {
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
      while (p.end > p.first &&
             (edge(r_, p.end - 1) && !closes_inner(p))) {
        --p.end;
      }
      if (p.end > p.first + 1 &&
          r_.tags[p.first] == static_cast<std::uint8_t>(word_tag::that) &&
          p.first > 0 && p.first >= out.cue) {
        // "that" is no part of what was said.
        if (&p == &out.content.front()) ++p.first;
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

  bool closes_inner(const token_range&) const { return false; }

  const reading& r_;
  style as_;
  const learned::crf* cue_;
  const learned::crf* arguments_;
  const learned::crf* verdict_;
  feature_list features_;
  window window_;
  arguments_found found_;
};

}  // namespace

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
  for (const text::paragraph& p : r.laid.paragraphs) {
    if (p.kind == paragraph_kind::boilerplate) continue;
    if (p.first_sentence == p.sentence_end) continue;
    const std::uint32_t end = r.laid.sentences[p.sentence_end - 1].token_end;
    for (std::uint32_t t = r.laid.sentences[p.first_sentence].first_token;
         t < end; ++t) {
      if (!is_candidate(r, t)) continue;
      attribution one;
      if (a.decide(t, thoughts, one)) out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace copydesk::quotes
