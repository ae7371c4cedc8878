// SPDX-License-Identifier: Apache-2.0
// train_entities.cpp - learns the names tagger. Part "entities", sections
// GAZE (lists of names) and ENTY (weights).
//
// Idea: corpora of several guidelines teach one tagger. Each corpus says which
// of our types its labels may stand for and which types it leaves
// unannotated; a token then carries the set of labels that its annotation
// allows (see crf_trainer.hpp).
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "entities/features.hpp"
#include "entities/one_type.hpp"
#include "entities/tagger.hpp"
#include "entities/words.hpp"
#include "model/model_data.hpp"
#include "text/laid_text.hpp"
#include "train/calibration.hpp"
#include "train/corpus.hpp"
#include "train/crf_trainer.hpp"
#include "train/lists.hpp"
#include "train/names_corpus.hpp"
#include "train/names_score.hpp"
#include "train/part.hpp"
#include "train/random_numbers.hpp"
#include "train/renamed.hpp"

namespace copydesk::train {
namespace {

using entities::focus;
using entities::island;
using entities::words;

// Sends the features of a document's islands to the trainer.
class teacher {
 public:
  teacher(const model& lists, crf_trainer& out)
      : tags_(out.labels()),
        out_(out),
        lists_(lists.get().find_table(learned::tag("GAZE"))),
        clusters_(lists.get().find_table(learned::tag("CLUS"))) {}

  void teach(const std::string& text, const std::vector<span_labels>& gold,
             std::uint64_t open_types, float weight) {
    const text::laid_text laid = text::lay_out(text, text::language::en);
    const words all(laid, lists_, clusters_);
    const std::vector<std::uint64_t> allowed =
        allowed_labels(laid, gold, open_types, tags_, missed_);
    std::vector<island> islands;
    for (std::uint32_t s = 0; s < laid.sentences.size(); ++s) {
      islands.clear();
      entities::find_islands(all, s, islands);
      for (const island& i : islands) {
        out_.begin(weight * importance(i, allowed));
        focus at;
        at.first = laid.sentences[s].first_token;
        at.end = laid.sentences[s].token_end;
        at.letters = all.case_of(s);
        for (std::uint32_t t = i.first; t < i.end; ++t) {
          at.token = t;
          std::uint64_t a = allowed[t];
          if (t == i.first) a = opened(a, true);
          if (t + 1 == i.end) a = opened(a, false);
          out_.next(a);
          add_features(all, at);
        }
      }
    }
  }

  std::size_t missed() const { return missed_; }

  // How often islands count that hold a name of a rare type.
  void set_rare_weight(float w) { rare_weight_ = w; }

 private:
  float importance(const island& i,
                   const std::vector<std::uint64_t>& allowed) const {
    for (std::uint32_t t = i.first; t < i.end; ++t) {
      if ((allowed[t] & 1) == 0 && (allowed[t] & ~rare_) == 0) {
        return rare_weight_;
      }
    }
    return 1;
  }

  // A name that the island cuts off cannot be learned there: outside.
  std::uint64_t opened(std::uint64_t a, bool first) const {
    return tags_.at_edge(a, first);
  }

  void add_features(const words& all, const focus& at) {
    const auto add = [this](std::uint64_t f) { out_.add(f); };
    const bool caseless = at.letters == entities::sentence_case::none;
    for (int slot = 0; slot < entities::slot_count; ++slot) {
      const std::int64_t i =
          static_cast<std::int64_t>(at.token) + slot - entities::own_slot;
      const bool there = i >= at.first && i < at.end;
      entities::single_features(
          there ? &all[static_cast<std::uint32_t>(i)] : nullptr, slot, caseless,
          add);
    }
    entities::joint_features(all, at, add);
  }

  label_set tags_;
  crf_trainer& out_;
  const learned::table* lists_;
  const learned::table* clusters_;
  const std::uint64_t rare_ =
      tags_.of(types_of("FAC") | types_of("EVENT") | types_of("LAW") |
                   types_of("WORK") | types_of("PRODUCT"),
               '*');
  float rare_weight_ = 1;
  std::size_t missed_ = 0;
};

// A model of what is needed to make features.
model with_lists(const learned::model_writer& w) {
  learned::model_writer out;
  out.set(learned::tag("GAZE"), learned::section_kind::table,
          std::string(w.get(learned::tag("GAZE"))));
  const std::string_view clusters = w.get(learned::tag("CLUS"));
  if (!clusters.empty()) {
    out.set(learned::tag("CLUS"), learned::section_kind::table,
            std::string(clusters));
  }
  auto m = model::load(out.finish("lists"));
  if (!m) {
    std::cerr << "copydesk-train: " << m.error().message << '\n';
    std::exit(1);
  }
  return m.value();
}

// The ASCII letters of a text in one case.
std::string in_case(std::string text, bool upper) {
  for (char& c : text) {
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

// Documents kept apart to see how right the tagger is where it has not been.
bool held_out(const std::string& corpus, std::size_t document) {
  return corpus.compare(0, 4, "own/") == 0 && document % 8 == 3;
}

// The bytes of section ENTY.
std::string learn(const job& j, const model& lists,
                  const std::vector<names_corpus>& corpora, bool hold_out,
                  int runs, float scale) {
  crf_trainer trainer(name_labels());
  teacher t(lists, trainer);
  t.set_rare_weight(static_cast<float>(j.option("rare", 1)));
  std::size_t count = 0;
  const name_changer changer(j.sources, corpora);
  random_numbers random(j.seed ^ 0xa11a5);
  const auto renamed = static_cast<float>(j.option("renamed", 0.5));
  for (const names_corpus& c : corpora) {
    const std::size_t before = trainer.tokens(), missed = t.missed();
    const bool copies =
        c.name.compare(0, 4, "own/") == 0 || c.name == "wikigold";
    // Tweets hardly repeat a name, and silver labels are not sure enough.
    const bool edited =
        c.name != "btc_train" && c.name != "gmb" && c.name != "polnear_train";
    for (std::size_t i = 0; i < c.documents.size(); ++i) {
      const names_document& d = c.documents[i];
      if (hold_out && held_out(c.name, i)) continue;
      t.teach(d.text, d.spans, c.open_types, c.weight);
      if (edited && renamed > 0) {
        const names_document other = changer.change(d, random);
        t.teach(other.text, other.spans, c.open_types, c.weight * renamed);
      }
      if (!copies) continue;
      // Text without case, so that it can be read too.
      const float weight =
          c.weight * static_cast<float>(j.option("caseless", 0.5));
      ++count;
      if (count % 5 == 0) {
        t.teach(in_case(d.text, false), d.spans, c.open_types, weight);
      } else if (count % 10 == 1) {
        t.teach(in_case(d.text, true), d.spans, c.open_types, weight);
      }
    }
    if (j.tell) {
      j.tell(c.name + ": " + std::to_string(trainer.tokens() - before) +
             " tokens, " + std::to_string(t.missed() - missed) +
             " names inside tokens");
    }
  }
  crf_options o;
  o.seed = j.seed;
  const float by = scale * j.scale;
  o.epochs = std::max(1, static_cast<int>(j.option("epochs", 5) * by + 0.5));
  o.epochs_pruned =
      std::max(1, static_cast<int>(j.option("pruned", 4) * by + 0.5));
  o.rate = static_cast<float>(j.option("rate", 0.05));
  o.decay = static_cast<float>(j.option("decay", 1e-6));
  o.dropout = static_cast<float>(j.option("dropout", 0.45));
  o.min_count = static_cast<std::uint32_t>(j.option("count", 2));
  o.max_rows = static_cast<std::uint32_t>(j.option("rows", 79000));
  o.settle = static_cast<int>(j.option("settle", 3));
  o.mean = true;
  o.runs = runs;
  o.threads = static_cast<int>(j.option("threads", 2));
  return trainer.train(o, j.tell);
}

// A model with the lists and a tagger.
model with_tagger(const learned::model_writer& lists, std::string tagger) {
  learned::model_writer w;
  for (const char* name : {"GAZE", "CLUS"}) {
    const std::uint32_t tag =
        name[0] == 'G' ? learned::tag("GAZE") : learned::tag("CLUS");
    if (!lists.get(tag).empty()) {
      w.set(tag, learned::section_kind::table, std::string(lists.get(tag)));
    }
  }
  w.set(learned::tag("ENTY"), learned::section_kind::crf, std::move(tagger));
  return model::load(w.finish("tagger")).value();
}

std::vector<entities::mention> names_of(const model& m,
                                        const std::string& text) {
  const text::laid_text laid = text::lay_out(text, text::language::en);
  const model::data& d = m.get();
  const words all(laid, d.find_table(learned::tag("GAZE")),
                  d.find_table(learned::tag("CLUS")));
  std::vector<entities::mention> out;
  entities::tag(all, *d.find_crf(learned::tag("ENTY")), {}, out);
  entities::agree_on_types(all, out);
  return out;
}

std::size_t number_of(entity_type type) {
  std::size_t i = 0;
  while (entities::tagged_types[i].type != type) ++i;
  return i;
}

// The bytes of section CALI, from what `m` finds in documents it was not
// trained on, for a tagger whose weights count `unit`.
std::string calibrate(const model& m, float unit,
                      const std::vector<names_corpus>& corpora) {
  std::vector<calibration_case> cases;
  for (const names_corpus& c : corpora) {
    for (std::size_t i = 0; i < c.documents.size(); ++i) {
      if (!held_out(c.name, i)) continue;
      std::set<std::pair<std::uint32_t, std::uint64_t>> gold;
      for (const span_labels& s : c.documents[i].spans) {
        gold.emplace(s.where.begin, std::uint64_t{s.where.end} << 16 | s.types);
      }
      for (const entities::mention& x : names_of(m, c.documents[i].text)) {
        const std::size_t type = number_of(x.type);
        cases.push_back(
            {type,
             static_cast<int>(entities::odds_of(x.confidence) / unit + 0.5F),
             gold.count({x.where.begin, std::uint64_t{x.where.end} << 16 |
                                            std::uint64_t{1} << type}) != 0});
      }
    }
  }
  return fit_calibration(cases);
}

bool overlap(const span& a, const span& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Of the silver annotation and what the tagger `m` finds: where the two are one
// it is so; where they differ in type, or only one of them sees a name, either
// may be right; where they differ in the ends nothing is said.
void agree(const model& m, names_corpus& silver) {
  silver.open_types = 0;
  const std::uint64_t unknown = all_types | or_nothing | anything;
  for (names_document& d : silver.documents) {
    std::vector<span_labels> kept;
    std::vector<bool> seen(d.spans.size(), false);
    for (const entities::mention& x : names_of(m, d.text)) {
      const span where{x.where.begin, x.where.end};
      const std::uint64_t type = std::uint64_t{1} << number_of(x.type);
      std::uint64_t types = type | or_nothing;
      for (std::size_t i = 0; i < d.spans.size(); ++i) {
        const span_labels& s = d.spans[i];
        if (!overlap(s.where, where)) continue;
        const bool same =
            s.where.begin == where.begin && s.where.end == where.end;
        types = !same ? unknown : (s.types & type) != 0 ? type : type | s.types;
        if (!same && !seen[i]) kept.push_back({s.where, unknown});
        seen[i] = true;
      }
      kept.push_back({where, types});
    }
    for (std::size_t i = 0; i < d.spans.size(); ++i) {
      if (seen[i]) continue;
      kept.push_back({d.spans[i].where, d.spans[i].types | or_nothing});
    }
    d.spans = std::move(kept);
  }
}

// A name that the tagger is less sure of than this may be none.
constexpr float sure = 0.7F;

// Annotates texts by what `m` finds in them.
void annotate(const model& m, names_corpus& c) {
  for (names_document& d : c.documents) {
    for (const entities::mention& x : names_of(m, d.text)) {
      const std::uint64_t open = x.confidence < sure ? or_nothing : 0;
      d.spans.push_back({{x.where.begin, x.where.end},
                         std::uint64_t{1} << number_of(x.type) | open});
    }
  }
}

void pack_lists(const job& j, learned::model_writer& out) {
  out.set(learned::tag("GAZE"), learned::section_kind::table,
          read_lists(j.sources));
}

void train(const job& j, learned::model_writer& out) {
  pack_lists(j, out);
  const model lists = with_lists(out);
  std::vector<names_corpus> corpora = names_corpora(j);
  const auto silver =
      std::find_if(corpora.begin(), corpora.end(),
                   [](const names_corpus& c) { return c.name == "gmb"; });
  const std::vector<names_corpus> gold(corpora.begin(), silver);
  const model part = with_tagger(out, learn(j, lists, gold, true, 1, 0.8F));
  // The first tagger mends the silver annotation for a second one, which
  // mends it again and annotates the texts that have none.
  std::vector<names_corpus> bare = bare_corpora(j);
  if (!bare.empty()) {
    std::vector<names_corpus> first = corpora;
    for (names_corpus& c : first) {
      if (c.name == "gmb") agree(part, c);
    }
    const model second = with_tagger(
        out, learn(j, lists, first, false,
                   static_cast<int>(j.option("second_runs", 2)), 1));
    for (names_corpus& c : bare) annotate(second, c);
    if (silver != corpora.end()) agree(second, *silver);
  } else if (silver != corpora.end()) {
    agree(part, *silver);
  }
  corpora.insert(corpora.end(), bare.begin(), bare.end());
  std::string tagger =
      learn(j, lists, corpora, false, static_cast<int>(j.option("runs", 4)), 1);
  const float unit = learned::crf::read(tagger).value().unit();
  out.set(learned::tag("CALI"), learned::section_kind::raw,
          calibrate(part, unit, gold));
  out.set(learned::tag("ENTY"), learned::section_kind::crf, std::move(tagger));
}

const register_part names({"entities",
                           "the names tagger (sections GAZE, ENTY, CALI)",
                           {"GAZE", "ENTY", "CALI"},
                           train,
                           score_names});

// New lists for the weights there are: a second's work.
const register_part lists(
    {"lists", "lists of names (section GAZE)", {"GAZE"}, pack_lists, nullptr});

}  // namespace
}  // namespace copydesk::train
