#!/usr/bin/env python3
"""Scores the development corpora and holds every figure to its floor in floors.json.

  score.py            print the figures; exit 1 if one is below its floor
  score.py --raise    also lift floors to today's figures (a floor is never lowered). The floors of `structure` stand SLACK below:
                      the layout's weights are fitted on those articles, so a fit that holds better elsewhere scores lower there
  score.py --with F   score the binary F (a debug build, say) in place of target/release/extract
  score.py --fields   also print every figure, not only those that have a floor

Needs ../shared (corpus and scorers) and a build of `extract`. Standard library only.
"""
import json, math, pathlib, re, subprocess, sys, tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
SHARED = TOP.parent / 'shared'
FLOORS = TOP / '.ci' / 'floors.json'
SLACK = 0.08
BINARY = pathlib.Path(sys.argv[sys.argv.index('--with') + 1] if '--with' in sys.argv else TOP / 'target' / 'release' / 'extract').resolve()
STRUCTURE = ('headline', 'dek', 'authors', 'date', 'captions', 'credit', 'headings', 'body', 'paras')


def records(folder, work):
    """One batch run over a folder; the file of records."""
    out = work / (str(folder.relative_to(SHARED)).replace('/', '_') + '.jsonl')
    command = [BINARY, '--quiet', '--jsonl', '-o', out, folder]
    subprocess.run(command, check=True)
    return out


def scorer(name, *arguments):
    command = [sys.executable, SHARED / 'eval' / name, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def structure(work):
    folder = SHARED / 'corpus' / 'structure' / 'dev'
    made = records(folder, work)
    figures = {}
    for group, choice in (('en', ['--lang', 'en']), ('all', [])):
        rows = json.loads(scorer('score_structure.py', folder, '--predictions', made, '--json', *choice))['rows']
        for rendering, row in rows.items():
            for field in STRUCTURE:
                if row[field]['score'] is not None:
                    figures[f'structure.{group}.{rendering}.{field}'] = row[field]['score']
    return figures


def statements(work):
    folder = SHARED / 'corpus' / 'statements' / 'dev'
    found = json.loads(scorer('score_statements.py', folder, '--pred', records(folder, work), '--json'))
    figures = {f'statements.{kind}.f1': found['reporting'][kind]['f1'] for kind in ('end2end', 'half', 'exact')}
    for kind in ('direct', 'mixed', 'indirect'):
        figures[f'statements.half.recall.{kind}'] = found['recall_by'][f'reporting {kind}']['half']
    return figures


def expanded(made):
    """The records with every caption as often as the page says it: a repeat that `occurrences` counts is not lost."""
    out = made.with_suffix('.expanded.jsonl')
    with out.open('w') as lines:
        for line in made.read_text().splitlines():
            record = json.loads(line)
            record['captions'] = [caption for caption in record['captions'] for _ in range(caption['occurrences'])]
            lines.write(json.dumps(record) + '\n')
    return out


def whole(name, work):
    folder = SHARED / 'corpus' / 'records' / name
    made = records(folder, work)
    found = json.loads(scorer('score_records.py', folder, '--pred', made, '--json'))
    figures = {f'records.{name}.{field}': figure for field, figure in found.items() if figure is not None}
    lost = re.search(r'lost words\D*([\d.]+)', scorer('score_records.py', folder, '--pred', expanded(made)))
    # Counted the other way round, so that more is better here too.
    figures[f'records.{name}.words kept'] = 1 - float(lost.group(1)) / 1000
    return figures


def main():
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        figures = {**structure(work), **statements(work), **whole('dev', work), **whole('dev-de', work)}
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    below = [key for key, floor in floors.items() if figures.get(key, 0) < floor]
    for key in sorted(figures if '--fields' in sys.argv else floors):
        mark = '  BELOW ITS FLOOR' if key in below else ''
        print(f'{100 * figures.get(key, 0):6.1f}  (floor {100 * floors.get(key, 0):5.1f})  {key}{mark}')
    if '--raise' in sys.argv:
        slack = lambda key: SLACK if key.startswith('structure.') else 0
        lifted = {key: max(floors.get(key, 0), math.floor((figure - slack(key)) * 1000) / 1000) for key, figure in figures.items()}
        FLOORS.write_text(json.dumps({**floors, **lifted}, indent=1, sort_keys=True) + '\n')
    sys.exit(1 if below else 0)


if __name__ == '__main__':
    main()
