import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineDeploymentRule } from '../define';

export const PulumiTypeIsChecked = defineDeploymentRule({
  id: 'PulumiTypeIsChecked',
  clauses: ['9.2(5)①(エ)'],
  title: {
    ja: 'Pulumiのリソースは、検査できる型のものとする',
    en: 'Resources of Pulumi are of types that can be checked',
  },
  why: {
    ja: '対応表にない型のリソースには、どの規則も当たらない。検査していないものを適合とすると、設定の誤りがそのまま配備される。',
    en: 'No rule looks at a resource whose type has no mapping. To pass what nobody checked would deploy whatever is wrong with it.',
  },
  fix: {
    ja: '対応表にある型（@pulumi/awsの主な型又は@pulumi/aws-nativeの型）を用い、設定を別リソースで行う場合は、その対象を同じプログラムに置いてください。代わりの型がない場合は、そのリソースを別に審査し、例外措置として登録してください。',
    en: 'Use a type that has a mapping (the usual ones of @pulumi/aws, or those of @pulumi/aws-native), and keep a resource that only configures another one in the same program as that one. Where there is no other type, have the resource reviewed by itself and registered as an exception.',
  },
  cdk: {
    ja: '該当しない',
    en: 'does not apply',
  },
  // What is not checked is not compliant.
  checkDeployment: ({ deployment }) =>
    deployment.ofType('Pulumi::Unchecked').map((resource) => {
      const actual = reasonOf(resource);
      const required: Text = { ja: '検査できる型', en: 'a type that can be checked' };
      return {
        resource,
        claim: Claim.of('undetermined', { path: '', at: resource.at, actual, required, sentence: actual }),
      };
    }),
});

function reasonOf(resource: Resource): Text {
  const type = String(resource.rawProperty('Type'));
  return resource.rawProperty('Belongs') === true
    ? {
        ja: `型${type}は、どのリソースの設定か分からないため検査していない`,
        en: `the type ${type} is not checked: which resource it configures cannot be told`,
      }
    : {
        ja: `型${type}は検査していない（対応表にない）`,
        en: `the type ${type} is not checked: there is no mapping for it`,
      };
}
