// SPDX-License-Identifier: Apache-2.0
// credits.cpp - author lines, dates alone, captions.
//
// Idea: after "By" an author line holds nothing but names, the small words
// that join them, and words for offices and agencies; one other word in small
// letters makes it a sentence ("By Lake Victoria, fishermen wait"). A date
// line holds nothing but dates, times and places. A caption ends with the
// name of its photographer or agency.
// Cost: bounded by line_words::most_words.
// Source: the usage of English-language wire services.
#include <algorithm>

#include "text/lexicons.hpp"
#include "text/page_lines.hpp"

namespace copydesk::text {
namespace {

template <std::size_t n>
bool one_of(std::string_view w, const std::string_view (&list)[n]) {
  return std::find(list, list + n, w) != list + n;
}

bool role(const line_words& w, std::size_t i) {
  return (page_phrase_of(w.word(i)).byline & page_match::role) != 0;
}

bool calendar(const line_words& w, std::size_t i) {
  return (word_classes_of(w.text_of(w.at(i).token), w.laid().lang) &
          word_class::calendar) != 0;
}

// Small words inside and between names.
bool joiner(std::string_view w) {
  static constexpr std::string_view words[] = {
      "and",  "&",   "und", "et",  "y",   "e",   "en",  "de",  "del", "della",
      "di",   "da",  "do",  "dos", "van", "von", "der", "den", "ter", "bin",
      "bint", "ibn", "al",  "el",  "la",  "le",  "du",  "zu",  "ap",  "o"};
  return one_of(w, words);
}
// Small words between a name and an office or a place.
bool linker(std::string_view w) {
  static constexpr std::string_view words[] = {"in",  "for", "to",   "at",
                                               "of",  "on",  "the",  "from",
                                               "our", "own", "with", "a"};
  return one_of(w, words);
}

// What the words from `i` on are made of.
struct make_up {
  std::size_t names = 0;  // capitalized words that are no offices
  std::size_t roles = 0;
  std::size_t others = 0;  // neither, nor joiners, numbers or handles
  std::size_t dates = 0;
};

make_up made_of(const line_words& w, std::size_t i) {
  make_up m;
  for (; i < w.size(); ++i) {
    const std::string_view word = w.word(i);
    if (calendar(w, i)) {
      ++m.dates;
    } else if (role(w, i)) {
      ++m.roles;
    } else if (w.capital(i)) {
      ++m.names;
    } else if (word == "#") {
      ++m.dates;
    } else if (word != "@" && !joiner(word) && !linker(word)) {
      ++m.others;
    }
  }
  return m;
}

constexpr std::size_t most_byline_words = 24;

line_verdict byline(const char* reason) {
  return {paragraph_kind::byline, reason};
}

// The number of words of an opening like "by", "written by"; 0 if none.
std::size_t opening(const line_words& w, bool& credit) {
  static constexpr std::string_view verbs[] = {
      "written",  "posted",     "reported", "edited", "compiled",
      "produced", "translated", "story",    "words",  "report",
      "filmed",   "submitted",  "authored"};
  static constexpr std::string_view nouns[] = {"reporting", "writing",
                                               "editing"};
  const std::string_view head = w.word(0);
  credit = false;
  if (head == "by") return 1;
  if (w.size() < 2) return 0;
  if (one_of(head, verbs) && w.word(1) == "by") return 2;
  if (one_of(head, nouns) && w.word(1) == "by") {
    credit = true;
    return 2;
  }
  if (w.size() > 2 && (head == "additional" || head == "with") &&
      w.word(1) == "reporting" && w.word(2) == "by") {
    credit = true;
    return 3;
  }
  if (head == "from" && w.word(1) == "our") return 1;
  return 0;
}

// "Von Lena Fischer" on a German page, and its kin.
bool foreign_by(const line_words& w) {
  const language lang = w.laid().lang;
  const std::string_view head = w.word(0);
  const bool ours = (lang == language::de && head == "von") ||
                    (lang == language::fr && head == "par") ||
                    (lang == language::es && head == "por") ||
                    (lang == language::pt && head == "por") ||
                    (lang == language::it && head == "di") ||
                    (lang == language::nl && head == "door");
  if (!ours || w.size() < 3 || w.size() > 8 || w.cut()) return false;
  if (w.ends_with_point() || !w.capital(1)) return false;
  const make_up m = made_of(w, 1);
  return m.others == 0 && m.names >= 2;
}

line_verdict opened_byline(const line_words& w) {
  bool credit = false;
  const std::size_t n = opening(w, credit);
  if (n == 0 || n >= w.size()) return {};
  if (calendar(w, n)) return {};
  make_up m = made_of(w, n);
  if (credit) {  // a chain of them: "Reporting by A; editing by B"
    for (std::size_t i = n; i < w.size(); ++i) {
      static constexpr std::string_view chain[] = {
          "by",       "editing",  "writing",  "reporting", "additional",
          "graphics", "compiled", "produced", "translated"};
      if (one_of(w.word(i), chain) && !w.capital(i)) --m.others;
    }
    return m.others == 0 && m.names > 0 ? byline("credits of a report")
                                        : line_verdict{};
  }
  if (w.word(0) != "by" && w.ends_with_point() && m.dates > 0) return {};
  for (std::size_t i = n; i < w.size(); ++i) {  // "..., Edited by B"
    if (w.word(i) == "by" && i > n) --m.others;
    if (w.word(i) == "edited" && !w.capital(i)) --m.others;
  }
  if (w.word(n) == "admin") return byline("an author line");
  const bool name_first = w.capital(n) || role(w, n) || linker(w.word(n));
  if (m.others != 0 || m.names + m.roles == 0 || !name_first) return {};
  if (w.ends_with_point() && m.roles == 0) return {};
  return byline("an author line");
}

// "Tom Reed, Reuters", "Tom Reed in Nairobi", "Associated Press".
line_verdict name_and_office(const line_words& w, bool before_text) {
  if (w.size() > 9 || w.ends_with_point() || w.reports()) return {};
  const make_up m = made_of(w, 0);
  if (m.others != 0 || m.dates != 0) return {};
  if (m.names == 0) {
    const bool agency = m.roles >= 1 && (w.size() >= 2 || before_text);
    const bool page =
        (page_phrase_of(w.word(0)).boilerplate & page_match::nav) != 0 &&
        w.size() == 1;
    return agency && !page && m.roles >= w.size() - 1
               ? byline("the name of an agency or an office alone")
               : line_verdict{};
  }
  if (m.names < 2 || m.names > 4 || !w.capital(0) || role(w, 0)) return {};
  std::size_t i = 0;
  while (i < w.size() && (joiner(w.word(i)) || (w.capital(i) && !role(w, i))))
    ++i;
  const bool office =
      m.roles > 0 && i + m.roles + 2 >= w.size() && role(w, w.size() - 1);
  if (office && (before_text || w.token_is(w.at(i - 1).token + 1, ",") ||
                 w.token_is(w.at(i - 1).token + 1, "|")))
    return byline("a name and an office");
  if (before_text && m.roles == 0 && i < w.size() && w.word(i) == "in" &&
      i >= 2 && i <= 4 && i + 2 >= w.size())
    return byline("a name and a place");
  if (before_text && m.roles > 0 && w.word(w.size() - 1) == "agencies")
    return byline("a name and agencies");
  return {};
}

// "Ibrahim Sesay contributed to this report."
line_verdict contribution(const line_words& w) {
  bool told = false;
  for (std::size_t i = 0; i < w.size() && !told; ++i)
    told = w.word(i) == "contributed" || w.word(i) == "reported";
  if (!told) return {};
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (w.word(i) != "contributed") continue;
    for (std::size_t n = 2; n <= 4 && i + n <= w.size(); ++n) {
      if ((page_phrase_of(w.phrase(i, n)).byline & page_match::has) != 0)
        return byline("says who contributed");
    }
  }
  for (std::size_t i = 2; i + 2 < w.size() && i <= 4; ++i) {
    if (w.word(i) != "reported" || w.word(i + 1) != "from") continue;
    make_up names = made_of(w, 0), place = made_of(w, i + 2);
    if (names.others == 2 && place.others == 0 && place.names > 0 &&
        place.dates == 0 && w.capital(0) && w.capital(1))
      return byline("says who reported");
  }
  return {};
}

// "Author: Tom Reed", "Source: Xinhua"
line_verdict labelled(const line_words& w) {
  for (std::size_t n = 1; n <= 2 && n < w.size(); ++n) {
    const page_phrase p = page_phrase_of(w.phrase(0, n));
    if ((p.byline & page_match::label) == 0) continue;
    if (!w.token_is(w.at(n - 1).token + 1, ":")) continue;
    const make_up m = made_of(w, n);
    if (m.others == 0 && m.names + m.roles > 0 && !w.ends_with_point())
      return byline("a label and a name");
  }
  return {};
}

bool date_word(std::string_view w) {
  static constexpr std::string_view words[] = {
      "published",   "updated",      "posted",     "last",
      "modified",    "created",      "first",      "on",
      "at",          "am",           "pm",         "a.m.",
      "p.m.",        "hours",        "hour",       "minutes",
      "minute",      "mins",         "min",        "days",
      "day",         "weeks",        "ago",        "le",
      "de",          "of",           "the",        "el",
      "il",          "den",          "um",         "uhr",
      "vor",         "today",        "yesterday",  "date",
      "time",        "local",        "st",         "nd",
      "rd",          "th",           "from",       "edited",
      "heute",       "aktualisiert", "stand",      "publi\xC3\xA9",
      "mis",         "\xC3\xA0",     "jour",       "publicado",
      "actualizado", "atualizado",   "pubblicato", "gepubliceerd"};
  return one_of(w, words);
}

// Months and days cut short, without a point; they are names too.
bool short_calendar(std::string_view w) {
  static constexpr std::string_view words[] = {
      "jan",  "feb",  "mar",   "apr", "jun", "jul", "aug",  "sep",
      "sept", "oct",  "nov",   "dec", "mon", "tue", "tues", "wed",
      "thu",  "thur", "thurs", "fri", "sat", "sun"};
  return one_of(w, words);
}
// "#" and "#-#-#".
bool number_word(std::string_view w) {
  return !w.empty() && w.find_first_not_of("#-") == std::string_view::npos;
}

constexpr std::size_t most_date_words = 16;

}  // namespace

line_verdict byline_verdict(const line_words& w, bool before_text) {
  if (w.cut() || w.size() > most_byline_words) return {};
  line_verdict v = opened_byline(w);
  if (v.kind == paragraph_kind::body && foreign_by(w))
    v = byline("an author line");
  if (v.kind == paragraph_kind::body) v = labelled(w);
  if (v.kind == paragraph_kind::body) v = name_and_office(w, before_text);
  if (v.kind == paragraph_kind::body) v = contribution(w);
  return v;
}

line_verdict dateline_verdict(const line_words& w) {
  if (w.cut() || w.size() > most_date_words || w.ends_with_point()) return {};
  std::size_t numbers = 0, names = 0, months = 0, words = 0, agencies = 0;
  bool ago = false, dashed = false;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const std::string_view word = w.word(i);
    if (number_word(word)) {
      ++numbers;
      dashed = dashed || word == "#-#-#";
    } else if (calendar(w, i) || short_calendar(word)) {
      ++months;
    } else if (date_word(word)) {
      ++words;
      ago = ago || word == "ago";
    } else if ((word_classes_of(w.text_of(w.at(i).token), language::en) &
                word_class::zone) != 0 &&
               numbers > 0) {
      ++words;
    } else if (role(w, i)) {
      ++agencies;
    } else if (w.capital(i) && i < 5) {
      ++names;
    } else {
      return {};
    }
  }
  constexpr const char* reason = "a date or a place alone";
  if (ago && numbers > 0 && names == 0)
    return {paragraph_kind::dateline, reason};
  if (numbers > 0 && months > 0 && names <= 4 && (names == 0 || w.capital(0)))
    return {paragraph_kind::dateline, reason};
  if (numbers > 0 && names == 0 && agencies == 0 && (words > 0 || dashed))
    return {paragraph_kind::dateline, reason};
  const token& head = w.laid().tokens[w.first_token()];
  if (numbers == 0 && months == 0 && words == 0 && names >= 2 && names <= 4 &&
      head.letters == token_case::upper && head.where().size() > 2 &&
      w.token_is(w.first_token() + 1, ",") &&
      w.laid().tokens[w.token_end() - 1].letters == token_case::title)
    return {paragraph_kind::dateline, reason};
  return {};
}

line_verdict caption_verdict(const laid_text& laid, std::uint32_t first,
                             std::uint32_t end) {
  constexpr std::uint32_t tail = 12;
  const std::uint32_t from = end - first > tail ? end - tail : first;
  static constexpr std::string_view agencies[] = {
      "AP",  "AFP", "REUTERS", "Reuters", "EPA",  "Getty",
      "dpa", "AAP", "PA",      "Xinhua",  "TASS", "AFP/Getty"};
  const auto word = [&](std::uint32_t i) {
    return i < end ? laid.tokens[i].where().of(laid.clean) : std::string_view();
  };
  // Text ends with a word in small letters, or with what somebody said.
  const std::uint32_t last =
      word(end - 1) == "." && end - first > 1 ? end - 2 : end - 1;
  if (laid.tokens[last].letters == token_case::lower ||
      laid.tokens[last].kind == token_kind::mark)
    return {};
  std::uint32_t mark = end;
  for (std::uint32_t i = from; i < end; ++i) {
    const std::string_view w = word(i);
    const bool agency = one_of(w, agencies);
    const bool photo = w == "Photo" || w == "PHOTO" || w == "Photograph" ||
                       w == "Picture" || w == "Photos" || w == "Foto";
    if (agency && (word(i + 1) == "Photo" || word(i + 1) == "PHOTO" ||
                   word(i + 1) == "Images" || word(i + 1) == "/"))
      mark = i;
    if (photo && (word(i + 1) == ":" || word(i + 1) == "by")) mark = i;
    if (agency && i > first && i + 1 == end &&
        (word(i - 1) == "|" || word(i - 1) == "/"))
      mark = i;
    if (mark != end) break;
  }
  if (mark == end) return {};
  for (std::uint32_t i = mark; i < end; ++i) {
    const token& t = laid.tokens[i];
    const std::string_view w = word(i);
    if (t.kind == token_kind::word && t.letters == token_case::lower &&
        w != "by" && w != "via" && w != "dpa" && w != "for" && w != "de" &&
        w != "van" && w != "von" && w != "bin" && w != "al")
      return {};
    if (t.kind == token_kind::mark) return {};
  }
  return {paragraph_kind::caption, "ends with the credit of a picture"};
}

}  // namespace copydesk::text
