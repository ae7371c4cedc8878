// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

/** Stops calls from another thread, which then fail with "cancelled". */
public final class Cancel implements AutoCloseable {
  final Native.Handle handle = new Native.Handle(this, Native.newCancel(), Native::freeCancel);

  /** Every call that was given it stops at its next step. */
  public void request() {
    Native.requestCancel(handle.address());
  }

  /** Lets later calls run again. */
  public void reset() {
    Native.resetCancel(handle.address());
  }

  @Override
  public void close() {
    handle.close();
  }
}
