import type { Stack } from 'aws-cdk-lib';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { InternetVpc, type IZoneNetwork, LgwanVpc, ManagementVpc, MyNumberVpc, Zone } from '../../index';

/** An approved construct at its smallest, in the zones where it belongs. */
export interface ConstructExample {
  /** Name of the exported class. */
  readonly construct: string;

  /**
   * What is different from the smallest use.
   *
   * @default - it is the smallest use
   */
  readonly variant?: string;

  /** Where it belongs. */
  readonly zones: readonly Zone[];

  /**
   * Marks that differ from integrity 2 and availability 2.
   *
   * @default - none
   */
  readonly marks?: { readonly integrity?: number; readonly availability?: number };

  /**
   * File of the profile that it is checked with.
   *
   * @default - that of Miyazaki City
   */
  readonly profile?: string;

  /** What it is for, as the table of constructs says it; once for each construct. */
  readonly summary?: { readonly ja: string; readonly en: string };

  /** Builds it in a stack that is marked with the zone. */
  readonly build: (stack: Stack, zone: Zone) => void;
}

/** All zones. */
export const EVERYWHERE: readonly Zone[] = [Zone.MY_NUMBER, Zone.LGWAN, Zone.INTERNET, Zone.MANAGEMENT];
/** Zones from which nothing leads to the Internet. */
export const ISOLATED: readonly Zone[] = [Zone.MY_NUMBER, Zone.LGWAN, Zone.MANAGEMENT];

/** A small network of a zone. */
export function networkOf(stack: Stack, zone: Zone): IZoneNetwork {
  const props = {
    cidr: '10.32.0.0/16',
    interfaceEndpoints: [InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS],
  };
  switch (zone) {
    case Zone.MY_NUMBER:
      return new MyNumberVpc(stack, 'Network', props);
    case Zone.LGWAN:
      return new LgwanVpc(stack, 'Network', props);
    case Zone.INTERNET:
      return new InternetVpc(stack, 'Network', { ...props, approval: 'R8-021' });
    default:
      return new ManagementVpc(stack, 'Network', props);
  }
}
