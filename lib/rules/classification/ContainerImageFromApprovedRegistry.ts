import { everyImage, IMAGE_TYPES, imageName, isIn } from '../../analysis/container-images';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';

export const ContainerImageFromApprovedRegistry = defineRule({
  id: 'ContainerImageFromApprovedRegistry',
  clauses: ['7.3(2)③(イ)', '7.1(17)②'],
  title: {
    ja: 'コンテナイメージは、利用を認めたレジストリから取得する',
    en: 'Container images come from approved registries',
  },
  why: {
    ja: '誰でも公開できるレジストリのイメージには、悪意のあるプログラムが混じり、翌日に中身が変わることもある。',
    en: 'In a registry where anybody publishes, an image may hold malware, and may be another one tomorrow.',
  },
  fix: {
    ja: 'イメージをアカウントのECRのリポジトリに置き、そのURI（アカウント.dkr.ecr.リージョン.amazonaws.com/…）を指定してください。利用を認めたレジストリは、プロファイルのapprovedImageRegistriesに記載してください。',
    en: 'Keep the image in an ECR repository of the account and name its URI (account.dkr.ecr.region.amazonaws.com/…). Registries that were approved are listed in approvedImageRegistries of the profile.',
  },
  cdk: {
    ja: 'ContainerImage.fromEcrRepository又はfromAssetを用いる',
    en: 'ContainerImage.fromEcrRepository or fromAsset',
  },
  resources: IMAGE_TYPES,
  check: (resource, { profile: { approvedImageRegistries } }) =>
    everyImage(resource, (image) =>
      image.must(
        satisfying(
          {
            ja: `自アカウントのECR、又は${approvedImageRegistries.join('、')}`,
            en: `the ECR of the same account, or ${approvedImageRegistries.join(', ')}`,
          },
          (value) => {
            const name = imageName(value, resource.template);
            if (name === undefined || name.own) return 'holds';
            if (name.repository === undefined) return 'undetermined';
            return isIn(name.repository, approvedImageRegistries) ? 'holds' : 'breaks';
          },
        ),
      ),
    ),
});
