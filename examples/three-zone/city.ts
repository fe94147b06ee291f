import type { App, Stack } from 'aws-cdk-lib';
import { Environment, Zone, ZoneMarking } from '../../index';
import { DisasterRecoveryStack } from './disaster-recovery-stack';
import { GroupwareStack } from './groupware-stack';
import { ManagementStack } from './management-stack';
import { ReservationStack } from './reservation-stack';
import { ResidentRecordStack } from './resident-record-stack';

// Account and regions are written out, so that synthesis asks nobody for them.
const ACCOUNT = '111122223333';
const TOKYO = { account: ACCOUNT, region: 'ap-northeast-1' };
// The copy of the backups lies in the other domestic region: 3(2)⑥(ウ), 9.2(2)⑦.
const OSAKA = { account: ACCOUNT, region: 'ap-northeast-3' };

/**
 * A city's systems in the three zones of the policy, and the zone from which they are administered.
 * Each stack says where it belongs and how its information is classified; the guardrail takes it from there.
 */
export function addCity(app: App): void {
  const recovery = new DisasterRecoveryStack(app, 'DisasterRecovery', {
    env: OSAKA,
    terminationProtection: true,
    description: 'Backups of the city, out of reach of an earthquake in the first region',
  });
  mark(recovery, Zone.MANAGEMENT, 3);

  const management = new ManagementStack(app, 'Management', {
    env: TOKYO,
    terminationProtection: true,
    description: 'Log archive, trail, backups, and the role of the outside administrator',
    recoveryVaultArn: recovery.vaultArn,
    vendorPrincipalArns: ['arn:aws:iam::444455556666:user/resident-record-maintenance'],
  });
  mark(management, Zone.MANAGEMENT, 3);

  const { logArchive } = management;
  const residentRecord = new ResidentRecordStack(app, 'ResidentRecord', {
    env: TOKYO,
    terminationProtection: true,
    description: 'Resident records (My Number zone)',
    logArchive,
    certificateArn: certificate('11111111-1111-4111-8111-111111111111'),
  });
  mark(residentRecord, Zone.MY_NUMBER, 3);

  const groupware = new GroupwareStack(app, 'Groupware', {
    env: TOKYO,
    terminationProtection: true,
    description: 'Groupware of the city hall (LGWAN zone)',
    logArchive,
    certificateArn: certificate('22222222-2222-4222-8222-222222222222'),
  });
  mark(groupware, Zone.LGWAN, 2);

  const reservation = new ReservationStack(app, 'Reservation', {
    env: TOKYO,
    terminationProtection: true,
    description: 'Reservation of public halls by citizens (Internet zone)',
    logArchive,
    certificateArn: certificate('33333333-3333-4333-8333-333333333333'),
  });
  mark(reservation, Zone.INTERNET, 2);
}

/** Where a stack belongs, and how grave it is when its information leaks, is wrong or is missing. */
function mark(stack: Stack, zone: Zone, confidentiality: number): void {
  ZoneMarking.of(stack).declare({
    zone,
    confidentiality,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    plannedUseUntil: '2029-03-31',
  });
}

/** Certificates are issued outside the app, because somebody has to prove who the city is. */
function certificate(id: string): string {
  return `arn:aws:acm:${TOKYO.region}:${ACCOUNT}:certificate/${id}`;
}
