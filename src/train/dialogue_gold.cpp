// SPDX-License-Identifier: Apache-2.0
// dialogue_gold.cpp - see dialogue_gold.hpp.
#include "train/dialogue_gold.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace copydesk::train {
namespace {

using nlohmann::json;

// "Mr__Darcy-3" -> "Mr. Darcy".
std::string name_in_id(const std::string& id) {
  std::string out;
  for (std::size_t i = 0; i < id.rfind('-') && i < id.size(); ++i) {
    if (id.compare(i, 2, "__") == 0) {
      out += ". ";
      ++i;
    } else {
      out.push_back(id[i] == '_' ? ' ' : id[i]);
    }
  }
  return out;
}

}  // namespace

std::vector<gold_tale> read_tales(const std::string& path) {
  std::ifstream in(path);
  std::vector<gold_tale> out;
  for (std::string line; std::getline(in, line);) {
    const json j = json::parse(line);
    if (!j.contains("quotes") || j["quotes"].empty()) continue;
    gold_tale t;
    t.id = j.value("id", "");
    t.text = j.at("text").get<std::string>();
    for (const json& q : j["quotes"]) {
      gold_turn g;
      if (q.contains("speaker_id")) {
        g.speaker = q["speaker_id"].get<std::string>();
        g.name = name_in_id(g.speaker);
      } else if (q.contains("speaker_name") && q["speaker_name"].is_string()) {
        g.name = g.speaker = q["speaker_name"].get<std::string>();
      }
      if (g.speaker.empty() || q.value("kind", "") == "indirect") continue;
      for (const json& s : q["content"]) {
        g.content.push_back(
            {s[0].get<std::uint32_t>(), s[1].get<std::uint32_t>()});
      }
      t.turns.push_back(std::move(g));
    }
    std::sort(t.turns.begin(), t.turns.end(), [](const auto& a, const auto& b) {
      return a.content[0].begin < b.content[0].begin;
    });
    if (!t.turns.empty()) out.push_back(std::move(t));
  }
  return out;
}

void without_lines(gold_tale& t) {
  std::replace(t.text.begin(), t.text.end(), '\n', ' ');
}

namespace {

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

}  // namespace

void with_paragraphs(gold_tale& t) {
  const std::string lines = t.text;
  without_lines(t);
  for (std::size_t i = 1; i < t.turns.size(); ++i) {
    const std::uint32_t begin = t.turns[i].content[0].begin;
    const std::uint32_t floor = t.turns[i - 1].content.back().end;
    if (begin <= floor || t.turns[i].speaker == t.turns[i - 1].speaker) {
      continue;
    }
    std::uint32_t at = begin - 1;
    if (lines[at] != '\n' && lines[at] != ' ') continue;
    std::uint32_t last = at;  // of the words before
    while (last > floor && (lines[last] == '\n' || lines[last] == ' ')) --last;
    const bool leads = !ends_sentence(lines[last]);
    const std::size_t line = lines.rfind('\n', at > 0 ? at - 1 : 0);
    if (line != std::string::npos && line > floor) {
      const std::string words = lines.substr(line, at - line);
      const std::string last_name =
          t.turns[i].name.substr(t.turns[i].name.rfind(' ') + 1);
      const std::size_t where = words.find(last_name);
      if (leads || (where != std::string::npos && where < 40)) {
        t.text[line] = '\n';
        continue;
      }
    }
    if (!leads || lines[last] == '"' || at - last <= 1) t.text[at] = '\n';
  }
}

namespace {

bool covers(const std::vector<text::clean_span>& a,
            const std::vector<span>& b) {
  std::int64_t both = 0, size = 0;
  for (const span& y : b) {
    size += y.end - y.begin;
    for (const text::clean_span& x : a) {
      both += std::max<std::int64_t>(
          0, std::int64_t{std::min(x.end, y.end)} - std::max(x.begin, y.begin));
    }
  }
  return 2 * both >= size;
}

// The gold turn that each turn is; -1 if none.
std::vector<int> match(const talk_document& d, const gold_tale& gold) {
  std::vector<int> out;
  for (const people::turn& t : d.made.talk.turns) {
    int found = -1;
    for (std::size_t g = 0; g < gold.turns.size(); ++g) {
      if (covers(d.read->said.quotations[t.quotation].content,
                 gold.turns[g].content)) {
        found = static_cast<int>(g);
        break;
      }
    }
    out.push_back(found);
  }
  return out;
}

void judge(talk_document& d, const gold_tale& gold) {
  const conversation& c = d.made.talk;
  const std::vector<int> of = match(d, gold);
  // A voice without a name is whose quotations it is told for.
  std::vector<std::map<std::string, int>> tells(c.voices.size());
  for (std::size_t t = 0; t < c.turns.size(); ++t) {
    if (of[t] < 0) continue;
    const auto& speaker = gold.turns[static_cast<std::size_t>(of[t])].speaker;
    if (c.turns[t].how == people::told::by_name) {
      ++tells[c.turns[t].cast[0].voice][speaker];
    } else if (c.turns[t].how == people::told::by_noun) {
      const std::int32_t ref = d.trace->said.speaker_of[c.turns[t].quotation];
      for (const auto& p : c.turns[t].cast) {
        if (c.voices[p.voice].referent == ref && ref >= 0 &&
            !c.voices[p.voice].named) {
          ++tells[p.voice][speaker];
        }
      }
    }
  }
  std::vector<std::string> id(c.voices.size());
  for (std::size_t v = 0; v < c.voices.size(); ++v) {
    int most = 0;
    for (const auto& [speaker, n] : tells[v]) {
      if (n > most) {
        most = n;
        id[v] = speaker;
      }
    }
  }
  d.made.right.resize(c.turns.size());
  for (std::size_t t = 0; t < c.turns.size(); ++t) {
    if (of[t] < 0 || c.turns[t].how == people::told::by_name) continue;
    const gold_turn& g = gold.turns[static_cast<std::size_t>(of[t])];
    std::vector<bool> right;
    bool some = false;
    int best = 1;
    std::vector<int> how;
    for (const auto& p : c.turns[t].cast) {
      const people::voice& v = c.voices[p.voice];
      int same = 0;
      if (v.named) {
        same = same_name(
            d.trace->who.all[static_cast<std::size_t>(v.referent)].text,
            g.name);
      }
      if (same == 0 && !id[p.voice].empty() && id[p.voice] == g.speaker) {
        same = 1;
      }
      how.push_back(same);
      best = std::max(best, same);
    }
    for (int h : how) {
      right.push_back(h == best);
      some = some || h == best;
    }
    if (some) d.made.right[t] = std::move(right);
  }
}

}  // namespace

talk_document make_talk(const gold_tale& gold, const model& m, float weight) {
  talk_document d;
  d.id = gold.id;
  d.read = std::make_unique<people_document>();
  d.read->gold.id = gold.id;
  d.read->gold.text = gold.text;
  d.read->laid = text::lay_out(d.read->gold.text, text::language::en);
  d.read->found = entities::find(d.read->laid, m, 0);
  d.read->said = quotes::find(d.read->laid, d.read->found, m);
  d.trace = std::make_unique<people_trace>(
      trace_people(*d.read, people::learned_weights()));
  d.made.weight = weight;
  d.made.talk = people::read_conversation(
      d.trace->read, d.trace->who, d.trace->said,
      people::told_speakers(d.trace->read, d.trace->who, d.trace->said));
  judge(d, gold);
  return d;
}

}  // namespace copydesk::train
