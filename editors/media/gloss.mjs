// Draws gloss.svg, the picture at the top of the README, from what the program really answers:
//
//   node editors/media/gloss.mjs build/gloss > editors/media/gloss.svg
//
// Three panels, as an editor would show them: a hover, a completion, a diagnostic.
import { inFolder, placeOf } from './asking.mjs';
import { box, boxHeight, cellX, cellY, cut, panel, picture, plain, rowsOf, underline, wrap } from './cells.mjs';

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

const found = inFolder({ 'plan.md': NOTES, 'GLOSSARY.md': GLOSSARY }, (ask) => {
  const [line, column] = placeOf(NOTES, 'dry-run');
  const [finding] = ask('check', 'GLOSSARY.md').filter((f) => f.rule === 'dangling-reference');
  return { hover: ask('hover', `plan.md:${line}:${column}`), items: ask('complete', TYPED), finding };
});

function hoverPanel(x, y, width) {
  const { hover } = found;
  const rows = rowsOf(hover.markdown, 76).slice(0, 14);
  const left = cellX(x, hover.column), top = cellY(y, hover.line);
  const lines = NOTES.trimEnd().split('\n').slice(0, hover.line).map(plain);
  const height = top - y + 26 + boxHeight(rows);
  return [height, panel(x, y, width, height, 'plan.md', lines)
    + underline(left, top, hover.endColumn - hover.column, 'term')
    + box(left - 12, top + 12, width - left - 2, rows, 'popup')];
}

function completionPanel(x, y, width) {
  const { items } = found;
  const columns = Math.max(...items.map((item) => item.label.length));
  const rows = items.map(({ label, detail }) => [
    { text: label.padEnd(columns + 3), style: 'plain' }, { text: cut(detail, 88 - columns), style: 'faint' }]);
  const height = 82 + boxHeight(rows);
  return [height, panel(x, y, width, height, 'plan.md', [plain(TYPED)], 6)
    + `<path class="caret" d="M${cellX(x, TYPED.length + 1).toFixed(1)} ${cellY(y, 1) - 13}v17"/>`
    + box(x + 44, cellY(y, 1) + 12, width - 58, rows, 'popup')];
}

function findingPanel(x, y, width) {
  const { finding } = found;
  const message = wrap([{ text: finding.message, style: 'plain' }, { text: `  ${finding.rule}`, style: 'faint' }], 92);
  const first = GLOSSARY.split('\n').slice(0, finding.line).findLastIndex((line) => line.startsWith('## ')) + 1;
  const lines = GLOSSARY.trimEnd().split('\n').slice(first - 1).map(plain);
  const height = cellY(0, lines.length) + 26 + boxHeight(message);
  return [height, panel(x, y, width, height, 'GLOSSARY.md', lines, first)
    + underline(cellX(x, finding.column), cellY(y, finding.line - first + 1), finding.endColumn - finding.column, 'wrong')
    + box(x + 44, y + height - boxHeight(message) - 12, width - 58, message, 'popup')];
}

process.stdout.write(picture('A hover, a completion and a diagnostic, as an editor shows them',
  [hoverPanel, completionPanel, findingPanel]));
