// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads news text: who said what. Immutable: one for all threads. Its native
 * memory goes with it; close() gives it back at once, when no call runs.
 *
 * <p>Spans of a String count its chars, spans of bytes count bytes, unless the
 * options say otherwise. Failures are CopydeskExceptions.
 */
public final class Analyzer implements AutoCloseable {
  private static final byte[] UTF_8 = "UTF-8".getBytes(StandardCharsets.US_ASCII);

  private final Native.Handle handle;

  /** With the model inside the library; a few milliseconds. */
  public Analyzer() {
    this(null);
  }

  /** With a model of the caller's, as copydesk-train writes it. */
  public Analyzer(byte[] model) {
    handle = new Native.Handle(this, Native.newAnalyzer(model), Native::freeAnalyzer);
  }

  /** Identifies the model: "en-2026.11-1a2b3c4d". */
  public String modelId() {
    try {
      return Native.modelId(handle.address());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** The version of the library: "1.0.0". */
  public static String version() {
    return Native.version();
  }

  /** Version of the Unicode data in use: "15.0.0". */
  public static String unicodeVersion() {
    return Native.unicodeVersion();
  }

  public Document analyze(String text) {
    return analyze(text, new Options());
  }

  public Document analyze(String text, Options options) {
    return read(Options.bytes(text), options, Unit.UTF16, UTF_8);
  }

  /** Reads bytes of any encoding. */
  public Document analyze(byte[] text, Options options) {
    return read(text, options, Unit.BYTES, options.charsetBytes());
  }

  private Document read(byte[] text, Options options, Unit unit, byte[] charset) {
    try {
      Object[] found = Native.analyze(
          handle.address(), text, options.numbers(unit), options.languageBytes(), charset,
          options.given());
      return Reader.of(found).document();
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(options);
    }
  }

  /** What became of one of many texts: one of the two is there. */
  public record Result(Optional<Document> document, Optional<CopydeskException> error) {
    private static Result of(Object found) {
      return found instanceof CopydeskException e
          ? new Result(Optional.empty(), Optional.of(e))
          : new Result(Optional.of(Reader.of((Object[]) found).document()), Optional.empty());
    }
  }

  /** Reads texts on up to `threads` threads of the library's own, in order. */
  public List<Result> analyzeMany(List<String> texts, Options options, int threads) {
    if (options.given() != null) throw new IllegalArgumentException("entities are of one text");
    try {
      Object[] found = Native.analyzeMany(
          handle.address(), texts.stream().map(Options::bytes).toArray(byte[][]::new),
          options.numbers(Unit.UTF16), options.languageBytes(), UTF_8, threads);
      return Stream.of(found).map(Result::of).toList();
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(options);
    }
  }

  /** What `copydesk analyze --explain` prints, in one line and without an id. */
  public String json(String text, Options options) {
    return render(text, options, options.numbers(Unit.UTF16), null);
  }

  /** A page of the text with quotations and names marked. */
  public String html(String text, String title, Options options) {
    long[] numbers = options.numbers(Unit.BYTES);
    numbers[1] = Unit.BYTES.ordinal();
    return render(text, options, numbers, title);
  }

  private String render(String text, Options options, long[] numbers, String title) {
    try {
      return new String(
          Native.render(
              handle.address(), Options.bytes(text), numbers, options.languageBytes(),
              options.given(), Options.bytes(title)),
          StandardCharsets.UTF_8);
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(options);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
