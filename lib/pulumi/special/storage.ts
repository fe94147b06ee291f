import { isRecord } from '../../model/template';
import type { WrittenFor } from '../classic';
import { convert } from '../convert';
import { type Made, put } from '../paths';
import { isInputs, type PulumiInputs, type PulumiValue } from '../resource';
import type { Special } from '../special';

/** Groups of S3 to which somebody belongs who is no one in particular. */
const EVERYBODY: Readonly<Record<string, readonly [read: string, write: string]>> = {
  'http://acs.amazonaws.com/groups/global/AllUsers': ['PublicRead', 'PublicReadWrite'],
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers': ['AuthenticatedRead', 'PublicReadWrite'],
};

/** Grants one by one that let everybody in, as the canned ACL that does the same: CloudFormation has no other. */
function aclGrants(made: Made, inputs: PulumiInputs, written: WrittenFor): undefined {
  const control = inputs['accessControlPolicy'];
  const grants = isInputs(control) ? control['grants'] : control;
  if (grants === undefined || grants === null) return;
  if (!Array.isArray(grants)) {
    put(made, 'AccessControl', [], written(grants, 'accessControlPolicy'));
    return;
  }
  for (const grant of grants as readonly PulumiValue[]) {
    const grantee = isInputs(grant) ? grant['grantee'] : undefined;
    const uri = isInputs(grantee) ? grantee['uri'] : grantee;
    if (typeof uri !== 'string') {
      if (uri !== undefined && uri !== null)
        put(made, 'AccessControl', [], written(uri, 'accessControlPolicy'));
      continue;
    }
    const [read, write] = EVERYBODY[uri] ?? [];
    const permission = isInputs(grant) ? grant['permission'] : undefined;
    const acl = /WRITE|FULL_CONTROL/.test(String(permission)) ? write : read;
    if (acl !== undefined && made['AccessControl'] !== 'PublicReadWrite') put(made, 'AccessControl', [], acl);
  }
}

/** Each statement of the policy of an event bus is a resource of its own. */
const busPolicy: Special = (made, inputs, written) => {
  const document = convert(inputs['policy'], 'json', (value) => written(value, 'policy'));
  const statements = isRecord(document) ? document['Statement'] : undefined;
  const list = Array.isArray(statements) ? statements : [statements ?? document];
  const others = list.map((Statement, at) => ({
    suffix: `.statement[${at}]`,
    type: 'AWS::Events::EventBusPolicy',
    properties: { ...made, StatementId: `${at}`, Statement },
  }));
  const [first, ...rest] = others;
  Object.assign(made, first?.properties);
  return rest;
};

export const STORAGE_SPECIAL = { aclGrants, busPolicy } satisfies Readonly<Record<string, Special>>;
