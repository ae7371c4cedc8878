// SPDX-License-Identifier: Apache-2.0
// main.cpp - copydesk-train: makes the model from annotated text.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "model/bytes.hpp"
#include "model/model_data.hpp"
#include "train/corpus.hpp"
#include "train/part.hpp"

namespace {

using namespace copydesk;

struct arguments {
  train::job job;
  std::string out, base, from, id = "en";
  std::vector<std::string> only;
  bool score = false, quiet = false, verbose = false;
};

bool wanted(const arguments& a, const train::part& p) {
  if (a.only.empty()) return true;
  return std::find(a.only.begin(), a.only.end(), p.name) != a.only.end();
}

// Copies the sections of the model in `path` whose tags `want` accepts. False,
// with a word on standard error, if it does not load.
template <class Want>
bool copy(const std::string& path, const Want& want,
          learned::model_writer& out) {
  const auto made = model::load(train::read_file(path));
  if (!made) {
    std::cerr << "copydesk-train: " << path << ": " << made.error().message
              << " (byte " << made.error().offset << ")\n";
    return false;
  }
  const model::data& d = made.value().get();
  for (const auto& s : d.sections) {
    if (!want(s.tag)) continue;
    auto kind = learned::section_kind::raw;
    if (d.find_crf(s.tag) != nullptr) kind = learned::section_kind::crf;
    if (d.find_table(s.tag) != nullptr) kind = learned::section_kind::table;
    out.set(s.tag, kind, std::string(s.value));
  }
  return true;
}

// Is `tag` of a part that --only names (of any, without it)?
bool of_wanted_part(const arguments& a, std::uint32_t tag) {
  for (const train::part& p : train::parts()) {
    if (!wanted(a, p)) continue;
    for (const char* t : p.tags) {
      if (learned::load32(reinterpret_cast<const learned::byte*>(t)) == tag) {
        return true;
      }
    }
  }
  return false;
}

int run(arguments& a) {
  learned::model_writer writer;
  const auto any = [](std::uint32_t) { return true; };
  if (!a.base.empty() && !copy(a.base, any, writer)) return 1;
  const auto of_part = [&](std::uint32_t t) { return of_wanted_part(a, t); };
  if (!a.from.empty() && !copy(a.from, of_part, writer)) return 1;
  if (!a.out.empty()) {
    for (const train::part& p : train::parts()) {
      if (!wanted(a, p) || !a.from.empty()) continue;
      const auto begin = std::chrono::steady_clock::now();
      p.train(a.job, writer);
      const std::chrono::duration<double> took =
          std::chrono::steady_clock::now() - begin;
      std::fprintf(stderr, "%s: trained in %.1f s\n", p.name, took.count());
    }
    const std::string file = writer.finish(a.id);
    std::ofstream(a.out, std::ios::binary) << file;
    const auto made = model::load(file);
    if (!made) {
      std::cerr << "copydesk-train: the model does not load: "
                << made.error().message << '\n';
      return 1;
    }
    std::fprintf(stderr, "%s: %zu bytes, %s\n", a.out.c_str(), file.size(),
                 std::string(made.value().id()).c_str());
  }
  if (!a.score) return 0;
  const auto scored =
      model::load(train::read_file(a.out.empty() ? a.base : a.out));
  if (!scored) {
    std::cerr << "copydesk-train: no model to score\n";
    return 1;
  }
  for (const train::part& p : train::parts()) {
    if (wanted(a, p) && p.score != nullptr) {
      p.score(a.job, scored.value(), std::cout);
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** values) {
  arguments a;
  a.job.sources = COPYDESK_SOURCE_DATA "/";
  CLI::App app("Learns a copydesk model from annotated text (JSON Lines).");
  app.set_version_flag("--version", "copydesk-train 1");
  app.add_option("--data", a.job.data, "folder of the data sets")->required();
  app.add_option("--out", a.out, "model file to write");
  app.add_option("--base", a.base, "model whose other sections are kept");
  app.add_option("--only", a.only, "parts to learn, all otherwise")
      ->delimiter(',');
  app.add_option("--from", a.from,
                 "model whose parts are taken instead of learned anew");
  app.add_option("--sources", a.job.sources, "folder of the lexicons");
  app.add_option("--seed", a.job.seed, "of all random choices");
  app.add_option("--scale", a.job.scale, "passes over the data, times this");
  app.add_option("--id", a.id, "name of the model");
  app.add_option("--set", a.job.options, "NAME=VALUE, for experiments");
  app.add_flag("--score", a.score, "print scores on the development sets");
  app.add_flag("--quiet", a.quiet, "no progress on standard error");
  app.add_flag("--verbose", a.verbose, "progress also where none is watching");
  std::string parts = "Parts:\n";
  for (const train::part& p : train::parts()) {
    parts += "  " + std::string(p.name) + "  " + p.summary + "\n";
  }
  app.footer(parts);
  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& e) {
    const int code = app.exit(e);
    return code == 0 ? 0 : 2;
  }
  if (a.out.empty() && !a.score) {
    std::cerr << "copydesk-train: nothing to do without --out or --score\n";
    return 2;
  }
  if (a.job.data.back() != '/') a.job.data += '/';
  if (a.job.sources.back() != '/') a.job.sources += '/';
  if (a.verbose || (!a.quiet && isatty(2) != 0)) {
    a.job.tell = [](const std::string& s) {
      std::fprintf(stderr, "%s\n", s.c_str());
    };
  }
  return run(a);
}
