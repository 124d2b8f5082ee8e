-- The same on a page of a glossary site, whose terms are those of machine learning from K to L.
local drive = require('neovim_drive')

local LINE = 'We use knowledge graph embeddings (advanced) and two Kalman filters.'

local function count(text, part)
  return select(2, text:lower():gsub(vim.pesc(part), ''))
end

local function check_hovers()
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { LINE, '', 'LangChain calls kNN-LM after kernel fusion.' })
  drive.contains(drive.hover('knowledge graph'), 'knowledge graph embedding')
  drive.contains(drive.hover('embeddings'), 'knowledge graph embedding')
  drive.contains(drive.hover('Kalman'), 'kalman filter')
  drive.contains(drive.hover('filters'), 'kalman filter')
  drive.contains(drive.hover('kernel fusion'), 'kernel fusion')
  drive.contains(drive.hover('kNN-LM'), 'kNN-LM')
  drive.equal(count(drive.hover('LangChain'), 'page') >= 4, true, 'langchain is told four times')
end

local function check_completion()
  local line, words = drive.complete('Try knowledge dist')
  drive.contains(line, 'Try knowledge distillation')
  local seen = {}
  for _, word in ipairs(words) do
    drive.equal(seen[word], nil, word .. ' proposed twice')
    seen[word] = true
  end
end

local function check_duplicates()
  local buffer = drive.open(os.getenv('GLOSS_PAGE'))
  vim.bo[buffer].filetype = 'gloss'
  drive.client(buffer)
  local duplicate = drive.eventually('the duplicates', function()
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if one.code == 'duplicate-term' then return one end
    end
  end)
  local related = duplicate.user_data.lsp.relatedInformation
  drive.equal(#related >= 1, true, 'the other place is told')
end

return function()
  check_hovers()
  check_completion()
  check_duplicates()
end
