#!/usr/bin/env python3
"""Shows every statement of an annotated folder whose speaker or hearer is wrong.

  speakers.py FOLDER [BINARY]     FOLDER holds <name>.txt and <name>.gold.json; BINARY is target/debug/extract unless given

`=` before a line: the mention was found as annotated, so `resolve` went wrong; `!`: the finder gave another mention.
Statements are paired by their content. Needs ../shared (scorers). Standard library only.
"""
import json, pathlib, subprocess, sys

TOP = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP.parent / 'shared' / 'eval'))
import score_records as scorer


def letters(spans):
    return {at for start, end in spans for at in range(start, end)}


def paired(gold, statements):
    """Every annotated statement with the one found that shares most of its words."""
    free = list(statements)
    for one in gold['attributions']:
        wanted = letters(one['content'])
        share = lambda found: len(wanted & letters(found['spans'])) / max(1, len(wanted | letters(found['spans'])))
        best = max(free, key=share, default=None)
        if one.get('reporting', True) and best is not None and share(best) >= 0.5:
            free.remove(best)
            yield one, best


def main():
    folder, binary = pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else TOP / 'target' / 'debug' / 'extract'
    count = wrong = 0
    for file in sorted(folder.glob('*.gold.json')):
        text_file = pathlib.Path(str(file).replace('.gold.json', '.txt'))
        gold, text = json.loads(file.read_text()), text_file.read_text()
        record = json.loads(subprocess.run([binary, text_file], capture_output=True, text=True, check=True).stdout)
        cut = lambda spans: ' '.join(text[spans[0][0]:spans[-1][1]].split()) if spans else None
        print('##', text_file.stem)
        for one, found in paired(gold, record['statements']):
            speaker = found['speaker'] or {}
            count += 1
            if not scorer.name_right(one['name'], speaker.get('name')):
                wrong += 1
                mark = '=' if cut(one['source']) == speaker.get('mention') else '!'
                print(f"  {mark} {one['name']!r} was {speaker.get('name')!r}; mention {cut(one['source'])!r} was "
                      f"{speaker.get('mention')!r}; cue {cut(one['cue'])!r} | {cut(one['content'])[:70]}")
            hearer = one.get('addressee')
            if hearer and not scorer.toks(hearer) & scorer.toks(found.get('addressee')):
                print(f"  hearer {hearer!r} was {found.get('addressee')!r}; cue {cut(one['cue'])!r}")
    print(f'{count} statements, {wrong} wrong speakers')


if __name__ == '__main__':
    main()
