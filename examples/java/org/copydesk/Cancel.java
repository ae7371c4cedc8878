// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.lang.ref.Reference;

/** Stops calls from another thread, which then fail with "cancelled". */
public final class Cancel implements AutoCloseable {
  final Native.Handle handle = new Native.Handle(this, Native.newCancel(), Native::freeCancel);

  /** Every call that was given it stops at its next step. */
  public void request() {
    try {
      Native.requestCancel(handle.address());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Lets later calls run again. */
  public void reset() {
    try {
      Native.resetCancel(handle.address());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
