import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { WebFirewall } from '../network/web-firewall';
import { customerManagedKey, keyProblem } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Fewest characters of a password. */
const PASSWORD_LENGTH = 12;
/** Longest validity of a token, in minutes. */
const TOKEN_MINUTES = 60;
/** Longest time in which a log-in is renewed without the user, in hours: a working day. */
const LOGIN_HOURS = 12;

/** Properties of a `StaffUserPool`. */
export interface StaffUserPoolProps {
  /**
   * Fewest characters of a password, at least 12.
   *
   * @default 12
   */
  readonly minimumPasswordLength?: number;

  /**
   * For how long a password that was sent with an invitation can be used, in days, from 1 to 7.
   *
   * @default 1
   */
  readonly temporaryPasswordDays?: number;

  /**
   * Customer managed key of the users' data.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/** How an application logs its users in. */
export interface StaffClientOptions {
  /** Addresses, all of HTTPS, to which users return after they have logged in. */
  readonly callbackUrls: string[];

  /**
   * How long a log-in lasts without the user, in hours, from 1 to 12.
   *
   * @default 12
   */
  readonly loginHours?: number;
}

/**
 * The users of a system who are staff: a second factor by an authenticator (4(1)②(ア), 5.4④), long passwords
 * (6.4(3)), lock-out after failed attempts and on suspicion (7.2(4), 7.5(7)), short tokens (7.2(4)), registered by
 * administrators only (7.2(1)①), customer managed key (4(1)④), protected against deletion (8.1⑥), a web ACL in front (7.1(10)④).
 *
 * Cognito locks a user out after five failures, for longer each time; this is built in and cannot be turned off.
 *
 * @throws if a number is out of range, or `encryptionKey` is managed by AWS or does not rotate.
 */
export class StaffUserPool extends Construct {
  /** The pool, for everything that takes one. */
  public readonly userPool: cognito.IUserPool;
  /** The customer managed key of the pool. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: StaffUserPoolProps = {}) {
    const errors = new PropErrors('StaffUserPool');
    errors.addIf(
      'minimumPasswordLength',
      wholeNumberProblem(props.minimumPasswordLength, PASSWORD_LENGTH, 'characters'),
    );
    errors.addIf('temporaryPasswordDays', wholeNumberProblem(props.temporaryPasswordDays, 1, 'days'));
    if ((literal(props.temporaryPasswordDays) ?? 1) > 7) {
      errors.add('temporaryPasswordDays', `must be at most 7 days, but is ${props.temporaryPasswordDays}`);
    }
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Users ${this.node.path}`);
    const pool = new cognito.UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInCaseSensitive: false,
      mfa: cognito.Mfa.REQUIRED,
      // Messages to telephones can be redirected; an authenticator cannot.
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: props.minimumPasswordLength ?? PASSWORD_LENGTH,
        requireUppercase: true,
        requireLowercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(props.temporaryPasswordDays ?? 1),
      },
      // A password that was forgotten is given anew by an administrator, who knows the user.
      accountRecovery: cognito.AccountRecovery.NONE,
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const resource = pool.node.defaultChild as cognito.CfnUserPool;
    resource.keyConfiguration = { keyType: 'CUSTOMER_MANAGED_KEY', kmsKeyArn: this.encryptionKey.keyArn };
    // The pool's own addresses are on the Internet, in whichever zone it is used.
    new WebFirewall(this, 'Firewall', { resourceArn: pool.userPoolArn });
    this.userPool = pool;
  }

  /**
   * Adds an application into which the staff log in, by authorization code.
   *
   * @throws if a return address is not of HTTPS, or `loginHours` is out of range
   */
  public addClient(id: string, options: StaffClientOptions): cognito.UserPoolClient {
    const errors = new PropErrors('StaffUserPool');
    for (const url of options.callbackUrls.filter(
      (value) => literal(value)?.startsWith('https://') === false,
    )) {
      errors.add('callbackUrls', `must hold addresses of HTTPS, but holds '${url}'`);
    }
    errors.addIf('loginHours', wholeNumberProblem(options.loginHours, 1, 'hours'));
    if ((literal(options.loginHours) ?? 1) > LOGIN_HOURS) {
      errors.add('loginHours', `must be at most ${LOGIN_HOURS} hours, but is ${options.loginHours}`);
    }
    errors.throwIfAny(this, id);
    return this.userPool.addClient(id, {
      generateSecret: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(TOKEN_MINUTES),
      idTokenValidity: Duration.minutes(TOKEN_MINUTES),
      refreshTokenValidity: Duration.hours(options.loginHours ?? LOGIN_HOURS),
      authFlows: { userSrp: true },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: options.callbackUrls,
      },
    });
  }
}
