import { Claim } from '../../model/claim';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

const one = equals(1);

/** Where each type has its definition, and below that its machines. */
const JOBS: Readonly<Record<string, readonly [definition: string, cluster: string]>> = {
  'AWS::SageMaker::DataQualityJobDefinition': ['', 'JobResources.ClusterConfig'],
  'AWS::SageMaker::ModelBiasJobDefinition': ['', 'JobResources.ClusterConfig'],
  'AWS::SageMaker::ModelExplainabilityJobDefinition': ['', 'JobResources.ClusterConfig'],
  'AWS::SageMaker::ModelQualityJobDefinition': ['', 'JobResources.ClusterConfig'],
  'AWS::SageMaker::MonitoringSchedule': [
    'MonitoringScheduleConfig.MonitoringJobDefinition',
    'MonitoringResources.ClusterConfig',
  ],
  'AWS::SageMaker::ProcessingJob': ['', 'ProcessingResources.ClusterConfig'],
};

export const SageMakerJobEncryptsTraffic = defineRule({
  id: 'SageMakerJobEncryptsTraffic',
  clauses: IN_TRANSIT,
  title: {
    ja: 'SageMakerの分散するジョブは、コンテナの間の通信を暗号化する',
    en: 'Distributed SageMaker jobs encrypt what their containers say to each other',
  },
  why: {
    ja: '複数の機器に分けて処理する間、個人の情報がその間を流れる。',
    en: 'While several machines share the work, personal data flows between them.',
  },
  fix: {
    ja: 'NetworkConfig.EnableInterContainerTrafficEncryptionをtrueとしてください。InstanceCountが1の場合は不要です。',
    en: 'Set NetworkConfig.EnableInterContainerTrafficEncryption to true. With an InstanceCount of 1 there is nothing to encrypt.',
  },
  cdk: {
    ja: 'CfnProcessingJob等のnetworkConfigでenableInterContainerTrafficEncryptionをtrueとする',
    en: 'enableInterContainerTrafficEncryption: true in networkConfig of CfnProcessingJob and the like',
  },
  resources: Object.keys(JOBS),
  check: (resource) => {
    const [definition, cluster] = JOBS[resource.type] as readonly [string, string];
    const job = definition === '' ? resource.get('') : resource.get(definition);
    const several = job.get(`${cluster}.InstanceCount`).orDefault(1).must(one).not();
    return job
      .get('NetworkConfig.EnableInterContainerTrafficEncryption')
      .orDefault(false)
      .must(isTrue)
      .onlyIf(several)
      .onlyIf(definition === '' ? Claim.HOLDS : isSet(job));
  },
});
