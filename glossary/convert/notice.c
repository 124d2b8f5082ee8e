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

const char *notice_advice(NoticeKind kind) {
  static const char *const ADVICE[] = {
      [NOTICE_MISSING_HEADWORD] = "text without a name: give it one",
      [NOTICE_NAME] = "names that had to change: look whether they are right",
      [NOTICE_SPELLING] = "names that may take capitals",
      [NOTICE_TAGS] = "tags that may be other names of their term: those belong under aliases",
      [NOTICE_REPEATED] = "numbered names: merge the entries, or write what tells them apart",
      [NOTICE_SAME_TEXT] = "entries that are there twice: one is enough",
      [NOTICE_HEADING_END] = "headings that end nobody knows where: set a line end there",
      [NOTICE_CODE_LINES] = "code without its line ends: set them by hand",
      [NOTICE_PLAIN] = "texts as they stand on the page: lay them out by hand",
      [NOTICE_NOT_EXACT] = "entries that an export would not give back as they were",
  };
  return ADVICE[kind];
}

void notice_add(Notices *self, Notice notice, const char *format, ...) {
  va_list args;
  va_start(args, format);
  notice.message = arena_format_args(self->arena, format, args);
  va_end(args);
  *array_push(&self->items) = notice;
}
