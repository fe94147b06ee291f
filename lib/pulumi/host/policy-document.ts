/** Values as they go to a data source and come from it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Properties = { readonly [key: string]: Json };

type Statement = { readonly [key: string]: Json };

/**
 * What `aws.iam.getPolicyDocument` answers: the provider turns statements into the JSON of a policy, and joins it with the
 * documents that are given as JSON. Written from the documentation of `aws_iam_policy_document`.
 */
export function policyDocument(args: Properties): Properties {
  const own = list(args['statements']).filter(isObject).map(statement);
  const sources = documents(args['sourcePolicyDocuments']);
  const overrides = documents(args['overridePolicyDocuments']);
  const document = {
    Version: text(args['version']) ?? '2012-10-17',
    ...(text(args['policyId']) === undefined ? {} : { Id: text(args['policyId'])! }),
    Statement: overridden([...unique(sources), ...own], overrides),
  };
  return {
    ...args,
    id: '1',
    json: JSON.stringify(document, null, 2),
    minifiedJson: JSON.stringify(document),
  };
}

function statement(given: { readonly [key: string]: Json }): Statement {
  return defined({
    Sid: text(given['sid']),
    Effect: text(given['effect']) ?? 'Allow',
    Action: oneOrMany(given['actions']),
    NotAction: oneOrMany(given['notActions']),
    Resource: oneOrMany(given['resources']),
    NotResource: oneOrMany(given['notResources']),
    Principal: principals(given['principals']),
    NotPrincipal: principals(given['notPrincipals']),
    Condition: conditions(given['conditions']),
  });
}

function principals(given: Json | undefined): Json | undefined {
  const all = list(given).filter(isObject);
  if (all.length === 0) return undefined;
  const everyone = all.some(
    ({ type, identifiers }) => type === '*' && list(identifiers).every((identifier) => identifier === '*'),
  );
  if (everyone) return '*';
  const types = [...new Set(all.map(({ type }) => String(type)))];
  return Object.fromEntries(
    types.map((type) => [
      type,
      oneOrMany(all.filter((one) => one['type'] === type).flatMap(({ identifiers }) => list(identifiers)))!,
    ]),
  );
}

function conditions(given: Json | undefined): Json | undefined {
  const all = list(given).filter(isObject);
  if (all.length === 0) return undefined;
  const result: Record<string, Record<string, Json>> = {};
  for (const { test, variable, values } of all) {
    const operator = String(test);
    result[operator] = { ...result[operator], [String(variable)]: oneOrMany(values) ?? [] };
  }
  return result;
}

/** One value stands alone; several come in the provider's order, which is the reverse of the alphabet. */
function oneOrMany(given: Json | undefined): Json | undefined {
  const values = list(given).map((value) => String(value).replaceAll('&{', '${'));
  if (values.length === 0) return undefined;
  return values.length === 1 ? values[0]! : values.sort().reverse();
}

function documents(given: Json | undefined): Statement[] {
  return list(given).flatMap((document) => {
    const parsed = JSON.parse(String(document)) as Json;
    const statements = isObject(parsed) ? (parsed['Statement'] ?? []) : [];
    return (Array.isArray(statements) ? statements : [statements]).filter(isObject);
  });
}

function unique(statements: readonly Statement[]): readonly Statement[] {
  const ids = statements.flatMap(({ Sid }) => (typeof Sid === 'string' && Sid !== '' ? [Sid] : []));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`duplicate Sid (${twice}) in source_policy_documents`);
  return statements;
}

/** A statement replaces the one of the same Sid, in its place; others are added. */
function overridden(base: readonly Statement[], overrides: readonly Statement[]): readonly Statement[] {
  const result = [...base];
  for (const override of overrides) {
    const sid = override['Sid'] ?? '';
    const place = sid === '' ? -1 : result.findIndex(({ Sid }) => Sid === sid);
    if (place < 0) result.push(override);
    else result[place] = override;
  }
  return result;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function defined(values: { readonly [key: string]: Json | undefined }): Statement {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Statement;
}

function isObject(value: Json | undefined): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
