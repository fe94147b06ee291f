import { Claim } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { settingApart } from '../reliefs';
import { logRule } from './log-table';

const SUBSCRIPTION = 'AWS::VpcLattice::AccessLogSubscription';

export const VpcLatticeAccessLogs = logRule({
  id: 'VpcLatticeAccessLogs',
  relievedBy: [settingApart('AWS::VpcLattice::AccessLogSubscription')],
  resources: ['AWS::VpcLattice::ServiceNetwork'],
  subject: { ja: 'VPC Latticeのサービスネットワーク', en: 'Service networks of VPC Lattice' },
  log: { ja: 'アクセスログ', en: 'an access log' },
  why: {
    ja: 'VPCをまたぐ要求について、どこから何へアクセスしたかが残らない。',
    en: 'Requests that cross between VPCs leave no trace of who reached what.',
  },
  fix: {
    ja: 'サービスネットワークをResourceIdentifierとするAWS::VpcLattice::AccessLogSubscriptionを作成してください。',
    en: 'Create an AWS::VpcLattice::AccessLogSubscription whose ResourceIdentifier is the service network.',
  },
  cdk: { ja: 'CfnAccessLogSubscriptionを作成する', en: 'a CfnAccessLogSubscription' },
  check: (network, { deployment }) => {
    const or = (so: Guard, { when }: { readonly when: Guard }) => so.or(when);
    const certain = deployment.referrers(network, SUBSCRIPTION, 'ResourceIdentifier').reduce(or, NEVER);
    const maybe = deployment.openReferrers(SUBSCRIPTION, 'ResourceIdentifier').reduce(or, certain);
    return new Claim(certain, maybe.not()).explained(
      SUBSCRIPTION,
      certain.isNever
        ? { ja: 'このサービスネットワークのログなし', en: 'none for this service network' }
        : { ja: '条件付き', en: 'only under a condition' },
      { ja: 'このサービスネットワークのログ', en: 'one for this service network' },
      network.at,
    );
  },
});
