// Lines in comments that are written for programs, and lines that are code.
#include "comment.h"

// What they begin with, by its first byte; separated by `|`.
static const char *const DIRECTIVES[256] = {
    ['#'] = "#__PURE__|# sourceMappingURL|#region|#endregion",
    ['$'] = "$FlowFixMe|$FlowIgnore",
    ['+'] = "+build ",
    ['-'] = "-*-",
    ['<'] = "<reference |<amd-",
    ['@'] = "@__NO_SIDE_EFFECTS__|@ts-|@flow|@jsx|@formatter:|@__PURE__|@generated|@preserve|@"
            "vitest-environment|"
            "@jest-environment|@noinspection|@prettier|@format",
    ['C'] = "CHECKSTYLE:|CHECKSTYLE.|Copyright |Copyright: ",
    ['G'] = "GCOVR_EXCL",
    ['I'] = "IWYU pragma:",
    ['L'] = "LCOV_EXCL",
    ['N'] = "NOLINT|NOSONAR|NOPMD|NOCHECKSTYLE",
    ['S'] = "SPDX-",
    ['b'] = "biome-ignore",
    ['c'] =
        "clang-format |clang-tidy|cppcheck-suppress|coding:|coding=|cspell:|codespell:|c8 ignore|"
        "checkstyle:|copyright (",
    ['d'] = "deno-lint-ignore|deno-fmt-ignore|dprint-ignore",
    ['e'] = "eslint-|encoding:",
    ['f'] = "frozen_string_literal:|frozen-string-literal:|fmt:|flake8:",
    ['g'] = "go:|gosec:|gofmt:",
    ['i'] = "istanbul ignore|isort:",
    ['j'] = "jshint |jslint |jscs:",
    ['k'] = "ktlint-disable",
    ['l'] = "lint:|language=",
    ['m'] = "mypy:|markdownlint-",
    ['n'] = "noqa|nolint|noinspection |nosec",
    ['o'] = "oxlint-",
    ['p'] = "pylint:|pyright:|pragma: |prettier-ignore|pyre-",
    ['r'] = "ruff:|rubocop:|rustfmt",
    ['s'] = "shellcheck "
            "|swiftlint:|spell-checker:|sourceMappingURL|stylelint-|shareable_constant_value:",
    ['t'] = "type: ignore|type: (|tslint:|typed: |ts-ignore|ts-expect-error|ts-nocheck",
    ['v'] = "vim:|vi:|v8 ignore",
    ['w'] = "warn_indent:|webpackChunkName|warn_past_scope:",
    ['y'] = "yapf:|yamllint |yaml-language-server:",
};

bool comment_is_directive(Slice line) {
  const char *first = line.len ? DIRECTIVES[(unsigned char)line.ptr[0]] : NULL;
  while (first) {
    const char *bar = strchr(first, '|');
    size_t len = bar ? (size_t)(bar - first) : strlen(first);
    if (slice_starts_with(line, slice_new(first, len))) return true;
    first = bar ? bar + 1 : NULL;
  }
  return false;
}

static bool is_assignment(Slice line, size_t at) {
  if (line.ptr[at] != '=' || at == 0 || at + 1 == line.len) return false;
  return !byte_is_one_of(line.ptr[at - 1], "=<>!") && line.ptr[at + 1] != '=';
}

static bool is_call(Slice line, size_t at) {
  if (line.ptr[at] != '(' || at == 0) return false;
  char before = line.ptr[at - 1];
  return byte_is_alnum(before) || before == '_';
}

static bool is_access(Slice line, size_t at) {
  Slice rest = slice_from(line, at);
  return slice_starts_with(rest, SLICE("->")) || slice_starts_with(rest, SLICE("::"));
}

static bool looks_like_code(Slice line) {
  for (size_t i = 0; i < line.len; i++)
    if (is_assignment(line, i) || is_call(line, i) || is_access(line, i)) return true;
  return false;
}

// Four words with only spaces between. Declarations rarely get so far.
static bool reads_like_text(Slice line) {
  enum { ENOUGH = 4 };
  size_t words = 0, letters = 0;
  for (size_t i = 0; i < line.len; i++) {
    bool ends_word = line.ptr[i] == ' ' && letters;
    if (ends_word && ++words == ENOUGH) return true;
    letters = byte_is_letter(line.ptr[i]) || (unsigned char)line.ptr[i] >= 0x80 ? letters + 1 : 0;
    if (!letters && !ends_word) words = 0;
  }
  return false;
}

bool comment_is_code(Slice line) {
  char last = line.len ? line.ptr[line.len - 1] : 0;
  bool opens = last == '{' && !slice_ends_with(line, SLICE("{{")); // {{{ is an editor's fold
  if (!opens && !(last == ';' && looks_like_code(line))) return false;
  return !reads_like_text(line);
}
