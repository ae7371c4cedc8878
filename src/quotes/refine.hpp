// SPDX-License-Identifier: Apache-2.0
// refine.hpp - the last look at an attribution that the labels gave.
//
// Idea: the models label units one by one and know neither where a piece of
// text properly ends nor what a few set phrases mean. These rules trim the
// edges, correct the source and refuse what was not said at all. They read
// tags, words and the lexicon beside the cue, never a score, so that they hold
// for any model. attribution.cpp is the only user; gather() there has the order
// in which they are called, roughly first those of the content, then of the
// source.
//
// Ranges are half-open, in tokens of r.laid, and stay inside the window of the
// cue. The functions keep nothing and own nothing. Each is O(tokens of the
// window, the content and the source).
#ifndef COPYDESK_SRC_QUOTES_REFINE_HPP_
#define COPYDESK_SRC_QUOTES_REFINE_HPP_

#include "quotes/attribution.hpp"
#include "quotes/reading.hpp"

namespace copydesk::quotes {

// Takes marks, commas, colons, semicolons and dashes off both ends of each
// piece of the content and of the source, and the "that" after the cue off
// the content, unless it stands in marks. A closing mark stays where its
// opening one is inside the piece: the offer "a slap in the face". Pieces
// that become empty go; the content may end without any, the source empty.
void trim_edges(const reading& r, attribution& out);

// "said in a radio interview on Friday that ...", "said in a report that ...":
// where the content begins with a place and a day, or a document, that only
// lead to its "that", it begins behind it.
void begin_at_that(const reading& r, attribution& out);

// "added a caveat: "..."", "said, however, "..."", "joked of the plan, "...",
// "as he put it, "..."": where a noun phrase and a colon, a preposition's
// phrase without a verb and a comma, or an adverb between commas, lead to a
// quotation that ends the piece, it is the content; also where they are a piece
// of their own.
void begin_at_marks(const reading& r, attribution& out);

// "said that officials "failed, repeatedly, to explain it"": content that was
// found inside marks begins with them, or behind the "that" which leads to
// them.
void begin_outside_marks(const reading& r, attribution& out);

// "praising "her courage" as he went on", "said "no" and left, vowing": a
// piece that begins with marks ends with them where a clause about the speaker
// follows.
void end_at_marks(const reading& r, attribution& out);

// "In her book, "The Road," she writes that A": with "that" behind the cue,
// nothing before the cue was said.
void begin_behind_cue(const reading& r, attribution& out);

// "While he has said that A, she calls it B", "Asked whether A, most said B":
// the content of a cue in a clause that only leads to the main one ends at the
// comma before it.
void leave_main_clause(const reading& r, attribution& out);

// "Lund, who had said it was late, left the hall": what "who" tells ends before
// the main verb.
void end_at_main_verb(const reading& r, attribution& out);

// "warned that if it rained, the road would close": a clause that only leads to
// the main one is told with it.
void finish_main_clause(const reading& r, attribution& out);

// He said: "...," adding that ...: what the participle behind the marks tells
// is its own; the content ends with them.
void end_with_marks(const reading& r, attribution& out);

// What belongs to a report although something stands in between, and what only
// follows it. With `own`, what PolNeAR's convention takes otherwise, too: "His
// father, she said, always asks" goes on behind the attribution; "in what he
// called "clouds of evil" over Africa" is the name alone; "expressed concern
// about the plan" has what was felt; "The result, as he explained, was a slump"
// has what stands on both sides, and "...," he said, but "..." both halves. In
// any case: what stands behind "according to" is its source, although it was
// taken for content; that of "According to Dr Moran, of the Marine Centre, it
// is salty" goes up to the second comma, and the clause behind "according to a
// cook, who fled" is of it; "said 11
// stalls of a "heritage" list have closed" goes on behind the mark; "said they
// were "frank" but short" has one more word before the full stop.
void mend_pieces(const reading& r, attribution& out, bool own);

// "Oduya left the hall insisting that": who speaks, without what she did.
void cut_subject(const reading& r, attribution& out);

// What the narrator says around a report is no part of it: the time that begins
// an entry ("19:41 The observer said"); who is told, up to "that" ("told agents
// on a call that limits would follow", "told voters this week he would stay")
// or behind the report ("..., he told a room of guests", "..., he wrote in a
// letter to the board"); when something was announced ("announced the ban on
// Sunday"); what the speaker did not tell ("said eleven were hurt but gave no
// figure"); what stands behind a semicolon, unless in marks or begun with
// "that", with which it goes on; what happened while it was said ("It is safe,
// she said, as crowds waited"); where ("said Kern in an interview at the
// house").
void leave_narrator(const reading& r, attribution& out);

// "that" back into the content that follows it; with `marked` only where the
// content begins with marks (that "the door is open"), which makes it mixed.
void take_that(const reading& r, attribution& out, bool marked);

// "...," said he; "...?" asked the old man: without a source, what stands right
// behind the marks and the verb is it.
void source_behind(const reading& r, attribution& out);

// "At a meeting with Smith, Jones said": of two persons with only a comma
// between them the one beside the cue speaks. "Moscow denies claims that":
// who denies a claim did not make it, and the source becomes empty. An empty
// source stays as it is.
void check_source(const reading& r, attribution& out);

// "The report found A but said B": a verb behind "but" or "and" without a
// source has that of the cue before it in the sentence.
void share_source(const reading& r, const attribution& told, attribution& out);

// "Residents were told by the mayor that A", "Drivers were warned not to": who
// is spoken to is no source. It is what follows "by", or becomes empty.
void name_agent(const reading& r, attribution& out);

// "It is safe to swim, says Kern, but the water is cold": a name between the
// verb and a comma or the end speaks, although the labels took it for content.
// "Norland expelled them, accusing them of theft": a participle stands before
// what it tells; who tells it is sought again.
void turn_back(const reading& r, attribution& out);

// "Advisers to Kern say", where only the name was found: the noun before it
// speaks.
void take_head(const reading& r, attribution& out);

// "The union issued a report charging that", "Leaders wrote to the court asking
// for": who issued the paper, or wrote, tells it.
void name_issuer(const reading& r, attribution& out);

// Nobody's name stands in what he tells. A piece before the cue that holds the
// source is what he did ("Bae would not name them, saying that"), one behind
// "said" that begins with it names who told what stands elsewhere; otherwise it
// is no source. Before "who said" stands the narrator's clause. The content or
// the source may become empty.
void part_source(const reading& r, attribution& out);

// A verb without a source has that of the cue before it in the sentence (told,
// if not null), or the subject of the sentence: "...," said Kern, adding that;
// On Friday, the ministry shut it, saying that; Kern left early but said that;
// Kern, on the other hand, said that; Kern is asking for; quotes him as saying.
// Whether it was given one.
bool share_subject(const reading& r, const attribution* told, attribution& out);

// Whether nothing was said, although a reporting verb stands there: "they
// say that ..." about nobody in particular, inside a quotation; "declined to
// comment"; "did not say when", "couldn't say that";
// "Asked whether ..." about nobody who asked; a verb in another sense
// ("argued with a guard", "called Kern on Sunday"); "The sanctions announced
// Monday would"; "You must go, I say" between its own marks.
bool is_unsaid(const reading& r, const attribution& a);

// Of two cues in text order with one source, the second is no part of what
// the first told: "She says it is early but noted that ...", "said it was
// late, adding". What stands between marks is told once: false if the second
// claims a quotation that the first has, or its second half ("..., X said,
// referring to it, "...""), and nothing is left to it.
bool set_apart(const reading& r, attribution& told, const attribution& next);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_REFINE_HPP_
