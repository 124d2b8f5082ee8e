-- Glossary files have a file type of their own. `set`, not `setfiletype`: *.md was taken for Markdown before.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = vim.api.nvim_create_augroup('gloss_filetype', {}),
  pattern = { '*.gloss', '*.gloss.md', 'GLOSSARY.md', 'Glossary.md', 'glossary.md' },
  command = 'set filetype=gloss',
})
