import type { Claim } from '../../model/claim';
import { equals, isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** How each kind of service that holds no records is protected; without it, none is. */
const PROTECTION: Readonly<Record<string, (service: Resource) => Claim>> = {
  'AWS::EKS::Cluster': flag('DeletionProtection'),
  'AWS::NetworkFirewall::Firewall': flag('DeleteProtection'),
  'AWS::VerifiedPermissions::PolicyStore': (store) =>
    store.get('DeletionProtection.Mode').orDefault('DISABLED').must(equals('ENABLED')),
};

export const ServiceDeletionProtection = defineRule({
  id: 'ServiceDeletionProtection',
  clauses: ['8.1⑥'],
  title: {
    ja: '可用性2の情報を扱うEKSクラスター、ファイアウォール等は、削除保護を有効にする',
    en: 'EKS clusters, firewalls and the like of availability 2 are protected against deletion',
  },
  why: {
    ja: '情報システム全体が依存する基盤を誤って削除すると、その上の全ての業務が止まる。',
    en: 'To delete by mistake what a whole system stands on stops every service on it.',
  },
  fix: {
    ja: 'EKSではDeletionProtection、Network FirewallではDeleteProtectionをtrueに、Verified PermissionsではDeletionProtection.ModeをENABLEDにしてください。',
    en: 'Set DeletionProtection of EKS or DeleteProtection of Network Firewall to true, DeletionProtection.Mode of Verified Permissions to ENABLED.',
  },
  cdk: {
    ja: 'CfnClusterのdeletionProtection、CfnFirewallのdeleteProtection等をtrueとする',
    en: 'deletionProtection of CfnCluster, deleteProtection of CfnFirewall and so on',
  },
  // They hold no records: they can be made again from their template.
  duty: 'should',
  resources: Object.keys(PROTECTION),
  appliesTo: { zones: ['my-number'], orAvailabilityAtLeast: 2 },
  check: (service) => (PROTECTION[service.type] as (service: Resource) => Claim)(service),
});

function flag(property: string): (service: Resource) => Claim {
  return (service) => service.get(property).orDefault(false).must(isTrue);
}
