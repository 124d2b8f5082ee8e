// The readers behind the table of languages in prose.c, one file each. Each appends the parts of
// `text`, whatever its bytes.
#pragma once

#include "prose.h"

void prose_read_plain(Slice text, Prose *prose);
void prose_read_markdown(Slice text, Prose *prose);
void prose_read_mdx(Slice text, Prose *prose);
void prose_read_gloss(Slice text, Prose *prose);
void prose_read_commit(Slice text, Prose *prose);
void prose_read_rst(Slice text, Prose *prose);
void prose_read_asciidoc(Slice text, Prose *prose);
void prose_read_html(Slice text, Prose *prose);
void prose_read_latex(Slice text, Prose *prose);

// Comments and doc strings.
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
