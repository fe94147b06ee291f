import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';

export const ExceptionsAreApproved = defineDeploymentRule({
  id: 'ExceptionsAreApproved',
  clauses: ['8.4(1)', '8.4(3)', '2(8)①'],
  title: {
    ja: '例外措置は、申請者以外の者が承認し、期限内であるものに限る',
    en: 'Exceptions are approved by somebody other than the applicant, and are within their term',
  },
  fix: {
    ja: '例外措置の台帳の当該申請を、承認を得て更新するか、削除してください。',
    en: 'Renew the application in the register of exceptions with its approval, or remove it.',
  },
  // What such an entry would have lifted blocks by itself.
  duty: 'should',
  checkDeployment: ({ refusals }) =>
    refusals.map(({ application, file, line, reason }) => ({
      file,
      ...(line === undefined ? {} : { line }),
      claim: Claim.of('breaks', {
        path: application,
        actual: reason,
        required: { ja: '承認され、期限内であること', en: 'approved and within its term' },
      }),
    })),
});
