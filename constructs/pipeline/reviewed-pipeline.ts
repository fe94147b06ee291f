import { Names, type Stage, Token } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as pipelines from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { EncryptedBucket } from '../data/encrypted-bucket';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { keyProblem } from '../private/keys';
import { PropErrors } from '../private/prop-errors';

/** Folder of the record of the inspection, in the checkout. */
const INSPECTION = 'inspection';

/** Properties of a `ReviewedPipeline`. */
export interface ReviewedPipelineProps {
  /** ARN of the connection to the host of the repository (AWS CodeConnections). */
  readonly connectionArn: string;

  /** Owner and name of the repository, such as `city/juki`. */
  readonly repository: string;

  /** The branch that is deployed, whose changes are reviewed at the host. */
  readonly branch: string;

  /** Roles that approve deployments; of people other than those who commit (7.1(4)③). At least one. */
  readonly approvers: iam.IRole[];

  /**
   * Roles of those who commit. They are denied to approve, whatever else they are allowed.
   *
   * @default - none; those who commit have no rights in the account
   */
  readonly committers?: iam.IRole[];

  /**
   * What synthesizes the app to `cdk.out`.
   *
   * @default ['npm ci', 'npx cdk synth']
   */
  readonly synthCommands?: string[];

  /**
   * Further arguments of the check, such as `--profile city.yaml --exceptions exceptions.yaml`.
   *
   * @default - none
   */
  readonly checkArguments?: string;

  /**
   * Where requests to the bucket of artifacts are logged (7.1(6)①).
   *
   * @default - a trail may record them as data events
   */
  readonly accessLogBucket?: AccessLogBucket;

  /**
   * Customer managed key of artifacts and logs.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A pipeline of CDK Pipelines whose every deployment was checked and approved: the app is synthesized, checked against
 * the policy by `jichitai-guardrails check`, apart from the guardrail inside of the app (9.2(5)①(エ)), the record of the
 * inspection is kept as an artifact (10.2), and somebody other than who commits approves each stage
 * (7.1(4)③, 7.3(3)①). The pipeline cannot approve itself.
 *
 * Roles separate who approves from who commits as far as AWS knows both; who may push to the branch, and that
 * changes are reviewed there, is set at the host of the repository.
 *
 * @throws if `approvers` is empty or shares a role with `committers`, `repository`, `branch` or `encryptionKey` is
 * not as documented.
 */
export class ReviewedPipeline extends Construct {
  /** The pipeline, as CDK Pipelines knows it. Stages are added by `addStage`. */
  public readonly pipeline: pipelines.CodePipeline;
  /** Where artifacts are kept, the records of inspections among them. */
  public readonly artifacts: EncryptedBucket;
  private readonly pipelineArn: string;

  constructor(scope: Construct, id: string, props: ReviewedPipelineProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const { encryptionKey, accessLogBucket } = props;
    this.artifacts = new EncryptedBucket(this, 'Artifacts', {
      ...(encryptionKey === undefined ? {} : { encryptionKey }),
      ...(accessLogBucket === undefined ? {} : { accessLogBucket }),
    });
    const log = new RetainedLogGroup(this, 'Log', { encryptionKey: this.artifacts.encryptionKey });
    const codePipeline = new codepipeline.Pipeline(this, 'Pipeline', {
      pipelineType: codepipeline.PipelineType.V2,
      artifactBucket: this.artifacts.bucket,
      restartExecutionOnUpdate: true,
    });
    this.pipelineArn = codePipeline.pipelineArn;
    const synth = this.synthStep(props);
    this.pipeline = new pipelines.CodePipeline(this, 'Delivery', {
      codePipeline,
      synth: synth as pipelines.IFileSetProducer,
      selfMutation: true,
      codeBuildDefaults: {
        buildEnvironment: {
          buildImage: codebuild.LinuxBuildImage.fromCodeBuildImageId(
            'aws/codebuild/amazonlinux-x86_64-standard:5.0',
          ),
          privileged: false,
        },
        logging: { cloudWatch: { logGroup: log.logGroup, enabled: true } },
      },
    });
    for (const role of props.approvers) this.attach(role, 'Approve', iam.Effect.ALLOW);
    for (const role of props.committers ?? []) this.attach(role, 'DoNotApprove', iam.Effect.DENY);
  }

  /**
   * Adds what is deployed next, after somebody has approved it.
   *
   * @param stage what is deployed
   * @param options further steps; an approval comes before all of them
   */
  public addStage(stage: Stage, options: pipelines.AddStageOpts = {}): pipelines.StageDeployment {
    const approval = new pipelines.ManualApprovalStep(`Approve${stage.node.id}`, {
      comment: 'Look at the record of the inspection and at the change. You are not who made it.',
    });
    const { pre, ...rest } = options;
    for (const step of pre ?? []) step.addStepDependency(approval);
    return this.pipeline.addStage(stage, { ...rest, pre: [approval, ...(pre ?? [])] });
  }

  private synthStep(props: ReviewedPipelineProps): pipelines.ShellStep {
    const source = pipelines.CodePipelineSource.connection(props.repository, props.branch, {
      connectionArn: props.connectionArn,
    });
    const check = `npx jichitai-guardrails check cdk.out ${props.checkArguments ?? ''}`.trim();
    const synth = new pipelines.ShellStep('Synth', {
      input: source as pipelines.IFileSetProducer,
      commands: [
        ...(props.synthCommands ?? ['npm ci', 'npx cdk synth']),
        `mkdir -p ${INSPECTION}`,
        // Fails on what blocks. What is approved is what was checked.
        `${check} --format json --output ${INSPECTION}/check.json`,
        `cp cdk.out/manifest.json ${INSPECTION}/`,
      ],
      primaryOutputDirectory: 'cdk.out',
    });
    synth.addOutputDirectory(INSPECTION);
    return synth;
  }

  private attach(role: iam.IRole, id: string, effect: iam.Effect): void {
    const name = `${id}${Names.nodeUniqueId(role.node)}`;
    new iam.Policy(this, name, {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          effect,
          actions: ['codepipeline:PutApprovalResult'],
          resources: [this.pipelineArn, `${this.pipelineArn}/*`],
        }),
      ],
    });
  }
}

function checkProps(scope: Construct, id: string, props: ReviewedPipelineProps): void {
  const errors = new PropErrors('ReviewedPipeline');
  const wrong = (value: string, form: RegExp) => !Token.isUnresolved(value) && !form.test(value);
  if (wrong(props.repository, /^[\w.-]+(\/[\w.-]+)+$/)) {
    errors.add('repository', `must be owner/name, but is '${props.repository}'`);
  }
  if (wrong(props.branch, /^[\w./-]+$/))
    errors.add('branch', `must name one branch, but is '${props.branch}'`);
  if (props.approvers.length === 0) errors.add('approvers', 'must name at least one role');
  const both = props.approvers.filter((role) => props.committers?.includes(role));
  if (both.length > 0) {
    errors.add(
      'approvers',
      `must be others than \`committers\`: ${both.map(({ node }) => node.path).join(', ')}`,
    );
  }
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  errors.throwIfAny(scope, id);
}
