// SPDX-License-Identifier: Apache-2.0
// Idea: see the header. Only words that end hardly anything but the name of a
// law: in the training news, 66 of 66 names that end in one are laws. To the
// left, capitalized words and the hyphens between them belong to it; a
// possessive, a number and a word that only the beginning of its sentence
// gives a capital do not. Text without case is left to the tagger.
#include "entities/laws.hpp"

#include <algorithm>
#include <string_view>

#include "model/hash.hpp"

namespace copydesk::entities {
namespace {

constexpr std::uint64_t the = learned::hash_of("the");
constexpr std::uint32_t longest = 8;  // words before the last one

constexpr std::string_view last_words[] = {
    "Accord",    "Accords",  "Act",         "Agreement", "Agreements",
    "Amendment", "Covenant", "Declaration", "Decree",    "Directive",
    "Ordinance", "Protocol", "Statute",     "Treaties",  "Treaty"};

// "Treaty of Lisbon", "Declaration on Principles".
constexpr std::string_view first_words[] = {
    "Constitution", "Covenant", "Declaration", "Protocol", "Statute", "Treaty"};
constexpr std::string_view joints[] = {"of", "on"};

class laws {
 public:
  explicit laws(const words& all) : all_(all), laid_(all.laid()) {}

  void run(std::vector<mention>& names) {
    for (mention& m : names) {
      if (m.type != entity_type::person && begins_as_law(m)) {
        m.type = entity_type::law;
      }
    }
    std::vector<mention> out;
    std::size_t next = 0;
    for (std::uint32_t s = 0; s < laid_.sentences.size(); ++s) {
      if (all_.case_of(s) != sentence_case::normal) continue;
      const text::sentence& sentence = laid_.sentences[s];
      for (std::uint32_t t = sentence.first_token; t < sentence.token_end;
           ++t) {
        if (!is_last(t)) continue;
        const std::uint32_t first = begin(sentence.first_token, t);
        if (first == t) continue;
        take(first, t + 1, names, next, out);
      }
    }
    if (out.empty()) return;
    std::vector<mention> merged;
    merged.reserve(names.size() + out.size());
    std::size_t law = 0;
    for (mention& m : names) {
      while (law < out.size() && out[law].where.end <= m.where.begin) {
        merged.push_back(std::move(out[law++]));
      }
      if (law < out.size() && out[law].where.overlaps(m.where)) continue;
      merged.push_back(std::move(m));
    }
    while (law < out.size()) merged.push_back(std::move(out[law++]));
    names = std::move(merged);
  }

 private:
  std::string_view text_of(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  bool is_last(std::uint32_t t) const {
    if (laid_.tokens[t].letters != text::token_case::title) return false;
    const char first = text_of(t)[0];
    return (first == 'A' || first == 'C' || first == 'D' || first == 'O' ||
            first == 'P' || first == 'S' || first == 'T') &&
           std::binary_search(std::begin(last_words), std::end(last_words),
                              text_of(t));
  }
  bool begins_as_law(const mention& m) const {
    return m.token_end > m.first_token + 2 &&
           std::binary_search(std::begin(first_words), std::end(first_words),
                              text_of(m.first_token)) &&
           std::find(std::begin(joints), std::end(joints),
                     text_of(m.first_token + 1)) != std::end(joints);
  }
  bool is_hyphen(std::uint32_t t) const {
    const std::string_view s = text_of(t);
    return s == "-" || s == "\xE2\x80\x93";
  }

  std::uint32_t begin(std::uint32_t lowest, std::uint32_t last) const {
    std::uint32_t t = last;
    while (t > lowest && last - t < longest) {
      std::uint32_t word = t - 1;
      if (word > lowest && is_hyphen(word)) --word;
      const bool glued = laid_.tokens[word].where().end ==
                         laid_.tokens[word + 1].where().begin;
      if (word + 2 == t && !glued) break;
      if (!all_.capital(word) ||
          laid_.tokens[word].kind != text::token_kind::word) {
        break;
      }
      if (all_[word].lower == the) break;
      // "Under Agreement": a capital of the sentence's.
      if (word == lowest && all_[word].lists == 0 &&
          all_.folded(word).capital_places == 0) {
        break;
      }
      t = word;
    }
    return t;
  }

  // Adds the law [first, end), unless a mention lies across its edge.
  void take(std::uint32_t first, std::uint32_t end,
            const std::vector<mention>& names, std::size_t& next,
            std::vector<mention>& out) const {
    while (next < names.size() && names[next].token_end <= first) ++next;
    mention m;
    m.first_token = first;
    m.token_end = end;
    m.type = entity_type::law;
    m.confidence = 0.8F;
    for (std::size_t k = next;
         k < names.size() && names[k].first_token < m.token_end; ++k) {
      if (names[k].type == entity_type::person &&
          names[k].token_end == m.token_end) {
        return;
      }
      if (names[k].token_end > end) return;  // "Act of Union", as tagged
      m.first_token = std::min(m.first_token, names[k].first_token);
    }
    // "Budget Act Amendment Act" is one law, of which the first half is none.
    while (!out.empty() && out.back().token_end > m.first_token) {
      m.first_token = std::min(m.first_token, out.back().first_token);
      out.pop_back();
    }
    m.where = {laid_.tokens[m.first_token].where().begin,
               laid_.tokens[end - 1].where().end};
    out.push_back(m);
  }

  const words& all_;
  const text::laid_text& laid_;
};

}  // namespace

void read_laws(const words& all, std::vector<mention>& names) {
  laws(all).run(names);
}

}  // namespace copydesk::entities
