# SPDX-License-Identifier: Apache-2.0
"""Uses the types of the package; only checked, by mypy --strict: a comment
"type: ignore" stands where it has to complain."""
from typing import Optional, Union

import copydesk


def read(text: str) -> list[str]:
    analyzer = copydesk.Analyzer()
    names = copydesk.Gazetteer([('Mo Tarn', 'PERSON', 'p-1')])
    document = analyzer.analyze(text, language='en', gazetteer=names,
                                entities=[(0, 3, 'ORG')], max_quotes=9)
    tarn: Optional[copydesk.Name] = document.find_name('p-1')
    quoted: list[str] = [q.speaker.name for q in document.quotes if q.speaker]
    ends: list[int] = [end for q in document.quotes for _, end in q.content]
    both: list[Union[copydesk.Document, copydesk.Error]] = (
        analyzer.analyze_many([text], threads=2))
    clean: copydesk.Text = copydesk.normalize(text, nfkc=True)
    return quoted + [str(ends), str(both), clean.text, tarn.text if tarn else '',
                     document.to_json(id=1), analyzer.html(b'a', title='b')]


copydesk.Analyzer().analyze(7)  # type: ignore[arg-type]
copydesk.Analyzer().analyze('a', tokns=True)  # type: ignore[call-arg]
copydesk.Analyzer().analyze('a').quotes[0].speaker.name  # type: ignore[union-attr]
