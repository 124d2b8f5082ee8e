-- Starts the Gloss language server for texts and glossaries. Neovim 0.7 and later.
local M = {}

local defaults = {
  cmd = { 'gloss', 'lsp' },
  filetypes = {
    -- texts
    'gloss', 'markdown', 'mdx', 'quarto', 'rmd', 'text', 'gitcommit', 'mail', 'rst', 'asciidoc', 'asciidoctor',
    'html', 'vue', 'svelte', 'tex', 'plaintex',
    -- code, for its comments
    'c', 'cpp', 'cuda', 'objc', 'objcpp', 'cs', 'java', 'kotlin', 'scala', 'swift', 'go', 'rust', 'python', 'ruby',
    'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'sh', 'bash', 'zsh', 'yaml', 'toml', 'cmake',
    'make', 'dockerfile',
  },
  rules = {}, -- how severe rules are: { ['term-case'] = 'off' }
  format = {}, -- how glossaries are laid out: { wrap = 80, sort = true }
  on_attach = nil, -- function(client, buffer), after our own
}

-- The nearest folder that is a repository or holds a glossary of that name; otherwise the folder of the
-- document, unless that is too much to search. nil: the document alone.
local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  if name == '' or name:match('^%w[%w+.-]+://') then return nil end
  local folder = vim.fn.fnamemodify(name, ':p:h')
  local upward = vim.fn.escape(folder, ' ,;') .. ';'
  local repository = vim.fn.finddir('.git', upward)
  if repository == '' then repository = vim.fn.findfile('.git', upward) end
  if repository ~= '' then return (vim.fn.fnamemodify(repository, ':p'):gsub('/%.git/?$', '')) end
  local glossary = vim.fn.findfile('GLOSSARY.md', upward)
  if glossary ~= '' then return vim.fn.fnamemodify(glossary, ':p:h') end
  if folder == '/' or folder == vim.fn.expand('~') then return nil end
  return folder
end

-- Neovim before 0.8 leaves the omnifunc to us, and its Markdown files come with one for HTML tags.
local function attached(options)
  return function(client, buffer)
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
    if options.on_attach then options.on_attach(client, buffer) end
  end
end

-- What is left out is none: an empty table would be an array for the server.
local function settings(options)
  local rules, format = next(options.rules) and options.rules, next(options.format) and options.format
  return (rules or format) and { rules = rules or nil, format = format or nil } or nil
end

local function client_config(options, root)
  return {
    name = 'gloss',
    cmd = options.cmd,
    root_dir = root,
    workspace_folders = root and { { uri = vim.uri_from_fname(root), name = root } } or nil,
    on_attach = attached(options),
    init_options = settings(options),
  }
end

-- Neovim 0.7: one client for each root, kept here.
local clients = {}

local function start_client(options, buffer, root)
  local key = root or ''
  if not (clients[key] and vim.lsp.get_client_by_id(clients[key])) then
    clients[key] = vim.lsp.start_client(client_config(options, root))
  end
  if clients[key] then vim.lsp.buf_attach_client(buffer, clients[key]) end
end

local function attach(options, buffer)
  if not vim.api.nvim_buf_is_loaded(buffer) or vim.bo[buffer].buftype ~= '' then return end
  local root = root_of(buffer)
  if not vim.lsp.start then return start_client(options, buffer, root) end
  vim.api.nvim_buf_call(buffer, function() vim.lsp.start(client_config(options, root)) end)
end

-- On the next tick, when a document that is a glossary and Markdown has got its final file type.
local function attach_on_filetype(options)
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('gloss', {}),
    pattern = options.filetypes,
    callback = function(event)
      vim.schedule(function()
        if vim.api.nvim_buf_is_valid(event.buf) then attach(options, event.buf) end
      end)
    end,
  })
end

-- Neovim 0.11 and later has a place for this, so that `:checkhealth vim.lsp` knows the server.
local function enable(options)
  vim.lsp.config('gloss', {
    cmd = options.cmd,
    filetypes = options.filetypes,
    root_dir = function(buffer, on_root) on_root(root_of(buffer)) end,
    on_attach = attached(options),
  })
  vim.lsp.enable('gloss')
end

-- options: cmd, filetypes, on_attach; each replaces the default.
function M.setup(options)
  options = vim.tbl_extend('force', defaults, options or {})
  if vim.lsp.config then
    enable(options)
  else
    attach_on_filetype(options)
  end
end

return M
