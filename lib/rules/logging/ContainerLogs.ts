import { byAlternative } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { present } from '../../model/requirement';
import { describeValue } from '../../model/value';
import { logRule } from './log-table';

/** Drivers that hand the log on to somewhere else. */
const DELIVERING = ['awslogs', 'awsfirelens', 'splunk', 'fluentd', 'gelf', 'syslog', 'logentries'];
/** Drivers that leave it on the machine, where an agent may fetch it. */
const STAYING = ['json-file', 'journald', 'local'];

export const ContainerLogs = logRule({
  id: 'ContainerLogs',
  resources: ['AWS::ECS::TaskDefinition'],
  also: ['7.4(1)⑧'],
  subject: { ja: 'ECSのコンテナ', en: 'Containers of ECS' },
  log: { ja: '外に残るログ', en: 'a log outside of themselves' },
  why: {
    ja: 'コンテナの中のログは、コンテナとともに消える。障害や侵入の後、何も残らない。',
    en: 'What a container logs inside of itself is gone with it, and nothing is left after a failure or a break-in.',
  },
  fix: {
    ja: '各ContainerDefinitionsのLogConfigurationで、LogDriverをawslogs又はawsfirelensとし、Optionsに出力先を指定してください。',
    en: 'In LogConfiguration of each of ContainerDefinitions set LogDriver to awslogs or awsfirelens, with the destination in Options.',
  },
  cdk: {
    ja: 'addContainerのloggingをLogDrivers.awsLogsとする',
    en: 'logging: LogDrivers.awsLogs(…) of addContainer',
  },
  check: (task) =>
    task
      .get('ContainerDefinitions')
      .items()
      .every((container) =>
        // The router of the logs of the other containers.
        driverDelivers(container.get('LogConfiguration.LogDriver')).onlyIf(
          container.get('FirelensConfiguration').must(present).not(),
        ),
      ),
});

function driverDelivers(driver: Field): Claim {
  const required = { ja: 'awslogs等、外へ出力するもの', en: 'awslogs or another one that delivers the log' };
  return byAlternative(driver, (value) => {
    const name = value.kind === 'known' ? String(value.value) : undefined;
    if (name !== undefined && DELIVERING.includes(name)) return Claim.HOLDS;
    if (name !== undefined && STAYING.includes(name)) {
      return driver.states(
        'needed',
        { ja: `${name}（ホストに残る）`, en: `${name}, which stays on the host` },
        { ja: 'ホストからログを集めていること', en: 'shown to be collected from the host' },
      );
    }
    const open = value.kind === 'unknown' || value.kind === 'text' || value.kind === 'reference';
    return driver.states(open ? 'undetermined' : 'breaks', describeValue(value), required);
  });
}
