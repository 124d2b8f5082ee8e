#include "languages.h"

void prose_read_c(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_java(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_javascript(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_typescript(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_python(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_go(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_rust(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_ruby(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
void prose_read_shell(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
