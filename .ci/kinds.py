#!/usr/bin/env python3
"""Scores by kind of writing: the articles annotated by hand, written as other sources write.

    .ci/kinds.py [analyze program]

Needs ../shared. Spans are carried over, so that all kinds are scored against the same findings.
"""
import copy, json, os, pathlib, re, subprocess, sys, tempfile

root = pathlib.Path(__file__).resolve().parent.parent
shared = root.parent / "shared"


def letters(change):
    """Changes letters one by one, so that offsets stay."""
    return lambda text: (("".join(c2 if len(c2 := change(c)) == 1 else c for c in text)), None)


def title(text):
    return re.sub(r"(?<![^\W_'’])[a-z]", lambda m: m.group().upper(), text), None


def without(pattern, then=lambda s: s):
    """Leaves characters out; the map leads from old offsets to new ones."""
    def write(text):
        gone = set()
        for m in re.finditer(pattern, text):
            gone.update(range(m.start(), m.end()))
        where, kept = [], []
        for i, c in enumerate(text):
            where.append(len(kept))
            if i not in gone:
                kept.append(c)
        where.append(len(kept))
        return then("".join(kept)), where
    return write


def lower(text):
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


KINDS = {
    "as written": lambda text: (text, None),
    "capitals": letters(str.upper),
    "lower case": letters(str.lower),
    "headline capitals": title,
    "no commas, no apostrophes": without(r"[,'’]"),
    "no quotation marks": without(r"[\"“”]"),
    "speech to text": without(r"[^\w\s.%$-]", lower),
    "no articles (translated)": without(r"\b[Tt]he "),
}


def carry(node, text, where):
    """Moves every span under node; a span that lost all its words goes."""
    if isinstance(node, list):
        return [n for n in (carry(n, text, where) for n in node) if n is not None]
    if not isinstance(node, dict):
        return node
    node = {k: carry(v, text, where) for k, v in node.items()}
    if "start" in node:
        s, e = (node["start"], node["end"]) if where is None else (where[node["start"]], where[node["end"]])
        while s < e and text[s].isspace():
            s += 1
        while e > s and text[e - 1].isspace():
            e -= 1
        if s == e:
            return None
        node["start"], node["end"], node["text"] = s, e, text[s:e]
    return node


def main():
    articles = [json.loads(line) for line in open(shared / "gold/dev.jsonl", encoding="utf-8")]
    with tempfile.TemporaryDirectory() as tmp:
        gold = pathlib.Path(tmp) / "gold"
        gold.mkdir()
        for n, (kind, write) in enumerate(KINDS.items()):
            with open(gold / f"{n}.jsonl", "w", encoding="utf-8") as out:
                for a in copy.deepcopy(articles):
                    text, where = write(a["text"])
                    a["text"] = text
                    for part in ("entities", "quotes", "casualties"):
                        a[part] = [r for r in carry(a[part], text, where) if r.get("count", r) is not None]
                    out.write(json.dumps(a, ensure_ascii=False) + "\n")
        more = ["--bin", sys.argv[1]] if len(sys.argv) > 1 else []
        run = subprocess.run([shared / "bench/run", "gold", "--json", *more], capture_output=True, text=True, cwd=root, env=dict(os.environ, BENCH_DATA=tmp))
        if run.returncode:
            sys.exit(run.stderr[-2000:])
        figures = json.loads(run.stdout)
    print("| kind of writing | names | quotes | kind of source | claims, numbers |\n|---|---|---|---|---|")
    for n, kind in enumerate(KINDS):
        f = figures[f"gold/{n}"]
        show = lambda part, what, x="f1": f"{f[part][what][x] or 0:.2f}".lstrip("0")
        print(f"| {kind} | {show('entities', 'span+type')} | {show('quotes', 'content')} | {show('quotes', 'source_kind', 'acc')} | {show('casualties', 'numbers')} |"
              + (f" {f['bad spans']} bad spans" if f["bad spans"] else ""))


main()
