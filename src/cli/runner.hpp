// SPDX-License-Identifier: Apache-2.0
// runner.hpp - many inputs through one function, on threads, in order.
#ifndef COPYDESK_SRC_CLI_RUNNER_HPP_
#define COPYDESK_SRC_CLI_RUNNER_HPP_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace copydesk_cli {

// One input and what became of it.
struct job {
  std::string input;    // a JSON line, or the bytes of a file
  std::string id;       // a file's name
  std::string out;      // for standard output
  std::string problem;  // for standard error; "" if none
  bool failed = false;
};

// Collects jobs and runs them a batch at a time. Output comes in the order of
// the inputs, whatever the number of threads; memory is one batch.
class runner {
 public:
  // `run` is called for each job from many threads at once.
  runner(unsigned threads, std::function<void(job&)> run);

  // The whole file as one job, or each line of it that is not empty; a file
  // that cannot be read is a failed job.
  void add_file(const std::string& name, bool lines);

  // Runs what is left. The command's exit status: 1 if any job failed.
  int finish();

 private:
  void add(job j);
  void fail(const std::string& name, const std::string& message);
  void flush();

  unsigned threads_;
  std::function<void(job&)> run_;
  bool progress_;
  std::vector<job> batch_;
  std::size_t bytes_ = 0, done_ = 0;
  bool failed_ = false;
};

}  // namespace copydesk_cli

#endif  // COPYDESK_SRC_CLI_RUNNER_HPP_
