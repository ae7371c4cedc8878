// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that was found in one text. Spans count the chars of the String that was
 * given, so span.of(text) is the piece.
 */
public record Document(
    int length,
    String language,
    List<Paragraph> paragraphs,
    List<Span> sentences,
    List<Entity> entities,
    List<Name> names,
    List<Quote> quotes,
    List<Repair> repairs) {

  /** Half-open range of the input. */
  public record Span(int start, int end) {
    public String of(String text) {
      return text.substring(start, end);
    }
  }

  /** kind: headline, dateline, byline, body, caption or boilerplate. */
  public record Paragraph(Span span, String kind) {}

  /** One mention; name is an index of names, empty for values. */
  public record Entity(
      Span span, String type, String text, String value, OptionalInt name, double confidence) {}

  /** One person, organization, place...; mentions are indices of entities. */
  public record Name(String type, String text, List<String> titles, List<Integer> mentions) {}

  /** Who said it: the source phrase, and the fullest name of who that is. */
  public record Speaker(Span span, String name, OptionalInt id, String kind, double confidence) {}

  /** kind: direct, mixed or indirect; parent is an index of quotes. */
  public record Quote(
      String kind,
      List<Span> content,
      String text,
      Optional<Speaker> speaker,
      Optional<Span> cue,
      OptionalInt parent,
      double confidence) {}

  /** Something that was understood differently from how it stands. */
  public record Repair(Span span, String kind, String text) {}
}
