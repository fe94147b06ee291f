import { isUsed } from '../../analysis/uses';
import { defineRule } from '../define';
import { USED_BY_ANY } from '../reliefs';

/** Rules of a group, its own and those of others that name it as the other end, put nothing into it. */
const RULES = new Set([
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress',
]);

export const SecurityGroupIsUsed = defineRule({
  id: 'SecurityGroupIsUsed',
  clauses: ['7.5(1)①', '7.5(1)②'],
  title: {
    ja: '使用していないセキュリティグループを残さない',
    en: 'No security group is left over that nothing uses',
  },
  why: {
    ja: '残されたセキュリティグループは点検されない。後に誰かが付けると、忘れられた規則がポートを開く。',
    en: 'Nobody looks after a group that nothing is in. When somebody attaches it one day, its forgotten rules open ports.',
  },
  fix: {
    ja: '何も属さないAWS::EC2::SecurityGroupとその規則を削除してください。',
    en: 'Remove the AWS::EC2::SecurityGroup that nothing is in, with its rules.',
  },
  cdk: { ja: '用いないSecurityGroupを削除する', en: 'drop the SecurityGroup that is not passed to anything' },
  // A group that is not in use opens nothing yet.
  duty: 'should',
  relievedBy: [USED_BY_ANY],
  resources: ['AWS::EC2::SecurityGroup'],
  check: (group) =>
    isUsed(group, ({ type }) => RULES.has(type)).explained(
      '',
      { ja: '属するもののないセキュリティグループ', en: 'a security group that nothing is in' },
      { ja: '使用中のものだけ', en: 'in use' },
      group.at,
    ),
});
