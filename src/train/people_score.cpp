// SPDX-License-Identifier: Apache-2.0
// people_score.cpp - see people_score.hpp.
#include "train/people_score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>
#include <set>

namespace copydesk::train {
namespace {

using people::candidate;
using people::decision;

const people::weight_table* weights_in_use = &people::learned_weights();

struct tally {
  std::size_t all = 0, full = 0, loose = 0;
};

double percent(std::size_t a, std::size_t b) {
  return b == 0 ? 0.0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
}

void print(std::ostream& out, const std::string& what, const tally& t) {
  char line[120];
  std::snprintf(line, sizeof line, "%-34s n %5zu  full %5.1f  loose %5.1f\n",
                what.c_str(), t.all, percent(t.full, t.all),
                percent(t.loose, t.all));
  out << line;
}

std::string kind_of_source(const people_trace& t, std::size_t q) {
  const auto& it = t.read.said.quotations[q];
  if (!it.has_source) return "no source";
  const std::uint32_t first = t.read.token_at(it.source.begin);
  const std::uint32_t end = t.read.token_at(it.source.end - 1) + 1;
  using people::word;
  const word w = t.read.words[first];
  if (end - first == 1 &&
      (people::male_pronoun(w) || people::female_pronoun(w))) {
    return "he, she";
  }
  if (end - first == 1 && (people::plural_pronoun(w) || w == people::word::it ||
                           w == people::word::its)) {
    return "it, they";
  }
  if (end - first == 1 && w != word::other) return "other pronoun";
  for (std::uint32_t i = first; i < end; ++i) {
    const std::int32_t m = t.read.mention_at[i];
    if (m >= 0 && t.read.found.mentions[static_cast<std::size_t>(m)].type ==
                      entity_type::person) {
      return "person";
    }
  }
  for (std::uint32_t i = first; i < end; ++i) {
    if (t.read.mention_at[i] >= 0) return "other name";
  }
  return "description";
}

void show(std::ostream& out, const people_document& d, const people_trace& t,
          std::size_t q, const std::string& gold, const std::string& why) {
  const auto& it = t.read.said.quotations[q];
  const std::uint32_t at =
      it.has_source ? it.source.begin : it.content[0].begin;
  const std::uint32_t from = at > 300 ? at - 300 : 0;
  std::string context = d.gold.text.substr(from, at - from + 80);
  for (char& c : context) {
    if (c == '\n') c = '/';
  }
  out << "  [" << why << "] " << d.gold.id << " source '"
      << (it.has_source ? t.read.raw(it.source) : "") << "' gold '" << gold
      << "' got '" << t.speakers[q].text << "' " << t.speakers[q].confidence
      << "\n      ..." << context << "\n";
}

void score_own(const job& j, const model& m, const std::string& set,
               std::ostream& out) {
  const auto docs = read_people(j.data + set + ".jsonl", m);
  std::map<std::string, tally> by_kind;
  tally unnamed;
  auto errors = static_cast<int>(j.option("errors", 0));
  for (const auto& d : docs) {
    const people_trace t = trace_people(*d, *weights_in_use);
    for (std::size_t q = 0; q < t.speakers.size(); ++q) {
      const gold_quote& g = d->gold.quotes[d->quote_of[q]];
      const std::string kind = kind_of_source(t, q);
      if (g.speaker_name.empty()) {
        if (set.find("press") == std::string::npos) continue;
        ++unnamed.all;
        const bool right = t.speakers[q].name < 0;
        unnamed.full += right;
        unnamed.loose += right;
        if (!right && errors > 0) {
          --errors;
          show(out, *d, t, q, "-", "unnamed");
        }
        continue;
      }
      const int same = same_name(t.speakers[q].text, g.speaker_name);
      for (const std::string& k : {kind, std::string("all named")}) {
        ++by_kind[k].all;
        by_kind[k].full += same == 2;
        by_kind[k].loose += same >= 1;
      }
      if (same < 2 && errors > 0) {
        --errors;
        show(out, *d, t, q, g.speaker_name, kind);
      }
    }
  }
  out << set << ": speakers of gold quotations, gold names\n";
  for (const auto& [k, v] : by_kind) print(out, "  " + k, v);
  print(out, "  left unnamed", unnamed);
}

void score_speakers(const job& j, const model& m, std::ostream& out) {
  const auto docs = read_people(j.data + "speakers_dev.jsonl", m);
  std::map<std::string, tally> by_kind;
  auto errors = static_cast<int>(j.option("errors", 0));
  for (const auto& d : docs) {
    const people_trace t = trace_people(*d, *weights_in_use);
    for (const gold_speaker& g : d->speakers) {
      if (!g.sure || g.name.empty()) continue;
      int best = 0;
      std::size_t at = t.speakers.size();
      for (std::size_t q = 0; q < t.speakers.size(); ++q) {
        const auto& source = t.read.said.quotations[q].source;
        if (source.begin != g.source.begin || source.end != g.source.end) {
          continue;
        }
        at = q;
        best = std::max(best, same_name(t.speakers[q].text, g.name));
      }
      std::vector<std::string> keys = {"all", g.kind};
      if (g.kind == "person" && g.pronoun) keys.push_back("pronoun person");
      if (g.kind == "person" && g.quoted) keys.push_back("quoted person");
      for (const std::string& k : keys) {
        ++by_kind[k].all;
        by_kind[k].full += best == 2;
        by_kind[k].loose += best >= 1;
      }
      if (best < 2 && errors > 0 && at < t.speakers.size()) {
        --errors;
        show(out, *d, t, at, g.name, g.kind);
      }
    }
  }
  out << "speakers_dev: gold quotations, names as found\n";
  for (const auto& [k, v] : by_kind) print(out, "  " + k, v);
}

std::int32_t identity_at(const people_trace& t, span s) {
  const std::uint32_t token = t.read.token_at(s.begin);
  if (token >= t.read.size() || t.read.mention_at[token] < 0) return -1;
  return t.who.of_mention[static_cast<std::size_t>(t.read.mention_at[token])];
}

// What was found for the pronouns of pairs.
struct pair_tally {
  std::size_t tp = 0, sys = 0, gold = 0, merged = 0, nobody = 0, other = 0,
              all = 0;
};

void score_pair(const people_document& d, int& errors, pair_tally& out_of,
                std::ostream& out) {
  const people_trace t = trace_people(d, *weights_in_use);
  const std::uint32_t token = t.read.token_at(d.pair.pronoun.begin);
  const std::int32_t ref =
      token < t.read.size() ? t.said.asked.at(token).pronoun : -1;
  const std::int32_t a = identity_at(t, d.pair.a);
  const std::int32_t b = identity_at(t, d.pair.b);
  ++out_of.all;
  out_of.merged += a == b;
  out_of.nobody += ref < 0;
  out_of.other += ref >= 0 && ref != a && ref != b;
  const bool is_a = ref >= 0 && ref == a, is_b = ref >= 0 && ref == b;
  out_of.tp += (is_a && d.pair.a_coref) + (is_b && d.pair.b_coref);
  out_of.sys += is_a + is_b;
  out_of.gold += d.pair.a_coref + d.pair.b_coref;
  if (errors <= 0 || (is_a == d.pair.a_coref && is_b == d.pair.b_coref)) {
    return;
  }
  --errors;
  std::string got = "-";
  if (ref >= 0) {
    const auto& r = t.said.referents[static_cast<std::size_t>(ref)];
    got = r.name >= 0 ? t.who.all[static_cast<std::size_t>(r.name)].text
                      : std::string(t.read.raw(t.said.described(r).head));
  }
  std::string text = d.gold.text;
  text.insert(d.pair.pronoun.end, "]]");
  text.insert(d.pair.pronoun.begin, "[[");
  const auto name = [&](span s) {
    return d.gold.text.substr(s.begin, s.end - s.begin);
  };
  out << "  " << d.gold.id << " A " << name(d.pair.a)
      << (d.pair.a_coref ? "*" : "") << " B " << name(d.pair.b)
      << (d.pair.b_coref ? "*" : "") << " got " << got << "\n    " << text
      << "\n";
}

void print(std::ostream& out, const std::string& what, const pair_tally& t) {
  char line[160];
  std::snprintf(line, sizeof line,
                "%s: P %.1f R %.1f F1 %.1f  (a = b %zu, nobody %zu, "
                "another %zu of %zu)\n",
                what.c_str(), percent(t.tp, t.sys), percent(t.tp, t.gold),
                percent(2 * t.tp, t.sys + t.gold), t.merged, t.nobody, t.other,
                t.all);
  out << line;
}

void score_gap(const job& j, const model& m, const std::string& set,
               bool headline, std::ostream& out) {
  const auto docs = read_people(j.data + set + ".jsonl", m, headline);
  pair_tally t;
  auto errors = static_cast<int>(j.option("errors", 0));
  for (const auto& d : docs) score_pair(*d, errors, t, out);
  print(out, set + (headline ? " under the page's title" : ""), t);
}

}  // namespace

gold_answers::gold_answers(const people_document& d, const people_trace& t)
    : d_(d), t_(t) {
  for (std::size_t q = 0; q < d.said.quotations.size(); ++q) {
    if (!d.gold.has_quotes || !d.said.quotations[q].has_source) continue;
    source_at_.emplace(t.read.token_at(d.said.quotations[q].source.begin), q);
  }
}

bool gold_answers::right_candidates(const decision& made,
                                    std::vector<bool>& right) const {
  right.assign(made.candidates.size(), false);
  if (d_.has_pair) return by_pair(made, right);
  if (d_.gold.has_clusters) return by_cluster(made, right);
  return by_speaker(made, right);
}

bool gold_answers::by_speaker(const decision& made,
                              std::vector<bool>& right) const {
  const auto at = source_at_.find(made.token);
  if (at == source_at_.end()) return false;
  const bool description = made.kind == people::anaphor::description ||
                           made.kind == people::anaphor::body;
  const auto& source = d_.said.quotations[at->second].source;
  const bool one_word =
      t_.read.laid.tokens[made.token].where().end >= source.end;
  if (!description && !one_word) return false;  // "his mother"
  const gold_quote& g = d_.gold.quotes[d_.quote_of[at->second]];
  if (g.speaker_name.empty()) {
    if (!description) return false;
    for (std::size_t i = 0; i < made.candidates.size(); ++i) {
      const std::int32_t ref = made.candidates[i].referent;
      right[i] =
          ref < 0 || t_.said.referents[static_cast<std::size_t>(ref)].name < 0;
    }
    return true;
  }
  // The name itself before a part of it: "Turkish officials", not "Turkish".
  std::vector<int> same(made.candidates.size(), 0);
  int best = 1;
  for (std::size_t i = 0; i < made.candidates.size(); ++i) {
    const std::int32_t ref = made.candidates[i].referent;
    if (ref < 0) continue;
    const auto& one = t_.said.referents[static_cast<std::size_t>(ref)];
    if (one.name >= 0) {
      same[i] = same_name(t_.who.all[static_cast<std::size_t>(one.name)].text,
                          g.speaker_name);
    } else if (made.kind == people::anaphor::they ||
               made.kind == people::anaphor::it) {
      const auto& tokens = t_.read.laid.tokens;
      const people::phrase& p = t_.said.described(one);
      same[i] =
          same_name(std::string(t_.read.raw({tokens[p.begin].where().begin,
                                             tokens[p.head].where().end})),
                    g.speaker_name);
    }
    best = std::max(best, same[i]);
  }
  for (std::size_t i = 0; i < same.size(); ++i) right[i] = same[i] == best;
  return true;
}

bool gold_answers::by_pair(const decision& made,
                           std::vector<bool>& right) const {
  if (t_.read.token_at(d_.pair.pronoun.begin) != made.token) return false;
  const std::int32_t a = identity_at(t_, d_.pair.a);
  const std::int32_t b = identity_at(t_, d_.pair.b);
  if (a == b) return false;
  for (std::size_t i = 0; i < made.candidates.size(); ++i) {
    const std::int32_t ref = made.candidates[i].referent;
    if (d_.pair.a_coref) {
      right[i] = ref == a;
    } else if (d_.pair.b_coref) {
      right[i] = ref == b;
    } else {
      right[i] = ref != a && ref != b;
    }
  }
  return true;
}

int gold_answers::cluster_of(text::clean_span s) const {
  int best = -1;
  std::uint32_t size = 0xFFFFFFFFu;
  for (std::size_t c = 0; c < d_.gold.clusters.size(); ++c) {
    for (span m : d_.gold.clusters[c]) {
      if (m.begin <= s.begin && s.end <= m.end && m.end - m.begin < size) {
        size = m.end - m.begin;
        best = static_cast<int>(c);
      }
    }
  }
  return best;
}

text::clean_span gold_answers::place_of(const candidate& c) const {
  const auto& ref = t_.said.referents[static_cast<std::size_t>(c.referent)];
  if (ref.name >= 0) {
    const auto& one = t_.who.all[static_cast<std::size_t>(ref.name)];
    return t_.read.found.mentions[one.mentions[0]].where;
  }
  return t_.read.laid.tokens[t_.said.described(ref).head].where();
}

bool gold_answers::by_cluster(const decision& made,
                              std::vector<bool>& right) const {
  const text::clean_span at = t_.read.laid.tokens[made.token].where();
  int cluster = -1;
  std::uint32_t size = 0xFFFFFFFFu;
  const bool description = made.kind == people::anaphor::description ||
                           made.kind == people::anaphor::body;
  for (std::size_t c = 0; c < d_.gold.clusters.size(); ++c) {
    for (span m : d_.gold.clusters[c]) {
      if (m.begin != at.begin || (!description && m.end != at.end)) continue;
      if (m.end - m.begin < size) {
        size = m.end - m.begin;
        cluster = static_cast<int>(c);
      }
    }
  }
  if (cluster < 0) return false;
  bool some = false;
  for (std::size_t i = 0; i < made.candidates.size(); ++i) {
    if (made.candidates[i].referent < 0) continue;
    right[i] = cluster_of(place_of(made.candidates[i])) == cluster;
    some = some || right[i];
  }
  if (!some) right.back() = true;
  return true;
}

bool may_learn_from(const std::string& id) {
  if (id.compare(0, 4, "gum/") != 0) return true;
  for (const char* genre :
       {"academic", "interview", "court", "bio", "voyage", "speech"}) {
    if (id.compare(4, std::string(genre).size(), genre) == 0) return true;
  }
  return false;
}

void score_folds(const job& j,
                 const std::vector<std::unique_ptr<people_document>>& docs,
                 std::size_t folds,
                 const std::vector<people::weight_table>& weights,
                 const std::string& what, std::ostream& out) {
  pair_tally t;
  auto errors = static_cast<int>(j.option("errors", 0));
  for (std::size_t i = 0; i < docs.size(); ++i) {
    weights_in_use = &weights[i % folds];
    score_pair(*docs[i], errors, t, out);
  }
  weights_in_use = &people::learned_weights();
  print(out, what, t);
}

void score_weights(const job& j, const model& m,
                   const people::weight_table& weights, std::ostream& out) {
  weights_in_use = &weights;
  score_people(j, m, out);
  weights_in_use = &people::learned_weights();
}

void score_people(const job& j, const model& m, std::ostream& out) {
  const auto only = static_cast<int>(j.option("set", 0));
  if (only == 0 || only == 1) score_own(j, m, "own/press_dev", out);
  if (only == 0 || only == 2) score_own(j, m, "own/voa_dev", out);
  if (only == 3) score_own(j, m, "own/press_train", out);
  if (only == 4) score_own(j, m, "own/voa_train", out);
  if (only == 0 || only == 5) score_speakers(j, m, out);
  if (only == 0 || only == 6) {
    score_gap(j, m, "gap_development", false, out);
    score_gap(j, m, "gap_development", true, out);
  }
  if (only == 7) score_gap(j, m, "gap_validation", false, out);
}

}  // namespace copydesk::train
