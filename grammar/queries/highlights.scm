; The names are those that Neovim, Helix and tree-sitter's own highlighter share.

(title) @markup.heading.1
(headword) @markup.heading.2
(section_heading) @markup.heading.3
(disambiguator) @type

(key) @property
(value) @string
(value (reference) @markup.link)

(strong) @markup.strong
(emphasis) @markup.italic
(code_span) @markup.raw
(math) @markup.math
(display_math) @markup.math
(comment) @comment

(fence) @punctuation.delimiter
(language) @label
(code) @markup.raw.block
(block_quote) @markup.quote
(list_mark) @markup.list
(table_delimiter) @punctuation.delimiter
(thematic_break) @punctuation.special

(reference_target) @markup.link
(reference_text) @markup.link.label
(link_text) @markup.link.label
(link_target) @markup.link.url

(furniture) @comment
(malformed_field) @error
(missing_headword) @error
(unclosed) @error
