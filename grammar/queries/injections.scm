; Fenced code by its info string.
(code_block
  (info
    language: (language) @injection.language)
  (code) @injection.content)

; What stands between the dollars.
((math) @injection.content
  (#offset! @injection.content 0 1 0 -1)
  (#set! injection.language "latex"))

((display_math) @injection.content
  (#offset! @injection.content 0 2 0 -2)
  (#set! injection.language "latex"))

((comment) @injection.content
  (#set! injection.language "html"))
