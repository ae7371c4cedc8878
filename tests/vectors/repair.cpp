// SPDX-License-Identifier: Apache-2.0
// Measures repair on data that is not in the repository.
//
//   copydesk_repair_vectors cases FOLDER    the test cases of ftfy: JSON files
//       of {"original", "fixed", ...}; prints those that come out otherwise
//   copydesk_repair_vectors clean FILE...   text (.txt) or documents (.jsonl,
//       field "text"), by paragraph; prints what repair changes
//   copydesk_repair_vectors show TEXT...    what repair makes of each
//   copydesk_repair_vectors work NUMBER BYTES   repairs one hostile shape, to
//       be run under a counter of instructions; without BYTES prints its name
//   copydesk_repair_vectors speed FILE...   megabytes a second, clean path
#include "unicode/repair.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "hostile/repair_shapes.hpp"
#include "unicode/repair_steps.hpp"

namespace {

using copydesk::unicode::repair_options;
using copydesk::unicode::repaired;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// What ftfy does by default, as far as its cases show it.
repair_options like_ftfy() {
  repair_options o;
  o.plain_quotes = o.split_digraphs = o.plain_width = o.unix_lines = true;
  o.guess_lost_bytes = false;
  return o;
}

std::string visible(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', true);
}

int run_cases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::size_t all = 0, right = 0;
  for (const auto& file : files) {
    std::size_t here = 0, good = 0;
    for (const auto& c : nlohmann::json::parse(read_file(file))) {
      const std::string original = c.at("original");
      const std::string fixed = c.at("fixed");
      repaired made;
      const bool changed =
          copydesk::unicode::repair(original, like_ftfy(), made);
      const std::string got = changed ? made.text : original;
      ++here;
      if (got == fixed) {
        ++good;
        continue;
      }
      std::cout << file.filename().string() << ": "
                << c.at("label").get<std::string>() << "\n  from "
                << visible(original) << "\n  want " << visible(fixed)
                << "\n  got  " << visible(got) << "\n       " << got << "\n";
    }
    std::cout << file.filename().string() << " " << good << "/" << here << "\n";
    all += here;
    right += good;
  }
  std::cout << "cases " << right << "/" << all << "\n";
  return right == all ? 0 : 1;
}

struct tally {
  std::size_t paragraphs = 0, bytes = 0, changed = 0, looked = 0;
  std::map<int, std::size_t> kinds;
};

void check_paragraph(const std::string& where, const std::string& text,
                     tally& sums) {
  ++sums.paragraphs;
  sums.bytes += text.size();
  const bool looked = copydesk::unicode::find_damage(text, {}) != text.size();
  if (looked) ++sums.looked;
  repaired made;
  const bool changed = copydesk::unicode::repair_all(text, {}, made);
  if (changed && !looked) std::cout << "MISSED BY THE FAST PASS\n";
  if (!changed) return;
  ++sums.changed;
  for (const auto& note : made.notes) {
    ++sums.kinds[static_cast<int>(note.kind)];
    std::size_t from = note.begin > 20 ? note.begin - 20 : 0;
    while (from > 0 && (text[from] & 0xC0) == 0x80) --from;
    std::size_t to = std::min<std::size_t>(text.size(), note.end + 20);
    while (to < text.size() && (text[to] & 0xC0) == 0x80) ++to;
    std::cout << where << " kind " << static_cast<int>(note.kind) << " "
              << visible(text.substr(note.begin, note.end - note.begin))
              << " -> " << visible(note.text) << " '" << note.text << "' in "
              << nlohmann::json(text.substr(from, to - from)).dump() << "\n";
  }
  repaired again;
  if (copydesk::unicode::repair(made.text, again)) {
    std::cout << where << " NOT IDEMPOTENT\n";
  }
}

bool is_utf8(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false,
                                   nlohmann::json::error_handler_t::ignore) ==
         nlohmann::json(text).dump(-1, ' ', false,
                                   nlohmann::json::error_handler_t::replace);
}

void check_text(const std::string& where, const std::string& text,
                tally& sums) {
  std::size_t at = 0;
  if (!is_utf8(text)) {
    std::cout << where << " is not UTF-8\n";
    return;
  }
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) check_paragraph(where, text.substr(at, end - at), sums);
    at = end + 1;
  }
}

int run_clean(const std::vector<std::string>& files) {
  tally all;
  for (const std::string& file : files) {
    tally sums;
    const std::string name = std::filesystem::path(file).filename().string();
    if (std::filesystem::path(file).extension() == ".jsonl") {
      std::ifstream in(file, std::ios::binary);
      std::string line;
      while (std::getline(in, line)) {
        const auto doc = nlohmann::json::parse(line);
        check_text(name + " " + doc.value("id", ""),
                   doc.at("text").get<std::string>(), sums);
      }
    } else {
      check_text(name, read_file(file), sums);
    }
    std::cout << "== " << name << " paragraphs " << sums.paragraphs
              << " looked at " << sums.looked << " changed " << sums.changed
              << "\n";
    all.paragraphs += sums.paragraphs;
    all.bytes += sums.bytes;
    all.changed += sums.changed;
    all.looked += sums.looked;
    for (const auto& [kind, n] : sums.kinds) all.kinds[kind] += n;
  }
  std::cout << "paragraphs " << all.paragraphs << " bytes " << all.bytes
            << " looked at " << all.looked << " changed " << all.changed
            << "\n";
  for (const auto& [kind, n] : all.kinds) {
    std::cout << "  kind " << kind << ": " << n << "\n";
  }
  return 0;
}

// The fast pass over all of a text: after damage it goes on with the next
// line.
int run_speed(const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    const std::string text = read_file(file);
    std::vector<double> rates;
    std::size_t places = 0;
    for (int i = 0; i < 9; ++i) {
      places = 0;
      const auto begin = std::chrono::steady_clock::now();
      std::string_view rest = text;
      for (;;) {
        const std::size_t at = copydesk::unicode::find_damage(rest, {});
        if (at == rest.size()) break;
        ++places;
        const std::size_t line = std::min(rest.find('\n', at), rest.size() - 1);
        rest.remove_prefix(line + 1);
      }
      const std::chrono::duration<double> took =
          std::chrono::steady_clock::now() - begin;
      rates.push_back(static_cast<double>(text.size()) / took.count() / 1e6);
    }
    std::sort(rates.begin(), rates.end());
    std::cout << file << " " << text.size() << " bytes, " << places
              << " places, " << rates[rates.size() / 2] << " MB/s\n";
  }
  return 0;
}

int run_work(const std::vector<std::string>& arguments) {
  std::size_t count = 0;
  const auto* shapes = copydesk_test::hostile_shapes(count);
  const std::size_t number = std::stoul(arguments[0]);
  if (number >= count) return 1;
  if (arguments.size() < 2) {
    std::cout << shapes[number].name << "\n";
    return 0;
  }
  repaired made;
  copydesk::unicode::repair(
      copydesk_test::make(shapes[number], std::stoul(arguments[1])), made);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() >= 2) {
    const std::vector<std::string> files(arguments.begin() + 1,
                                         arguments.end());
    if (arguments[0] == "cases") return run_cases(files[0]);
    if (arguments[0] == "clean") return run_clean(files);
    if (arguments[0] == "show") {
      for (const std::string& text : files) {
        repaired made;
        const bool changed = copydesk::unicode::repair(text, made);
        std::cout << (changed ? made.text : text) << "\n";
        for (const auto& note : made.notes) {
          std::cout << "  " << note.begin << " " << note.end << " "
                    << static_cast<int>(note.kind) << " " << visible(note.text)
                    << "\n";
        }
      }
      return 0;
    }
    if (arguments[0] == "work") return run_work(files);
    if (arguments[0] == "speed") return run_speed(files);
  }
  std::cerr << "usage: copydesk_repair_vectors cases|clean|speed FILE...\n";
  return 2;
}
