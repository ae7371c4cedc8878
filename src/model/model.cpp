// SPDX-License-Identifier: Apache-2.0
#include "copydesk/model.hpp"

#include "model/model_data.hpp"

namespace copydesk {
inline namespace v0 {

result<model> model::built_in() {
  auto d = std::make_shared<data>();
  d->id = "none";
  return model(std::move(d));
}

result<model> model::load(std::string_view) {
  return failure{errc::bad_model, 0, "not a copydesk model"};
}

std::string_view model::id() const noexcept { return data_->id; }

}  // namespace v0
}  // namespace copydesk
