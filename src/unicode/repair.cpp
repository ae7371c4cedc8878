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

#include "limits.hpp"
#include "unicode/html_entities.hpp"
#include "unicode/mojibake.hpp"
#include "unicode/repair_places.hpp"
#include "unicode/repair_steps.hpp"

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

enum class repair_reach { everywhere, near_damage };

// The units of a piece, of all of it or of where repair must look.
void read_piece(std::string_view text, std::size_t begin, std::size_t end,
                repair_reach where, repair_units& units) {
  if (where == repair_reach::everywhere)
    return read_units(text, begin, end, units);
  read_units_near_damage(text, begin, end, units);
}

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

text_facts survey(std::string_view text, repair_reach& where) {
  text_facts facts;
  facts.text = text;
  facts.markup = holds_markup(text);
  if (facts.markup) where = repair_reach::everywhere;
  facts.has_lf = text.find('\n') != std::string_view::npos;
  repair_units units;
  std::vector<dropped> gone;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = piece_end(text, at);
    read_piece(text, at, end, where, units);
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
    at = end;
  }
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
      out_.notes.push_back({begin, stop, static_cast<repair_kind>(kind), {}});
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
    out_.notes.push_back(
        {begin, end, static_cast<repair_kind>(kind & 0xFF), std::move(text)});
    done_ = end;
    return last;
  }

  std::string_view source_;
  repaired& out_;
  std::size_t done_ = 0;
};

bool repair_within(std::string_view utf8, const repair_options& options,
                   repair_reach where, repaired& out) {
  text_facts facts = survey(utf8, where);
  repaired made;
  writer to(utf8, made);
  repair_units units;
  std::vector<dropped> gone;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = piece_end(utf8, at);
    read_piece(utf8, at, end, where, units);
    gone.clear();
    repair_row(units, work(end - at), facts, options, gone);
    to.write(units, gone, end);
    at = end;
  }
  if (made.notes.empty()) return false;
  out = std::move(made);
  return true;
}

}  // namespace

bool repair_all(std::string_view utf8, const repair_options& options,
                repaired& out) {
  return repair_within(utf8, options, repair_reach::everywhere, out);
}

bool repair(std::string_view utf8, const repair_options& options,
            repaired& out) {
  if (find_damage(utf8, options) == utf8.size()) return false;
  const repair_reach where = wants_every_character(options)
                                 ? repair_reach::everywhere
                                 : repair_reach::near_damage;
  return repair_within(utf8, options, where, out);
}

bool repair(std::string_view utf8, repaired& out) {
  return repair(utf8, repair_options{}, out);
}

}  // namespace copydesk::unicode
