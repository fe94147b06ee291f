import { arnOf, coversArn } from '../../analysis/arn-pattern';
import { isTlsOnly } from '../../analysis/tls-only';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';
import { IN_TRANSIT_OF_STORES } from './tls-rules';

const POLICIES = [
  { type: 'AWS::SQS::QueuePolicy', path: 'Queues' },
  { type: 'AWS::SQS::QueueInlinePolicy', path: 'Queue' },
];

export const SqsQueueTlsOnly = defineRule({
  id: 'SqsQueueTlsOnly',
  clauses: IN_TRANSIT_OF_STORES,
  title: {
    ja: 'SQSキューは、TLSによらない通信を拒否する',
    en: 'SQS queues refuse what does not come over TLS',
  },
  why: {
    ja: 'キューはシステム間の連携データを運ぶ。HTTPでの送受信を拒否しなければ、設定を誤ったシステムとの間のメッセージが平文で流れる。',
    en: 'Queues carry data between systems. Unless HTTP is refused, messages of a wrongly configured system pass in plain text.',
  },
  fix: {
    ja: 'AWS::SQS::QueuePolicyに、Effect: Deny、Principal: "*"、Action: sqs:*、Resource: キューのARN、Condition: { Bool: { aws:SecureTransport: "false" } }の文を加えてください。',
    en: 'Add to an AWS::SQS::QueuePolicy a statement with Effect: Deny, Principal: "*", Action: sqs:*, Resource: the ARN of the queue, Condition: { Bool: { aws:SecureTransport: "false" } }.',
  },
  cdk: {
    ja: 'QueueのenforceSSLをtrueとする',
    en: 'enforceSSL: true of Queue',
  },
  relievedBy: [settingApart('AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy')],
  resources: ['AWS::SQS::Queue'],
  // Only these two carry messages; the others carry receipts.
  check: (queue) =>
    isTlsOnly(queue, POLICIES, {
      actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
      resources: [coversArn(arnOf(queue), { ja: 'キューのARN', en: 'the ARN of the queue' })],
    }),
});
