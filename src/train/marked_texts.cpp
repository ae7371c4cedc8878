// SPDX-License-Identifier: Apache-2.0
// Idea: a text is read once; marks are taken out and noted by where they stood
// in what is left.
#include "train/marked_texts.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace copydesk::train {
namespace {

[[noreturn]] void fail(const std::string& path, std::size_t line,
                       const std::string& why) {
  std::fprintf(stderr, "%s:%zu: %s\n", path.c_str(), line, why.c_str());
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

constexpr const char* name_types[] = {
    "PERSON", "NORP",    "ORG",  "GPE",  "LOC",   "FAC",     "EVENT",   "LAW",
    "WORK",   "PRODUCT", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"};
constexpr const char* title_mark = "T";

bool is_name_mark(const std::string& mark) {
  return mark == title_mark ||
         std::find(std::begin(name_types), std::end(name_types), mark) !=
             std::end(name_types);
}

class reader {
 public:
  // `line` is where the text begins in the file.
  reader(const std::string& path, std::size_t line, bool names)
      : path_(path), line_(line), names_(names) {}

  gold_document read(const std::string& block) {
    for (std::size_t i = 0; i < block.size();) {
      const std::size_t end = mark_at(block, i);
      if (end == i) doc_.text += block[i];
      i = std::max(end, i + 1);
    }
    if (!open_.empty()) fail(path_, line_, open_.back().name + " is open");
    for (auto& [number, q] : quotes_) {
      if (q.content.empty()) {
        fail(path_, line_, "no content: " + std::to_string(number));
      }
      doc_.quotes.push_back(std::move(q));
    }
    doc_.lang = "en";
    doc_.has_quotes = true;
    doc_.has_entities = doc_.has_titles = names_;
    return std::move(doc_);
  }

 private:
  struct open_mark {
    std::string name;
    std::uint32_t begin;
  };

  std::uint32_t here() const {
    return static_cast<std::uint32_t>(doc_.text.size());
  }

  // Takes a mark that begins at byte i of the block; where it ends, or i.
  std::size_t mark_at(const std::string& block, std::size_t i) {
    if (block[i] == '<') {
      const std::size_t end = block.find('>', i);
      if (end == block.npos) return i;
      const std::string tag = block.substr(i + 1, end - i - 1);
      if (!is_tag(tag)) return i;
      if (tag.front() != '/') {
        open_.push_back({tag, here()});
      } else {
        close_quoted(tag.substr(1));
      }
      return end + 1;
    }
    if (!names_ || (block[i] != '[' && block[i] != ']')) return i;
    if (block[i] == ']') {
      close_name();
      return i + 1;
    }
    const std::size_t end = block.find(' ', i);
    const std::string mark =
        end == block.npos ? "" : block.substr(i + 1, end - i - 1);
    if (!is_name_mark(mark)) fail(path_, line_, "no type: " + mark);
    open_.push_back({mark, here()});
    return end + 1;
  }

  // The span of the mark that was opened last, which must be `name`.
  span close(const std::string& name) {
    if (open_.empty() || open_.back().name != name) {
      fail(path_, line_, name + " is closed and not open");
    }
    const span where{open_.back().begin, here()};
    open_.pop_back();
    return where;
  }
  void close_quoted(const std::string& name) {
    const span where = close(name);
    for (const int number : numbers_of(name.substr(1))) {
      gold_quote& q = quotes_[number];
      auto& part = name[0] == 's'   ? q.source
                   : name[0] == 'k' ? q.cue
                                    : q.content;
      part.push_back(where);
    }
  }
  void close_name() {
    const std::string mark = open_.empty() ? "]" : open_.back().name;
    if (!is_name_mark(mark)) fail(path_, line_, mark + " is closed by ]");
    const span where = close(mark);
    if (mark == title_mark) {
      doc_.titles.push_back(where);
    } else {
      doc_.entities.push_back({where, mark, ""});
    }
  }

  const std::string& path_;
  std::size_t line_;
  bool names_;
  gold_document doc_;
  std::vector<open_mark> open_;
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
    out.push_back(reader(path, first, false).read(block));
    block.clear();
  }
  return out;
}

std::vector<gold_document> read_articles(const std::string& path) {
  constexpr std::string_view head = "=== ";
  std::vector<gold_document> out;
  std::istringstream in(read_file(path) + "\n=== end\n");
  std::string block, name;
  std::size_t number = 0, first = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.front() == '#') continue;
    if (line.compare(0, head.size(), head) != 0) {
      if (first != 0) block += line + '\n';
      continue;
    }
    if (first != 0) {
      block.resize(block.find_last_not_of('\n') + 1);
      out.push_back(reader(path, first, true).read(block));
      out.back().id = name;
      block.clear();
    }
    first = number;
    name = line.substr(head.size());
  }
  return out;
}

}  // namespace copydesk::train
