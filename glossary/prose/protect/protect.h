// What is no running text in any language; see protect.c. Each looks at the byte at `at`, which
// made the pass stop, and returns what it is part of, or a cut of length 0.
#pragma once

#include "../trigger.h"

// Up to where paths and file names were judged; from the last on one for each macro.
enum { MEMO_PATH, MEMO_FILE, MEMO_MACRO };

Cut protect_scheme(Pass *pass, uint32_t colon);  // https://x.org, mailto:me, C:\x
Cut protect_www(Pass *pass, uint32_t dot);       // www.x.org
Cut protect_mail(Pass *pass, uint32_t sign);     // me@x.org, git@x.org:y.git, @scope/package
Cut protect_path(Pass *pass, uint32_t slash);    // ./a, /usr/lib, src/main.c, docs/**
Cut protect_file(Pass *pass, uint32_t dot);      // dry-run.md, kernel_fusion.test.c
Cut protect_macro(Pass *pass, uint32_t bracket); // {{ x }}, {% x %}, {# x #}, ${x}
Cut protect_percent(Pass *pass, uint32_t at);    // <% x %>, %{x}
