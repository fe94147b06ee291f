import { arnOf, coversArn } from '../../analysis/arn-pattern';
import { isTlsOnly } from '../../analysis/tls-only';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';
import { IN_TRANSIT_OF_STORES } from './tls-rules';

const POLICIES = [
  { type: 'AWS::SNS::TopicPolicy', path: 'Topics' },
  { type: 'AWS::SNS::TopicInlinePolicy', path: 'TopicArn' },
];

export const SnsTopicTlsOnly = defineRule({
  id: 'SnsTopicTlsOnly',
  clauses: IN_TRANSIT_OF_STORES,
  title: {
    ja: 'SNSトピックは、TLSによらない発行を拒否する',
    en: 'SNS topics refuse what is not published over TLS',
  },
  why: {
    ja: 'HTTPで発行された通知は、住民への案内や障害の詳細を含む本文ごと途中で読み取られ、差し替えられる。',
    en: 'A notice that is published over HTTP can be read and replaced on the way, with its text for residents or the details of an incident.',
  },
  fix: {
    ja: 'AWS::SNS::TopicPolicyに、Effect: Deny、Principal: "*"、Action: sns:Publish、Resource: トピックのARN、Condition: { Bool: { aws:SecureTransport: "false" } }の文を加えてください。',
    en: 'Add to an AWS::SNS::TopicPolicy a statement with Effect: Deny, Principal: "*", Action: sns:Publish, Resource: the ARN of the topic, Condition: { Bool: { aws:SecureTransport: "false" } }.',
  },
  cdk: {
    ja: 'TopicのenforceSSLをtrueとする',
    en: 'enforceSSL: true of Topic',
  },
  relievedBy: [settingApart('AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy')],
  resources: ['AWS::SNS::Topic'],
  // Topic policies take a list of actions without wildcard, and only Publish carries messages.
  check: (topic) =>
    isTlsOnly(topic, POLICIES, {
      actions: ['sns:Publish'],
      resources: [coversArn(arnOf(topic), { ja: 'トピックのARN', en: 'the ARN of the topic' })],
    }),
});
