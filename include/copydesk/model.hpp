// SPDX-License-Identifier: Apache-2.0
// copydesk/model.hpp - the learned part: names, cues, contents, sources.
//
// A model is immutable once it is loaded; copies are cheap and share; use one
// from any number of threads.
#ifndef COPYDESK_MODEL_HPP_
#define COPYDESK_MODEL_HPP_

#include <memory>
#include <string_view>
#include <utility>

#include "copydesk/result.hpp"

namespace copydesk {
inline namespace v1 {

class model {
 public:
  // The model inside the library. Cheap after the first call; needs no file.
  static result<model> built_in();

  // Copies and checks `bytes` (header, version, checksum, bounds). The caller
  // keeps bytes. Fails with bad_model or bad_version and the byte offset.
  // O(bytes.size()).
  static result<model> load(std::string_view bytes);

  // Identifies the model: a static-in-the-model string, "en-2026.11-1a2b3c4d".
  std::string_view id() const noexcept;

  struct data;  // private to the library
  const data& get() const noexcept { return *data_; }

 private:
  explicit model(std::shared_ptr<const data> d) noexcept
      : data_(std::move(d)) {}
  std::shared_ptr<const data> data_;
};

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_MODEL_HPP_
