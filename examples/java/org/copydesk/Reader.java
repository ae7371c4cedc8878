// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Takes apart what output.c put together, in the same order. */
final class Reader {
  private final int[] numbers;
  private final byte[][] strings;
  private int number;
  private int string;

  private Reader(int[] numbers, byte[][] strings) {
    this.numbers = numbers;
    this.strings = strings;
  }

  static Reader of(Object[] both) {
    return new Reader((int[]) both[0], (byte[][]) both[1]);
  }

  Document document() {
    return new Document(
        next(), text(), text(),
        list(() -> new Document.Paragraph(
            span(), kind(Document.ParagraphKind.values(), 0), text())),
        list(this::span), list(this::span),
        list(this::entity), list(this::name), list(this::quote), list(this::repair), text());
  }

  CleanText.Parts cleanText() {
    return new CleanText.Parts(
        text(), text(), next(), next(), list(this::repair),
        list(() -> new CleanText.Change(span(), span())));
  }

  /** The last of all stands for those that are not known yet. */
  private <E> E kind(E[] all, int first) {
    int i = next() - first;
    return all[i >= 0 && i < all.length ? i : all.length - 1];
  }

  private Document.Repair repair() {
    return new Document.Repair(span(), kind(Document.RepairKind.values(), 1), text());
  }

  private int next() {
    return numbers[number++];
  }

  private String text() {
    return new String(strings[string++], StandardCharsets.UTF_8);
  }

  private Document.Span span() {
    int start = next();
    return new Document.Span(start, next());
  }

  private OptionalInt index() {
    int i = next();
    return i < 0 ? OptionalInt.empty() : OptionalInt.of(i);
  }

  private double confidence() {
    return next() / 1e6;
  }

  private <T> List<T> list(Supplier<T> item) {
    int count = next();
    List<T> out = new ArrayList<>(count);
    for (int i = 0; i < count; ++i) out.add(item.get());
    return List.copyOf(out);
  }

  private Document.Entity entity() {
    Document.Span span = span();
    OptionalInt name = index();
    double confidence = confidence();
    EntityType type = kind(EntityType.values(), 1);
    return new Document.Entity(span, type, text(), text(), name, confidence);
  }

  private Document.Name name() {
    return new Document.Name(
        kind(EntityType.values(), 1), text(), list(this::text), list(this::next), text(),
        list(this::next), list(this::next), next());
  }

  private Document.Quote quote() {
    Document.QuoteKind kind = kind(Document.QuoteKind.values(), 0);
    String text = text();
    List<Document.Span> content = list(this::span);
    OptionalInt parent = index();
    double confidence = confidence();
    String rule = text();
    Optional<Document.Span> cue = next() != 0 ? Optional.of(span()) : Optional.empty();
    Optional<Document.Speaker> speaker = Optional.empty();
    if (next() != 0) {
      Document.Span span = span();
      String name = text();
      OptionalInt id = index();
      speaker = Optional.of(
          new Document.Speaker(
              span, name, id, kind(Document.SpeakerKind.values(), 0), confidence()));
    }
    return new Document.Quote(kind, content, text, speaker, cue, parent, confidence, rule);
  }
}
