// The language of glossary files, for tree-sitter's parser. The format is specified in README.md.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TSLanguage TSLanguage;

const TSLanguage *tree_sitter_gloss(void);

#ifdef __cplusplus
}
#endif
