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
  why: {
    ja: 'VPCを指定しない関数は、AWSの管理するネットワークで動いてインターネットへ出られるため、経路やセキュリティグループの制限の及ばないまま住民情報を外へ送ることができる。',
    en: 'A function without a VPC runs in a network of AWS with a way to the Internet: it can send resident records out past every route and security group of the zone.',
  },
  fix: {
    ja: 'VpcConfigにその領域のサブネット（SubnetIds）とセキュリティグループを指定してください。SageMakerでは、ノートブックインスタンスのDirectInternetAccessをDisabled、ドメインのAppNetworkAccessTypeをVpcOnlyとしてください。カスタムリソースのための関数も同じ扱いです。VPCの中で動かせないものは、管理領域のスタックに移すか、例外措置の申請によってください。',
    en: 'Name the subnets (SubnetIds) and security groups of the zone in VpcConfig; the functions behind custom resources are treated alike. For SageMaker set DirectInternetAccess of notebook instances to Disabled and AppNetworkAccessType of domains to VpcOnly. Move what cannot run inside the VPC to a stack of the management zone, or apply for an exception.',
  },
  cdk: {
    ja: 'Functionのvpc及びvpcSubnetsを指定し、VPCの外に関数を加えるプロパティ（restrictDefaultSecurityGroup、autoDeleteObjects、logRetention等）を用いない',
    en: 'vpc and vpcSubnets of Function; avoid the properties that bring along functions outside of the VPC (restrictDefaultSecurityGroup, autoDeleteObjects, logRetention and others)',
  },
  resources: Object.keys(PLACED),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource) => (PLACED[resource.type] as (resource: Resource) => Claim)(resource),
});
