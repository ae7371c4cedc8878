// SPDX-License-Identifier: Apache-2.0
// fuzz_model.cpp - a model of any bytes loads or fails, and is safe to use.
//
// Idea: the input is taken as a model twice: as it is, and with magic,
// version, size and checksum made to fit, so that the checks behind the
// checksum are reached. What loads is then used: every label sequence must be
// of known labels, every text must be read without leaving memory.
//
//   cmake --preset fuzz && cmake --build --preset fuzz
//   fuzz_model -max_len=8192 CORPUS
#include <cstdint>
#include <cstdlib>
#include <string>

#include "entities/entities.hpp"
#include "model/bytes.hpp"
#include "model/checksum.hpp"
#include "model/hash.hpp"
#include "model/model_data.hpp"
#include "model/model_writer.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"

namespace {

using namespace copydesk;

void use(const model& m) {
  const model::data& d = m.get();
  learned::crf_work work;
  for (const auto& c : d.crfs) {
    learned::crf_sequence s(c.value);
    for (std::uint64_t i = 0; i < 4; ++i) {
      s.next();
      s.add(learned::spread(i));
      s.add(learned::hash_of("the"));
    }
    s.decode(work);
    for (std::size_t i = 0; i < s.size(); ++i) {
      if (s.label(i) >= c.value.labels()) std::abort();
      (void)c.value.label_name(s.label(i));
    }
  }
  for (const auto& t : d.tables) (void)t.value.get(learned::spread(7));
  static const std::string text =
      "Mr. Okafor met Ana Torres of the World Bank in Oslo, al-Qasim said. "
      "\"We will pay,\" he told the board.";
  const text::laid_text laid = text::lay_out(text, text::language::en);
  const auto found = entities::find(laid, m, 0.0F);
  (void)quotes::find(laid, found, m);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto plain = model::load(bytes);
  if (plain) use(plain.value());
  if (!plain && plain.error().offset > size) std::abort();
  if (bytes.size() < learned::header_size) return 0;
  bytes.replace(0, 8, learned::magic, 8);
  learned::put_at(bytes, 8, learned::format_version, 4);
  learned::seal(bytes);
  const auto sealed = model::load(bytes);
  if (sealed) use(sealed.value());
  if (!sealed && sealed.error().offset > size) std::abort();
  return 0;
}
