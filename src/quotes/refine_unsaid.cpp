// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. What looks like a report and tells nothing.
// Cost: O(tokens of the content) a call.
#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/refine.hpp"

namespace copydesk::quotes {
namespace {

// "couldn't say that", "did not say when": it was not said.
bool is_denied(const reading& r, const attribution& a) {
  const cue_class c = r.words[a.cue].cue;
  if (c != cue_class::say && c != cue_class::tell) return false;
  if (a.cue == 0) return false;
  const std::string_view before =
      r.laid.tokens[a.cue - 1].where().of(r.laid.clean);
  return r.words[a.cue - 1].tag == word_tag::not_ || ends_in(before, "n't") ||
         ends_in(before, "n\xE2\x80\x99t");
}

// "Asked whether it was safe, she said": only what she said counts.
bool is_prompt(const reading& r, const attribution& a) {
  return a.source.empty() && r.words[a.cue].cue == cue_class::ask &&
         r.laid.tokens[a.cue].letters == text::token_case::title;
}

// "disagrees with claims that": what somebody thinks of it was not said.
bool is_discord(const reading& r, const attribution& a) {
  static constexpr std::string_view stem = "disagree";
  const std::string_view w = r.laid.tokens[a.cue].where().of(r.laid.clean);
  return w.substr(0, stem.size()) == stem;
}

// "who asked not to be named": how somebody spoke, not what.
bool is_shyness(const reading& r, const attribution& a) {
  const auto at = [&](std::uint32_t t) {
    return t < r.tags.size() ? r.laid.tokens[t].where().of(r.laid.clean)
                             : std::string_view();
  };
  static constexpr std::string_view be = "be";
  if (r.words[a.cue].cue != cue_class::ask) return false;
  for (std::uint32_t t = a.cue + 1; t < a.cue + 4; ++t) {
    if (at(t) != be) continue;
    for (const std::string_view how :
         {"named", "identified", "quoted", "cited"}) {
      if (at(t + 1) == how) return true;
    }
  }
  return false;
}

// "said goodbye to the old bridge", "said good-bye"
bool is_farewell(const reading& r, const attribution& a) {
  const std::string_view next = text_of(r, a.cue + 1);
  if (r.words[a.cue].cue != cue_class::say) return false;
  if (one_of(next, {"goodbye", "good-bye", "farewell"})) return true;
  return one_of(next, {"good"}) && one_of(text_of(r, a.cue + 2), {"-", "bye"});
}

// "argued with a guard", "reports to the board", "pointed at the door", "said
// nothing", "called home its envoy": the verb in another sense.
bool is_other_sense(const reading& r, const attribution& a) {
  const std::string_view w = text_of(r, a.cue), next = text_of(r, a.cue + 1);
  const cue_class c = r.words[a.cue].cue;
  if (one_of(next, {"nothing"})) return c == cue_class::say;
  if (one_of(next, {"with"})) {
    return one_of(w, {"argue", "argues", "argued", "arguing"});
  }
  if (one_of(next, {"to"})) return one_of(w, {"report", "reports"});
  if (one_of(next, {"at"})) return one_of(w, {"pointed", "pointing", "points"});
  return one_of(next, {"home"}) && one_of(w, {"call", "calls", "called"});
}

// "called Kern", "called her to ask for help": by telephone, or to come.
bool is_telephone(const reading& r, const attribution& a) {
  if (!one_of(text_of(r, a.cue), {"call", "calls", "called", "calling"}) ||
      a.content.size() != 1 || a.content.front().first != a.cue + 1) {
    return false;
  }
  const token_range c = a.content.front();
  if (one_of(text_of(r, c.first), {"her", "him", "me", "them", "us"})) {
    return c.end == c.first + 1 || r.words[c.first + 1].tag == word_tag::to;
  }
  std::uint32_t t = c.first;
  while (t < c.end && in_name_of(r, t, entity_type::person)) ++t;
  if (t == c.first || t == c.end) return t > c.first;
  if (r.tags[t] != tag_comma) return false;
  while (++t < c.end) {  // "Kern, his rival, a liar"
    if (r.tags[t] == tag_comma || r.tags[t] == tag_left_mark) return false;
  }
  return true;
}

// "The sanctions announced Tuesday block the firms": what was announced, and
// what it does.
bool is_attribute(const reading& r, const attribution& a) {
  if (r.words[a.cue].cue != cue_class::announce ||
      r.words[a.cue].ending != word_ending::ed) {
    return false;
  }
  const bool person = !a.source.empty() &&
                      (in_name_of(r, a.source.end - 1, entity_type::person) ||
                       r.words[a.source.first].tag == word_tag::subject);
  std::uint32_t t = a.cue + 1;
  if (is_word(r, t, "on")) ++t;
  return !person && t + 1 < r.tags.size() && r.words[t].tag == word_tag::day &&
         is_auxiliary(r.tags[t + 1]);
}

bool is_refusal(std::string_view w) {
  static constexpr std::string_view declined = "declin", refused = "refus";
  return w.substr(0, declined.size()) == declined ||
         w.substr(0, refused.size()) == refused;
}

// "identified himself as a lieutenant": who somebody was, not what he told.
bool is_introduction(const reading& r, const attribution& a) {
  static constexpr std::string_view identify = "identif",
                                    introduce = "introduc";
  const std::string_view w = text_of(r, a.cue);
  const bool introduces = w.substr(0, identify.size()) == identify ||
                          w.substr(0, introduce.size()) == introduce;
  return introduces &&
         one_of(text_of(r, a.cue + 1), {"himself", "herself", "themselves"});
}

// "declined to comment", "refused to say who": nothing was said.
bool is_silence(const reading& r, const attribution& a) {
  static constexpr std::string_view comment = "comment";
  const auto at = [&](std::uint32_t t) {
    return r.laid.tokens[t].where().of(r.laid.clean);
  };
  const auto n = static_cast<std::uint32_t>(r.tags.size());
  for (std::uint32_t t = a.cue + 1; t < n && t <= a.cue + 3; ++t) {
    if (at(t) == comment) {
      return r.words[a.cue].cue == cue_class::answer ||
             r.words[a.cue].cue == cue_class::deny;
    }
  }
  const auto told = [&](std::uint32_t t) {
    return t < n && (r.words[t].cue == cue_class::say ||
                     r.words[t].cue == cue_class::answer);
  };
  const auto to = [&](std::uint32_t t) {
    return t < n && r.words[t].tag == word_tag::to;
  };
  if (is_refusal(at(a.cue))) return to(a.cue + 1) && told(a.cue + 2);
  return told(a.cue) && a.cue > 1 && to(a.cue - 1) && is_refusal(at(a.cue - 2));
}

// Whether the source is the first word of what stands between the marks:
// nobody has been named whom "they" could mean.
bool begins_level(const reading& r, const attribution& a) {
  return r.pairs[static_cast<std::size_t>(a.level)].first == a.source.first;
}

// "They say that all wars begin in the minds of people", inside a
// quotation: a commonplace, not somebody's words.
bool is_hearsay(const reading& r, const attribution& a) {
  static constexpr std::string_view say = "say";
  if (a.level < 0 || a.source.end != a.source.first + 1) return false;
  if (r.laid.tokens[a.cue].where().of(r.laid.clean) != say) return false;
  const word_tag who = r.words[a.source.first].tag;
  return a.source.end == a.cue &&
         (who == word_tag::subject || who == word_tag::group) &&
         begins_level(r, a);
}

// "You must go there soon, I say.": all that stands between the marks, told by
// the one who says it.
bool is_emphasis(const reading& r, const attribution& a) {
  if (a.content.empty() || a.level < 0 || a.source.end != a.source.first + 1)
    return false;
  if (!one_of(text_of(r, a.source.first), {"I", "we"})) return false;
  const pair& around = r.pairs[static_cast<std::size_t>(a.level)];
  return a.content.front().first == around.first &&
         a.cue + 1 == before_stop(r, around.first, around.end);
}

}  // namespace

bool is_unsaid(const reading& r, const attribution& a) {
  return is_prompt(r, a) || is_shyness(r, a) || is_discord(r, a) ||
         is_hearsay(r, a) || is_silence(r, a) || is_denied(r, a) ||
         is_introduction(r, a) || is_farewell(r, a) || is_other_sense(r, a) ||
         is_emphasis(r, a) || is_telephone(r, a) || is_attribute(r, a);
}

}  // namespace copydesk::quotes
