import type { Field } from '../../model/field';
import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

export const CloudFrontViewerUsesTls = defineRule({
  id: 'CloudFrontViewerUsesTls',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'CloudFrontは、閲覧者とHTTPSで通信する',
    en: 'CloudFront talks HTTPS with viewers',
  },
  why: {
    ja: 'HTTPで表示される市のページは、途中で盗み見られ、偽の案内や不正プログラムに差し替えられても住民には見分けられない。',
    en: 'A page of the city that is served over HTTP can be read and replaced on the way, by a false notice or malware, and residents cannot tell.',
  },
  fix: {
    ja: 'DefaultCacheBehavior及び各CacheBehaviorsのViewerProtocolPolicyをredirect-to-https又はhttps-onlyとしてください。',
    en: 'Set ViewerProtocolPolicy of DefaultCacheBehavior and of each of CacheBehaviors to redirect-to-https or https-only.',
  },
  cdk: {
    ja: '各behaviorのviewerProtocolPolicyをViewerProtocolPolicy.REDIRECT_TO_HTTPSとする',
    en: 'viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS of each behavior',
  },
  resources: ['AWS::CloudFront::Distribution'],
  check: (distribution) => {
    const configuration = distribution.get('DistributionConfig');
    const encrypted = (behavior: Field) =>
      behavior.get('ViewerProtocolPolicy').must(oneOf('redirect-to-https', 'https-only'));
    return encrypted(configuration.get('DefaultCacheBehavior')).and(
      configuration.get('CacheBehaviors').items().every(encrypted),
    );
  },
});
