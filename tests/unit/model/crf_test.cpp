// SPDX-License-Identifier: Apache-2.0
// Decoding against an exhaustive search.
#include "model/crf.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/crf_writer.hpp"
#include "model/hash.hpp"

namespace learned = copydesk::learned;

namespace {

struct numbers {
  std::uint64_t state;
  int operator()(int least, int most) {
    state = learned::spread(state + 0x9e3779b97f4a7c15ULL);
    return least + static_cast<int>(
                       state % static_cast<std::uint64_t>(most - least + 1));
  }
};

struct brute {
  const learned::crf_weights& w;
  std::size_t n;
  const std::vector<int>& emission;  // n x labels
  int before, after;
  std::vector<int> best, at;
  std::vector<std::vector<int>> best_with;  // [token][label]
  int most = -1000000;

  void search(std::size_t i, int from, int score) {
    const int labels = static_cast<int>(w.labels.size());
    const int side = labels + 1;
    if (i == n) {
      score += w.transitions[static_cast<std::size_t>(from * side + after)];
      for (std::size_t t = 0; t < n; ++t) {
        int& b = best_with[t][static_cast<std::size_t>(at[t])];
        b = std::max(b, score);
      }
      if (score > most) {
        most = score;
        best = at;
      }
      return;
    }
    for (int y = 0; y < labels; ++y) {
      const int t = w.transitions[static_cast<std::size_t>(from * side + y)];
      if (t == learned::crf_weights::barred) continue;
      at[i] = y;
      search(i + 1, y,
             score + t +
                 emission[i * static_cast<std::size_t>(labels) +
                          static_cast<std::size_t>(y)]);
    }
  }
};

void compare(std::vector<std::string> labels, bool bioes, std::uint64_t seed) {
  numbers random{seed};
  learned::crf_weights w;
  w.labels = std::move(labels);
  const std::size_t count = w.labels.size();
  w.transitions = learned::bioes_transitions(w.labels);
  for (std::int16_t& t : w.transitions) {
    if (!bioes) t = 0;
    if (t == 0) t = static_cast<std::int16_t>(random(-60, 60));
  }
  const std::size_t n = 4;
  std::vector<int> emission;
  for (std::size_t i = 0; i < n; ++i) {
    w.features.push_back(learned::spread(seed * 100 + i));
    for (std::size_t y = 0; y < count; ++y) {
      w.rows.push_back(static_cast<std::int8_t>(random(-127, 127)));
      emission.push_back(w.rows.back());
    }
  }
  const std::string bytes = learned::write_crf(w);
  const auto c = learned::crf::read(bytes);
  REQUIRE(c);
  learned::crf_sequence seq(c.value());
  for (std::size_t i = 0; i < n; ++i) {
    seq.next();
    seq.add(w.features[i]);
    seq.add(learned::spread(seed * 100 + 50 + i));  // not known
  }
  learned::crf_work work;
  seq.decode(work);

  const int outside = static_cast<int>(count);
  brute b{w, n, emission, outside, outside, {}, std::vector<int>(n), {}};
  b.best_with.assign(n, std::vector<int>(count, -1000000));
  b.search(0, outside, 0);
  for (std::size_t i = 0; i < n; ++i) {
    CAPTURE(i);
    const auto label = static_cast<std::size_t>(b.best[i]);
    // Equal scores may be broken either way.
    CHECK(b.best_with[i][seq.label(i)] == b.most);
    int second = -1000000;
    for (std::size_t y = 0; y < count; ++y) {
      if (y != label) second = std::max(second, b.best_with[i][y]);
    }
    if (second > -100000) CHECK(seq.margin(i) == b.most - second);
  }
}

}  // namespace

TEST_SUITE("model") {
  TEST_CASE("scores are the sums of the rows that are known") {
    for (const std::size_t count : {1, 3, 4, 5, 8, 11, 16, 17, 41, 64}) {
      CAPTURE(count);
      numbers random{count};
      learned::crf_weights w;
      for (std::size_t y = 0; y < count; ++y) {
        w.labels.push_back(std::to_string(y));
      }
      w.transitions.assign((count + 1) * (count + 1), 0);
      // Few enough for each line of the index to have room.
      constexpr std::size_t known = 200;
      for (std::size_t i = 0; i < known; ++i) {
        w.features.push_back(learned::spread(i + 1));
        for (std::size_t y = 0; y < count; ++y) {
          w.rows.push_back(static_cast<std::int8_t>(random(-128, 127)));
        }
      }
      const std::string bytes = learned::write_crf(w);
      auto c = learned::crf::read(bytes);
      REQUIRE(c);
      // Tokens with none to many features, so that batches end within them.
      const std::size_t stride = c.value().stride();
      std::vector<std::uint64_t> features;
      std::vector<std::size_t> ends;
      std::vector<std::int16_t> right;
      for (int t = 0; t < 40; ++t) {
        right.resize(right.size() + stride);
        for (int f = random(0, 60); f > 0; --f) {
          const int i = random(-60, known - 1);
          features.push_back(
              learned::spread(static_cast<std::uint64_t>(std::int64_t{i} + 1)));
          if (i < 0) continue;
          for (std::size_t y = 0; y < count; ++y) {
            const std::size_t at = static_cast<std::size_t>(i) * count + y;
            right[right.size() - stride + y] += w.rows[at];
          }
        }
        ends.push_back(features.size());
      }
      for (const bool wide : {true, false}) {
        CAPTURE(wide);
        c.value().use_wide_registers(wide);
        std::vector<std::int16_t> scores(right.size());
        c.value().add(features.data(), ends.data(), ends.size(), scores.data());
        CHECK(scores == right);
        std::vector<std::int16_t> last(stride);
        const std::size_t from = ends[ends.size() - 2];
        c.value().add(features.data() + from, features.size() - from,
                      last.data());
        CHECK(std::equal(last.begin(), last.end(), right.end() - stride));
      }
    }
  }

  TEST_CASE("decoding finds the best sequence and its margins") {
    std::vector<std::string> two{"O"}, ten{"O"};
    // As the rooms' models have it: what a span has stands side by side.
    std::vector<std::string> near{"O"};
    for (char type = 'a'; type < 'c'; ++type) {
      for (const char* place : {"B-", "I-", "E-", "S-"}) {
        near.push_back(place + std::string(1, type));
      }
    }
    for (const char* place : {"B-", "I-", "E-", "S-"}) {
      for (char type = 'a'; type < 'c'; ++type) {
        two.push_back(place + std::string(1, type));
      }
      for (char type = 'a'; type < 'k'; ++type) {
        ten.push_back(place + std::string(1, type));
      }
    }
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      CAPTURE(seed);
      compare(two, true, seed);
      compare(near, true, seed);
      compare({"a", "b", "c", "d", "e", "f"}, false, seed);
    }
    for (std::uint64_t seed = 1; seed <= 2; ++seed) compare(ten, true, seed);
  }

  TEST_CASE("a span is kept to B, I, E and S") {
    const std::vector<std::string> labels{"O", "B-X", "I-X", "E-X", "S-X"};
    const auto t = learned::bioes_transitions(labels);
    struct row {
      int from, to;
      bool allowed;
    };
    for (const row& r : std::vector<row>{{0, 0, true},
                                         {0, 1, true},
                                         {0, 2, false},
                                         {0, 3, false},
                                         {1, 2, true},
                                         {1, 0, false},
                                         {1, 5, false},
                                         {2, 3, true},
                                         {3, 4, true},
                                         {4, 5, true},
                                         {5, 2, false},
                                         {5, 4, true}}) {
      CAPTURE(r.from);
      CAPTURE(r.to);
      CHECK((t[static_cast<std::size_t>(r.from * 6 + r.to)] == 0) == r.allowed);
    }
  }

  TEST_CASE("features are found, and unknown ones add nothing") {
    for (const std::size_t labels : {3, 5, 11, 20, 41, 60}) {
      CAPTURE(labels);
      learned::crf_weights w;
      for (std::size_t i = 0; i < labels; ++i) {
        w.labels.push_back("L" + std::to_string(i));
      }
      w.transitions.assign((labels + 1) * (labels + 1), 0);
      constexpr std::size_t count = 20000;
      for (std::size_t f = 0; f < count; ++f) {
        w.features.push_back(learned::spread(f + 1));
        for (std::size_t y = 0; y < labels; ++y) {
          w.rows.push_back(static_cast<std::int8_t>(1 + (f + y) % 100));
        }
      }
      const std::string bytes = learned::write_crf(w);
      const auto c = learned::crf::read(bytes);
      REQUIRE(c);
      CHECK(c.value().rows() > count - count / 500);
      // A token a feature, in one call; every other feature is not known.
      std::vector<std::uint64_t> features;
      std::vector<std::size_t> ends;
      for (std::size_t f = 0; f < count; ++f) {
        features.push_back(w.features[f]);
        features.push_back(learned::spread(f + 1 + count));
        ends.push_back(features.size());
        if (f % 100 == 0) ends.push_back(features.size());  // of no features
      }
      const std::size_t stride = c.value().stride();
      std::vector<std::int16_t> scores(ends.size() * stride, 0);
      c.value().add(features.data(), ends.data(), ends.size(), scores.data());
      std::size_t wrong = 0, token = 0;
      for (std::size_t f = 0; f < count; ++f, ++token) {
        bool right = true;
        for (std::size_t y = 0; y < labels; ++y) {
          right = right && scores[token * stride + y] == w.rows[f * labels + y];
        }
        wrong += !right;
        if (f % 100 != 0) continue;
        ++token;
        for (std::size_t y = 0; y < stride; ++y) {
          CHECK(scores[token * stride + y] == 0);
        }
      }
      CHECK(wrong < count / 400);  // left out, or taken for another
    }
  }
}
