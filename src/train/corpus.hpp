// SPDX-License-Identifier: Apache-2.0
// corpus.hpp - annotated texts, as JSON Lines.
//
// One document a line: {"id", "lang", "source", "text", "entities":
// [{"start", "end", "type", "native"}], "titles": [{"start", "end"}],
// "quotes": [{"kind", "content": [[s, e], ...], "source": [...], "cue":
// [...], "speech", "speaker_name", "nested"}], "clusters": [[[s, e], ...],
// ...]}. Offsets are bytes of the text as UTF-8, half-open. A key that is
// missing means that the document is not annotated with it.
#ifndef COPYDESK_SRC_TRAIN_CORPUS_HPP_
#define COPYDESK_SRC_TRAIN_CORPUS_HPP_

#include <string>
#include <vector>

#include "copydesk/span.hpp"

namespace copydesk::train {

struct gold_entity {
  span where;
  std::string type, native;
};

struct gold_quote {
  std::string kind;  // direct, mixed, indirect
  std::vector<span> content, source, cue;
  bool speech = true;
  bool nested = false;
  std::string speaker_name;
};

struct gold_document {
  std::string id, lang, source, text;
  bool has_entities = false, has_titles = false, has_quotes = false,
       has_clusters = false;
  std::vector<gold_entity> entities;
  std::vector<span> titles;
  std::vector<gold_quote> quotes;
  std::vector<std::vector<span>> clusters;
};

// Reads a file. A file that is missing or not JSON Lines ends the program with
// a message; spans that do not lie in the text are left out.
std::vector<gold_document> read_corpus(const std::string& path);

// The whole of a file; ends the program if it cannot be read.
std::string read_file(const std::string& path);

}  // namespace copydesk::train

#endif  // COPYDESK_SRC_TRAIN_CORPUS_HPP_
