import { Claim } from '../../model/claim';
import { customerManagedKeyRule, isSet } from './keys-table';

export const CodePipelineArtifactsCustomerManagedKey = customerManagedKeyRule({
  id: 'CodePipelineArtifactsCustomerManagedKey',
  resources: ['AWS::CodePipeline::Pipeline'],
  subject: { ja: 'CodePipelineの成果物', en: 'Artifacts of CodePipeline' },
  holds: {
    ja: '配備の途中の成果物として、業務システムのプログラムが残る。',
    en: 'They hold the programs of the systems on their way to deployment.',
  },
  write: {
    ja: 'ArtifactStore（複数のリージョンではArtifactStoresの各ArtifactStore）のEncryptionKey.Idに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionKey.Id of ArtifactStore (with several regions: of each ArtifactStore in ArtifactStores) to a customer managed key',
  },
  otherwise: {
    ja: 'AWSの管理する鍵（aws/s3）が使われます',
    en: 'the key aws/s3, which AWS manages, is used',
  },
  cdk: {
    ja: 'PipelineのartifactBucketに、encryptionKeyを指定したBucketを渡す',
    en: 'a Bucket with encryptionKey as artifactBucket of Pipeline',
  },
  // The clauses protect the information that is handled; programs are not that by themselves.
  duty: 'should',
  check: (pipeline, key) => {
    const stores = pipeline.get('ArtifactStores');
    return Claim.all([
      pipeline.get('ArtifactStore.EncryptionKey.Id').must(key).onlyIf(isSet(stores).not()),
      stores.items().every((item) => item.get('ArtifactStore.EncryptionKey.Id').must(key)),
    ]);
  },
});
