import { LambdaRuntimeSupported } from '../../../lib/rules/lifecycle/LambdaRuntimeSupported';
import { SyntheticsRuntimeSupported } from '../../../lib/rules/lifecycle/SyntheticsRuntimeSupported';
import { ruleCases } from '../../helpers/rule-cases';

const until = (day: unknown) => ({ Tags: [{ Key: 'jichitai:planned-use-until', Value: day }] });
const fn = (Runtime: unknown, more: object = {}) => ({
  F: { Type: 'AWS::Lambda::Function', Properties: { Runtime, Handler: 'index.handler', ...more } },
});
const parameter = (Type = 'String', Default = 'python3.8') => ({ Parameters: { P: { Type, Default } } });
const p = { Ref: 'P' };

ruleCases(LambdaRuntimeSupported, [
  {
    name: 'accepts a runtime that outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: fn('python3.14', until('2029-03-31')),
  },
  {
    name: 'refuses a runtime whose support has ended',
    expect: 'violation',
    example: true,
    resources: fn('python3.8', until('2029-03-31')),
    property: 'Runtime',
    message: /python3\.8, which is supported until 2024-10-14.*today is 2026-11-24/,
  },
  {
    name: 'names both days where the support ends before the planned use',
    expect: 'violation',
    resources: fn('nodejs22.x', until('2029-03-31')),
    message: /2027-04-30.*2029-03-31/,
  },
  {
    name: 'accepts a use that ends on the last day of the support',
    expect: 'compliant',
    resources: fn('nodejs22.x', until('2027-04-30')),
  },
  {
    name: 'refuses a use that goes on for a day after it',
    expect: 'violation',
    resources: fn('nodejs22.x', until('2027-05-01')),
  },
  {
    name: 'still accepts the last day of the support itself',
    expect: 'evidence',
    today: '2026-11-10',
    resources: fn('dotnet8'),
  },
  { name: 'refuses it on the next day', expect: 'violation', today: '2026-11-11', resources: fn('dotnet8') },
  {
    name: 'asks for the planned use where none is declared',
    expect: 'evidence',
    resources: fn('python3.14'),
    message: /planned-use-until is not declared/,
  },
  {
    name: 'reads the planned use of the template',
    expect: 'violation',
    template: {
      Metadata: { Jichitai: { PlannedUseUntil: '2029-03-31' } },
      Resources: fn('nodejs24.x'),
    },
  },
  {
    name: 'asks for a new end of the planned use where the declared one is past',
    expect: 'evidence',
    resources: fn('python3.14', until('2026-03-31')),
    message: /2026-03-31, is past/,
  },
  {
    name: 'cannot tell a planned use that is open, for a runtime that is supported',
    expect: 'undetermined',
    template: { ...parameter('String', '2029-03-31'), Resources: fn('python3.14', until(p)) },
  },
  {
    name: 'cannot tell by a planned use that is no day',
    expect: 'undetermined',
    resources: fn('python3.14', until('2029-02-30')),
  },
  {
    name: 'needs no planned use to refuse what has ended',
    expect: 'violation',
    template: { ...parameter('String', '2029-03-31'), Resources: fn('nodejs16.x', until(p)) },
  },
  {
    name: 'is not misled by a runtime of a longer name',
    expect: 'evidence',
    resources: fn('provided.al2023'),
  },
  { name: 'knows the custom runtime of Amazon Linux 2', expect: 'violation', resources: fn('provided.al2') },
  { name: 'cannot tell a runtime that the table lacks', expect: 'undetermined', resources: fn('cobol85') },
  {
    name: 'cannot tell a parameter by its default',
    expect: 'undetermined',
    template: { ...parameter(), Resources: fn(p) },
  },
  {
    name: 'refuses a choice of the parameter that has ended',
    expect: 'violation',
    template: {
      Parameters: { P: { Type: 'String', AllowedValues: ['python3.14', 'python3.8'] } },
      Resources: fn(p, until('2027-03-31')),
    },
  },
  {
    name: 'refuses one of two branches, and says when',
    expect: 'violation',
    template: {
      Parameters: { Old: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { IsOld: { 'Fn::Equals': [{ Ref: 'Old' }, 'yes'] } },
      Resources: fn({ 'Fn::If': ['IsOld', 'python3.8', 'python3.14'] }, until('2027-03-31')),
    },
  },
  {
    name: 'needs evidence about what is in a container image',
    expect: 'evidence',
    resources: {
      F: { Type: 'AWS::Lambda::Function', Properties: { PackageType: 'Image', Code: { ImageUri: 'x' } } },
    },
  },
]);

ruleCases(
  SyntheticsRuntimeSupported,
  [
    {
      name: 'refuses a runtime that was deprecated',
      expect: 'violation',
      example: true,
      resources: {
        C: { Type: 'AWS::Synthetics::Canary', Properties: { RuntimeVersion: 'syn-nodejs-puppeteer-3.9' } },
      },
      message: /had ended by 2026-09-24/,
    },
    {
      name: 'cannot tell a runtime that the table lacks',
      expect: 'undetermined',
      resources: {
        C: { Type: 'AWS::Synthetics::Canary', Properties: { RuntimeVersion: 'syn-nodejs-puppeteer-15.1' } },
      },
    },
  ],
  {
    compliant: 'AWS publishes which runtimes are deprecated, and no end of the others that could be sourced',
  },
);
