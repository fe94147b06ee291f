import { environmentOf } from '../../analysis/environments';
import { usersOfKey } from '../../analysis/key-users';
import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import { defineRule } from '../define';

export const EnvironmentsShareNoKey = defineRule({
  id: 'EnvironmentsShareNoKey',
  clauses: ['7.3(3)①(ア)', '9.2(7)③'],
  title: {
    ja: '運用環境のデータを、開発環境及びテスト環境と同じKMSキーで暗号化しない',
    en: 'Data of production are not encrypted with the key of development or verification',
  },
  why: {
    ja: '開発環境で鍵を使える者は、運用環境の情報も復号できる。',
    en: 'Whoever may use the key in development can decrypt production with it.',
  },
  fix: {
    ja: '環境ごとにAWS::KMS::Keyを作成し、KmsKeyId等に同じ環境のKMSキーを指定してください。',
    en: 'Make an AWS::KMS::Key for each environment, and name the key of the same environment in KmsKeyId and the like.',
  },
  cdk: {
    ja: 'encryptionKeyに、他の環境のスタックのKeyを渡さない',
    en: 'no Key from the stack of another environment as encryptionKey',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key, { marks }) => {
    const own = environmentOf(key, marks);
    let [production, tests]: [Guard, Guard] = [own.production, own.tests];
    for (const { resource, when } of usersOfKey(key)) {
      const environment = environmentOf(resource, marks);
      production = production.or(environment.production.and(when));
      tests = tests.or(environment.tests.and(when));
    }
    return Claim.when(production.and(tests).not()).explained(
      '',
      { ja: '運用環境と他の環境とで使われる', en: 'used by production and by another environment' },
      { ja: '一つの環境での使用', en: 'used in one environment only' },
      key.at,
    );
  },
});
