import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_STORES } from './tls-rules';

export const SnsSubscriptionUsesHttps = defineRule({
  id: 'SnsSubscriptionUsesHttps',
  clauses: IN_TRANSIT_OF_STORES,
  title: {
    ja: 'SNSのサブスクリプションは、HTTPで配信しない',
    en: 'SNS subscriptions are not delivered over HTTP',
  },
  why: {
    ja: '通知の本文がインターネットを平文で流れ、途中の誰にでも読まれ、書き換えられる。',
    en: 'The text of each notice crosses the Internet in plain, where anybody may read and change it.',
  },
  fix: {
    ja: 'Protocolをhttpsとし、Endpointをhttps://で始まるURLとしてください。',
    en: 'Set Protocol to https and Endpoint to a URL that begins with https://.',
  },
  cdk: {
    ja: 'UrlSubscriptionのURLをhttps://で始まるものとする',
    en: 'an https:// URL in UrlSubscription',
  },
  resources: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  check: (resource) =>
    resource.type === 'AWS::SNS::Topic'
      ? resource.get('Subscription').items().every(encrypted)
      : encrypted(resource.get('')),
});

function encrypted(subscription: Field): Claim {
  return subscription.get('Protocol').must(noneOf('http'));
}
