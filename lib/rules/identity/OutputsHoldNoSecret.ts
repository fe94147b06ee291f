import { parameterOf } from '../../analysis/identity/secrets';
import { saysSecret, secrecyOf } from '../../analysis/secrets/names';
import { lookOf } from '../../analysis/secrets/values';
import { credentialsIn } from '../../credential-formats';
import { Claim, type Outcome } from '../../model/claim';
import type { Field } from '../../model/field';
import { satisfying } from '../../model/requirement';
import { own, type Template } from '../../model/template';
import type { Value } from '../../model/value';
import type { Text } from '../../text';
import { defineDeploymentRule } from '../define';
import { holdsSecret } from './secret-values';

const REQUIRED: Text = {
  ja: '認証情報そのものではなく、その名前又はARN',
  en: 'the name or ARN of a credential instead of the credential',
};

/** Attributes that hand out a credential. */
const SECRET_ATTRIBUTES: ReadonlySet<string> = new Set([
  'AWS::AppSync::ApiKey ApiKey',
  'AWS::Cognito::UserPoolClient ClientSecret',
  'AWS::IAM::AccessKey SecretAccessKey',
  'AWS::IAM::ServiceSpecificCredential ServiceApiKeyValue',
  'AWS::IAM::ServiceSpecificCredential ServicePassword',
  'AWS::IVS::StreamKey Value',
]);

export const OutputsHoldNoSecret = defineDeploymentRule({
  id: 'OutputsHoldNoSecret',
  clauses: ['7.2(5)'],
  title: {
    ja: 'スタックの出力（Outputs）に、認証情報を出さない',
    en: 'Outputs of stacks hand out no credentials',
  },
  why: {
    ja: '出力は、スタックを参照できる者全員に表示され、他のスタックからも読める。認証情報を出すと、保管場所の権限設定が意味を失う。',
    en: 'Whoever may look at the stack is shown its outputs, and other stacks read them. A credential in one goes around every permission on the place where it is kept.',
  },
  fix: {
    ja: '該当するOutputsを削除するか、AWS::SecretsManager::Secretに保管してそのARN（Ref）を出力してください。',
    en: 'Remove the output, or keep the credential in AWS::SecretsManager::Secret and put out its ARN (Ref).',
  },
  cdk: {
    ja: 'CfnOutputにはsecretArnを渡し、unsafeUnwrapを用いない',
    en: 'secretArn in CfnOutput, and no unsafeUnwrap',
  },
  checkDeployment: ({ deployment }) =>
    deployment.templates.flatMap((template) =>
      Object.entries(template.outputs).flatMap(([name, body]) => {
        const raw = own(body, 'Value');
        if (raw === undefined) return [];
        const at = ['Outputs', name, 'Value'];
        const field = deployment.field({ template, raw }, at.join('.'), at);
        const condition = own(body, 'Condition');
        const given =
          typeof condition === 'string'
            ? Claim.when(deployment.evaluator.conditions.named(condition, template))
            : Claim.HOLDS;
        return [{ template, claim: nothingSecret(name, field, template).onlyIf(given) }];
      }),
    ),
});

function nothingSecret(name: string, field: Field, template: Template): Claim {
  return field.must(satisfying(REQUIRED, (value) => outcomeOf(name, value, template), true));
}

function outcomeOf(name: string, value: Value, template: Template): Outcome {
  switch (value.kind) {
    case 'known': {
      const secrecy = secrecyOf(name);
      const text = String(value.value);
      if (secrecy === undefined) return holdsSecret(value) ? 'breaks' : 'holds';
      const look = credentialsIn(text).length > 0 ? 'secret' : lookOf(text, secrecy);
      return look === 'secret' ? 'breaks' : 'holds';
    }
    case 'reference': {
      const { resource, attribute } = value;
      if (SECRET_ATTRIBUTES.has(`${resource.type} ${attribute}`)) return 'breaks';
      // What a custom resource gives under such a name only its program knows.
      const isCustom = /^(?:Custom::|AWS::CloudFormation::CustomResource$)/.test(resource.type);
      return isCustom && attribute !== 'Ref' && saysSecret(attribute) ? 'undetermined' : 'holds';
    }
    case 'unknown': {
      if (value.secret === true) return 'breaks';
      const parameter = parameterOf(value, template);
      return parameter !== undefined && saysSecret(value.variable?.name ?? '') ? 'breaks' : 'holds';
    }
    case 'text': {
      if (holdsSecret(value)) return 'breaks';
      const outcomes = value.parts.map((part) =>
        typeof part === 'string' ? 'holds' : outcomeOf('', part, template),
      );
      return (
        outcomes.find((outcome) => outcome === 'breaks') ??
        outcomes.find((outcome) => outcome !== 'holds') ??
        'holds'
      );
    }
    default:
      return 'holds';
  }
}
