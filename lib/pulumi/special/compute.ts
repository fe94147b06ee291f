import type { WrittenFor } from '../classic';
import { type Made, put } from '../paths';
import { derived, isInputs, type PulumiInputs, type PulumiValue } from '../resource';
import type { Special } from '../special';

const EBS = [
  ['encrypted', 'Ebs.Encrypted'],
  ['kmsKeyId', 'Ebs.KmsKeyId'],
  ['deleteOnTermination', 'Ebs.DeleteOnTermination'],
  ['iops', 'Ebs.Iops'],
  ['snapshotId', 'Ebs.SnapshotId'],
  ['throughput', 'Ebs.Throughput'],
  ['volumeSize', 'Ebs.VolumeSize'],
  ['volumeType', 'Ebs.VolumeType'],
  ['deviceName', 'DeviceName'],
  ['virtualName', 'VirtualName'],
  ['noDevice', 'NoDevice'],
] as const;

/** The volume of the operating system, whose device the image names. */
const ROOT = '/dev/xvda';

/** The package tells the first volume from the others, and disks of the host from both. */
function addVolumes(made: Made, inputs: PulumiInputs, written: WrittenFor): void {
  const listed = ['rootBlockDevice', 'rootBlockDevices', 'ebsBlockDevices', 'ephemeralBlockDevices'].flatMap(
    (name) => {
      const value = inputs[name];
      const items: readonly PulumiValue[] = Array.isArray(value) ? value : [value];
      return items.flatMap((item) =>
        item === undefined || item === null ? [] : [volume(item, name, written)],
      );
    },
  );
  if (listed.length > 0) put(made, 'BlockDeviceMappings', [], listed);
}

function volume(item: PulumiValue, list: string, written: WrittenFor): unknown {
  if (!isInputs(item)) return written(derived(item), list);
  const made: Made = {};
  for (const [name, target] of EBS) {
    const value = item[name];
    if (value !== undefined && value !== null && value !== '') put(made, target, [], written(value, name));
  }
  if (list.startsWith('root') && made['DeviceName'] === undefined) made['DeviceName'] = ROOT;
  if (!list.startsWith('ephemeral') && made['Ebs'] === undefined) made['Ebs'] = {};
  return made;
}

export const COMPUTE_SPECIAL: Readonly<Record<string, Special>> = {
  /** Volumes, and the first network interface, of which the package speaks at the top. */
  instance: (made, inputs, written) => {
    addVolumes(made, inputs, written);
    const address = inputs['associatePublicIpAddress'];
    const own = inputs['primaryNetworkInterface'];
    if (isInputs(own)) {
      const named = written(own['networkInterfaceId'], 'networkInterfaceId');
      put(made, 'NetworkInterfaces', [], [{ DeviceIndex: '0', NetworkInterfaceId: named }]);
    } else if (address !== undefined && address !== null && made['NetworkInterfaces'] === undefined) {
      // A template can say so in a list of interfaces only, which then has subnet and groups as well.
      const { SubnetId, SecurityGroupIds, PrivateIpAddress } = made;
      const item = {
        DeviceIndex: '0',
        AssociatePublicIpAddress: written(address, 'associatePublicIpAddress'),
        ...(SubnetId === undefined ? {} : { SubnetId }),
        ...(SecurityGroupIds === undefined ? {} : { GroupSet: SecurityGroupIds }),
        ...(PrivateIpAddress === undefined ? {} : { PrivateIpAddress }),
      };
      for (const name of ['SubnetId', 'SecurityGroupIds', 'PrivateIpAddress']) delete made[name];
      put(made, 'NetworkInterfaces', [], [item]);
    }
    return [];
  },
  volumes: (made, inputs, written) => {
    addVolumes(made, inputs, written);
    return [];
  },
  /** The same volumes in each of the specifications of a fleet. */
  fleetVolumes: (made, inputs, written) => {
    const specifications = inputs['launchSpecifications'];
    if (!Array.isArray(specifications)) return [];
    for (const [at, specification] of (specifications as readonly PulumiValue[]).entries()) {
      const own: Made = {};
      if (isInputs(specification)) addVolumes(own, specification, written);
      const list = own['BlockDeviceMappings'];
      if (list !== undefined)
        put(made, 'SpotFleetRequestConfigData.LaunchSpecifications[*].BlockDeviceMappings', [at], list);
    }
    return [];
  },
};
