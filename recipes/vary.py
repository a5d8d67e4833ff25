#!/usr/bin/env python3
"""Any number of articles, made from the invented fixtures by a seeded program: for trying out a set-up, and for soak tests.

  vary.py --count N [--seed S] [--folder DIR]

Prints JSON Lines ({"id", "text"}), or writes DIR/<nnn>/<nnnnnnn>.txt. Each article is a fixture with blocks dropped, doubled or swapped and
its digits changed, so that no two are alike. The same seed gives the same articles.
"""
import argparse, json, pathlib, random, sys

TOP = pathlib.Path(__file__).resolve().parent.parent


def varied(text, dice):
    blocks = text.split('\n\n')
    for _ in range(dice.randrange(4)):
        at = dice.randrange(len(blocks))
        move = dice.choice(('drop', 'double', 'swap'))
        if move == 'drop' and len(blocks) > 3:
            del blocks[at]
        elif move == 'double':
            blocks.insert(at, blocks[at])
        else:
            other = dice.randrange(len(blocks))
            blocks[at], blocks[other] = blocks[other], blocks[at]
    return ''.join(dice.choice('0123456789') if c.isdigit() and dice.random() < .3 else c for c in '\n\n'.join(blocks))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--count', type=int, required=True)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--folder')
    chosen = options.parse_args()
    dice = random.Random(chosen.seed)
    texts = [path.read_text(encoding='utf-8') for path in sorted((TOP / 'fixtures' / 'articles').glob('*.txt'))]
    for number in range(chosen.count):
        text = varied(texts[number % len(texts)], dice)
        if chosen.folder:
            path = pathlib.Path(chosen.folder) / f'{number // 1000:04}' / f'{number:07}.txt'
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        else:
            sys.stdout.write(json.dumps({'id': f'{number:07}', 'text': text}, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
