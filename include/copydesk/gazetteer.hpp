// SPDX-License-Identifier: Apache-2.0
// copydesk/gazetteer.hpp - names that the caller knows.
#ifndef COPYDESK_GAZETTEER_HPP_
#define COPYDESK_GAZETTEER_HPP_

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "copydesk/result.hpp"

namespace copydesk {
inline namespace v1 {

// Names with their types and the caller's ids, found wherever they stand,
// whatever the model says. Immutable; copies are cheap and share; use one
// from any number of threads.
class gazetteer {
 public:
  // From lines "name TAB TYPE TAB id" (UTF-8; the id may be missing; empty
  // lines, lines that begin with # and a byte order mark are passed over; a
  // name that begins with # or a backslash has one more backslash before it).
  // TYPE is PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, LAW, WORK or PRODUCT.
  // Case matters; a name has at most 16 tokens. The caller keeps lines. Fails
  // with invalid and the byte offset of the line. O(lines.size()).
  static result<gazetteer> load(std::string_view lines);

  // How many names there are.
  std::size_t size() const noexcept;

  struct data;  // private to the library
  const data& get() const noexcept { return *data_; }

 private:
  explicit gazetteer(std::shared_ptr<const data> d) noexcept
      : data_(std::move(d)) {}
  std::shared_ptr<const data> data_;
};

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_GAZETTEER_HPP_
