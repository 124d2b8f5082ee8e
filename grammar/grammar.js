// The grammar of a glossary file. The scanner (src/scanner.c) reads every byte into tokens and knows all
// that depends on lines, indentation and looking ahead; the rules below only give the tokens their shape.
// The format is specified in README.md.

/** Content of a body: blocks, then sections. The first paragraph of an entry is its definition. */
const content = ($, first) =>
  choice(
    seq(repeat($._other_block), first, repeat($._block), repeat($.section)),
    seq(repeat1($._other_block), repeat($.section)),
    repeat1($.section),
  );

const restOfEntry = $ => [optional(field('fields', $.field_list)), optional(field('body', $.body))];

const enclosed = ($, open, close) => seq(open, repeat($._inline), choice(close, $._force_close));

module.exports = grammar({
  name: 'gloss',

  // The order is that of `enum Token` in src/scan/state.h.
  externals: $ => [
    $._start,
    $._title_mark,
    $._entry_mark,
    $.missing_headword,
    $._section_mark,
    $._page_head,
    $._page_line,
    $._comma,
    $.furniture,
    $._field_mark,
    $._malformed_mark,
    $.key,
    $._colon,
    $._text_start,
    $.list_mark,
    $._quote_mark,
    $.thematic_break,
    $._pipe,
    $._empty_cell,
    $.table_delimiter,
    $._code_start,
    $.fence,
    $.language,
    $._info_rest,
    $.code,
    $._text,
    $._soft_break,
    $._line_end,
    $._strong_open,
    $._strong_close,
    $._emphasis_open,
    $._emphasis_close,
    $._force_close,
    $.code_span,
    $.math,
    $.display_math,
    $.comment,
    $._reference_open,
    $.reference_target,
    $._reference_bar,
    $.reference_text,
    $._reference_close,
    $._link_open,
    $.link_text,
    $._link_middle,
    $.link_target,
    $._link_close,
    $.disambiguator,
    $.unclosed,
  ],

  extras: $ => [/[ \t\r\n]/, $.furniture, $._page_line],

  rules: {
    glossary: $ =>
      seq(
        repeat($._start),
        optional(alias($._untitled, $.preamble)),
        repeat(choice($.preamble, $.entry)),
      ),

    // What stands before the first entry, and again after each further `# ` line.
    preamble: $ => seq(field('title', $.title), optional($.field_list), optional($._content)),
    _untitled: $ => choice(seq($.field_list, optional($._content)), $._content),
    _content: $ => content($, $.paragraph),

    title: $ => seq($._title_mark, repeat($._inline), $._line_end),

    entry: $ =>
      choice(
        seq($._entry_mark, field('name', $.headword), $._line_end, ...restOfEntry($)),
        seq(
          $._page_head,
          optional(field('name', $.headword)),
          repeat(seq($._comma, optional(alias($._page_field, $.field)))),
          $._line_end,
          optional(field('body', $.body)),
        ),
        seq($.missing_headword, optional($._line_end), ...restOfEntry($)),
      ),

    headword: $ => repeat1(choice($._inline, $.disambiguator)),
    _page_field: $ => field('value', alias($._page_value, $.value)),
    _page_value: $ => repeat1($._text),

    field_list: $ => repeat1(choice($.field, $.malformed_field)),
    field: $ => seq($._field_mark, field('key', $.key), $._colon, field('value', $.value), $._line_end),
    value: $ => repeat1($._inline),
    malformed_field: $ => seq($._malformed_mark, repeat($._inline), $._line_end),

    body: $ => content($, field('definition', $.definition)),
    definition: $ => $._paragraph,

    section: $ => seq(field('heading', $.section_heading), repeat($._block)),
    section_heading: $ => seq($._section_mark, repeat($._inline), $._line_end),

    _block: $ => choice($.paragraph, $._other_block),
    _other_block: $ => choice($.list, $.table, $.block_quote, $.code_block, $._break),
    _break: $ => seq($.thematic_break, $._line_end),

    paragraph: $ => $._paragraph,
    _paragraph: $ => seq($._text_start, repeat($._inline), $._line_end),

    list: $ => prec.right(repeat1($.list_item)),
    list_item: $ => seq($.list_mark, repeat($._inline), $._line_end),

    table: $ => prec.right(repeat1(choice($.table_row, seq($.table_delimiter, $._line_end)))),
    table_row: $ => seq(repeat1(seq($._pipe, optional(choice($.table_cell, alias($._empty_cell, $.table_cell))))), $._line_end),
    table_cell: $ => repeat1($._inline),

    block_quote: $ => seq($._quote_mark, repeat($._inline), $._line_end),

    code_block: $ =>
      seq($._code_start, choice($.fence, $.unclosed), optional($.info), $.code, optional($.fence)),
    info: $ => seq(field('language', $.language), optional($._info_rest)),

    _inline: $ =>
      choice(
        $._text,
        $._soft_break,
        $.strong,
        $.emphasis,
        $.code_span,
        $.math,
        $.display_math,
        $.comment,
        $.reference,
        $.link,
        $.unclosed,
      ),

    strong: $ => enclosed($, $._strong_open, $._strong_close),
    emphasis: $ => enclosed($, $._emphasis_open, $._emphasis_close),

    reference: $ =>
      seq(
        $._reference_open,
        field('target', $.reference_target),
        optional(seq($._reference_bar, optional(field('text', $.reference_text)))),
        $._reference_close,
      ),

    link: $ =>
      seq(
        $._link_open,
        optional(field('text', $.link_text)),
        $._link_middle,
        optional(field('target', $.link_target)),
        $._link_close,
      ),
  },
});
