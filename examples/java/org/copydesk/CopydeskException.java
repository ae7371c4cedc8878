// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

/** Why a call failed. */
public final class CopydeskException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;
  private final long offset;

  CopydeskException(String code, long offset, String message) {
    super(message + " (" + code + ", at byte " + offset + ")");
    this.code = code;
    this.offset = offset;
  }

  /** A short name: "too_big". */
  public String code() {
    return code;
  }

  /** The byte of the input (of its UTF-8, if it is a String); 0 if it has none. */
  public long offset() {
    return offset;
  }
}
