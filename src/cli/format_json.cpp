// SPDX-License-Identifier: Apache-2.0
// format_json.cpp - what the C API gives as strings, as strings of C++.
#include <cstdlib>
#include <new>

#include "cli/formats.hpp"

namespace copydesk_cli {
namespace {

// Takes a string of the C API over.
std::string owned(copydesk_status status, char* data, std::size_t size) {
  if (status != COPYDESK_OK) throw std::bad_alloc();
  std::string out(data, size);
  copydesk_string_free(data);
  return out;
}

}  // namespace

std::string document_json(const copydesk_document* document,
                          const std::string& id, const analyze_options& options,
                          bool lines) {
  char* data = nullptr;
  std::size_t size = 0;
  const std::uint32_t flags = (options.explain ? COPYDESK_JSON_EXPLAIN : 0u) |
                              (lines ? COPYDESK_JSON_LINES : 0u);
  const copydesk_status status = copydesk_document_json(
      document, flags, id.c_str(), &data, &size, nullptr);
  return owned(status, data, size) + "\n";
}

std::string document_html(const copydesk_document* document,
                          const std::string& id, const std::string& source) {
  char* data = nullptr;
  std::size_t size = 0;
  const copydesk_status status =
      copydesk_document_html(document, source.data(), source.size(), id.c_str(),
                             &data, &size, nullptr);
  return owned(status, data, size);
}

std::string json_text(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string problem_line(const std::string& id, const copydesk_error& err) {
  return id + ": " + err.message + " (" + copydesk_status_string(err.status) +
         ", byte " + std::to_string(err.offset) + ")";
}

std::string error_json(const json& id, const std::string& code,
                       const std::string& message, unsigned long long offset) {
  return json_text(
             {{"id", id},
              {"error",
               {{"code", code}, {"message", message}, {"offset", offset}}}}) +
         "\n";
}

}  // namespace copydesk_cli
