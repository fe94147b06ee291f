import { Duration, Stack, Tags, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PropErrors } from '../private/prop-errors';
import { PARTY_TAG } from '../private/zones';
import { credentialDenials } from './credential-guard';

/** The longest session of a deployment, in seconds. */
const SESSION_SECONDS = 3600;

/** Host of GitHub's tokens. */
const GITHUB = 'token.actions.githubusercontent.com';

/** Who deploys: one environment of one repository, or one service. */
export class DeploymentSource {
  /**
   * A workflow of GitHub Actions, in one environment of one repository (7.5(1)⑦, 7.3(3)①(ア)). That deployments to the
   * environment are approved by somebody else is set in GitHub.
   *
   * @param provider the provider of GitHub's tokens in IAM
   * @param repository owner and name, such as `city/juki`
   * @param environment name of the environment, such as `production`
   */
  public static github(
    provider: iam.IOIDCProviderRef,
    repository: string,
    environment: string,
  ): DeploymentSource {
    const wrong: string[] = [];
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) wrong.push(`must be owner/name, but is '${repository}'`);
    if (!/^[\w.-]+$/.test(environment)) {
      wrong.push(`must name one environment, without wildcards, but names '${environment}'`);
    }
    return new DeploymentSource(
      new iam.WebIdentityPrincipal(provider.oidcProviderRef.oidcProviderArn, {
        StringEquals: {
          [`${GITHUB}:aud`]: 'sts.amazonaws.com',
          [`${GITHUB}:sub`]: `repo:${repository}:environment:${environment}`,
        },
      }),
      wrong,
    );
  }

  /** Projects of CodeBuild in the account of the stack. */
  public static codeBuild(): DeploymentSource {
    return new DeploymentSource(new iam.ServicePrincipal('codebuild.amazonaws.com'), []);
  }

  private constructor(
    /** Whom the role trusts. */
    public readonly principal: iam.IPrincipal,
    /** What is wrong with the source. */
    public readonly problems: string[],
  ) {}
}

/** Properties of a `DeploymentRole`. */
export interface DeploymentRoleProps {
  /** Who deploys. */
  readonly source: DeploymentSource;

  /**
   * Accounts that are deployed to, each a number of twelve digits; all of one environment.
   *
   * @default - the account of the stack
   */
  readonly targetAccountIds?: string[];

  /**
   * Qualifier of the CDK bootstrap in those accounts.
   *
   * @default hnb659fds
   */
  readonly qualifier?: string;

  /**
   * Name of the role.
   *
   * @default - CloudFormation makes one
   */
  readonly roleName?: string;
}

/**
 * The role of a pipeline. All that it may do is to assume the roles of the CDK bootstrap, which deploy what was
 * synthesized, and nothing beside it (7.2(1)①); changes of privileged ids, of keys and of logs are denied
 * (7.2(1)③(エ)), within a permissions boundary (7.2(1)③(ア)), for one hour (7.2(6)).
 *
 * @throws if `source`, `targetAccountIds` or `qualifier` is malformed.
 */
export class DeploymentRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;
  /** The most that the role can ever do. */
  public readonly permissionsBoundary: iam.IManagedPolicy;
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: DeploymentRoleProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const { partition, account } = Stack.of(this);
    const qualifier = props.qualifier ?? 'hnb659fds';
    const assume = () =>
      new iam.PolicyStatement({
        sid: 'AssumeBootstrapRoles',
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        resources: (props.targetAccountIds ?? [account]).flatMap((target) =>
          ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(
            (role) => `arn:${partition}:iam::${target}:role/cdk-${qualifier}-${role}-role-*`,
          ),
        ),
      });
    this.permissionsBoundary = new iam.ManagedPolicy(this, 'Boundary', {
      description: 'The most that a pipeline can be allowed',
      statements: [assume(), ...credentialDenials()],
    });
    const role = new iam.Role(this, 'Role', {
      ...(props.roleName === undefined ? {} : { roleName: props.roleName }),
      description: 'Pipeline that deploys what was reviewed',
      assumedBy: props.source.principal,
      maxSessionDuration: Duration.seconds(SESSION_SECONDS),
      permissionsBoundary: this.permissionsBoundary,
      inlinePolicies: {
        DenyCredentialChanges: new iam.PolicyDocument({ statements: credentialDenials() }),
        Deployment: new iam.PolicyDocument({ statements: [assume()] }),
      },
    });
    Tags.of(this).add(PARTY_TAG, 'municipality');
    this.role = role;
    this.grantPrincipal = role;
  }
}

function checkProps(scope: Construct, id: string, props: DeploymentRoleProps): void {
  const errors = new PropErrors('DeploymentRole');
  for (const problem of props.source.problems) errors.add('source', problem);
  const accounts = props.targetAccountIds ?? [];
  if (props.targetAccountIds?.length === 0) errors.add('targetAccountIds', 'must name at least one account');
  for (const account of accounts.filter((value) => !Token.isUnresolved(value) && !/^\d{12}$/.test(value))) {
    errors.add('targetAccountIds', `must hold account numbers of twelve digits, but holds '${account}'`);
  }
  if (!/^[a-z0-9]{1,10}$/.test(props.qualifier ?? 'hnb659fds')) {
    errors.add('qualifier', `must be of up to ten small letters and digits, but is '${props.qualifier}'`);
  }
  errors.throwIfAny(scope, id);
}
