// SPDX-License-Identifier: Apache-2.0
// forms.hpp - the different ways in which a document writes its names, and
// whether two of them can be one name.
#ifndef COPYDESK_SRC_PEOPLE_FORMS_HPP_
#define COPYDESK_SRC_PEOPLE_FORMS_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "copydesk/document.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// Names of different classes are never one: an organization is not the place
// it is named for.
enum class name_class : std::uint8_t { person, body, place, people, other };
name_class class_of(entity_type t);

// Some mentions in text order, at least one.
struct mention_list {
  const std::uint32_t* first = nullptr;
  std::uint32_t count = 0;

  const std::uint32_t* begin() const { return first; }
  const std::uint32_t* end() const { return first + count; }
  std::uint32_t size() const { return count; }
  std::uint32_t operator[](std::size_t i) const { return first[i]; }
};

// A way to write a name: the mentions that are equal after folding, without
// article, title, honorific and possessive.
struct form {
  name_class kind = name_class::person;
  entity_type type = entity_type::person;
  bool acronym = false;            // every letter is a capital
  std::vector<std::string> words;  // folded
  std::uint64_t alias = 0;         // key of the alias_form of the words
  std::string_view caller_id;      // in the caller's gazetteer, or ""; borrowed
                                   // from the first mention
  mention_list mentions;
};

// What a word, or words with a space between, is known by among the names of
// one class.
std::uint64_t key_of(name_class kind, std::string_view words);

// The first token of the name in a mention of a person: a title or a form of
// address that was taken for a part of it stays outside.
std::uint32_t name_begin(const reading& r, const entities::mention& m);
// The token after its last one, where "Ban Ki" of "Ban Ki-moon" was cut short.
std::uint32_t name_end(const reading& r, const entities::mention& m);

// All forms of the document in order of their first mention; form_of gets
// one index a mention, or -1; by_form is what the forms' lists of mentions
// point into. O(tokens in mentions).
std::vector<form> forms_of(const reading& r, std::vector<std::int32_t>& form_of,
                           std::vector<std::uint32_t>& by_form);

// Both are persons, each with two words at least: can they be one?
bool same_person(const form& a, const form& b);

// `part`, a single word or a stretch of words, can stand for `whole`: surname
// for a person, "Gulf Crescent" for Gulf Crescent Bank. 0 no; else the higher
// the better.
int stands_for(const form& part, const form& whole);

// `acronym` is made of the initials of `whole`.
bool initials_of(const form& acronym, const form& whole);

// "European Union (EU)": the second mention is the first one's acronym. From
// its form to that of the first; of several the first counts. O(mentions).
std::unordered_map<std::uint32_t, std::uint32_t> acronyms(
    const reading& r, const std::vector<form>& forms,
    const std::vector<std::int32_t>& form_of);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_FORMS_HPP_
