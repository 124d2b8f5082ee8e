-- What a test does in Neovim: a coroutine that waits for the editor to come to something, while the editor's
-- own loop runs, so that keys, completion and the server's messages take the way they take for a person.
local M = {}

local PATIENCE = 60 -- seconds: the server may run under sanitizers

-- Waits until `check` returns something, and returns it. To be called inside the test.
function M.eventually(what, check)
  local deadline = os.time() + PATIENCE
  while true do
    local result = check()
    if result then return result end
    if os.time() > deadline then error('waited too long for ' .. what, 0) end
    local this = coroutine.running()
    vim.defer_fn(function() M.resume(this) end, 20)
    coroutine.yield()
  end
end

function M.equal(actual, expected, what)
  if vim.deep_equal(actual, expected) then return end
  error(('%s: %s, expected %s'):format(what, vim.inspect(actual), vim.inspect(expected)), 0)
end

function M.contains(text, part)
  if not text:lower():find(part:lower(), 1, true) then error(('%q is not in:\n%s'):format(part, text), 0) end
end

-- Types keys as a person would, `<C-x>` and the like included.
function M.type(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'm', false)
end

function M.open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  return vim.api.nvim_get_current_buf()
end

-- Puts the cursor on the first letter of `text`.
function M.go_to(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. vim.fn.escape(text, '\\'), 'cW') > 0, text .. ' stands in the buffer')
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

-- The text of the floating window that `K` opens for `text`. Closes it again.
function M.hover(text)
  M.go_to(text)
  M.type('K')
  local window = M.eventually('the hover of ' .. text, float)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

-- Types `text` on a new last line, asks for proposals, takes the first with CTRL-Y. Returns the line and the words of
-- all proposals.
function M.complete(text)
  vim.cmd('normal! G')
  M.type('o' .. text .. '<C-x><C-o>')
  M.eventually('the proposals for ' .. text, function() return vim.fn.pumvisible() == 1 end)
  local words = vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)
  M.type('<C-y><Esc>')
  M.eventually('the end of the insertion', function() return vim.fn.mode() == 'n' end)
  return vim.api.nvim_get_current_line(), words
end

-- Takes the code action at `text` that `wanted` accepts, through the editor's own menu.
function M.act(text, wanted)
  M.go_to(text)
  local select, titles = vim.ui.select, {}
  local done = false
  vim.ui.select = function(items, options, choose)
    vim.ui.select = select
    for _, item in ipairs(items) do
      local action = item.action or item[2]
      table.insert(titles, action.title)
      if wanted(action) then
        choose(item)
        done = true
        return
      end
    end
    error('none of the actions is wanted: ' .. vim.inspect(titles), 0)
  end
  vim.lsp.buf.code_action()
  M.eventually('the action at ' .. text, function() return done end)
end

function M.codes(buffer)
  return vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(buffer))
end

-- The language client of `buffer`, once it is ready.
function M.client(buffer)
  return M.eventually('the language client', function()
    for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do
      if client.initialized then return client end
    end
  end)
end

-- The process ids of the programs this editor has started.
function M.children()
  return vim.api.nvim_get_proc_children(vim.fn.getpid())
end

local function finish(ok, why)
  if ok then return vim.cmd('qall!') end
  io.stderr:write('neovim: ' .. tostring(why) .. '\n')
  vim.cmd('cquit')
end

function M.resume(thread)
  local ok, why = coroutine.resume(thread)
  if not ok then return finish(false, why) end
  if coroutine.status(thread) == 'dead' then finish(true) end
end

-- Runs the test once the editor is up, then leaves the editor: exit code 0 when all of it held.
function M.run(test)
  vim.schedule(function() M.resume(coroutine.create(test)) end)
end

return M
