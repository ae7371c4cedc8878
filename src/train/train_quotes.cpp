// SPDX-License-Identifier: Apache-2.0
// train_quotes.cpp - learns the cue, argument and verdict models.
//
// Idea: the annotated quotations are laid over the tokens that the library
// itself finds, and the features are the library's own (quotes/features.hpp).
// The verdict model sees what the other two say about text they were not
// trained on: they are trained three times, each time without a third of the
// texts.
//
// Data: polnear_train (its conventions: style polnear) and, at a fifth of the
// weight, polnear_train_altann (16 of its texts again, by further
// annotators); own/voa_train, own/press_train and, of src/data, articles.txt
// and the examples of quote_examples.txt (style own). Weights by set:
// polnear_weight, altann_weight, voa_weight, press_weight, articles_weight,
// examples_weight. "that" before a content is left out of it in all of them.
// Part "quotes", sections QCUE, QARG, QVER.
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/hash.hpp"
#include "model/model_data.hpp"
#include "quotes/attribution.hpp"
#include "quotes/features.hpp"
#include "quotes/marks.hpp"
#include "quotes/reading.hpp"
#include "quotes/sightings.hpp"
#include "quotes/words.hpp"
#include "text/laid_text.hpp"
#include "train/corpus.hpp"
#include "train/crf_trainer.hpp"
#include "train/marked_texts.hpp"
#include "train/part.hpp"
#include "train/quote_gold.hpp"

namespace copydesk::train {
namespace {

using quotes::style;
using quotes::token_range;

constexpr int folds = 3;

struct example {
  gold_document gold;
  style as = style::own;
  float weight = 1;
  int fold = 0;  // one for all annotations of a text
  text::laid_text laid;
  entities::entities names;
  quotes::word_list words;
  quotes::marks marks;
  std::unique_ptr<quotes::reading> read;
  std::vector<gold_tokens> said;
  std::map<std::uint32_t, std::size_t> head;  // cue token -> said
};

using corpus = std::vector<std::unique_ptr<example>>;

void add_set(std::vector<gold_document> set, style as, float weight,
             const model& m, corpus& out) {
  for (gold_document& d : set) {
    auto e = std::make_unique<example>();
    e->gold = std::move(d);
    e->as = as;
    e->weight = weight;
    e->fold = static_cast<int>(learned::hash_of(e->gold.text) % folds);
    e->laid = text::lay_out(e->gold.text, text::language::en);
    e->names = entities::find(e->laid, m, 0);
    e->words = quotes::look_up_all(e->laid, e->names.spelled);
    e->marks = quotes::pair_marks(e->laid, e->words);
    e->read = std::make_unique<quotes::reading>(
        quotes::read(e->laid, e->words, e->marks, e->names));
    for (const gold_quote& q : e->gold.quotes) {
      e->said.push_back(in_tokens(*e->read, q, as == style::own));
    }
    out.push_back(std::move(e));
  }
}

// An annotated cue of several words ("went on to say") has its head where the
// word stands that most often is a cue by itself.
void find_heads(corpus& all) {
  std::unordered_map<std::uint32_t, std::pair<double, double>> rate;
  for (const auto& e : all) {
    for (std::size_t t = 0; t < e->laid.tokens.size(); ++t) {
      rate[e->words[t].hash].second += 1;
    }
    for (const gold_tokens& q : e->said) {
      if (q.cue.end == q.cue.first + 1) {
        rate[e->words[q.cue.first].hash].first += 1;
      }
    }
  }
  for (auto& e : all) {
    for (std::size_t i = 0; i < e->said.size(); ++i) {
      const token_range c = e->said[i].cue;
      double best = -1;
      std::uint32_t head = quotes::no_token;
      for (std::uint32_t t = c.first; t < c.end; ++t) {
        if (!quotes::is_candidate(*e->read, t)) continue;
        const auto& r = rate[e->words[t].hash];
        const double now = (r.first + 0.01) / (r.second + 3);
        if (now > best) {
          best = now;
          head = t;
        }
      }
      if (head != quotes::no_token) e->head.emplace(head, i);
    }
  }
}

bool inside(const quotes::unit& u, token_range r) {
  return !r.empty() && u.first < r.end && r.first < u.end;
}

bool pause(std::uint8_t tag) {
  return tag == quotes::tag_comma || tag == quotes::tag_stop ||
         tag == quotes::tag_colon || tag == quotes::tag_semicolon ||
         tag == quotes::tag_dash;
}

// The role of each unit: 'C' content, 'S' source, 'K' cue, 'H' head, or ' ';
// punctuation at the edges of a span and "that" before it are in none.
std::string roles_of(const example& e, const gold_tokens& q,
                     const quotes::window& w) {
  std::string role(w.units.size(), ' ');
  for (std::size_t i = 0; i < role.size(); ++i) {
    const quotes::unit& u = w.units[i];
    bool content = false;
    for (const token_range r : q.content) content = content || inside(u, r);
    if (i == w.cue) {
      role[i] = 'H';
    } else if (content) {
      role[i] = 'C';
    } else if (inside(u, q.source)) {
      role[i] = 'S';
    } else if (inside(u, q.cue) && u.tag != quotes::tag_colon) {
      role[i] = 'K';
    }
  }
  for (std::size_t i = 0; i < role.size();) {
    std::size_t end = i + 1;
    while (end < role.size() && role[end] == role[i]) ++end;
    const char kind = role[i];
    if (kind == 'C' || kind == 'S') {
      for (std::size_t k = i; k < end && pause(w.units[k].tag); ++k) {
        role[k] = ' ';
      }
      for (std::size_t k = end; k > i && pause(w.units[k - 1].tag); --k) {
        role[k - 1] = ' ';
      }
    }
    i = end;
  }
  const std::size_t first = role.find('C');
  if (first != role.npos && first > w.cue && first + 1 < role.size() &&
      role[first + 1] == 'C' &&
      e.read->tags[w.units[first].first] ==
          static_cast<std::uint8_t>(quotes::word_tag::that)) {
    role[first] = ' ';
  }
  return role;
}

std::vector<std::uint8_t> labels_of(const example& e, const gold_tokens& q,
                                    const quotes::window& w) {
  const std::string role = roles_of(e, q, w);
  std::vector<std::uint8_t> out(role.size(), quotes::outside);
  for (std::size_t i = 0; i < role.size(); ++i) {
    const bool first = i == 0 || role[i - 1] != role[i];
    const bool last = i + 1 == role.size() || role[i + 1] != role[i];
    const int place = first ? (last ? 3 : 0) : (last ? 2 : 1);
    switch (role[i]) {
      case 'C':
        out[i] = static_cast<std::uint8_t>(quotes::content_begin + place);
        break;
      case 'S':
        out[i] = static_cast<std::uint8_t>(quotes::source_begin + place);
        break;
      case 'K':
        out[i] = quotes::cue_part;
        break;
      case 'H':
        out[i] = quotes::cue_head;
        break;
      default:
        break;
    }
  }
  return out;
}

void add_all(crf_trainer& t, const quotes::feature_list& f) {
  for (std::size_t i = 0; i < f.count; ++i) t.add(f.values[i]);
}

// Calls f(token, decision) for each candidate of the document.
template <class F>
void each_candidate(const example& e, F&& f) {
  for (const text::paragraph& p : e.laid.paragraphs) {
    if (p.kind == paragraph_kind::boilerplate) continue;
    if (p.first_sentence == p.sentence_end) continue;
    const std::uint32_t end = e.laid.sentences[p.sentence_end - 1].token_end;
    for (std::uint32_t t = e.laid.sentences[p.first_sentence].first_token;
         t < end; ++t) {
      if (!quotes::is_candidate(*e.read, t)) continue;
      const auto at = e.head.find(t);
      f(t, at == e.head.end()          ? quotes::no_cue
           : e.said[at->second].speech ? quotes::speech
                                       : quotes::thought);
    }
  }
}

// Which documents count: all but those of the fold, or all if it is -1.
bool left_out(const example& e, int fold) { return e.fold == fold; }

// How a model is learned unless --set says otherwise.
struct recipe {
  const char* name;
  double epochs, rate, runs, rows;
};
constexpr recipe cue_recipe = {"cue", 6, 0.03, 3, 60000};
constexpr recipe argument_recipe = {"argument", 8, 0.04, 3, 100000};
constexpr recipe verdict_recipe = {"verdict", 5, 0.05, 1, 10000};

crf_options options_of(const job& j, const recipe& r) {
  crf_options o;
  const std::string name(r.name);
  const auto value = [&](const std::string& of, double otherwise) {
    return j.option(name + '_' + of, otherwise);
  };
  o.epochs = std::max(1, static_cast<int>(value("epochs", r.epochs) *
                                          static_cast<double>(j.scale)));
  o.epochs_pruned = std::max(1, o.epochs / 2);
  o.rate = static_cast<float>(value("rate", r.rate));
  o.dropout = static_cast<float>(value("dropout", 0.35));
  o.min_count = static_cast<std::uint32_t>(value("min_count", 2));
  o.max_rows = static_cast<std::uint32_t>(value("rows", r.rows));
  o.seed = j.seed + 1;  // of 1 to 3 the best on the development sets
  o.runs = static_cast<int>(value("runs", r.runs));
  return o;
}

std::string train_cues(const job& j, const corpus& all, int fold) {
  crf_trainer t(
      {quotes::decision_names, quotes::decision_names + quotes::decisions});
  quotes::feature_list f;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (left_out(*all[i], fold)) continue;
    const example& e = *all[i];
    each_candidate(e, [&](std::uint32_t token, quotes::decision d) {
      quotes::cue_features(*e.read, token, e.as, f);
      t.begin(e.weight);
      t.next(crf_trainer::only(d));
      add_all(t, f);
    });
  }
  crf_options o = options_of(j, cue_recipe);
  o.bioes = false;
  return t.train(o, j.tell);
}

std::string train_arguments(const job& j, const corpus& all, int fold) {
  crf_trainer t(
      {quotes::argument_names, quotes::argument_names + quotes::arguments});
  quotes::feature_list f;
  quotes::window w;
  const float thoughts = static_cast<float>(j.option("thought_weight", 0.7));
  quotes::argument_view view;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (left_out(*all[i], fold)) continue;
    const example& e = *all[i];
    for (const auto& [token, index] : e.head) {
      const gold_tokens& q = e.said[index];
      quotes::look_around(*e.read, token, w);
      const std::vector<std::uint8_t> labels = labels_of(e, q, w);
      view.look(*e.read, w, e.as);
      t.begin(e.weight * (q.speech ? 1 : thoughts));
      for (std::uint32_t k = 0; k < w.units.size(); ++k) {
        t.next(crf_trainer::only(labels[k]));
        f.count = static_cast<std::size_t>(view.features(k, f.values.data()) -
                                           f.values.data());
        add_all(t, f);
      }
    }
  }
  return t.train(options_of(j, argument_recipe), j.tell);
}

// What the verdict model learns from: the documents of the fold.
void add_verdicts(const corpus& all, int fold, const learned::crf& cues,
                  const learned::crf& arguments, crf_trainer& t) {
  quotes::feature_list f;
  quotes::sightings seen(cues, arguments);
  std::vector<quotes::decision> right;
  for (const auto& e : all) {
    if (!left_out(*e, fold)) continue;
    seen.clear();
    right.clear();
    each_candidate(*e, [&](std::uint32_t token, quotes::decision d) {
      if (seen.look(*e->read, token, e->as)) right.push_back(d);
    });
    for (std::size_t i = 0; i < seen.size(); ++i) {
      const quotes::sighting& s = seen.at(i);
      quotes::verdict_features(*e->read, s.around, s.found, s.speech, s.thought,
                               seen.beside(*e->read, i), e->as, f);
      t.begin(e->weight);
      t.next(crf_trainer::only(right[i]));
      add_all(t, f);
    }
  }
}

void train(const job& j, learned::model_writer& out) {
  // Names and word classes of the sections that are there already.
  const std::string base = out.finish("base");
  const model m = model::load(base).value();
  corpus all;
  const auto weight = [&](const char* of, double otherwise) {
    return static_cast<float>(j.option(std::string(of) + "_weight", otherwise));
  };
  const auto add = [&](const char* file, style as, float set_weight) {
    if (set_weight <= 0) return;
    add_set(read_corpus(j.data + file), as, set_weight, m, all);
  };
  add("polnear_train.jsonl", style::polnear, weight("polnear", 1));
  add("polnear_train_altann.jsonl", style::polnear, weight("altann", 0.2));
  add("own/voa_train.jsonl", style::own, weight("voa", 1));
  add("own/press_train.jsonl", style::own, weight("press", 1));
  add_set(read_quote_examples(j.sources + "quote_examples.txt"), style::own,
          weight("examples", 1), m, all);
  add_set(read_articles(j.sources + "articles.txt"), style::own,
          weight("articles", 1), m, all);
  find_heads(all);
  const auto say = [&](const std::string& s) {
    if (j.tell) j.tell(s);
  };
  crf_trainer verdicts(
      {quotes::decision_names, quotes::decision_names + quotes::decisions});
  for (int fold = 0; fold < folds; ++fold) {
    say("fold " + std::to_string(fold));
    const std::string c = train_cues(j, all, fold);
    const std::string a = train_arguments(j, all, fold);
    add_verdicts(all, fold, learned::crf::read(c).value(),
                 learned::crf::read(a).value(), verdicts);
  }
  crf_options o = options_of(j, verdict_recipe);
  o.bioes = false;
  o.dropout = static_cast<float>(j.option("verdict_dropout", 0.15));
  out.set(quotes::verdict_model, learned::section_kind::crf,
          verdicts.train(o, j.tell));
  out.set(quotes::cue_model, learned::section_kind::crf,
          train_cues(j, all, -1));
  out.set(quotes::argument_model, learned::section_kind::crf,
          train_arguments(j, all, -1));
}

const register_part part_of_quotes(
    {"quotes",
     "cues, contents and sources (sections QCUE, QARG, QVER)",
     {"QCUE", "QARG", "QVER"},
     train,
     nullptr});

}  // namespace
}  // namespace copydesk::train
