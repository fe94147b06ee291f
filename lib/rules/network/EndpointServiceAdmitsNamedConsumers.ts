import { isTrue, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

const named = satisfying({ ja: '特定のアカウント又はロール', en: 'a certain account or role' }, (value) => {
  switch (value.kind) {
    case 'known':
      return String(value.value).includes('*') ? 'breaks' : 'holds';
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && part.includes('*')) ? 'breaks' : 'holds';
    case 'unknown':
      return 'undetermined';
    default:
      return 'holds';
  }
});

/** What CloudFormation does without the property is not documented. */
const accepted = satisfying(isTrue.text, (value) =>
  value.kind === 'absent' ? 'undetermined' : isTrue.test(value),
);

export const EndpointServiceAdmitsNamedConsumers = defineRule({
  id: 'EndpointServiceAdmitsNamedConsumers',
  clauses: ['4(1)①', '4(2)①', '9.2(6)①(カ)'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のエンドポイントサービスは、特定した利用者だけを承認の上で受け入れる',
    en: 'Endpoint services of the my-number and LGWAN zones admit named consumers only, after acceptance',
  },
  why: {
    ja: 'エンドポイントサービスに誰でも接続できると、他の団体やアカウントのVPCから、閉域のはずの業務システムへ通信が届く。',
    en: 'If anyone may attach to the endpoint service, VPCs of other organizations send traffic into a system that was meant to be closed.',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointServiceのAcceptanceRequiredをtrueとし、AWS::EC2::VPCEndpointServicePermissionsのAllowedPrincipalsには*を用いず、特定のARNを指定してください。',
    en: 'Set AcceptanceRequired of the AWS::EC2::VPCEndpointService to true, and name ARNs without * in AllowedPrincipals of the AWS::EC2::VPCEndpointServicePermissions.',
  },
  cdk: {
    ja: 'VpcEndpointServiceのacceptanceRequiredをtrueとし、allowedPrincipalsに特定のArnPrincipalを指定する',
    en: 'acceptanceRequired: true of VpcEndpointService, and an ArnPrincipal for each consumer in allowedPrincipals',
  },
  resources: ['AWS::EC2::VPCEndpointService', 'AWS::EC2::VPCEndpointServicePermissions'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource) =>
    resource.type === 'AWS::EC2::VPCEndpointService'
      ? resource.get('AcceptanceRequired').must(accepted)
      : resource
          .get('AllowedPrincipals')
          .items()
          .every((principal) => principal.must(named)),
});
