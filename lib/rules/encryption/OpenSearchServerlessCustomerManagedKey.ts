import { documentAt } from '../../analysis/identity/statements';
import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { equals, isFalse } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { settingApart } from '../reliefs';
import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_OWNED } from './service-keys';

const POLICY = 'AWS::OpenSearchServerless::SecurityPolicy';

export const OpenSearchServerlessCustomerManagedKey = customerManagedKeyRule({
  id: 'OpenSearchServerlessCustomerManagedKey',
  relievedBy: [settingApart('AWS::OpenSearchServerless::SecurityPolicy')],
  resources: ['AWS::OpenSearchServerless::Collection', POLICY],
  subject: { ja: 'OpenSearch Serverlessのコレクション', en: 'Collections of OpenSearch Serverless' },
  holds: {
    ja: '検索の対象とした文書及び記録が残る。',
    en: 'They hold the documents and records that are searched.',
  },
  write: {
    ja: 'Typeがencryptionのセキュリティポリシーで、AWSOwnedKeyをfalseとし、KmsARN（Collectionに直接指定する場合はEncryptionConfig.KmsKeyArn）に顧客管理のKMSキーを指定してください',
    en: 'In the security policy of Type encryption set AWSOwnedKey to false and KmsARN to a customer managed key, or set EncryptionConfig.KmsKeyArn of the collection',
  },
  otherwise: AWS_OWNED,
  cdk: {
    ja: 'CfnSecurityPolicyのpolicyのKmsARN、又はCfnCollectionのencryptionConfigにKMSキーを指定する',
    en: 'the KMS key as KmsARN in policy of CfnSecurityPolicy, or in encryptionConfig of CfnCollection',
  },
  check: (resource, key) => {
    if (resource.type === POLICY) {
      const document = documentAt(resource.get('Policy'), resource);
      return document
        .get('AWSOwnedKey')
        .orDefault(false)
        .must(isFalse)
        .and(document.get('KmsARN').must(key))
        .onlyIf(encrypts(resource));
    }
    const own = resource.get('EncryptionConfig');
    return own
      .get('KmsKeyArn')
      .must(key)
      .onlyIf(isSet(own))
      .and(byPolicy(resource).onlyIf(isSet(own).not()));
  },
});

function encrypts(policy: Resource): Claim {
  return policy.get('Type').must(equals('encryption'));
}

const DECLARED = new WeakMap<Deployment, Claim>();

/** Says that the deployment has an encryption policy. */
function hasPolicy(deployment: Deployment): Claim {
  let claim = DECLARED.get(deployment);
  if (claim === undefined) {
    claim = Claim.any(
      deployment.ofType(POLICY).map((policy) => Claim.when(encrypts(policy).holds.and(policy.exists))),
    );
    DECLARED.set(deployment, claim);
  }
  return claim;
}

/** A collection cannot be made without an encryption policy: those of the deployment are judged by themselves. */
function byPolicy(collection: Resource): Claim {
  return hasPolicy(collection.deployment).or(
    collection.get('EncryptionConfig').states(
      'undetermined',
      {
        ja: 'テンプレート外の暗号化ポリシーによる',
        en: 'left to an encryption policy outside of the templates',
      },
      { ja: '顧客管理の暗号鍵を定めるポリシー', en: 'a policy with a customer managed key' },
    ),
  );
}
