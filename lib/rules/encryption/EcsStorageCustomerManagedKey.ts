import { Claim } from '../../model/claim';
import { equals, oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { customerManagedKeyRule } from './keys-table';
import { AWS_OWNED, passKey } from './service-keys';

const FARGATE = oneOf('FARGATE', 'FARGATE_SPOT');

export const EcsStorageCustomerManagedKey = customerManagedKeyRule({
  id: 'EcsStorageCustomerManagedKey',
  resources: ['AWS::ECS::Cluster'],
  subject: { ja: 'Fargateの一時ディスク', en: 'Temporary disks of Fargate' },
  holds: {
    ja: '処理中の一時ファイルが残る。',
    en: 'They hold temporary files of tasks.',
  },
  write: {
    ja: 'ClusterのConfiguration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId of the cluster to a customer managed key',
  },
  otherwise: AWS_OWNED,
  cdk: passKey('managedStorageConfiguration.fargateEphemeralStorageKmsKey', 'Cluster'),
  // The clauses protect information that is kept; such a disk is gone with its task.
  duty: 'should',
  check: (cluster, key) =>
    cluster
      .get('Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId')
      .must(key)
      .onlyIf(runsOnFargate(cluster)),
});

/** A cluster of machines has volumes of its own, which are judged where they are made. */
function runsOnFargate(cluster: Resource): Claim {
  const services = cluster.deployment
    .referrers(cluster, 'AWS::ECS::Service', 'Cluster')
    .map(({ resource, when }) =>
      Claim.when(when).and(
        resource
          .get('LaunchType')
          .must(equals('FARGATE'))
          .or(
            resource
              .get('CapacityProviderStrategy')
              .items()
              .some((item) => item.get('CapacityProvider').must(FARGATE)),
          ),
      ),
    );
  return Claim.any([
    cluster
      .get('CapacityProviders')
      .items()
      .some((provider) => provider.must(FARGATE)),
    ...services,
  ]);
}
