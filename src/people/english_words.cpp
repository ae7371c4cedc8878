// SPDX-License-Identifier: Apache-2.0
// english_words.cpp - see english_words.hpp.
//
// Idea: closed-class words are short, so only short tokens are looked up, by a
// hash. Cost: O(1) for those, O(len) for words with an apostrophe.
#include "people/english_words.hpp"

#include <iterator>

#include "model/short_words.hpp"

namespace copydesk::people {
namespace {

struct entry {
  std::string_view text;
  word what;
};

constexpr entry closed_class[] = {
    {"a", word::a},
    {"i", word::i},
    {"an", word::a},
    {"as", word::but},
    {"at", word::preposition},
    {"be", word::auxiliary},
    {"by", word::preposition},
    {"do", word::auxiliary},
    {"dr", word::honorific},
    {"he", word::he},
    {"if", word::but},
    {"in", word::preposition},
    {"is", word::auxiliary},
    {"it", word::it},
    {"me", word::i},
    {"mr", word::honorific_m},
    {"ms", word::honorific_f},
    {"my", word::i},
    {"of", word::of},
    {"on", word::preposition},
    {"or", word::conjunction},
    {"so", word::but},
    {"to", word::to},
    {"us", word::we},
    {"we", word::we},
    {"and", word::conjunction},
    {"are", word::auxiliary},
    {"but", word::but},
    {"can", word::auxiliary},
    {"did", word::auxiliary},
    {"few", word::many},
    {"for", word::preposition},
    {"had", word::auxiliary},
    {"has", word::auxiliary},
    {"her", word::her},
    {"him", word::him},
    {"his", word::his},
    {"its", word::its},
    {"may", word::auxiliary},
    {"mrs", word::honorific_f},
    {"not", word::not_},
    {"one", word::a},
    {"our", word::we},
    {"she", word::she},
    {"sir", word::honorific_m},
    {"six", word::many},
    {"ten", word::many},
    {"the", word::the},
    {"two", word::many},
    {"was", word::auxiliary},
    {"who", word::who},
    {"you", word::you},
    {"both", word::many},
    {"dame", word::honorific_f},
    {"does", word::auxiliary},
    {"each", word::many},
    {"five", word::many},
    {"four", word::many},
    {"from", word::preposition},
    {"have", word::auxiliary},
    {"hers", word::hers},
    {"into", word::preposition},
    {"lady", word::honorific_f},
    {"lord", word::honorific_m},
    {"many", word::many},
    {"mine", word::i},
    {"miss", word::honorific_f},
    {"more", word::many},
    {"most", word::many},
    {"near", word::preposition},
    {"nine", word::many},
    {"once", word::but},
    {"only", word::other},
    {"onto", word::preposition},
    {"ours", word::we},
    {"over", word::preposition},
    {"prof", word::honorific},
    {"some", word::many},
    {"than", word::preposition},
    {"that", word::which},
    {"them", word::them},
    {"they", word::they},
    {"this", word::this_that},
    {"upon", word::preposition},
    {"were", word::auxiliary},
    {"when", word::but},
    {"whom", word::who},
    {"will", word::auxiliary},
    {"with", word::preposition},
    {"your", word::you},
    {"about", word::preposition},
    {"after", word::preposition},
    {"among", word::preposition},
    {"could", word::auxiliary},
    {"eight", word::many},
    {"might", word::auxiliary},
    {"never", word::not_},
    {"other", word::many},
    {"seven", word::many},
    {"since", word::preposition},
    {"their", word::their},
    {"these", word::this_that},
    {"three", word::many},
    {"under", word::preposition},
    {"until", word::preposition},
    {"where", word::but},
    {"which", word::which},
    {"while", word::but},
    {"whose", word::whose},
    {"would", word::auxiliary},
    {"across", word::preposition},
    {"around", word::preposition},
    {"before", word::preposition},
    {"behind", word::preposition},
    {"during", word::preposition},
    {"inside", word::preposition},
    {"itself", word::it},
    {"madame", word::honorific_f},
    {"myself", word::i},
    {"others", word::many},
    {"should", word::auxiliary},
    {"theirs", word::their},
    {"toward", word::preposition},
    {"within", word::preposition},
    {"against", word::preposition},
    {"another", word::a},
    {"because", word::but},
    {"between", word::preposition},
    {"despite", word::preposition},
    {"herself", word::she},
    {"himself", word::he},
    {"outside", word::preposition},
    {"several", word::many},
    {"through", word::preposition},
    {"towards", word::preposition},
    {"whereas", word::but},
    {"without", word::preposition},
    {"although", word::but},
    {"themself", word::they},
    {"ourselves", word::we},
    {"professor", word::honorific},
    {"throughout", word::preposition},
    {"themselves", word::they},
};
constexpr std::size_t longest_entry = 10;

constexpr std::string_view past_form_list[] = {
    "became", "began",   "bought", "broke", "brought", "built", "came",
    "chose",  "cut",     "drew",   "drove", "fell",    "felt",  "fled",
    "flew",   "fought",  "found",  "gave",  "goes",    "got",   "grew",
    "heard",  "held",    "kept",   "knew",  "laid",    "led",   "left",
    "lost",   "made",    "met",    "paid",  "put",     "ran",   "rose",
    "said",   "sang",    "sat",    "saw",   "sent",    "set",   "shot",
    "showed", "sold",    "sought", "spent", "spoke",   "stood", "swore",
    "taught", "thought", "threw",  "told",  "took",    "urges", "went",
    "woke",   "won",     "wore",   "wrote"};
constexpr learned::short_words<std::size(past_form_list), 256> past_forms(
    [](std::size_t i) { return past_form_list[i]; });
constexpr std::size_t longest_past_form = 7;

constexpr learned::short_words<std::size(closed_class), 1024> closed_words(
    [](std::size_t i) { return closed_class[i].text; });

word closed(learned::short_word lower) {
  const std::size_t i = closed_words.find(lower);
  return i < std::size(closed_class) ? closed_class[i].what : word::other;
}

}  // namespace

word english_word(std::string_view raw) {
  if (raw.size() > longest_entry + 5) return word::other;
  const learned::short_word all = learned::loaded(raw);
  if (!raw.empty() && !beyond_ascii(all) && !has_byte(all, '\'') &&
      raw.back() != '.') {
    if (raw.size() > longest_entry || raw == "US") return word::other;
    return closed(in_small_letters(all));
  }
  const std::size_t cut = before_apostrophe(raw);
  if (cut == 0) return word::possessive;
  std::string_view stem = raw.substr(0, cut);
  if (stem.size() > 1 && stem.back() == '.') stem.remove_suffix(1);
  if (stem.size() > longest_entry) return word::other;
  if (raw == "US") return word::other;  // the country
  const learned::short_word part = learned::loaded(stem);
  const word w =
      beyond_ascii(part) ? word::other : closed(in_small_letters(part));
  if (cut == raw.size()) return w;
  // Of words with an apostrophe only pronouns and auxiliaries (don't) count.
  return w <= word::who || w == word::auxiliary ? w : word::other;
}

bool has_verb_form(std::string_view w) {
  if (ends(w, "ed")) return true;
  if (ends(w, "s") && !ends(w, "ss") && w.size() > 3) return true;
  return w.size() <= longest_past_form &&
         past_forms.find(learned::loaded(w)) < std::size(past_form_list);
}

}  // namespace copydesk::people
