// SPDX-License-Identifier: Apache-2.0
// limits.hpp - every bound in copydesk, each with its reason.
//
// Idea: a reader who wants to know what copydesk refuses, cuts or gives up on
// reads this file and the README's section "Limits", nothing else.
#ifndef COPYDESK_SRC_LIMITS_HPP_
#define COPYDESK_SRC_LIMITS_HPP_

#include <cstddef>
#include <cstdint>

namespace copydesk::limits {

// Longest text that is ever accepted, in bytes. Offsets are 32 bit; half of
// the range is kept so that repair, which can lengthen text by a factor of
// at most 1.5 (one Latin-1 byte to two of UTF-8, UTF-16 units to three), does
// not overflow, with room for signed indices.
inline constexpr std::size_t max_bytes = (std::size_t{1} << 30) - 1;

// Accepted when the options do not say otherwise: a day of a news wire, not
// a disk image.
inline constexpr std::size_t default_max_bytes = std::size_t{256} << 20;

// Longest clean text, in bytes. One byte of the input can become up to 11
// (NFKC of U+FDFA is 33 bytes for 3); offsets are 32 bit.
inline constexpr std::size_t max_clean_bytes = (std::size_t{1} << 31) - 1;

// Bytes looked at for the zeros of UTF-16 and UTF-32 without a mark: enough
// for a page of foreign names between the ASCII.
inline constexpr std::size_t shape_sample = 4096;

// Bytes looked at to guess a legacy charset: some thirty lines around bytes
// that are not ASCII; the guess does not get better with more, and takes
// under a millisecond.
inline constexpr std::size_t detect_sample = 3072;

// ASCII bytes kept before and after a byte of the sample that is not.
inline constexpr std::size_t detect_context = 48;

// Quotations inside quotations. Deeper marks are read at this depth.
inline constexpr std::uint32_t max_quote_depth = 32;

// Quotation marks side by side, with nothing between them. Three quotations
// that end and three that begin are six; a longer row is a line drawn on the
// page.
inline constexpr std::uint32_t max_mark_run = 8;

// Units (words, marks, whole quotations) read around one cue: four times the
// longest sentence that a newspaper's editor lets pass.
inline constexpr std::uint32_t max_window_units = 240;

// Cues looked at closely: one in eight tokens on the long run, 24 at once.
// News has one in forty; a text of nothing but verbs is not read 240 times.
inline constexpr std::uint32_t tokens_a_cue = 8;
inline constexpr std::uint32_t max_cue_burst = 24;

// Layers of damage that repair undoes, one a round: nobody has seen text that
// was misread more than four times; escaped ampersands ("&amp;amp;") do not
// count, they are read in one round. A short text may have as many rounds as
// look at this many characters in all.
inline constexpr std::size_t repair_rounds = 32;
inline constexpr std::size_t repair_least_work = std::size_t{1} << 18;

// Places that one scan of a text notes for a closer look. Where there are more
// it is scanned on when those are done, so that its notes stay small.
inline constexpr std::size_t scan_places = 4096;

// Sequences of mojibake weighed together. More context than this decides
// nothing, and weighing stays linear.
inline constexpr std::size_t mojibake_run = 16;

// Text is repaired line by line, in pieces of about this many bytes, so that
// memory stays bounded.
inline constexpr std::size_t repair_piece = 16 << 10;

// A line longer than a piece is cut at a space; one without a space for this
// many bytes between any two characters, which may tear a sequence. No text
// that people read has such a line. Repair takes 16 bytes a byte of it.
inline constexpr std::size_t repair_line = 1 << 20;

// Identities that one word of a name can lead to: families and namesakes are
// fewer, a list of names with one surname (a hostile text) is not.
inline constexpr std::size_t max_namesakes = 16;

// Bodies, places and peoples that the titles of one person name. More are
// lists, not an affiliation.
inline constexpr std::size_t max_affiliations = 4;

// Titles and descriptions that are kept of one name. More would be a list.
inline constexpr std::size_t max_roles = 24;

// Likely cues of a paragraph that are judged side by side. One at the edge of
// such a batch does not see its neighbour in the next; news has fewer.
inline constexpr std::size_t max_sightings = 64;

// Tokens of a phrase that are read to find out whom it means. The longest
// source phrases of news run to 60 tokens; what comes later adds nothing.
inline constexpr std::uint32_t max_phrase = 40;

// Distinct persons, bodies and groups before a pronoun or a description that
// it may mean. 99 in 100 antecedents are among the last ten: 16 gave no speaker
// of the development sets that 10 do not, and cost 4 % of people's time more.
inline constexpr std::size_t max_candidates = 10;

// Occurrences before a pronoun that are looked at to find the candidates.
inline constexpr std::size_t max_occurrences_back = 64;

// Voices that a turn of a dialogue may have. Few scenes have more who speak.
inline constexpr std::size_t max_voices = 8;

// Tokens before a turn of a dialogue in which its speaker is looked for. Who
// acts further away does not speak here.
inline constexpr std::uint32_t max_beat = 60;

// Turns that are weighed together. A longer talk is cut there, so that the
// memory of weighing stays bounded.
inline constexpr std::size_t max_turns = 512;

// Bytes of a sentence that are read for dates, sums and the like at once. A
// longer one is cut between two words, so that what is known of each of them
// takes bounded memory.
inline constexpr std::uint32_t max_value_bytes = 8192;

// Tokens that the tagger labels as one sequence. No sentence of news has as
// many; a longer one is cut, so that the memory of decoding stays bounded.
inline constexpr std::uint32_t max_island = 1024;

// Bytes of a token: what 24 bits can count. A longer one, a text without
// spaces, is cut between two characters.
inline constexpr std::uint32_t max_token = (std::uint32_t{1} << 24) - 1;

// Bytes of a name. Full names of laws have some two hundred; what is longer is
// a text without spaces.
inline constexpr std::uint32_t max_name_bytes = 1024;

// Tokens of other languages that are read as one run of words with capitals
// and what joins them. Names have fewer; a longer run is cut, so that the work
// for a word stays bounded.
inline constexpr std::uint32_t max_name_run = 24;

// Tokens of a name of the caller's gazetteer, which are looked for from each
// token on. Full names of laws and bodies have fewer.
inline constexpr std::uint32_t max_caller_phrase = 16;

}  // namespace copydesk::limits

#endif  // COPYDESK_SRC_LIMITS_HPP_
