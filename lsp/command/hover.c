#include "command.h"
#include "document.h"
#include "entries.h"
#include "rows.h"
#include "terminal/ruler.h"

#include "feature/hover.h"

static const Usage usage = {
    "hover",
    "FILE:LINE:COLUMN",
    "Prints what an editor would show for the words at a place. Lines and columns count from 1,\n"
    "columns in characters.\n\n"
    "Exit code: 0 there is a term, 1 there is none, 2 wrong usage or something named could not be\n"
    "read.\n",
    OPTIONS_COMMON | OPTION_LANG,
};

typedef struct {
  Slice file;
  PersonPoint point;
} Place;

// Takes `:number` off the end of `text`.
static bool take_number(Slice *text, uint32_t *number) {
  size_t start = text->len;
  uint64_t value = 0;
  while (start && byte_is_digit(text->ptr[start - 1])) start--;
  for (size_t i = start; i < text->len && value < UINT32_MAX; i++)
    value = value * 10 + (uint64_t)(text->ptr[i] - '0');
  if (start == text->len || start < 2 || text->ptr[start - 1] != ':') return false;
  *number = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
  text->len = start - 1;
  return true;
}

static bool place_read(Slice text, Place *place) {
  place->file = text;
  return take_number(&place->file, &place->point.column) &&
         take_number(&place->file, &place->point.line) && place->point.line && place->point.column;
}

static json_t *hover_json(const Session *session, const Hover *hover, PersonPoint start,
                          PersonPoint end) {
  json_t *answer = json_object(), *entries = json_array();
  const Occurrence *found = &hover->found.items[0];
  for (uint32_t i = 0; i < found->entry_count; i++)
    json_array_append_new(entries, entry_json(session, found->entries[i]));
  json_set_place(answer, start, end);
  json_object_set_new(answer, "markdown", json_text(hover->contents));
  json_object_set_new(answer, "entries", entries);
  return answer;
}

static void print_hover(const Session *session, const Document *document, const Hover *hover,
                        PersonPoint start, PersonPoint end) {
  output_piece(&session->output, PAINT_PLACE, document->name.shown);
  printf(":%u:%u-%u:%u: ", start.line, start.column, end.line, end.column);
  output_piece(&session->output, PAINT_TERM, slice_range(document->bytes, hover->range));
  fputs("\n\n", stdout);
  output_paragraphs(&session->output, 2, hover->contents);
}

static int no_answer(const Session *session, Slice place, const char *why) {
  if (session->options.format == FORMAT_JSON) json_print(json_null());
  complain(place, slice_of(why));
  return EXIT_NOTHING;
}

static int no_document(const Session *session) {
  if (session->options.format == FORMAT_JSON) json_print(json_null());
  return EXIT_TROUBLE;
}

static int answer(Session *session, const Document *document, PersonPoint point) {
  Text *text = document->text;
  uint32_t offset;
  Hover hover;
  bool json = session->options.format == FORMAT_JSON;
  Slice place = session->options.operands.items[0];
  if (!offset_from_person(text, point, &offset))
    return no_answer(session, place, "past the end of the text");
  if (!hover_at(session->glossary, (Scope){document->name.path}, document->language,
                document->bytes, offset, json, session->arena, &hover))
    return no_answer(session, place, "no term here");
  Ruler ruler = ruler_new(text);
  PersonPoint start = ruler_point(&ruler, hover.range.start),
              end = ruler_point(&ruler, hover.range.end);
  if (json)
    json_print(hover_json(session, &hover, start, end));
  else
    print_hover(session, document, &hover, start, end);
  return EXIT_FINE;
}

static int hover_in(Session *session, Slice file, PersonPoint point) {
  Paths named = {0};
  Document document;
  *array_push(&named) = file;
  session_serve(session, &named);
  array_free(&named);
  if (!document_read(session, document_named(session, file), &document))
    return no_document(session);
  int exit_code = answer(session, &document, point);
  document_free(&document);
  return exit_code;
}

static int run(Session *session) {
  Place place;
  const Paths *operands = &session->options.operands;
  if (operands->len == 1 && place_read(operands->items[0], &place))
    return hover_in(session, place.file, place.point);
  usage_complain(&usage,
                 SLICE("wants one FILE:LINE:COLUMN, as in notes.md:12:5; both count from 1"));
  return EXIT_TROUBLE;
}

int command_hover(int argc, char **argv) {
  return session_run(&usage, argc, argv, "a FILE:LINE:COLUMN is missing", run);
}
