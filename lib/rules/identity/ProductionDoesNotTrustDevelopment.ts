import { asked } from '../../analysis/identity/asked';
import { trustOf } from '../../analysis/identity/trust';
import { Claim } from '../../model/claim';
import { concat } from '../../text';
import { defineRule } from '../define';

export const ProductionDoesNotTrustDevelopment = defineRule({
  id: 'ProductionDoesNotTrustDevelopment',
  clauses: ['7.3(3)①(ア)', '7.3(2)②(ア)'],
  title: {
    ja: '運用環境のIAMロールは、開発環境及び検証環境のロールやユーザーを信頼しない',
    en: 'IAM roles of production do not trust roles or users of development or verification',
  },
  fix: {
    ja: 'AssumeRolePolicyDocumentのPrincipalから、開発環境及び検証環境のロールとユーザーを外してください。運用環境への移行は、運用環境に置いたパイプラインのロールから行います。',
    en: 'Take roles and users of development and verification out of Principal of AssumeRolePolicyDocument; deploy to production from a pipeline role of production.',
  },
  resources: ['AWS::IAM::Role'],
  check: (role, { marks }) =>
    Claim.all(
      trustOf(role).ways.map(({ principal, statement, opens }) => {
        const { resource, shown } = principal;
        if (resource === undefined || resource === role) return Claim.HOLDS;
        // Only where the other side is certainly not production: that nobody marked either says nothing.
        const elsewhere = marks
          .is(resource, 'environment', 'development')
          .or(marks.is(resource, 'environment', 'verification')).holds;
        if (elsewhere.isNever) return Claim.HOLDS;
        const field = statement.field.get('Principal');
        const trusted = opens
          .and(Claim.when(elsewhere))
          .not()
          .explained(
            field.path,
            concat(shown, { ja: '（運用環境でない）', en: ', which is not of production' }),
            { ja: '運用環境のプリンシパル', en: 'principals of production only' },
            field.at,
          );
        return asked(trusted, marks.is(role, 'environment', 'production'));
      }),
    ),
});
