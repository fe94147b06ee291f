import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const SnapshotSharingBlocked = defineRule({
  id: 'SnapshotSharingBlocked',
  clauses: ['4(1)②(イ)', '7.2(1)①'],
  title: {
    ja: 'EBSスナップショットの公開は、アカウント全体で禁止する',
    en: 'Snapshots of EBS cannot be made public, in the whole account',
  },
  why: {
    ja: '公開されたスナップショットからは、誰でもサーバのディスクの全ての内容を複製できる。',
    en: 'From a public snapshot anybody in the world can copy all that is on the disk of a server.',
  },
  fix: {
    ja: 'AWS::EC2::SnapshotBlockPublicAccessのStateをblock-all-sharingとしてください。block-new-sharingでは、既に公開されたものが残ります。',
    en: 'Set State of AWS::EC2::SnapshotBlockPublicAccess to block-all-sharing. With block-new-sharing, what is public already stays so.',
  },
  cdk: {
    ja: "CfnSnapshotBlockPublicAccessのstateを'block-all-sharing'とする",
    en: "state: 'block-all-sharing' of CfnSnapshotBlockPublicAccess",
  },
  resources: ['AWS::EC2::SnapshotBlockPublicAccess'],
  check: (block) => block.get('State').must(oneOf('block-all-sharing')),
});
