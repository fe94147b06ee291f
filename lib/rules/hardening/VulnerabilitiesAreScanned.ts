import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { accountRule, someOf } from '../monitoring/account-duties';

const REGISTRY = 'AWS::ECR::RegistryScanningConfiguration';

export const VulnerabilitiesAreScanned = accountRule({
  id: 'VulnerabilitiesAreScanned',
  clauses: ['7.6(1)①'],
  title: {
    ja: 'サーバ、コンテナ及び関数の脆弱性を継続的に検査する（Inspector）',
    en: 'Servers, containers and functions are scanned for vulnerabilities all the time (Inspector)',
  },
  why: {
    ja: '配備の後に公表された脆弱性は、継続して検査しなければ、どのサーバに及ぶか分からない。',
    en: 'Unless scanning goes on, nobody knows which servers a vulnerability affects that was published after deployment.',
  },
  create: {
    ja: 'Inspectorを有効にしてください（CloudFormationでは、ScanTypeがENHANCEDであるAWS::ECR::RegistryScanningConfiguration、又は有効化を呼ぶカスタムリソース）。',
    en: 'Enable Inspector: in CloudFormation by an AWS::ECR::RegistryScanningConfiguration with ScanType ENHANCED, or a custom resource that calls its API.',
  },
  cdk: {
    ja: 'AwsCustomResourceでInspector2のenableを呼ぶ',
    en: 'an AwsCustomResource that calls enable of Inspector2',
  },
  duty: 'vulnerability-scan',
  type: REGISTRY,
  required: { ja: '有効なInspector', en: 'Inspector that is enabled' },
  where: [
    'AWS::EC2::Instance',
    'AWS::EC2::LaunchTemplate',
    'AWS::AutoScaling::LaunchConfiguration',
    'AWS::ECR::Repository',
    'AWS::Lambda::Function',
  ],
  exists: (deployment) =>
    someOf(deployment, [REGISTRY], (registry) => registry.get('ScanType').must(equals('ENHANCED'))).or(
      someOf(deployment, ['Custom::AWS'], callsInspector),
    ),
});

/** What CDK's AwsCustomResource calls stands in its properties as JSON. */
function callsInspector(custom: Resource): Claim {
  const calls = custom
    .get('Create')
    .strings()
    .filter(
      ({ text }) =>
        /"service":"(@aws-sdk\/client-)?inspector2"/i.test(text) && /"action":"enable"/i.test(text),
    );
  return Claim.any(calls.map(({ when }) => Claim.when(when)));
}
