import { jsonReport } from '../../lib/report/json';
import { RULES } from '../../lib/rules';
import { assessInline } from '../helpers/inline';

/** Buckets with nothing set, which break several rules each. */
function buckets(count: number) {
  return {
    Resources: Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`B${n}`, { Type: 'AWS::S3::Bucket', Properties: {} }]),
    ),
  };
}

test.each([0, 1, 30, 100])(
  'a report on %i buckets is one JSON text, written as JSON.stringify would',
  (count) => {
    const assessment = assessInline(RULES, [buckets(count)], { zone: 'my-number' });
    const text = jsonReport(assessment, 'ja');
    const report = JSON.parse(text) as { findings: readonly { rule: string; message: string }[] };
    expect(text).toBe(`${JSON.stringify(report, undefined, 2)}\n`);
    expect(report.findings.map(({ rule, message }) => [rule, message])).toEqual(
      assessment.findings.map(({ rule, message }) => [rule, message.ja]),
    );
    // The findings are written some hundreds at a time.
    if (count === 100) expect(report.findings.length).toBeGreaterThan(400);
  },
);
