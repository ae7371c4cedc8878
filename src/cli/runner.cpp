// SPDX-License-Identifier: Apache-2.0
// runner.cpp - see runner.hpp. A batch is 64 jobs a thread or 16 MB of input,
// whichever comes first.
#include "cli/runner.hpp"

#include <unistd.h>

#include <cstdio>
#include <utility>

#include "cli/jobs.hpp"
#include "cli/reader.hpp"

namespace copydesk_cli {
namespace {

constexpr std::size_t batch_bytes = std::size_t{16} << 20;
constexpr std::size_t batch_jobs = 64;  // a thread

}  // namespace

runner::runner(unsigned threads, std::function<void(job&)> run)
    : threads_(threads),
      run_(std::move(run)),
      progress_(isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0) {}

void runner::add(job j) {
  bytes_ += j.input.size();
  batch_.push_back(std::move(j));
  if (batch_.size() >= batch_jobs * threads_ || bytes_ > batch_bytes) flush();
}

void runner::fail(const std::string& name, const std::string& message) {
  job j;
  j.failed = true;
  j.problem = name + ": " + message;
  add(std::move(j));
}

void runner::add_file(const std::string& name, bool lines) {
  input in(name);
  if (!in.ok()) return fail(name, in.message());
  if (lines) {
    std::string line;
    while (in.read_line(line)) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      job j;
      j.input = std::move(line);
      add(std::move(j));
    }
  } else {
    job j;
    j.id = name;
    if (in.read_all(j.input)) add(std::move(j));
  }
  if (!in.message().empty()) fail(name, in.message());
}

void runner::flush() {
  for_each_parallel(batch_.size(), threads_, [&](std::size_t i) {
    if (!batch_[i].failed) run_(batch_[i]);
  });
  for (const job& j : batch_) {
    if (j.failed) failed_ = true;
    if (!j.problem.empty()) {
      std::fprintf(stderr, "copydesk: %s\n", j.problem.c_str());
    }
    if (std::fwrite(j.out.data(), 1, j.out.size(), stdout) != j.out.size()) {
      failed_ = true;
    }
  }
  done_ += batch_.size();
  batch_.clear();
  bytes_ = 0;
  if (progress_) std::fprintf(stderr, "\r%zu documents", done_);
}

int runner::finish() {
  flush();
  if (progress_) std::fputc('\n', stderr);
  if (std::fflush(stdout) != 0) {
    std::fputs("copydesk: cannot write to standard output\n", stderr);
    failed_ = true;
  }
  return failed_ ? 1 : 0;
}

}  // namespace copydesk_cli
