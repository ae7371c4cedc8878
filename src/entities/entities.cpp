// SPDX-License-Identifier: Apache-2.0
// entities.cpp - puts names, values and titles together.
//
// Idea: names come from the tagger, values from rules; where both claim a
// stretch, the longer one stays (of equals, the value); names of the caller's
// gazetteer win over both.
// Invariant: mentions are in text order and do not overlap.
#include "entities/entities.hpp"

#include <algorithm>

#include "entities/caller_names.hpp"
#include "entities/common_nouns.hpp"
#include "entities/dateline_places.hpp"
#include "entities/foreign_names.hpp"
#include "entities/foreign_titles.hpp"
#include "entities/gazetteer.hpp"
#include "entities/head_words.hpp"
#include "entities/laws.hpp"
#include "entities/name_edges.hpp"
#include "entities/one_type.hpp"
#include "entities/overlaps.hpp"
#include "entities/papers.hpp"
#include "entities/results.hpp"
#include "entities/tagger.hpp"
#include "entities/titles.hpp"
#include "entities/twin_places.hpp"
#include "entities/values.hpp"
#include "entities/words.hpp"
#include "model/model_data.hpp"

namespace copydesk::entities {
namespace {

// Is `value` an hour of the clock ("8 PM": T20:00), and not a length (PT24H)?
bool is_clock(const mention& value) {
  const std::size_t t = value.value.find('T');
  return value.type == entity_type::time && t != std::string::npos &&
         value.value.find(':', t) != std::string::npos;
}

// A name does not end in an hour: "Call me Sunday night at 8 PM".
void drop_hours(std::vector<mention>& names,
                const std::vector<mention>& values) {
  std::size_t v = 0;
  const auto ends = [&](const mention& m) {
    while (v < values.size() && values[v].where.end < m.where.end) ++v;
    return v < values.size() && values[v].where.end == m.where.end &&
           is_clock(values[v]);
  };
  names.erase(std::remove_if(names.begin(), names.end(), ends), names.end());
}

std::vector<mention> merge(std::vector<mention> names,
                           std::vector<mention> values) {
  drop_hours(names, values);
  drop(names, values, [](auto value, auto name) { return value >= name; });
  drop(values, names, [](auto, auto) { return true; });
  return joined(std::move(names), std::move(values));
}

bool bracket(std::string_view word) {
  return word.size() == 1 &&
         std::string_view("[](){}").find(word[0]) != std::string_view::npos;
}

// An editor's brackets are no part of a name: "[Blue Nile]". The word behind
// one stands as at the beginning of a sentence, so that its capital alone does
// not make a name: "[But] it".
void drop_brackets(const words& all, std::vector<mention>& names) {
  const text::laid_text& laid = all.laid();
  const auto word = [&](std::uint32_t t) {
    return laid.tokens[t].where().of(laid.clean);
  };
  const auto no_name = [&](mention& m) {
    const std::uint32_t first = m.first_token;
    while (m.first_token < m.token_end && bracket(word(m.first_token))) {
      ++m.first_token;
    }
    while (m.first_token < m.token_end && bracket(word(m.token_end - 1))) {
      --m.token_end;
    }
    for (std::uint32_t t = m.token_end; t-- > m.first_token;) {
      if (word(t) == "[") {  // The [Blue Nile]
        m.first_token = t + 1;
        break;
      }
    }
    if (m.first_token == m.token_end) return true;
    m.where = {laid.tokens[m.first_token].where().begin,
               laid.tokens[m.token_end - 1].where().end};
    if (m.first_token == first) return false;
    for (std::uint32_t t = m.first_token + 1; t < m.token_end; ++t) {
      if (all.capital(t)) return false;
    }
    return all[m.first_token].lists == 0 ||
           all.folded(m.first_token).lower_places > 0;
  };
  names.erase(std::remove_if(names.begin(), names.end(), no_name), names.end());
}

// What stands in the furniture of the page is nobody's news: "Follow us on
// Facebook".
void drop_boilerplate(const text::laid_text& laid, std::vector<mention>& from) {
  std::size_t p = 0;
  const auto furniture = [&](const mention& m) {
    while (p < laid.paragraphs.size() &&
           laid.paragraphs[p].where.end <= m.where.begin) {
      ++p;
    }
    return p < laid.paragraphs.size() &&
           laid.paragraphs[p].kind == paragraph_kind::boilerplate;
  };
  from.erase(std::remove_if(from.begin(), from.end(), furniture), from.end());
}

// A legal form at the end makes a company of what looked like a person.
void read_companies(const text::laid_text& laid, std::vector<mention>& names) {
  constexpr std::string_view forms[] = {
      "A/S",  "AB",  "AG",  "ASA",  "BV",  "Corp", "Corp.", "GmbH", "Inc",
      "Inc.", "KK",  "LLC", "LLP",  "Ltd", "Ltd.", "NV",    "OAO",  "OOO",
      "Oyj",  "PLC", "Plc", "SARL", "SE",  "SpA",  "Tbk",   "plc"};
  for (mention& m : names) {
    if (m.type == entity_type::org || m.token_end < m.first_token + 2) {
      continue;
    }
    const std::string_view last =
        laid.tokens[m.token_end - 1].where().of(laid.clean);
    if (std::find(std::begin(forms), std::end(forms), last) !=
        std::end(forms)) {
      m.type = entity_type::org;
    }
  }
}

// "Barack Obama Jr." is one name, "Jr." alone no other.
void take_generations(const words& all, std::vector<mention>& names) {
  constexpr std::string_view marks[] = {"Jr", "Jr.", "Sr", "Sr."};
  const text::laid_text& laid = all.laid();
  const auto mark = [&](std::uint32_t t) {
    return t < laid.tokens.size() &&
           std::find(std::begin(marks), std::end(marks),
                     laid.tokens[t].where().of(laid.clean)) != std::end(marks);
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    mention& m = names[i];
    const std::uint32_t end = m.token_end;
    if (m.type != entity_type::person || !mark(end)) continue;
    const text::token& t = laid.tokens[end];
    if (t.where().begin != m.where.end + 1) continue;  // a comma, a new line
    const bool free = i + 1 == names.size() || names[i + 1].first_token > end;
    if (!free) continue;
    m.token_end = end + 1;
    m.where.end = t.where().end;
  }
}

// "the Russian FM" names an office by its initials: what is left is the
// nationality or the country.
void drop_offices(const words& all, std::vector<mention>& names) {
  constexpr std::string_view offices[] = {"AG",  "CEO", "CFO", "DPM", "FM",
                                          "MEP", "MP",  "PM",  "VP"};
  const text::laid_text& laid = all.laid();
  const auto on = [&](std::uint32_t t, list l) {
    return (all[t].lists >> static_cast<int>(l) & 1) != 0;
  };
  for (mention& m : names) {
    if (m.type == entity_type::person || m.token_end < m.first_token + 2) {
      continue;
    }
    const std::uint32_t last = m.token_end - 1;
    const std::string_view office = laid.tokens[last].where().of(laid.clean);
    if (std::find(std::begin(offices), std::end(offices), office) ==
        std::end(offices)) {
      continue;
    }
    const std::uint32_t first = m.first_token;
    const bool people = on(first, list::people);
    if (last != first + 1 || (!people && !on(first, list::country))) continue;
    m.token_end = last;
    m.where.end = laid.tokens[first].where().end;
    m.type = people ? entity_type::norp : entity_type::gpe;
  }
}

}  // namespace

bool on_tokens(const text::laid_text& laid, text::clean_span where,
               entity_type type, mention& out) {
  const auto first = std::partition_point(
      laid.tokens.begin(), laid.tokens.end(),
      [&](const text::token& t) { return t.where().end <= where.begin; });
  const auto end = std::partition_point(
      first, laid.tokens.end(),
      [&](const text::token& t) { return t.where().begin < where.end; });
  if (first == end) return false;
  out.first_token = static_cast<std::uint32_t>(first - laid.tokens.begin());
  out.token_end = static_cast<std::uint32_t>(end - laid.tokens.begin());
  const auto s = std::partition_point(
      laid.sentences.begin(), laid.sentences.end(),
      [&](const text::sentence& x) { return x.token_end <= out.first_token; });
  if (s == laid.sentences.end() || s->token_end < out.token_end) return false;
  out.where = {first->where().begin, (end - 1)->where().end};
  out.type = type;
  out.confidence = 1;
  return true;
}

entities find(const text::laid_text& laid, const model& m,
              const find_options& options) {
  entities out;
  const model::data& d = m.get();
  words all(laid, d.find_table(learned::tag("GAZE")),
            d.find_table(learned::tag("CLUS")));
  std::vector<mention> names;
  const learned::crf* tagger = d.find_crf(learned::tag("ENTY"));
  if (options.given != nullptr) {
    names = *options.given;
  } else if (tagger != nullptr) {
    tag(all, *tagger, d.find_bytes(learned::tag("CALI")), names);
  }
  if (options.given == nullptr && has_foreign_names(laid.lang)) {
    read_datelines(all, names);
    names = find_foreign_names(all, names);
    drop_common_nouns(all, names);
    drop_boilerplate(laid, names);
    agree_on_types(all, names);
  } else if (options.given == nullptr && tagger != nullptr) {
    drop_brackets(all, names);
    drop_offices(all, names);
    drop_common_nouns(all, names);
    read_laws(all, names);
    read_companies(laid, names);
    take_generations(all, names);
    read_datelines(all, names);
    drop_boilerplate(laid, names);
    trim_names(all, names);
    join_twins(all, names);
    take_articles(all, names);
    read_body_appositions(all, names);
    take_last_names(all, names);
    agree_on_types(all, names);
    read_results(all, names);
    read_head_words(all, names);
    join_bodies(all, names);
    join_heads(all, names);
    read_initials(all, names);
  }
  std::vector<mention> values = find_values(laid);
  drop_boilerplate(laid, values);
  if (options.names != nullptr) {
    std::vector<mention> known = find_caller_names(all, *options.names);
    drop(names, known, [](auto, auto) { return true; });
    drop(values, known, [](auto, auto) { return true; });
    names = joined(std::move(names), std::move(known));
  }
  out.mentions = merge(std::move(names), std::move(values));
  const learned::crf* titles = d.find_crf(learned::tag("TITL"));
  if (has_foreign_names(laid.lang)) {
    out.titles = find_foreign_titles(all, out.mentions);
  } else if (titles != nullptr) {
    find_titles(all, out.mentions, *titles, out.titles);
  }
  all.give_spellings(out.spelled.of_token, out.spelled.cluster);
  out.mentions.erase(std::remove_if(out.mentions.begin(), out.mentions.end(),
                                    [&](const mention& x) {
                                      return x.confidence <
                                             options.min_confidence;
                                    }),
                     out.mentions.end());
  return out;
}

}  // namespace copydesk::entities
