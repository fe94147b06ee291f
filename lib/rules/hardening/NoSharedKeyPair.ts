import { Claim } from '../../model/claim';
import { absent } from '../../model/requirement';
import { defineRule } from '../define';

/** Where a key is named that whoever holds it logs in with. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Instance': ['KeyName'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.KeyName'],
  'AWS::AutoScaling::LaunchConfiguration': ['KeyName'],
  'AWS::EMR::Cluster': ['Instances.Ec2KeyName'],
  'AWS::EKS::Nodegroup': ['RemoteAccess.Ec2SshKey'],
};

export const NoSharedKeyPair = defineRule({
  id: 'NoSharedKeyPair',
  clauses: ['7.2(2)③', '7.2(1)③(ア)', '6.4(2)'],
  // The clauses ask that who logs in is known; Session Manager is one way, and keys that are guarded are another.
  duty: 'should',
  title: {
    ja: 'サーバには、共用のSSHキーペアでログインしない（Session Managerを用いる）',
    en: 'Nobody logs in to servers with a shared SSH key pair (Session Manager is used)',
  },
  why: {
    ja: '鍵は複製でき、誰が使ったかも分からない。担当者が替わっても入れるままになる。',
    en: 'A key can be copied and does not tell who used it, and it still fits after its holder has left.',
  },
  fix: {
    ja: 'KeyName等の指定を外し、Session Managerでログインしてください。',
    en: 'Take KeyName and the like out, and log in by Session Manager.',
  },
  cdk: { ja: 'keyPair及びkeyNameを指定しない', en: 'neither keyPair nor keyName' },
  resources: Object.keys(KEYS),
  check: (server) =>
    Claim.all((KEYS[server.type] as readonly string[]).map((path) => server.get(path).must(absent))),
});
