// SPDX-License-Identifier: Apache-2.0
// tagger.cpp - islands, scores, and names from labels.
//
// Idea: the scores that one word gives to its neighbours and to itself are
// added up once and remembered for the first `max_remembered` distinct words
// of the document, until there are `max_sums` of these (fewer in a short text,
// so that they take little more memory than it), when all are forgotten; what
// is left to look up for each token are the features that join several
// words. Islands are labelled some at a time, so that what
// they wait for in memory is fetched side by side.
#include "entities/tagger.hpp"

#include <algorithm>
#include <array>

#include "entities/features.hpp"
#include "limits.hpp"
#include "model/hash.hpp"

namespace copydesk::entities {
namespace {

using learned::crf;

constexpr std::uint64_t hyphen_hash = learned::hash_of("-");
constexpr std::uint32_t gap = 3;  // tokens between two with capitals
constexpr std::size_t max_remembered = 1 << 14;
constexpr std::size_t max_sums = 3 << 12, least_sums = 1 << 12;

enum class place : std::uint8_t { outside, begin, inside, end, single };

struct label_meaning {
  place where = place::outside;
  entity_type type = entity_type::person;
};

std::array<label_meaning, crf::max_labels> meanings(const crf& names) {
  std::array<label_meaning, crf::max_labels> out;
  for (std::uint32_t i = 0; i < names.labels(); ++i) {
    const std::string_view n = names.label_name(i);
    if (n.size() < 3 || n[1] != '-') continue;
    for (const type_name& t : tagged_types) {
      if (n.substr(2) != t.name) continue;
      out[i].type = t.type;
      out[i].where = n[0] == 'B'   ? place::begin
                     : n[0] == 'I' ? place::inside
                     : n[0] == 'E' ? place::end
                     : n[0] == 'S' ? place::single
                                   : place::outside;
    }
  }
  return out;
}

class labeller {
 public:
  labeller(const words& all, const crf& names, std::string_view calibration)
      : all_(all),
        crf_(names),
        calibration_(calibration.size() == calibration_size
                         ? calibration
                         : std::string_view()),
        stride_(names.stride()),
        most_sums_(
            std::min(max_sums, least_sums + all.laid().tokens.size() / 4)),
        meanings_(meanings(names)) {
    sum_of_.assign(std::min(all.types().size(), max_remembered) * slot_count,
                   0);
    remembered_.reserve(
        (1 + std::min(most_sums_ + batch * slot_count, sum_of_.size())) *
        stride_);
    forget();
    features_.reserve(4096);
    word_features_.reserve(4096);
  }

  // Labels an island, now or with those that come after it: names are found
  // in text order, and all of them after finish().
  void label(const island& where, std::vector<mention>& out) {
    waiting_.push_back(where);
    const text::sentence& s = all_.laid().sentences[where.sentence];
    focus at;
    at.first = s.first_token;
    at.end = s.token_end;
    at.letters = all_.case_of(where.sentence);
    for (at.token = where.first; at.token < where.end; ++at.token) {
      std::uint64_t joint[crf::max_features];
      std::uint64_t* next = joint;
      joint_features(all_, at, [&next](std::uint64_t f) { *next++ = f; });
      features_.insert(features_.end(), joint, next);
      add_words(at);
      ends_.push_back(features_.size());
    }
    if (ends_.size() >= batch) finish(out);
  }

  void finish(std::vector<mention>& out) {
    // First what single words say, for words that are new.
    const std::size_t known = remembered_.size();
    remembered_.resize(known + word_ends_.size() * stride_, 0);
    crf_.add(word_features_.data(), word_ends_.data(), word_ends_.size(),
             remembered_.data() + known);
    word_features_.clear();
    word_ends_.clear();
    const std::size_t n = ends_.size();
    scores_.assign(n * stride_, 0);
    crf_.add_sums(remembered_.data(), sums_.data(), slot_count, n,
                  scores_.data());
    crf_.add(features_.data(), ends_.data(), n, scores_.data());
    labels_.resize(n);
    margins_.resize(n);
    std::size_t begin = 0;
    for (const island& where : waiting_) {
      const std::size_t size = where.end - where.first;
      crf_.decode(&scores_[begin * stride_], size, crf::no_label, crf::no_label,
                  work_, &labels_[begin]);
      const std::size_t first = first_name(begin, begin + size) - begin;
      if (first < size) {
        crf_.find_margins(&scores_[begin * stride_], size, first, crf::no_label,
                          work_, &labels_[begin], &margins_[begin]);
        gather(where, begin, out);
      }
      begin += size;
    }
    waiting_.clear();
    features_.clear();
    ends_.clear();
    sums_.clear();
    if (sum_count_ >= most_sums_) forget();
  }

 private:
  static constexpr std::size_t batch = 64;  // tokens

  void forget() {
    std::fill(sum_of_.begin(), sum_of_.end(), std::uint16_t{0});
    remembered_.assign(stride_, 0);  // the sum of nothing
    sum_count_ = 0;
  }

  // What the words at and beside a token say of it.
  void add_words(const focus& at) {
    const bool caseless = at.letters == sentence_case::none;
    for (int slot = 0; slot < slot_count; ++slot) {
      const std::int64_t i =
          static_cast<std::int64_t>(at.token) + slot - own_slot;
      std::uint32_t sum = 0;
      if (i < at.first || i >= at.end) {
        add_single(nullptr, slot, caseless, features_);
      } else {
        const std::uint32_t type = all_.type_of(static_cast<std::uint32_t>(i));
        const std::size_t place =
            std::size_t{type} * slot_count + static_cast<std::size_t>(slot);
        if (caseless || place >= sum_of_.size()) {
          add_single(&all_.types()[type], slot, caseless, features_);
        } else {
          if (sum_of_[place] == 0) {
            add_single(&all_.types()[type], slot, false, word_features_);
            word_ends_.push_back(word_features_.size());
            sum_of_[place] = ++sum_count_;
          }
          sum = sum_of_[place];
        }
      }
      sums_.push_back(sum);
    }
  }

  static void add_single(const word* w, int slot, bool caseless,
                         std::vector<std::uint64_t>& to) {
    single_features(w, slot, caseless,
                    [&](std::uint64_t f) { to.push_back(f); });
  }

  // The first token of [begin, end) that is in a name, or end.
  std::size_t first_name(std::size_t begin, std::size_t end) const {
    while (begin < end && meanings_[labels_[begin]].where == place::outside) {
      ++begin;
    }
    return begin;
  }

  // Names from labels. Sequences that a sound model cannot give (an end
  // without a begin) are read as generously as they can be.
  void gather(const island& where, std::size_t begin,
              std::vector<mention>& out) {
    const std::size_t n = begin + where.end - where.first;
    for (std::size_t i = begin; i < n;) {
      const label_meaning m = meanings_[labels_[i]];
      if (m.where == place::outside) {
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      int margin = margins_[i];
      if (m.where == place::begin || m.where == place::inside) {
        for (; end < n; ++end) {
          const label_meaning next = meanings_[labels_[end]];
          if (next.type != m.type ||
              (next.where != place::inside && next.where != place::end)) {
            break;
          }
          margin = std::min<int>(margin, margins_[end]);
          if (next.where == place::end) {
            ++end;
            break;
          }
        }
      }
      add(where.first + static_cast<std::uint32_t>(i - begin),
          where.first + static_cast<std::uint32_t>(end - begin), m.type, margin,
          out);
      i = end;
    }
  }

  void add(std::uint32_t first, std::uint32_t end, entity_type type, int margin,
           std::vector<mention>& out) const {
    mention m =
        of_tokens(all_.laid(), first, end, type, confidence(type, margin));
    if (m.where.size() > limits::max_name_bytes) return;
    out.push_back(std::move(m));
  }

  float confidence(entity_type type, int margin) const {
    if (calibration_.empty()) {
      return uncalibrated(static_cast<float>(margin) * crf_.unit());
    }
    std::size_t row = 0;
    while (tagged_types[row].type != type) ++row;
    const std::size_t column = std::min<std::size_t>(
        static_cast<std::size_t>(margin / calibration_step),
        calibration_steps - 1);
    const char value = calibration_[row * calibration_steps + column];
    return static_cast<float>(static_cast<unsigned char>(value)) / 255.0F;
  }

  const words& all_;
  const crf& crf_;
  const std::string_view calibration_;
  const std::uint32_t stride_;
  const std::size_t most_sums_;
  const std::array<label_meaning, crf::max_labels> meanings_;
  // Of the islands that wait:
  std::vector<island> waiting_;
  std::vector<std::uint64_t> features_, word_features_;
  std::vector<std::size_t> ends_, word_ends_;  // of the features of each
  std::vector<std::uint32_t> sums_;            // slot_count a token, as below
  // The number of the sum in remembered_, by type and slot; 0: none yet.
  std::vector<std::uint16_t> sum_of_;
  std::uint16_t sum_count_ = 0;
  std::vector<std::int16_t> remembered_, scores_, margins_;
  std::vector<std::uint8_t> labels_;
  learned::crf_work work_;
};

// Words in lower case that names begin with.
bool is_particle(std::uint64_t lower) noexcept {
  static constexpr std::uint64_t all[] = {
      learned::hash_of("al"),  learned::hash_of("el"),
      learned::hash_of("de"),  learned::hash_of("da"),
      learned::hash_of("di"),  learned::hash_of("du"),
      learned::hash_of("la"),  learned::hash_of("le"),
      learned::hash_of("van"), learned::hash_of("von"),
      learned::hash_of("der"), learned::hash_of("den"),
      learned::hash_of("ten"), learned::hash_of("bin"),
      learned::hash_of("ibn"), learned::hash_of("ben"),
      learned::hash_of("abu"), learned::hash_of("bint"),
      learned::hash_of("ul"),  learned::hash_of("ur"),
      learned::hash_of("dos"), learned::hash_of("das"),
  };
  return std::find(std::begin(all), std::end(all), lower) != std::end(all);
}

void add_island(std::uint32_t first, std::uint32_t end, std::uint32_t sentence,
                std::vector<island>& out) {
  while (end - first > limits::max_island) {
    out.push_back({first, first + limits::max_island, sentence});
    first += limits::max_island;
  }
  out.push_back({first, end, sentence});
}

}  // namespace

void find_islands(const words& all, std::uint32_t sentence,
                  std::vector<island>& out) {
  const text::sentence& s = all.laid().sentences[sentence];
  if (all.case_of(sentence) == sentence_case::none) {
    if (s.first_token < s.token_end) {
      add_island(s.first_token, s.token_end, sentence, out);
    }
    return;
  }
  bool open = false;
  std::uint32_t first = 0, last = 0;
  const std::vector<text::token>& tokens = all.laid().tokens;
  // Whether a name may begin or end with the token, though it has no capital.
  const auto edge = [&](std::uint32_t i) {
    return tokens[i].kind == text::token_kind::number ||
           is_particle(all[i].lower);
  };
  // Whether tokens i and i + 1 are joined by a hyphen: "al-Qaeda".
  const auto joined = [&](std::uint32_t hyphen) {
    return hyphen > s.first_token && hyphen + 1 < s.token_end &&
           !tokens[hyphen].space_before && !tokens[hyphen + 1].space_before &&
           all[hyphen].lower == hyphen_hash;
  };
  const auto begin_of = [&](std::uint32_t i) {
    if (i > s.first_token && joined(i - 1)) i -= 2;
    return i > s.first_token && edge(i - 1) ? i - 1 : i;
  };
  std::uint32_t free = s.first_token;  // behind the last island
  const auto close = [&] {
    std::uint32_t end = last + 1;
    if (end < s.token_end && joined(end)) end += 2;
    if (end < s.token_end && edge(end)) ++end;
    add_island(first, end, sentence, out);
    free = end;
  };
  for (std::uint32_t i = s.first_token; i < s.token_end; ++i) {
    if (!all.capital(i)) continue;
    if (open && i - last - 1 > gap) {
      close();
      open = false;
    }
    if (!open) {
      first = std::max(begin_of(i), free);
      open = true;
    }
    last = i;
  }
  if (open) close();
}

void tag(const words& all, const learned::crf& names,
         std::string_view calibration, std::vector<mention>& out) {
  labeller l(all, names, calibration);
  std::vector<island> islands;
  const auto count = static_cast<std::uint32_t>(all.laid().sentences.size());
  for (std::uint32_t s = 0; s < count && !all.laid().stopped(); ++s) {
    islands.clear();
    find_islands(all, s, islands);
    for (const island& i : islands) l.label(i, out);
  }
  l.finish(out);
}

}  // namespace copydesk::entities
