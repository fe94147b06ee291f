import { under } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import { plain } from '../../text';
import { defineDeploymentRule } from '../define';
import { TOLD_ONCE } from '../reliefs';

/** What CloudFormation and CDK need themselves, and what only stands for resources of other types. */
const NO_SERVICE = new Set(['AWS::CloudFormation', 'AWS::CDK', 'AWS::Serverless']);
/** A module of the registry holds resources of any types, which its template tells. */
const MODULE = /::MODULE$/;

export const OnlyApprovedServices = defineDeploymentRule({
  id: 'OnlyApprovedServices',
  clauses: ['9.2(4)', '9.2(4)③'],
  title: {
    ja: '利用を承認されたサービスだけを用いる',
    en: 'Only approved services are used',
  },
  why: {
    ja: '承認を経ないサービスは、情報がどこで誰に扱われるかを市が確かめていないサービスである。',
    en: 'A service that nobody approved is one of which the city has not found out where and by whom its information is handled.',
  },
  fix: {
    ja: '承認されていないサービスのリソースを削除するか、利用申請の承認を得て、プロファイルのapprovedServicesにサービス（AWS::S3等）を加えてください。approvedServicesがない場合は、承認済み外部サービスの記録を示してください。',
    en: 'Remove resources of services that are not approved, or apply for their use and add the service (as in AWS::S3) to approvedServices of the profile. Where the profile has no such list, show the record of approved services.',
  },
  cdk: {
    ja: 'PolicyGuardrailのprofileに渡すプロファイルのapprovedServicesに加える',
    en: 'approvedServices of the profile that is passed to PolicyGuardrail',
  },
  relievedBy: [TOLD_ONCE],
  checkDeployment: ({ deployment, profile: { approvedServices } }) => {
    const services = firstOfEachService(deployment);
    const [first] = services.values();
    if (first === undefined) return [];
    if (approvedServices === undefined) {
      const names = [...services.keys()].sort().join(', ');
      const claim = Claim.of('needed', {
        path: 'approvedServices',
        actual: { ja: `一覧のない状態で${names}`, en: `${names}, without a list to compare with` },
        required: { ja: '承認済み外部サービスの記録', en: 'the record of approved services' },
      });
      return [{ template: first.template, claim }];
    }
    return [...services].map(([service, resource]) => ({
      resource,
      claim: approvedServices.includes(service)
        ? Claim.HOLDS
        : under(
            resource.exists,
            Claim.of(MODULE.test(service) ? 'undetermined' : 'breaks', {
              path: 'Type',
              actual: MODULE.test(service)
                ? {
                    ja: `モジュール${service}（含むサービスが分からない）`,
                    en: `the module ${service}, whose services are not known`,
                  }
                : plain(service),
              required: { ja: '承認されたサービス', en: 'an approved service' },
            }),
          ),
    }));
  },
});

function firstOfEachService(deployment: Deployment): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const type of deployment.types) {
    const parts = type.split('::');
    const service = MODULE.test(type) ? type : parts.slice(0, 2).join('::');
    if (parts[0] === 'Custom' || parts.length < 3 || NO_SERVICE.has(service)) continue;
    // One that is always made says it best.
    for (const resource of deployment.ofType(type)) {
      const so = found.get(service);
      if (so === undefined || (!so.exists.isAlways && resource.exists.isAlways)) found.set(service, resource);
    }
  }
  return found;
}
