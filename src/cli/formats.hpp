// SPDX-License-Identifier: Apache-2.0
// formats.hpp - a document as JSON, readable text, HTML or CoNLL columns.
//
// Each gives the whole output of one document, with its final line break.
#ifndef COPYDESK_SRC_CLI_FORMATS_HPP_
#define COPYDESK_SRC_CLI_FORMATS_HPP_

#include <nlohmann/json.hpp>
#include <string>

#include "cli/options.hpp"
#include "copydesk.h"

namespace copydesk_cli {

using json = nlohmann::ordered_json;

// The value in one line, without a line break. Bytes that are not UTF-8 (of a
// file's name) are written as U+FFFD.
std::string json_text(const json& value);

// The id of a document is JSON: a file's name, or what a JSON line said.
// `lines`: every item on a line of its own; else the whole in one line.
std::string document_json(const copydesk_document* document,
                          const std::string& id, const analyze_options& options,
                          bool lines);

// One line: the failure of the document `id`.
std::string error_json(const json& id, const std::string& code,
                       const std::string& message, unsigned long long offset);

// One line for standard error, without its line break.
std::string problem_line(const std::string& id, const copydesk_error& err);

// `source`: the caller's bytes, needed where they are shown.
std::string document_text(const copydesk_document* document,
                          const std::string& id, const analyze_options& how);
std::string document_html(const copydesk_document* document,
                          const std::string& id, const std::string& source);
std::string document_conll(const copydesk_document* document,
                           const std::string& id, const std::string& source);

}  // namespace copydesk_cli

#endif  // COPYDESK_SRC_CLI_FORMATS_HPP_
