// SPDX-License-Identifier: Apache-2.0
// analyze.cpp - the order of the rooms, and the way back.
//
// Idea: clean -> lay out -> entities -> quotes -> people, one direction, each
// once; then every clean span is mapped to the caller's bytes here and nowhere
// else. Cost: that of the rooms plus O(spans * log edits).
#include <algorithm>

#include "copydesk/analyzer.hpp"
#include "entities/entities.hpp"
#include "people/people.hpp"
#include "quotes/quotes.hpp"
#include "text/clean.hpp"
#include "text/laid_text.hpp"
#include "text/room.hpp"

namespace copydesk {
inline namespace v1 {

struct analyzer::impl {
  model learned;
};

namespace {

// All that the rooms said, before the way back.
struct rooms {
  text::clean_text clean;
  text::laid_text laid;
  entities::entities found;
  quotes::quotes said;
  people::people who;
};

// Turns clean spans into spans of the caller's text, in the unit asked for.
class way_back {
 public:
  explicit way_back(const text::clean_text& clean) : clean_(clean) {}

  span operator()(text::clean_span s) const {
    return in_unit(clean_.map.to_source(s));
  }
  // Requires bytes of the caller's text.
  span in_unit(span bytes) const { return clean_.map.in_unit(bytes); }
  std::string words(text::clean_span s) const {
    return std::string(s.of(clean_.text));
  }

 private:
  const text::clean_text& clean_;
};

// Takes the layout.
void put_layout(rooms& r, const way_back& back, const options& opts,
                document& doc) {
  if (opts.tokens) {
    doc.tokens.reserve(r.laid.tokens.size());
    for (const text::token& t : r.laid.tokens) {
      doc.tokens.push_back(back(t.where()));
    }
  }
  text::give_back(r.laid.tokens);
  doc.sentences.reserve(r.laid.sentences.size());
  for (const text::sentence& s : r.laid.sentences) {
    if (r.laid.paragraphs[s.paragraph].kind == paragraph_kind::boilerplate) {
      continue;
    }
    doc.sentences.push_back(back(s.where));
  }
  text::give_back(r.laid.sentences);
  doc.paragraphs.reserve(r.laid.paragraphs.size());
  for (const text::paragraph& p : r.laid.paragraphs) {
    doc.paragraphs.push_back({back(p.where), p.kind, p.reason});
  }
  text::give_back(r.laid.paragraphs);
}

// Takes what the mentions and names own.
void put_entities(rooms& r, const way_back& back, document& doc) {
  doc.entities.reserve(r.found.mentions.size());
  for (std::size_t i = 0; i < r.found.mentions.size(); ++i) {
    entities::mention& m = r.found.mentions[i];
    entity e;
    e.where = back(m.where);
    e.type = m.type;
    e.confidence = m.confidence;
    e.name = r.who.name_of_mention[i];
    e.text = back.words(m.where);
    e.value = std::move(m.value);
    doc.entities.push_back(std::move(e));
  }
  r.found = {};
  doc.names.reserve(r.who.names.size());
  for (people::person& p : r.who.names) {
    name n;
    n.type = p.type;
    n.text = std::move(p.text);
    for (text::clean_span t : p.titles) n.titles.push_back(back.words(t));
    n.mentions = std::move(p.mentions);
    n.affiliations = std::move(p.affiliations);
    n.gender = p.sex;
    n.caller_id = std::move(p.caller_id);
    doc.names.push_back(std::move(n));
  }
  text::give_back(r.who.names);
}

speaker speaker_of(people::attribution a, const way_back& back) {
  speaker s;
  s.where = back(a.where);
  s.text = std::move(a.text);
  s.name = a.name;
  s.kind = a.kind;
  s.confidence = a.confidence;
  return s;
}

// The mark that closes what `open` opened; "" if it opens nothing.
std::string_view closing(std::string_view open) {
  if (open == "\xE2\x80\x9C") return "\xE2\x80\x9D";
  if (open == "\xE2\x80\x98") return "\xE2\x80\x99";
  if (open == "\"") return "\"";
  return {};
}

// Where `mark` stands last in `words`; npos if nowhere. Most words hold not
// even its first byte.
std::size_t last_of(std::string_view words, std::string_view mark) {
  std::size_t at = words.rfind(mark[0]);
  while (at != std::string_view::npos &&
         words.compare(at, mark.size(), mark) != 0) {
    at = at == 0 ? std::string_view::npos : words.rfind(mark[0], at - 1);
  }
  return at;
}

// The words of a piece, with the closing mark behind it that an opening mark
// in it waits for: the silt "does not read letters".
std::string_view with_its_mark(text::clean_span piece, std::string_view clean) {
  const std::string_view words = piece.of(clean);
  for (const std::string_view open : {"\xE2\x80\x9C", "\xE2\x80\x98", "\""}) {
    const std::string_view close = closing(open);
    const std::size_t last = last_of(words, open);
    if (last == std::string_view::npos) continue;
    const bool straight = open == close;
    // A straight mark opens where their number is odd.
    const bool waits =
        straight ? std::count(words.begin(), words.end(), '"') % 2 == 1
                 : words.find(close, last) == std::string_view::npos;
    if (!waits) continue;
    std::size_t end = piece.end;
    while (end < clean.size() && end < piece.end + std::size_t{2} &&
           (clean[end] == '.' || clean[end] == ',')) {
      ++end;
    }
    if (clean.substr(end, close.size()) == close) {
      return clean.substr(piece.begin, end + close.size() - piece.begin);
    }
  }
  return words;
}

// The text between two pieces ends a sentence: "...," she said. "...
bool ends_sentence(std::string_view between) {
  const std::size_t letter = between.find_last_of(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return letter != std::string_view::npos &&
         between.find_first_of(".!?", letter) != std::string_view::npos;
}

// Joins the pieces of a split quotation as a reader would quote them: a piece
// that begins anew ends the sentence before it ("..., too," she said. "But").
void add_piece(std::string_view piece, std::string_view between,
               std::string& text) {
  if (!text.empty()) {
    const char last = text.back();
    const bool anew =
        (ends_sentence(between) && !(piece[0] >= 'a' && piece[0] <= 'z')) ||
        (piece[0] >= 'A' && piece[0] <= 'Z' && piece.size() > 1 &&
         piece[1] != '\'' && piece.substr(0, 2) != "I ");
    const bool open = (last >= 'a' && last <= 'z') || last == ',' ||
                      (last >= '0' && last <= '9');
    if (anew && open) {
      if (last == ',') text.pop_back();
      text += '.';
    }
    text += ' ';
  }
  text += piece;
}

// Takes the quotations and their speakers.
void put_quotes(rooms& r, const way_back& back, document& doc) {
  doc.quotes.reserve(r.said.quotations.size());
  for (std::size_t i = 0; i < r.said.quotations.size(); ++i) {
    const quotes::quotation q = std::move(r.said.quotations[i]);
    quote out;
    out.kind = q.kind;
    const std::string_view clean = r.clean.text;
    std::size_t end = 0;  // of the piece before
    for (text::clean_span piece : q.content) {
      out.content.push_back(back(piece));
      add_piece(with_its_mark(piece, clean),
                clean.substr(
                    end, piece.begin - std::min(end, std::size_t{piece.begin})),
                out.text);
      end = piece.end;
    }
    out.has_speaker = r.who.speakers[i].known;
    if (out.has_speaker) {
      out.speaker = speaker_of(std::move(r.who.speakers[i]), back);
      if (out.speaker.name >= 0) {
        doc.names[static_cast<std::size_t>(out.speaker.name)].quotes.push_back(
            static_cast<std::uint32_t>(i));
      }
    }
    out.has_cue = q.has_cue;
    if (q.has_cue) out.cue = back(q.cue);
    out.parent = q.parent;
    out.confidence = q.confidence;
    out.rule = q.rule;
    doc.quotes.push_back(std::move(out));
  }
  text::give_back(r.said.quotations);
  text::give_back(r.who.speakers);
}

// Takes the repairs.
void put_repairs(rooms& r, const way_back& back, document& doc) {
  doc.repairs.reserve(r.clean.repairs.size() + r.said.repairs.size());
  for (text::source_repair& s : r.clean.repairs) {
    doc.repairs.push_back(
        {back.in_unit({s.begin, s.end}), s.kind, std::move(s.text)});
  }
  for (const quotes::mark_repair& m : r.said.repairs) {
    doc.repairs.push_back({back(m.where), m.kind, std::string(m.text)});
  }
  text::give_back(r.clean.repairs);
  text::give_back(r.said.repairs);
  const auto before = [](const repair& a, const repair& b) {
    return a.where.begin < b.where.begin;
  };
  // Sorting takes memory of its own.
  if (std::is_sorted(doc.repairs.begin(), doc.repairs.end(), before)) return;
  std::stable_sort(doc.repairs.begin(), doc.repairs.end(), before);
}

// Options as their comments allow them, or what is wrong with them.
const char* not_allowed(const options& opts) noexcept {
  if (!(opts.min_confidence >= 0 && opts.min_confidence <= 1)) {
    return "min_confidence must lie in [0, 1]";
  }
  if (opts.offsets != offset_unit::bytes &&
      opts.offsets != offset_unit::utf16 &&
      opts.offsets != offset_unit::codepoints) {
    return "no such unit of offsets";
  }
  if (opts.quotes != quote_style::speech &&
      opts.quotes != quote_style::attributions) {
    return "no such style of quotations";
  }
  if (opts.entities == nullptr) return nullptr;
  for (const entity& e : *opts.entities) {
    if (e.where.begin > e.where.end) return "a given entity ends too early";
    if (e.type < entity_type::person || e.type > entity_type::product) {
      return "a given entity is of no type of names";
    }
  }
  return nullptr;
}

bool stopped(const options& opts) noexcept {
  return opts.cancel != nullptr && opts.cancel->load(std::memory_order_relaxed);
}

failure cancelled() {
  return {errc::cancelled, 0, "the call was asked to stop"};
}

bool over(std::size_t count, std::uint32_t limit) noexcept {
  return limit != 0 && count > limit;
}

failure too_many(const char* message) { return {errc::too_many, 0, message}; }

// Parents stand before their children.
std::uint32_t depth_of(const quotes::quotes& said) {
  std::vector<std::uint32_t> depths(said.quotations.size(), 1);
  std::uint32_t deepest = 0;
  for (std::size_t i = 0; i < depths.size(); ++i) {
    const std::int32_t parent = said.quotations[i].parent;
    if (parent >= 0 && static_cast<std::size_t>(parent) < i) {
      depths[i] = depths[static_cast<std::size_t>(parent)] + 1;
    }
    deepest = std::max(deepest, depths[i]);
  }
  return deepest;
}

// The caller's spans on tokens of the clean text, in order.
std::vector<entities::mention> given_names(const rooms& r,
                                           const options& opts) {
  std::vector<entities::mention> out;
  if (opts.entities == nullptr) return out;
  const span all = r.clean.map.to_source(
      {0, static_cast<std::uint32_t>(r.clean.text.size())});
  for (const entity& e : *opts.entities) {
    span bytes = r.clean.map.in_bytes(e.where);
    bytes.end = std::min(bytes.end, all.end);
    entities::mention m;
    if (bytes.begin < bytes.end &&
        entities::on_tokens(r.laid, r.clean.map.to_clean(bytes), e.type, m)) {
      out.push_back(m);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.first_token < b.first_token;
  });
  std::uint32_t free = 0;
  out.erase(std::remove_if(out.begin(), out.end(),
                           [&](const entities::mention& m) {
                             if (m.first_token < free) return true;
                             free = m.token_end;
                             return false;
                           }),
            out.end());
  return out;
}

}  // namespace

result<analyzer> analyzer::create() {
  result<model> m = model::built_in();
  if (!m) return m.error();
  return create(m.value());
}

result<analyzer> analyzer::create(const model& m) {
  return analyzer(std::make_shared<const impl>(impl{m}));
}

result<document> analyzer::analyze(std::string_view bytes,
                                   const options& opts) const {
  if (const char* const wrong = not_allowed(opts)) {
    return failure{errc::invalid, 0, wrong};
  }
  normalize_options how;
  how.charset = opts.charset;
  how.max_bytes = opts.max_bytes;
  result<text::clean_text> clean = text::clean(bytes, how, opts.offsets);
  if (!clean) return clean.error();

  rooms r;
  r.clean = std::move(clean).value();
  const text::language lang = opts.language.empty()
                                  ? text::guess_language(r.clean.text)
                                  : text::language_from_code(opts.language);
  if (stopped(opts)) return cancelled();
  r.laid = text::lay_out(r.clean.text, lang);
  r.laid.cancel = opts.cancel;
  if (stopped(opts)) return cancelled();
  const std::vector<entities::mention> given = given_names(r, opts);
  entities::find_options find_how;
  find_how.min_confidence = opts.min_confidence;
  find_how.names = opts.names;
  if (opts.entities != nullptr) find_how.given = &given;
  r.found = entities::find(r.laid, impl_->learned, find_how);
  if (over(r.found.mentions.size(), opts.max_entities)) {
    return too_many("more entities than max_entities");
  }
  if (stopped(opts)) return cancelled();
  r.said = quotes::find(r.laid, r.found, impl_->learned, opts.quotes);
  r.found.spelled = {};  // nobody asks again
  if (over(r.said.quotations.size(), opts.max_quotes)) {
    return too_many("more quotations than max_quotes");
  }
  if (opts.max_depth != 0 && depth_of(r.said) > opts.max_depth) {
    return too_many("quotations nested deeper than max_depth");
  }
  if (stopped(opts)) return cancelled();
  r.who = people::resolve(r.laid, r.found, r.said, impl_->learned);
  if (stopped(opts)) return cancelled();

  const way_back back(r.clean);
  document doc;
  doc.length = back.in_unit({0, static_cast<std::uint32_t>(bytes.size())}).end;
  doc.language =
      opts.language.empty() ? text::language_code(lang) : opts.language;
  doc.encoding = r.clean.encoding;
  put_layout(r, back, opts, doc);
  put_entities(r, back, doc);
  put_quotes(r, back, doc);
  put_repairs(r, back, doc);
  if (opts.normalized) doc.normalized = r.clean.text;
  return doc;
}

}  // namespace v1
}  // namespace copydesk
