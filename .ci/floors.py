#!/usr/bin/env python3
"""Prints the scores of ../shared/bench/run and fails if one is below its floor in floors.json."""
import json, os, pathlib, subprocess, sys

here = pathlib.Path(__file__).resolve().parent
floors = json.loads((here / "floors.json").read_text())
sets = sorted({name.split("/")[0] for name in floors})

def scored(sets, data=None):
    """Figures of the sets; data is a folder laid out like ../shared that stands for it."""
    env = dict(os.environ, BENCH_DATA=str(data)) if data else None
    run = subprocess.run([here.parent.parent / "shared/bench/run", *sets, "--json"], capture_output=True, text=True, cwd=here.parent, env=env)
    if run.returncode:
        sys.exit(f"../shared/bench/run failed:\n{run.stderr[-2000:]}")
    return json.loads(run.stdout)


results = scored(sets)
results |= scored(["gold"], here.parent / "testdata/articles")  # our own articles, annotated by the same guidelines


def flat(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}/")
        else:
            yield prefix + key, value


below = 0
for name, figures in results.items():
    scores, wanted = dict(flat(figures)), floors.get(name, {})
    for score, floor in wanted.items():
        value = scores.get(score) or 0.0  # an accuracy over no match at all is absent
        below += value < floor
        print(f"{name:24} {score:40} {value:.3f}  floor {floor:.3f}{'  BELOW' if value < floor else ''}")
    if not wanted:
        continue
    if scores.get("bad spans"):
        below += 1
        print(f"{name}: {scores['bad spans']} bad spans")
sys.exit(1 if below else 0)
