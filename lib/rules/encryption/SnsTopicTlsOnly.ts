import { arnOf, coversArn } from '../../analysis/arn-pattern';
import { isTlsOnly } from '../../analysis/tls-only';
import { defineRule } from '../define';
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
  fix: {
    ja: 'AWS::SNS::TopicPolicyに、Effect: Deny、Principal: "*"、Action: sns:Publish、Resource: トピックのARN、Condition: { Bool: { aws:SecureTransport: "false" } }の文を加えてください（CDKではenforceSSL: true）。',
    en: 'Add to an AWS::SNS::TopicPolicy a statement with Effect: Deny, Principal: "*", Action: sns:Publish, Resource: the ARN of the topic, Condition: { Bool: { aws:SecureTransport: "false" } } (in CDK: enforceSSL: true).',
  },
  resources: ['AWS::SNS::Topic'],
  // Topic policies take a list of actions without wildcard, and only Publish carries messages.
  check: (topic) =>
    isTlsOnly(topic, POLICIES, {
      actions: ['sns:Publish'],
      resources: [coversArn(arnOf(topic), { ja: 'トピックのARN', en: 'the ARN of the topic' })],
    }),
});
