// SPDX-License-Identifier: Apache-2.0
// Idea: a block is read once; tags are taken out and noted by where they stood
// in what is left.
#include "train/quote_examples.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string_view>

namespace copydesk::train {
namespace {

[[noreturn]] void fail(const std::string& path, std::size_t line,
                       const char* why) {
  std::fprintf(stderr, "%s:%zu: %s\n", path.c_str(), line, why);
  std::exit(1);
}

// The numbers of "1,2".
std::vector<int> numbers_of(const std::string& list) {
  std::vector<int> out;
  std::istringstream in(list);
  for (std::string one; std::getline(in, one, ',');) {
    out.push_back(std::atoi(one.c_str()));
  }
  return out;
}

bool is_tag(std::string_view tag) {  // without < and >
  if (!tag.empty() && tag.front() == '/') tag.remove_prefix(1);
  constexpr std::string_view kinds = "skc", digits = "0123456789,";
  return tag.size() > 1 && kinds.find(tag.front()) != kinds.npos &&
         tag.substr(1).find_first_not_of(digits) == tag.npos;
}

class reader {
 public:
  reader(const std::string& path, std::size_t line)
      : path_(path), line_(line) {}

  gold_document read(const std::string& block) {
    for (std::size_t i = 0; i < block.size();) {
      const std::size_t end = block[i] == '<' ? block.find('>', i) : block.npos;
      const std::string tag =
          end == block.npos ? "" : block.substr(i + 1, end - i - 1);
      if (!is_tag(tag)) {
        doc_.text += block[i++];
        continue;
      }
      take(tag);
      i = end + 1;
    }
    if (!open_.empty()) fail(path_, line_, "a tag is not closed");
    for (auto& [number, q] : quotes_) {
      if (q.content.empty()) fail(path_, line_, "a quotation has no content");
      doc_.quotes.push_back(std::move(q));
    }
    doc_.lang = "en";
    doc_.has_quotes = true;
    return std::move(doc_);
  }

 private:
  struct open_tag {
    std::string name;
    std::uint32_t begin;
  };

  std::uint32_t here() const {
    return static_cast<std::uint32_t>(doc_.text.size());
  }
  void take(const std::string& tag) {
    if (tag.front() != '/') {
      open_.push_back({tag, here()});
      return;
    }
    if (open_.empty() || open_.back().name != tag.substr(1)) {
      fail(path_, line_, "tags do not match");
    }
    const span where{open_.back().begin, here()};
    for (const int number : numbers_of(open_.back().name.substr(1))) {
      gold_quote& q = quotes_[number];
      auto& part = tag[1] == 's' ? q.source : tag[1] == 'k' ? q.cue : q.content;
      part.push_back(where);
    }
    open_.pop_back();
  }

  const std::string& path_;
  std::size_t line_;
  gold_document doc_;
  std::vector<open_tag> open_;
  std::map<int, gold_quote> quotes_;
};

}  // namespace

std::vector<gold_document> read_quote_examples(const std::string& path) {
  std::vector<gold_document> out;
  std::istringstream in(read_file(path) + "\n\n");
  std::string block;
  std::size_t number = 0, first = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.front() == '#') continue;
    if (!line.empty()) {
      if (block.empty()) first = number;
      block += (block.empty() ? "" : "\n") + line;
      continue;
    }
    if (block.empty()) continue;
    out.push_back(reader(path, first).read(block));
    block.clear();
  }
  return out;
}

}  // namespace copydesk::train
