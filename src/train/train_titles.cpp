// SPDX-License-Identifier: Apache-2.0
// train_titles.cpp - learns which words beside a person are a title. Part
// "titles", section TITL; needs GAZE and CLUS of the base model.
#include <algorithm>
#include <cstdio>
#include <ostream>
#include <set>

#include "entities/titles.hpp"
#include "entities/words.hpp"
#include "model/model_data.hpp"
#include "train/corpus.hpp"
#include "train/crf_trainer.hpp"
#include "train/marked_texts.hpp"
#include "train/names_corpus.hpp"
#include "train/part.hpp"

namespace copydesk::train {
namespace {

using entities::mention;

// The annotated names as if they had been found.
std::vector<mention> gold_mentions(const text::laid_text& laid,
                                   const gold_document& d) {
  std::vector<mention> out;
  std::vector<gold_entity> sorted = d.entities;
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.where.begin < b.where.begin;
  });
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(laid.tokens.size());
  for (const gold_entity& e : sorted) {
    mention m;
    while (at < size && laid.tokens[at].where().begin < e.where.begin) ++at;
    std::uint32_t end = at;
    while (end < size && laid.tokens[end].where().end <= e.where.end) ++end;
    if (at == end) continue;
    m.first_token = at;
    m.token_end = end;
    m.where = {laid.tokens[at].where().begin, laid.tokens[end - 1].where().end};
    bool known = false;
    for (const auto& t : {std::pair("PERSON", entity_type::person),
                          {"NORP", entity_type::norp},
                          {"ORG", entity_type::org},
                          {"GPE", entity_type::gpe},
                          {"LOC", entity_type::loc},
                          {"FAC", entity_type::fac},
                          {"EVENT", entity_type::event},
                          {"LAW", entity_type::law},
                          {"WORK", entity_type::work},
                          {"PRODUCT", entity_type::product},
                          {"DATE", entity_type::date},
                          {"TIME", entity_type::time},
                          {"MONEY", entity_type::money},
                          {"PERCENT", entity_type::percent},
                          {"QUANTITY", entity_type::quantity}}) {
      if (e.type == t.first) {
        m.type = t.second;
        known = true;
      }
    }
    if (known) out.push_back(m);
  }
  return out;
}

void train(const job& j, learned::model_writer& out) {
  learned::model_writer base;
  for (const char* name : {"GAZE", "CLUS"}) {
    const std::uint32_t t =
        name[0] == 'G' ? learned::tag("GAZE") : learned::tag("CLUS");
    if (!out.get(t).empty()) {
      base.set(t, learned::section_kind::table, std::string(out.get(t)));
    }
  }
  const auto lists = model::load(base.finish("lists"));
  if (!lists) return;
  const model::data& d = lists.value().get();
  crf_trainer trainer({"O", "B-TITLE", "I-TITLE", "E-TITLE", "S-TITLE"});
  std::size_t missed = 0, titles = 0;
  std::vector<std::vector<gold_document>> sets;
  for (const char* name : {"own/voa_train", "own/press_train"}) {
    sets.push_back(read_corpus(j.data + name + ".jsonl"));
  }
  sets.push_back(read_articles(j.sources + "articles.txt"));
  for (const auto& set : sets) {
    for (const gold_document& g : set) {
      const text::laid_text laid = text::lay_out(g.text, text::language::en);
      const entities::words all(laid, d.find_table(learned::tag("GAZE")),
                                d.find_table(learned::tag("CLUS")));
      std::vector<std::uint32_t> labels(laid.tokens.size(), 0);
      for (const span& s : g.titles) {
        std::uint32_t at = 0;
        while (at < laid.tokens.size() &&
               laid.tokens[at].where().begin < s.begin) {
          ++at;
        }
        std::uint32_t end = at;
        while (end < laid.tokens.size() &&
               laid.tokens[end].where().end <= s.end) {
          ++end;
        }
        ++titles;
        if (at == end || laid.tokens[at].where().begin != s.begin ||
            laid.tokens[end - 1].where().end != s.end) {
          ++missed;
          continue;
        }
        for (std::uint32_t i = at; i < end; ++i) {
          labels[i] = end - at == 1 ? 4 : i == at ? 1 : i + 1 == end ? 3 : 2;
        }
      }
      const std::vector<mention> mentions = gold_mentions(laid, g);
      const entities::beside_names names = entities::mark_names(laid, mentions);
      for (const entities::title_window& w :
           entities::find_title_windows(laid, mentions)) {
        trainer.begin();
        for (std::uint32_t i = w.first; i < w.end; ++i) {
          std::uint32_t l = labels[i];
          // Cut by the window: outside.
          if (i == w.first && (l == 2 || l == 3)) l = 0;
          if (i + 1 == w.end && (l == 1 || l == 2)) l = 0;
          trainer.next(crf_trainer::only(l));
          entities::title_features(all, names, w, i,
                                   [&](std::uint64_t f) { trainer.add(f); });
        }
      }
    }
  }
  if (j.tell) {
    j.tell(std::to_string(titles) + " titles, " + std::to_string(missed) +
           " inside tokens");
  }
  crf_options o;
  o.seed = j.seed;
  o.epochs = std::max(1, static_cast<int>(6 * j.scale));
  o.epochs_pruned = std::max(1, static_cast<int>(3 * j.scale));
  o.rate = 0.1F;
  o.max_rows = static_cast<std::uint32_t>(j.option("title_rows", 16000));
  out.set(learned::tag("TITL"), learned::section_kind::crf,
          trainer.train(o, j.tell));
}

void score(const job& j, const model& m, std::ostream& out) {
  for (const char* name : {"own/voa_dev", "own/press_dev"}) {
    int right = 0, gold = 0, system = 0;
    for (const gold_document& g : read_corpus(j.data + name + ".jsonl")) {
      const text::laid_text laid = text::lay_out(g.text, text::language::en);
      std::set<std::pair<std::uint32_t, std::uint32_t>> wanted;
      for (const span& s : g.titles) wanted.emplace(s.begin, s.end);
      gold += static_cast<int>(wanted.size());
      for (const entities::title& t : entities::find(laid, m, 0).titles) {
        ++system;
        const bool hit = wanted.count({t.where.begin, t.where.end}) != 0;
        right += hit ? 1 : 0;
        if (!hit && j.option("errors", 0) != 0) {
          out << "wrong\t" << t.where.of(g.text) << '\n';
        }
      }
    }
    char line[120];
    std::snprintf(line, sizeof line,
                  "%-24s %6.2f  TITLE (%d), precision %.1f recall %.1f\n", name,
                  200.0 * right / (gold + system), gold, 100.0 * right / system,
                  100.0 * right / gold);
    out << line;
  }
}

const register_part titles(
    {"titles", "titles beside persons (section TITL)", {"TITL"}, train, score});

}  // namespace
}  // namespace copydesk::train
