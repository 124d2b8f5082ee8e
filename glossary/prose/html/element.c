// The elements of HTML by name.
#include "element.h"

#include "../table.h"

// Whatever is not here is a block, or a component that nobody but its author knows.
static const HtmlElement ELEMENTS[] = {
    {"a", PART_JOINED, ELEMENT_SHOWN},       {"abbr", PART_JOINED, ELEMENT_SHOWN},
    {"acronym", PART_JOINED, ELEMENT_SHOWN}, {"b", PART_JOINED, ELEMENT_SHOWN},
    {"bdi", PART_JOINED, ELEMENT_SHOWN},     {"bdo", PART_JOINED, ELEMENT_SHOWN},
    {"big", PART_JOINED, ELEMENT_SHOWN},     {"br", PART_SPACED, ELEMENT_SHOWN},
    {"cite", PART_JOINED, ELEMENT_SHOWN},    {"code", PART_APART, ELEMENT_HIDDEN},
    {"data", PART_JOINED, ELEMENT_SHOWN},    {"del", PART_JOINED, ELEMENT_SHOWN},
    {"dfn", PART_JOINED, ELEMENT_SHOWN},     {"em", PART_JOINED, ELEMENT_SHOWN},
    {"font", PART_JOINED, ELEMENT_SHOWN},    {"i", PART_JOINED, ELEMENT_SHOWN},
    {"ins", PART_JOINED, ELEMENT_SHOWN},     {"kbd", PART_APART, ELEMENT_HIDDEN},
    {"mark", PART_JOINED, ELEMENT_SHOWN},    {"math", PART_APART, ELEMENT_BLOCK},
    {"nobr", PART_JOINED, ELEMENT_SHOWN},    {"pre", PART_APART, ELEMENT_BLOCK},
    {"q", PART_JOINED, ELEMENT_SHOWN},       {"s", PART_JOINED, ELEMENT_SHOWN},
    {"samp", PART_APART, ELEMENT_HIDDEN},    {"script", PART_APART, ELEMENT_RAW},
    {"small", PART_JOINED, ELEMENT_SHOWN},   {"span", PART_JOINED, ELEMENT_SHOWN},
    {"strike", PART_JOINED, ELEMENT_SHOWN},  {"strong", PART_JOINED, ELEMENT_SHOWN},
    {"style", PART_APART, ELEMENT_RAW},      {"sub", PART_JOINED, ELEMENT_SHOWN},
    {"sup", PART_JOINED, ELEMENT_SHOWN},     {"svg", PART_APART, ELEMENT_BLOCK},
    {"textarea", PART_APART, ELEMENT_RAW},   {"time", PART_JOINED, ELEMENT_SHOWN},
    {"tt", PART_APART, ELEMENT_HIDDEN},      {"u", PART_JOINED, ELEMENT_SHOWN},
    {"var", PART_APART, ELEMENT_HIDDEN},     {"wbr", PART_JOINED, ELEMENT_SHOWN},
};
const Table HTML_ELEMENTS = TABLE(ELEMENTS);
enum { NAME_MAX = 8 };

static const HtmlElement UNKNOWN = {"", PART_APART, ELEMENT_SHOWN};

static bool is_name(char c) {
  return byte_is_alnum(c) || byte_is_one_of(c, "-:_.");
}

const HtmlElement *html_element(Slice text) {
  char name[NAME_MAX];
  size_t len = 0;
  for (; len < text.len && is_name(text.ptr[len]); len++) {
    if (len == NAME_MAX) return &UNKNOWN;
    name[len] = byte_lower(text.ptr[len]);
  }
  const HtmlElement *known = table_row(HTML_ELEMENTS, slice_new(name, len));
  return known ? known : &UNKNOWN;
}
