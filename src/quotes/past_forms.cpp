// SPDX-License-Identifier: Apache-2.0
// Idea: a sorted list. The forms of be, have and do and of verbs of speech are
// told by the lexicon of cues. Written for copydesk.
#include "quotes/past_forms.hpp"

#include <algorithm>
#include <iterator>

namespace copydesk::quotes {
namespace {

constexpr std::string_view forms[] = {
    "arose",      "ate",       "awoke",     "beat",     "became",
    "befell",     "began",     "beheld",    "bent",     "beset",
    "bet",        "bid",       "bit",       "bled",     "blew",
    "bore",       "bought",    "bound",     "bred",     "broadcast",
    "broke",      "brought",   "built",     "burnt",    "burst",
    "came",       "cast",      "caught",    "chose",    "clung",
    "cost",       "crept",     "cut",       "dealt",    "dove",
    "drank",      "drew",      "drove",     "dug",      "fed",
    "fell",       "felt",      "fled",      "flew",     "flung",
    "forbade",    "forecast",  "foresaw",   "forewent", "forgave",
    "forgot",     "forsook",   "fought",    "found",    "froze",
    "gave",       "got",       "grew",      "heard",    "held",
    "hid",        "hit",       "hung",      "hurt",     "kept",
    "knelt",      "knew",      "laid",      "lay",      "leapt",
    "learnt",     "led",       "left",      "lent",     "let",
    "lit",        "lost",      "made",      "meant",    "met",
    "misled",     "mistook",   "offset",    "outbid",   "outdid",
    "outsold",    "outspent",  "overcame",  "overran",  "overrode",
    "oversaw",    "overspent", "overthrew", "overtook", "paid",
    "partook",    "pled",      "put",       "quit",     "ran",
    "rang",       "read",      "rebuilt",   "redid",    "repaid",
    "reset",      "resold",    "retook",    "rewrote",  "rid",
    "rode",       "rose",      "sang",      "sank",     "sat",
    "saw",        "sent",      "set",       "shed",     "shone",
    "shook",      "shot",      "shrank",    "shut",     "slept",
    "slew",       "slid",      "slung",     "slunk",    "smelt",
    "sold",       "sought",    "spat",      "sped",     "spelt",
    "spent",      "spilt",     "split",     "spoilt",   "sprang",
    "spread",     "sprung",    "spun",      "stank",    "stole",
    "stood",      "strode",    "strove",    "struck",   "strung",
    "stuck",      "stung",     "sublet",    "swam",     "swept",
    "swore",      "swung",     "taught",    "thought",  "threw",
    "thrust",     "took",      "tore",      "trod",     "undercut",
    "understood", "undertook", "underwent", "undid",    "upheld",
    "upset",      "went",      "wept",      "withdrew", "withheld",
    "withstood",  "woke",      "won",       "wore",     "wound",
    "wove",       "wrung"};

}  // namespace

bool is_past_form(std::string_view word) {
  return std::binary_search(std::begin(forms), std::end(forms), word);
}

}  // namespace copydesk::quotes
