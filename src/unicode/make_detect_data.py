#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes detect_data.inc and detect_cjk_data.inc: what text looks like.

    python3 make_detect_data.py UDHR UNICODE [even|odd]
    (writes detect_data.inc and detect_cjk_data.inc here)

UDHR is a folder of the Universal Declaration of Human Rights, a plain text a
language (udhr2 of the NLTK data index, public domain); UNICODE is that of the
Unicode Character Database with Unihan.  With "even" or "odd" only every second
paragraph is learned from, so that the others can measure.

Of each language: the cost, in sixths of a nat, of each symbol after each.
The symbols are a-z, the letters beyond ASCII that the language uses, and a
few classes for the rest.  Typographic marks, which the Declaration lacks, are
put into the text at fixed intervals in the ways of news.
"""

import bz2
import collections
import contextlib
import math
import os
import sys

# name: (group, UDHR files)
LANGUAGES = {
    "en": ("western", "eng"), "de": ("western", "deu_1901 deu"),
    "fr": ("western", "fra"), "es": ("western", "spa"),
    "it": ("western", "ita"), "pt": ("western", "por_PT por_BR"),
    "nl": ("western", "nld"), "sv": ("western", "swe"),
    "da": ("western", "dan"), "nb": ("western", "nob nno"),
    "fi": ("western", "fin"), "is": ("western", "isl"),
    "ca": ("western", "cat"), "sq": ("western", "als"),
    "pl": ("central", "pol"), "cs": ("central", "ces"),
    "sk": ("central", "slk"), "hu": ("central", "hun"),
    "ro": ("central", "ron"), "sl": ("central", "slv"),
    "hr": ("central", "hrv bos_latn srp_latn"),
    "tr": ("turkish", "tur"),
    "ru": ("cyrillic", "rus"), "uk": ("cyrillic", "ukr"),
    "bg": ("cyrillic", "bul"), "sr": ("cyrillic", "srp_cyrl"),
    "mk": ("cyrillic", "mkd"), "be": ("cyrillic", "bel"),
}
# Letters beyond ASCII that each language uses, besides those that are met;
# as code points in hexadecimal. Those of en are of foreign names.
ALPHABETS = {
    "en": "E9 E8 E1 F3 ED F1 F6 FC E7 E4", "de": "E4 F6 FC DF E9",
    "fr": "E0 E2 E6 E7 E8 E9 EA EB EE EF F4 153 F9 FB FC",
    "es": "E1 E9 ED F1 F3 FA FC", "it": "E0 E8 E9 EC F2 F9",
    "pt": "E0 E1 E2 E3 E7 E9 EA ED F3 F4 F5 FA FC",
    "nl": "EB EF E9 F3 F6 FC E8", "sv": "E5 E4 F6 E9", "da": "E5 E6 F8 E9",
    "nb": "E5 E6 F8 E9", "fi": "E4 F6 E5 161 17E",
    "is": "E1 F0 E9 ED F3 FA FD FE E6 F6",
    "ca": "E0 E7 E8 E9 ED EF F2 F3 FA FC B7", "sq": "E7 EB",
    "pl": "105 107 119 142 144 F3 15B 17A 17C",
    "cs": "E1 10D 10F E9 11B ED 148 F3 159 161 165 FA 16F FD 17E",
    "sk": "E1 E4 10D 10F E9 ED 13A 13E 148 F3 F4 155 161 165 FA FD 17E",
    "hu": "E1 E9 ED F3 F6 151 FA FC 171", "ro": "103 E2 EE 15F 163",
    "sl": "10D 161 17E", "hr": "10D 107 111 161 17E",
    "tr": "E2 E7 11F 131 130 EE F6 15F FC", "ru": "451 44A", "uk": "491 454",
    "bg": "44C 45D", "sr": "45F 452", "mk": "453 455 45C 45F", "be": "45E",
}
UNIT = 6
HIGHEST = 90

# Symbols. Keep in step with detect.cpp.
SPACE, DIGIT, STOP, ASCII, DOUBLE, SINGLE, DASH, DOTS, GOOD, BAD, WEST, OTHER, \
    NONE, LATIN = range(14)


def lower(c):
    """Simple lower case for the letters of our charsets; as in detect.cpp."""
    n = ord(c)
    if 0x41 <= n <= 0x5A or 0xC0 <= n <= 0xDE and n != 0xD7:
        return chr(n + 32)
    if n in (0x130, 0x131, 0x138, 0x149):
        return c
    if 0x100 <= n <= 0x137 or 0x14A <= n <= 0x177:
        return chr(n | 1)
    if n == 0x178:
        return chr(0xFF)
    if 0x139 <= n <= 0x148 or 0x179 <= n <= 0x17E:
        return chr(n + (n & 1))
    if 0x410 <= n <= 0x42F:
        return chr(n + 32)
    if 0x400 <= n <= 0x40F:
        return chr(n + 80)
    return chr(0x491) if n == 0x490 else c


def special(c):
    n = ord(c)
    return n >= 0x80 and (0xC0 <= n <= 0x17F and n not in (0xD7, 0xF7) or
                          0x400 <= n <= 0x491)


def symbol(c, letters, latin):
    n = ord(c)
    low = lower(c)
    if c in " \n\t\r":
        return SPACE
    if "0" <= c <= "9":
        return DIGIT
    if "a" <= low <= "z":
        return LATIN + ord(low) - 97 if latin else LATIN
    if c in ".,;:!?":
        return STOP
    if n < 0x80:
        return ASCII if n >= 0x20 else NONE
    if c in "\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a":
        return DOUBLE
    if c in "\u2018\u2019\u201a":
        return SINGLE
    if c in "\u2013\u2014":
        return DASH
    if c == "\u2026":
        return DOTS
    if c in ("\u20ac\u00a3\u00a7\u00b0\u00a0\u00a9\u00ae\u2122\u2022\u2116"
             "\u00a1\u00bf\u00b2\u00b3\u00ba\u00aa"):
        return GOOD
    if low in letters:
        return (LATIN + 26 if latin else LATIN + 1) + letters.index(low)
    if special(c):
        return WEST if n < 0x100 or n in (0x152, 0x153) else OTHER
    return NONE if n < 0xA0 else BAD


def paragraphs(folder, files, part):
    out = []
    for name in files.split():
        path = os.path.join(folder, name + ".txt")
        with open(path, encoding="utf-8") as lines:
            text = [line.strip() for line in lines if len(line.strip()) > 20]
        step = {"even": 0, "odd": 1}.get(part)
        out += text if step is None else text[step::2]
    return out


def dressed(text, latin):
    """The text with the marks of news put in."""
    text = text.replace("\u0219", "\u015f").replace("\u021b", "\u0163")
    text = text.replace("\u0218", "\u015e").replace("\u021a", "\u0162")
    quotes = ["\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb", "\u2018\u2019"]
    if not latin:
        quotes = ["\u00ab\u00bb", "\u201e\u201c", "\u00ab\u00bb",
                  "\u201c\u201d"]
    out = []
    words = text.split()
    for i, word in enumerate(words):
        if "'" in word and i % 2:
            word = word.replace("'", "\u2019")
        if i % 23 == 5 and word[-1].isalpha():
            word = quotes[i // 23 % 4][0] + word + quotes[i // 23 % 4][1]
        elif i % 23 == 9:
            word = quotes[i // 23 % 4][0] + word
        elif i % 23 == 14:
            word = word + quotes[i // 23 % 4][1]
        elif i % 41 == 7:
            word += " " + "\u2013\u2014"[i // 41 % 2]
        elif i % 83 == 11:
            word += "\u2026" * (1 + i // 83 % 5 // 4)
        elif i % 61 == 17 and word[-1].isalpha() and i + 1 < len(words):
            word += "\u2013" + words[i + 1]
        elif i % 47 == 21 and word[-1].isalpha():
            word += "\u2019s" if i // 47 % 4 else "s\u2019"
        elif i % 97 == 3:
            word += [" 5 \u20ac", " \u00a35", " \u00a7\u00a05",
                     " 20\u00a0\u00b0C", " 20\u00b0C", "\u00a0%",
                     " \u20ac5", " \u2022"][i // 97 % 8]
        out.append(word)
    return " ".join(out) + "\n"


def costs(text, letters, latin):
    size = (LATIN + 26 if latin else LATIN + 1) + len(letters)
    pairs = [[0] * size for _ in range(size)]
    single = [0.3] * size
    before = SPACE
    for c in text:
        s = symbol(c, letters, latin)
        if s in (BAD, OTHER, NONE):
            continue  # a slip of those who typed the text
        pairs[before][s] += 1
        single[s] += 1
        before = s
    for c in letters:
        s = symbol(c, letters, latin)
        single[s] = max(single[s], sum(single) * 2e-4)
    # What no text here shows, from best to worst.
    total = sum(single)
    single[WEST] = max(single[WEST], total * 3e-4)
    single[OTHER] = total * 1e-5
    single[BAD] = total * 1e-6
    single[NONE] = total * 1e-6
    total = sum(single)
    rows = []
    for a in range(size):
        seen = sum(pairs[a])
        weight = 12.0
        row = []
        for b in range(size):
            p = (pairs[a][b] + weight * single[b] / total) / (seen + weight)
            row.append(min(HIGHEST, round(-math.log(p) * UNIT)))
        rows.append(row)
    return rows


def case_costs(texts):
    counts = [[1] * 3 for _ in range(3)]

    def kind(c):
        if not (special(c) or c.isascii() and c.isalpha()):
            return 0
        return 2 if lower(c) != c or c == "\u0130" else 1

    for text in texts:
        for a, b in zip(text, text[1:]):
            counts[kind(a)][kind(b)] += 1
    out = []
    for row in counts:
        letters = row[1] + row[2]
        out.append([0] + [min(HIGHEST, round(-math.log(n / letters) * UNIT))
                          for n in row[1:]])
    return out


def unihan(folder, file, field):
    with bz2.open(os.path.join(folder, file), "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == field:
                yield chr(int(parts[0][2:], 16)), parts[2]


def common_cjk(udhr, unicode_folder, part):
    """Codes of common characters, most common first, a charset."""
    def ranked(counts, codec):
        out = []
        for c, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])):
            try:
                code = c.encode(codec)
            except UnicodeEncodeError:
                continue
            if len(code) == 2:
                out.append(code[0] << 8 | code[1])
        return out

    simple = collections.Counter()
    for c, value in unihan(unicode_folder, "Unihan_Readings.txt.bz2",
                           "kHanyuPinlu"):
        for item in value.split():
            simple[c] += int(item.split("(")[1].rstrip(")"))
    traditional = collections.Counter()
    for c, value in unihan(unicode_folder, "Unihan_DictionaryLikeData.txt.bz2",
                           "kFrequency"):
        traditional[c] = 6 - int(value)
    korean = collections.Counter(
        c for text in paragraphs(udhr, "kor", part) for c in text
        if 0xAC00 <= ord(c) <= 0xD7A3)
    return (ranked(simple, "gb2312")[:1200], ranked(traditional, "big5")[:1296],
            ranked(korean, "euc-kr")[:300])


def print_array(kind, name, values):
    print("inline constexpr %s %s[%d] = {" % (kind, name, len(values)))
    line = ""
    for value in values:
        item = "0x%X," % value
        if len(line) + len(item) > 78:
            print(line)
            line = ""
        line += item
    print(line)
    print("};")


def head():
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Generated by make_detect_data.py from the Universal Declaration")
    print("// of Human Rights (udhr2 of the NLTK data index) and Unihan 15.0.")
    print("// Do not edit: python3 make_detect_data.py UDHR UNICODE")
    print("// clang-format off")


def print_models(udhr, part):
    models, texts = [], []
    for name, (group, files) in LANGUAGES.items():
        latin = group != "cyrillic"
        text = dressed("\n".join(paragraphs(udhr, files, part)), latin)
        texts.append(text)
        found = collections.Counter(lower(c) for c in text if special(c))
        own = {chr(int(code, 16)) for code in ALPHABETS[name].split()}
        letters = sorted(own | {c for c, n in found.items() if n >= 3})
        rows = costs(text, letters, latin)
        print_array("char16_t", "letters_" + name, [ord(c) for c in letters])
        print("inline constexpr char costs_%s[] =" % name)
        flat = "".join(chr(35 + cost) for row in rows for cost in row)
        for i in range(0, len(flat), 72):
            end = ";" if i + 72 >= len(flat) else ""
            line = flat[i:i + 72].replace("\\", "\\\\").replace("?", "\\?")
            print('"%s"%s' % (line, end))
        models.append('{"%s",script::%s,letters_%s,%d,costs_%s,%d},' %
                      (name, group, name, len(letters), name, len(rows)))
    print("inline constexpr language_model models[%d] = {" % len(models))
    print("\n".join(models))
    print("};")
    print("inline constexpr int case_costs[3][3] = {")
    for row in case_costs(texts):
        print("{%s}," % ",".join(str(cost) for cost in row))
    print("};")


def print_cjk(udhr, unicode_folder, part):
    simple, traditional, korean = common_cjk(udhr, unicode_folder, part)
    print_array("std::uint16_t", "gb_first", sorted(simple[:300]))
    print_array("std::uint16_t", "gb_second", sorted(simple[300:]))
    print_array("std::uint16_t", "big5_first", sorted(traditional[:300]))
    print_array("std::uint16_t", "big5_second", sorted(traditional[300:]))
    print_array("std::uint16_t", "ksc_first", sorted(korean))


def main(udhr, unicode_folder, part=""):
    here = os.path.dirname(os.path.abspath(__file__))
    for name, make in (("detect_data.inc", lambda: print_models(udhr, part)),
                       ("detect_cjk_data.inc",
                        lambda: print_cjk(udhr, unicode_folder, part))):
        with open(os.path.join(here, name), "w", encoding="ascii") as out:
            with contextlib.redirect_stdout(out):
                head()
                make()


main(*sys.argv[1:])
