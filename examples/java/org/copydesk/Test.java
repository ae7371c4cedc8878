// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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

      failures(analyzer);
      units(analyzer);
      names(analyzer);
      forms(analyzer, article);
      check(analyzer.analyze("").quotes().equals(Collections.emptyList()), "an empty text");
      check(analyzer.analyze("a\uD800b").length() == 3, "a lone surrogate");
    }
    System.out.println("ok");
  }

  private static void fails(String code, Runnable call) {
    try {
      call.run();
    } catch (CopydeskException e) {
      check(e.code().equals(code), e + " is not " + code);
      return;
    }
    check(false, "no failure: " + code);
  }

  private static void failures(Analyzer analyzer) {
    fails("too_big", () -> analyzer.analyze("abc", new Options().maxBytes(2)));
    fails("invalid", () -> analyzer.analyze("abc", new Options().minConfidence(2)));
    String many = "\u201CA,\u201D Ada Byron said in Oslo. \u201CB,\u201D Mo Tarn said.";
    fails("too_many", () -> analyzer.analyze(many, new Options().maxEntities(1)));
    fails("too_many", () -> analyzer.analyze(many, new Options().maxQuotes(1)));
    fails("bad_model", () -> new Analyzer(new byte[] {1, 2, 3}));
    try (Cancel cancel = new Cancel()) {
      cancel.request();
      Options options = new Options().cancel(cancel);
      fails("cancelled", () -> analyzer.analyze("abc", options));
      cancel.reset();
      check(analyzer.analyze("abc", options).length() == 3, "after a reset");
      Thread other = new Thread(cancel::request);
      String text = "\u201CNo,\u201D Ada Byron said on Tuesday. ".repeat(200000);
      other.start();
      fails("cancelled", () -> analyzer.analyze(text, options));
    }
    Analyzer closed = new Analyzer();
    closed.close();
    closed.close();
    try {
      closed.analyze("abc");
      check(false, "used after close()");
    } catch (IllegalStateException e) {
      check(e.getMessage().contains("close"), e.getMessage());
    }
  }

  private static void units(Analyzer analyzer) {
    String text = "\uD83C\uDF89 \u201CIt is over,\u201D Ada Byron said.";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Unit unit : Unit.values()) {
      Options options = new Options().offsets(unit);
      int length = switch (unit) {
        case BYTES -> bytes.length;
        case UTF16 -> text.length();
        case CODE_POINTS -> text.codePointCount(0, text.length());
      };
      check(analyzer.analyze(text, options).length() == length, unit + " of a String");
      check(analyzer.analyze(bytes, options).length() == length, unit + " of bytes");
    }
    check(analyzer.analyze(bytes, new Options()).length() == bytes.length, "bytes");
  }

  private static void names(Analyzer analyzer) {
    String text = "\u00C9va: at #Door, Mo Tarn said it was full. \u201CI left,\u201D Mo Tarn said.";
    try (Gazetteer names = new Gazetteer(List.of(
        new Gazetteer.Entry("#Door", EntityType.ORG, "bar-1"),
        new Gazetteer.Entry("Mo Tarn", EntityType.PERSON, "p-1")))) {
      check(names.size() == 2, "the size of a gazetteer");
      Document document = analyzer.analyze(text, new Options().gazetteer(names));
      Document.Entity door = document.entities().stream()
          .filter(e -> e.value().equals("bar-1")).findFirst().orElseThrow();
      check(door.span().of(text).equals("#Door") && door.type() == EntityType.ORG, "the door");
      Document.Name tarn = document.findName("p-1").orElseThrow();
      check(tarn.text().equals("Mo Tarn") && tarn.quotes().equals(List.of(0, 1))
          && tarn.affiliations().isEmpty() && tarn.gender() == 0, tarn.toString());
      check(document.findName("p-2").isEmpty() && document.findName("").isEmpty(), "no such id");
    }
    fails("invalid", () -> Gazetteer.load("a\tORG\nb\tBAR\n"));
    try {
      new Gazetteer(List.of(new Gazetteer.Entry("a\tb", EntityType.ORG, "")));
      check(false, "a tab in a name");
    } catch (IllegalArgumentException e) {
      check(e.getMessage().contains("tab"), e.getMessage());
    }

    Options given = new Options().entities(List.of(new Options.Given(8, 13, EntityType.FAC)));
    List<Document.Entity> found = analyzer.analyze(text, given).entities();
    check(found.size() == 1 && found.get(0).span().of(text).equals("#Door")
        && found.get(0).type() == EntityType.FAC, found.toString());
    check(analyzer.analyze(text, new Options().entities(List.of())).entities().isEmpty(), "none");
    for (Runnable wrong : List.<Runnable>of(
        () -> new Options.Given(3, 2, EntityType.FAC), () -> new Options().maxQuotes(-1))) {
      try {
        wrong.run();
        check(false, "an argument that means nothing");
      } catch (IllegalArgumentException e) {
        check(e.getMessage() != null, "a message");
      }
    }
    fails("invalid", () -> analyzer.analyze(text,
        new Options().entities(List.of(new Options.Given(8, 13, EntityType.DATE)))));
  }

  private static void forms(Analyzer analyzer, String article) {
    String thought = "Mo Tarn believes that the mayor will resign.";
    check(analyzer.analyze(thought).quotes().isEmpty(), "a thought is no speech");
    Document.Quote quote =
        analyzer.analyze(thought, new Options().attributions(true)).quotes().get(0);
    check(quote.text().equals("that the mayor will resign")
        && quote.kind() == Document.QuoteKind.INDIRECT && !quote.rule().isEmpty(),
        quote.toString());

    Document more = analyzer.analyze("R&amp;D", new Options().tokens(true).normalized(true));
    check(more.normalized().equals("R&D") && !more.tokens().isEmpty(), more.toString());
    check(more.repairs().get(0).kind() == Document.RepairKind.HTML_ENTITY, "a repair");
    check(more.paragraphs().get(0).kind() == Document.ParagraphKind.BODY
        && !more.paragraphs().get(0).reason().isEmpty(), "a paragraph");

    List<Analyzer.Result> many = analyzer.analyzeMany(
        List.of(article, "x".repeat(9000), article), new Options().maxBytes(5000), 3);
    Document one = analyzer.analyze(article);
    check(many.get(0).document().orElseThrow().equals(one)
        && many.get(2).document().orElseThrow().equals(one), "many give what one gives");
    check(many.get(1).error().orElseThrow().code().equals("too_big"), "one fails alone");
    check(analyzer.analyzeMany(List.of(), new Options(), 2).isEmpty(), "no texts");

    check(analyzer.json(article, new Options()).startsWith("{\"length\":" + article.length()),
        "JSON");
    String page = analyzer.html(article, "a < b", new Options().offsets(Unit.UTF16));
    check(page.contains("<title>a &lt; b</title>") && page.contains("class=\"quote"), "HTML");
    check(!analyzer.modelId().isEmpty() && Analyzer.version().matches("[\\d.]+")
        && Analyzer.unicodeVersion().matches("[\\d.]+"), "versions");

    String source = "Zoe\u0308 &amp; \u201Cno\u201D";
    try (CleanText clean = CleanText.of(
        source, CleanText.Option.PLAIN_MARKS, CleanText.Option.CHANGES)) {
      check(clean.text().equals("Zo\u00EB & \"no\"") && clean.encoding().equals("UTF-8")
          && clean.length() == 10 && clean.sourceLength() == source.length(), clean.text());
      check(clean.toSource(2, 3).equals(new Document.Span(2, 4))
          && clean.toClean(2, 4).equals(new Document.Span(2, 3)), "the way back");
      check(clean.repairs().size() == 1 && clean.repairs().get(0).text().equals("&"), "repairs");
      check(clean.changes().get(0).equals(new CleanText.Change(
          new Document.Span(2, 3), new Document.Span(2, 4))), "changes");
    }
    byte[] legacy = {(byte) 0x93, 'A'};
    check(CleanText.of(legacy, null, 0).text().equals("\u201CA"), "windows-1252");
    fails("too_big", () -> CleanText.of(legacy, null, 1));
  }
}
