"""How Sphinx makes the site: Markdown through MyST, all of it in the folder, Chinese found by pairs of signs."""

import re

from sphinx.search import languages
from sphinx.search.zh import SearchChinese

project = "安环台 · Anhuan"
author = "Anhuan"
copyright = "Anhuan, Apache-2.0"
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist", "strikethrough"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure", "myst.strikethrough"]  # JSON lines and CSV are no languages to it
html_theme = "furo"
html_title = project
html_show_sphinx = False
html_copy_source = False
html_show_search_summary = False  # a page opened from a folder may not read another one
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0B5CAD", "color-brand-content": "#0B5CAD"},
    "dark_css_variables": {"color-brand-primary": "#6CB2FF", "color-brand-content": "#6CB2FF"},
}
HAN = re.compile("[\u3400-\u9fff]+")


class PairsOfSigns(SearchChinese):  # type: ignore[misc]
    """A Chinese text has no gaps between its words: it is found by each two signs that follow each other."""

    language_name = "English"  # whose stemmer the page of the search takes for what is Latin; there is none for Chinese
    js_splitter_code = """
function splitQuery(query) {
    const found = [];
    for (const part of query.split(/([\u3400-\u9fff]+)|[^a-zA-Z0-9_]+/)) {
        if (!part) continue;
        if (!/[\u3400-\u9fff]/.test(part) || part.length < 3) found.push(part);
        else for (let at = 0; at + 1 < part.length; at += 1) found.push(part.slice(at, at + 2));
    }
    return found;
}
"""

    def split(self, input: str) -> list[str]:
        """The terms of a text."""
        latin: list[str] = self.latin1_letters.findall(input)
        self.latin_terms.update(latin)
        return [run[at : at + 2] for run in HAN.findall(input) for at in range(max(1, len(run) - 1))] + latin

    def word_filter(self, word: str) -> bool:
        """One sign alone is a term, too."""
        return word not in self.stopwords


languages["zh"] = PairsOfSigns
