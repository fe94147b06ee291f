import { permissionsOf } from '../../analysis/identity/permissions';
import { byAlternative } from '../../analysis/network/alternatives';
import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { matching, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

const PROFILE = 'AWS::IAM::InstanceProfile';
const LAUNCH_TEMPLATE = 'AWS::EC2::LaunchTemplate';
/** Policies of AWS that let the agent of Systems Manager report in. */
const MANAGED = matching(
  /policy\/(AmazonSSMManagedInstanceCore|service-role\/AmazonEC2RoleforSSM|AmazonSSMManagedEC2InstanceDefaultPolicy|AdministratorAccess)$/,
  {
    ja: 'AmazonSSMManagedInstanceCore',
    en: 'AmazonSSMManagedInstanceCore',
  },
);

export const InstanceIsManaged = defineRule({
  id: 'InstanceIsManaged',
  clauses: ['7.4(1)⑧', '7.6(1)①', '9.2(5)①(オ)'],
  // The clauses ask for patches, agents and logs, and leave open by what they are managed.
  duty: 'should',
  title: {
    ja: 'EC2インスタンスは、Systems Managerの管理下に置く',
    en: 'EC2 instances are managed by Systems Manager',
  },
  why: {
    ja: 'パッチの適用も対策ソフトウェアの更新も、管理外のサーバには届かない。',
    en: 'Neither patches nor updates of protective software reach a server that nobody manages.',
  },
  fix: {
    ja: 'IamInstanceProfileに、AmazonSSMManagedInstanceCoreを付与したロールのインスタンスプロファイルを指定してください。',
    en: 'Set IamInstanceProfile to an instance profile whose role has AmazonSSMManagedInstanceCore.',
  },
  cdk: { ja: 'InstanceのssmSessionPermissionsをtrueとする', en: 'ssmSessionPermissions: true of Instance' },
  resources: ['AWS::EC2::Instance', LAUNCH_TEMPLATE, 'AWS::AutoScaling::LaunchConfiguration'],
  check: (machine, { deployment }) => {
    if (machine.type === LAUNCH_TEMPLATE) {
      // Nodes of EKS take their role from their group, and an instance may name its own.
      const groups = GROUPS.flatMap((path) =>
        deployment.referrers(machine, 'AWS::AutoScaling::AutoScalingGroup', path),
      );
      return isManagedBy(profileIn(machine)).onlyIf(Claim.any(groups.map(({ when }) => Claim.when(when))));
    }
    const own = machine.get('IamInstanceProfile');
    return own.isAbsent && machine.type === 'AWS::EC2::Instance'
      ? managedByTemplate(machine)
      : isManagedBy(own);
  },
});

/** Where an Auto Scaling group names its launch template. */
const GROUPS = [
  'LaunchTemplate.LaunchTemplateId',
  'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
];

function managedByTemplate(instance: Resource): Claim {
  const template = instance.get('LaunchTemplate.LaunchTemplateId');
  return byAlternative(template, (value) => {
    if (value.kind === 'absent' && instance.get('LaunchTemplate').isAbsent) {
      return isManagedBy(instance.get('IamInstanceProfile'));
    }
    return value.kind === 'reference'
      ? isManagedBy(profileIn(value.resource))
      : template.states(
          'undetermined',
          { ja: '内容の分からない起動テンプレート', en: 'a launch template that is not here' },
          MANAGED.text,
        );
  });
}

function profileIn(template: Resource): Field {
  const profile = template.get('LaunchTemplateData.IamInstanceProfile');
  return profile.get('Arn').isAbsent ? profile.get('Name') : profile.get('Arn');
}

function isManagedBy(place: Field): Claim {
  return byAlternative(place, (value) => {
    if (value.kind === 'reference' && value.resource.type === PROFILE) return roleOf(value.resource);
    const none = value.kind === 'absent';
    return place.states(
      none ? 'breaks' : 'undetermined',
      none
        ? { ja: 'インスタンスプロファイルなし', en: 'no instance profile' }
        : { ja: '内容の分からないインスタンスプロファイル', en: 'an instance profile that is not here' },
      { ja: 'AmazonSSMManagedInstanceCoreを持つロール', en: 'a role with AmazonSSMManagedInstanceCore' },
    );
  });
}

function roleOf(profile: Resource): Claim {
  const roles = profile.get('Roles');
  return roles
    .items()
    .some((item) =>
      byAlternative(item, (value) => {
        if (value.kind !== 'reference') {
          return item.states(
            'undetermined',
            { ja: '内容の分からないロール', en: 'a role that is not here' },
            MANAGED.text,
          );
        }
        const role = value.resource;
        return role
          .get('ManagedPolicyArns')
          .items()
          .some((arn) => arn.must(attached))
          .or(canReport(role));
      }),
    )
    .explained(
      roles.path,
      lacking({ ja: 'Systems Managerに届く権限なし', en: 'no right to report to Systems Manager' }),
      { ja: 'AmazonSSMManagedInstanceCoreを持つロール', en: 'a role with AmazonSSMManagedInstanceCore' },
      roles.at,
    );
}

/** The ARN of a policy of AWS is often put together around the partition. */
const attached = satisfying(MANAGED.text, (value) => {
  const last =
    value.kind === 'text' ? value.parts.at(-1) : value.kind === 'known' ? String(value.value) : undefined;
  if (typeof last === 'string') return MANAGED.test({ kind: 'known', value: last });
  return value.kind === 'unknown' ? 'undetermined' : 'breaks';
});

/** A policy of one's own may say the same. */
function canReport(role: Resource): Claim {
  const { holds, breaks } = permissionsOf(role).allowsAny(['ssm:UpdateInstanceInformation']);
  return new Claim(holds, breaks);
}
