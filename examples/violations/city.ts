import type { App } from 'aws-cdk-lib';
import { Environment, Party, Zone, ZoneMarking } from '../../index';
import { AnalysisStack } from './analysis-stack';
import { GroupwareStack } from './groupware-stack';
import { LinkStack } from './link-stack';
import { ManagementStack } from './management-stack';
import { ReservationStack } from './reservation-stack';
import { ResidentRecordStack } from './resident-record-stack';

const ACCOUNT = '111122223333';
const TOKYO = { account: ACCOUNT, region: 'ap-northeast-1' };

/**
 * The systems of `examples/three-zone` as a vendor in a hurry writes them: it deploys, it works, and
 * hardly a line of it may stay. The clause beside a line is what it breaks.
 */
export function addHurriedCity(app: App): void {
  const residentRecord = new ResidentRecordStack(app, 'ResidentRecord', { env: TOKYO });
  ZoneMarking.of(residentRecord).declare({
    zone: Zone.MY_NUMBER,
    confidentiality: 3,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    party: Party.VENDOR,
    plannedUseUntil: '2029-03-31',
  });

  const groupware = new GroupwareStack(app, 'Groupware', { env: TOKYO });
  ZoneMarking.of(groupware).declare({
    zone: Zone.LGWAN,
    confidentiality: 2,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    party: Party.VENDOR,
    plannedUseUntil: '2029-03-31',
  });

  const reservation = new ReservationStack(app, 'Reservation', { env: TOKYO });
  ZoneMarking.of(reservation).declare({
    zone: Zone.INTERNET,
    confidentiality: 2,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    party: Party.VENDOR,
    plannedUseUntil: '2029-03-31',
  });

  const links = new LinkStack(app, 'Links', {
    env: TOKYO,
    residentRecord: residentRecord.vpc,
    groupware: groupware.vpc,
    reservation: reservation.vpc,
  });
  const management = new ManagementStack(app, 'Management', { env: TOKYO });
  for (const stack of [links, management]) {
    ZoneMarking.of(stack).declare({
      zone: Zone.MANAGEMENT,
      confidentiality: 2,
      integrity: 2,
      availability: 2,
      environment: Environment.PRODUCTION,
      party: Party.VENDOR,
    });
  }

  // 9.2(2)③(エ), 9.2(2)⑦: the data leaves the country. 3(1): nobody says how it is classified.
  const analysis = new AnalysisStack(app, 'Analysis', { env: { account: ACCOUNT, region: 'us-east-1' } });
  ZoneMarking.of(analysis).declare({ zone: Zone.MY_NUMBER });
}
