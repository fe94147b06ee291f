import { asked } from '../../analysis/identity/asked';
import { outsiderCanBecome } from '../../analysis/identity/outside';
import { isAmong, type Principal } from '../../analysis/identity/principals';
import { resourceGrants } from '../../analysis/identity/resource-grants';
import { documentAt } from '../../analysis/identity/statements';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { type Context, defineRule } from '../define';

const REQUIRED: Text = {
  ja: '本市のアカウントの、委託事業者等でないプリンシパル',
  en: "principals of the city's own account that are no vendor's",
};

export const KeyPolicyKeepsDestructionInside = defineRule({
  id: 'KeyPolicyKeepsDestructionInside',
  clauses: ['9.2(7)③', '7.1(16)②'],
  title: {
    ja: 'KMSキーのポリシーは、委託事業者等及び他のアカウントに鍵の廃棄を許さない',
    en: 'Policies of KMS keys let no vendor and no other account destroy the key',
  },
  why: {
    ja: '鍵を廃棄できる外部の者は、住民情報の全てを一つの操作で失わせることができる。',
    en: 'An outside party that can destroy the key can take all records of residents away by one call.',
  },
  fix: {
    ja: 'KeyPolicyの、外部のアカウント又はロールに許可する文のActionから、kms:*、kms:ScheduleKeyDeletion及びkms:PutKeyPolicyを除き、使用に要するkms:Decrypt等に限ってください。',
    en: 'In statements of KeyPolicy for outside accounts or roles, take kms:*, kms:ScheduleKeyDeletion and kms:PutKeyPolicy out of Action, and leave what use needs, such as kms:Decrypt.',
  },
  cdk: {
    ja: 'grantAdminに代えてgrantEncryptDecrypt又はgrantDecryptを用いる',
    en: 'grantEncryptDecrypt or grantDecrypt in place of grantAdmin',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key, context) =>
    Claim.all(
      resourceGrants(documentAt(key.get('KeyPolicy'), key), key).map(({ principal, at, may }) => {
        const destroys = Claim.any(DESTROYING.map(may));
        return destroys.breaks.isAlways
          ? Claim.HOLDS
          : isInside(principal, at, key, context).onlyIf(destroys);
      }),
    ),
});

/** Who may change the policy can give itself the right to destroy, and take a denial away. */
const DESTROYING = ['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy'] as const;

function isInside(
  { kind, account, resource, shown }: Principal,
  at: Field,
  key: Resource,
  { marks, profile }: Context,
): Claim {
  const states = (claim: Claim) => claim.explained(at.path, shown, REQUIRED, at.at);
  if (resource !== undefined) {
    const outside = outsiderCanBecome(resource, marks);
    return asked(states(Claim.BREAKS), outside);
  }
  // Whom everybody is meant by another rule says; services do what AWS wrote.
  if (kind === 'anyone' || kind === 'service') return Claim.HOLDS;
  if (isAmong(account, profile.facts.outsideAccounts, key.template)) return states(Claim.BREAKS);
  if (account === 'own') return Claim.HOLDS;
  if (account === 'unknown') return states(UNDETERMINED);
  const own = key.template.stack.account;
  if (own !== undefined) return own === account.id ? Claim.HOLDS : states(Claim.BREAKS);
  return at.states('needed', shown, REQUIRED);
}
