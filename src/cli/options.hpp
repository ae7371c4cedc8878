// SPDX-License-Identifier: Apache-2.0
// options.hpp - what the command line asks for.
#ifndef COPYDESK_SRC_CLI_OPTIONS_HPP_
#define COPYDESK_SRC_CLI_OPTIONS_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk.h"

namespace copydesk_cli {

enum class format { json, jsonl, text, html, conll };

struct analyze_options {
  format output = format::json;
  std::string language;
  std::string charset;
  copydesk_offset_unit offsets = COPYDESK_BYTES;
  bool tokens = false;
  bool normalized = false;
  bool explain = false;
  std::string model;            // file of weights; "": the built-in ones
  std::string gazetteer;        // file of the caller's names; "": none
  bool given_entities = false;  // a line's "entities" in place of ours
  float min_confidence = 0;
  copydesk_quote_style quotes = COPYDESK_SPEECH;
  unsigned threads = 1;
  std::vector<std::string> files;  // empty: standard input
};

struct normalize_options {
  bool map = false;
  std::uint32_t flags = 0;  // COPYDESK_NORMALIZE_*
  std::string charset;
  copydesk_offset_unit offsets = COPYDESK_BYTES;
  unsigned threads = 1;
  std::vector<std::string> files;
};

}  // namespace copydesk_cli

#endif  // COPYDESK_SRC_CLI_OPTIONS_HPP_
