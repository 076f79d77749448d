"""Reads exports back with the tools they are for. Run by TestPeers.

usage: peers.py FOLDER, whose subfolders each hold one text's exports.
"""

import json
import pathlib
import sys

import conllu
import spacy
from spacy import displacy
from spacy.tokens import Doc
from spacy.training.converters import conll_ner_to_docs


def check(folder):
    data = json.loads((folder / "spacy.json").read_text("utf-8"))
    vocab = spacy.blank("en").vocab
    doc = Doc(vocab).from_json(data, validate=True)
    assert doc.text == data["text"], "spaCy has another text"
    back = doc.to_json()
    for key in ("text", "sents", "tokens"):
        assert back.get(key, []) == data[key], f"spaCy gives other {key} back"
    ents = [{k: e[k] for k in ("start", "end", "label")} for e in data["ents"]]
    assert back.get("ents", []) == ents, "spaCy gives other ents back"
    assert {k: v for k, v in back.get("spans", {}).items() if v} == data["spans"], "spaCy gives other spans back"

    drawn = json.loads((folder / "displacy.json").read_text("utf-8"))
    html = displacy.render(drawn, style="ent", manual=True, page=True)
    assert html.count("<mark") == len(drawn["ents"]), "displaCy draws another number of names"
    spans = json.loads((folder / "displacy-spans.json").read_text("utf-8"))
    if spans["tokens"]:
        displacy.render(spans, style="span", manual=True)

    # newline="": Python would make \r\n to \n on reading, and so shift offsets.
    text = (folder / "article.conll").open(encoding="utf-8", newline="").read()
    docs = [d for d in conll_ner_to_docs(text, n_sents=0, no_print=True)]
    names = sum(len(d.ents) for d in docs)
    assert names == len(ents), f"spaCy's CoNLL converter finds {names} names of {len(ents)}"

    text = (folder / "article.conllu").open(encoding="utf-8", newline="").read()
    sentences = conllu.parse(text)
    words = sum(len(s) for s in sentences)
    assert len(sentences) == (len(data["sents"]) if words else 0), "conllu reads another number of sentences"
    for sentence in sentences:
        for word in sentence:
            start, end = map(int, word["misc"]["TokenRange"].split(":"))
            assert data["text"][start:end] == word["form"], "conllu reads another word"
    return len(doc), words


for folder in sorted(p for p in pathlib.Path(sys.argv[1]).iterdir() if p.is_dir()):
    try:
        tokens, words = check(folder)
    except Exception as e:
        print(f"{folder.name}: {type(e).__name__}: {e}")
        sys.exit(1)
    print(f"{folder.name}: {tokens} spaCy tokens, {words} CoNLL-U words")
print("spaCy", spacy.__version__)
