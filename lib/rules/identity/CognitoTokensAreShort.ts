import { ofStaff } from '../../analysis/identity/staff-pools';
import { pairwise } from '../../analysis/network/alternatives';
import { Claim, type Outcome } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { asNumber, describeValue, type Value } from '../../model/value';
import { concat, plain } from '../../text';
import { defineRule } from '../define';

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

interface Token {
  readonly name: string;
  /** What it lasts, and in what unit, where nothing is written. */
  readonly lasts: number;
  readonly unit: string;
}

const ACCESS: readonly Token[] = [
  { name: 'AccessToken', lasts: 1, unit: 'hours' },
  { name: 'IdToken', lasts: 1, unit: 'hours' },
];
const REFRESH: Token = { name: 'RefreshToken', lasts: 30, unit: 'days' };

export const CognitoTokensAreShort = defineRule({
  id: 'CognitoTokensAreShort',
  clauses: ['7.2(4)'],
  title: {
    ja: 'ユーザープールのトークンは、定められた時間で失効させる',
    en: 'Tokens of user pools expire within the time that the profile prescribes',
  },
  why: {
    ja: '長く有効なトークンは、離席した端末や盗まれたトークンから、本人でない者がログインしたまま使い続けることを許す。',
    en: 'A token that lasts keeps whoever sits down at an unattended terminal, or copies the token, logged in as somebody else.',
  },
  fix: {
    ja: 'AWS::Cognito::UserPoolClientのAccessTokenValidity及びIdTokenValidityをプロファイルの定める分（maximumTokenMinutes）以下、RefreshTokenValidityを日（maximumLoginDays）以下とし、単位はTokenValidityUnitsで指定してください。RefreshTokenValidityを指定しない場合は30日です。',
    en: 'Set AccessTokenValidity and IdTokenValidity of the AWS::Cognito::UserPoolClient to no more than maximumTokenMinutes of the profile, and RefreshTokenValidity to no more than maximumLoginDays, with their units in TokenValidityUnits. Without it, a refresh token lasts 30 days.',
  },
  cdk: {
    ja: 'addClientのaccessTokenValidity、idTokenValidity及びrefreshTokenValidityを指定する',
    en: 'accessTokenValidity, idTokenValidity and refreshTokenValidity of addClient',
  },
  resources: ['AWS::Cognito::UserPoolClient'],
  check: (client, { marks, profile }) => {
    const short = Claim.all([
      ...ACCESS.map((token) => lastsAtMost(client, token, profile.maximumTokenMinutes)),
      // A program that logs in by itself gets no token to renew its log-in by.
      lastsAtMost(client, REFRESH, profile.maximumLoginDays * 1440).or(isProgram(client)),
    ]);
    return ofStaff(short, client, client.get('RefreshTokenValidity'), marks);
  },
});

function lastsAtMost(client: Resource, { name, lasts, unit }: Token, minutes: number): Claim {
  return pairwise(
    client.get(`${name}Validity`).orDefault(lasts),
    client.get(`TokenValidityUnits.${name}`).orDefault(unit),
    (amount, units) => compare(amount, units, lasts, minutes),
    (amount, units) => concat(describeValue(amount), plain(' '), describeValue(units)),
    { ja: `${minutes}分以下`, en: `at most ${minutes} minutes` },
  );
}

function compare(amount: Value, units: Value, lasts: number, minutes: number): Outcome {
  const number = amount.kind === 'known' ? asNumber(amount.value) : undefined;
  const factor = units.kind === 'known' ? MINUTES[String(units.value)] : undefined;
  if (number === undefined || factor === undefined) return 'undetermined';
  // Zero stands for what is taken without the property.
  return (number === 0 ? lasts : number) * factor <= minutes ? 'holds' : 'breaks';
}

function isProgram(client: Resource): Claim {
  const flows = client.get('AllowedOAuthFlows');
  const { holds, breaks } = Claim.all([
    flows.items().some((flow) => flow.must(equals('client_credentials'))),
    flows.items().every((flow) => flow.must(equals('client_credentials'))),
  ]);
  return new Claim(holds, breaks);
}
