import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { empty, isTrue, type Requirement, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { customerManagedKeyRule, isSet, orInherited } from './keys-table';

/** Where each type says what volumes its machines have. */
const MAPPINGS: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'BlockDeviceMappings',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings',
  'AWS::AutoScaling::LaunchConfiguration': 'BlockDeviceMappings',
};
const IMAGES: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'ImageId',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.ImageId',
  'AWS::AutoScaling::LaunchConfiguration': 'ImageId',
};

/** See EbsVolumeCustomerManagedKey for why the default of the account does not count. */
export const InstanceVolumesCustomerManagedKey = customerManagedKeyRule({
  id: 'InstanceVolumesCustomerManagedKey',
  resources: [...Object.keys(MAPPINGS), 'AWS::ECS::Service'],
  subject: { ja: '仮想マシン及びコンテナのボリューム', en: 'Volumes of virtual machines and containers' },
  holds: {
    ja: '起動のたびに作られるボリュームにも、業務データや一時ファイルが書かれ、停止の後も残ることがある。',
    en: 'Volumes that come with each new machine or task take up data and temporary files, and may outlive it.',
  },
  write: {
    ja: 'BlockDeviceMappingsの各Ebs（ECSではManagedEBSVolume）のEncryptedをtrueとし、KmsKeyIdに顧客管理のKMSキーを指定してください。LaunchConfigurationは鍵を指定できないため、LaunchTemplateを用いてください',
    en: 'Set Encrypted to true in each Ebs of BlockDeviceMappings (of ECS: ManagedEBSVolume), and KmsKeyId to a customer managed key. A LaunchConfiguration cannot name a key: use a LaunchTemplate',
  },
  otherwise: {
    ja: 'マシンイメージとアカウントの設定に左右されます',
    en: 'the machine image and the account decide',
  },
  cdk: {
    ja: 'blockDevicesにBlockDeviceVolume.ebs(…, { encrypted: true, kmsKey })を指定し、ECSではServiceManagedVolumeのmanagedEBSVolumeを用いる',
    en: 'BlockDeviceVolume.ebs(…, { encrypted: true, kmsKey }) in blockDevices; of ECS managedEBSVolume of ServiceManagedVolume',
  },
  check: (resource, key) => {
    if (resource.type === 'AWS::ECS::Service') {
      return resource
        .get('VolumeConfigurations')
        .items()
        .every((volume) => {
          const ebs = volume.get('ManagedEBSVolume');
          return encrypted(ebs, key).onlyIf(isSet(ebs));
        });
    }
    const mappings = resource.get(MAPPINGS[resource.type] as string);
    return mappings
      .items()
      .every((mapping) => mappingClaim(mapping, key))
      .and(rootVolume(resource, mappings));
  },
});

/** An instance store or a suppressed device is no volume. */
function mappingClaim(mapping: Field, key: Requirement): Claim {
  const suppressed = isSet(mapping.get('NoDevice'));
  const ephemeral = isSet(mapping.get('VirtualName'));
  const ebs = mapping.get('Ebs');
  return encrypted(ebs, key)
    .onlyIf(isSet(ebs))
    .onlyIf(Claim.any([suppressed, ephemeral]).not());
}

/** A volume from a snapshot that names no key has the key of the snapshot. */
function encrypted(volume: Field, key: Requirement): Claim {
  const fromSnapshot = Claim.any(['SnapshotId', 'SourceVolumeId'].map((name) => isSet(volume.get(name))));
  const on = volume.get('Encrypted');
  const keyId = volume.get('KmsKeyId');
  return Claim.all([
    on.must(isTrue).and(keyId.must(key)).onlyIf(fromSnapshot.not()),
    on
      .orDefault(true)
      .must(isTrue)
      .and(keyId.must(orInherited(key)))
      .onlyIf(fromSnapshot),
  ]);
}

/** Images that AWS publishes are found by parameters of Systems Manager under this path. */
const PUBLIC_IMAGE = satisfying({ ja: 'AWSの公開イメージ', en: 'a public image of AWS' }, (value) =>
  value.kind === 'unknown' && value.variable?.name.startsWith('resolve:ssm:/aws/service/') === true
    ? 'holds'
    : 'undetermined',
);

/**
 * Without any mapping the root volume is what its image makes it. Those that AWS publishes are not encrypted;
 * of any other one the template does not tell. An instance from a launch template has the volumes of that.
 */
function rootVolume(resource: Resource, mappings: Field): Claim {
  const published = resource.get(IMAGES[resource.type] as string).whereCertain(PUBLIC_IMAGE);
  const required = {
    ja: '顧客管理の暗号鍵で暗号化したEbsを持つ項目',
    en: 'an item with an Ebs that is encrypted with a customer managed key',
  };
  const unsaid = Claim.all([
    mappings
      .states(
        'undetermined',
        {
          ja: '指定なし（イメージとアカウントの設定による）',
          en: 'not set: the image and the account decide',
        },
        required,
      )
      .onlyIf(published.not()),
    mappings
      .states(
        'breaks',
        {
          ja: '指定なし（公開イメージは暗号化されていない）',
          en: 'not set: public images are not encrypted',
        },
        required,
      )
      .onlyIf(published),
  ]);
  const template = resource.get('LaunchTemplate');
  const ofTemplate =
    resource.type === 'AWS::EC2::Instance'
      ? Claim.any(
          ['LaunchTemplateId', 'LaunchTemplateName'].map((name) =>
            Claim.any(
              template
                .get(name)
                .references()
                .filter(({ value }) => value.resource.type === 'AWS::EC2::LaunchTemplate')
                .map(({ when }) => Claim.when(when)),
            ),
          ),
        )
      : Claim.BREAKS;
  return unsaid.onlyIf(mappings.must(empty)).onlyIf(ofTemplate.not());
}
