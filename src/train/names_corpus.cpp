// SPDX-License-Identifier: Apache-2.0
// names_corpus.cpp - the corpora of the names tagger.
//
// Idea: one table says for each corpus how much it counts, what it leaves
// unannotated, and how its spans have to be mended to meet our guideline
// (titles outside of persons, only capitalized names).
#include "train/names_corpus.hpp"

#include <algorithm>
#include <set>

#include "entities/fold.hpp"
#include "entities/tagger.hpp"
#include "model/hash.hpp"
#include "train/corpus.hpp"
#include "train/marked_texts.hpp"

namespace copydesk::train {
namespace {

std::uint64_t one(const char* name) {
  std::uint64_t b = 1;
  for (const entities::type_name& t : entities::tagged_types) {
    if (t.name == name) return b;
    b <<= 1;
  }
  return 0;
}

const std::uint64_t rare_types =
    one("NORP") | one("EVENT") | one("LAW") | one("WORK") | one("PRODUCT");

constexpr const char* articles = "own/articles";  // of src/data

struct recipe {
  const char* name;
  float weight;
  std::uint64_t open;  // types that the corpus does not annotate
  bool titles_off;     // leading titles belong to its persons
  bool only_capitals;  // its spans may be common nouns
};

std::vector<recipe> recipes() {
  const std::uint64_t rare = rare_types;
  return {
      {"own/voa_train", 1.5F, 0, false, false},
      {"own/press_train", 2, 0, false, false},
      {articles, 2, 0, false, false},
      {"wikigold", 1, 0, false, false},
      {"uner_en_ewt_dev", 1, rare, true, false},
      {"gum_train", 0.5F, rare, true, true},
      {"re3d", 0.5F, one("EVENT") | one("LAW") | one("WORK"), true, true},
      {"meantime", 0.7F, rare & ~one("PRODUCT"), true, true},
      {"wnut17_train", 0.5F, one("NORP") | one("EVENT") | one("LAW"), true,
       false},
      {"btc_train", 0.3F, rare, true, false},
      {"crossner_politics_train", 1, 0, false, false},
      {"gmb", 0.4F,
       one("EVENT") | one("LAW") | one("WORK") | one("PRODUCT") | one("FAC"),
       true, false},
      // Never shipped: for comparison alone.
      {"worldwide_train", 0, 0, false, false},
  };
}

const std::set<std::string>& titles() {
  static const std::set<std::string> all = [] {
    std::set<std::string> out;
    for (const char* t : {"mr",          "mr.",
                          "mrs",         "mrs.",
                          "ms",          "ms.",
                          "dr",          "dr.",
                          "prof",        "prof.",
                          "professor",   "sir",
                          "president",   "vice",
                          "prime",       "minister",
                          "senator",     "sen",
                          "sen.",        "rep",
                          "rep.",        "representative",
                          "congressman", "congresswoman",
                          "governor",    "gov",
                          "gov.",        "general",
                          "gen",         "gen.",
                          "lt",          "lt.",
                          "lieutenant",  "col",
                          "col.",        "colonel",
                          "major",       "maj",
                          "maj.",        "capt",
                          "capt.",       "captain",
                          "sgt",         "sgt.",
                          "sergeant",    "admiral",
                          "ayatollah",   "sheikh",
                          "king",        "queen",
                          "prince",      "princess",
                          "pope",        "cardinal",
                          "archbishop",  "bishop",
                          "judge",       "justice",
                          "secretary",   "ambassador",
                          "envoy",       "special",
                          "deputy",      "foreign",
                          "defense",     "chancellor",
                          "chairman",    "director",
                          "commander",   "mullah",
                          "imam",        "premier",
                          "rev",         "rev.",
                          "reverend",    "mayor",
                          "us",          "un",
                          "coach",       "officer",
                          "detective",   "former",
                          "the"}) {
      out.insert(t);
    }
    return out;
  }();
  return all;
}

bool capital(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Leading titles and lower-case words off; false if nothing is left.
bool mend(const std::string& text, const recipe& r, bool person, span& where) {
  if (!r.titles_off && !r.only_capitals) return true;
  std::string low;
  const auto skip_word = [&] {
    std::uint32_t at = where.begin;
    while (at < where.end && text[at] != ' ') ++at;
    while (at < where.end && text[at] == ' ') ++at;
    where.begin = at;
  };
  while (where.begin < where.end) {
    std::uint32_t at = where.begin;
    while (at < where.end && text[at] != ' ') ++at;
    low.clear();
    entities::fold(std::string_view(text).substr(where.begin, at - where.begin),
                   low);
    const bool more = at < where.end;
    const bool title = person && r.titles_off && titles().count(low) != 0;
    const bool common =
        r.only_capitals && (!capital(text[where.begin]) || low == "the");
    if ((title && more) || common) {
      skip_word();
    } else {
      break;
    }
  }
  if (where.begin >= where.end) return false;
  if (!r.only_capitals) return true;
  // A name ends with a word that has a capital or a digit.
  std::uint32_t last = where.end;
  while (last > where.begin && text[last - 1] != ' ') --last;
  return capital(text[last]) || (text[last] >= '0' && text[last] <= '9');
}

}  // namespace

std::uint64_t types_of(const std::string& name) {
  if (name == "PLACE") return one("GPE") | one("LOC") | one("FAC");
  if (name == "MISC") return rare_types | or_nothing;
  return one(name.c_str());
}

namespace {

// Longer sentences of the texts that are annotated by hand: the same texts
// stand in the silver corpus, those that measure among them.
std::set<std::uint64_t> known_sentences(const job& j) {
  std::set<std::uint64_t> out;
  for (const char* name : {"own/voa_train", "own/voa_dev"}) {
    for (const gold_document& d : read_corpus(j.data + name + ".jsonl")) {
      const text::laid_text laid = text::lay_out(d.text, text::language::en);
      for (const text::sentence& s : laid.sentences) {
        if (s.where.size() > 40) {
          out.insert(learned::hash_of(s.where.of(d.text)));
        }
      }
    }
  }
  return out;
}

bool repeats(const std::string& text, const std::set<std::uint64_t>& known) {
  const text::laid_text laid = text::lay_out(text, text::language::en);
  for (const text::sentence& s : laid.sentences) {
    if (known.count(learned::hash_of(s.where.of(text))) != 0) return true;
  }
  return false;
}

}  // namespace

std::vector<names_corpus> names_corpora(const job& j) {
  std::vector<names_corpus> out;
  for (const recipe& r : recipes()) {
    names_corpus c;
    c.name = r.name;
    c.weight = static_cast<float>(j.option(r.name, r.weight));
    c.open_types = r.open;
    if (c.weight == 0) continue;
    std::set<std::uint64_t> known;
    if (c.name == "gmb") known = known_sentences(j);
    for (gold_document& d : c.name == articles
                                ? read_articles(j.sources + "articles.txt")
                                : read_corpus(j.data + r.name + ".jsonl")) {
      if (!d.has_entities) continue;
      if (c.name == "gum_train" && d.id.find("academic") == d.id.npos &&
          d.id.find("interview") == d.id.npos &&
          d.id.find("court") == d.id.npos && d.id.find("bio") == d.id.npos &&
          d.id.find("voyage") == d.id.npos &&
          d.id.find("speech") == d.id.npos) {
        continue;
      }
      if (!known.empty() && repeats(d.text, known)) continue;
      names_document doc;
      for (const gold_entity& e : d.entities) {
        span where = e.where;
        std::uint64_t types = types_of(e.type);
        // Countries and their people are one type in the silver corpus.
        if (c.name == "gmb" && e.type == "NORP") types |= one("GPE");
        if (c.name == "gmb" && e.type == "ORG") types |= one("FAC");
        if (types == 0) continue;
        if (!mend(d.text, r, e.type == "PERSON", where)) continue;
        doc.spans.push_back({where, types});
      }
      doc.text = std::move(d.text);
      c.documents.push_back(std::move(doc));
    }
    out.push_back(std::move(c));
  }
  return out;
}

std::vector<names_corpus> bare_corpora(const job& j) {
  std::vector<names_corpus> out;
  names_corpus c;
  c.name = "polnear_train";
  c.weight = static_cast<float>(j.option(c.name, 0.3));
  if (c.weight == 0) return out;
  for (gold_document& d : read_corpus(j.data + c.name + ".jsonl")) {
    c.documents.push_back({std::move(d.text), {}});
  }
  out.push_back(std::move(c));
  return out;
}

std::vector<std::string> name_labels() {
  std::vector<std::string> out{"O"};
  for (const char* place : {"B-", "I-", "E-", "S-"}) {
    for (const entities::type_name& t : entities::tagged_types) {
      out.push_back(place + std::string(t.name));
    }
  }
  return out;
}

label_set::label_set(const std::vector<std::string>& labels)
    : labels_(labels) {}

std::uint64_t label_set::of(std::uint64_t types, char place) const {
  std::uint64_t out = 0;
  for (std::size_t i = 1; i < labels_.size(); ++i) {
    const bool fits = place == '*' || labels_[i][0] == place;
    if (fits && (types & one(labels_[i].c_str() + 2)) != 0) {
      out |= std::uint64_t{1} << i;
    }
  }
  return out;
}

std::uint64_t label_set::at_edge(std::uint64_t set, bool first) const {
  for (std::size_t i = 1; i < labels_.size(); ++i) {
    const char p = labels_[i][0];
    const bool cut = first ? p == 'I' || p == 'E' : p == 'B' || p == 'I';
    if (cut) set &= ~(std::uint64_t{1} << i);
  }
  return set == 0 ? 1 : set;
}

std::vector<std::uint64_t> allowed_labels(const text::laid_text& laid,
                                          const std::vector<span_labels>& gold,
                                          std::uint64_t open_types,
                                          const label_set& tags,
                                          std::size_t& missed) {
  const std::uint64_t base = 1 | tags.of(open_types, '*');
  std::vector<std::uint64_t> out(laid.tokens.size(), base);
  for (const span_labels& g : gold) {
    const auto first =
        std::lower_bound(laid.tokens.begin(), laid.tokens.end(), g.where.begin,
                         [](const text::token& t, std::uint32_t at) {
                           return t.where().begin < at;
                         });
    auto end = first;
    while (end != laid.tokens.end() && end->where().end <= g.where.end) ++end;
    if ((g.types & anything) != 0) {
      for (auto t = first; t != end; ++t) {
        out[static_cast<std::size_t>(t - laid.tokens.begin())] =
            1 | tags.of(all_types, '*');
      }
      continue;
    }
    if (first == laid.tokens.end() || first == end ||
        first->where().begin != g.where.begin ||
        (end - 1)->where().end != g.where.end) {
      ++missed;
      continue;
    }
    const std::uint64_t also = (g.types & or_nothing) != 0 ? base : 0;
    for (auto t = first; t != end; ++t) {
      const char place = end - first == 1 ? 'S'
                         : t == first     ? 'B'
                         : t + 1 == end   ? 'E'
                                          : 'I';
      out[static_cast<std::size_t>(t - laid.tokens.begin())] =
          tags.of(g.types, place) | also;
    }
  }
  return out;
}

}  // namespace copydesk::train
