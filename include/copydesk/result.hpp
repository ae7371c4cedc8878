// SPDX-License-Identifier: Apache-2.0
// copydesk/result.hpp - a value, or the reason there is none.
//
// copydesk throws no exceptions of its own. A call that can fail returns a
// result<T>; the failure says what went wrong, at which byte, and in words.
// Only std::bad_alloc may pass through the C++ API, when an allocation fails;
// the C API turns that into COPYDESK_ENOMEM.
#ifndef COPYDESK_RESULT_HPP_
#define COPYDESK_RESULT_HPP_

#include <cstdint>
#include <utility>
#include <variant>

namespace copydesk {
inline namespace v1 {

// Error codes: the same numbers as COPYDESK_E* in copydesk.h. Part of the
// ABI: never renumbered, only added to.
enum class errc : std::int32_t {
  ok = 0,
  no_memory = -1,    // an allocation failed; nothing was changed
  invalid = -2,      // an argument is outside of what its comment allows
  too_big = -3,      // the text is longer than the limit in the options
  bad_text = -4,     // the bytes are not text (offset says where)
  bad_model = -5,    // model bytes damaged (offset says where)
  bad_version = -6,  // model made for another format version
  range = -7,        // index or offset past the end
  internal = -8,     // a defect in copydesk: please report it
  unsupported = -9,  // a charset or feature that this build leaves out
  cancelled = -10,   // another thread asked the call to stop
  too_many = -11,    // more entities, quotes or depth than the options allow
};

// Why a call gave no value.
struct failure {
  errc code = errc::ok;
  std::uint64_t offset = 0;  // byte offset into the input; 0 if it has none
  const char* message = "";  // static English text, never freed
};

// A value or a failure. Test it before value(); value() requires has_value().
template <class T>
class [[nodiscard]] result {
 public:
  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  result(failure why) : state_(std::in_place_index<1>, why) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  // The value. Requires has_value().
  T& value() & noexcept { return *std::get_if<0>(&state_); }
  const T& value() const& noexcept { return *std::get_if<0>(&state_); }
  T&& value() && noexcept { return std::move(*std::get_if<0>(&state_)); }

  // The reason. Requires !has_value().
  const failure& error() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, failure> state_;
};

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_RESULT_HPP_
