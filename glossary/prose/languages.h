// The readers behind the table of languages in prose.c, one file or folder each. Each appends the
// parts of `text` and takes time in proportion to its length, whatever its bytes: NULs, invalid
// UTF-8, any mix of LF, CRLF and CR. What opens and never closes is text, or ends with its line or
// paragraph, unless the language itself reads on to the end (an HTML comment, a block comment).
// None of them checks a document; what no rule fits is running text. Each shows the comments it
// meets to remark_add.
#pragma once

#include "prose.h"

void prose_read_plain(Slice text, Prose *prose);

// CommonMark with tables, strikethrough and task lists of GitHub Flavored Markdown and wiki links,
// as md4c reads them; front matter, footnotes, attributes, citations, mathematics and fenced blocks
// of text as Pandoc, MyST, MkDocs and Docusaurus write them.
void prose_read_markdown(Slice text, Prose *prose);

// MDX 3: the same without HTML blocks and indented code, with modules, expressions and components.
void prose_read_mdx(Slice text, Prose *prose);

// The format of glossaries: grammar/README.md.
void prose_read_gloss(Slice text, Prose *prose);

// What git hands to an editor: comments by `#`, the scissors line, trailers as
// git-interpret-trailers knows them.
void prose_read_commit(Slice text, Prose *prose);

// The reStructuredText Markup Specification of docutils; its directives and roles and those of
// Sphinx.
void prose_read_rst(Slice text, Prose *prose);

// The AsciiDoc language as its documentation and Asciidoctor 2 have it, with titles in two lines.
void prose_read_asciidoc(Slice text, Prose *prose);

// The HTML Living Standard: its tokens and which elements hold raw text; no tree is built, and
// elements are known by their customary display.
void prose_read_html(Slice text, Prose *prose);

// LaTeX2e and packages that are widely used: latex/commands.c and latex/environments.c are the
// lists. No macro is expanded.
void prose_read_latex(Slice text, Prose *prose);

// Comments and doc strings, by the lexical rules of each language. What is text in them is told by
// code/comment.h: Javadoc, JSDoc, Doxygen, YARD, rustdoc, Go doc comments, Sphinx field lists.
void prose_read_c(Slice text, Prose *prose); // C++ too
void prose_read_java(Slice text, Prose *prose);
void prose_read_kotlin(Slice text, Prose *prose);     // comments nest
void prose_read_javascript(Slice text, Prose *prose); // elements too
void prose_read_typescript(Slice text, Prose *prose);
void prose_read_python(Slice text, Prose *prose);
void prose_read_go(Slice text, Prose *prose);
void prose_read_rust(Slice text, Prose *prose);
void prose_read_ruby(Slice text, Prose *prose);
void prose_read_shell(Slice text, Prose *prose);
void prose_read_hash(Slice text, Prose *prose); // settings with `#` comments

// Takes out of all parts what is not running text in any language.
void prose_protect(Slice text, Prose *prose);
