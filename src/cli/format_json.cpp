// SPDX-License-Identifier: Apache-2.0
// format_json.cpp - the JSON that tests/spec/analyze.schema.json describes.
#include "cli/formats.hpp"

namespace copydesk_cli {
namespace {

const char* paragraph_kind_name(copydesk_paragraph_kind kind) {
  switch (kind) {
    case COPYDESK_HEADLINE:
      return "headline";
    case COPYDESK_DATELINE:
      return "dateline";
    case COPYDESK_BYLINE:
      return "byline";
    case COPYDESK_CAPTION:
      return "caption";
    case COPYDESK_BOILERPLATE:
      return "boilerplate";
    default:
      return "body";
  }
}

const char* quote_kind_name(copydesk_quote_kind kind) {
  switch (kind) {
    case COPYDESK_DIRECT:
      return "direct";
    case COPYDESK_MIXED:
      return "mixed";
    default:
      return "indirect";
  }
}

const char* speaker_kind_name(copydesk_speaker_kind kind) {
  switch (kind) {
    case COPYDESK_SPEAKER_PERSON:
      return "person";
    case COPYDESK_SPEAKER_ORGANIZATION:
      return "organization";
    case COPYDESK_SPEAKER_DOCUMENT:
      return "document";
    case COPYDESK_SPEAKER_GROUP:
      return "group";
    default:
      return "unnamed";
  }
}

std::string words(copydesk_string s) { return std::string(s.data, s.size); }

json pair(copydesk_span s) { return json::array({s.begin, s.end}); }

json pairs(const copydesk_span* spans, std::size_t count) {
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) out.push_back(pair(spans[i]));
  return out;
}

// Two decimals: more would be a promise that no calibration keeps.
double rounded(float confidence) {
  return static_cast<double>(
             static_cast<long>(static_cast<double>(confidence) * 100 + 0.5)) /
         100;
}

json name_id(std::int32_t index) {
  return index < 0 ? json(nullptr) : json(index);
}

json paragraphs_json(const copydesk_document* document, bool explain) {
  std::size_t count = 0;
  const auto* all = copydesk_document_paragraphs(document, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    json p = {{"start", all[i].span.begin},
              {"end", all[i].span.end},
              {"kind", paragraph_kind_name(all[i].kind)}};
    if (explain) p["reason"] = all[i].reason;
    out.push_back(std::move(p));
  }
  return out;
}

json entities_json(const copydesk_document* document) {
  std::size_t count = 0;
  const auto* all = copydesk_document_entities(document, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    const copydesk_entity& e = all[i];
    json j = {
        {"start", e.span.begin}, {"end", e.span.end},
        {"text", words(e.text)}, {"type", copydesk_entity_type_string(e.type)},
        {"id", name_id(e.name)}, {"confidence", rounded(e.confidence)}};
    if (e.value.size != 0) j["value"] = words(e.value);
    out.push_back(std::move(j));
  }
  return out;
}

json names_json(const copydesk_document* document) {
  std::size_t count = 0;
  const auto* all = copydesk_document_names(document, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    json titles = json::array();
    for (std::size_t t = 0; t < all[i].title_count; ++t) {
      titles.push_back(words(all[i].titles[t]));
    }
    json mentions = json::array();
    for (std::size_t m = 0; m < all[i].mention_count; ++m) {
      mentions.push_back(all[i].mentions[m]);
    }
    out.push_back({{"id", i},
                   {"type", copydesk_entity_type_string(all[i].type)},
                   {"name", words(all[i].text)},
                   {"titles", std::move(titles)},
                   {"mentions", std::move(mentions)}});
  }
  return out;
}

json quotes_json(const copydesk_document* document, bool explain) {
  std::size_t count = 0;
  const auto* all = copydesk_document_quotes(document, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    const copydesk_quote& q = all[i];
    json speaker = nullptr;
    if (q.has_speaker != 0) {
      speaker = {{"span", pair(q.speaker_span)},
                 {"name", words(q.speaker_text)},
                 {"id", name_id(q.speaker_name)},
                 {"kind", speaker_kind_name(q.speaker_kind)},
                 {"confidence", rounded(q.speaker_confidence)}};
    }
    json j = {{"kind", quote_kind_name(q.kind)},
              {"content", pairs(q.content, q.content_count)},
              {"text", words(q.text)},
              {"speaker", std::move(speaker)},
              {"cue", q.has_cue != 0 ? pair(q.cue) : json(nullptr)},
              {"parent", name_id(q.parent)}};
    if (explain) {
      j["confidence"] = rounded(q.confidence);
      j["rule"] = q.rule;
    }
    out.push_back(std::move(j));
  }
  return out;
}

json repairs_json(const copydesk_document* document) {
  std::size_t count = 0;
  const auto* all = copydesk_document_repairs(document, &count);
  json out = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({{"start", all[i].span.begin},
                   {"end", all[i].span.end},
                   {"kind", copydesk_repair_kind_string(all[i].kind)},
                   {"text", words(all[i].text)}});
  }
  return out;
}

}  // namespace

json document_json(const copydesk_document* document, const json& id,
                   const analyze_options& options) {
  std::size_t count = 0;
  json out;
  out["id"] = id;
  out["length"] = copydesk_document_length(document);
  out["language"] = copydesk_document_language(document);
  out["encoding"] = copydesk_document_encoding(document);
  out["paragraphs"] = paragraphs_json(document, options.explain);
  const copydesk_span* spans = copydesk_document_sentences(document, &count);
  out["sentences"] = pairs(spans, count);
  if (options.tokens) {
    spans = copydesk_document_tokens(document, &count);
    out["tokens"] = pairs(spans, count);
  }
  out["entities"] = entities_json(document);
  out["names"] = names_json(document);
  out["quotes"] = quotes_json(document, options.explain);
  out["repairs"] = repairs_json(document);
  if (options.normalized) {
    out["normalized"] = words(copydesk_document_normalized(document));
  }
  return out;
}

json error_json(const json& id, const std::string& code,
                const std::string& message, unsigned long long offset) {
  return {
      {"id", id},
      {"error", {{"code", code}, {"message", message}, {"offset", offset}}}};
}

std::string dump(const json& value, int indent) {
  return value.dump(indent, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace copydesk_cli
