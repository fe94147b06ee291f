import { printable } from '../../lib/report/words';

/** Whether Unicode says of a character that it is a control, or one that turns the direction of writing. */
const mayNotBeShown = (character: string) =>
  character !== '\n' && /[\p{Cc}\p{Bidi_Control}]/u.test(character);

test('of all characters those are shown by their code that a terminal would obey', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    const shown = printable(character);
    if (mayNotBeShown(character)) expect(shown).toBe(`\\u${code.toString(16).padStart(4, '0')}`);
    else if (shown !== character) throw new Error(`${code.toString(16)} is shown as ${shown}`);
  }
});
