import { defineDeploymentRule } from '../define';
import { registerDuty } from '../register';

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
    ja: '例外措置の台帳の当該申請に、CISOへ報告した日をreportedに記入するか、期間を短くし、署名し直してください（exceptions sign）。続ける必要がある場合は、kindをregularとして承認を得てください。',
    en: 'Enter the day of the report to the CISO in reported of the application in the register of exceptions, or shorten its term, and sign it again (`exceptions sign`). Where it must go on, have it approved with the kind regular.',
  },
  cdk: {
    ja: 'PolicyGuardrailのexceptionsに指定した台帳を改める',
    en: 'correct the register that exceptions of PolicyGuardrail names',
  },
  // What such an entry would have lifted blocks by itself.
  duty: 'should',
  ...registerDuty('refused-unapproved', {
    ja: '署名され、期間内であり、報告済みであること',
    en: 'signed, within its term and reported',
  }),
});
