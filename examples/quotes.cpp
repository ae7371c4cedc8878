// SPDX-License-Identifier: Apache-2.0
// quotes.cpp - who said what in a file, from C++:  quotes FILE
#include <copydesk/copydesk.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
  if (!file) return 2;
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  auto analyzer = copydesk::analyzer::create();
  if (!analyzer) return 1;
  auto document = analyzer.value().analyze(text);
  if (!document) {
    std::cerr << document.error().message << " at byte "
              << document.error().offset << '\n';
    return 1;
  }
  for (const copydesk::quote& q : document.value().quotes) {
    std::cout << (q.has_speaker ? q.speaker.text : "?") << ": " << q.text
              << '\n';
  }
}
