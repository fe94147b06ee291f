import { ArnFormat, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  EncryptedBucket,
  Environment,
  PrivilegedRole,
  ReviewedPipeline,
  Zone,
  ZoneMarking,
} from '../../index';
import type { ConstructExample } from './example';

export const PIPELINE: readonly ConstructExample[] = [
  {
    construct: 'ReviewedPipeline',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: '検査と、変更した者以外の者の承認を経てデプロイするパイプライン',
      en: 'Pipeline whose every deployment was checked, and approved by somebody else',
    },
    build: (stack) => {
      const production = new Stage(stack, 'Production', {
        env: { account: stack.account, region: stack.region },
      });
      ZoneMarking.of(production).declare({
        zone: Zone.LGWAN,
        confidentiality: 2,
        integrity: 2,
        availability: 2,
        environment: Environment.PRODUCTION,
      });
      new EncryptedBucket(new Stack(production, 'Groupware', { terminationProtection: true }), 'Attachments');
      const pipeline = stack.formatArn({
        service: 'codepipeline',
        resource: '*',
        arnFormat: ArnFormat.NO_RESOURCE_NAME,
      });
      const approver = new PrivilegedRole(stack, 'Approver', {
        staffPrincipalArns: [`arn:aws:iam::${stack.account}:user/joho-shunin`],
        statements: [
          new iam.PolicyStatement({
            actions: ['codepipeline:GetPipeline*', 'codepipeline:PutApprovalResult'],
            resources: [pipeline],
          }),
        ],
      });
      new ReviewedPipeline(stack, 'Delivery', {
        connectionArn: stack.formatArn({
          service: 'codeconnections',
          resource: 'connection',
          resourceName: '11111111-1111-4111-8111-111111111111',
        }),
        repository: 'city/groupware',
        branch: 'main',
        approvers: [approver.role],
      }).addStage(production);
    },
  },
];
