// SPDX-License-Identifier: Apache-2.0
package org.copydesk;

import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that the caller knows; found whatever the model says. Immutable. */
public final class Gazetteer implements AutoCloseable {
  /** One name; the id, which may be "", comes back as value and callerId. */
  public record Entry(String name, EntityType type, String id) {
    private String line() {
      if ((name + id).matches("(?s).*[\t\r\n].*")) {
        throw new IllegalArgumentException("a tab or line break in " + name);
      }
      String escape = name.startsWith("#") || name.startsWith("\\") ? "\\" : "";
      return escape + name + "\t" + type + "\t" + id + "\n";
    }
  }

  final Native.Handle handle;

  public Gazetteer(List<Entry> names) {
    this(String.join("", names.stream().map(Entry::line).toList()));
  }

  private Gazetteer(String lines) {
    handle = new Native.Handle(
        this, Native.newGazetteer(lines.getBytes(StandardCharsets.UTF_8)), Native::freeGazetteer);
  }

  /** From lines "name TAB TYPE TAB id", the format of the command's --gazetteer. */
  public static Gazetteer load(String lines) {
    return new Gazetteer(lines);
  }

  /** How many names there are. */
  public long size() {
    try {
      return Native.gazetteerSize(handle.address());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    handle.close();
  }
}
