import fc from 'fast-check';
import { ActionPatterns, actionPatterns } from '../../../lib/analysis/identity/action-patterns';
import { patternCovers } from '../../../lib/analysis/identity/patterns';

const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 'iam:PassRole', 'kms:Decrypt');
const pattern = fc.oneof(
  action,
  fc.tuple(action, fc.nat({ max: 12 })).map(([text, at]) => `${text.slice(0, at)}*`),
  fc.tuple(action, fc.nat({ max: 8 })).map(([text, at]) => `${text.slice(0, at)}?${text.slice(at + 1)}`),
  action.map((text) => text.toUpperCase()),
);

test('what is asked once of shared patterns comes out as one by one', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 4 }), fc.array(action), (written, actions) => {
      const covers = (name: string) =>
        written.some((one) => patternCovers(one.toLowerCase(), name.toLowerCase()));
      const isStarred = (text: string) => text.endsWith('*');
      for (const patterns of [
        actionPatterns(written),
        actionPatterns([...written]),
        new ActionPatterns(written),
      ]) {
        expect(actions.map((name) => patterns.covers(name))).toEqual(actions.map(covers));
        expect(patterns.among(actions)).toEqual(actions.filter(covers));
        expect(patterns.among(actions)).toEqual(actions.filter(covers));
        expect(patterns.some(isStarred)).toBe(written.some(isStarred));
      }
    }),
  );
});

test('one pattern is not taken for a list that looks like it', () => {
  expect(actionPatterns(['["s3:*","x"]']).patterns).toEqual(['["s3:*","x"]']);
  expect(actionPatterns(['s3:*', 'x']).patterns).toEqual(['s3:*', 'x']);
});
