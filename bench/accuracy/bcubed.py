#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""B-cubed of the names of persons: which mentions the command puts into one.

    bcubed.py GOLD.jsonl SYSTEM.jsonl

GOLD has `entities` (PERSON) and `clusters` of coreference; SYSTEM is what
`copydesk analyze --format jsonl` prints. A mention of the command counts if it
lies in a gold mention of a cluster, the narrowest, and in a gold PERSON; what
it does not find, and pronouns, are left out: this measures who is who, not
what is a name. Method: Bagga and Baldwin (1998). Python 3 standard library.
"""
import sys

import command


def mentions_of(gold, system):
    """(name, cluster) of each mention that counts."""
    persons = [(e['start'], e['end']) for e in gold['entities']
               if e['type'] == 'PERSON']
    for e in system['entities']:
        if e['type'] != 'PERSON':
            continue
        if not any(s <= e['start'] and e['end'] <= t for s, t in persons):
            continue
        around = [(t - s, k) for k, cluster in enumerate(gold['clusters'])
                  for s, t in cluster if s <= e['start'] and e['end'] <= t]
        if around:
            yield e['id'], min(around)[1]


def bcubed(documents):
    """Precision, recall, F1 in percent, mentions; of (gold, system) pairs."""
    precision = recall = count = 0
    for gold, system in documents:
        if 'clusters' not in gold:
            continue
        found = list(mentions_of(gold, system))
        for name, cluster in found:
            both = found.count((name, cluster))
            precision += both / sum(n == name for n, _ in found)
            recall += both / sum(c == cluster for _, c in found)
            count += 1
    if count == 0:
        return 0.0, 0.0, 0.0, 0
    p, r = 100 * precision / count, 100 * recall / count
    return p, r, 2 * p * r / (p + r), count


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    p, r, f, n = bcubed(zip(*map(command.read, sys.argv[1:])))
    print('PERSON names: %d mentions, P %.1f R %.1f F1 %.1f' % (n, p, r, f))


if __name__ == '__main__':
    main()
