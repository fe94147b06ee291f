// Takes what rules say in two languages out of their code: a check of a compliant system shows none of it.

/** Texts that are read together. */
const IN_ONE_PART = 200;

/** The code without these texts, and the texts in parts that are read together. */
export function withoutTexts(code) {
  const literal = String.raw`(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|${'`'}(?:[^${'`'}\\$]|\\[^])*${'`'})`;
  const text = new RegExp(
    String.raw`(?:([{,])\s*(title|why|fix|cdk):\s*)?(\{\s*ja:\s*${literal},\s*en:\s*${literal}\s*\})`,
    'g',
  );
  const parts = new Map();
  const rest = code.replace(text, (whole, before, key, value) => {
    // Rules are declared when the code is loaded; what they say is read later, if at all. Other texts are read at once.
    if (key === undefined) return whole;
    const part = partFor(parts, key);
    const read = `$text(${JSON.stringify(part.name)},${part.texts.length})`;
    part.texts.push(Function(`return ${value}`)());
    return `${before}get ${key}(){return ${read}}`;
  });
  return { rest, parts };
}

/** Where the next text goes. Why a rule is there is asked by few; what a finding says, of a few rules. */
function partFor(parts, key) {
  const kind = key === 'why' ? 'why' : 'what';
  const ofKind = [...parts.values()].filter((part) => part.kind === kind);
  let last = ofKind.at(-1);
  if (last === undefined || last.texts.length >= IN_ONE_PART) {
    last = { kind, name: `${kind}-${ofKind.length}`, texts: [] };
    parts.set(last.name, last);
  }
  return last;
}
