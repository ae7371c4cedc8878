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
#include "quotes/marked_words.hpp"
#include "quotes/refine.hpp"
#include "quotes/sightings.hpp"
#include "quotes/statements.hpp"
#include "quotes/word_order.hpp"
#include "text/room.hpp"

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

// The verdict's odds above which a cue is taken: the best on development sets.
constexpr float least_odds[] = {-0.25F, -0.1F};

// The same for one that the words around tell.
constexpr float least_plain = -2.0F;

// The same within a quotation, where hardly anything is a report; and for "he
// says" and "he told me" there.
constexpr float least_inside = 2.2F;
constexpr float least_told_inside = 0.9F;

// What PolNeAR's conventions, learned from three times as many texts, refuse
// with these odds is no cue of the own ones either unless they are sure.
constexpr float refused = -0.8F;
constexpr float sure_odds = 2.0F;

// An attribution without a source (a passive, a noun) must be as sure as this.
constexpr float sure_alone = 0.65F;

// A claim that somebody else denies ("rejects claims that") must be surer.
constexpr float sure_denied = 0.9F;

// The odds of a cue whose paragraph leads to a statement.
constexpr float least_awaiting = -3;

// Words between an attribution and the second half of its quotation.
constexpr std::uint32_t longest_aside = 10;

bool tells(const attribution& a, std::int32_t p) {
  return std::count(a.whole.begin(), a.whole.end(), p) != 0;
}

class attributor {
 public:
  attributor(const reading& r, const model::data& m, style as, bool thoughts)
      : r_(r),
        as_(as),
        thoughts_(thoughts),
        marked_(r),
        verdict_(m.find_crf(verdict_model)) {
    const learned::crf* cues = m.find_crf(cue_model);
    const learned::crf* arguments = m.find_crf(argument_model);
    if (cues != nullptr && arguments != nullptr)
      seen_.emplace(*cues, *arguments);
  }

  bool ready() const { return seen_ && verdict_ != nullptr; }

  // Whether the candidate was worth a closer look; it is judged later.
  bool look(std::uint32_t token) { return seen_->look(r_, token, as_, true); }
  bool full() const { return seen_->size() >= limits::max_sightings; }

  // Judges what was looked at, in text order.
  void judge(std::vector<attribution>& out) {
    for (std::size_t i = 0; i < seen_->size(); ++i) {
      attribution one;
      told_ = out.empty() ? nullptr : &out.back();
      if (!decide(i, one)) continue;
      if (!out.empty() && !set_apart(r_, out.back(), one)) continue;
      text::make_room_if_full(out, one.cue, r_.laid.tokens.size() - one.cue);
      out.push_back(std::move(one));
    }
    seen_->clear();
  }

 private:
  bool decide(std::size_t i, attribution& out) {
    const sighting& at = seen_->at(i);
    window_ = &at.around;
    found_ = &at.found;
    verdict_features(r_, at.around, at.found, at.speech, at.thought,
                     seen_->beside(r_, i), as_, features_);
    const scores last = add_up(*verdict_, features_);
    const int s = last.value[speech], t = last.value[thought];
    const float odds = static_cast<float>(std::max(s, t)) * verdict_->unit();
    out.what = s >= t ? speech : thought;
    unsure_ = odds <= least_of(at.token);
    if (unsure_ && (odds <= least_awaiting || !before_colon(at.token) ||
                    !awaits_statement(r_, at.token))) {
      return false;
    }
    if (out.what == thought && !thoughts_) return false;
    if (as_ == style::own && odds < sure_odds && is_refused(i)) return false;
    // "The director of the Norland Forecast"
    if (as_ == style::own && r_.names[at.token] != 0) return false;
    out.cue = at.token;
    out.confidence = 1.0F / (1.0F + std::exp(-odds));
    out.level = r_.whole_in[at.token];
    out.window_first = at.around.first;
    out.window_end = at.around.end;
    return gather(out);
  }

  float least_of(std::uint32_t cue) const {
    if (is_plain(r_, cue)) return least_plain;
    if (as_ != style::own || r_.whole_in[cue] < 0) {
      return least_odds[static_cast<std::size_t>(as_)];
    }
    const cue_class c = r_.words[cue].cue;
    const bool told = c == cue_class::say || c == cue_class::tell;
    return told ? least_told_inside : least_inside;
  }

  bool before_colon(std::uint32_t cue) const {
    return cue + 1 < r_.tags.size() && r_.tags[cue + 1] == tag_colon;
  }

  bool is_refused(std::size_t i) {
    const sighting& at = seen_->at(i);
    verdict_features(r_, at.around, at.found, at.speech, at.thought,
                     seen_->beside(r_, i), style::polnear, features_);
    const scores last = add_up(*verdict_, features_);
    const auto best = std::max(last.value[speech], last.value[thought]);
    return best * verdict_->unit() < refused;
  }

  bool gather(attribution& out) {
    out.content.clear();
    out.whole.clear();
    out.source = {};
    out.cue_words = {out.cue, out.cue + 1};
    const std::vector<unit>& u = window_->units;
    for (std::uint32_t i = 0; i < u.size(); ++i) {
      const std::uint8_t l = found_->labels[i];
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
    const bool awaits = out.whole.empty() && awaits_statement(r_, out.cue) &&
                        (out.content.empty() || before_colon(out.cue));
    if (unsure_ && !awaits) return false;
    if (awaits) out.content.clear();
    if (as_ == style::own && !awaits) fill_by_word_order(r_, *window_, out);
    take_subject(r_, *window_, out);
    turn_around(r_, *window_, out);
    end_with_marks(r_, out);
    lead_off(out);
    widen_cue(out);
    begin_behind_cue(r_, out);
    keep_whole(out);
    begin_outside_marks(r_, out);
    begin_at_marks(r_, out);
    end_at_marks(r_, out);
    leave_main_clause(r_, out);
    end_at_main_verb(r_, out);
    trim_edges(r_, out);
    source_behind(r_, out);
    begin_at_that(r_, out);
    finish_main_clause(r_, out);
    mend_pieces(r_, out, as_ == style::own);
    leave_narrator(r_, out);
    take_that(r_, out, as_ == style::own);
    name_agent(r_, out);
    turn_back(r_, out);
    part_source(r_, out);
    const bool told = !out.source.empty();
    check_source(r_, out);
    if (told_ != nullptr) share_source(r_, *told_, out);
    name_issuer(r_, out);
    take_head(r_, out);
    const bool lent = share_subject(r_, told_, out);
    cut_subject(r_, out);
    part_source(r_, out);
    if (awaits && out.content.empty()) take_statement(r_, out);
    const float least = told ? sure_denied : sure_alone;
    const bool unsure = (lent || out.source.empty()) &&
                        out.confidence < least && !is_plain(r_, out.cue);
    if (as_ == style::own && (unsure || is_unsaid(r_, out))) return false;
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
    if (half >= 0) {
      kept.push_back({r_.outer_first(half), r_.outer_end(half)});
      if (!tells(out, half)) out.whole.push_back(half);
    }
    out.content = std::move(kept);
  }

  // "...!" his niece, a lawyer, shouted: who tells, where the labels took it
  // for content.
  void lead_off(attribution& out) const {
    const std::int32_t p = window_->units.front().quotation;
    if (p < 0) return;
    token_range cue;
    const token_range who =
        marked_.teller(r_.pairs[static_cast<std::size_t>(p)], cue);
    if (who.empty() || cue.first != out.cue || who.end > out.cue) return;
    bool taken = !tells(out, p);
    for (const token_range& c : out.content) {
      taken = taken || (c.first < who.end && who.first < c.end);
    }
    if (!taken) return;
    out.source = who;
    out.content.assign(1, {r_.outer_first(p), r_.outer_end(p)});
    out.whole.assign(1, p);
  }

  // "...," she said on Monday, "...": the quotation after the attribution's
  // comma, with no verb before it; -1 if there is none.
  std::int32_t second_half(const attribution& out) const {
    const std::vector<unit>& u = window_->units;
    std::uint32_t i = window_->cue + 1;
    if (!out.source.empty() && out.source.first > out.cue) {
      while (i < u.size() && u[i].first < out.source.end) ++i;
    }
    std::uint32_t aside = 0;  // of ", referring to the plan,"
    for (const std::uint32_t end = i + longest_aside; i < u.size() && i < end;
         ++i) {
      const std::uint8_t g = u[i].tag;
      if (u[i].quotation >= 0) {
        // "...," he said, but "..."
        const bool joined = i > 1 && u[i - 1].tag == tag_of(word_tag::coord) &&
                            u[i - 2].tag == tag_comma;
        if (u[i - 1].tag != tag_comma && !joined) return -1;
        const bool goes_on = aside == 0 || (i > aside + 2 && lower(u[i]));
        return goes_on ? u[i].quotation : -1;
      }
      if (u[i - 1].tag == tag_comma && ends_in_ing(r_, u[i].first)) {
        aside = i;
        continue;
      }
      // A verb, but for "with a grin".
      const bool noun = u[i - 1].tag == tag_of(word_tag::det) ||
                        u[i - 1].tag == tag_of(word_tag::poss);
      const bool verb = !noun && (g == tag_cue_verb || g == tag_think ||
                                  g == tag_ing || g == tag_ed);
      if ((verb && aside == 0) || g == tag_stop || g == tag_of(word_tag::be) ||
          g == tag_of(word_tag::modal)) {
        return -1;
      }
    }
    return -1;
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
      if (q.first > window_->first && r_.tags[q.first - 1] != tag_colon) {
        return false;
      }
      return q.end == out.cue || (!s.empty() && q.end == s.first);
    }
    return false;
  }

  // Of several source runs the one nearest the cue stays.
  void take_source(std::uint32_t i, attribution& out) {
    const unit& u = window_->units[i];
    if (!out.source.empty() && out.source.end == u.first &&
        !is_first(found_->labels[i])) {
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
    std::uint32_t i = window_->cue, j = i;
    while (i > 0 && found_->labels[i - 1] == cue_part) --i;
    while (j + 1 < window_->units.size() && found_->labels[j + 1] == cue_part) {
      ++j;
    }
    out.cue_words = {window_->units[i].first, window_->units[j].end};
  }

  const reading& r_;
  style as_;
  bool thoughts_;
  const marked_words marked_;
  const learned::crf* verdict_;
  std::optional<sightings> seen_;
  feature_list features_;
  const attribution* told_ = nullptr;  // the one before
  bool unsure_ = false;                // a cue but for the colon behind it
  const window* window_ = nullptr;     // of the sighting in hand
  const arguments_found* found_ = nullptr;
};

}  // namespace

std::vector<attribution> attribute(const reading& r, const model& m, style as,
                                   bool thoughts) {
  std::vector<attribution> out;
  attributor a(r, m.get(), as, thoughts);
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
      if (a.look(t)) credit -= limits::tokens_a_cue;
      if (a.full()) a.judge(out);
    }
    a.judge(out);
  }
  return out;
}

}  // namespace copydesk::quotes
