// SPDX-License-Identifier: Apache-2.0
#include "unit/document_promises.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "copydesk/json.hpp"
#include "unicode/scan.hpp"
#include "unicode/utf8.hpp"

namespace copydesk_test {
namespace {

using namespace copydesk;

// The promises are asked one after the other; the first broken one stays.
class asker {
 public:
  asker(const document& doc, std::string_view bytes, const options& how)
      : doc_(doc), bytes_(bytes), how_(how) {
    characters_ = how.offsets == offset_unit::bytes &&
                  doc.encoding == "UTF-8" && well_formed(bytes);
  }

  std::string ask() {
    const bool fits = how_.offsets == offset_unit::bytes
                          ? doc_.length == bytes_.size()
                          : doc_.length <= bytes_.size();
    require(fits, "length");
    require(!doc_.language.empty() && !doc_.encoding.empty(), "labels");
    ask_layout();
    ask_entities();
    ask_names();
    ask_quotes();
    ask_repairs();
    if (!how_.tokens) require(doc_.tokens.empty(), "tokens not asked for");
    if (!how_.normalized) require(doc_.normalized.empty(), "clean text");
    require(well_formed(doc_.normalized), "clean text is well formed");
    return why_;
  }

  static bool well_formed(std::string_view text) {
    return unicode::scan(text).valid == text.size();
  }

 private:
  void require(bool holds, const char* what) {
    if (!holds && why_.empty()) why_ = what;
  }

  void place(span s, const char* what, bool may_be_empty = false) {
    require(s.begin <= s.end && s.end <= doc_.length, what);
    require(may_be_empty || !s.empty(), what);
    if (!characters_ || !why_.empty()) return;
    require(edge(s.begin) && edge(s.end), what);
  }

  bool edge(std::uint32_t at) const {
    return at == bytes_.size() || unicode::begins_char(bytes_[at]);
  }

  // Places one behind the other.
  template <class Items, class Where>
  void in_a_row(const Items& items, Where where, const char* what) {
    std::uint32_t last = 0;
    for (const auto& item : items) {
      const span s = where(item);
      place(s, what);
      require(s.begin >= last, what);
      last = s.end;
    }
  }

  void ask_layout() {
    in_a_row(
        doc_.paragraphs, [](const paragraph& p) { return p.where; },
        "paragraphs");
    in_a_row(
        doc_.sentences, [](span s) { return s; }, "sentences");
    in_a_row(
        doc_.tokens, [](span s) { return s; }, "tokens");
    std::size_t at = 0;
    for (const span s : doc_.sentences) {
      while (at < doc_.paragraphs.size() &&
             doc_.paragraphs[at].where.end < s.end) {
        ++at;
      }
      require(at < doc_.paragraphs.size() &&
                  doc_.paragraphs[at].where.begin <= s.begin &&
                  doc_.paragraphs[at].kind != paragraph_kind::boilerplate,
              "a sentence lies in a paragraph of text");
      if (!why_.empty()) return;
    }
    for (const paragraph& p : doc_.paragraphs) {
      require(*to_string(p.kind) != 0 && *p.reason != 0, "kind of paragraph");
    }
  }

  static bool is_name(entity_type type) {
    return type >= entity_type::person && type <= entity_type::product;
  }

  static bool sure(float confidence) {
    return confidence >= 0 && confidence <= 1;
  }

  template <class List>
  static bool ascends(const List& list) {
    return std::adjacent_find(list.begin(), list.end(), [](auto a, auto b) {
             return a >= b;
           }) == list.end();
  }

  template <class List>
  static bool has(const List& list, std::size_t index) {
    return std::find(list.begin(), list.end(), index) != list.end();
  }

  void ask_entities() {
    in_a_row(
        doc_.entities, [](const entity& e) { return e.where; }, "entities");
    for (std::size_t i = 0; i < doc_.entities.size(); ++i) {
      const entity& e = doc_.entities[i];
      require(*to_string(e.type) != 0, "type of entity");
      require(sure(e.confidence), "confidence of entity");
      require(e.confidence >= how_.min_confidence, "least confidence");
      require(well_formed(e.text) && !e.text.empty(), "text of entity");
      require(well_formed(e.value), "value of entity");
      const bool named = e.name >= 0;
      require(named ? static_cast<std::size_t>(e.name) < doc_.names.size()
                    : e.name == -1,
              "name of entity");
      if (!why_.empty()) return;
      require(!named || is_name(e.type), "values have no name");
      require(!named || has(doc_.names[e.name].mentions, i),
              "a name knows its mentions");
    }
  }

  void ask_names() {
    for (std::size_t i = 0; i < doc_.names.size(); ++i) {
      const name& n = doc_.names[i];
      require(is_name(n.type), "type of name");
      require(!n.text.empty() && well_formed(n.text), "text of name");
      require(!n.mentions.empty() && ascends(n.mentions) &&
                  n.mentions.back() < doc_.entities.size(),
              "mentions of name");
      require(ascends(n.quotes) &&
                  (n.quotes.empty() || n.quotes.back() < doc_.quotes.size()),
              "quotes of name");
      require(n.affiliations.size() <= 4, "affiliations");
      if (!why_.empty()) return;
      for (const std::uint32_t m : n.mentions) {
        require(doc_.entities[m].name == static_cast<std::int32_t>(i),
                "a mention knows its name");
      }
      for (const std::uint32_t q : n.quotes) {
        require(doc_.quotes[q].has_speaker &&
                    doc_.quotes[q].speaker.name == static_cast<int>(i),
                "a quote knows its speaker");
      }
      for (const std::uint32_t a : n.affiliations) {
        require(a < doc_.names.size() && a != i, "affiliation");
      }
      for (const std::string& t : n.titles) {
        require(!t.empty() && well_formed(t), "title");
      }
    }
  }

  void ask_quotes() {
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < doc_.quotes.size() && why_.empty(); ++i) {
      const quote& q = doc_.quotes[i];
      require(*to_string(q.kind) != 0 && *q.rule != 0, "kind of quote");
      require(!q.content.empty(), "content");
      in_a_row(
          q.content, [](span s) { return s; }, "pieces of content");
      if (!why_.empty()) return;
      require(q.content.front().begin >= first, "order of quotes");
      first = q.content.front().begin;
      require(!q.text.empty() && well_formed(q.text), "text of quote");
      require(sure(q.confidence), "confidence of quote");
      if (q.has_cue) place(q.cue, "cue");
      ask_speaker(q, i);
      ask_parent(q, i);
    }
  }

  void ask_speaker(const quote& q, std::size_t i) {
    if (!q.has_speaker) return;
    const speaker& s = q.speaker;
    place(s.where, "speaker", true);
    require(!s.text.empty() && well_formed(s.text), "text of speaker");
    require(sure(s.confidence), "confidence of speaker");
    require(*to_string(s.kind) != 0, "kind of speaker");
    require(s.name >= -1 && s.name < static_cast<int>(doc_.names.size()),
            "name of speaker");
    if (!why_.empty() || s.name < 0) return;
    require(has(doc_.names[s.name].quotes, i), "a speaker knows the quote");
  }

  void ask_parent(const quote& q, std::size_t i) {
    require(q.parent >= -1 && q.parent < static_cast<int>(i), "parent");
    if (!why_.empty() || q.parent < 0) return;
    const quote& p = doc_.quotes[q.parent];
    require(p.content.front().begin <= q.content.front().begin &&
                q.content.back().end <= p.content.back().end,
            "a quote lies within its parent");
  }

  void ask_repairs() {
    std::uint32_t last = 0;
    for (const repair& r : doc_.repairs) {
      place(r.where, "repair", true);
      require(*to_string(r.kind) != 0, "kind of repair");
      require(r.where.begin >= last, "order of repairs");
      require(well_formed(r.text), "text of repair");
      last = r.where.begin;
    }
  }

  const document& doc_;
  std::string_view bytes_;
  const options& how_;
  bool characters_ = false;
  std::string why_;
};

}  // namespace

std::string broken_promise(const document& doc, std::string_view bytes,
                           const options& how) {
  const std::string why = asker(doc, bytes, how).ask();
  if (!why.empty()) return why;
  json_options all;
  all.tokens = all.normalized = all.explain = true;
  return asker::well_formed(to_json(doc, all)) ? "" : "JSON is well formed";
}

std::string other_unit(const document& doc, const document& counted,
                       std::string_view bytes, offset_unit unit) {
  std::vector<std::uint32_t> units(bytes.size() + 1, 0);
  std::uint32_t n = 0;
  // A byte order mark is no character of the decoded text.
  const bool mark = bytes.substr(0, 3) == "\xEF\xBB\xBF";
  for (std::size_t i = mark ? 3 : 0; i < bytes.size(); ++i) {
    units[i] = n;
    if (!unicode::begins_char(bytes[i])) continue;
    const bool two = unit == offset_unit::utf16 &&
                     static_cast<unsigned char>(bytes[i]) >= 0xF0;
    n += two ? 2 : 1;
  }
  units[bytes.size()] = n;
  const auto moved = [&](span s) { return span{units[s.begin], units[s.end]}; };
  document d = doc;
  d.length = units[d.length];
  for (paragraph& p : d.paragraphs) p.where = moved(p.where);
  for (span& s : d.sentences) s = moved(s);
  for (span& s : d.tokens) s = moved(s);
  for (entity& e : d.entities) e.where = moved(e.where);
  for (repair& r : d.repairs) r.where = moved(r.where);
  for (quote& q : d.quotes) {
    for (span& s : q.content) s = moved(s);
    q.speaker.where = moved(q.speaker.where);
    q.cue = moved(q.cue);
  }
  json_options all;
  all.tokens = all.normalized = all.explain = true;
  return to_json(d, all) == to_json(counted, all) ? "" : "the same places";
}

}  // namespace copydesk_test
