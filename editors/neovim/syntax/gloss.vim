" Entries are written in Markdown.
runtime! syntax/markdown.vim
