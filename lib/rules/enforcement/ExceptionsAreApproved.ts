import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';

export const ExceptionsAreApproved = defineDeploymentRule({
  id: 'ExceptionsAreApproved',
  clauses: ['8.4(1)', '8.4(3)', '2(8)①'],
  title: {
    ja: '例外措置は、申請者以外の者が承認し、期限内であるものに限る',
    en: 'Exceptions are approved by somebody other than the applicant, and are within their term',
  },
  why: {
    ja: '期限の切れた例外措置や、申請者が自ら認めた例外措置が残ると、一時的な緩和がそのまま常態となり、誰も責任を負わない穴になる。',
    en: 'An exception that has run out, or that its applicant approved, turns a relief for a time into a permanent hole that nobody answers for.',
  },
  fix: {
    ja: '例外措置の台帳の当該申請を、承認を得て更新するか、削除してください。',
    en: 'Renew the application in the register of exceptions with its approval, or remove it.',
  },
  cdk: {
    ja: 'PolicyGuardrailのexceptionsに指定した台帳を改める',
    en: 'correct the register that exceptions of PolicyGuardrail names',
  },
  // What such an entry would have lifted blocks by itself.
  duty: 'should',
  checkDeployment: ({ refusals }) =>
    refusals
      .filter(({ isEmergency }) => !isEmergency)
      .map(({ application, file, line, reason }) => ({
        file,
        ...(line === undefined ? {} : { line }),
        claim: Claim.of('breaks', {
          path: application,
          actual: reason,
          required: { ja: '承認され、期限内であること', en: 'approved and within its term' },
        }),
      })),
});
