// Just enough XML for reports: elements and attributes. Throws where a parser would.
const names = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescape(text) {
  if (/[<]|&(?!(amp|lt|gt|quot|#\d+);)/.test(text)) throw new Error(`bare markup in ${text}`);
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text)) throw new Error('a character XML cannot hold');
  return text.replace(/&(#?\w+);/g, (_, name) =>
    name[0] === '#' ? String.fromCodePoint(Number(name.slice(1))) : names[name]);
}

function attributes(text) {
  const found = {};
  const rest = text.replace(/\s+([\w:-]+)="([^"]*)"/g, (_, name, value) => ((found[name] = unescape(value)), ''));
  if (rest.trim()) throw new Error(`no attributes: ${rest}`);
  return found;
}

// The root: {name, attributes, children, text}.
export function parseXml(source) {
  const root = { children: [] };
  const open = [root];
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  for (const [, text, close, name, rest, alone] of body.matchAll(/([^<]*)<(\/?)([\w:-]+)([^>]*?)(\/?)>/g)) {
    const parent = open.at(-1);
    parent.text = (parent.text ?? '') + unescape(text);
    if (close) {
      if (open.pop().name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const element = { name, attributes: attributes(rest), children: [] };
    parent.children.push(element);
    if (!alone) open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0];
}
