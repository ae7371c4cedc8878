// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;

/** The Java binding on the example article: Test ARTICLE. */
final class Test {
  private static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError(what);
  }

  public static void main(String[] arguments) throws Exception {
    String article = Files.readString(Path.of(arguments[0]));
    try (Analyzer analyzer = new Analyzer()) {
      Document document = analyzer.analyze(article);
      check(document.quotes().stream().anyMatch(
          q -> q.text().startsWith("No ship will be turned away")
              && q.speaker().map(s -> s.name().equals("Ingrid Solheim")).orElse(false)),
          "the quotation");
      check(document.length() == article.length(), "the length");
      check(document.language().equals("en"), "the language");
      for (Document.Entity e : document.entities()) {
        check(e.span().of(article).equals(e.text()), e.text());
      }

      String text = "Zo\u00EB \uD83C\uDF89 wrote. \u201CIt is over,\u201D Ada Byron said.";
      Document units = analyzer.analyze(text);
      Document.Quote quote = units.quotes().get(0);
      check(units.length() == text.length(), "the length in UTF-16 units");
      check(quote.content().get(0).of(text).startsWith("It is over"), "the content");
      check(quote.cue().orElseThrow().of(text).equals("said"), "the cue");

      long same = IntStream.range(0, 200).parallel()
          .filter(i -> analyzer.analyze(article).equals(document)).count();
      check(same == 200, "threads");

      try {
        analyzer.analyze("abc", null, 2);
        check(false, "a text that is too big");
      } catch (CopydeskException e) {
        check(e.code().equals("too_big"), e.code());
      }
      check(analyzer.analyze("").quotes().equals(Collections.emptyList()), "an empty text");
      check(analyzer.analyze("a\uD800b").length() == 3, "a lone surrogate");
    }
    System.out.println("ok");
  }
}
