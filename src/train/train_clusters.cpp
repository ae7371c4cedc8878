// SPDX-License-Identifier: Apache-2.0
// train_clusters.cpp - classes of words that stand in the same places.
//
// Idea: words are described by what stands right before and after them
// (positive pointwise mutual information with the most frequent words),
// reduced to a few dimensions by a singular value decomposition, and grouped
// by k-means, thrice: 16 groups, each of 8, each of 8. A number names all
// three grains (see entities/features.hpp). Part "clusters", section CLUS.
//
// Cost: about two minutes for 40 million words, 2 GB.
// Sources: Levy and Goldberg, "Neural word embedding as implicit matrix
// factorization", 2014; Halko et al., "Finding structure with randomness",
// 2011; Arthur and Vassilvitskii, "k-means++", 2007.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>

#include "entities/fold.hpp"
#include "entities/words.hpp"
#include "text/laid_text.hpp"
#include "train/corpus.hpp"
#include "train/part.hpp"
#include "train/random_numbers.hpp"

namespace copydesk::train {
namespace {

constexpr std::uint32_t none = 0xffffffff;
constexpr std::size_t dimensions = 64;
constexpr std::size_t context_words = 4000;
constexpr std::uint32_t min_count = 15;
constexpr int fan[] = {16, 8, 8};

struct word_list {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::string> words;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> text;  // numbers; none between texts

  void add(std::string_view w, std::string& room) {
    room.assign(w);
    for (char& c : room) {
      if (c >= '0' && c <= '9') c = '0';
    }
    const auto [at, is_new] =
        numbers.try_emplace(room, static_cast<std::uint32_t>(words.size()));
    if (is_new) {
      words.push_back(room);
      counts.push_back(0);
    }
    ++counts[at->second];
    text.push_back(at->second);
  }
};

// Words between white space, from a file that xz packed.
void add_packed(const std::string& path, word_list& out) {
  std::FILE* in = popen(("xz -dc '" + path + "'").c_str(), "r");
  if (in == nullptr) return;
  std::string buffer(1 << 20, '\0'), rest, room;
  std::size_t n = 0;
  while ((n = std::fread(buffer.data(), 1, buffer.size(), in)) > 0) {
    for (std::size_t i = 0; i < n; ++i) {
      const char c = buffer[i];
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        rest.push_back(c);
        continue;
      }
      if (!rest.empty()) out.add(rest, room);
      rest.clear();
    }
  }
  pclose(in);
  out.text.push_back(none);
}

void add_texts(const std::string& path, int times, word_list& out) {
  std::string room;
  for (const gold_document& d : read_corpus(path)) {
    const text::laid_text laid = text::lay_out(d.text, text::language::en);
    for (int k = 0; k < times; ++k) {
      for (const text::token& t : laid.tokens) {
        if (t.kind == text::token_kind::word ||
            t.kind == text::token_kind::number) {
          out.add(t.where().of(d.text), room);
        }
      }
      out.text.push_back(none);
    }
  }
}

// Rows of words, columns of contexts.
struct matrix {
  std::vector<std::size_t> row_begin;
  std::vector<std::uint32_t> column;
  std::vector<float> value;
  std::size_t columns = 0;
};

matrix count_contexts(const word_list& list,
                      const std::vector<std::uint32_t>& kept,
                      const std::vector<std::uint32_t>& context) {
  matrix m;
  m.columns = 2 * context_words;
  std::vector<std::uint64_t> pairs;
  pairs.reserve(list.text.size());
  const auto note = [&](std::uint32_t w, std::uint32_t c, std::size_t side) {
    if (w == none || c == none) return;
    if (kept[w] == none || context[c] == none) return;
    pairs.push_back(std::uint64_t{kept[w]} * m.columns + context[c] +
                    side * context_words);
  };
  for (std::size_t i = 1; i < list.text.size(); ++i) {
    note(list.text[i], list.text[i - 1], 0);
    note(list.text[i - 1], list.text[i], 1);
  }
  std::sort(pairs.begin(), pairs.end());
  std::size_t row = 0;
  m.row_begin.push_back(0);
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t k = i;
    while (k < pairs.size() && pairs[k] == pairs[i]) ++k;
    const std::size_t r = pairs[i] / m.columns;
    while (row < r) {
      m.row_begin.push_back(m.value.size());
      ++row;
    }
    m.column.push_back(static_cast<std::uint32_t>(pairs[i] % m.columns));
    m.value.push_back(static_cast<float>(k - i));
    i = k;
  }
  return m;
}

void to_information(matrix& m, std::size_t rows) {
  while (m.row_begin.size() <= rows) m.row_begin.push_back(m.value.size());
  std::vector<double> of_row(rows, 0), of_column(m.columns, 0);
  double all = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t k = m.row_begin[r]; k < m.row_begin[r + 1]; ++k) {
      of_row[r] += m.value[k];
      of_column[m.column[k]] += m.value[k];
    }
  }
  for (double& c : of_column) {
    c = std::pow(c, 0.75);
    all += c;
  }
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t k = m.row_begin[r]; k < m.row_begin[r + 1]; ++k) {
      const double p = m.value[k] * all / (of_row[r] * of_column[m.column[k]]);
      m.value[k] = static_cast<float>(std::max(0.0, std::log(p)));
    }
  }
}

using dense = std::vector<float>;  // rows of `dimensions`

dense times(const matrix& m, const dense& v, std::size_t rows) {
  dense out(rows * dimensions, 0);
  for (std::size_t r = 0; r < rows; ++r) {
    float* o = &out[r * dimensions];
    for (std::size_t k = m.row_begin[r]; k < m.row_begin[r + 1]; ++k) {
      const float* x = &v[m.column[k] * dimensions];
      for (std::size_t d = 0; d < dimensions; ++d) o[d] += m.value[k] * x[d];
    }
  }
  return out;
}

dense times_turned(const matrix& m, const dense& v, std::size_t rows) {
  dense out(m.columns * dimensions, 0);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* x = &v[r * dimensions];
    for (std::size_t k = m.row_begin[r]; k < m.row_begin[r + 1]; ++k) {
      float* o = &out[m.column[k] * dimensions];
      for (std::size_t d = 0; d < dimensions; ++d) o[d] += m.value[k] * x[d];
    }
  }
  return out;
}

// Gram-Schmidt over the columns; gives the length each had left.
std::vector<double> orthonormalize(dense& v) {
  const std::size_t rows = v.size() / dimensions;
  std::vector<double> lengths(dimensions, 0);
  for (std::size_t d = 0; d < dimensions; ++d) {
    for (std::size_t e = 0; e < d; ++e) {
      double dot = 0;
      for (std::size_t r = 0; r < rows; ++r) {
        dot +=
            static_cast<double>(v[r * dimensions + d]) * v[r * dimensions + e];
      }
      for (std::size_t r = 0; r < rows; ++r) {
        v[r * dimensions + d] -=
            static_cast<float>(dot) * v[r * dimensions + e];
      }
    }
    double square = 0;
    for (std::size_t r = 0; r < rows; ++r) {
      square +=
          static_cast<double>(v[r * dimensions + d]) * v[r * dimensions + d];
    }
    lengths[d] = std::sqrt(square);
    const float by = lengths[d] > 0 ? static_cast<float>(1 / lengths[d]) : 0;
    for (std::size_t r = 0; r < rows; ++r) v[r * dimensions + d] *= by;
  }
  return lengths;
}

// A vector of length 1 a word.
dense describe(const matrix& m, std::size_t rows, random_numbers& random) {
  dense v(m.columns * dimensions);
  for (float& x : v) x = static_cast<float>(random.precise_unit() - 0.5);
  dense u;
  std::vector<double> lengths;
  for (int i = 0; i < 5; ++i) {
    u = times(m, v, rows);
    lengths = orthonormalize(u);
    v = times_turned(m, u, rows);
    lengths = orthonormalize(v);
  }
  u = times(m, v, rows);
  for (std::size_t d = 0; d < dimensions; ++d) {
    const float by = static_cast<float>(1 / std::sqrt(lengths[d] + 1e-9));
    for (std::size_t r = 0; r < rows; ++r) u[r * dimensions + d] *= by;
  }
  for (std::size_t r = 0; r < rows; ++r) {
    double square = 1e-12;
    float* x = &u[r * dimensions];
    for (std::size_t d = 0; d < dimensions; ++d) square += x[d] * x[d];
    const float by = static_cast<float>(1 / std::sqrt(square));
    for (std::size_t d = 0; d < dimensions; ++d) x[d] *= by;
  }
  return u;
}

float distance(const float* a, const float* b) {
  float sum = 0;
  for (std::size_t d = 0; d < dimensions; ++d) {
    sum += (a[d] - b[d]) * (a[d] - b[d]);
  }
  return sum;
}

// Divides `who` into at most k groups; gives the group of each.
std::vector<int> group(const dense& v, const std::vector<std::uint32_t>& who,
                       int k, const std::vector<float>& weight,
                       random_numbers& random) {
  std::vector<int> of(who.size(), 0);
  if (who.size() <= static_cast<std::size_t>(k)) {
    for (std::size_t i = 0; i < who.size(); ++i) of[i] = static_cast<int>(i);
    return of;
  }
  dense centers;
  std::vector<float> nearest(who.size(), 1e9F);
  std::size_t next = random() % who.size();
  for (int c = 0; c < k; ++c) {
    const float* x = &v[std::size_t{who[next]} * dimensions];
    centers.insert(centers.end(), x, x + dimensions);
    double all = 0;
    for (std::size_t i = 0; i < who.size(); ++i) {
      nearest[i] = std::min(nearest[i],
                            distance(x, &v[std::size_t{who[i]} * dimensions]));
      all += nearest[i] * weight[who[i]];
    }
    double at = random.precise_unit() * all;
    for (next = 0; next + 1 < who.size(); ++next) {
      at -= nearest[next] * weight[who[next]];
      if (at <= 0) break;
    }
  }
  for (int round = 0; round < 20; ++round) {
    dense sums(centers.size(), 0);
    std::vector<float> counts(static_cast<std::size_t>(k), 0);
    for (std::size_t i = 0; i < who.size(); ++i) {
      const float* x = &v[std::size_t{who[i]} * dimensions];
      float best = 1e9F;
      for (int c = 0; c < k; ++c) {
        const float d =
            distance(x, &centers[static_cast<std::size_t>(c) * dimensions]);
        if (d < best) {
          best = d;
          of[i] = c;
        }
      }
      const auto c = static_cast<std::size_t>(of[i]);
      const float w = weight[who[i]];
      counts[c] += w;
      for (std::size_t d = 0; d < dimensions; ++d) {
        sums[c * dimensions + d] += w * x[d];
      }
    }
    for (std::size_t c = 0; c < counts.size(); ++c) {
      if (counts[c] == 0) continue;
      for (std::size_t d = 0; d < dimensions; ++d) {
        centers[c * dimensions + d] = sums[c * dimensions + d] / counts[c];
      }
    }
  }
  return of;
}

void divide(const dense& v, const std::vector<std::uint32_t>& who, int level,
            int number, const std::vector<float>& weight,
            random_numbers& random, std::vector<std::uint16_t>& out) {
  if (level == 3) {
    for (const std::uint32_t w : who) {
      out[w] = static_cast<std::uint16_t>(number + 1);
    }
    return;
  }
  const int k = fan[level];
  const std::vector<int> of = group(v, who, k, weight, random);
  for (int c = 0; c < k; ++c) {
    std::vector<std::uint32_t> part;
    for (std::size_t i = 0; i < who.size(); ++i) {
      if (of[i] == c) part.push_back(who[i]);
    }
    if (!part.empty()) {
      divide(v, part, level + 1, number * k + c, weight, random, out);
    }
  }
}

void train(const job& j, learned::model_writer& out) {
  const auto say = [&](const std::string& s) {
    if (j.tell) j.tell("clusters: " + s);
  };
  word_list list;
  add_packed(j.data + "raw/senate_press_releases.txt.xz", list);
  // News counts more than press releases of one parliament.
  for (const char* name :
       {"own/voa_train", "own/press_train", "gmb", "polnear_train"}) {
    add_texts(j.data + name + ".jsonl", 4, list);
  }
  for (const char* name :
       {"wikigold", "uner_en_ewt_dev", "re3d", "meantime", "sec_filings",
        "crossner_politics_train", "wnut17_train", "btc_train"}) {
    add_texts(j.data + name + ".jsonl", 2, list);
  }
  say(std::to_string(list.text.size()) + " words");

  std::vector<std::uint32_t> order(list.words.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return list.counts[a] > list.counts[b];
  });
  std::vector<std::uint32_t> kept(list.words.size(), none);
  std::vector<std::uint32_t> context(list.words.size(), none);
  std::size_t rows = 0;
  std::vector<float> weight;
  for (const std::uint32_t w : order) {
    if (list.counts[w] < min_count) break;
    if (rows < context_words) context[w] = static_cast<std::uint32_t>(rows);
    kept[w] = static_cast<std::uint32_t>(rows++);
    weight.push_back(std::sqrt(static_cast<float>(list.counts[w])));
  }
  say(std::to_string(rows) + " of them distinct and frequent");
  matrix m = count_contexts(list, kept, context);
  to_information(m, rows);
  say(std::to_string(m.value.size()) + " contexts");
  random_numbers random(j.seed);
  const dense v = describe(m, rows, random);
  std::vector<std::uint32_t> all(rows);
  for (std::uint32_t i = 0; i < rows; ++i) all[i] = i;
  std::vector<std::uint16_t> numbers(rows, 0);
  divide(v, all, 0, 0, weight, random, numbers);
  say("grouped");

  std::vector<std::pair<std::uint64_t, std::uint16_t>> pairs;
  std::string low;
  // From rare to frequent: the most frequent spelling names the folded word.
  for (std::size_t i = rows; i-- > 0;) {
    const std::string& w = list.words[order[i]];
    low.clear();
    entities::fold(w, low);
    pairs.emplace_back(entities::plain_cluster_key(low), numbers[i]);
    pairs.emplace_back(entities::cluster_key(w), numbers[i]);
  }
  out.set(learned::tag("CLUS"), learned::section_kind::table,
          learned::write_table(std::move(pairs)));
}

const register_part clusters(
    {"clusters", "classes of words (section CLUS)", {"CLUS"}, train, nullptr});

}  // namespace
}  // namespace copydesk::train
