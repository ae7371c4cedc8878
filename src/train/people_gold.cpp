// SPDX-License-Identifier: Apache-2.0
// people_gold.cpp - see people_gold.hpp.
#include "train/people_gold.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace copydesk::train {
namespace {

using nlohmann::json;

const std::map<std::string, entity_type>& types() {
  static const std::map<std::string, entity_type> all = {
      {"PERSON", entity_type::person},  {"NORP", entity_type::norp},
      {"ORG", entity_type::org},        {"GPE", entity_type::gpe},
      {"PLACE", entity_type::gpe},      {"LOC", entity_type::loc},
      {"FAC", entity_type::fac},        {"EVENT", entity_type::event},
      {"LAW", entity_type::law},        {"WORK", entity_type::work},
      {"PRODUCT", entity_type::product}};
  return all;
}

std::uint32_t token_at(const text::laid_text& laid, std::uint32_t byte) {
  const auto i = std::partition_point(
      laid.tokens.begin(), laid.tokens.end(),
      [byte](const text::token& t) { return t.where().end <= byte; });
  return static_cast<std::uint32_t>(i - laid.tokens.begin());
}

entities::mention mention_of(const text::laid_text& laid, span s,
                             entity_type type) {
  entities::mention m;
  m.where = {s.begin, s.end};
  m.first_token = token_at(laid, s.begin);
  m.token_end = token_at(laid, s.end - 1) + 1;
  m.type = type;
  m.confidence = 1;
  return m;
}

void gold_entities(people_document& d) {
  for (const gold_entity& e : d.gold.entities) {
    const auto type = types().find(e.type);
    if (type == types().end()) continue;
    const entities::mention m = mention_of(d.laid, e.where, type->second);
    if (m.first_token >= m.token_end || m.token_end > d.laid.tokens.size()) {
      continue;
    }
    if (!d.found.mentions.empty() &&
        m.first_token < d.found.mentions.back().token_end) {
      continue;
    }
    d.found.mentions.push_back(m);
  }
  for (span s : d.gold.titles) {
    const entities::mention m = mention_of(d.laid, s, entity_type::person);
    d.found.titles.push_back({m.where, m.first_token, m.token_end});
  }
}

// Puts a name of GAP among the mentions, in the place of what overlaps.
void force_person(people_document& d, span s) {
  const entities::mention m = mention_of(d.laid, s, entity_type::person);
  auto& all = d.found.mentions;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const entities::mention& o) {
                             return o.first_token < m.token_end &&
                                    m.first_token < o.token_end;
                           }),
            all.end());
  all.insert(std::find_if(all.begin(), all.end(),
                          [&](const entities::mention& o) {
                            return o.first_token > m.first_token;
                          }),
             m);
}

quote_kind kind_of(const std::string& k) {
  return k == "direct"  ? quote_kind::direct
         : k == "mixed" ? quote_kind::mixed
                        : quote_kind::indirect;
}

void gold_quotes(people_document& d) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < d.gold.quotes.size(); ++i) {
    if (!d.gold.quotes[i].content.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return d.gold.quotes[a].content[0].begin <
                            d.gold.quotes[b].content[0].begin;
                   });
  for (std::size_t i : order) {
    const gold_quote& g = d.gold.quotes[i];
    quotes::quotation q;
    q.kind = kind_of(g.kind);
    for (span s : g.content) q.content.push_back({s.begin, s.end});
    if (!g.source.empty()) {
      q.has_source = true;
      q.source = {g.source[0].begin, g.source[0].end};
    }
    if (!g.cue.empty()) {
      q.has_cue = true;
      q.cue = {g.cue[0].begin, g.cue[0].end};
    }
    q.confidence = 1;
    for (std::size_t o = d.said.quotations.size(); o-- > 0;) {
      if (d.said.quotations[o].content[0].contains(q.content[0])) {
        q.parent = static_cast<std::int32_t>(o);
        break;
      }
    }
    d.said.quotations.push_back(std::move(q));
    d.quote_of.push_back(i);
  }
}

span span_of(const json& s) {
  return {s.at(0).get<std::uint32_t>(), s.at(1).get<std::uint32_t>()};
}

// ".../wiki/Ann_Lee_(actress)" -> "Ann Lee".
std::string title_in(const std::string& url) {
  const std::size_t slash = url.rfind('/');
  if (slash == std::string::npos) return {};
  std::string out;
  for (std::size_t i = slash + 1; i < url.size(); ++i) {
    if (url[i] == '(') break;
    if (url[i] == '%' && i + 2 < url.size()) {
      out.push_back(
          static_cast<char>(std::stoi(url.substr(i + 1, 2), nullptr, 16)));
      i += 2;
    } else {
      out.push_back(url[i] == '_' ? ' ' : url[i]);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// The page's title as a headline above the text.
void put_title(people_document& d) {
  const std::string head = d.pair.title + "\n\n";
  const auto by = static_cast<std::uint32_t>(head.size());
  d.gold.text = head + d.gold.text;
  for (span* s : {&d.pair.pronoun, &d.pair.a, &d.pair.b}) {
    s->begin += by;
    s->end += by;
  }
}

void read_extras(const std::string& line, people_document& d) {
  const json j = json::parse(line);
  if (j.contains("speakers")) {
    for (const json& s : j["speakers"]) {
      gold_speaker g;
      g.source = span_of(s.at("source"));
      for (const json& c : s.at("contents")) {
        g.contents.emplace_back();
        for (const json& p : c) g.contents.back().push_back(span_of(p));
      }
      if (s["name"].is_string()) g.name = s["name"].get<std::string>();
      g.kind = s.value("kind", "");
      g.pronoun = s.value("pronoun", false);
      g.quoted = s.value("quoted", false);
      g.sure = s.value("sure", false);
      d.speakers.push_back(std::move(g));
    }
  }
  if (j.contains("a_coref")) {
    d.has_pair = true;
    d.pair.pronoun = span_of(j.at("pronoun"));
    d.pair.a = span_of(j.at("a"));
    d.pair.b = span_of(j.at("b"));
    d.pair.a_coref = j.at("a_coref").get<bool>();
    d.pair.b_coref = j.at("b_coref").get<bool>();
    d.pair.title = title_in(j.value("url", ""));
  }
}

// Quotations of speakers_dev: its entries name contents and sources.
void speaker_quotes(people_document& d) {
  for (const gold_speaker& s : d.speakers) {
    for (const auto& content : s.contents) {
      gold_quote q;
      q.kind = s.quoted ? "direct" : "indirect";
      q.content = content;
      q.source = {s.source};
      d.gold.quotes.push_back(std::move(q));
    }
  }
}

const std::set<std::string>& dropped() {
  static const std::set<std::string> all = {
      "the",  "a",        "an",        "mr",        "mrs",       "ms",
      "miss", "dr",       "prof",      "professor", "president", "former",
      "vice", "prime",    "minister",  "senator",   "sen",       "rep",
      "gov",  "governor", "gen",       "general",   "sir",       "lady",
      "lord", "judge",    "justice",   "king",      "queen",     "pope",
      "rev",  "mayor",    "secretary", "chairman"};
  return all;
}

std::vector<std::string> name_words(const std::string& name) {
  std::string s = people::fold(name);
  if (s.size() > 2 && s.compare(s.size() - 2, 2, "'s") == 0) {
    s.resize(s.size() - 2);
  }
  std::vector<std::string> words;
  std::string w;
  for (char c : s + " ") {
    const auto b = static_cast<unsigned char>(c);
    if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b >= 0x80 ||
        b == '\'' || b == '-') {
      w.push_back(c);
    } else if (!w.empty()) {
      words.push_back(w);
      w.clear();
    }
  }
  while (!words.empty() && dropped().count(words[0]) != 0) {
    words.erase(words.begin());
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 < words.size() && words[i].size() == 1) continue;
    out.push_back(words[i]);
  }
  return out;
}

}  // namespace

std::vector<std::unique_ptr<people_document>> read_people(
    const std::string& path, const model& m, bool headline) {
  std::vector<gold_document> gold = read_corpus(path);
  std::ifstream in(path);
  std::string line;
  std::vector<std::unique_ptr<people_document>> out;
  for (gold_document& g : gold) {
    while (std::getline(in, line) && line.empty()) {
    }
    auto d = std::make_unique<people_document>();
    d->gold = std::move(g);
    read_extras(line, *d);
    if (headline && d->has_pair) put_title(*d);
    d->laid = text::lay_out(d->gold.text, text::language::en);
    if (d->gold.has_entities) {
      gold_entities(*d);
    } else {
      d->found = entities::find(d->laid, m, 0);
    }
    if (d->has_pair) {
      force_person(*d, d->pair.a);
      force_person(*d, d->pair.b);
    }
    if (!d->speakers.empty()) {
      speaker_quotes(*d);
      d->gold.has_quotes = true;
    }
    if (d->gold.has_quotes) {
      gold_quotes(*d);
    } else {
      d->said = quotes::find(d->laid, d->found, m);
    }
    out.push_back(std::move(d));
  }
  return out;
}

people_trace trace_people(const people_document& d,
                          const people::weight_table& weights) {
  people_trace t{people::read(d.laid, d.found, d.said), {}, {}, {}, {}};
  t.who = people::gather_names(t.read);
  people::gather_roles(t.read, t.who);
  t.said = people::follow(t.read, t.who, weights, &t.decisions);
  t.speakers = people::attribute(t.read, t.who, t.said);
  return t;
}

int same_name(const std::string& a, const std::string& b) {
  const std::vector<std::string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return 0;
  if (x == y) return 2;
  const auto& s = x.size() < y.size() ? x : y;
  const auto& l = x.size() < y.size() ? y : x;
  return std::equal(s.begin(), s.end(), l.begin()) ||
                 std::equal(s.rbegin(), s.rend(), l.rbegin())
             ? 1
             : 0;
}

}  // namespace copydesk::train
