// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Clean text and the way back: decoded, repaired, in NFC. Spans count chars of
 * a String, bytes of an array (and of the clean text as UTF-8).
 */
public final class CleanText implements AutoCloseable {
  /** What is done beyond that; in the order of the C API's flags. */
  public enum Option {
    /** Decode, but repair nothing. */
    KEEP_DAMAGE,
    NFKC, FOLD_CASE,
    /** Quotation marks to " and '. */
    PLAIN_MARKS,
    PLAIN_DASHES, PLAIN_SPACES, PLAIN_ELLIPSES, PLAIN_DIGITS,
    /** Fill changes(). */
    CHANGES
  }

  /** A place where the two differ; one of the spans may be empty. */
  public record Change(Document.Span clean, Document.Span source) {}

  /** All but the map. */
  record Parts(
      String text,
      String encoding,
      int length,
      int sourceLength,
      List<Document.Repair> repairs,
      List<Change> changes) {}

  private final Native.Handle handle;
  private final Parts parts;

  private CleanText(
      byte[] text, Unit unit, String charset, long maxBytes, Set<Option> options) {
    int flags = 0;
    for (Option o : options) flags |= 1 << o.ordinal();
    long made = Native.normalize(text, flags, unit.ordinal(), maxBytes, Options.bytes(charset));
    handle = new Native.Handle(this, made, Native::freeText);
    parts = Reader.of(Native.textParts(made)).cleanText();
  }

  public static CleanText of(String text, Option... options) {
    return new CleanText(text.getBytes(StandardCharsets.UTF_8), Unit.UTF16, "UTF-8", 0,
        set(options));
  }

  /**
   * Of bytes in any encoding. charset: the declared one, or null; maxBytes:
   * refuse longer text, 0 = 256 MiB.
   */
  public static CleanText of(byte[] text, String charset, long maxBytes, Option... options) {
    return new CleanText(text, Unit.BYTES, charset, maxBytes, set(options));
  }

  private static Set<Option> set(Option... options) {
    Set<Option> out = EnumSet.noneOf(Option.class);
    out.addAll(List.of(options));
    return out;
  }

  public String text() {
    return parts.text();
  }

  /** What the input was read as: "UTF-8". */
  public String encoding() {
    return parts.encoding();
  }

  public int length() {
    return parts.length();
  }

  public int sourceLength() {
    return parts.sourceLength();
  }

  /** What was understood differently, with spans of the input. */
  public List<Document.Repair> repairs() {
    return parts.repairs();
  }

  /** All places where the two differ, if Option.CHANGES was given. */
  public List<Change> changes() {
    return parts.changes();
  }

  /** The part of the input that a part of text() came from. */
  public Document.Span toSource(int start, int end) {
    return map(start, end, true);
  }

  /** The part of text() that a part of the input became. */
  public Document.Span toClean(int start, int end) {
    return map(start, end, false);
  }

  private Document.Span map(int start, int end, boolean toSource) {
    try {
      long both = Native.textMap(handle.address(), start, end, toSource);
      return new Document.Span((int) (both >>> 32), (int) both);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
