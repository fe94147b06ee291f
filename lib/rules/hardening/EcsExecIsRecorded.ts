import { anyAlternative, UNDETERMINED, whereHolds } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, isTrue, noneOf, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { toldWith } from '../reliefs';

const CLUSTER = 'AWS::ECS::Cluster';
const CONFIGURATION = 'Configuration.ExecuteCommandConfiguration';

export const EcsExecIsRecorded = defineRule({
  id: 'EcsExecIsRecorded',
  clauses: ['9.2(5)①(オ)', '7.1(6)①', '8.1⑤'],
  title: {
    ja: 'ECS Execは停止するか、操作を記録し暗号化する',
    en: 'ECS Exec is off, or what is done by it is recorded and encrypted',
  },
  why: {
    ja: 'ECS Execは稼働中のコンテナの中で任意の操作を許す。記録がなければ、誰が住民の情報に触れたか分からない。',
    en: 'ECS Exec lets people do anything inside of a running container. Without a record nobody can tell who touched the data of residents.',
  },
  fix: {
    ja: 'AWS::ECS::ServiceのEnableExecuteCommandをfalseとするか、そのAWS::ECS::ClusterのConfiguration.ExecuteCommandConfigurationに、KmsKeyId、Logging: OVERRIDE及びLogConfiguration（CloudWatchLogGroupName又はS3BucketName）を指定してください。クラスターのLoggingはNONEにしないでください。',
    en: 'Set EnableExecuteCommand of the AWS::ECS::Service to false, or set KmsKeyId, Logging: OVERRIDE and LogConfiguration (CloudWatchLogGroupName or S3BucketName) in Configuration.ExecuteCommandConfiguration of its AWS::ECS::Cluster. Logging of a cluster is never NONE.',
  },
  cdk: {
    ja: 'enableExecuteCommandを用いないか、ClusterのexecuteCommandConfigurationを指定する',
    en: 'no enableExecuteCommand, or executeCommandConfiguration of Cluster',
  },
  relievedBy: [toldWith('AWS::ECS::Service')],
  resources: ['AWS::ECS::Service', CLUSTER],
  check: (resource) => (resource.type === CLUSTER ? keepsLog(resource) : serviceIsRecorded(resource)),
});

function serviceIsRecorded(service: Resource): Claim {
  const recorded = anyAlternative(service.get('Cluster'), (value) => {
    if (value.kind === 'reference') return records(value.resource);
    // The default cluster is configured by hand, where at all.
    return UNDETERMINED;
  });
  return whereHolds(
    isOn(service),
    recorded.explained(
      'EnableExecuteCommand',
      { ja: '記録及び暗号化のないECS Exec', en: 'ECS Exec without a record and encryption' },
      { ja: '停止、又は記録及び暗号化', en: 'off, or recorded and encrypted' },
      service.get('EnableExecuteCommand').at,
    ),
  );
}

function isOn(service: Resource): Claim {
  return service.get('EnableExecuteCommand').orDefault(false).must(isTrue);
}

/** Services elsewhere, and tasks that somebody starts, use it as well. Of a service that is here it is told at that one. */
function keepsLog(cluster: Resource): Claim {
  const config = cluster.get(CONFIGURATION);
  const logging = config.get('Logging').orDefault('DEFAULT');
  const told = Claim.any(
    cluster.deployment
      .referrers(cluster, 'AWS::ECS::Service', 'Cluster')
      .map(({ resource, when }) => Claim.when(isOn(resource).holds.and(when))),
  );
  return logging
    .must(noneOf('NONE'))
    .and(destinationOf(config).onlyIf(logging.must(equals('OVERRIDE'))))
    .onlyIf(told.not());
}

function destinationOf(config: Field): Claim {
  const logs = config.get('LogConfiguration');
  return logs.get('CloudWatchLogGroupName').must(present).or(logs.get('S3BucketName').must(present));
}

function records(cluster: Resource): Claim {
  const config = cluster.get(CONFIGURATION);
  const logging = config.get('Logging').orDefault('DEFAULT');
  // By default the log of the task is used, where it has one.
  const byTask = logging.must(noneOf('NONE', 'OVERRIDE')).and(UNDETERMINED);
  return config
    .get('KmsKeyId')
    .must(present)
    .and(logging.must(equals('OVERRIDE')).and(destinationOf(config)).or(byTask));
}
