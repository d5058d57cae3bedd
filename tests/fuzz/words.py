#!/usr/bin/env python3
"""The words of the lexicon and some firms as a dictionary for libFuzzer; usage: words.py > FILE"""
import pathlib

resources = pathlib.Path(__file__).resolve().parents[2] / "resources"
FIRMS = 150


def phrases(path):
    for line in path.read_text("utf-8").splitlines():
        head, mark, words = line.partition(" : ")
        if mark and not line.startswith("#"):
            yield from (word.strip() for word in words.replace("?", "").split(";"))


def entry(phrase):
    escaped = "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}"
                      for b in phrase.encode("utf-8"))
    return f'" {escaped} "'


words = {w for file in sorted((resources / "lexicon").glob("*.txt")) for w in phrases(file)}
firms = list(dict.fromkeys(phrases(resources / "gazetteer" / "firms.txt")))[:FIRMS]
for phrase in sorted(words) + firms:
    if 0 < len(phrase) <= 40:
        print(entry(phrase))
