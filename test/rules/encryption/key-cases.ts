import type { Rule } from '../../../lib/rules/define';
import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const key = { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } };
const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };

/** Of a rule whose resources name their key in one place: how a resource with this key is written. */
export type Written = Readonly<
  Record<string, readonly (readonly [type: string, write: (key: unknown) => object])[]>
>;

/** Resources that without any property have nothing to encrypt, or do not show it. */
const NOTHING_TO_ENCRYPT = [
  'AWS::ECS::Service',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::EntityResolution::MatchingWorkflow',
  'AWS::EntityResolution::IdMappingWorkflow',
];

function casesOf(type: string, write: (key: unknown) => object, first: boolean): readonly RuleCase[] {
  const example = first ? ({ example: true } as const) : {};
  const resources = (Properties: object) => ({ Key: key, Subject: { Type: type, Properties } });
  const subject = 'Subject';
  const about = (text: string) => `${type} ${text}`;
  return [
    {
      name: about('with a key of the deployment'),
      expect: 'compliant',
      subject,
      resources: resources(write(keyArn)),
      ...example,
    },
    {
      name: about('with the id of a key of the deployment'),
      expect: 'compliant',
      subject,
      resources: resources(write({ Ref: 'Key' })),
    },
    {
      name: about('with an alias that the customer gave'),
      expect: 'compliant',
      subject,
      resources: resources(write('alias/resident-record')),
    },
    {
      name: about('without a key, so with one of AWS'),
      expect: 'violation',
      subject,
      resources: resources(write(undefined)),
      ...example,
    },
    {
      name: about('without a key as AWS::NoValue, which is the same'),
      expect: 'violation',
      subject,
      resources: resources(write({ Ref: 'AWS::NoValue' })),
    },
    {
      name: about('with the key that AWS manages, by its alias'),
      expect: 'violation',
      subject,
      resources: resources(write('alias/aws/service')),
    },
    ...(NOTHING_TO_ENCRYPT.includes(type)
      ? []
      : [
          {
            name: about('with no encryption written at all'),
            expect: 'violation' as const,
            subject,
            resources: resources({}),
          },
        ]),
    {
      name: about('with a key from a parameter, which nobody knows'),
      expect: 'undetermined',
      subject,
      template: {
        Parameters: { KeyArn: { Type: 'String', Default: 'alias/aws/service' } },
        Resources: resources(write({ Ref: 'KeyArn' })),
      },
    },
    {
      name: about('with a key that nothing at hand exports'),
      expect: 'undetermined',
      subject,
      resources: resources(write({ 'Fn::ImportValue': 'shared-key' })),
    },
    {
      name: about('with a key that another stack exports'),
      expect: 'compliant',
      subject,
      template: [
        { Resources: { Subject: { Type: type, Properties: write({ 'Fn::ImportValue': 'key' }) } } },
        { Resources: { Key: key }, Outputs: { Arn: { Value: keyArn, Export: { Name: 'key' } } } },
      ],
    },
    {
      name: about('with a key in production only'),
      expect: 'violation',
      subject,
      message: /when Env is "test"/,
      template: {
        Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
        Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
        Resources: resources(write({ 'Fn::If': ['Production', keyArn, { Ref: 'AWS::NoValue' }] })),
      },
    },
    {
      name: about('in the Internet zone with public information'),
      expect: 'compliant',
      subject,
      zone: 'internet',
      template: { Metadata: { Jichitai: { Confidentiality: 1 } }, Resources: resources(write(undefined)) },
    },
    {
      name: about('in the Internet zone with confidential information'),
      expect: 'violation',
      subject,
      zone: 'internet',
      template: { Metadata: { Jichitai: { Confidentiality: 2 } }, Resources: resources(write(undefined)) },
    },
  ];
}

/** Cases for each rule of a table. */
export function keyCases(written: Written): void {
  for (const [id, types] of Object.entries(written)) {
    ruleCases(
      RULES.find((candidate) => candidate.id === id) as Rule,
      types.flatMap(([type, write], index) => casesOf(type, write, index === 0)),
    );
  }
}
