import { usersOfKey } from '../../analysis/key-users';
import { Claim } from '../../model/claim';
import type { Referrer } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import type { Template } from '../../model/template';
import { plain } from '../../text';
import { type Context, defineRule } from '../define';

export const KeyServesOneSystem = defineRule({
  id: 'KeyServesOneSystem',
  clauses: ['9.2(7)③', '4(1)④'],
  title: {
    ja: '一つのKMSキーで、異なる領域の情報資産を暗号化しない',
    en: 'KMS keys do not encrypt data of different zones',
  },
  why: {
    ja: '情報資産は暗号鍵の廃棄により消去する。他の情報システムと共用する鍵は廃棄できず、消去の手段が失われる。',
    en: 'Data are disposed of by destroying their key. A key that another system shares cannot be destroyed.',
  },
  fix: {
    ja: '領域及び情報システムごとにAWS::KMS::Keyを作成し、それぞれのデータストア及びバックアップに指定してください。',
    en: 'Make an AWS::KMS::Key for each zone and system, and name it in the stores and backups of that system only.',
  },
  cdk: {
    ja: 'EncryptedBucket等にencryptionKeyを渡さない（それぞれのKMSキーが作られる）',
    en: 'no encryptionKey for EncryptedBucket and the like, so that each makes a key of its own',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key, { marks }) => {
    const users = usersOfKey(key);
    if (users.length < 2) return Claim.HOLDS;
    const zones = zonesOf(users, marks);
    const claim = Claim.when(mixes([...zones.values()]).not()).explained(
      '',
      plain([...zones.keys()].join(', ')),
      { ja: '一つの領域での使用', en: 'use in one zone only' },
      key.at,
    );
    return claim.and(inOneStack(users, key.at));
  },
});

/** When the key serves each zone. */
function zonesOf(
  users: readonly Omit<Referrer, 'field'>[],
  marks: Context['marks'],
): ReadonlyMap<string, Guard> {
  const zones = new Map<string, Guard>();
  for (const { resource, when } of users) {
    for (const { value, when: there } of marks.of(resource, 'zone')) {
      if (value !== undefined) zones.set(value, (zones.get(value) ?? NEVER).or(when.and(there)));
    }
  }
  return zones;
}

function mixes(guards: readonly Guard[]): Guard {
  let [one, two]: [Guard, Guard] = [NEVER, NEVER];
  for (const guard of guards) {
    two = two.or(one.and(guard));
    one = one.or(guard);
  }
  return two;
}

/** Stacks are not systems, but what is in two of them may be retired at two times. */
function inOneStack(users: readonly Omit<Referrer, 'field'>[], at: readonly string[]): Claim {
  const stacks = new Set(users.map(({ resource }) => top(resource.template)));
  if (stacks.size < 2) return Claim.HOLDS;
  const names = [...stacks].map(({ stack, path }) => stack.stackName ?? path).join(', ');
  return Claim.of('needed', {
    path: '',
    at,
    actual: { ja: `複数のスタックで使われる（${names}）`, en: `used by several stacks: ${names}` },
    required: {
      ja: '同時に廃棄する一つの情報システムであることの証跡',
      en: 'evidence that they are one system, to be retired together',
    },
  });
}

function top(template: Template): Template {
  return template.parent === undefined ? template : top(template.parent.template);
}
