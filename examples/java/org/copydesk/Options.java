// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one call should do: new Options().language("en").tokens(true). The
 * default suits a news article. Not to be changed while a call uses it.
 */
public final class Options {
  /** A name that a recognizer of the caller's found. */
  public record Given(int start, int end, EntityType type) {
    public Given {
      if (start < 0 || end < start) throw new IllegalArgumentException("no range");
    }
  }

  private String language;
  private String charset;
  private Unit offsets;
  private boolean tokens;
  private boolean normalized;
  private boolean attributions;
  private float minConfidence;
  private long maxBytes;
  private long maxEntities;
  private long maxQuotes;
  private long maxDepth;
  private Gazetteer gazetteer;
  private List<Given> entities;
  private Cancel cancel;

  /** BCP 47; found out if it is null. */
  public Options language(String code) {
    language = code;
    return this;
  }

  /** Declared charset of bytes; found out if it is null. */
  public Options charset(String name) {
    charset = name;
    return this;
  }

  /** Chars of a String, bytes of an array if it is null. */
  public Options offsets(Unit unit) {
    offsets = unit;
    return this;
  }

  /** Give the tokens, too. */
  public Options tokens(boolean wanted) {
    tokens = wanted;
    return this;
  }

  /** Give the clean text, too. */
  public Options normalized(boolean wanted) {
    normalized = wanted;
    return this;
  }

  /** Thoughts, beliefs and plans count as quotations, too. */
  public Options attributions(boolean wanted) {
    attributions = wanted;
    return this;
  }

  /** Leave out entities below, in [0, 1]. */
  public Options minConfidence(double least) {
    minConfidence = (float) least;
    return this;
  }

  /** Refuse longer text (UTF-8 of a String); 0: 256 MiB. */
  public Options maxBytes(long most) {
    maxBytes = limit(most);
    return this;
  }

  /** Refuse a text with more entities; 0: no limit. */
  public Options maxEntities(int most) {
    maxEntities = limit(most);
    return this;
  }

  /** Refuse a text with more quotations; 0: no limit. */
  public Options maxQuotes(int most) {
    maxQuotes = limit(most);
    return this;
  }

  /** Refuse deeper nesting; 1: none inside another; 0: no limit. */
  public Options maxDepth(int most) {
    maxDepth = limit(most);
    return this;
  }

  /** Names of the caller. */
  public Options gazetteer(Gazetteer names) {
    gazetteer = names;
    return this;
  }

  /** In place of the names that the model would find; not for many texts. */
  public Options entities(List<Given> found) {
    entities = found;
    return this;
  }

  /** May stop the call. */
  public Options cancel(Cancel by) {
    cancel = by;
    return this;
  }

  private static long limit(long most) {
    if (most < 0) throw new IllegalArgumentException("a limit below 0");
    return most;
  }

  /** In the order in which copydesk_jni.c reads them. */
  long[] numbers(Unit unit) {
    return new long[] {
      (tokens ? 1 : 0) | (normalized ? 2 : 0),
      (offsets != null ? offsets : unit).ordinal(),
      Float.floatToRawIntBits(minConfidence),
      maxBytes,
      maxEntities,
      maxQuotes,
      maxDepth,
      attributions ? 1 : 0,
      gazetteer != null ? gazetteer.handle.address() : 0,
      cancel != null ? cancel.handle.address() : 0,
    };
  }

  byte[] languageBytes() {
    return bytes(language);
  }

  byte[] charsetBytes() {
    return bytes(charset);
  }

  /** Three numbers a name; null if there are none instead of the model's. */
  int[] given() {
    if (entities == null) return null;
    return entities.stream()
        .flatMapToInt(g -> java.util.stream.IntStream.of(g.start, g.end, g.type.ordinal() + 1))
        .toArray();
  }

  static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
