// SPDX-License-Identifier: Apache-2.0
// follower.hpp - the state of discourse.cpp while the text is read; shared
// with features.cpp, which turns it into features.
#ifndef COPYDESK_SRC_PEOPLE_FOLLOWER_HPP_
#define COPYDESK_SRC_PEOPLE_FOLLOWER_HPP_

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "people/bodies.hpp"
#include "people/discourse.hpp"

namespace copydesk::people {

// What is known of the phrase or pronoun that is being resolved.
struct asked {
  anaphor kind = anaphor::subject;
  std::uint32_t token = 0;
  std::uint32_t end = 0;
  clause_role role = clause_role::subject;
  int sex = 0;
  std::int32_t quotation = -1;    // whose source it is, or -1
  phrase described;               // description and body only
  std::vector<std::string> head;  // the head noun, titles written out
  std::vector<std::string> modifiers;
  std::vector<std::int32_t> inside;  // referents named inside the phrase
  // Of a pronoun that is the source of a quotation: who stands right behind
  // its cue, and the persons whom it names.
  std::int32_t hearer = -1;
  std::vector<std::int32_t> spoken_of;
  // Told by the above once, before candidates are looked at:
  std::uint32_t sentence = 0, paragraph = 0;
  std::uint32_t first = 0;              // token of the sentence
  unsigned behind = 0;                  // see feature::behind_role
  std::int32_t around = -1;             // the quotation around it
  std::uint64_t head_bits = 0;          // word_bits() of the head
  body_sort sort = body_sort::unknown;  // of the head
  std::string_view side;  // the modifier that is of a party: "republican"
  bool lesser = false, past = false;  // a modifier is "deputy", "former"...
};

// What stands before a token from the start of the text on, counted: a
// number in each twelve bits, so that the difference of two that are less than
// 4,096 tokens apart is exact whatever was carried over.
struct signs {
  std::uint64_t counts = 0;

  static constexpr unsigned width = 12;
  enum which : unsigned {
    clause,       // but, who, which, a colon, a stop
    coordinated,  // a comma and an "and"
    mark,         // quotation marks
    that,         // which, that
    verb,         // finite ones, by form
  };
  static constexpr std::uint64_t one(which w) {
    return std::uint64_t{1} << (width * w);
  }
  unsigned of(which w) const {
    return static_cast<unsigned>(counts >> (width * w)) & ((1U << width) - 1);
  }
};

// Which of the ascending bounds `n` lies within, or their number.
template <std::size_t size>
constexpr unsigned bucket(std::uint32_t n, const std::uint32_t (&up_to)[size]) {
  unsigned b = 0;
  for (const std::uint32_t limit : up_to) b += n > limit ? 1U : 0U;
  return b;
}

class follower {
 public:
  follower(const reading& r, identities& who, const weight_table& weights,
           std::vector<decision>* record);
  discourse run();

 private:
  // discourse.cpp
  void find_sources();
  bool verb_at(std::uint32_t token) const { return r_.verb_at(token); }
  void read_mention(std::uint32_t token);
  bool before_people(std::uint32_t token) const;
  void read_pronoun(std::uint32_t token);
  bool owns(std::uint32_t token) const;
  bool read_description(std::uint32_t token);
  void follow_description(asked& a, std::uint32_t end);
  void first_owner(phrase& p) const;
  void plural_by_ending(phrase& p) const;
  bool opaque(const phrase& p) const;
  void with_adjectives(phrase& p) const;
  bool bare_plural(std::uint32_t token) const;
  void names_inside(asked& a, std::uint32_t end) const;
  void read_pair(std::uint32_t token, std::size_t m);
  void learn(asked& a) const;
  void weigh(const asked& a, decision& d);
  std::int32_t resolve(asked& a);
  void make_newest(std::int32_t referent);
  void note(std::uint32_t token, std::uint32_t end, std::int32_t referent,
            named_by how, clause_role role);
  void read_modifiers(asked& a, std::uint32_t first, std::uint32_t end) const;
  // `head` is its head noun, titles written out.
  std::int32_t open_referent(phrase&& p, std::vector<std::string>&& head);
  clause_role role_of(std::uint32_t token, std::uint32_t end) const;
  clause_role foreign_role(std::uint32_t token, std::uint32_t end) const;
  bool speaks_around(const asked& a, std::int32_t referent) const;
  void names_spoken_of(asked& a) const;
  bool suits(const asked& a, std::int32_t referent) const;
  void find_candidates(const asked& a);
  candidate fresh(const asked& a) const {
    return {weights_[static_cast<std::size_t>(a.kind)], record_ != nullptr};
  }
  bool beside_name(const phrase& p, std::int32_t& name) const;
  std::uint32_t source_end(std::int32_t quotation) const;
  bool goes_on(const asked& a) const;
  std::int32_t likely_source(const asked& a,
                             const std::vector<candidate>& from) const;
  bool owned_here(const asked& a, std::uint32_t name) const;
  bool person_owned(std::uint32_t token) const;
  void said_by(std::uint32_t token, std::int32_t referent);

  // features.cpp
  bool describe(const asked& a, std::int32_t referent, std::int32_t at,
                std::size_t rank, bool alone, candidate& out) const;
  void describe_place(const asked& a, const referent& c, const occurrence& o,
                      candidate& out) const;
  void look_around(occurrence& o) const;
  void describe_words(const occurrence& o, candidate& out) const;
  void describe_form(const referent& c, const occurrence& o, unsigned near,
                     candidate& out) const;
  bool owned(std::uint32_t token) const;
  bool first_in_headline(std::int32_t name) const;
  void describe_subject(const asked& a, const referent& c,
                        candidate& out) const;
  void describe_near(const asked& a, const occurrence& o, candidate& out) const;
  void describe_recent(std::int32_t referent, candidate& out) const;
  void describe_later(const asked& a, std::uint32_t token,
                      candidate& out) const;
  void describe_place_later(const asked& a, std::uint32_t token, bool known,
                            std::size_t persons, candidate& out) const;
  bool opens_clause(std::uint32_t token) const;
  unsigned word_behind(const asked& a) const;
  void compare(std::vector<candidate>& all, std::size_t before) const;
  void describe_bodies(const asked& a, const identity& one,
                       candidate& out) const;
  bool describe_role(const asked& a, std::int32_t referent,
                     candidate& out) const;
  void describe_none(const asked& a, std::size_t others, std::size_t heads,
                     candidate& out) const;
  void later_in_sentence(const asked& a, std::size_t before,
                         std::vector<candidate>& out) const;
  void later_in_document(const asked& a, std::vector<candidate>& out) const;
  void next_sentence(const asked& a, std::vector<candidate>& out) const;
  bool same_head(const asked& a, const referent& c) const;
  bool head_in_roles(const asked& a, const referent& c) const;

  void count_signs();
  std::uint64_t sign_at(std::uint32_t token) const;
  std::uint64_t signs_before(std::uint32_t token) const;
  // Of [begin, end), fewer than 4,096 tokens.
  signs between(std::uint32_t begin, std::uint32_t end) const {
    return {signs_before(end) - signs_before(begin)};
  }

  const reading& r_;
  identities& who_;
  const weight_table& weights_;
  std::vector<decision>* record_;
  discourse out_;
  std::vector<std::pair<std::uint32_t, std::int32_t>> sources_;  // by token
  std::vector<std::int32_t> named_speaker_;  // a quotation: referent or -1
  std::vector<std::uint32_t> source_token_;  // a quotation: its source's head
  static constexpr std::uint32_t every = 8;
  std::vector<std::uint64_t>
      signs_;  // signs before each token that `every` divides
  // Referents by their last occurrence: the newest, then along `older`.
  std::int32_t newest_ = -1;
  std::array<std::int32_t, 12> recent_;  // of the last occurrences
  std::size_t noted_ = 0;                // of all of them
  // Pairs (referent, its last occurrence) and the decision of one anaphor.
  std::vector<std::pair<std::int32_t, std::int32_t>> before_;
  decision now_;
  std::int32_t last_speaker_ = -1;
  std::uint32_t last_source_ = 0;  // token
  // Two names that stood side by side, and the referent of both.
  std::vector<std::pair<std::pair<std::int32_t, std::int32_t>, std::int32_t>>
      pairs_;
  std::uint32_t subjects_ = 0;    // occurrences as a subject so far
  std::uint32_t phrase_end_ = 0;  // of the last description
  std::int32_t most_named_ = -1;
  std::int32_t first_named_ = -1;
  std::uint32_t last_sentence_ = no_token;  // of the last person noted
};

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_FOLLOWER_HPP_
