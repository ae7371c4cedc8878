// SPDX-License-Identifier: Apache-2.0
// forms.hpp - the different ways in which a document writes its names, and
// whether two of them can be one name.
#ifndef COPYDESK_SRC_PEOPLE_FORMS_HPP_
#define COPYDESK_SRC_PEOPLE_FORMS_HPP_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "copydesk/document.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

// Names of different classes are never one: an organization is not the place
// it is named for.
enum class name_class : std::uint8_t { person, body, place, people, other };
name_class class_of(entity_type t);

// A way to write a name: the mentions that are equal after folding, without
// article, title, honorific and possessive.
struct form {
  name_class kind = name_class::person;
  entity_type type = entity_type::person;
  std::vector<std::string> words;       // folded
  std::string key;                      // the words with a space between
  std::string alias;                    // alias_form(key)
  std::string caller_id;                // in the caller's gazetteer, or ""
  bool acronym = false;                 // every letter is a capital
  std::vector<std::uint32_t> mentions;  // in text order
};

// The first token of the name in a mention of a person: a title or a form of
// address that was taken for a part of it stays outside.
std::uint32_t name_begin(const reading& r, const entities::mention& m);

// All forms of the document in order of their first mention; form_of gets
// one index a mention, or -1. O(tokens in mentions).
std::vector<form> forms_of(const reading& r,
                           std::vector<std::int32_t>& form_of);

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

// The fullest of `used` (indices into `all`, at least one): most words, then
// no acronym, then most mentions.
const form& fullest_form(const std::vector<form>& all,
                         const std::vector<std::uint32_t>& used);

// How a form stands in the text without leading titles, white space made one
// space; a way with small letters is preferred.
std::string written(const reading& r, const form& f);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_FORMS_HPP_
