// SPDX-License-Identifier: Apache-2.0
// Idea: one fast pass asks whether anything may be damaged. Then each piece of
// the text becomes a row of units, where it may be damaged (repair_places.hpp),
// on which the steps (entities, mojibake, characters) take turns until none
// changes anything. Invariant: the edits made of a row cover its source
// exactly. Cost: O(text) for the fast pass, O(rounds * units) for a piece with
// damage. Source: our own.
#include "unicode/repair.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "limits.hpp"
#include "unicode/html_entities.hpp"
#include "unicode/mojibake.hpp"
#include "unicode/mojibake_finder.hpp"
#include "unicode/repair_places.hpp"
#include "unicode/repair_steps.hpp"
#include "unicode/room.hpp"

namespace copydesk::unicode {
namespace {

// Where the piece that begins at `begin` ends.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  const std::size_t wanted = begin + limits::repair_piece;
  if (wanted >= text.size()) return text.size();
  const std::size_t line = text.substr(begin, wanted - begin).rfind('\n');
  if (line != std::string_view::npos) return begin + line + 1;
  const std::size_t longest =
      std::min(text.size(), begin + limits::repair_line);
  for (std::size_t i = wanted; i < longest; ++i) {
    if (text[i] == '\n') return i + 1;
    const auto before = static_cast<unsigned char>(text[i - 1]);
    if (text[i] == ' ' && (before | 0x20) >= 'a' && (before | 0x20) <= 'z') {
      return i;
    }
  }
  if (longest == text.size()) return longest;
  // Not inside a reference or a sequence, if that can be helped: before an
  // ampersand, between two letters, between two characters.
  for (std::size_t i = longest; i + 64 > longest; --i) {
    if (text[i] == '&') return i;
  }
  std::size_t end = longest;
  for (; end + 64 > longest; --end) {
    if (static_cast<unsigned char>(text[end]) < 0x80 &&
        static_cast<unsigned char>(text[end - 1]) < 0x80) {
      return end;
    }
  }
  for (end = longest; (text[end] & 0xC0) == 0x80;) --end;
  return end;
}

// Counts the rounds over a piece of the text.
class work {
 public:
  explicit work(std::size_t piece)
      : left_(std::max(limits::repair_rounds,
                       limits::repair_least_work / (piece + 1))) {}

  // Whether there may be another round.
  bool allows_round() { return left_-- != 0; }

 private:
  std::size_t left_;
};

// The units of one piece after another, of all of it or of where repair must
// look: with what the text has shown, once that is known. The first of two
// readers finds where it is damaged, the other is told.
class piece_reader {
 public:
  piece_reader(std::string_view text, const repair_options& options,
               const scan_places* odd, bool everywhere,
               const mojibake_evidence& shown)
      : text_(text),
        everywhere_(everywhere),
        damage_(std::in_place, text, options, odd),
        shown_(text, shown, options.guess_lost_bytes) {}
  piece_reader(std::string_view text, const repair_options& options,
               std::vector<std::size_t> places, bool everywhere,
               const mojibake_evidence& shown)
      : text_(text),
        everywhere_(everywhere),
        places_(std::move(places)),
        shown_(text, shown, options.guess_lost_bytes) {}

  // Of each line that was read the first place where it is damaged.
  std::vector<std::size_t> take_places() { return std::move(places_); }

  // False: there is nothing to repair in the piece. Pieces come in order.
  bool read(std::size_t begin, std::size_t end, repair_units& units) {
    if (everywhere_) {
      read_units(text_, begin, end, units);
      return true;
    }
    lines_.clear();
    for (std::size_t at = begin; at < end;) {
      if (damaged_ < at || damaged_ == 0) damaged_ = next_place(at);
      const std::size_t calm = std::min(end, damaged_);
      const std::size_t shown = shown_.first_shown(at, calm);
      at = add_line(std::min(shown, calm), begin, end);
    }
    if (lines_.empty()) return false;
    read_units_near_damage(text_, begin, end, lines_, units);
    return true;
  }

 private:
  std::size_t next_place(std::size_t at) {
    if (damage_) {
      make_room_if_full(places_, at, text_.size() - at);
      places_.push_back(damage_->next(at));
      return places_.back();
    }
    while (place_ < places_.size() && places_[place_] < at) ++place_;
    return place_ < places_.size() ? places_[place_] : text_.size();
  }

  // The line of `at`, if that is in the piece. Returns its end.
  std::size_t add_line(std::size_t at, std::size_t begin, std::size_t end) {
    if (at >= end) return end;
    std::size_t from = at;
    while (from > begin && text_[from - 1] != '\n') --from;
    const std::size_t feed = text_.substr(0, end).find('\n', at);
    const std::size_t to = feed == std::string_view::npos ? end : feed + 1;
    if (!lines_.empty() && lines_.back().end >= from) {
      lines_.back().end = to;
    } else {
      lines_.push_back({from, to});
    }
    return to;
  }

  std::string_view text_;
  bool everywhere_;
  std::optional<damage_finder> damage_;
  std::vector<std::size_t> places_;
  std::size_t place_ = 0;  // the next of these
  mojibake_finder shown_;
  std::size_t damaged_ = 0;  // the next place
  std::vector<repair_lines> lines_;
};

// All steps in turn until nothing changes; mojibake is undone to the ground
// before characters are judged, which may be parts of it.
void repair_row(repair_units& units, work todo, text_facts& facts,
                const repair_options& options, std::vector<dropped>& gone) {
  repair_options plain;
  plain.unix_lines = options.unix_lines;
  while (todo.allows_round()) {
    compose_units(units);
    bool changed = replace_html_entities(units, facts.markup);
    changed |= undo_mojibake(units, facts.mojibake, options.guess_lost_bytes);
    if (changed || repair_characters(units, facts, plain, gone)) continue;
    if (!repair_characters(units, facts, options, gone)) break;
  }
}

// A long piece may be all units; doubling would take three times that.
void units_for(std::size_t piece, repair_units& units) {
  if (piece > 2 * limits::repair_piece) units.reserve(piece);
}

// `places`: see piece_reader.
text_facts survey(std::string_view text, const repair_options& options,
                  const scan_places* odd, bool everywhere,
                  std::vector<std::size_t>& places) {
  text_facts facts;
  facts.text = text;
  facts.markup = holds_markup(text);
  facts.has_lf = text.find('\n') != std::string_view::npos;
  const mojibake_evidence none;
  piece_reader pieces(text, options, odd, everywhere || facts.markup, none);
  repair_units units;
  std::vector<dropped> gone;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
    end = piece_end(text, at);
    units_for(end - at, units);
    if (!pieces.read(at, end, units)) continue;
    gone.clear();
    // Mojibake shows below the layers that lie over it.
    for (work todo(end - at); todo.allows_round();) {
      compose_units(units);
      bool changed = replace_html_entities(units, facts.markup);
      gather_evidence(units, facts.mojibake);
      facts.mac_controls = facts.mac_controls || shows_mac_controls(units);
      changed |= undo_mojibake(units, mojibake_evidence{}, true);
      if (changed) continue;
      if (!repair_characters(units, facts, repair_options{}, gone)) break;
    }
    for (const repair_unit& u : units) {
      facts.has_lf = facts.has_lf || u.character == '\n';
    }
  }
  places = pieces.take_places();
  return facts;
}

// Writes rows of units as text, edits and notes.
class writer {
 public:
  writer(std::string_view source, repaired& out) : source_(source), out_(out) {}

  void write(const repair_units& units, std::vector<dropped>& gone,
             std::size_t end) {
    std::sort(gone.begin(), gone.end(), [](const dropped& a, const dropped& b) {
      return a.begin < b.begin;
    });
    std::size_t g = 0;
    for (std::size_t i = 0; i < units.size();) {
      drop_until(gone, g, units[i].begin);
      if (units[i].kind == 0) {
        ++i;
        continue;
      }
      i = write_group(units, i);
      while (g < gone.size() && gone[g].end <= done_) ++g;
    }
    drop_until(gone, g, end + 1);
    keep_until(end);
  }

 private:
  void keep_until(std::size_t end) {
    if (end <= done_) return;
    out_.text.append(source_, done_, end - done_);
    out_.changes.keep(static_cast<std::uint32_t>(end - done_));
    done_ = end;
  }

  // Dropped stretches that begin before `end`; neighbours of a kind are one.
  void drop_until(const std::vector<dropped>& gone, std::size_t& g,
                  std::size_t end) {
    while (g < gone.size() && gone[g].begin < end) {
      const std::uint32_t begin = gone[g].begin, kind = gone[g].kind;
      std::uint32_t stop = gone[g].end;
      ++g;
      while (g < gone.size() && gone[g].begin == stop && gone[g].kind == kind &&
             gone[g].begin < end) {
        stop = gone[g++].end;
      }
      if (begin < done_) continue;
      keep_until(begin);
      out_.changes.replace(stop - begin, 0);
      note({begin, stop, static_cast<repair_kind>(kind), {}});
      done_ = stop;
    }
  }

  // Units whose sources overlap are one replacement. Returns the next unit.
  std::size_t write_group(const repair_units& units, std::size_t first) {
    const std::uint32_t begin = units[first].begin;
    std::uint32_t end = end_of(units[first]), kind = units[first].kind;
    std::size_t last = first + 1;
    while (last < units.size() && units[last].begin < end) {
      end = std::max(end, end_of(units[last]));
      if (units[last].kind != 0) kind = units[last].kind;
      ++last;
    }
    keep_until(begin);
    std::string text;
    for (std::size_t i = first; i < last; ++i) {
      const repair_unit& u = units[i];
      if ((u.kind & unit_spaced_mark) != 0) append_utf8(' ', text);
      append_utf8(
          (u.kind & unit_spaced_mark) != 0 ? mark_of(u.character) : u.character,
          text);
    }
    out_.text += text;
    out_.changes.replace(end - begin, static_cast<std::uint32_t>(text.size()));
    note({begin, end, static_cast<repair_kind>(kind & 0xFF), std::move(text)});
    done_ = end;
    return last;
  }

  void note(repair_note&& one) {
    make_room_if_full(out_.notes, done_, source_.size() - done_);
    out_.notes.push_back(std::move(one));
  }

  std::string_view source_;
  repaired& out_;
  std::size_t done_ = 0;
};

bool repair_within(std::string_view utf8, const repair_options& options,
                   const scan_places* odd, bool everywhere, repaired& out) {
  std::vector<std::size_t> places;
  text_facts facts = survey(utf8, options, odd, everywhere, places);
  repaired made;
  writer to(utf8, made);
  piece_reader pieces(utf8, options, std::move(places),
                      everywhere || facts.markup, facts.mojibake);
  repair_units units;
  std::vector<dropped> gone;
  for (std::size_t at = 0, end = 0; at < utf8.size(); at = end) {
    end = piece_end(utf8, at);
    units_for(end - at, units);
    if (!pieces.read(at, end, units)) units.clear();
    gone.clear();
    if (!units.empty()) {
      repair_row(units, work(end - at), facts, options, gone);
    }
    to.write(units, gone, end);
  }
  if (made.notes.empty()) return false;
  out = std::move(made);
  return true;
}

}  // namespace

bool repair_all(std::string_view utf8, const repair_options& options,
                repaired& out) {
  return repair_within(utf8, options, nullptr, true, out);
}

bool repair(std::string_view utf8, const repair_options& options, repaired& out,
            const scan_places* odd) {
  if (find_damage(utf8, options, odd) == utf8.size()) return false;
  return repair_within(utf8, options, odd, wants_every_character(options), out);
}

bool repair(std::string_view utf8, repaired& out) {
  return repair(utf8, repair_options{}, out);
}

}  // namespace copydesk::unicode
