import { rmSync } from 'node:fs';
import { ciso, ENTRY, FOLDER, RULE, registerWith, verdictWith } from '../helpers/register';

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe('a citation', () => {
  const cite = (exception: unknown, entries: readonly object[] = [ciso.sign(ENTRY)]) =>
    verdictWith(registerWith(entries), {
      Records: { Type: 'AWS::S3::Bucket', Metadata: { Jichitai: { Exception: exception } } },
    });

  test('of the application that covers the resource is in order', () => {
    expect(cite('R6-012').of('CitedExceptionsApply')).toBeUndefined();
    expect(cite('R6-012').of(RULE)?.verdict).toBe('excepted');
  });

  test('goes first among those that cover it', () => {
    const both = ['R6-011', 'R6-012'].map((application) => ciso.sign({ ...ENTRY, application }));
    expect(cite('R6-012', both).of(RULE)?.exception?.application).toBe('R6-012');
    expect(cite(['R6-099', 'R6-011'], both).of(RULE)?.exception?.application).toBe('R6-011');
    // The other one is not stale for that.
    expect(cite('R6-012', both).of('ExceptionsAreInUse')).toBeUndefined();
  });

  test.each([
    ['is not in the register', 'R6-099', undefined, /R6-099 is not in the register/],
    ['does not count', 'R6-012', [ENTRY], /R6-012 does not count \(it is not signed\)/],
    [
      'is for something else',
      'R6-012',
      [ciso.sign({ ...ENTRY, scope: { resources: ['Other'] } })],
      /not in the scope of R6-012/,
    ],
  ])('of an application that %s lifts nothing, and is a finding', (_name, cited, entries, message) => {
    const { of } = cite(cited, entries);
    if (entries !== undefined) expect(of(RULE)?.verdict).toBe('violation');
    expect(of('CitedExceptionsApply')?.message.en).toMatch(message);
  });

  test('where no register is given is a finding', () => {
    const { of } = verdictWith(undefined, {
      Records: { Type: 'AWS::S3::Bucket', Metadata: { Jichitai: { Exception: 'R6-012' } } },
    });
    expect(of('CitedExceptionsApply')?.message.en).toMatch(/no register of exceptions is given/);
  });

  test.each([
    [RULE, 'suppresses'],
    [`Jichitai::${RULE}`, 'suppresses'],
    [`JichitaiChecks-${RULE}[x]`, 'suppresses'],
    ['AwsSolutions-S1', undefined],
  ])('in the manner of cdk-nag suppresses nothing by itself: %s', (id, told) => {
    const resources = {
      Records: {
        Type: 'AWS::S3::Bucket',
        Metadata: { cdk_nag: { rules_to_suppress: [{ id, reason: 'the vendor said so' }] } },
      },
    };
    const { of } = verdictWith(registerWith([]), resources);
    expect(of(RULE)).toMatchObject({ verdict: 'violation', blocking: true });
    if (told === undefined) expect(of('CitedExceptionsApply')).toBeUndefined();
    else expect(of('CitedExceptionsApply')?.message.en).toContain(told);
    // An entry that covers it makes it good.
    const covered = verdictWith(registerWith([ciso.sign(ENTRY)]), resources);
    expect(covered.of(RULE)?.verdict).toBe('excepted');
    expect(covered.of('CitedExceptionsApply')).toBeUndefined();
  });
});
