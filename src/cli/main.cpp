// SPDX-License-Identifier: Apache-2.0
// main.cpp - the `copydesk` command: options, and nothing else.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "copydesk.h"

namespace {

using namespace copydesk_cli;

// Gives `target` the value that stands beside the name that was chosen.
template <class T>
void add_choice(CLI::App& app, const std::string& option, T& target,
                std::map<std::string, T> choices, const std::string& help) {
  std::vector<std::string> names;
  for (const auto& choice : choices) names.push_back(choice.first);
  app.add_option_function<std::string>(
         option,
         [&target, choices](const std::string& name) {
           target = choices.at(name);
         },
         help)
      ->check(CLI::IsMember(names))
      ->type_name("");
}

std::map<std::string, copydesk_offset_unit> units() {
  return {{"bytes", COPYDESK_BYTES},
          {"utf16", COPYDESK_UTF16},
          {"codepoints", COPYDESK_CODEPOINTS}};
}

void describe_analyze(CLI::App& app, analyze_options& o) {
  add_choice<format>(app, "--format", o.output,
                     {{"json", format::json},
                      {"jsonl", format::jsonl},
                      {"text", format::text},
                      {"html", format::html},
                      {"conll", format::conll}},
                     "json, jsonl, text, html or conll");
  add_choice<copydesk_offset_unit>(app, "--offsets", o.offsets, units(),
                                   "bytes, utf16 or codepoints");
  app.add_option("--lang", o.language, "language of the text: en, de, fr...");
  app.add_option("--charset", o.charset, "what the text is declared to be in");
  app.add_flag("--tokens", o.tokens, "give the tokens, too");
  app.add_flag("--normalized", o.normalized, "give the clean text, too");
  app.add_flag("--explain", o.explain, "say which decision found what");
  app.add_option("--min-confidence", o.min_confidence,
                 "leave out entities below, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  add_choice<copydesk_quote_style>(
      app, "--quotes", o.quotes,
      {{"speech", COPYDESK_SPEECH}, {"attributions", COPYDESK_ATTRIBUTIONS}},
      "speech, or attributions: thoughts, beliefs "
      "and plans, too");
  app.add_option("--model", o.model,
                 "file that copydesk-train made, in place of the model inside");
  app.add_option("--gazetteer", o.gazetteer,
                 "file of names to find: lines of name, TAB, TYPE, TAB, id; # "
                 "begins a comment, \\# a name that begins with #");
  app.add_flag("--given-entities", o.given_entities,
               "jsonl: take each line's \"entities\" (start, end, type) in "
               "place of the names found");
  app.add_option("-j,--jobs", o.threads, "threads")
      ->check(CLI::Range(1u, 256u));
  app.add_option("FILE", o.files,
                 "texts in any encoding (jsonl: JSON Lines); - or none: "
                 "standard input");
}

void describe_normalize(CLI::App& app, normalize_options& o) {
  app.add_flag("--map", o.map, "JSON: the text, its repairs and its way back");
  add_choice<copydesk_offset_unit>(app, "--offsets", o.offsets, units(),
                                   "of --map: bytes, utf16 or codepoints");
  app.add_option("--charset", o.charset, "what the text is declared to be in");
  const auto flag = [&](const std::string& name, std::uint32_t bit,
                        const std::string& help) {
    app.add_flag_callback(
        name, [&o, bit] { o.flags |= bit; }, help);
  };
  flag("--keep-damage", COPYDESK_NORMALIZE_KEEP_DAMAGE, "repair nothing");
  flag("--nfkc", COPYDESK_NORMALIZE_NFKC, "NFKC instead of NFC");
  flag("--fold-case", COPYDESK_NORMALIZE_FOLD_CASE, "fold the case");
  flag("--plain-marks", COPYDESK_NORMALIZE_PLAIN_MARKS,
       "quotation marks to \" and '");
  flag("--plain-dashes", COPYDESK_NORMALIZE_PLAIN_DASHES, "dashes to -");
  flag("--plain-spaces", COPYDESK_NORMALIZE_PLAIN_SPACES,
       "white space in lines to the space");
  flag("--plain-ellipses", COPYDESK_NORMALIZE_PLAIN_ELLIPSES, "to ...");
  flag("--plain-digits", COPYDESK_NORMALIZE_PLAIN_DIGITS,
       "digits of all scripts to 0-9");
  app.add_option("-j,--jobs", o.threads, "threads")
      ->check(CLI::Range(1u, 256u));
  app.add_option("FILE", o.files,
                 "texts in any encoding; - or none: standard input");
}

std::string version_line() {
  copydesk_analyzer* analyzer = nullptr;
  std::string model = "none";
  if (copydesk_analyzer_new(nullptr, &analyzer, nullptr) == COPYDESK_OK) {
    model = copydesk_analyzer_model_id(analyzer);
  }
  copydesk_analyzer_free(analyzer);
  return std::string("copydesk ") + copydesk_version_string() + " (Unicode " +
         copydesk_unicode_version() + ", model " + model + ")";
}

int run(int argc, char** argv) {
  CLI::App app{"Who said what in news text, as spans of its own bytes"};
  app.set_version_flag("--version", version_line);
  app.require_subcommand(1);

  analyze_options analyze_how;
  CLI::App* analyze_app =
      app.add_subcommand("analyze", "quotations, speakers, entities of texts");
  describe_analyze(*analyze_app, analyze_how);

  normalize_options normalize_how;
  CLI::App* normalize_app =
      app.add_subcommand("normalize", "clean text of any bytes");
  describe_normalize(*normalize_app, normalize_how);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& e) {
    return app.exit(e);  // --help, --version
  } catch (const CLI::ParseError& e) {
    std::fprintf(stderr, "copydesk: %s\n", e.what());
    return 2;
  }
  if (analyze_how.given_entities && analyze_how.output != format::jsonl) {
    std::fputs("copydesk: --given-entities goes with --format jsonl\n", stderr);
    return 2;
  }
  if (analyze_how.files.empty()) analyze_how.files.push_back("-");
  if (normalize_how.files.empty()) normalize_how.files.push_back("-");
  return analyze_app->parsed() ? analyze(analyze_how)
                               : normalize(normalize_how);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "copydesk: %s\n", e.what());
    return 1;
  }
}
