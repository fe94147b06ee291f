import { CustomResource, Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { EncryptedQueue } from '../data/encrypted-queue';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { customerManagedKey } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Fewest characters of a password. */
const PASSWORD_LENGTH = 14;
/** How many earlier passwords may not be taken again. */
const REUSE_PREVENTION = 24;

/**
 * CloudFormation has no resource for the policy. The policy stays as it is when the stack is deleted: an account without
 * one would take any password.
 */
const PROGRAM = `
import boto3
import cfnresponse

def handler(event, context):
    try:
        if event['RequestType'] != 'Delete':
            wanted = event['ResourceProperties']
            boto3.client('iam').update_account_password_policy(
                MinimumPasswordLength=int(wanted['MinimumPasswordLength']),
                PasswordReusePrevention=int(wanted['PasswordReusePrevention']),
                RequireSymbols=True,
                RequireNumbers=True,
                RequireUppercaseCharacters=True,
                RequireLowercaseCharacters=True,
                AllowUsersToChangePassword=True,
            )
        cfnresponse.send(event, context, cfnresponse.SUCCESS, {}, 'PasswordPolicy')
    except Exception as error:
        print(error)
        cfnresponse.send(event, context, cfnresponse.FAILED, {}, 'PasswordPolicy', reason=str(error))
`.trim();

/** Properties of a `PasswordPolicy`. */
export interface PasswordPolicyProps {
  /**
   * Fewest characters of a password, from 14 to 128.
   *
   * @default 14
   */
  readonly minimumLength?: number;
}

/**
 * The password policy of the account (6.4(3)③): for users of IAM that a platform cannot yet do without. Once in each
 * account, in a stack of the management zone.
 *
 * A function sets it, which may do nothing else. It is outside of every VPC, because IAM has no endpoint inside one.
 *
 * @throws if `minimumLength` is not from 14 to 128.
 */
export class PasswordPolicy extends Construct {
  constructor(scope: Construct, id: string, props: PasswordPolicyProps = {}) {
    const errors = new PropErrors('PasswordPolicy');
    errors.addIf('minimumLength', wholeNumberProblem(props.minimumLength, PASSWORD_LENGTH, 'characters'));
    if ((literal(props.minimumLength) ?? PASSWORD_LENGTH) > 128) {
      errors.add('minimumLength', `must be at most 128 characters, but is ${props.minimumLength}`);
    }
    errors.throwIfAny(scope, id);
    super(scope, id);

    const key = customerManagedKey(this, 'Key', `Password policy ${this.node.path}`);
    const log = new RetainedLogGroup(this, 'Log', { encryptionKey: key });
    const role = new iam.Role(this, 'Role', {
      description: 'Sets the password policy of the account, and nothing else',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    log.logGroup.grantWrite(role);
    role.addToPolicy(
      // The action knows no resource.
      new iam.PolicyStatement({ actions: ['iam:UpdateAccountPasswordPolicy'], resources: ['*'] }),
    );
    const setter = new lambda.Function(this, 'Setter', {
      code: lambda.Code.fromInline(PROGRAM),
      handler: 'index.handler',
      runtime: lambda.Runtime.PYTHON_3_14,
      architecture: lambda.Architecture.ARM_64,
      timeout: Duration.seconds(30),
      role,
      logGroup: log.logGroup,
      environmentEncryption: key,
      deadLetterQueue: new EncryptedQueue(this, 'Failed', { encryptionKey: key }).queue,
    });
    const policy = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::AccountPasswordPolicy',
      serviceToken: setter.functionArn,
      properties: {
        MinimumPasswordLength: props.minimumLength ?? PASSWORD_LENGTH,
        PasswordReusePrevention: REUSE_PREVENTION,
      },
    });
    policy.node.addDependency(role);
  }
}
