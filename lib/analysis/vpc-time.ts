import { Claim } from '../model/claim';
import { type Guard, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import type { Value } from '../model/value';

const ASSOCIATION = 'AWS::EC2::VPCDHCPOptionsAssociation';

/** States that the DHCP options of a VPC name some time source; which one is judged at the options themselves. */
export function vpcNamesTimeSource(vpc: Resource): Claim {
  const { deployment } = vpc;
  const named = deployment
    .referrers(vpc, ASSOCIATION, 'VpcId')
    .map(({ resource, when }) =>
      Claim.any(
        resource
          .get('DhcpOptionsId')
          .alternatives.map((item) => optionsNameSource(item.value).and(Claim.when(item.when))),
      ).and(Claim.when(when)),
    );
  // An association with a VPC that cannot be told may be with this one.
  const maybe = deployment
    .openReferrers(ASSOCIATION, 'VpcId')
    .reduce<Guard>((so, { when }) => so.or(when), NEVER);
  return Claim.any(named).or(new Claim(NEVER, maybe.not()));
}

function optionsNameSource(value: Value): Claim {
  if (value.kind === 'reference' && value.resource.type === 'AWS::EC2::DHCPOptions') {
    const { resource } = value;
    return resource
      .get('NtpServers')
      .items()
      .some((item) => item.present)
      .and(Claim.when(resource.exists));
  }
  // `default` stands for the options of AWS, which name no time source.
  if (value.kind === 'absent' || (value.kind === 'known' && value.value === 'default')) return Claim.BREAKS;
  return new Claim(NEVER, NEVER);
}

/** The VPCs of the deployment that an instance lies in, by its subnets. */
export function vpcsOf(instance: Resource): readonly { readonly vpc: Resource; readonly when: Guard }[] {
  const interfaces = instance.get('NetworkInterfaces').items().known;
  const subnets = [instance.get('SubnetId'), ...interfaces.map((item) => item.get('SubnetId'))];
  return subnets.flatMap((field) =>
    field
      .references()
      .filter(({ value }) => value.resource.type === 'AWS::EC2::Subnet')
      .flatMap((subnet) =>
        subnet.value.resource
          .get('VpcId')
          .references()
          .map((vpc) => ({ vpc: vpc.value.resource, when: subnet.when.and(vpc.when) })),
      ),
  );
}
