// SPDX-License-Identifier: Apache-2.0
// What a model file is, and that damage is always seen.
#include "copydesk/model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "model/checksum.hpp"
#include "model/crf_writer.hpp"
#include "model/embedded.hpp"
#include "model/hash.hpp"
#include "model/model_data.hpp"
#include "model/model_writer.hpp"

using copydesk::errc;
using copydesk::model;
namespace learned = copydesk::learned;
using learned::tag;

namespace {

// Every kind of section, few bytes each.
std::string small_model() {
  learned::crf_weights w;
  w.labels = {"O", "B-X", "I-X", "E-X", "S-X"};
  w.transitions = learned::bioes_transitions(w.labels);
  w.features = {learned::hash_of("the"), learned::hash_of("Hague")};
  w.rows = {0, 9, 0, 0, -3, 0, -3, 2, 9, 1};
  learned::model_writer out;
  out.set(tag("CRFX"), learned::section_kind::crf, learned::write_crf(w));
  out.set(tag("TABX"), learned::section_kind::table,
          learned::write_table({{learned::hash_of("hague"), 7},
                                {learned::hash_of("paris"), 3}}));
  out.set(tag("RAWX"), learned::section_kind::raw, "anything");
  return out.finish("small");
}

// What fuzz_model starts from: parts for names, titles and quotations with the
// labels of the built-in model, and few features.
constexpr std::uint32_t parts[] = {tag("ENTY"), tag("TITL"), tag("QVER"),
                                   tag("QCUE"), tag("QARG")};
std::string fuzz_seed() {
  const auto built_in = model::built_in();
  learned::model_writer out;
  for (const std::uint32_t part : parts) {
    const learned::crf* like = built_in.value().get().find_crf(part);
    if (like == nullptr) continue;
    learned::crf_weights w;
    for (unsigned i = 0; i < std::min(like->labels(), 9U); ++i) {
      w.labels.emplace_back(like->label_name(i));
    }
    w.transitions = learned::bioes_transitions(w.labels);
    for (unsigned f = 0; f < 6; ++f) {
      w.features.push_back(f == 0 ? learned::hash_of("the")
                                  : learned::spread(f - 1));
      for (std::size_t i = 0; i < w.labels.size(); ++i) {
        const int row = static_cast<int>((f * 5 + i * 3) % 7) - 3;
        w.rows.push_back(static_cast<std::int8_t>(row));
      }
    }
    out.set(part, learned::section_kind::crf, learned::write_crf(w));
  }
  for (const std::uint32_t list : {tag("GAZE"), tag("CLUS")}) {
    out.set(list, learned::section_kind::table,
            learned::write_table({{learned::spread(7), 3},
                                  {learned::hash_of("oslo"), 9}}));
  }
  out.set(tag("CALI"), learned::section_kind::raw,
          std::string(built_in.value().get().find_bytes(tag("CALI"))));
  return out.finish("seed");
}

// Loading either works, or fails with an offset inside the bytes.
bool fails_in_bounds(const std::string& bytes) {
  const auto m = model::load(bytes);
  if (m) return false;
  const copydesk::failure& why = m.error();
  return (why.code == errc::bad_model || why.code == errc::bad_version) &&
         why.offset <= bytes.size() && why.message[0] != '\0';
}

}  // namespace

TEST_SUITE("model") {
  TEST_CASE("the embedded model loads and its checksum fits") {
    const auto built_in = model::built_in();
    REQUIRE(built_in);
    CHECK(!built_in.value().id().empty());
    const auto loaded = model::load(learned::embedded_model());
    REQUIRE(loaded);
    CHECK(loaded.value().id() == built_in.value().id());
    CHECK(built_in.value().get().bytes.data() ==
          learned::embedded_model().data());
  }

  TEST_CASE("sections are found by tag and kind") {
    const auto m = model::load(small_model());
    REQUIRE(m);
    const model::data& d = m.value().get();
    CHECK(m.value().id().substr(0, 6) == "small-");
    CHECK(d.find_crf(tag("CRFX")) != nullptr);
    CHECK(d.find_crf(tag("TABX")) == nullptr);
    CHECK(d.find_bytes(tag("RAWX")) == "anything");
    CHECK(d.find_bytes(tag("NONE")).empty());
    const learned::table* t = d.find_table(tag("TABX"));
    REQUIRE(t != nullptr);
    CHECK(t->get(learned::hash_of("hague")) == 7);
    CHECK(t->get(learned::hash_of("paris")) == 3);
    CHECK(t->get(learned::hash_of("rome")) == 0);
  }

  TEST_CASE("a table has all its keys, and next to no others") {
    for (const std::size_t count : {0, 1, 15, 16, 17, 1000, 50000}) {
      CAPTURE(count);
      std::vector<std::pair<std::uint64_t, std::uint16_t>> pairs;
      for (std::size_t i = 0; i < count; ++i) {
        pairs.emplace_back(learned::spread(i + 1), 1 + i % 60000);
      }
      const std::string bytes = learned::write_table(pairs);
      const auto t = learned::table::read(bytes);
      REQUIRE(t);
      std::size_t wrong = 0, others = 0;
      for (const auto& [key, value] : pairs) {
        wrong += t.value().get(key) != value;
        others += t.value().get(learned::spread(~key)) != 0;
      }
      CHECK(wrong <= count / 2000);  // one fingerprint, one line
      CHECK(others <= count / 1000);
    }
  }

  TEST_CASE("a copy of a model stays valid when the first one is gone") {
    auto m = model::load(small_model());
    REQUIRE(m);
    const model copy = m.value();
    m = model::load("");
    CHECK(copy.get().find_bytes(tag("RAWX")) == "anything");
  }

  // With COPYDESK_WRITE_SEEDS=1 it is written there.
  TEST_CASE("the model that fuzzing starts from is one of this format") {
    const std::string seed = fuzz_seed();
    CHECK(seed.size() <= 8192);
    const auto m = model::load(seed);
    REQUIRE(m);
    for (const std::uint32_t part : parts) {
      CAPTURE(part);
      CHECK(m.value().get().find_crf(part) != nullptr);
    }
    const std::string path = COPYDESK_TEST_DIR "/fuzz/corpus/model/whole";
    if (std::getenv("COPYDESK_WRITE_SEEDS") != nullptr) {
      std::ofstream(path, std::ios::binary) << seed;
    }
    std::ifstream in(path, std::ios::binary);
    const std::string kept(std::istreambuf_iterator<char>(in), {});
    CHECK(kept == seed);
  }

  TEST_CASE("every truncation is an error with an offset") {
    const std::string whole = small_model();
    for (std::size_t n = 0; n < whole.size(); ++n) {
      CAPTURE(n);
      CHECK(fails_in_bounds(whole.substr(0, n)));
    }
    CHECK(fails_in_bounds(whole + '\0'));
  }

  TEST_CASE("every flip of one bit is an error with an offset") {
    std::string bytes = small_model();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      for (int bit = 0; bit < 8; ++bit) {
        const char was = bytes[i];
        bytes[i] = static_cast<char>(was ^ (1 << bit));
        const bool seen = fails_in_bounds(bytes);
        bytes[i] = was;
        if (!seen) FAIL("flip at ", i, " bit ", bit);
      }
    }
    CHECK(model::load(bytes));
  }

  TEST_CASE("every flip of one bit under a fitting checksum is safe") {
    const std::string whole = small_model();
    for (std::size_t i = 8; i < whole.size(); ++i) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
        learned::seal(bytes);
        const auto m = model::load(bytes);
        if (!m) {
          CHECK(m.error().offset <= bytes.size());
          continue;
        }
        for (const auto& c : m.value().get().crfs) {
          learned::crf_sequence s(c.value);
          learned::crf_work work;
          for (int k = 0; k < 3; ++k) {
            s.next();
            s.add(learned::hash_of("the"));
          }
          s.decode(work);
          for (std::size_t k = 0; k < s.size(); ++k) {
            if (s.label(k) >= c.value.labels()) FAIL("label out of range");
          }
        }
        for (const auto& t : m.value().get().tables) {
          (void)t.value.get(learned::hash_of("paris"));
        }
      }
    }
  }

  TEST_CASE("the error says what is wrong and where") {
    std::string bytes = small_model();
    struct row {
      std::size_t at;
      char value;
      errc code;
      std::size_t offset;
    };
    for (const row& r : std::vector<row>{
             {0, 'X', errc::bad_model, 0},  // magic
             {8, 9, errc::bad_version, 8},  // version
             {16, 1, errc::bad_model, 1},   // size
             {24, 0, errc::bad_model, 24},  // checksum
         }) {
      CAPTURE(r.at);
      std::string damaged = bytes;
      damaged[r.at] = r.value;
      if (r.at == 16) damaged.replace(17, 7, 7, '\0');
      const auto m = model::load(damaged);
      REQUIRE(!m);
      CHECK(m.error().code == r.code);
      CHECK(m.error().offset == r.offset);
    }
  }

  TEST_CASE("the checksum tells neighbours apart") {
    CHECK(learned::checksum("") != learned::checksum(std::string(1, '\0')));
    CHECK(learned::checksum("ab") != learned::checksum("ba"));
    const std::string zeros(100, '\0');
    for (std::size_t n = 0; n < 100; ++n) {
      CHECK(learned::checksum(zeros.substr(0, n)) != learned::checksum(zeros));
    }
  }
}
