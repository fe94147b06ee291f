import { CONTAINER_HOLDERS, containersOf } from '../../analysis/containers';
import { isFalse, noneOf } from '../../model/requirement';
import { defineRule } from '../define';

/** Capabilities of the kernel by which a container takes over its host. */
const CAPABILITIES = ['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_RAWIO', 'DAC_READ_SEARCH', 'SYS_BOOT'];

export const ContainerNotPrivileged = defineRule({
  id: 'ContainerNotPrivileged',
  clauses: ['7.4(1)⑧', '7.5(1)②'],
  title: {
    ja: 'コンテナは、特権モードで動かさない',
    en: 'Containers are not privileged',
  },
  why: {
    ja: '特権を持つコンテナへの侵入は、ホストと、そこで動く全ての業務への侵入になる。',
    en: 'Who breaks into a privileged container has the host, and all that runs on it.',
  },
  fix: {
    ja: 'Privilegedをtrueにせず、LinuxParameters.Capabilities.AddからSYS_ADMIN等を外してください。',
    en: 'Do not set Privileged to true, and take SYS_ADMIN and the like out of LinuxParameters.Capabilities.Add.',
  },
  cdk: {
    ja: 'addContainerのprivilegedをtrueにしない',
    en: 'no privileged: true of addContainer',
  },
  resources: CONTAINER_HOLDERS,
  check: (holder) =>
    containersOf(holder).every((container) =>
      container
        .get('Privileged')
        .orDefault(false)
        .must(isFalse)
        .and(
          container
            .get('LinuxParameters.Capabilities.Add')
            .items()
            .every((capability) => capability.must(noneOf(...CAPABILITIES))),
        ),
    ),
});
