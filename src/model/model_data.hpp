// SPDX-License-Identifier: Apache-2.0
// model_data.hpp - what a loaded model holds, for the rooms that read it.
#ifndef COPYDESK_SRC_MODEL_MODEL_DATA_HPP_
#define COPYDESK_SRC_MODEL_MODEL_DATA_HPP_

#include <string>

#include "copydesk/model.hpp"

namespace copydesk {
inline namespace v0 {

struct model::data {
  std::string bytes;
  std::string id;
};

}  // namespace v0
}  // namespace copydesk

#endif  // COPYDESK_SRC_MODEL_MODEL_DATA_HPP_
