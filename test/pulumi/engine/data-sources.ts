import { policyDocument } from '../../../lib/pulumi/host/policy-document';
import type { Json, Properties } from './wire';

/** What a data source answers: always the same, or according to what is asked. */
export type Answer = Properties | ((args: Properties) => Properties);
export type Answers = { readonly [token: string]: Answer };

const ACCOUNT = '123456789012';
const REGION = 'ap-northeast-1';
const ZONES: readonly Json[] = ['a', 'c', 'd'].map((zone) => `${REGION}${zone}`);

/** The account and region that the test engine plays, for the data sources that nearly every program asks. */
export const STANDARD_ANSWERS: Answers = {
  'aws:index/getCallerIdentity:getCallerIdentity': {
    accountId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/deployer`,
    id: ACCOUNT,
    userId: 'AIDAEXAMPLE',
  },
  'aws:index/getRegion:getRegion': {
    id: REGION,
    name: REGION,
    region: REGION,
    description: 'Asia Pacific (Tokyo)',
    endpoint: `ec2.${REGION}.amazonaws.com`,
  },
  'aws:index/getPartition:getPartition': {
    id: 'aws',
    partition: 'aws',
    dnsSuffix: 'amazonaws.com',
    reverseDnsPrefix: 'com.amazonaws',
  },
  'aws:index/getAvailabilityZones:getAvailabilityZones': {
    id: REGION,
    names: ZONES,
    zoneIds: ['apne1-az4', 'apne1-az1', 'apne1-az2'],
    groupNames: [REGION],
  },
  'aws:iam/getPolicyDocument:getPolicyDocument': policyDocument,
  'aws-native:index:getAccountId': { accountId: ACCOUNT },
  'aws-native:index:getRegion': { region: REGION },
  'aws-native:index:getPartition': { partition: 'aws' },
  'aws-native:index:getUrlSuffix': { urlSuffix: 'amazonaws.com' },
  'aws-native:index:getAzs': { azs: ZONES },
};

/** The ARN that a made-up resource has. */
export function madeUpArn(type: string, name: string): string {
  const service = type.split(':')[1]?.split('/')[0] ?? 'service';
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${name}`;
}
