// SPDX-License-Identifier: Apache-2.0
// reader.hpp - the bytes of a file, or of standard input for "-".
#ifndef COPYDESK_SRC_CLI_READER_HPP_
#define COPYDESK_SRC_CLI_READER_HPP_

#include <cstdio>
#include <string>

namespace copydesk_cli {

// An open input; closes itself.
class input {
 public:
  // Opens `name`, or standard input if it is "-". ok() says whether it worked,
  // message() why it did not (static or of the system, until the next call).
  explicit input(const std::string& name);
  ~input();
  input(const input&) = delete;
  input& operator=(const input&) = delete;

  bool ok() const { return file_ != nullptr; }
  const std::string& message() const { return message_; }

  // Everything up to the end. False, with a message(), on a read error.
  bool read_all(std::string& out);
  // The next line without its line break. False at the end or on an error,
  // which leaves a message().
  bool read_line(std::string& out);

 private:
  bool refill();

  std::FILE* file_ = nullptr;
  std::string message_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool end_ = false;
};

}  // namespace copydesk_cli

#endif  // COPYDESK_SRC_CLI_READER_HPP_
