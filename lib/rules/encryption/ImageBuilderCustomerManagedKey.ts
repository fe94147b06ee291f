import type { Claim } from '../../model/claim';
import { isTrue, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_MANAGED, passKey } from './service-keys';

type Check = (resource: Resource, key: Requirement) => Claim;

const volumes =
  (path: string): Check =>
  (recipe, key) =>
    recipe
      .get(path)
      .items()
      .every((mapping) => {
        const ebs = mapping.get('Ebs');
        return ebs.get('Encrypted').must(isTrue).and(ebs.get('KmsKeyId').must(key)).onlyIf(isSet(ebs));
      });

const CHECKS: Readonly<Record<string, Check>> = {
  'AWS::ImageBuilder::ImageRecipe': volumes('BlockDeviceMappings'),
  'AWS::ImageBuilder::ContainerRecipe': volumes('InstanceConfiguration.BlockDeviceMappings'),
  'AWS::ImageBuilder::DistributionConfiguration': (configuration, key) =>
    configuration
      .get('Distributions')
      .items()
      .every((distribution) => {
        const image = distribution.get('AmiDistributionConfiguration');
        return image.get('KmsKeyId').must(key).onlyIf(isSet(image));
      }),
};

export const ImageBuilderCustomerManagedKey = customerManagedKeyRule({
  id: 'ImageBuilderCustomerManagedKey',
  resources: Object.keys(CHECKS),
  subject: { ja: 'Image Builderのマシンイメージ', en: 'Machine images of Image Builder' },
  holds: {
    ja: 'サーバの設定及びソフトウェアが残る。',
    en: 'They hold settings and software of servers.',
  },
  write: {
    ja: 'BlockDeviceMappingsの各EbsのEncryptedをtrueとし、そのKmsKeyId及びAmiDistributionConfigurationのKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set Encrypted to true in each Ebs of BlockDeviceMappings, and its KmsKeyId, and KmsKeyId of AmiDistributionConfiguration, to a customer managed key',
  },
  otherwise: AWS_MANAGED,
  cdk: passKey('kmsKeyId', 'CfnImageRecipe', 'CfnContainerRecipe', 'CfnDistributionConfiguration'),
  // The clauses protect the information that is handled; software is not that, and servers encrypt their own volumes.
  duty: 'should',
  check: (resource, key) => (CHECKS[resource.type] as Check)(resource, key),
});
