// SPDX-License-Identifier: Apache-2.0
// dateline_places.cpp - see dateline_places.hpp.
#include "entities/dateline_places.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "entities/gazetteer.hpp"
#include "text/datelines.hpp"

namespace copydesk::entities {
namespace {

constexpr std::uint32_t most_place_words = 4;
constexpr float dateline_confidence = 0.9F;

// Heads of columns and flashes: "EXCLUSIVE - ".
constexpr std::string_view no_places[] = {
    "ANALYSIS",   "BREAKING",  "BRIEF",     "COLUMN",    "COMMENT", "CORRECTED",
    "CORRECTION", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "FEATURE",
    "FLASH",      "INTERVIEW", "LIVE",      "NEWS",      "OPINION", "PHOTOS",
    "PREVIEW",    "REVIEW",    "SPECIAL",   "SPORT",     "SPORTS",  "UPDATE",
    "UPDATED",    "VIDEO",     "WATCH",     "WRAPUP"};

class dateline_reader {
 public:
  explicit dateline_reader(const words& all) : all_(all), laid_(all.laid()) {}

  // The end of the place at the head of a dateline, `first` if there is none;
  // `after` is where the text begins. The paragraph ends before `last`: the
  // point of "BRANDON, Man. - " may end a sentence.
  std::uint32_t place(const text::sentence& s, std::uint32_t last,
                      std::uint32_t& after) const {
    std::uint32_t end = s.first_token;
    while (end < s.token_end && end < s.first_token + most_place_words &&
           laid_.tokens[end].letters == text::token_case::upper &&
           laid_.tokens[end].where().size() > 1) {
      ++end;
    }
    if (end == s.first_token || end >= s.token_end) return s.first_token;
    const std::string_view next = word(end);
    if (next == ":") {  // KUALA LUMPUR: Rain fell.
      after = end + 1;
      return listed(s.first_token, end) ? end : s.first_token;
    }
    if (next != "," && next != "(" && next != "-" && next != "--" &&
        next != "\xE2\x80\x93" && next != "\xE2\x80\x94") {
      return s.first_token;
    }
    after = text::past_dateline(laid_, s.first_token, last);
    if (after == s.first_token) return s.first_token;
    if (std::find(std::begin(no_places), std::end(no_places),
                  word(s.first_token)) != std::end(no_places)) {
      return s.first_token;
    }
    if (end == s.first_token + 1 && !listed(s.first_token, end) &&
        laid_.tokens[s.first_token].where().size() <= 4) {
      return s.first_token;
    }
    return end;
  }

  mention name(std::uint32_t first, std::uint32_t end) const {
    return of_tokens(laid_, first, end, entity_type::gpe, dateline_confidence);
  }

 private:
  bool listed(std::uint32_t first, std::uint32_t end) const {
    return (all_.lists_of(first, end) & town_lists) != 0;
  }
  std::string_view word(std::uint32_t t) const {
    return laid_.tokens[t].where().of(laid_.clean);
  }
  const words& all_;
  const text::laid_text& laid_;
};

}  // namespace

void read_datelines(const words& all, std::vector<mention>& names) {
  const text::laid_text& laid = all.laid();
  const dateline_reader reader(all);
  std::vector<mention> out;
  std::size_t next = 0;
  bool any = false;
  for (const text::paragraph& p : laid.paragraphs) {
    if (p.first_sentence >= p.sentence_end) continue;
    const text::sentence& s = laid.sentences[p.first_sentence];
    const std::uint32_t last = laid.sentences[p.sentence_end - 1].token_end;
    std::uint32_t after = s.first_token;
    const std::uint32_t end = reader.place(s, last, after);
    if (end == s.first_token) continue;
    while (next < names.size() && names[next].token_end <= s.first_token) {
      out.push_back(std::move(names[next++]));
    }
    // A name that goes on behind the place, or behind the dash, keeps the rest.
    while (next < names.size() && names[next].first_token < end) {
      mention& m = names[next];
      const std::uint32_t rest = m.token_end > after ? after : m.token_end;
      if (m.token_end > after) {
        m.first_token = rest;
        m.where.begin = laid.tokens[rest].where().begin;
        break;
      }
      ++next;
    }
    out.push_back(reader.name(s.first_token, end));
    any = true;
  }
  if (!any) return;
  while (next < names.size()) out.push_back(std::move(names[next++]));
  names = std::move(out);
}

}  // namespace copydesk::entities
