// What the pictures are made of: Markdown as rows of pieces, and rows on a grid of cells, so that a picture looks the same
// in every fixed-width font.

// ---- Markdown as rows of pieces, { text, style }, at most `width` characters wide

const MARKS = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]*\]\([^)]*\))/;

function piecesOf(markdown) {
  return markdown.split(MARKS).filter(Boolean).map((part) => {
    if (part.startsWith('**')) return { text: part.slice(2, -2), style: 'strong' };
    if (part.startsWith('*')) return { text: part.slice(1, -1), style: 'soft' };
    if (part.startsWith('`')) return { text: part.slice(1, -1), style: 'code' };
    if (MARKS.test(part)) return { text: part.slice(1, part.indexOf(']')), style: 'link' };
    return { text: part.replace(/\\(?=[!-/:-@[-`{-~])/g, ''), style: 'plain' };
  });
}

export function wrap(pieces, width) {
  const rows = [[]];
  let used = 0;
  for (const { text, style } of pieces) {
    for (const word of text.split(/(?<=\s)/)) {
      if (used + word.trimEnd().length > width) {
        rows.push([]);
        used = 0;
      }
      rows.at(-1).push({ text: word, style });
      used += word.length;
    }
  }
  return rows;
}

const cellsOf = (line) => line.split('|').slice(1, -1).map((cell) => cell.trim());

// As editors render a table: columns below each other, the head in bold, and no row of dashes.
function rowsOfTable(block) {
  const rows = block.split('\n').map(cellsOf);
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row, r) => (r === 1 ? 0 : row[i].length))));
  return rows.filter((_, r) => r !== 1).map((row, r) => row.map((cell, i) => (
    { text: cell.padEnd(widths[i] + 3), style: r ? 'plain' : 'strong' })));
}

function rowsOfBlock(block, width) {
  if (block.startsWith('|')) return rowsOfTable(block);
  const heading = (line) => line.replace(/^#+ (.*)$/, '**$1**');
  return block.split(/\n(?=[-*] |#)|  \n/).flatMap((line) => wrap(piecesOf(heading(line).replace(/\n/g, ' ')), width));
}

export function rowsOf(markdown, width) {
  return markdown.split(/\n\n+/).flatMap((block, i) => [...(i ? [[]] : []), ...rowsOfBlock(block, width)]);
}

// ---- drawing. Everything sits on a grid of cells, so that it looks the same in every fixed-width font.

const CELL = { w: 7.8, h: 20 };
const escape = (s) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const rect = (x, y, w, h, style) => `<rect class="${style}" x="${x}" y="${y}" width="${w}" height="${h}" rx="6"/>`;

function write(x, y, text, style) {
  const shown = text.trimEnd();
  if (!shown) return '';
  const width = (shown.length * CELL.w).toFixed(1);
  return `<text class="${style}" x="${x.toFixed(1)}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escape(shown)}</text>`;
}

function writeRow(x, y, pieces) {
  let at = x;
  return pieces.map(({ text, style }) => {
    const drawn = write(at, y, text, style);
    at += text.length * CELL.w;
    return drawn;
  }).join('');
}

export const cut = (text, width) => (text.length > width ? `${text.slice(0, width - 2).trimEnd()} …` : text);
export const boxHeight = (rows) => rows.length * CELL.h + 18;

export function box(x, y, width, rows, style) {
  const body = rows.map((row, i) => writeRow(x + 12, y + 23 + i * CELL.h, row)).join('');
  return rect(x, y, width, boxHeight(rows), style) + body;
}

// A panel of the editor, which shows a file from the line `first` on. Its text begins at (x + 44, y + 52),
// one row a line; `first` 0: rows are not numbered.
export function panel(x, y, width, height, name, lines, first = 1) {
  const numbered = lines.map((line, i) => {
    const at = y + 52 + i * CELL.h;
    const number = first ? String(first + i) : '';
    return write(x + 34 - number.length * CELL.w, at, number, 'faint') + writeRow(x + 44, at, line);
  });
  return rect(x, y, width, height, 'panel') + write(x + 16, y + 22, name, 'faint') + numbered.join('');
}

export const plain = (line) => [{ text: line, style: line.startsWith('#') ? 'strong' : 'plain' }];
export const cellX = (x, column) => x + 44 + (column - 1) * CELL.w;
export const cellY = (y, line) => y + 52 + (line - 1) * CELL.h;

export function underline(x, y, columns, style) {
  return `<path class="${style}" d="M${x.toFixed(1)} ${y + 4}h${(columns * CELL.w).toFixed(1)}"/>`;
}

const STYLE = `
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #24292f; white-space: pre }
.strong { font-weight: 700 } .code { fill: #0a5d66 } .link { fill: #0757b5 } .faint, .soft { fill: #6b737c }
.panel { fill: #fff; stroke: #d0d7de } .popup { fill: #f6f8fa; stroke: #afb8c1 }
path { fill: none; stroke-width: 1.5 } .term { stroke: #0757b5; stroke-dasharray: 3 2 } .wrong { stroke: #c62828; stroke-dasharray: 2 1.5; stroke-width: 2.5 } .caret { stroke: #24292f }
@media (prefers-color-scheme: dark) {
  text { fill: #d7dde3 } .code { fill: #6cd0da } .link, .term { fill: #79b4ff } .faint, .soft { fill: #8b949e }
  .panel { fill: #15191e; stroke: #30363d } .popup { fill: #21272e; stroke: #484f58 }
  path { fill: none } .term { fill: none; stroke: #79b4ff } .wrong { stroke: #ff7b72 } .caret { stroke: #d7dde3 }
}`;


// Panels under each other: each is a function of its place and width that gives its height and its drawing.
export function picture(title, panels) {
  const width = 860, gap = 14;
  let y = 1;
  const drawn = panels.map((panel) => {
    const [height, svg] = panel(1, y, width - 2);
    y += height + gap;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y - gap + 1}" width="${width}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${STYLE}
</style>
${drawn.join('\n')}
</svg>
`;
}
