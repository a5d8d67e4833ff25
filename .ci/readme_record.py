#!/usr/bin/env python3
"""Puts the seed's record, shortened, into README.md between `<!-- record -->` and `<!-- end of record -->`.

  readme_record.py [EXTRACT]      default: target/release/extract. Standard library only.
"""
import json, pathlib, re, subprocess, sys

TOP = pathlib.Path(__file__).resolve().parent.parent
SEED = 'seeds/000_43dededddda231e6.txt'
SHOWN = 'Mars Abayev'
MORE = '…'


def cut(text, width=70):
    return text if len(text) <= width else text[:width].rsplit(' ', 1)[0] + ' ' + MORE


def shortened(record):
    record['dek'] = record['dek'] and cut(record['dek'])
    for caption in record['captions']:
        caption['text'] = cut(caption['text'])
    record['captions'] = record['captions'][:1] + [MORE]
    sections = [{'heading': one['heading'], 'paragraphs': [cut(one['paragraphs'][0]), MORE]} for one in record['sections'][:2]]
    record['sections'] = sections + [MORE]
    statement = next(one for one in record['statements'] if one['speaker'] and one['speaker']['name'] == SHOWN)
    statement['text'] = cut(statement['text'])
    record['statements'] = [MORE, statement, MORE]
    record['speakers'] = [MORE, *(one for one in record['speakers'] if one['name'] == SHOWN), MORE]
    record['pull_quotes'] = record['pull_quotes'][-1:]
    return record


def shown(value, indent=0):
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent < 118 or not isinstance(value, (dict, list)):
        return line
    inner = ' ' * (indent + 2)
    if isinstance(value, dict):
        rows, ends = [f'{json.dumps(key)}: {shown(one, indent + 2)}' for key, one in value.items()], '{}'
    else:
        rows, ends = [shown(one, indent + 2) for one in value], '[]'
    return ends[0] + '\n' + ',\n'.join(inner + row for row in rows) + '\n' + ' ' * indent + ends[1]


def main():
    extract = sys.argv[1] if len(sys.argv) > 1 else 'target/release/extract'
    out = subprocess.run([extract, SEED], cwd=TOP, check=True, capture_output=True, text=True).stdout
    text = shown(shortened(json.loads(out))).replace(f'"{MORE}"', MORE)
    block = f'<!-- record -->\nThe seed\'s, shortened where `{MORE}` stands:\n\n```text\n{text}\n```\n<!-- end of record -->'
    readme = TOP / 'README.md'
    pattern = re.compile(r'<!-- record -->(.*?<!-- end of record -->)?', re.S)
    readme.write_text(pattern.sub(lambda _: block, readme.read_text(encoding='utf-8'), count=1), encoding='utf-8')


if __name__ == '__main__':
    main()
