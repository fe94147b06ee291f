import fc from 'fast-check';
import { conditionsHold } from './evaluation-conditions';
import { KEYS, type Key, VARIABLE } from './random-keys';

/** Which of all the things that policies ask of a key hold for a value. Variables are asked apart. */
function answers({ name, asked, many }: Key, value: string): string {
  const context = new Map([[name.toLowerCase(), [value]]]);
  return asked
    .flatMap(({ operators, wanted }) =>
      operators.flatMap((operator) =>
        wanted
          .filter((each) => !/\$\{\w/.test(each))
          .map((each) => {
            const asks = { [many ? `ForAnyValue:${operator}` : operator]: { [name]: each } };
            return conditionsHold(asks, context, new Map()) ? '1' : '0';
          }),
      ),
    )
    .join('');
}

const piece = fc.constantFrom(
  'j',
  'u',
  'k',
  'i',
  'J',
  'U',
  'K',
  'I',
  'juki',
  'JUKI',
  'z',
  'ze',
  '-1',
  '*',
  'a',
  ':',
  'mi',
);
const arnPiece = fc.constantFrom(
  'sns',
  's3',
  '',
  'ap-northeast-1',
  '111122223333',
  '444455556666',
  'juki',
  'juki-1',
  'zei',
);
const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  String: fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  Numeric: fc.integer({ min: 0, max: 100_000 }).map(String),
  Date: fc
    .date({ min: new Date('2025-01-01'), max: new Date('2029-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  Arn: fc.array(arnPiece, { minLength: 4, maxLength: 6 }).map((pieces) => ['arn:aws', ...pieces].join(':')),
  IpAddre: fc.oneof(fc.ipV4(), fc.ipV6()),
  Binary: fc.constantFrom('anVraQ==', 'emVp', 'AA==', 'eQ=='),
  Bool: fc.constantFrom('true', 'false'),
};

test.each(KEYS.map((key) => [key.name, key] as const))('the values of %s stand for all', (_name, key) => {
  const standing = new Set(key.stands.map((value) => answers(key, value)));
  const operator = key.asked[0]?.operators[0] ?? '';
  const values = Object.entries(VALUES).find(([kind]) => operator.startsWith(kind))?.[1];
  fc.assert(
    fc.property(values as fc.Arbitrary<string>, (value) => {
      fc.pre(key.name !== VARIABLE || !value.includes('*'));
      expect(standing).toContain(answers(key, value));
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400), seed: 1 },
  );
});
