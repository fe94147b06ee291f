import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors } from '../private/prop-errors';

/** Properties of an `EncryptedTopic`. */
export interface EncryptedTopicProps {
  /**
   * Mail addresses that get every message; each has to confirm once. Messages leave AWS by mail, so they may
   * tell that something happened, and not hold records.
   *
   * @default - none; `addSubscription` adds queues, functions and others
   */
  readonly emailAddresses?: string[];

  /**
   * What receivers see as the sender.
   *
   * @default - none
   */
  readonly displayName?: string;

  /**
   * Customer managed key of the messages.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/** A topic that alarms can go to: an `EncryptedTopic` of the app, or one that the platform has. */
export interface IEncryptedTopic {
  /** The topic, for everything that takes one. */
  readonly topic: sns.ITopic;

  /**
   * Lets an AWS service publish on behalf of this account only.
   *
   * @param servicePrincipalName such as `cloudwatch.amazonaws.com`
   */
  allowPublishBy(servicePrincipalName: string): void;
}

/**
 * A topic: customer managed key (4(1)④), published to over TLS only (5.3④, 3(2)⑦), by this account only
 * (7.2(1)①). AWS services publish once `allowPublishBy` names them.
 *
 * @throws if `encryptionKey` is managed by AWS or does not rotate, or `emailAddresses` holds something else.
 */
export class EncryptedTopic extends Construct implements IEncryptedTopic {
  /**
   * A topic that another app made, such as the one on which the platform takes alarms (8.1③). Its own policy and that of
   * its key have to let the services publish that alarms come from.
   */
  public static fromTopicArn(scope: Construct, id: string, topicArn: string): IEncryptedTopic {
    return new ImportedTopic(scope, id, topicArn);
  }

  /** The topic, for everything that takes one. */
  public readonly topic: sns.ITopic;
  /** The customer managed key of the topic. */
  public readonly encryptionKey: kms.IKey;
  private readonly services = new Set<string>();

  constructor(scope: Construct, id: string, props: EncryptedTopicProps = {}) {
    const errors = new PropErrors('EncryptedTopic');
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    for (const address of props.emailAddresses ?? []) {
      if (!address.includes('@') && !address.includes('$')) {
        errors.add('emailAddresses', `must hold mail addresses, but holds '${address}'`);
      }
    }
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Topic ${this.node.path}`);
    this.topic = new sns.Topic(this, 'Topic', {
      ...(props.displayName === undefined ? {} : { displayName: props.displayName }),
      masterKey: this.encryptionKey,
      enforceSSL: true,
    });
    (props.emailAddresses ?? []).forEach((endpoint, index) => {
      new sns.Subscription(this, `Mail${index + 1}`, {
        topic: this.topic,
        protocol: sns.SubscriptionProtocol.EMAIL,
        endpoint,
      });
    });
  }

  /** Adds a receiver, such as those of `aws-cdk-lib/aws-sns-subscriptions`. */
  public addSubscription(subscription: sns.ITopicSubscription): sns.Subscription {
    return this.topic.addSubscription(subscription);
  }

  /** Lets a principal publish, and encrypt what it publishes. */
  public grantPublish(grantee: iam.IGrantable): iam.Grant {
    return this.topic.grantPublish(grantee);
  }

  /**
   * Lets an AWS service publish on behalf of this account only.
   *
   * @param servicePrincipalName such as `cloudwatch.amazonaws.com`
   */
  public allowPublishBy(servicePrincipalName: string): void {
    if (this.services.has(servicePrincipalName)) return;
    this.services.add(servicePrincipalName);
    const principals = [new iam.ServicePrincipal(servicePrincipalName)];
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: `Allow-${servicePrincipalName.replace(/\W/g, '-')}`,
        principals,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions,
      }),
    );
    this.encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        principals,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions,
      }),
    );
  }
}

class ImportedTopic extends Construct implements IEncryptedTopic {
  public readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, topicArn: string) {
    super(scope, id);
    this.topic = sns.Topic.fromTopicArn(this, 'Topic', topicArn);
  }

  /** Policies of what another app made are written there. */
  public allowPublishBy(): void {}
}
