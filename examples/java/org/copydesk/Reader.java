// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Takes apart what copydesk_jni.c put together, in the same order. */
final class Reader {
  private final int[] numbers;
  private final byte[][] strings;
  private int number;
  private int string;

  Reader(int[] numbers, byte[][] strings) {
    this.numbers = numbers;
    this.strings = strings;
  }

  Document document() {
    return new Document(
        next(), text(),
        list(() -> new Document.Paragraph(span(), text())),
        list(this::span),
        list(this::entity), list(this::name), list(this::quote),
        list(() -> new Document.Repair(span(), text(), text())));
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
    return new Document.Entity(span, text(), text(), text(), name, confidence);
  }

  private Document.Name name() {
    String type = text();
    String fullest = text();
    List<String> titles = list(this::text);
    return new Document.Name(type, fullest, titles, list(this::next));
  }

  private Document.Quote quote() {
    String kind = text();
    String text = text();
    List<Document.Span> content = list(this::span);
    OptionalInt parent = index();
    double confidence = confidence();
    Optional<Document.Span> cue = next() != 0 ? Optional.of(span()) : Optional.empty();
    Optional<Document.Speaker> speaker = Optional.empty();
    if (next() != 0) {
      Document.Span span = span();
      String name = text();
      OptionalInt id = index();
      speaker = Optional.of(new Document.Speaker(span, name, id, text(), confidence()));
    }
    return new Document.Quote(kind, content, text, speaker, cue, parent, confidence);
  }
}
