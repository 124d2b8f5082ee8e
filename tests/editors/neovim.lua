-- The main job in Neovim, through the set-up in editors/neovim: run by neovim.sh in a folder that holds
-- mill.gloss.md.
package.path = os.getenv('GLOSS_TEST_FOLDER') .. '/?.lua;' .. package.path
local drive = require('neovim_drive')

-- The program that runs is the one under test, and its process id is left for neovim.sh.
local function check_server(buffer)
  local client = drive.client(buffer)
  drive.equal(client.name, 'gloss', 'the name of the client')
  local children = drive.children()
  drive.equal(#children, 1, 'programs started')
  local name = vim.api.nvim_get_proc(children[1]).name
  drive.equal(name, 'gloss', 'the program')
  local program = vim.loop.fs_readlink('/proc/' .. children[1] .. '/exe')
  if program then drive.equal(program, vim.loop.fs_realpath(os.getenv('GLOSS')), 'the file of the program') end
  vim.fn.writefile({ tostring(children[1]) }, 'server.pid')
end

local function check_hover()
  local found = drive.hover('winding gears')
  drive.contains(found, 'turns the top of the mill')
  drive.contains(found, 'mill.gloss.md')
  local stocks = drive.hover('stock')
  drive.contains(stocks, 'carries two sails')
  drive.contains(stocks, 'keeps for sale')
end

local function check_completion()
  drive.equal(drive.complete('Grease the cap winding g'), 'Grease the cap winding gear', 'the accepted line')
  drive.equal(drive.complete('Fant'), 'Fantail', 'the case as typed')
end

-- A comment is a sentence; code has identifiers.
local function check_code()
  local code = drive.open('mill.py')
  vim.api.nvim_buf_set_lines(code, 0, -1, false, { '# Both winding gears are new.', 'gear = winding_gear()' })
  drive.client(code)
  drive.contains(drive.hover('winding gears'), 'turns the top of the mill')
  drive.contains(drive.hover('winding_gear'), 'turns the top of the mill')
  drive.equal(drive.complete('# Grease the winding g'), '# Grease the winding gear', 'the accepted comment')
  drive.equal(drive.complete('x = winding_g'), 'x = winding_gear', 'the accepted identifier')
  vim.cmd('buffer! notes.md')
end

local function check_diagnostics()
  local buffer = drive.open('mill.gloss.md')
  drive.equal(vim.bo.filetype, 'gloss', 'the file type of *.gloss.md')
  drive.client(buffer)
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '## Brake wheel' })
  drive.eventually('the diagnostic', function() return drive.codes(buffer)[1] == 'missing-definition' end)
  local line = vim.diagnostic.get(buffer)[1].lnum
  drive.equal(vim.api.nvim_buf_get_lines(buffer, line, line + 1, false), { '## Brake wheel' }, 'its line')
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', 'A brake wheel stops the mill.' })
  drive.eventually('its end', function() return #drive.codes(buffer) == 0 end)
end

-- A term to avoid is told in a Markdown buffer, and an action replaces it.
local function check_action()
  local glossary = drive.open('mill.gloss.md')
  vim.api.nvim_buf_set_lines(glossary, -1, -1, false, {
    '', '## Mill race', '- avoid: leat', '', 'A mill race is the channel that leads water to the wheel.',
  })
  local buffer = drive.open('race.md')
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { 'The mill.', '', 'Clean the leat in May.' })
  drive.client(buffer)
  drive.eventually('the term to avoid', function() return drive.codes(buffer)[1] == 'avoided-term' end)
  drive.act('leat', function(action) return action.title:find('mill race', 1, true) end)
  drive.eventually('the edit', function() return vim.fn.getline(3) == 'Clean the mill race in May.' end)
  drive.eventually('no diagnostic', function() return #drive.codes(buffer) == 0 end)
end

-- The editor's own command lays the glossary out, and does nothing the second time.
local function check_format()
  local buffer = drive.open('cogs.gloss.md')
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { '## Cog', '* Alias: tooth', 'A cog is a tooth of a wheel.' })
  drive.client(buffer)
  local format = vim.lsp.buf.format or vim.lsp.buf.formatting_sync
  local laid_out = { '## Cog', '', '- aliases: tooth', '', 'A cog is a tooth of a wheel.' }
  for _ = 1, 2 do
    format()
    drive.equal(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), laid_out, 'the layout')
  end
  vim.cmd('bdelete!')
end

-- What is written in one buffer is known in the other, saved or not.
local function check_unsaved()
  vim.cmd('buffer! notes.md')
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'Two brake wheels.' })
  drive.contains(drive.hover('brake wheels'), 'stops the mill')
end

local function test()
  vim.opt.hidden = true
  local notes = drive.open('notes.md')
  vim.api.nvim_buf_set_lines(notes, 0, -1, false, { 'Both winding gears are new, and so is the stock.' })
  check_server(notes)
  if (os.getenv('GLOSS_PAGE') or '') ~= '' then return require('neovim_page')() end
  check_hover()
  check_completion()
  check_code()
  check_diagnostics()
  check_unsaved()
  check_action()
  check_format()
end

drive.run(test)
