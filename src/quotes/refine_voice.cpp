// SPDX-License-Identifier: Apache-2.0
// Idea: see refine.hpp. Who speaks where the verb has no subject of its own:
// in the passive it is behind "by", and a participle takes the subject of the
// verb before it.
// Invariant: content changes only where it took in the source.
// Cost: O(tokens of the sentence, at most as many as a window).
#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/refine.hpp"
#include "quotes/subjects.hpp"

namespace copydesk::quotes {
namespace {

// Verbs whose object is who is spoken to or about, and so is the subject of
// their passive.
bool takes_hearer(const word& w) {
  if ((w.flags & cue_verb) == 0) return false;
  switch (w.cue) {
    case cue_class::tell:
    case cue_class::ask:
    case cue_class::accuse:
    case cue_class::criticize:
    case cue_class::praise:
    case cue_class::order:
    case cue_class::urge:
    case cue_class::warn:
      return true;
    default:
      return false;
  }
}

// Whether a form of "be" stands before t, or before adverbs. That of "he's"
// may be a possessive.
bool behind_be(const reading& r, std::uint32_t t, std::uint32_t first) {
  while (t > first && is_adverb(r, t - 1)) --t;
  return t > first && r.words[t - 1].tag == word_tag::be &&
         r.laid.tokens[t - 1].space_before;
}

// "Reports that an old man is shouting that": the phrase right before "be".
token_range before_be(const reading& r, std::uint32_t first, std::uint32_t be) {
  constexpr std::uint32_t longest = 16;
  std::uint32_t t = be;
  for (; t > first; --t) {
    if (be - t == longest) return {};
    const std::uint8_t g = r.tags[t - 1];
    const word_tag tag = r.words[t - 1].tag;
    if (g == tag_comma || g == tag_colon || g == tag_semicolon ||
        tag == word_tag::that || tag == word_tag::coord ||
        tag == word_tag::subord) {
      break;
    }
  }
  const bool pronoun = t + 1 == be && r.words[t].tag == word_tag::subject;
  const bool phrase = t < be && phrase_end(r, t, be) == be;
  return pronoun || phrase ? token_range{t, be} : token_range{};
}

// "The agency quotes him as saying": what stands between the verb and "as".
token_range quoted_as(const reading& r, std::uint32_t first, std::uint32_t as) {
  constexpr std::uint32_t longest = 16;
  if (as - first > longest) first = as - longest;
  std::uint32_t end = as;
  if (end > first && r.tags[end - 1] == tag_comma) --end;
  for (std::uint32_t t = end; t > first; --t) {
    if (r.tags[t - 1] != tag_cue_verb) continue;
    const bool person = t < end && (r.names[t] != 0 || r.titled[t] ||
                                    r.words[t].tag == word_tag::object ||
                                    phrase_end(r, t, end) == end);
    return person ? token_range{t, end} : token_range{};
  }
  return {};
}

// "Manager stole the savings, court told": nobody is told behind the verb, so
// that it is who stands before it.
bool told_in_headline(const reading& r, const attribution& out) {
  static constexpr std::string_view told = "told";
  if (!is_word(r, out.cue, told) || out.source.empty() ||
      out.source.end != out.cue || out.content.empty() ||
      out.content.back().end > out.source.first) {
    return false;
  }
  const std::uint32_t next = out.cue + 1;
  return next >= r.laid.sentences[r.sentence_of[out.cue]].token_end ||
         r.tags[next] == tag_stop;
}

}  // namespace

void name_agent(const reading& r, attribution& out) {
  static constexpr std::string_view by = "by";
  const word& w = r.words[out.cue];
  if (!takes_hearer(w) || ends_in_ing(r, out.cue)) return;
  const text::sentence& s = r.laid.sentences[r.sentence_of[out.cue]];
  if (!behind_be(r, out.cue, s.first_token)) {
    if (told_in_headline(r, out)) out.source = {};
    return;
  }
  const std::uint32_t t = out.cue + 1;
  const bool agent =
      t + 1 < s.token_end && r.laid.tokens[t].where().of(r.laid.clean) == by;
  if (agent) {
    const std::uint32_t end = phrase_end(r, t + 1, s.token_end);
    if (end > t + 1) {
      out.source = {t + 1, end};
      for (token_range& c : out.content) {
        if (c.first >= t && c.first < end && end < c.end) c.first = end;
      }
      return;
    }
  }
  if (!out.source.empty() && out.source.end <= out.cue) out.source = {};
}

namespace {

// "summed it up as "bad," denounced it and said": one subject, several verbs of
// one tense.
bool goes_on_telling(const reading& r, const attribution& told,
                     const attribution& out) {
  if (told.level != out.level || told.cue >= out.cue ||
      told.source.end > told.cue ||
      r.sentence_of[told.cue] != r.sentence_of[out.cue]) {
    return false;
  }
  for (const token_range& c : told.content) {
    if (c.first <= out.cue && out.cue < c.end) return false;
  }
  return (r.words[told.cue].ending == word_ending::s) ==
         (r.words[out.cue].ending == word_ending::s);
}

bool is_issued(std::string_view verb) {
  return one_of(
      verb,
      {"adopted", "approved", "delivered", "drafted", "filed",   "gave",
       "issued",  "launched", "made",      "passed",  "posted",  "published",
       "read",    "released", "sent",      "signed",  "started", "submitted",
       "tabled",  "wrote",    "written"});
}

}  // namespace

void take_head(const reading& r, attribution& out) {
  constexpr std::uint32_t longest = 3;  // words before the noun
  token_range& who = out.source;
  const std::uint32_t floor =
      r.laid.sentences[r.sentence_of[out.cue]].first_token;
  if (who.empty() || who.end > out.cue || who.first < floor + 2 ||
      out.level >= 0 || ends_in_ing(r, out.cue) ||
      (r.names[who.first] == 0 && !r.titled[who.first]) ||
      r.tags[out.cue] != tag_cue_verb ||
      r.tags[who.end - 1] == tag_possessive ||
      !one_of(text_of(r, who.first - 1), {"at", "for", "of", "to", "with"})) {
    return;
  }
  for (std::uint32_t t = who.end; t < out.cue; ++t) {
    if (!is_adverb(r, t) && r.words[t].tag != word_tag::have) return;
  }
  const std::uint32_t noun = who.first - 2;
  const auto part = [&](std::uint32_t t) {
    const word_tag tag = r.words[t].tag;
    return r.laid.tokens[t].kind == text::token_kind::word &&
           (r.tags[t] == tag_lower || r.tags[t] == tag_s ||
            tag == word_tag::det || tag == word_tag::poss ||
            tag == word_tag::number || tag == word_tag::title ||
            tag == word_tag::group || tag == word_tag::document || t == floor);
  };
  if (!part(noun) || r.words[noun].tag == word_tag::det) return;
  std::uint32_t t = noun;
  while (t > floor && t + longest > noun && part(t - 1)) --t;
  const bool opens = t == floor || r.tags[t - 1] == tag_comma ||
                     r.words[t - 1].tag == word_tag::coord ||
                     r.words[t].tag == word_tag::det ||
                     r.words[t].tag == word_tag::poss;
  if (opens) who.first = t;
}

void name_issuer(const reading& r, attribution& out) {
  const token_range who = out.source;
  const text::sentence& s = r.laid.sentences[r.sentence_of[out.cue]];
  if (who.empty() || who.end != out.cue || !ends_in_ing(r, out.cue) ||
      who.first < s.first_token + 2 || out.level >= 0) {
    return;
  }
  std::uint32_t end = who.first;
  if (one_of(text_of(r, who.first), {"a", "an"})) {
    if (!is_issued(text_of(r, end - 1))) return;
  } else if (is_word(r, end - 1, "to")) {
    --end;
  } else {
    return;
  }
  const token_range issuer = subject_of(r, s.first_token, end);
  if (!issuer.empty()) out.source = issuer;
}

bool share_subject(const reading& r, const attribution* told,
                   attribution& out) {
  if (!out.source.empty() || (r.words[out.cue].flags & cue_verb) == 0 ||
      out.level >= 0 || out.content.empty() ||
      r.laid.tokens[out.cue].letters != text::token_case::lower) {
    return false;
  }
  const bool going = ends_in_ing(r, out.cue);
  if (!going && out.content.front().first < out.cue) return false;
  const text::sentence& s = r.laid.sentences[r.sentence_of[out.cue]];
  std::uint32_t t = out.cue;
  while (t > s.first_token &&
         (is_adverb(r, t - 1) ||
          (!going && r.words[t - 1].tag == word_tag::have))) {
    --t;
  }
  if (t == s.first_token) return false;
  const bool comma =
      r.tags[t - 1] == tag_comma || r.tags[t - 1] == tag_right_mark;
  const bool dash =
      r.tags[t - 1] == tag_dash && !going && r.laid.tokens[t - 1].space_before;
  // "...," said Kern, adding that; Kern said A, adding that.
  if (going && comma && told != nullptr && told->level == out.level &&
      !told->source.empty() && told->cue < out.cue &&
      told->source.end <= out.cue &&
      r.sentence_of[told->cue] == r.sentence_of[out.cue]) {
    out.source = told->source;
    return true;
  }
  const std::string_view before = text_of(r, t - 1);
  if (going && r.words[t - 1].tag == word_tag::be) {
    out.source = before_be(r, s.first_token, t - 1);
  } else if (going && one_of(before, {"as"})) {
    out.source = quoted_as(r, s.first_token, t - 1);
  } else if (going &&
             one_of(before, {"by", "while", "before", "after", "statement"})) {
    out.source = subject_of(r, s.first_token, t - 1);
  } else if (r.words[t - 1].tag == word_tag::coord && !going) {
    // "brought reactions and calls for peace"
    if (t == out.cue && (r.words[t].flags & cue_noun) != 0) return false;
    out.source = subject_of(r, s.first_token, t - 1);
  } else if (comma) {
    out.source = subject_of(r, s.first_token, going ? t - 1 : t);
    if (out.source.empty() && !going && told != nullptr &&
        goes_on_telling(r, *told, out)) {
      out.source = told->source;
    }
  } else if (dash) {
    const token_range who = subject_of(r, s.first_token, t);
    if (!who.empty() && r.tags[who.end] == tag_dash) out.source = who;
  } else if (!going && !behind_be(r, out.cue, s.first_token)) {
    // "But government publicly said that": nothing else before the verb.
    std::uint32_t first = s.first_token;
    if (r.words[first].tag == word_tag::coord) ++first;
    if (first < t && phrase_end(r, first, t) == t) out.source = {first, t};
  }
  return !out.source.empty();
}

}  // namespace copydesk::quotes
