// SPDX-License-Identifier: Apache-2.0
// reader.cpp - see reader.hpp. Reads in blocks; memory is one block and the
// longest line (or the whole, for read_all).
#include "cli/reader.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace copydesk_cli {
namespace {

constexpr std::size_t block = std::size_t{1} << 16;

}  // namespace

input::input(const std::string& name) {
  if (name == "-") {
    file_ = stdin;
    return;
  }
  struct stat about = {};
  if (stat(name.c_str(), &about) != 0) {
    message_ = std::strerror(errno);
  } else if (S_ISDIR(about.st_mode)) {
    message_ = std::strerror(EISDIR);
  } else {
    file_ = std::fopen(name.c_str(), "rb");
    if (file_ == nullptr) message_ = std::strerror(errno);
  }
}

input::~input() {
  if (file_ != nullptr && file_ != stdin) std::fclose(file_);
}

bool input::refill() {
  if (end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t old = buffer_.size();
  buffer_.resize(old + block);
  const std::size_t got = std::fread(&buffer_[old], 1, block, file_);
  buffer_.resize(old + got);
  if (got == block) return true;
  end_ = true;
  if (std::ferror(file_) != 0) message_ = std::strerror(errno);
  return got != 0;
}

bool input::read_all(std::string& out) {
  out.clear();
  do {
    out.append(buffer_, at_, std::string::npos);
    at_ = buffer_.size();
  } while (refill());
  out.append(buffer_, at_, std::string::npos);
  at_ = buffer_.size();
  return message_.empty();
}

bool input::read_line(std::string& out) {
  out.clear();
  std::size_t searched = 0;
  for (;;) {
    const std::size_t found = buffer_.find('\n', at_ + searched);
    if (found != std::string::npos) {
      out.assign(buffer_, at_, found - at_);
      at_ = found + 1;
      break;
    }
    searched = buffer_.size() - at_;
    if (!refill()) {
      if (searched == 0 && at_ == buffer_.size()) return false;
      out.assign(buffer_, at_, std::string::npos);
      at_ = buffer_.size();
      break;
    }
  }
  if (!out.empty() && out.back() == '\r') out.pop_back();
  return message_.empty();
}

}  // namespace copydesk_cli
