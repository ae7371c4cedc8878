// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that was found in one text. Spans count the chars of the String that was
 * given, so span.of(text) is the piece. tokens and normalized are empty unless
 * they were asked for.
 */
public record Document(
    int length,
    String language,
    String encoding,
    List<Paragraph> paragraphs,
    List<Span> sentences,
    List<Span> tokens,
    List<Entity> entities,
    List<Name> names,
    List<Quote> quotes,
    List<Repair> repairs,
    String normalized) {

  /** The name with that id in the caller's gazetteer. */
  public Optional<Name> findName(String callerId) {
    return names.stream()
        .filter(n -> !callerId.isEmpty() && n.callerId().equals(callerId))
        .findFirst();
  }

  /** Half-open range of the input. */
  public record Span(int start, int end) {
    public String of(String text) {
      return text.substring(start, end);
    }
  }

  public enum ParagraphKind { BODY, HEADLINE, DATELINE, BYLINE, CAPTION, BOILERPLATE, UNKNOWN }

  /** reason: what decided the kind. */
  public record Paragraph(Span span, ParagraphKind kind, String reason) {}

  /** One mention; name is an index of names, empty for values. */
  public record Entity(
      Span span, EntityType type, String text, String value, OptionalInt name, double confidence) {}

  /**
   * One person, organization, place...: mentions are indices of entities,
   * quotes of the quotes it said, affiliations of the names in a person's
   * titles; callerId is its id in the caller's gazetteer, or "". gender, of a
   * person: above 0 a man, below 0 a woman, from 4 on surely.
   */
  public record Name(
      EntityType type,
      String text,
      List<String> titles,
      List<Integer> mentions,
      String callerId,
      List<Integer> quotes,
      List<Integer> affiliations,
      int gender) {}

  public enum SpeakerKind { PERSON, ORGANIZATION, DOCUMENT, GROUP, UNNAMED, UNKNOWN }

  /** Who said it: the source phrase, and the fullest name of who that is. */
  public record Speaker(
      Span span, String name, OptionalInt id, SpeakerKind kind, double confidence) {}

  /** All, some or none of the words stand in marks. */
  public enum QuoteKind { DIRECT, MIXED, INDIRECT, UNKNOWN }

  /** parent is an index of quotes; rule says which decision found it. */
  public record Quote(
      QuoteKind kind,
      List<Span> content,
      String text,
      Optional<Speaker> speaker,
      Optional<Span> cue,
      OptionalInt parent,
      double confidence,
      String rule) {}

  public enum RepairKind {
    ENCODING, MOJIBAKE, HTML_ENTITY, CONTROL, SOFT_HYPHEN, ZERO_WIDTH, BIDI_CONTROL, LIGATURE,
    LINE_BREAK, MISSING_OPEN, MISSING_CLOSE, WRONG_WAY, STRAIGHT, HYPHENATION, UNKNOWN
  }

  /** Something that was understood differently; text is what it was read as. */
  public record Repair(Span span, RepairKind kind, String text) {}
}
