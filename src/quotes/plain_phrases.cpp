// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. A phrase grows word by word to the right; what may
// follow is told by the language's way to join nouns.
// Cost: O(1) a call: at most 24 tokens are read, and as many again for each
// comma, of which two are passed. plain_bodies.cpp tells where a phrase ends.
#include "quotes/plain_phrases.hpp"

#include <algorithm>
#include <string_view>

#include "quotes/mark_class.hpp"
#include "quotes/plain_lists.hpp"
#include "text/capital.hpp"

namespace copydesk::quotes {
namespace {

constexpr std::uint32_t longest_phrase_words = 24;
constexpr std::uint32_t longest_apposition_words = 14;
constexpr std::uint32_t longest_bracket = 5;
constexpr std::uint32_t particle_reach = 30;
constexpr std::uint32_t clause_reach = 16;

// Whether the particle at the end of a clause and a form make a verb that
// reports: "teilte ... mit", not "teilte ... auf".
bool parts_of_one(std::string_view particle, std::string_view form) {
  char whole[48];
  if (!is_in(particle, plain_list::particle) ||
      particle.size() + form.size() > sizeof whole) {
    return false;
  }
  const auto end =
      std::copy(form.begin(), form.end(),
                std::copy(particle.begin(), particle.end(), whole));
  const word w = look_up({whole, static_cast<std::size_t>(end - whole)},
                         text::language::de);
  return (w.flags & cue_verb) != 0;
}

bool begins_as(std::string_view s, std::string_view head) {
  return s.substr(0, head.size()) == head;
}

}  // namespace

phrases::phrases(const reading& r) : r_(r) {}

std::string_view phrases::text_of(std::uint32_t t) const {
  return r_.laid.tokens[t].where().of(r_.laid.clean);
}

bool phrases::capital(std::uint32_t t) const {
  const text::token& x = r_.laid.tokens[t];
  return x.kind == text::token_kind::word && text::has_capital(x);
}

bool phrases::small(std::uint32_t t) const {
  return r_.laid.tokens[t].kind == text::token_kind::word && !capital(t);
}

bool phrases::stop(std::uint32_t t) const {
  return r_.tags[t] == tag_stop || r_.tags[t] == tag_colon ||
         r_.tags[t] == tag_semicolon;
}

// "befindet sich", "findet am Montag statt": a verb of saying that says
// nothing, as another word of its clause tells.
bool phrases::located(std::uint32_t t, std::uint32_t end) const {
  if (!german() || !is_in(text_of(t), plain_list::locates)) return false;
  const std::string_view sign =
      begins_as(text_of(t), "bef") ? std::string_view("sich") : "statt";
  for (std::uint32_t k = t; k-- > 0 && k + clause_reach > t;) {
    if (stop(k) || r_.tags[k] == tag_comma) break;
    if (text_of(k) == sign) return true;
  }
  const std::uint32_t last = std::min(end, t + clause_reach);
  for (std::uint32_t k = t + 1; k < last && !stop(k); ++k) {
    if (text_of(k) == sign) return true;
  }
  return false;
}

bool phrases::tells(std::uint32_t t, std::uint32_t end, token_range gap) const {
  const word& w = r_.words[t];
  if (german() && t + 1 < end && text_of(t + 1) == "sich" &&
      is_in(text_of(t), plain_list::shows_itself)) {
    return true;  // "...", zeigte sich X zufrieden
  }
  if ((w.flags & cue_verb) == 0 || capital(t) || helps(t)) return false;
  if (noun_here(t)) return false;
  if (romance() && is_in(text_of(t), plain_list::reads) &&
      !impersonal(t, end)) {
    return false;
  }
  if ((w.flags & cue_split) == 0) return !located(t, end);
  const std::uint32_t last = std::min(end, t + particle_reach);
  for (std::uint32_t k = t + 1; k < last; ++k) {
    if (k == gap.first && !gap.empty()) k = gap.end;
    if (k >= last) break;
    if (stop(k)) return k > t + 1 && parts_of_one(text_of(k - 1), text_of(t));
    const bool closes = k + 1 >= end || r_.tags[k + 1] == tag_comma ||
                        stop(k + 1) || is(k + 1, word_tag::that) ||
                        r_.tags[k + 1] == tag_left_mark ||
                        is(k + 1, word_tag::coord);
    if (closes && small(k) && parts_of_one(text_of(k), text_of(t))) {
      return true;
    }
  }
  return false;
}

bool phrases::helps(std::uint32_t t) const {
  return !capital(t) && (is(t, word_tag::have) || is(t, word_tag::be) ||
                         is(t, word_tag::modal));
}

// Articles of no subject.
bool phrases::oblique(std::uint32_t t) const {
  return german() && is_in(text_of(t), plain_list::oblique);
}

// A small word of German that a noun follows.
bool phrases::adjective(std::uint32_t t, std::uint32_t end) const {
  for (std::uint32_t k = t; k < end && k < t + 5; ++k) {
    if (k > t && (capital(k) || end_of_marked(k, end) != 0)) return true;
    if (r_.tags[k] == tag_comma && k > t) continue;
    if (!small(k) || helps(k)) return false;
    const word_tag g = tags_of(k);
    if (g == word_tag::coord && k > t) continue;
    if (g == word_tag::not_ || g == word_tag::adverb) continue;
    if (g != word_tag::none) return false;
    const std::string_view s = text_of(k);
    if (!ends_as(s, plain_ending::adjective)) return false;
    if ((r_.words[k].flags & cue_verb) != 0) {  // forderte, but: geplante
      return false;
    }
  }
  return false;
}

bool phrases::acts(std::uint32_t t) const {
  if (!small(t)) return false;
  if (helps(t)) return true;
  const word& w = r_.words[t];
  if ((w.flags & cue_verb) != 0 && w.tag == word_tag::none) {
    return !noun_here(t);
  }
  if (!german() || w.tag != word_tag::none) return false;
  // "Union du Travail": a small word of another language in a name.
  if (r_.laid.tokens[t].where().size() < 4 && t > 0 && capital(t - 1) &&
      t + 1 < r_.tags.size() && capital(t + 1)) {
    return false;
  }
  return joins_no_noun(t) ||
         !adjective(t, static_cast<std::uint32_t>(r_.tags.size()));
}

// "Am Abend zogen Bauern ...": no adjective, right behind a noun, unless in a
// genitive ("internationalen Rechts").
bool phrases::joins_no_noun(std::uint32_t t) const {
  const std::string_view s = text_of(t);
  if (t == 0 || !(ends_in(s, "ten") || ends_in(s, "te") || ends_in(s, "en")) ||
      !capital(t - 1) || is(t - 1, word_tag::det) ||
      is_in(text_of(t - 1), plain_list::part_of_month)) {
    return false;
  }
  if (r_.laid.sentences[r_.sentence_of[t]].first_token + 1 >= t) return false;
  return t + 1 < r_.tags.size() && !ends_in(text_of(t + 1), "s");
}

bool phrases::adjacent_noun(std::uint32_t t, std::uint32_t end) const {
  return t + 1 < end && (capital(t + 1) || adjective(t + 1, end) ||
                         end_of_marked(t + 1, end) != 0);
}

// "der (in marks) Aktion Deutschland hilft": marks that a noun phrase holds.
std::uint32_t phrases::end_of_marked(std::uint32_t t, std::uint32_t end) const {
  if (r_.tags[t] != tag_left_mark) return 0;
  const bool words = german() && t + 1 < end && small(t + 1);
  for (std::uint32_t k = t + 1; k < end && k < t + 10; ++k) {
    if (words && k > t + 4) return 0;  // somebody's words
    if (r_.tags[k] == tag_right_mark) return k > t + 1 ? k + 1 : 0;
    if (r_.tags[k] == tag_left_mark || stop(k)) return 0;
  }
  return 0;
}

bool phrases::starts(std::uint32_t t, std::uint32_t end) const {
  if (r_.laid.tokens[t].kind == text::token_kind::number) return true;
  if (end_of_marked(t, end) != 0) return true;
  if (r_.laid.tokens[t].kind != text::token_kind::word) return false;
  if (german() && capital(t) && is(t, word_tag::of) && t + 2 < end &&
      is(t + 1, word_tag::det) && capital(t + 2) &&
      in_name_of(r_, t + 2, entity_type::person)) {
    return true;  // Von der Leyen
  }
  if (oblique(t)) return false;
  if (!german() && (elided(t) || (r_.words[t].flags & cue_preposition) != 0)) {
    return false;
  }
  if (latter(t, end)) return true;
  switch (tags_of(t)) {
    case word_tag::det:
    case word_tag::poss:
    case word_tag::subject:
      return true;
    case word_tag::none:
    case word_tag::title:
    case word_tag::group:
    case word_tag::document:
      if (german()) return capital(t) || adjective(t, end);
      return !acts(t);
    default:
      return false;
  }
}

// Adverbs, reflexives, times, and phrases after a preposition.
std::uint32_t phrases::skip(std::uint32_t t, std::uint32_t end) const {
  for (int step = 0; step < 8 && t < end; ++step) {
    const word_tag g = tags_of(t);
    const bool time_ahead =
        g == word_tag::det && t + 1 < end && is(t + 1, word_tag::day);
    if (g == word_tag::adverb || g == word_tag::object || g == word_tag::not_ ||
        r_.tags[t] == tag_dash || elided(t) || how(t) ||
        (text_of(t) == "t" && r_.laid.lang == text::language::fr)) {
      ++t;
    } else if (g == word_tag::day || time_ahead) {
      t += time_ahead ? 2 : 1;
      while (t < end && (r_.laid.tokens[t].kind == text::token_kind::number ||
                         is(t, word_tag::day))) {
        ++t;
      }
    } else if (g == word_tag::prep && small(t)) {
      ++t;
      while (t < end && (is(t, word_tag::det) || is(t, word_tag::poss))) ++t;
      const bool day = t < end && is(t, word_tag::day);
      while (t < end && german() && adjective(t, end)) ++t;
      if (t < end) ++t;
      while (!german() && t + 1 < end && r_.tags[t] == tag_dash &&
             !r_.laid.tokens[t].space_before &&
             !r_.laid.tokens[t + 1].space_before) {
        t += 2;  // la conference-debat
      }
      // en sus redes sociales el cantante
      if (romance() && !day && t + 1 < end && small(t) &&
          is(t, word_tag::none) && !acts(t) &&
          (is(t + 1, word_tag::det) || is(t + 1, word_tag::poss))) {
        ++t;
      }
      while (t < end && (r_.laid.tokens[t].kind == text::token_kind::number ||
                         is(t, word_tag::day))) {
        ++t;
      }
      // in der Zeitung "Welt"; a la agencia Efe
      if (!day && t < end && end_of_marked(t, end) != 0) {
        t = end_of_marked(t, end);
      }
      while (!day && t + 1 < end && is(t, word_tag::of)) t += 2;
    } else {
      break;
    }
  }
  return t;
}

std::uint32_t phrases::bracket(std::uint32_t t, std::uint32_t end) const {
  if (r_.tags[t] != tag_left_bracket) return 0;
  for (std::uint32_t k = t + 1; k < end && k <= t + longest_bracket; ++k) {
    if (r_.tags[k] == tag_right_bracket) return k + 1;
    if (stop(k)) return 0;
  }
  return 0;
}

// The end of the second phrase between commas, the comma outside.
std::uint32_t phrases::apposition(std::uint32_t comma,
                                  std::uint32_t end) const {
  std::uint32_t t = comma + 1;
  if (t >= end) return 0;
  const bool number = r_.laid.tokens[t].kind == text::token_kind::number;
  if (number || !starts(t, end) || is(t, word_tag::subject)) {
    if (!(german() && capital(t))) return 0;
  }
  const std::uint32_t last = std::min(end, t + longest_apposition_words);
  std::uint32_t k = t;
  while (k < last) {
    if (r_.tags[k] == tag_comma || stop(k)) break;
    const std::uint32_t marked = end_of_marked(k, end);
    if (marked != 0) {
      k = marked;
      continue;
    }
    if (r_.tags[k] == tag_left_mark || r_.tags[k] == tag_right_mark) break;
    const word_tag g = tags_of(k);
    if (acts(k) || g == word_tag::that || g == word_tag::subord ||
        g == word_tag::subject || (g == word_tag::what && k > t) ||
        text_of(k).substr(0, 3) == "qu'") {
      return 0;
    }
    ++k;
  }
  if (k >= last && k < end) return 0;
  const bool noun_last = !german() || capital(k - 1) ||
                         r_.tags[k - 1] == tag_right_bracket ||
                         r_.tags[k - 1] == tag_right_mark;
  return k > t && noun_last ? k : 0;
}

// "Relativierend", "Schriftlich" at the beginning of a sentence.
bool phrases::manner(std::uint32_t t) const {
  if (!german() || !capital(t)) return false;
  if (is_in(text_of(t), plain_list::part_of_month)) {
    return t + 1 < r_.tags.size() && is(t + 1, word_tag::day);
  }
  if (r_.laid.sentences[r_.sentence_of[t]].first_token != t) return false;
  const std::string_view s = text_of(t);
  if (ends_in(s, "ierend")) return true;
  if (r_.names[t] != 0) return false;
  return ends_as(s, plain_ending::manner);
}

token_range phrases::forward(std::uint32_t begin, std::uint32_t end,
                             bool alone) const {
  const std::uint32_t t = skip(begin, end);
  if (t >= end || !starts(t, end)) return {};
  return {t, body(t, end, alone)};
}

token_range phrases::backward(std::uint32_t begin, std::uint32_t end) const {
  while (begin < end &&
         (is(begin, word_tag::adverb) || manner(begin) ||
          is(begin, word_tag::coord) || r_.tags[begin] == tag_comma ||
          r_.tags[begin] == tag_dash)) {
    ++begin;
  }
  begin = behind_participle(begin, end);
  const bool closed = end > begin && r_.tags[end - 1] == tag_comma;
  while (end > begin &&
         (r_.tags[end - 1] == tag_comma || is(end - 1, word_tag::object) ||
          is(end - 1, word_tag::not_) || helps(end - 1) ||
          (is(end - 1, word_tag::adverb) && small(end - 1)))) {
    --end;
  }
  if (begin >= end || end - begin > 2 * longest_phrase_words) return {};
  if (!starts(begin, end)) return {};
  const token_range lead{begin, body(begin, end, false)};
  if (lead.empty() || lead.end == end) return lead;
  // "Passend zum Wetter sagte ...": no name, and no noun that takes one.
  if (german() && lead.end == begin + 1 && is(lead.end, word_tag::prep) &&
      r_.names[begin] == 0 &&
      !is_in(text_of(lead.end), plain_list::joins_name)) {
    return {};
  }
  for (std::uint32_t t = lead.end; t < end; ++t) {
    if (acts(t) || is(t, word_tag::that) || is(t, word_tag::subord) ||
        is(t, word_tag::subject)) {
      // A clause about the subject, closed by a comma before the verb.
      return closed && r_.tags[lead.end] == tag_comma ? lead : token_range{};
    }
  }
  // "Theo Kitz vom Bankhaus Merck": a preposition's phrase belongs to it, but
  // not "Ein Kommissar nach der Festnahme".
  if (german() && is_in(text_of(lead.end), plain_list::goes_to)) {
    return lead;
  }
  if (!german() && is_in(text_of(lead.end), plain_list::time_preposition)) {
    return lead;
  }
  return {begin, end};
}

}  // namespace copydesk::quotes
