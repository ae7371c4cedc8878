// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

/** What the numbers of a span count. */
public enum Unit {
  /** Bytes of the input as it was passed in (of a String: its UTF-8). */
  BYTES,
  /** UTF-16 units of the input as decoded: chars. */
  UTF16,
  /** Code points of the input as decoded. */
  CODE_POINTS
}
