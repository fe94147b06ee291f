import type { Entry } from '../../analysis/identity/conditions';
import { trustOf, type Way } from '../../analysis/identity/trust';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { textTest } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import { type Requirement, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

const GITHUB = 'token.actions.githubusercontent.com';
/** Providers of pipelines by their hosts. Workloads of a cluster (EKS) are named by their service account instead. */
const PIPELINES = new RegExp(
  `${GITHUB.replaceAll('.', '\\.')}|gitlab|bitbucket\\.org|circleci|buildkite|app\\.terraform\\.io|dev\\.azure\\.com`,
);
/** Claims of GitHub that name a repository by themselves. */
const NAMES_REPOSITORY = /:(repository|repository_id|job_workflow_ref)$/;
const EQUALS = new Set(['stringequals', 'stringequalsignorecase']);
const LIKE = new Set(['stringlike', ...EQUALS]);

const REQUIRED = {
  ja: 'audと、特定のリポジトリを示すsubとの条件（StringEquals又はStringLike）',
  en: 'conditions on aud and on a sub that names the repository (StringEquals or StringLike)',
};

export const GithubOidcTrustNamesRepository = defineRule({
  id: 'GithubOidcTrustNamesRepository',
  clauses: ['7.2(1)①', '7.1(4)③'],
  title: {
    ja: '外部のパイプライン（GitHub Actions等）を信頼するロールは、特定のリポジトリに限る',
    en: 'Roles that trust outside pipelines (GitHub Actions and others) name the repository',
  },
  why: {
    ja: '発行元だけを信頼すると、同じサービスを使う世界中の誰のパイプラインでも市のシステムを変更できる。',
    en: 'A role that trusts the provider alone lets the pipeline of anybody in the world who uses that provider change the systems of the city.',
  },
  fix: {
    ja: 'AssumeRolePolicyDocumentのConditionに、StringEqualsでtoken.actions.githubusercontent.com:audをsts.amazonaws.com、StringLikeでtoken.actions.githubusercontent.com:subをrepo:組織/リポジトリ:…と指定してください。組織及びリポジトリの名前には*を用いないでください。',
    en: 'In Condition of AssumeRolePolicyDocument set token.actions.githubusercontent.com:aud to sts.amazonaws.com by StringEquals, and token.actions.githubusercontent.com:sub to repo:organization/repository:… by StringLike. The names of the organization and the repository hold no *.',
  },
  cdk: {
    ja: 'WebIdentityPrincipal（OpenIdConnectPrincipal）の第2引数に条件を指定する',
    en: 'the conditions of WebIdentityPrincipal or OpenIdConnectPrincipal',
  },
  resources: ['AWS::IAM::Role'],
  check: (role) =>
    Claim.all(
      trustOf(role)
        .ways.filter(isPipeline)
        .map((way) =>
          Claim.all([hasAudience(way), namesRepository(way)])
            .or(way.opens.not())
            // Whose log-ins these are cannot be told: they need not be those of pipelines.
            .or(isUnnamed(way) ? UNDETERMINED : Claim.BREAKS)
            .explained(
              way.statement.condition.path,
              {
                ja: 'リポジトリ又はaudを限らない信頼',
                en: 'a trust that is not limited by repository and aud',
              },
              REQUIRED,
              way.statement.field.at,
            ),
        ),
    ),
});

function isPipeline(way: Way): boolean {
  const { kind, text } = way.principal;
  if (kind !== 'workload' && kind !== 'federated') return false;
  return isUnnamed(way) || speaksOfPipelines(way) || (kind === 'workload' && !/oidc\.eks\./.test(text ?? ''));
}

/** Federation by a provider that cannot be told, without conditions that tell. */
function isUnnamed(way: Way): boolean {
  const { kind, text } = way.principal;
  return kind === 'federated' && text === undefined && !speaksOfPipelines(way);
}

function speaksOfPipelines({ conditions }: Way): boolean {
  return conditions.entries.some(({ key }) => PIPELINES.test(key));
}

function hasAudience(way: Way): Claim {
  return some(way, ({ key }) => key.endsWith(':aud'), notOpen);
}

function namesRepository(way: Way): Claim {
  return some(way, ({ key }) => key.endsWith(':sub') || NAMES_REPOSITORY.test(key), repository);
}

/** Says that a condition limits what a claim of the token may be. */
function some({ conditions }: Way, about: (entry: Entry) => boolean, test: Requirement): Claim {
  return Claim.any([
    ...conditions.entries
      .filter((entry) => about(entry) && !entry.operator.ifExists && !entry.operator.forAllValues)
      .filter(({ operator }) => LIKE.has(operator.base))
      .map((entry) => {
        const exact = EQUALS.has(entry.operator.base);
        return entry.values.every((value) => value.must(exact ? known : test)).and(there(entry.when));
      }),
    ...conditions.open.map(({ when }) => UNDETERMINED.and(there(when))),
  ]);
}

function there(when: Guard): Claim {
  return Claim.when(when);
}

/** What is compared letter by letter has no wildcards. */
const known = satisfying(REQUIRED, (value) => textTest(value, (text) => text !== ''));

const notOpen = satisfying(REQUIRED, (value) => textTest(value, (text) => !/^[*?]*$/.test(text)));

/** `repo:organization/repository:…`, or a key and its whole value before the first wildcard. */
const repository = satisfying(REQUIRED, (value) => {
  if (value.kind === 'text') {
    // What stands before the first part that is not known may leave everything open already.
    const [first] = value.parts;
    return typeof first === 'string' && /[*?]/.test(first) && !names(first) ? 'breaks' : 'undetermined';
  }
  return textTest(value, names);
});

function names(subject: string): boolean {
  if (!/[*?]/.test(subject)) return true;
  if (/^(repo|repository|project_path|job_workflow_ref):/i.test(subject) || subject.includes('/')) {
    return /^([a-z_]+:)?[^*?/]+\/[^*?:/]+([:/]|$)/i.test(subject);
  }
  return /^[^*?]*:[^*?:]+:/.test(subject);
}
