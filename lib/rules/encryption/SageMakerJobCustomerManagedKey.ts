import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { matching, type Requirement } from '../../model/requirement';
import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_MANAGED, passKey } from './service-keys';

interface Job {
  /** Where its definition stands; it may stand elsewhere and be named only. */
  readonly definition?: string;
  readonly cluster: string;
  readonly output: string;
}

const JOBS: Readonly<Record<string, Job>> = {
  'AWS::SageMaker::DataQualityJobDefinition': {
    cluster: 'JobResources.ClusterConfig',
    output: 'DataQualityJobOutputConfig.KmsKeyId',
  },
  'AWS::SageMaker::ModelBiasJobDefinition': {
    cluster: 'JobResources.ClusterConfig',
    output: 'ModelBiasJobOutputConfig.KmsKeyId',
  },
  'AWS::SageMaker::ModelExplainabilityJobDefinition': {
    cluster: 'JobResources.ClusterConfig',
    output: 'ModelExplainabilityJobOutputConfig.KmsKeyId',
  },
  'AWS::SageMaker::ModelQualityJobDefinition': {
    cluster: 'JobResources.ClusterConfig',
    output: 'ModelQualityJobOutputConfig.KmsKeyId',
  },
  'AWS::SageMaker::MonitoringSchedule': {
    definition: 'MonitoringScheduleConfig.MonitoringJobDefinition',
    cluster: 'MonitoringResources.ClusterConfig',
    output: 'MonitoringOutputConfig.KmsKeyId',
  },
  'AWS::SageMaker::ProcessingJob': {
    cluster: 'ProcessingResources.ClusterConfig',
    output: 'ProcessingOutputConfig.KmsKeyId',
  },
};

export const SageMakerJobCustomerManagedKey = customerManagedKeyRule({
  id: 'SageMakerJobCustomerManagedKey',
  resources: Object.keys(JOBS),
  subject: {
    ja: 'SageMakerのジョブのボリューム及び出力',
    en: 'Volumes and output of SageMaker jobs',
  },
  holds: {
    ja: '学習及び推論に用いた個人の情報が残る。',
    en: 'They hold personal data used for learning and inference.',
  },
  write: {
    ja: 'ClusterConfigのVolumeKmsKeyId及び出力設定のKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set VolumeKmsKeyId in ClusterConfig, and KmsKeyId in the configuration of the output, to a customer managed key',
  },
  otherwise: AWS_MANAGED,
  cdk: passKey('volumeKmsKeyId, kmsKeyId', 'CfnDataQualityJobDefinition', 'CfnProcessingJob'),
  check: (resource, key) => {
    const { definition, cluster, output } = JOBS[resource.type] as Job;
    const job = definition === undefined ? resource.get('') : resource.get(definition);
    const encrypted = volume(job.get(cluster), key).and(job.get(output).must(key));
    return definition === undefined ? encrypted : encrypted.onlyIf(isSet(job));
  },
});

/** Disks inside of the machine are encrypted by its hardware, and take no key. */
const WITH_LOCAL_DISKS = matching(/^ml\.([a-z]+\d+(?=[a-z]*d)[a-z]*|g4dn|g5|g6|p4d|p4de|p5)\./, {
  ja: 'ローカルディスクを持つもの',
  en: 'one with local disks',
});

function volume(cluster: Field, key: Requirement): Claim {
  const field = cluster.get('VolumeKmsKeyId');
  const local = cluster.get('InstanceType').must(WITH_LOCAL_DISKS);
  return field.must(key).onlyIf(isSet(field).or(local.not()));
}
