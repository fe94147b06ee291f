import { SecurityHubChecksStandards } from '../../../lib/rules/monitoring/SecurityHubChecksStandards';
import { either, propertyCases } from '../../helpers/property-cases';

const hub = (EnableDefaultStandards: unknown) => ({ EnableDefaultStandards });

propertyCases(SecurityHubChecksStandards, {
  type: 'AWS::SecurityHub::Hub',
  // By default there are standards.
  good: [hub(true), {}],
  bad: [hub(false), hub('false')],
  open: [hub({ Ref: 'P' })],
  either: hub(either(true, false)),
  property: 'EnableDefaultStandards',
  more: [
    {
      name: 'accepts a standard that is chosen',
      expect: 'compliant',
      resources: {
        Subject: { Type: 'AWS::SecurityHub::Hub', Properties: hub(false) },
        Standard: {
          Type: 'AWS::SecurityHub::Standard',
          Properties: { StandardsArn: 'arn:aws:securityhub:ap-northeast-1::standards/nist-800-53/v/5.0.0' },
        },
      },
    },
  ],
});
