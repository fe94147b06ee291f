import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

export const S3WebsiteUsesHttps = defineRule({
  id: 'S3WebsiteUsesHttps',
  clauses: [...IN_TRANSIT_OF_ENTRANCES, '7.5(1)②'],
  title: {
    ja: 'S3のウェブサイトは、HTTPSで配信する',
    en: 'Websites in S3 are served over HTTPS',
  },
  why: {
    ja: 'S3のウェブサイトの入口はHTTPのみであり、市のページの内容を途中で書き換えられても利用者は気付けない。',
    en: 'The website endpoint of S3 speaks HTTP only, so that a page of the city can be changed on its way without anybody noticing.',
  },
  fix: {
    ja: 'WebsiteConfigurationを削除し、CloudFrontからオリジンアクセスコントロールにより配信してください。HTTPSへの転送のみを行う場合は、RedirectAllRequestsToのProtocolをhttpsとしてください。',
    en: 'Remove WebsiteConfiguration and serve the bucket by CloudFront with an origin access control. A bucket that only redirects sets Protocol of RedirectAllRequestsTo to https.',
  },
  cdk: {
    ja: 'websiteIndexDocumentを用いず、S3BucketOrigin.withOriginAccessControl()のDistributionとする',
    en: 'no websiteIndexDocument; a Distribution with S3BucketOrigin.withOriginAccessControl()',
  },
  resources: ['AWS::S3::Bucket'],
  check: (bucket) => {
    const website = bucket.get('WebsiteConfiguration');
    return website
      .get('RedirectAllRequestsTo.Protocol')
      .must(oneOf('https'))
      .explained(
        website.path,
        { ja: 'HTTPのみのウェブサイト', en: 'a website that speaks HTTP only' },
        { ja: '指定しないこと、又はHTTPSへの転送のみ', en: 'not set, or a redirect to HTTPS only' },
        website.at,
      )
      .onlyIf(isSet(website));
  },
});
