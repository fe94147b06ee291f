import { namesSome } from '../../analysis/network/alternatives';
import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

const OUTSIDE = {
  ja: '指定なし（VPCの外で動き、インターネットへ出られる）',
  en: 'not set: it runs outside of any VPC, and reaches the Internet',
};
const INSIDE = { ja: 'VPCのサブネット', en: 'subnets of a VPC' };

const named = (subnets: Field) => namesSome(subnets, OUTSIDE, INSIDE);

/** Where each kind of computing says which network it runs in. */
const PLACED: Readonly<Record<string, (resource: Resource) => Claim>> = {
  'AWS::Lambda::Function': (lambda) => named(lambda.get('VpcConfig.SubnetIds')),
  'AWS::CodeBuild::Project': (project) => named(project.get('VpcConfig.Subnets')),
  'AWS::SageMaker::NotebookInstance': (notebook) =>
    notebook.get('DirectInternetAccess').orDefault('Enabled').must(equals('Disabled')),
  'AWS::SageMaker::Domain': (domain) =>
    domain.get('AppNetworkAccessType').orDefault('PublicInternetOnly').must(equals('VpcOnly')),
};

export const IsolatedZoneComputeRunsInVpc = defineRule({
  id: 'IsolatedZoneComputeRunsInVpc',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系の関数等は、その領域のVPCの中で動かす',
    en: 'Functions and the like of the my-number and LGWAN zones run inside the VPC of the zone',
  },
  fix: {
    ja: 'VpcConfigにその領域のサブネット（SubnetIds）とセキュリティグループを指定してください。VPCの外で動く関数はインターネットへ出られるため、CDKがカスタムリソースのために加える関数も同じ扱いです。それを生むプロパティ（restrictDefaultSecurityGroup、autoDeleteObjects、logRetention等）を用いないか、管理用の領域のスタックに移すか、例外の申請によってください（CDKではFunctionのvpc及びvpcSubnets）。',
    en: 'Name the subnets (SubnetIds) and security groups of the zone in VpcConfig. A function outside of a VPC reaches the Internet, and so do those that CDK adds for custom resources: avoid the properties that bring them along (restrictDefaultSecurityGroup, autoDeleteObjects, logRetention and others), move them to a stack of the management zone, or apply for an exception (in CDK: vpc and vpcSubnets of Function).',
  },
  resources: Object.keys(PLACED),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource) => (PLACED[resource.type] as (resource: Resource) => Claim)(resource),
});
