import { isRecord } from '../../lib/model/template';
import { NOT_IN_AWS_NATIVE } from './pulumi-types';
import { yamlOf } from './snippets';

/**
 * A template as a program in Pulumi YAML with the provider aws-native, whose types and properties are CloudFormation's
 * under names in camel case. Checked against the declarations of @pulumi/aws-native 1.79.0: 10,604 names of properties.
 */

/** Objects whose keys are data: names of variables, tags, parameters. */
const MAPS = new Set(['Variables', 'Tags', 'Parameters', 'StageVariables', 'DockerLabels', 'Options']);
/** Documents that go to AWS as they are. */
const DOCUMENTS = /(Policy|PolicyDocument|PolicyText|AccessPolicies|Content|Definition)$/;
const MODULES: Readonly<Record<string, string>> = { config: 'configuration' };
/** Pseudo parameters, as functions of the provider. */
const PSEUDO: Readonly<Record<string, readonly [variable: string, call: string, result: string]>> = {
  'AWS::AccountId': ['accountId', 'aws-native:getAccountId', 'accountId'],
  'AWS::Region': ['region', 'aws-native:getRegion', 'region'],
  'AWS::Partition': ['partition', 'aws-native:getPartition', 'partition'],
};

/** The types of a template that the provider does not offer. */
export function typesNotOffered({ Resources }: Readonly<Record<string, unknown>>): readonly string[] {
  const types = Object.values(Resources as object).map(({ Type }) => String(Type));
  return [...new Set(types)].filter((type) => NOT_IN_AWS_NATIVE.has(type));
}

/** Something that Pulumi YAML says in another way, or not at all. */
class NotConverted extends Error {}

/** @returns undefined where the template says what has no counterpart */
export function pulumiProgram(template: Readonly<Record<string, unknown>>): string | undefined {
  try {
    return yamlOf(convert(template));
  } catch (error) {
    if (error instanceof NotConverted) return undefined;
    throw error;
  }
}

function convert({ Resources, Conditions, Mappings, Parameters }: Readonly<Record<string, unknown>>): object {
  if ([Conditions, Mappings, Parameters].some((section) => section !== undefined)) throw new NotConverted();
  const used = new Set<string>();
  const resources = Object.entries(Resources as Record<string, Record<string, unknown>>).map(
    ([
      id,
      { Type, Properties, DeletionPolicy, Condition, DependsOn: _, UpdateReplacePolicy: __, ...more },
    ]) => {
      if (Condition !== undefined || Object.keys(more).length > 0) throw new NotConverted();
      const properties = isRecord(Properties) ? propertiesOf(Properties, used) : {};
      return [
        variableName(id),
        {
          type: typeToken(String(Type)),
          ...(Object.keys(properties).length === 0 ? {} : { properties }),
          ...(DeletionPolicy === 'Retain' ? { options: { retainOnDelete: true } } : {}),
        },
      ];
    },
  );
  const variables = [...used].map((name) => {
    const [variable, call, result] = PSEUDO[name] as (typeof PSEUDO)[string];
    return [variable, { 'fn::invoke': { function: call, return: result } }];
  });
  return {
    name: 'example',
    runtime: 'yaml',
    ...(variables.length === 0 ? {} : { variables: Object.fromEntries(variables) }),
    resources: Object.fromEntries(resources),
  };
}

function propertiesOf(properties: Record<string, unknown>, used: Set<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      camelCase(name),
      converted(value, used, MAPS.has(name) || DOCUMENTS.test(name)),
    ]),
  );
}

function converted(value: unknown, used: Set<string>, keepsKeys: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => converted(item, used, keepsKeys && !isTag(item)));
  if (typeof value === 'string') return value.replaceAll('${', '$${');
  if (!isRecord(value)) return value;
  const [[key, argument] = []] = Object.entries(value);
  if (key !== undefined && Object.keys(value).length === 1 && (key === 'Ref' || key.startsWith('Fn::')))
    return expressionOf(key, argument, used);
  if (!keepsKeys) return propertiesOf(value, used);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, converted(item, used, true)]));
}

function isTag(item: unknown): boolean {
  return isRecord(item) && Object.keys(item).sort().join() === 'Key,Value';
}

function expressionOf(key: string, argument: unknown, used: Set<string>): string {
  if (key === 'Ref' && typeof argument === 'string') return reference(argument, used);
  if (key === 'Fn::GetAtt' && Array.isArray(argument) && argument.length === 2)
    return `\${${variableName(String(argument[0]))}.${camelCase(String(argument[1]).replaceAll('.', ''))}}`;
  if (key === 'Fn::Sub' && typeof argument === 'string') {
    return argument.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal === '!') return `$\${${name}}`;
      const [id, ...attribute] = name.split('.');
      return attribute.length === 0
        ? reference(id as string, used)
        : `\${${variableName(id as string)}.${camelCase(attribute.join(''))}}`;
    });
  }
  if (key === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    return argument[1].map((part) => String(converted(part, used, true))).join(String(argument[0]));
  }
  throw new NotConverted();
}

function reference(name: string, used: Set<string>): string {
  if (!name.startsWith('AWS::')) return `\${${variableName(name)}.id}`;
  const pseudo = Object.hasOwn(PSEUDO, name) ? PSEUDO[name] : undefined;
  if (pseudo === undefined) throw new NotConverted();
  used.add(name);
  return `\${${pseudo[0]}}`;
}

function variableName(logicalId: string): string {
  return logicalId.slice(0, 1).toLowerCase() + logicalId.slice(1);
}

/** `AWS::RDS::DBInstance` is `aws-native:rds:DbInstance`. */
export function typeToken(type: string): string {
  const [vendor, service, resource] = type.split('::');
  if (NOT_IN_AWS_NATIVE.has(type)) throw new NotConverted();
  if (vendor !== 'AWS' || service === undefined || resource === undefined) throw new NotConverted();
  const module = service.toLowerCase();
  const name = camelCase(resource);
  return `aws-native:${MODULES[module] ?? module}:${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** `VPCZoneIdentifier` is `vpcZoneIdentifier`, `KMSMasterKeyID` is `kmsMasterKeyId`. */
export function camelCase(name: string): string {
  const words = name
    .replaceAll(
      /(ID|ARN|VPC|AZ|IP|URL|URI|ACL|DB|CIDR|KMS|GB|MB|TB)s(?=[A-Z]|$)/g,
      (_, word: string) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}s`,
    )
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
}
