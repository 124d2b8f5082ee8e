-- The user's configuration: what editors/neovim/README.md says, with the folder of this checkout.
vim.opt.runtimepath:append(assert(os.getenv('GLOSS_EDITOR_FOLDER')))
local cmd = { 'gloss', 'lsp' }
local page = os.getenv('GLOSS_PAGE') or ''
if page ~= '' then vim.list_extend(cmd, { '--glossary', page }) end
require('gloss').setup({ cmd = cmd })
vim.keymap.set('n', 'K', vim.lsp.buf.hover)
vim.opt.swapfile = false
vim.opt.completeopt = 'menu,menuone'
