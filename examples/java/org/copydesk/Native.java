// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.lang.ref.Cleaner;
import java.util.function.LongConsumer;

/** The functions of copydesk_jni.c and text_jni.c, and who frees handles. */
final class Native {
  private static final Cleaner CLEANER = Cleaner.create();

  static {
    System.loadLibrary("copydesk_jni");
  }

  private Native() {}

  /**
   * Something of the library's. Its memory goes with it; close() gives it back
   * at once, and may not run while a call uses it.
   */
  static final class Handle implements AutoCloseable {
    private final Cleaner.Cleanable cleanable;
    private volatile long address;

    Handle(Object owner, long address, LongConsumer free) {
      this.address = address;
      cleanable = CLEANER.register(owner, () -> free.accept(address));
    }

    long address() {
      long at = address;
      if (at == 0) throw new IllegalStateException("used after close()");
      return at;
    }

    @Override
    public void close() {
      address = 0;
      cleanable.clean();
    }
  }

  static native String version();

  static native String unicodeVersion();

  static native long newAnalyzer(byte[] model);

  static native void freeAnalyzer(long analyzer);

  static native String modelId(long analyzer);

  static native Object[] analyze(
      long analyzer, byte[] text, long[] numbers, byte[] language, byte[] charset, int[] given);

  static native Object[] analyzeMany(
      long analyzer, byte[][] texts, long[] numbers, byte[] language, byte[] charset, int threads);

  static native byte[] render(
      long analyzer, byte[] text, long[] numbers, byte[] language, int[] given, byte[] title);

  static native long newGazetteer(byte[] lines);

  static native void freeGazetteer(long gazetteer);

  static native long gazetteerSize(long gazetteer);

  static native long newCancel();

  static native void freeCancel(long cancel);

  static native void requestCancel(long cancel);

  static native void resetCancel(long cancel);

  static native long normalize(
      byte[] text, int flags, int offsets, long maxBytes, byte[] charset);

  static native void freeText(long text);

  static native Object[] textParts(long text);

  static native long textMap(long text, int begin, int end, boolean toSource);
}
