import { type Requirement, satisfying } from '../../model/requirement';

/** Policies of AWS that make an administrator, by what follows `policy/` in their ARN. */
const ADMINISTRATOR_POLICIES = [
  'AdministratorAccess',
  'AdministratorAccess-Amplify',
  'AWSOrganizationsFullAccess',
  'AWSSSODirectoryAdministrator',
  'AWSSSOMasterAccountAdministrator',
  'AWSSSOMemberAccountAdministrator',
  'IAMFullAccess',
  'PowerUserAccess',
];

/** A policy by its ARN that makes no administrator. One of the deployment is judged by its content. */
export const noAdministratorPolicy: Requirement = satisfying(
  { ja: '管理者権限を付与するAWS管理ポリシー以外', en: 'no AWS managed policy that makes an administrator' },
  (value) => {
    if (value.kind === 'known') {
      const name = /^arn:aws[a-z-]*:iam::aws:policy\/(.*)$/.exec(String(value.value))?.[1];
      return name !== undefined && ADMINISTRATOR_POLICIES.includes(name) ? 'breaks' : 'holds';
    }
    // A policy of the deployment is judged by its content.
    if (value.kind === 'reference' && value.resource.type === 'AWS::IAM::ManagedPolicy') return 'holds';
    if (value.kind === 'text') {
      const [first] = value.parts;
      const ofAccount = typeof first === 'string' && /^arn:aws[a-z-]*:iam::\d{12}:/.test(first);
      return ofAccount || isBuiltFromOwnAccount(value.parts) ? 'holds' : 'undetermined';
    }
    return value.kind === 'absent' ? 'holds' : 'undetermined';
  },
);

function isBuiltFromOwnAccount(parts: readonly unknown[]): boolean {
  const [first, second] = parts as readonly ({ variable?: { name: string } } | string | undefined)[];
  return (
    first === 'arn:aws:iam::' && typeof second === 'object' && second?.variable?.name === 'AWS::AccountId'
  );
}
