import { CognitoPasswordPolicy } from '../../../lib/rules/identity/CognitoPasswordPolicy';
import { ruleCases } from '../../helpers/rule-cases';

const MIXED = { RequireUppercase: true, RequireLowercase: 'true', RequireNumbers: true };
const pool = (policy?: object) => ({
  Pool: {
    Type: 'AWS::Cognito::UserPool',
    Properties: policy === undefined ? {} : { Policies: { PasswordPolicy: policy } },
  },
});

ruleCases(CognitoPasswordPolicy, [
  {
    name: 'accepts a long and mixed one',
    expect: 'compliant',
    resources: pool({ MinimumLength: 12, ...MIXED }),
  },
  { name: 'takes what Cognito asks for by default', expect: 'compliant', resources: pool() },
  {
    name: 'refuses six characters',
    expect: 'violation',
    resources: pool({ MinimumLength: '6', ...MIXED }),
    property: 'Policies.PasswordPolicy.MinimumLength',
  },
  {
    name: 'refuses what need not be mixed',
    expect: 'violation',
    resources: pool({ MinimumLength: 12, RequireLowercase: true }),
    property: 'Policies.PasswordPolicy.RequireUppercase',
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Length: { Type: 'Number', Default: 12 } },
      Resources: pool({ MinimumLength: { Ref: 'Length' }, ...MIXED }),
    },
  },
  {
    name: 'takes the length from the profile',
    expect: 'violation',
    resources: pool({ MinimumLength: 12, ...MIXED }),
    profile: { minimumPasswordLength: 14 },
  },
]);
