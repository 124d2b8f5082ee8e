[
  (preamble)
  (entry)
  (field_list)
  (section)
  (code_block)
  (table)
] @fold
