"""find.py LIBRARY TERMS TEXT: how many terms a library finds in a text. Run by bench/peers.c."""

import sys


def flashtext(terms, text):
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    for term in terms:
        processor.add_keyword(term)
    return len(processor.extract_keywords(text))


def pyahocorasick(terms, text):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for term in terms:
        automaton.add_word(term.lower(), term)
    automaton.make_automaton()
    return sum(1 for _ in automaton.iter_long(text.lower()))


def ahocorasick_rs(terms, text):
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick([term.lower() for term in terms], matchkind=MatchKind.LeftmostLongest)
    return len(automaton.find_matches_as_indexes(text.lower()))


def hyperscan(terms, text):
    import re

    from hyperscan import HS_FLAG_CASELESS, Database

    database = Database()
    database.compile(
        expressions=[rb"\b" + re.escape(term).encode() + rb"\b" for term in terms],
        ids=range(len(terms)),
        flags=[HS_FLAG_CASELESS] * len(terms),
    )
    found = []
    database.scan(text.encode(), match_event_handler=lambda *match: found.append(match[0]))
    return len(found)


def main():
    library, terms_path, text_path = sys.argv[1:]
    with open(terms_path, encoding="utf-8") as file:
        terms = file.read().splitlines()
    with open(text_path, encoding="utf-8") as file:
        text = file.read()
    print(globals()[library](terms, text))


try:
    main()
except ImportError:
    sys.exit(127)
