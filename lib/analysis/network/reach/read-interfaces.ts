import type { Claim } from '../../../model/claim';
import { type Deployment, fieldsAt } from '../../../model/deployment';
import type { Field } from '../../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Value } from '../../../model/value';
import { targetsOf } from '../../targets';
import { PUBLIC_ADDRESSES } from '../public-addresses';
import { INTERFACE_TYPES, type InterfaceType } from './interface-types';
import type { InterfaceRecord, Named, Records } from './records';
import {
  flagIn,
  keyOf,
  keyOfResource,
  type Names,
  namesAt,
  namesIn,
  optionsAt,
  optionsOf,
  type Range,
  rangeOf,
} from './values';

/** Everything that sends and receives: network interfaces of resources of all services. */
export function readInterfaces(deployment: Deployment, into: Records): void {
  for (const [type, spec] of Object.entries(INTERFACE_TYPES)) {
    for (const resource of deployment.ofType(type)) {
      if (spec.only?.(resource) ?? true) into.interfaces.push(...ofType(resource, spec));
    }
  }
  for (const item of deployment.ofType('AWS::EC2::NetworkInterface')) {
    into.interfaces.push(...ofInterface(item, asInterface(item), item, 'GroupSet', item.exists));
  }
  for (const instance of deployment.ofType('AWS::EC2::Instance'))
    into.interfaces.push(...ofInstance(instance));
  for (const group of deployment.ofType('AWS::AutoScaling::AutoScalingGroup')) {
    into.interfaces.push(...ofLaunch(group));
  }
  for (const link of deployment.ofType('AWS::EC2::ClientVpnTargetNetworkAssociation')) {
    for (const { when, value } of optionsAt(link, 'ClientVpnEndpointId', link.exists)) {
      if (value.kind !== 'reference') continue;
      const found = ofType(link, { subnets: ['SubnetId'], groups: [] }).map((item) => ({
        ...item,
        when: item.when.and(when),
        ...groupsOf(value.resource, ['SecurityGroupIds']),
      }));
      into.interfaces.push(...found);
    }
  }
}

const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

function ofType(resource: Resource, spec: InterfaceType): readonly InterfaceRecord[] {
  return subnetsOf(resource, spec).map(({ when, key }) => ({
    key: keyOfResource(resource),
    when: when.and(resource.exists),
    resource,
    owner: resource,
    subnet: key,
    ...groupsOf(resource, spec.groups),
    withoutGroups: withoutGroups(resource, spec),
    addresses: [],
    isPublic: publicity(resource),
    hasV6: spec.hasV6 === undefined ? false : spec.hasV6(resource),
    forwards: false,
  }));
}

/** Only application load balancers get the default group; others without groups filter nothing. */
function withoutGroups(resource: Resource, spec: InterfaceType): InterfaceRecord['withoutGroups'] {
  if (resource.type !== LOAD_BALANCER) return spec.withoutGroups ?? 'default';
  const type = resource.get('Type');
  if (type.isAbsent) return 'default';
  return type.literal === undefined ? 'unknown' : type.literal === 'application' ? 'default' : 'none';
}

function subnetsOf(resource: Resource, spec: InterfaceType): readonly Named[] {
  const named = spec.subnets.flatMap((path) => subnetsAt(resource, path));
  if (spec.subnetGroup === undefined) return named;
  const { path, type } = spec.subnetGroup;
  const groups = targetsOf(resource.get(path), resource.deployment, type);
  return groups.flatMap((group) =>
    namesAt(group.resource, 'SubnetIds', group.when).known.map(({ when, key }) => ({
      when: when.and(group.when),
      key,
    })),
  );
}

function subnetsAt(resource: Resource, path: string): readonly Named[] {
  const values = path.includes('[*]') ? undefined : resource.itemValuesAt(path);
  if (values === undefined) return fieldsAt(resource, path).flatMap(namedBy);
  return values.flatMap((value) => {
    const key = keyOf(value);
    return key === undefined ? [] : [{ when: ALWAYS, key }];
  });
}

function namedBy(field: Field): readonly Named[] {
  return optionsOf(field, field.given).flatMap(({ when, value }) => {
    const key = keyOf(value);
    return key === undefined ? [] : [{ when, key }];
  });
}

type Groups = Pick<InterfaceRecord, 'groups' | 'openGroups'>;

function groupsOf(resource: Resource, paths: readonly string[]): Groups {
  return together(
    paths.flatMap((path) => {
      // Items that are lists themselves, or may be, have items of their own.
      const isPlain = !path.includes('[*]') && resource.itemValuesAt(path)?.every(isSingle) === true;
      return isPlain
        ? namesAt(resource, path, ALWAYS)
        : fieldsAt(resource, path).map((field) => namesIn(field, field.given));
    }),
  );
}

function isSingle({ kind }: Value): boolean {
  return kind === 'known' || kind === 'reference' || kind === 'text';
}

function joined(fields: readonly Field[], within: Guard): Groups {
  return together(fields.map((field) => namesIn(field, field.given.and(within))));
}

function together(lists: readonly Names[]): Groups {
  return {
    groups: lists.flatMap(({ known }) => known),
    openGroups: lists.flatMap(({ open }) => open).reduce<Guard>((so, when) => so.or(when), NEVER),
  };
}

/** Load balancers say so by their scheme. */
function publicity(resource: Resource): InterfaceRecord['isPublic'] {
  if (/^AWS::ElasticLoadBalancing(V2)?::LoadBalancer$/.test(resource.type)) {
    const scheme = optionsOf(resource.get('Scheme').orDefault('internet-facing'), resource.exists);
    const where = (internal: boolean) =>
      scheme
        .filter(({ value }) => value.kind === 'known' && (value.value === 'internal') === internal)
        .reduce<Guard>((so, { when }) => so.or(when), NEVER);
    return { yes: where(false), no: where(true) };
  }
  return fromClaim(PUBLIC_ADDRESSES[resource.type]?.(resource));
}

function fromClaim(claim: Claim | undefined): { readonly yes: Guard; readonly no: Guard } {
  return claim === undefined ? { yes: NEVER, no: ALWAYS } : { yes: claim.breaks, no: claim.holds };
}

/** An elastic address makes an interface public, whatever else is said of it. */
function withElasticAddress(
  resource: Resource,
  so: InterfaceRecord['isPublic'],
): InterfaceRecord['isPublic'] {
  const { deployment } = resource;
  const property = resource.type === 'AWS::EC2::Instance' ? 'InstanceId' : 'NetworkInterfaceId';
  const yes = ['AWS::EC2::EIP', 'AWS::EC2::EIPAssociation']
    .flatMap((type) => deployment.referrers(resource, type, property))
    .reduce<Guard>((found, { when }) => found.or(when), NEVER);
  if (yes.isNever) return so;
  return so === 'subnet' ? { yes, no: NEVER } : { yes: so.yes.or(yes), no: so.no.minus(yes) };
}

/** The interface that an instance lists, or a resource of its own. */
function ofInterface(
  owner: Resource,
  field: Field,
  resource: Resource,
  groups: string,
  within: Guard,
): readonly InterfaceRecord[] {
  const addressFields = [
    field.get('PrivateIpAddress'),
    ...field
      .get('PrivateIpAddresses')
      .items()
      .known.map((item) => item.get('PrivateIpAddress')),
    ...field
      .get('Ipv6Addresses')
      .items()
      .known.map((item) => item.get('Ipv6Address')),
  ];
  const addresses = addressFields.flatMap(({ literal }): Range[] => {
    const range = literal === undefined ? undefined : rangeOf({ kind: 'known', value: literal });
    return range === undefined ? [] : [range];
  });
  const named = addresses.some(({ family }) => family === 6);
  const associates = field.get('AssociatePublicIpAddress');
  const isPublic: InterfaceRecord['isPublic'] =
    resource.type === 'AWS::EC2::NetworkInterface'
      ? { yes: NEVER, no: ALWAYS }
      : associates.isAbsent
        ? 'subnet'
        : {
            yes: optionsOf(associates, within).reduce<Guard>(
              (so, { when, value }) => (flagIn(value, false) === true ? so.or(when) : so),
              NEVER,
            ),
            no: optionsOf(associates, within).reduce<Guard>(
              (so, { when, value }) => (flagIn(value, false) === false ? so.or(when) : so),
              NEVER,
            ),
          };
  const check = owner.get('SourceDestCheck').orDefault(true).literal;
  return namedBy(field.get('SubnetId')).map(({ when, key }) => ({
    key: keyOfResource(owner),
    when: when.and(within),
    resource: owner,
    owner,
    subnet: key,
    ...joined([field.get(groups)], within),
    withoutGroups: 'default',
    addresses,
    isPublic: withElasticAddress(owner, withElasticAddress(resource, isPublic)),
    hasV6: named || !field.get('Ipv6AddressCount').isAbsent ? true : 'subnet',
    forwards: check === undefined ? undefined : String(check) === 'false',
  }));
}

/** What of a resource makes an interface. */
function asInterface(resource: Resource): Field {
  return resource.properties(
    'SubnetId',
    'GroupSet',
    'SecurityGroupIds',
    'PrivateIpAddress',
    'PrivateIpAddresses',
    'Ipv6Addresses',
    'Ipv6AddressCount',
    'AssociatePublicIpAddress',
  );
}

function ofInstance(instance: Resource): readonly InterfaceRecord[] {
  const listed = instance.get('NetworkInterfaces').items().known;
  if (listed.length === 0) {
    return ofInterface(instance, asInterface(instance), instance, 'SecurityGroupIds', instance.exists);
  }
  return listed.flatMap((item) => {
    const within = item.given.and(instance.exists);
    const own = item.get('NetworkInterfaceId');
    if (own.isAbsent) return ofInterface(instance, item, instance, 'GroupSet', within);
    return own
      .references()
      .flatMap(({ when, value }) =>
        ofInterface(instance, asInterface(value.resource), value.resource, 'GroupSet', within.and(when)),
      );
  });
}

/** Instances of a group are launched by a template, which names their groups. */
function ofLaunch(group: Resource): readonly InterfaceRecord[] {
  const launches = [
    ...group.get('LaunchTemplate.LaunchTemplateId').references(),
    ...group
      .get('MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId')
      .references(),
    ...group.get('LaunchConfigurationName').references(),
  ];
  const subnets = subnetsOf(group, { subnets: ['VPCZoneIdentifier'], groups: [] });
  return launches.flatMap(({ when, value: { resource: launch } }) => {
    const isTemplate = launch.type === 'AWS::EC2::LaunchTemplate';
    const paths = isTemplate
      ? ['LaunchTemplateData.SecurityGroupIds', 'LaunchTemplateData.NetworkInterfaces[*].Groups']
      : ['SecurityGroups'];
    const said = launch.get(
      isTemplate ? 'LaunchTemplateData.NetworkInterfaces' : 'AssociatePublicIpAddress',
    ).isAbsent;
    return subnets.map((subnet) => ({
      key: keyOfResource(group),
      when: subnet.when.and(when).and(group.exists),
      resource: group,
      owner: group,
      subnet: subnet.key,
      ...groupsOf(launch, paths),
      withoutGroups: 'default' as const,
      addresses: [],
      isPublic: said ? ('subnet' as const) : fromClaim(PUBLIC_ADDRESSES[launch.type]?.(launch)),
      hasV6: 'subnet' as const,
      forwards: false,
    }));
  });
}
