import { Claim } from '../../model/claim';
import { Items } from '../../model/items';
import { literal, noneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** Places of a host from which a container can take it over. */
const harmless = literal(
  { ja: 'ホストの制御に及ばない場所', en: 'a place that gives no control of the host' },
  (path) => {
    const place = String(path).replace(/(?<!\/)\/+$/, '') || '/';
    return !/^(\/|(\/var)?\/run|(\/var)?\/run\/(docker|containerd)(\.sock|\/.*)?|\/var|\/var\/lib|\/var\/lib\/(docker|containerd)(\/.*)?|\/etc(\/.*)?|\/root(\/.*)?|\/boot(\/.*)?)$/.test(
      place,
    );
  },
);

/** Where the modes of a task and its volumes stand. */
function tasksOf(holder: Resource): Items {
  if (holder.type === 'AWS::ECS::TaskDefinition') return new Items([holder.get('')], []);
  const [plain, ofEcs] = [
    holder.get('ContainerProperties').items(),
    holder.get('EcsProperties.TaskProperties').items(),
  ];
  return new Items([...plain.known, ...ofEcs.known], [...plain.open, ...ofEcs.open]);
}

export const ContainerIsolatedFromHost = defineRule({
  id: 'ContainerIsolatedFromHost',
  clauses: ['7.4(1)⑧', '7.5(1)②'],
  title: {
    ja: 'コンテナは、ホストのネットワーク、プロセス及び制御用のファイルから分離する',
    en: 'Containers are kept apart from the network, the processes and the control files of their host',
  },
  why: {
    ja: 'ホストと共有する部分を通じて、一つのコンテナから他の業務のコンテナへ手が届く。',
    en: 'Through what is shared with the host one container reaches into those of other systems.',
  },
  fix: {
    ja: 'NetworkMode、PidMode及びIpcModeをhostとせず、Volumesのhost.SourcePathに/var/run/docker.sock等を指定しないでください。',
    en: 'Set none of NetworkMode, PidMode and IpcMode to host, and do not mount /var/run/docker.sock and the like by Host.SourcePath in Volumes.',
  },
  cdk: {
    ja: 'TaskDefinitionのnetworkModeをNetworkMode.AWS_VPCとし、pidMode及びipcModeを指定しない',
    en: 'networkMode: NetworkMode.AWS_VPC of TaskDefinition, without pidMode and ipcMode',
  },
  resources: ['AWS::ECS::TaskDefinition', 'AWS::Batch::JobDefinition'],
  check: (holder) =>
    tasksOf(holder).every((task) =>
      Claim.all([
        ...['NetworkMode', 'PidMode', 'IpcMode'].map((mode) =>
          task.get(mode).orDefault('').must(noneOf('host')),
        ),
        task
          .get('Volumes')
          .items()
          .every((volume) => volume.get('Host.SourcePath').orDefault('/none').must(harmless)),
      ]),
    ),
});
