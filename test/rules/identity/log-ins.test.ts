import { ClientVpnShowsBanner } from '../../../lib/rules/identity/ClientVpnShowsBanner';
import { CognitoHidesUserExistence } from '../../../lib/rules/identity/CognitoHidesUserExistence';
import { CognitoSelfSignUpDisabled } from '../../../lib/rules/identity/CognitoSelfSignUpDisabled';
import { CognitoTokensAreRevocable } from '../../../lib/rules/identity/CognitoTokensAreRevocable';
import { CognitoTokensAreShort } from '../../../lib/rules/identity/CognitoTokensAreShort';
import { IdentityPoolAuthenticates } from '../../../lib/rules/identity/IdentityPoolAuthenticates';
import { LoadBalancerLoginExpires } from '../../../lib/rules/identity/LoadBalancerLoginExpires';
import { RemoteDesktopIdleTimeout } from '../../../lib/rules/identity/RemoteDesktopIdleTimeout';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, ref } from '../network/pieces';

const TEXT = { Parameters: { Text: { Type: 'String', Default: 'true' } } };
const client = (more: Record<string, unknown>) =>
  make('AWS::Cognito::UserPoolClient', { UserPoolId: 'pool', ...more });
const SHORT = { RefreshTokenValidity: 1 };

ruleCases(CognitoTokensAreShort, [
  {
    name: 'accepts a log-in of a day, and tokens of an hour as they are by default',
    expect: 'compliant',
    example: true,
    resources: { Client: client(SHORT) },
  },
  {
    name: 'reads the units',
    expect: 'compliant',
    resources: {
      Client: client({
        AccessTokenValidity: 3600,
        IdTokenValidity: 30,
        RefreshTokenValidity: 12,
        TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'minutes', RefreshToken: 'hours' },
      }),
    },
  },
  {
    name: 'reads absence of the refresh token as thirty days',
    expect: 'violation',
    example: true,
    property: 'RefreshTokenValidity',
    resources: { Client: client({}) },
  },
  {
    name: 'reads zero as the default',
    expect: 'violation',
    resources: { Client: client({ RefreshTokenValidity: 0 }) },
  },
  {
    name: 'refuses an access token of a day: hours are the unit where none is written',
    expect: 'violation',
    property: 'AccessTokenValidity',
    resources: { Client: client({ ...SHORT, AccessTokenValidity: 24 }) },
  },
  {
    name: 'refuses an id token that lasts',
    expect: 'violation',
    property: 'IdTokenValidity',
    resources: {
      Client: client({ ...SHORT, IdTokenValidity: 61, TokenValidityUnits: { IdToken: 'minutes' } }),
    },
  },
  {
    name: 'asks no refresh token of a program',
    expect: 'compliant',
    resources: { Client: client({ AllowedOAuthFlows: ['client_credentials'] }) },
  },
  {
    name: 'takes the figure from the profile',
    expect: 'compliant',
    profile: { maximumLoginDays: 30 },
    resources: { Client: client({}) },
  },
  {
    name: 'asks to see that a pool of the Internet zone is not for staff',
    expect: 'evidence',
    zone: 'internet',
    resources: { Client: client({}) },
  },
  {
    name: 'cannot tell for a zone that is not declared',
    expect: 'undetermined',
    zone: 'none',
    resources: { Client: client({}) },
  },
  {
    name: 'does not know a unit that is a parameter',
    expect: 'undetermined',
    template: {
      ...TEXT,
      Resources: { Client: client({ ...SHORT, TokenValidityUnits: { RefreshToken: ref('Text') } }) },
    },
  },
  {
    name: 'names the condition under which it is long',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Client: client({ RefreshTokenValidity: either('Production', 1, 30) }) },
    },
  },
]);

ruleCases(CognitoHidesUserExistence, [
  {
    name: 'accepts one answer for both',
    expect: 'compliant',
    example: true,
    resources: { Client: client({ PreventUserExistenceErrors: 'ENABLED' }) },
  },
  {
    name: 'warns of absence, which tells',
    expect: 'violation',
    example: true,
    resources: { Client: client({}) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Client: client({ PreventUserExistenceErrors: ref('Text') }) } },
  },
]);

ruleCases(CognitoTokensAreRevocable, [
  {
    name: 'accepts absence, which is on',
    expect: 'compliant',
    example: true,
    resources: { Client: client({}) },
  },
  {
    name: 'warns where it is off',
    expect: 'violation',
    example: true,
    resources: { Client: client({ EnableTokenRevocation: false }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Client: client({ EnableTokenRevocation: ref('Text') }) } },
  },
]);

const pool = (more: Record<string, unknown>) => make('AWS::Cognito::UserPool', more);

const signUp = (AllowAdminCreateUserOnly: unknown) =>
  pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly } });

const identities = (AllowUnauthenticatedIdentities: unknown) =>
  make('AWS::Cognito::IdentityPool', { AllowUnauthenticatedIdentities });

ruleCases(IdentityPoolAuthenticates, [
  {
    name: 'accepts a pool for those who have logged in',
    expect: 'compliant',
    example: true,
    resources: { Pool: identities(false) },
  },
  {
    name: 'reads absence as no guests',
    expect: 'compliant',
    resources: { Pool: make('AWS::Cognito::IdentityPool') },
  },
  {
    name: 'refuses guests',
    expect: 'violation',
    zone: 'lgwan',
    example: true,
    resources: { Pool: identities(true) },
    property: 'AllowUnauthenticatedIdentities',
  },
  {
    name: 'refuses guests where staff administer',
    expect: 'violation',
    zone: 'management',
    resources: { Pool: identities('true') },
  },
  {
    name: 'lets sites for residents have guests',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Pool: identities(true) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Pool: identities(ref('Text')) } },
  },
  {
    name: 'sees one branch',
    expect: 'violation',
    template: { ...ENV, Resources: { Pool: identities(either('Production', false, true)) } },
  },
]);

ruleCases(CognitoSelfSignUpDisabled, [
  {
    name: 'accepts users whom an administrator registers',
    expect: 'compliant',
    example: true,
    resources: { Pool: signUp(true) },
  },
  {
    name: 'reads absence as open to everybody',
    expect: 'violation',
    zone: 'lgwan',
    example: true,
    resources: { Pool: pool({}) },
  },
  {
    name: 'refuses it where staff administer',
    expect: 'violation',
    zone: 'management',
    resources: { Pool: signUp(false) },
  },
  {
    name: 'is not asked of the Internet zone, where residents register',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Pool: pool({}) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Pool: signUp(ref('Text')) } },
  },
  {
    name: 'names the condition under which it is open',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: { Pool: signUp(either('Production', true, false)) } },
  },
]);

const listener = (config: unknown, name = 'AuthenticateCognitoConfig') =>
  make('AWS::ElasticLoadBalancingV2::Listener', {
    DefaultActions: [
      { Type: 'authenticate', Order: 1, [name]: config },
      { Type: 'forward', Order: 2, TargetGroupArn: 'arn' },
    ],
  });

ruleCases(LoadBalancerLoginExpires, [
  {
    name: 'accepts a log-in of a working day',
    expect: 'compliant',
    example: true,
    resources: { Listener: listener({ SessionTimeout: '28800' }) },
  },
  {
    name: 'accepts a listener at which nobody logs in',
    expect: 'compliant',
    resources: {
      Listener: make('AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [{ Type: 'forward' }] }),
    },
  },
  {
    name: 'reads absence as a week',
    expect: 'violation',
    example: true,
    resources: { Listener: listener({ UserPoolArn: 'arn' }) },
  },
  {
    name: 'reads the figure of another provider',
    expect: 'violation',
    resources: { Listener: listener({ SessionTimeout: 604800 }, 'AuthenticateOidcConfig') },
  },
  {
    name: 'reads the rules of a listener',
    expect: 'violation',
    resources: {
      Rule: make('AWS::ElasticLoadBalancingV2::ListenerRule', {
        Actions: [{ Type: 'authenticate-cognito', AuthenticateCognitoConfig: { UserPoolArn: 'arn' } }],
      }),
    },
  },
  {
    name: 'asks to see that a log-in of the Internet zone is not for staff',
    expect: 'evidence',
    zone: 'internet',
    resources: { Listener: listener({ UserPoolArn: 'arn' }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Listener: listener({ SessionTimeout: ref('Text') }) } },
  },
]);

const fleet = (more: Record<string, unknown>) => make('AWS::AppStream::Fleet', { Name: 'desk', ...more });
const browser = (more: Record<string, unknown>) => make('AWS::WorkSpacesWeb::UserSettings', more);

ruleCases(RemoteDesktopIdleTimeout, [
  {
    name: 'accepts a quarter of an hour',
    expect: 'compliant',
    example: true,
    resources: { Fleet: fleet({ IdleDisconnectTimeoutInSeconds: 900 }) },
  },
  { name: 'reads absence as never', expect: 'violation', example: true, resources: { Fleet: fleet({}) } },
  {
    name: 'reads zero as never',
    expect: 'violation',
    resources: { Fleet: fleet({ IdleDisconnectTimeoutInSeconds: 0 }) },
  },
  {
    name: 'refuses an hour',
    expect: 'violation',
    resources: { Fleet: fleet({ IdleDisconnectTimeoutInSeconds: 3600 }) },
  },
  {
    name: 'accepts minutes of a browser',
    expect: 'compliant',
    resources: { Browser: browser({ IdleDisconnectTimeoutInMinutes: 15 }) },
  },
  {
    name: 'refuses an hour of a browser',
    expect: 'violation',
    resources: { Browser: browser({ IdleDisconnectTimeoutInMinutes: 60 }) },
  },
  {
    name: 'does not know the default of a browser',
    expect: 'undetermined',
    resources: { Browser: browser({}) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Fleet: fleet({ IdleDisconnectTimeoutInSeconds: ref('Text') }) } },
  },
]);

const vpn = (more: Record<string, unknown>) => make('AWS::EC2::ClientVpnEndpoint', more);

ruleCases(ClientVpnShowsBanner, [
  {
    name: 'accepts a message',
    expect: 'compliant',
    example: true,
    resources: {
      Vpn: vpn({ ClientLoginBannerOptions: { Enabled: true, BannerText: '許可された職員に限る' } }),
    },
  },
  { name: 'warns of none', expect: 'violation', example: true, resources: { Vpn: vpn({}) } },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Vpn: vpn({ ClientLoginBannerOptions: { Enabled: ref('Text') } }) } },
  },
]);
