#include "notice.h"

const char *notice_name(NoticeKind kind) {
  static const char *const NAMES[] = {
      [NOTICE_MISSING_HEADWORD] = "missing-headword",
      [NOTICE_NAME] = "changed-name",
      [NOTICE_SPELLING] = "unknown-spelling",
      [NOTICE_TAGS] = "guessed-tags",
      [NOTICE_REPEATED] = "repeated-headword",
      [NOTICE_SAME_TEXT] = "same-text",
      [NOTICE_HEADING_END] = "heading-end",
      [NOTICE_CODE_LINES] = "code-lines",
      [NOTICE_PLAIN] = "left-plain",
      [NOTICE_NOT_EXACT] = "not-exact",
  };
  return NAMES[kind];
}

void notice_add(Notices *self, Notice notice, const char *format, ...) {
  va_list args;
  va_start(args, format);
  notice.message = arena_format_args(self->arena, format, args);
  va_end(args);
  *array_push(&self->items) = notice;
}
