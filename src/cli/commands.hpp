// SPDX-License-Identifier: Apache-2.0
// commands.hpp - what `copydesk` does; each returns the exit status.
#ifndef COPYDESK_SRC_CLI_COMMANDS_HPP_
#define COPYDESK_SRC_CLI_COMMANDS_HPP_

#include "cli/options.hpp"

namespace copydesk_cli {

// 0: all went well; 1: some document failed (the others were done).
int analyze(const analyze_options& options);
int normalize(const normalize_options& options);

}  // namespace copydesk_cli

#endif  // COPYDESK_SRC_CLI_COMMANDS_HPP_
