#include "option_table.h"
#include "report/report.h"

#include <stddef.h>

#define FIELD(name) offsetof(Options, name)

const Option OPTION_TABLE[] = {
    {"glossary", OPTION_GLOSSARY, "PATH", NULL, take_one_more, FIELD(glossaries),
     "use this glossary file, or those below this folder, and\n"
     "look for no others; may be given several times"},
    {"no-builtin", OPTION_NO_BUILTIN, NULL, "", take_flag, FIELD(no_builtin),
     "do not fall back to the built-in glossary"},
    {"config", OPTION_CONFIG, "FILE", NULL, take_text, FIELD(config.file),
     "follow this gloss.json and look for no other"},
    {"no-config", OPTION_CONFIG, NULL, "", take_flag, FIELD(config.none), "follow no gloss.json"},
    {"format", OPTION_FORMAT, "text|json", NULL, take_format, 0,
     "how to write the answer (text); json is one document"},
    {"format", OPTION_RULES_FORMAT, "text|json|markdown", NULL, take_rules_format, 0,
     "how to write them (text); json is one document, markdown\na page"},
    {"format", OPTION_REPORT_FORMAT, "FORMAT", NULL, take_report_format, 0,
     "how to write the report (text):\n" REPORT_FORMATS},
    {"color", OPTION_COLOR, "auto|always|never", "always", take_color, 0,
     "when to use colours: always when no value is given; auto,\n"
     "without the option: on a terminal, unless NO_COLOR is set"},
    {"stdin", OPTION_STDIN, NULL, "", take_flag, FIELD(from_stdin),
     "read standard input instead of files"},
    {"stdin-filename", OPTION_STDIN_FILENAME, "FILE", NULL, take_text, FIELD(stdin_filename),
     "what standard input is called: says its language and which\n"
     "glossaries apply; the file need not exist"},
    {"lang", OPTION_LANG, "LANGUAGE-ID", NULL, take_text, FIELD(lang),
     "the language of the text, as editors name it: markdown,\n"
     "gloss, plaintext …; without it the file name decides"},
    {"term", OPTION_TERM, "TERM", NULL, take_one_more, FIELD(terms),
     "only uses of this term, in any of its spellings; may be\n"
     "given several times"},
    {"jobs", OPTION_JOBS, "N", NULL, take_number, FIELD(jobs),
     "work on this many files at a time (as many as there are\n"
     "processors); the answer is the same"},
    {"rule", OPTION_RULE, "ID=SEVERITY", NULL, take_rule, 0,
     "how severe a rule is: error, warning, info or hint; off\n"
     "leaves it out. May be given several times, and goes before\n"
     "what gloss.json says"},
    {"fail-level", OPTION_FAIL_LEVEL, "error|warning|info|hint|never", NULL, take_fail_level, 0,
     "the mildest finding that makes the exit code 1 (warning)"},
    {"fix", OPTION_FIX, NULL, "", take_flag, FIELD(fix),
     "make all changes that are certain to be wanted, in the\n"
     "files themselves, and report what is left"},
    {"diff", OPTION_DIFF, NULL, "", take_flag, FIELD(diff),
     "write nothing, and show as a patch what would change"},
    {"check", OPTION_CHECK, NULL, "", take_flag, FIELD(check),
     "write nothing, and list the files that would change"},
    {"wrap", OPTION_WRAP, "keep|none|N", NULL, take_wrap, 0,
     "where lines of paragraphs end: where they do, at the end of\n"
     "the paragraph, or after at most N columns (keep, or what\n"
     "gloss.json says)"},
    {"sort", OPTION_SORT, NULL, "", take_sort, 0, "put entries into the order of their names"},
    {"baseline", OPTION_BASELINE, "FILE", NULL, take_text, FIELD(baseline),
     "leave out the findings that FILE lists"},
    {"update-baseline", OPTION_UPDATE_BASELINE, NULL, "", take_flag, FIELD(update_baseline),
     "write what is found to the file of --baseline"},
    {"changed-lines", OPTION_CHANGED_LINES, "FILE|-", NULL, take_text, FIELD(changed_lines),
     "report only what touches a line that this unified diff\n"
     "(of `git diff`) adds; - is standard input"},
    {"to", OPTION_IMPORT, "DIR", NULL, take_text, FIELD(to),
     "write the files into this folder, which is made if need be"},
    {"split", OPTION_IMPORT, "letter|category|none", NULL, take_split, 0,
     "one file for each letter (what happens anyway), for each\ncategory, or for all"},
    {"force", OPTION_IMPORT, NULL, "", take_flag, FIELD(force),
     "write over files that are there with other contents"},
    {"dry-run", OPTION_IMPORT, NULL, "", take_flag, FIELD(dry_run),
     "write nothing, and list what would be written"},
    {"to", OPTION_EXPORT, "FORM", NULL, take_to_form, 0, "the form that is wanted: " EXPORT_FORMS},
    {"output", OPTION_OUTPUT, "FILE", NULL, take_text, FIELD(output),
     "write to this file, whole or not at all, instead of to\nstandard output"},
    {"stdio", OPTION_STDIO, NULL, "", take_flag, FIELD(stdio),
     "speak over standard input and output (what happens anyway)"},
    {"port", OPTION_PORT, "N", NULL, take_number, FIELD(port),
     "listen on this TCP port of the local machine instead"},
    {"pipe", OPTION_PIPE, "NAME", NULL, take_text, FIELD(pipe),
     "connect to this pipe (Unix socket) instead"},
    {"socket", OPTION_SOCKET, "N", NULL, take_number, FIELD(socket),
     "connect to this TCP port of the local machine instead"},
    {"clientProcessId", OPTION_CLIENT, "N", NULL, take_nothing, 0,
     "what some editors add; nothing changes by it"},
    {"help", OPTION_HELP, NULL, "", NULL, 0, "show this help"},
};
const size_t OPTION_COUNT = sizeof OPTION_TABLE / sizeof *OPTION_TABLE;
