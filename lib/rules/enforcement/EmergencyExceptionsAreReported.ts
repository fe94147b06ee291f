import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';

export const EmergencyExceptionsAreReported = defineDeploymentRule({
  id: 'EmergencyExceptionsAreReported',
  clauses: ['8.4(2)'],
  title: {
    ja: '緊急時の例外措置は、短い期間に限り、事後速やかにCISOへ報告する',
    en: 'Exceptions in an emergency last for a short time, and are reported to the CISO soon afterwards',
  },
  why: {
    ja: '緊急時の例外措置は承認を経ないため、報告されないまま続くと、誰も知らない緩和が残る。',
    en: 'An exception in an emergency is approved by nobody; where it is not reported either, it stays on unknown to all.',
  },
  fix: {
    ja: '例外措置の台帳の当該申請に、CISOへ報告した日をreportedに記入するか、期間を短くしてください。続ける必要がある場合は、kindをregularとして承認を得てください。',
    en: 'Enter the day of the report to the CISO in reported of the application in the register of exceptions, or shorten its term. Where it must go on, have it approved with the kind regular.',
  },
  cdk: {
    ja: 'PolicyGuardrailのexceptionsに指定した台帳を改める',
    en: 'correct the register that exceptions of PolicyGuardrail names',
  },
  // What such an entry would have lifted blocks by itself.
  duty: 'should',
  checkDeployment: ({ refusals }) =>
    refusals
      .filter(({ isEmergency }) => isEmergency)
      .map(({ application, file, line, reason }) => ({
        file,
        ...(line === undefined ? {} : { line }),
        claim: Claim.of('breaks', {
          path: application,
          actual: reason,
          required: { ja: '期間内であり、報告済みであること', en: 'within its term and reported' },
        }),
      })),
});
