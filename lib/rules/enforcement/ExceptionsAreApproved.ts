import { defineDeploymentRule } from '../define';
import { registerDuty } from '../register';

export const ExceptionsAreApproved = defineDeploymentRule({
  id: 'ExceptionsAreApproved',
  clauses: ['8.4(1)', '8.4(3)', '2(8)①'],
  title: {
    ja: '例外措置は、申請者以外の者が署名して承認し、期限内であるものに限る',
    en: 'Exceptions are signed by somebody other than the applicant who may approve them, and are within their term',
  },
  why: {
    ja: '期限の切れた例外措置や、申請者が自ら認めた例外措置が残ると、一時的な緩和がそのまま常態となり、誰も責任を負わない穴になる。',
    en: 'An exception that has run out, or that its applicant approved, turns a relief for a time into a permanent hole that nobody answers for.',
  },
  fix: {
    ja: '例外措置の台帳の当該申請を、承認者の署名（exceptions sign）を得て更新するか、削除してください。',
    en: 'Have the application in the register of exceptions signed by its approver (`exceptions sign`), or remove it.',
  },
  cdk: {
    ja: 'PolicyGuardrailのexceptionsに指定した台帳を改める',
    en: 'correct the register that exceptions of PolicyGuardrail names',
  },
  // What such an entry would have lifted blocks by itself.
  duty: 'should',
  ...registerDuty('refused', {
    ja: '署名により承認され、期限内であること',
    en: 'approved by a signature that counts, and within its term',
  }),
});
