import { OpenSearchAuthenticatesUsers } from '../../../lib/rules/identity/OpenSearchAuthenticatesUsers';
import { either, propertyCases } from '../../helpers/property-cases';

const p = { Ref: 'P' };
const access = (Principal: unknown, Effect = 'Allow') => ({
  AccessPolicies: {
    Version: '2012-10-17',
    Statement: [{ Effect, Principal, Action: 'es:ESHttp*', Resource: '*' }],
  },
});
const role = { AWS: 'arn:aws:iam::111122223333:role/Search' };
const fineGrained = (Enabled: unknown) => ({ AdvancedSecurityOptions: { Enabled } });

propertyCases(OpenSearchAuthenticatesUsers, {
  type: 'AWS::OpenSearchService::Domain',
  good: [
    { ...access('*'), ...fineGrained(true) },
    access(role),
    // Only who has a right by IAM, and signs requests, is let in.
    {},
    access('*', 'Deny'),
  ],
  bad: [
    access('*'),
    access({ AWS: '*' }),
    access({ AWS: [role.AWS, '*'] }),
    { ...access('*'), ...fineGrained(false) },
  ],
  open: [{ ...access('*'), ...fineGrained(p) }, { AccessPolicies: p }],
  either: { ...access('*'), ...fineGrained(either(true, false)) },
  property: 'AdvancedSecurityOptions.Enabled',
  more: [
    {
      name: 'asks it of the older type, too',
      expect: 'violation',
      resources: { Domain: { Type: 'AWS::Elasticsearch::Domain', Properties: access('*') } },
    },
  ],
});
