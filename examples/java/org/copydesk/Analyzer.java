// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;

/**
 * Reads news text: who said what. Immutable: one for all threads. Its native
 * memory goes with it; close() gives it back at once.
 */
public final class Analyzer implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  static {
    System.loadLibrary("copydesk_jni");
  }

  private static final class Handle implements Runnable {
    final long address = create();

    @Override
    public void run() {
      destroy(address);
    }
  }

  private final Handle handle = new Handle();
  private final Cleaner.Cleanable cleanable = CLEANER.register(this, handle);
  private volatile boolean closed;

  /** Reads one text, finding out its language. */
  public Document analyze(String text) {
    return analyze(text, null, 0);
  }

  /**
   * Reads one text. language: BCP 47, or null; maxBytes: refuse longer text
   * (two bytes a char), 0 = 256 MiB. No call may run while close() does.
   */
  public Document analyze(String text, String language, long maxBytes) {
    if (closed) throw new IllegalStateException("the analyzer is closed");
    try {
      Object[] found = (Object[]) read(
          handle.address, text.getBytes(StandardCharsets.UTF_16LE), language, maxBytes);
      return new Reader((int[]) found[0], (byte[][]) found[1]).document();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    closed = true;
    cleanable.clean();
  }

  private static native long create();

  private static native void destroy(long analyzer);

  private static native Object read(long analyzer, byte[] utf16, String language, long maxBytes);
}
