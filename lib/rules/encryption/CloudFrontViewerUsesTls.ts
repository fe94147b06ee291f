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
  fix: {
    ja: 'DefaultCacheBehavior及び各CacheBehaviorsのViewerProtocolPolicyをredirect-to-https又はhttps-onlyとしてください（CDKではviewerProtocolPolicy）。',
    en: 'Set ViewerProtocolPolicy of DefaultCacheBehavior and of each of CacheBehaviors to redirect-to-https or https-only (in CDK: viewerProtocolPolicy).',
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
