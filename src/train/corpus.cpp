// SPDX-License-Identifier: Apache-2.0
#include "train/corpus.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace copydesk::train {
namespace {

using nlohmann::json;

[[noreturn]] void fail(const std::string& why) {
  std::cerr << "copydesk-train: " << why << '\n';
  std::exit(1);
}

void add_span(const json& begin, const json& end, std::size_t limit,
              std::vector<span>& out) {
  const auto b = begin.get<std::uint32_t>(), e = end.get<std::uint32_t>();
  if (b < e && e <= limit) out.push_back({b, e});
}

std::vector<span> spans_of(const json& object, const char* key,
                           std::size_t limit) {
  std::vector<span> out;
  if (!object.contains(key) || object[key].is_null()) return out;
  for (const json& s : object[key]) add_span(s.at(0), s.at(1), limit, out);
  return out;
}

gold_quote quote_of(const json& q, std::size_t limit) {
  gold_quote out;
  out.kind = q.value("kind", "");
  out.content = spans_of(q, "content", limit);
  out.source = spans_of(q, "source", limit);
  out.cue = spans_of(q, "cue", limit);
  out.speech = q.value("speech", true);
  if (q.contains("nested") && q["nested"].is_boolean()) {
    out.nested = q["nested"].get<bool>();
  }
  if (q.contains("speaker_name") && q["speaker_name"].is_string()) {
    out.speaker_name = q["speaker_name"].get<std::string>();
  }
  return out;
}

gold_document document_of(const json& d) {
  gold_document out;
  out.id = d.value("id", "");
  out.lang = d.value("lang", "en");
  out.source = d.value("source", "");
  out.text = d.at("text").get<std::string>();
  const std::size_t limit = out.text.size();
  out.has_entities = d.contains("entities");
  out.has_titles = d.contains("titles");
  out.has_quotes = d.contains("quotes");
  out.has_clusters = d.contains("clusters");
  if (out.has_entities) {
    for (const json& e : d["entities"]) {
      std::vector<span> one;
      add_span(e.at("start"), e.at("end"), limit, one);
      if (one.empty()) continue;
      const bool named = e.contains("native") && e["native"].is_string();
      out.entities.push_back(
          {one[0], e.at("type").get<std::string>(),
           named ? e["native"].get<std::string>() : std::string()});
    }
  }
  if (out.has_titles) {
    for (const json& t : d["titles"]) {
      add_span(t.at("start"), t.at("end"), limit, out.titles);
    }
  }
  if (out.has_quotes) {
    for (const json& q : d["quotes"]) out.quotes.push_back(quote_of(q, limit));
  }
  if (out.has_clusters) {
    for (const json& c : d["clusters"]) {
      std::vector<span> mentions;
      for (const json& s : c) add_span(s.at(0), s.at(1), limit, mentions);
      out.clusters.push_back(std::move(mentions));
    }
  }
  return out;
}

}  // namespace

std::vector<gold_document> read_corpus(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail("cannot read " + path);
  std::vector<gold_document> out;
  std::string line;
  for (std::size_t n = 1; std::getline(in, line); ++n) {
    if (line.empty()) continue;
    try {
      out.push_back(document_of(json::parse(line)));
    } catch (const json::exception& e) {
      fail(path + ":" + std::to_string(n) + ": " + e.what());
    }
  }
  return out;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) fail("cannot read " + path);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace copydesk::train
