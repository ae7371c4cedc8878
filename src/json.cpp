// SPDX-License-Identifier: Apache-2.0
// json.cpp - a document as JSON, written by hand into one string.
//
// Idea: a writer that knows when a comma is due; numbers are whole or have two
// decimals, so no locale and no floating-point formatting is involved. Cost:
// O(document).
#include "copydesk/json.hpp"

#include <cstdint>

#include "unicode/utf8.hpp"

namespace copydesk {
inline namespace v1 {
namespace {

void put_number(std::uint64_t n, std::string& out) {
  char digits[20];
  std::size_t count = 0;
  do {
    digits[count++] = static_cast<char>('0' + n % 10);
    n /= 10;
  } while (n != 0);
  while (count != 0) out += digits[--count];
}

void put_escape(char32_t code, std::string& out) {
  static constexpr char hex[] = "0123456789abcdef";
  out += "\\u00";
  out += hex[code >> 4];
  out += hex[code & 15];
}

void put_string(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const unicode::decoded_char c = unicode::decode_any(text, at);
    switch (c.code) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (c.code < 0x20) {
          put_escape(c.code, out);
        } else if (c.valid) {
          out.append(text, at, c.length);
        } else {
          unicode::append_utf8(0xFFFD, out);
        }
    }
    at += c.length;
  }
  out += '"';
}

class writer {
 public:
  explicit writer(const json_options& options) : options_(options) {}

  std::string take() { return std::move(out_); }

  // The next member: its key, or nothing inside an array.
  void key(const char* name) {
    comma();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    if (options_.lines) out_ += ' ';
    first_ = true;  // the value needs no comma
  }
  void open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void close_whole() { out_ += options_.lines ? "\n}" : "}"; }
  // Before a member of the whole or an item of one of its arrays.
  void line(int depth) {
    if (!options_.lines) return;
    if (!first_) out_ += ',';
    first_ = true;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth), ' ');
  }
  void number(std::uint64_t n) {
    comma();
    put_number(n, out_);
  }
  void string(std::string_view text) {
    comma();
    put_string(text, out_);
  }
  void raw(std::string_view text) {
    comma();
    out_ += text;
  }
  void index(std::int32_t i) {
    if (i < 0) return raw("null");
    number(static_cast<std::uint64_t>(i));
  }
  // Two decimals: more would be a promise that no calibration keeps.
  void confidence(float value) {
    const float inside = value > 0.0f ? (value < 1.0f ? value : 1.0f) : 0.0f;
    const auto n =
        static_cast<unsigned>(static_cast<double>(inside) * 100 + 0.5);
    comma();
    put_number(n / 100, out_);
    out_ += '.';
    out_ += static_cast<char>('0' + n / 10 % 10);
    if (n % 10 != 0) out_ += static_cast<char>('0' + n % 10);
  }
  void pair(span s) {
    open('[');
    number(s.begin);
    number(s.end);
    close(']');
  }
  void ends(span s) {
    key("start");
    number(s.begin);
    key("end");
    number(s.end);
  }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  const json_options& options_;
  std::string out_;
  bool first_ = true;
};

// An array of the whole's, each item by `put`.
template <class Items, class Put>
void put_array(writer& w, const char* name, const Items& items, Put&& put) {
  w.line(1);
  w.key(name);
  w.open('[');
  for (const auto& item : items) {
    w.line(2);
    put(item);
  }
  w.close(']');
}

void put_spans(writer& w, const std::vector<span>& spans) {
  w.open('[');
  for (const span s : spans) w.pair(s);
  w.close(']');
}

void put_entity(writer& w, const entity& e) {
  w.open('{');
  w.ends(e.where);
  w.key("text");
  w.string(e.text);
  w.key("type");
  w.string(to_string(e.type));
  w.key("id");
  w.index(e.name);
  w.key("confidence");
  w.confidence(e.confidence);
  if (!e.value.empty()) {
    w.key("value");
    w.string(e.value);
  }
  w.close('}');
}

void put_indices(writer& w, const char* key,
                 const std::vector<std::uint32_t>& all) {
  w.key(key);
  w.open('[');
  for (const std::uint32_t i : all) w.number(i);
  w.close(']');
}

void put_name(writer& w, const name& n, std::size_t id, bool explain) {
  w.open('{');
  w.key("id");
  w.number(id);
  w.key("type");
  w.string(to_string(n.type));
  w.key("name");
  w.string(n.text);
  w.key("titles");
  w.open('[');
  for (const std::string& t : n.titles) w.string(t);
  w.close(']');
  put_indices(w, "mentions", n.mentions);
  if (!n.caller_id.empty()) {
    w.key("caller_id");
    w.string(n.caller_id);
  }
  if (explain) {
    put_indices(w, "quotes", n.quotes);
    put_indices(w, "affiliations", n.affiliations);
    w.key("gender");
    if (n.gender == 0) {
      w.raw("null");
    } else {
      w.string(n.gender > 0 ? "male" : "female");
    }
  }
  w.close('}');
}

void put_speaker(writer& w, const quote& q) {
  w.key("speaker");
  if (!q.has_speaker) return w.raw("null");
  w.open('{');
  w.key("span");
  w.pair(q.speaker.where);
  w.key("name");
  w.string(q.speaker.text);
  w.key("id");
  w.index(q.speaker.name);
  w.key("kind");
  w.string(to_string(q.speaker.kind));
  w.key("confidence");
  w.confidence(q.speaker.confidence);
  w.close('}');
}

void put_quote(writer& w, const quote& q, bool explain) {
  w.open('{');
  w.key("kind");
  w.string(to_string(q.kind));
  w.key("content");
  put_spans(w, q.content);
  w.key("text");
  w.string(q.text);
  put_speaker(w, q);
  w.key("cue");
  if (q.has_cue) {
    w.pair(q.cue);
  } else {
    w.raw("null");
  }
  w.key("parent");
  w.index(q.parent);
  if (explain) {
    w.key("confidence");
    w.confidence(q.confidence);
    w.key("rule");
    w.string(q.rule);
  }
  w.close('}');
}

void put_head(writer& w, const document& doc, const json_options& options) {
  if (!options.id.empty()) {
    w.line(1);
    w.key("id");
    w.raw(options.id);
  }
  w.line(1);
  w.key("length");
  w.number(doc.length);
  w.line(1);
  w.key("language");
  w.string(doc.language);
  w.line(1);
  w.key("encoding");
  w.string(doc.encoding);
}

}  // namespace

std::string to_json(const document& doc, const json_options& options) {
  writer w(options);
  w.open('{');
  put_head(w, doc, options);
  put_array(w, "paragraphs", doc.paragraphs, [&](const paragraph& p) {
    w.open('{');
    w.ends(p.where);
    w.key("kind");
    w.string(to_string(p.kind));
    if (options.explain) {
      w.key("reason");
      w.string(p.reason);
    }
    w.close('}');
  });
  w.line(1);
  w.key("sentences");
  put_spans(w, doc.sentences);
  if (options.tokens) {
    w.line(1);
    w.key("tokens");
    put_spans(w, doc.tokens);
  }
  put_array(w, "entities", doc.entities,
            [&](const entity& e) { put_entity(w, e); });
  std::size_t id = 0;
  put_array(w, "names", doc.names, [&](const copydesk::name& n) {
    put_name(w, n, id++, options.explain);
  });
  put_array(w, "quotes", doc.quotes,
            [&](const quote& q) { put_quote(w, q, options.explain); });
  put_array(w, "repairs", doc.repairs, [&](const repair& r) {
    w.open('{');
    w.ends(r.where);
    w.key("kind");
    w.string(to_string(r.kind));
    w.key("text");
    w.string(r.text);
    w.close('}');
  });
  if (options.normalized) {
    w.line(1);
    w.key("normalized");
    w.string(doc.normalized);
  }
  w.close_whole();
  return w.take();
}

std::string json_string(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  put_string(text, out);
  return out;
}

}  // namespace v1
}  // namespace copydesk
