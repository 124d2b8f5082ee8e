// Draws gloss.svg, the picture at the top of the README, from what the program really answers:
//
//   node editors/media/draw.mjs build/gloss > editors/media/gloss.svg
//
// Three panels, as an editor would show them: a hover, a completion, a diagnostic.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.argv[2] ?? 'build/gloss';

const NOTES = `# Plan

We did two dry-runs of the new runbook. Each
took an hour.
`;
const TYPED = 'Next week there is another re';
const GLOSSARY = `# Words of this project

## Dry run
- aliases: rehearsal
- avoid: simulation

A dry run is a run of the whole procedure that changes nothing.

## Release candidate (RC)
A release candidate is a build that ships unless somebody objects.

## Retry budget
A retry budget is the share of requests that may be sent a second time.

## Runbook
- see: [[dry rum]]

A runbook is the list of steps for one kind of incident.
`;

// ---- what the program says

function ask(folder, ...args) {
  const run = spawnSync(program, [...args, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status > 1) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

function answers() {
  const folder = mkdtempSync(join(tmpdir(), 'gloss-picture-'));
  try {
    writeFileSync(join(folder, 'plan.md'), NOTES);
    writeFileSync(join(folder, 'GLOSSARY.md'), GLOSSARY);
    const [line, column] = placeOf(NOTES, 'dry-run');
    const hover = ask(folder, 'hover', `plan.md:${line}:${column}`);
    const items = ask(folder, 'complete', TYPED);
    const [finding] = ask(folder, 'check', 'GLOSSARY.md').filter((f) => f.rule === 'dangling-reference');
    return { hover, items, finding };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function placeOf(text, word) {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return [before.length, before.at(-1).length + 1];
}

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

function wrap(pieces, width) {
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

function rowsOf(markdown, width) {
  const heading = (line) => line.replace(/^#+ (.*)$/, '**$1**');
  return markdown.split(/\n\n+/).flatMap((block, i) => [
    ...(i ? [[]] : []),
    ...block.split(/\n(?=[-*] |#)|  \n/).flatMap((line) => wrap(piecesOf(heading(line).replace(/\n/g, ' ')), width)),
  ]);
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

const cut = (text, width) => (text.length > width ? `${text.slice(0, width - 2).trimEnd()} …` : text);
const boxHeight = (rows) => rows.length * CELL.h + 18;

function box(x, y, width, rows, style) {
  const body = rows.map((row, i) => writeRow(x + 12, y + 23 + i * CELL.h, row)).join('');
  return rect(x, y, width, boxHeight(rows), style) + body;
}

// A panel of the editor, which shows a file from the line `first` on. Its text begins at (x + 44, y + 52),
// one row a line.
function panel(x, y, width, height, name, lines, first = 1) {
  const numbered = lines.map((line, i) => {
    const at = y + 52 + i * CELL.h;
    const number = String(first + i);
    return write(x + 34 - number.length * CELL.w, at, number, 'faint') + writeRow(x + 44, at, line);
  });
  return rect(x, y, width, height, 'panel') + write(x + 16, y + 22, name, 'faint') + numbered.join('');
}

const plain = (line) => [{ text: line, style: line.startsWith('#') ? 'strong' : 'plain' }];
const cellX = (x, column) => x + 44 + (column - 1) * CELL.w;
const cellY = (y, line) => y + 52 + (line - 1) * CELL.h;

function underline(x, y, columns, style) {
  return `<path class="${style}" d="M${x.toFixed(1)} ${y + 4}h${(columns * CELL.w).toFixed(1)}"/>`;
}

function hoverPanel(x, y, width, { hover }) {
  const rows = rowsOf(hover.markdown, 76).slice(0, 14);
  const left = cellX(x, hover.column), top = cellY(y, hover.line);
  const lines = NOTES.trimEnd().split('\n').slice(0, hover.line).map(plain);
  const height = top - y + 26 + boxHeight(rows);
  return [height, panel(x, y, width, height, 'plan.md', lines)
    + underline(left, top, hover.endColumn - hover.column, 'term')
    + box(left - 12, top + 12, width - left - 2, rows, 'popup')];
}

function completionPanel(x, y, width, { items }) {
  const columns = Math.max(...items.map((item) => item.label.length));
  const rows = items.map(({ label, detail }) => [
    { text: label.padEnd(columns + 3), style: 'plain' }, { text: cut(detail, 88 - columns), style: 'faint' }]);
  const height = 82 + boxHeight(rows);
  return [height, panel(x, y, width, height, 'plan.md', [plain(TYPED)], 6)
    + `<path class="caret" d="M${cellX(x, TYPED.length + 1).toFixed(1)} ${cellY(y, 1) - 13}v17"/>`
    + box(x + 44, cellY(y, 1) + 12, width - 58, rows, 'popup')];
}

function findingPanel(x, y, width, { finding }) {
  const message = wrap([{ text: finding.message, style: 'plain' }, { text: `  ${finding.rule}`, style: 'faint' }], 92);
  const first = GLOSSARY.split('\n').slice(0, finding.line).findLastIndex((line) => line.startsWith('## ')) + 1;
  const lines = GLOSSARY.trimEnd().split('\n').slice(first - 1).map(plain);
  const height = cellY(0, lines.length) + 26 + boxHeight(message);
  return [height, panel(x, y, width, height, 'GLOSSARY.md', lines, first)
    + underline(cellX(x, finding.column), cellY(y, finding.line - first + 1), finding.endColumn - finding.column, 'wrong')
    + box(x + 44, y + height - boxHeight(message) - 12, width - 58, message, 'popup')];
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

function picture(found) {
  const width = 860, gap = 14;
  let y = 1;
  const drawn = [hoverPanel, completionPanel, findingPanel].map((draw) => {
    const [height, svg] = draw(1, y, width - 2, found);
    y += height + gap;
    return svg;
  });
  const title = 'A hover, a completion and a diagnostic, as an editor shows them';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y - gap + 1}" width="${width}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${STYLE}
</style>
${drawn.join('\n')}
</svg>
`;
}

process.stdout.write(picture(answers()));
