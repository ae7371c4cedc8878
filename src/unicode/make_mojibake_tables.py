#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes mojibake_tables.inc: the charsets that UTF-8 is misread in, and the
class of every character below U+2E80.

    python3 make_mojibake_tables.py > mojibake_tables.inc

Input: the codecs and unicodedata of Python's standard library. A position
that a Windows charset leaves undefined stands for the C1 control of the same
number, as browsers and editors read it; with windows-1252 all C1 controls do,
so that Latin-1 and the mixtures of both are one charset.
"""
import codecs
import unicodedata

CHARSETS = ["cp1252", "cp1250", "iso8859_2", "cp1251", "mac_roman", "cp1257",
            "cp437", "koi8_r", "cp866"]
WITH_C1 = {"cp1252"}

CLASSES = ["space", "punctuation", "digit", "lower", "upper", "lower_accented",
           "upper_accented", "greek_lower", "greek_upper", "cyrillic_lower",
           "cyrillic_upper", "letter", "opening", "closing", "apostrophe",
           "guillemet", "dash", "superscript", "currency", "rare", "math",
           "box", "c1", "soft_hyphen", "lost", "mark", "rare_letter",
           "private_use", "nbsp", "symbol", "ellipsis", "turned"]
INDEX = {name: i for i, name in enumerate(CLASSES)}
GIVEN = {}
for chars, name in [
        ("\u201e\u201a\u00bf\u00a1\u201f\u201b", "opening"),
        ("\u201c\u2018", "turned"),
        ("\u201d", "closing"), ("\u2019\u02bc", "apostrophe"),
        ("\u00ab\u00bb\u2039\u203a", "guillemet"),
        ("\u2010\u2011\u2012\u2013\u2014\u2015", "dash"),
        ("\u2122\u00ae\u00a9\u00b0\u00aa\u00ba\u00b9\u00b2\u00b3\u00b4",
         "superscript"),
        ("\u00a4\u00a6\u00a7\u00a8\u00ac\u00af\u00b6\u00b8\u00b1\u00bc\u00bd"
         "\u00be\u00d7\u00f7\u0192\u02c6\u02dc\u2020\u2021\u2030\u2022\u00b5"
         "\u02c7\u02d8\u02d9\u02da\u02db\u02dd\u2116\u2310", "rare"),
        ("\u00b7\u2024\u2027", "punctuation"), ("\u2026", "ellipsis"),
        ("\u03c0", "greek_lower"), ("\u2044", "math")]:
    for c in chars:
        GIVEN[ord(c)] = name


def class_of(cp):
    c = chr(cp)
    category = unicodedata.category(c)
    if cp in GIVEN:
        return GIVEN[cp]
    if 0x80 <= cp <= 0x9F:
        return "c1"
    if cp == 0xA0:
        return "nbsp"
    if cp == 0xAD:
        return "soft_hyphen"
    if cp < 0x80:
        if c in " \t\r\n\f\v":
            return "space"
        if c.isdigit():
            return "digit"
        if c.isalpha():
            return "lower" if c.islower() else "upper"
        return "currency" if c == "$" else "punctuation"
    if category in ("Cn", "Co", "Cs", "Cc"):
        return "private_use"
    if category == "Cf":
        return "punctuation"
    if category in ("Zs", "Zl", "Zp"):
        return "space"
    if category == "Sc":
        return "currency"
    if 0x2500 <= cp <= 0x259F:
        return "box"
    if category == "Sm" or cp == 0x25CA:
        return "math"
    if category in ("Mn", "Mc", "Me"):
        return "mark"
    if category in ("So", "Sk"):
        return "rare" if cp < 0x2000 else "symbol"
    if category[0] == "P":
        return "punctuation"
    if category[0] == "N":
        return "digit" if category == "Nd" else "symbol"
    if category == "Lm" or 0x2C60 <= cp < 0x2C80 or 0x1D00 <= cp < 0x1E00:
        return "rare_letter"
    name = unicodedata.name(c, "")
    if name.startswith("LATIN"):
        if (0x250 <= cp < 0x2B0 or cp == 0x17F or 0x180 <= cp < 0x1A0 or
                0x1A2 <= cp < 0x1AF or 0x1B1 <= cp < 0x1CD or
                0x1DD <= cp < 0x1E6 or 0x21C <= cp < 0x250):
            return "rare_letter"
        return "lower_accented" if category == "Ll" else "upper_accented"
    if name.startswith("GREEK"):
        if 0x370 <= cp < 0x386 or 0x3D0 <= cp < 0x400:
            return "rare_letter"
        return "greek_lower" if category == "Ll" else "greek_upper"
    if name.startswith("CYRILLIC"):
        if 0x460 <= cp < 0x48A or cp >= 0x500:
            return "rare_letter"
        return "cyrillic_lower" if category == "Ll" else "cyrillic_upper"
    return "letter"


def main():
    print("// SPDX-License-Identifier: Apache-2.0")
    print("// Made by make_mojibake_tables.py from the codecs and unicodedata "
          + unicodedata.unidata_version)
    print("// of Python's standard library: do not edit. Command:")
    print("//   python3 make_mojibake_tables.py > mojibake_tables.inc")
    print()
    rows = {}
    for number, charset in enumerate(CHARSETS):
        for byte in range(0x80, 0x100):
            try:
                c = ord(codecs.decode(bytes([byte]), charset))
            except UnicodeDecodeError:
                c = byte  # one of the C1 controls
            rows.setdefault(c, [0] * len(CHARSETS))[number] = byte
        if charset in WITH_C1:
            for byte in range(0x80, 0xA0):
                rows.setdefault(byte, [0] * len(CHARSETS))[number] = byte
    print(f"constexpr std::size_t charset_count = {len(CHARSETS)};")
    print("// In the order of:", " ".join(CHARSETS))
    print("constexpr charset_row charset_rows[] = {")
    for c in sorted(rows):
        values = ", ".join(str(b) for b in rows[c])
        print(f"    {{0x{c:04X}, {{{values}}}}},")
    print("};")
    # Character -> row + 1, by blocks of 64 characters.
    blocks, order, index = {}, [], []
    last = max(rows)
    sorted_rows = {c: i + 1 for i, c in enumerate(sorted(rows))}
    for start in range(0, last + 1, 64):
        block = tuple(sorted_rows.get(c, 0) for c in range(start, start + 64))
        if block not in blocks:
            blocks[block] = len(order)
            order.append(block)
        index.append(blocks[block])
    print("constexpr std::uint8_t row_index[] = {")
    dump(index)
    print("};")
    print("constexpr std::uint16_t row_blocks[][64] = {")
    for block in order:
        print("    {")
        dump(block)
        print("    },")
    print("};")
    print("constexpr std::uint8_t class_table[] = {")
    dump([INDEX[class_of(c)] for c in range(0x2E80)])
    print("};")


def dump(values):
    line = "    "
    for v in values:
        item = f"{v},"
        if len(line) + len(item) > 79:
            print(line.rstrip())
            line = "    "
        line += item
    if line.strip():
        print(line.rstrip())


main()
