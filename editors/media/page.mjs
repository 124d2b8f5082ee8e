// Draws page.svg, the picture of a page made readable, from what the program really answers:
//
//   node editors/media/page.mjs build/gloss > editors/media/page.svg
//
// Two panels: a page as it was copied from a site, and the hover over a word that it defines.
import { inFolder, placeOf } from './asking.mjs';
import { box, boxHeight, cellX, cellY, panel, picture, plain, rowsOf, underline, wrap } from './cells.mjs';

const PAGE = `Bakery Words

levain,baking

**Levain** is **a dough of flour and water that is kept alive and raises other dough**. It is fed with fresh \
flour, so that its yeasts never run out of food. **What It Does** - **Raises**: its yeasts give off gas, slowly - \
**Flavours**: its bacteria make acids, mild when warm and sharp when cold **When to Feed It** | Kept at | Fed every \
| Tastes | |---------|-----------|--------| | 26 °C | 12 hours | mild | | 4 °C | 7 days | sharp | **Levain is the \
patience of a bakery, in a jar**.
`;
const NOTES = `Take 200 g of ripe levain from the jar.
`;

const { hover } = inFolder({ 'page.gloss': PAGE, 'rolls.md': NOTES }, (ask) => {
  const [line, column] = placeOf(NOTES, 'levain');
  return { hover: ask('hover', `rolls.md:${line}:${column}`) };
});

function pagePanel(x, y, width) {
  const lines = PAGE.trimEnd().split('\n').flatMap((line) => wrap([{ text: line, style: 'faint' }], 100));
  const height = cellY(0, lines.length) + 20;
  return [height, panel(x, y, width, height, 'page.gloss', lines, 0)];
}

function hoverPanel(x, y, width) {
  const rows = rowsOf(hover.markdown, 84);
  const top = cellY(y, 1);
  const height = top - y + 26 + boxHeight(rows);
  return [height, panel(x, y, width, height, 'rolls.md', [plain(NOTES)])
    + underline(cellX(x, hover.column), top, hover.endColumn - hover.column, 'term')
    + box(x + 120, top + 12, width - 136, rows, 'popup')];
}

process.stdout.write(picture('A page on which a definition is one long line, and the hover that has its structure back',
  [pagePanel, hoverPanel]));
