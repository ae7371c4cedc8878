// SPDX-License-Identifier: Apache-2.0
// files.hpp - clean text beside ICU, file by file.
//
// A sum over texts of many scripts says little of each: here every file of a
// folder is one document, timed by itself.
#ifndef COPYDESK_BENCH_FILES_HPP_
#define COPYDESK_BENCH_FILES_HPP_

namespace copydesk_bench {

// Times normalize() and ICU's normalizeUTF8 with Edits on each *.txt of a
// folder in turn, `rounds` times, and prints for each file its bytes, the least
// time of both in microseconds, and ICU's over ours; then the same of the sums
// of the least times, the geometric mean, and how many are below 1. Returns
// what main() shall.
int compare_files(const char* folder, int rounds);

}  // namespace copydesk_bench

#endif  // COPYDESK_BENCH_FILES_HPP_
