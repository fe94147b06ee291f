import { citationsOf, ruleMeant, suppressionsOf } from '../../analysis/citations';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { type Context, defineDeploymentRule, type Place, type Subject } from '../define';

export const CitedExceptionsApply = defineDeploymentRule({
  id: 'CitedExceptionsApply',
  clauses: ['8.4(1)', '8.4(3)'],
  title: {
    ja: 'リソースが引用する例外措置は、台帳にあり、そのリソースを範囲に含む',
    en: 'An exception that a resource cites is in the register, counts, and has the resource in its scope',
  },
  why: {
    ja: 'コードに申請番号や抑止の記述があるだけで許可されたように読めると、審査されていない緩和を誰も疑わない。',
    en: 'A number or a suppression in the code reads like a permission, so that nobody doubts what was never decided on.',
  },
  fix: {
    ja: 'MetadataのJichitai.Exceptionの申請番号を正し、範囲を含む申請の署名を得るか、記述を削除してください。cdk_nagのrules_to_suppressでは例外措置にならない。',
    en: 'Correct the number in Jichitai.Exception of the Metadata, have an application with this scope signed, or remove it; rules_to_suppress of cdk_nag makes no exception.',
  },
  cdk: {
    ja: 'PolicyException.of(construct).cite()に渡す申請番号を正す',
    en: 'correct the number that PolicyException.of(construct).cite() is given',
  },
  // It lifts nothing: what is not covered is a finding by itself.
  duty: 'should',
  isAboutExceptions: true,
  checkDeployment: (context) => {
    const subjects: Subject[] = [];
    for (const resource of context.deployment.resources) {
      const [cited, suppressed] = [citationsOf(resource), suppressionsOf(resource)];
      if (cited.length === 0 && suppressed.length === 0) continue;
      const faults = [
        ...citationFaults(resource, cited, context),
        ...suppressionFaults(resource, suppressed, context),
      ];
      if (faults.length > 0)
        subjects.push({ resource, claim: Claim.all(faults.map((fault) => Claim.of('breaks', fault))) });
    }
    return subjects;
  },
});

interface Fault {
  readonly path: string;
  readonly at: readonly string[];
  readonly actual: Text;
  readonly required: Text;
}

function placeOf(resource: Resource, { marks }: Context): Place {
  const { template, logicalId, constructPath } = resource;
  return {
    template: template.path,
    stack: template.stack.stackName,
    logicalId,
    constructPath,
    zone: marks.single(resource, 'zone'),
  };
}

function citationFaults(resource: Resource, cited: readonly string[], context: Context): readonly Fault[] {
  const { register } = context;
  return cited.flatMap((application) => {
    const actual =
      register === undefined
        ? {
            ja: `申請番号${application}を引用しているが、例外措置の台帳が指定されていない`,
            en: `cites ${application}, and no register of exceptions is given`,
          }
        : register.citationFault(application, placeOf(resource, context));
    return actual === undefined
      ? []
      : [
          {
            path: 'Metadata.Jichitai.Exception',
            at: [...resource.at, 'Metadata', 'Jichitai', 'Exception'],
            actual,
            required: {
              ja: '有効な申請であり、このリソースを範囲に含むこと',
              en: 'an application that counts and has this resource in its scope',
            },
          },
        ];
  });
}

function suppressionFaults(
  resource: Resource,
  suppressed: readonly string[],
  context: Context,
): readonly Fault[] {
  const { ruleIds, register } = context;
  return suppressed
    .filter((id) => ruleIds.has(ruleMeant(id)))
    .filter((id) => register?.holdsAt(ruleMeant(id), placeOf(resource, context)) !== true)
    .map((id) => ({
      path: 'Metadata.cdk_nag.rules_to_suppress',
      at: [...resource.at, 'Metadata', 'cdk_nag', 'rules_to_suppress'],
      actual: { ja: `${id}を抑止している`, en: `suppresses ${id}` },
      required: { ja: '例外措置の台帳によること', en: 'an entry in the register of exceptions instead' },
    }));
}
