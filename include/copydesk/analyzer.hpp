// SPDX-License-Identifier: Apache-2.0
// copydesk/analyzer.hpp - from the bytes of an article to who said what.
//
//   auto made = copydesk::analyzer::create();
//   if (!made) return fail(made.error());
//   auto read = made.value().analyze(bytes);
//   if (!read) return fail(read.error());
//   for (const copydesk::quote& q : read.value().quotes) ...
#ifndef COPYDESK_ANALYZER_HPP_
#define COPYDESK_ANALYZER_HPP_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "copydesk/document.hpp"
#include "copydesk/gazetteer.hpp"
#include "copydesk/model.hpp"
#include "copydesk/result.hpp"
#include "copydesk/span.hpp"

namespace copydesk {
inline namespace v1 {

// What counts as a quotation. speech: what somebody said, wrote or had said;
// the cue is the verb alone, the content does without "that". attributions:
// what somebody thought, believed, planned or felt, too, as published work on
// attribution counts (Pareti 2015; PolNeAR); the cue takes its auxiliaries
// and adverbs ("has repeatedly said"), the content its "that". In languages
// other than English the two find the same quotations.
enum class quote_style : std::uint8_t { speech = 0, attributions = 1 };

// What one call should do. The default suits a news article.
struct options {
  std::string language;  // BCP 47; "" = find out
  std::string charset;   // declared charset; "" = find out
  offset_unit offsets = offset_unit::bytes;
  bool tokens = false;        // fill document::tokens
  bool normalized = false;    // fill document::normalized
  float min_confidence = 0;   // drop entities below, in [0, 1]
  std::size_t max_bytes = 0;  // refuse longer text; 0 = 256 MiB
  quote_style quotes = quote_style::speech;
  // Refuse a text with more (too_many); 0 = no limit but memory.
  std::uint32_t max_entities = 0;
  std::uint32_t max_quotes = 0;
  // Refuse quotes nested deeper (1: none inside another); 0 = no limit but
  // that deeper ones than 32 are not told apart.
  std::uint32_t max_depth = 0;
  // Names of the caller's own, found whatever the model says; their ids come
  // back as entity::value. Must outlive the call. nullptr: none.
  const gazetteer* names = nullptr;
  // What the caller's own recognizer found, in place of the model's names:
  // where and type (person to product) count, in the unit of `offsets`; spans
  // are widened to whole tokens, and one that overlaps one before it is left
  // out. Must outlive the call. nullptr: the model's names.
  const std::vector<entity>* entities = nullptr;
  // Set it to true from another thread and the call stops at its next step
  // (cancelled). Must outlive the call. nullptr: cannot be stopped.
  const std::atomic<bool>* cancel = nullptr;
};

// Immutable once made; copies are cheap and share; use one from any number of
// threads without locks.
class analyzer {
 public:
  // With the model inside the library. Takes a few milliseconds.
  static result<analyzer> create();
  // With a model of the caller's.
  static result<analyzer> create(const model& m);

  // Reads one text of any encoding. Time and memory are linear in
  // bytes.size(). The document owns all that it holds. Fails with invalid
  // (options outside of what their comments allow), too_big, bad_text (not
  // text: offset says where), unsupported, too_many or cancelled. Throws only
  // std::bad_alloc.
  result<document> analyze(std::string_view bytes,
                           const options& opts = {}) const;

 private:
  struct impl;
  explicit analyzer(std::shared_ptr<const impl> i) noexcept
      : impl_(std::move(i)) {}
  std::shared_ptr<const impl> impl_;
};

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_ANALYZER_HPP_
