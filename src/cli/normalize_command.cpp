// SPDX-License-Identifier: Apache-2.0
// normalize_command.cpp - `copydesk normalize`.
#include <cstdio>

#include "cli/commands.hpp"

namespace copydesk_cli {

int normalize(const normalize_options&) {
  std::fputs("copydesk: normalize is not built in\n", stderr);
  return 1;
}

}  // namespace copydesk_cli
