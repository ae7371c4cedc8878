// SPDX-License-Identifier: Apache-2.0
// caller_names.cpp - a phrase table like the model's, but exact in case and
// made while the program runs.
#include "entities/caller_names.hpp"

#include "entities/gazetteer.hpp"
#include "entities/tagger.hpp"
#include "limits.hpp"
#include "text/tokens.hpp"
#include "unicode/scan.hpp"

namespace copydesk {
inline namespace v1 {
namespace {

// A field up to the next tab; takes it off `rest`.
std::string_view field(std::string_view& rest) {
  const std::size_t tab = rest.find('\t');
  const std::string_view out = rest.substr(0, tab);
  rest = tab == rest.npos ? std::string_view() : rest.substr(tab + 1);
  return out;
}

// A backslash before # or another one says that the name begins with it.
std::string_view without_escape(std::string_view line) {
  const bool escaped =
      line.size() > 1 && line[0] == '\\' && (line[1] == '#' || line[1] == '\\');
  return line.substr(escaped ? 1 : 0);
}

bool add_line(std::string_view line, gazetteer::data& out) {
  line = without_escape(line);
  const std::string_view name = field(line);
  const std::string_view type = field(line);
  const entities::type_name* known = nullptr;
  for (const entities::type_name& t : entities::tagged_types) {
    if (t.name == type) known = &t;
  }
  std::vector<text::token> tokens;
  text::add_tokens(name, {0, static_cast<std::uint32_t>(name.size())},
                   text::language::en, tokens);
  if (known == nullptr || tokens.empty() ||
      tokens.size() > limits::max_caller_phrase) {
    return false;
  }
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    key = entities::phrase_key(
        key, entities::spelled_key(tokens[i].where().of(name)));
    gazetteer::data::entry& e = out.phrases[key];
    if (i + 1 < tokens.size()) {
      e.goes_on = true;
      continue;
    }
    out.names += e.is_name ? 0 : 1;
    e.is_name = true;
    e.type = known->type;
    e.id = std::string(field(line));
  }
  return true;
}

}  // namespace

result<gazetteer> gazetteer::load(std::string_view lines) {
  auto d = std::make_shared<data>();
  const bool marked = lines.substr(0, 3) == "\xEF\xBB\xBF";
  for (std::size_t at = marked ? 3 : 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    std::string_view line = lines.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (unicode::scan(line).valid != line.size()) {
      return failure{errc::invalid, at, "a line that is not UTF-8"};
    }
    if (!line.empty() && line[0] != '#' && !add_line(line, *d)) {
      return failure{errc::invalid, at, "not a line of a gazetteer"};
    }
    at = end + 1;
  }
  return gazetteer(std::move(d));
}

std::size_t gazetteer::size() const noexcept { return data_->names; }

}  // namespace v1
}  // namespace copydesk

namespace copydesk::entities {

std::vector<mention> find_caller_names(const words& all, const gazetteer& g) {
  std::vector<mention> out;
  const auto& phrases = g.get().phrases;
  for (const text::sentence& s : all.laid().sentences) {
    for (std::uint32_t i = s.first_token; i < s.token_end;) {
      std::uint64_t key = 0;
      std::uint32_t end = i;
      const gazetteer::data::entry* best = nullptr;
      const std::uint32_t limit =
          std::min(s.token_end, i + limits::max_caller_phrase);
      for (std::uint32_t k = i; k < limit; ++k) {
        key = phrase_key(key, all[k].cased);
        const auto at = phrases.find(key);
        if (at == phrases.end()) break;
        if (at->second.is_name) {
          best = &at->second;
          end = k + 1;
        }
        if (!at->second.goes_on) break;
      }
      if (best == nullptr) {
        ++i;
        continue;
      }
      mention m = of_tokens(all.laid(), i, end, best->type, 1);
      m.value = best->id;
      out.push_back(std::move(m));
      i = end;
    }
  }
  return out;
}

}  // namespace copydesk::entities
