import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors } from '../private/prop-errors';

/** Properties of an `EncryptedTable`. */
export interface EncryptedTableProps {
  /** Attribute by which items are found. */
  readonly partitionKey: dynamodb.Attribute;

  /**
   * Attribute by which items of one partition are sorted.
   *
   * @default - none
   */
  readonly sortKey?: dynamodb.Attribute;

  /**
   * Attribute that holds the time, in seconds since 1970, after which an item is deleted.
   *
   * @default - items stay until they are deleted
   */
  readonly timeToLiveAttribute?: string;

  /**
   * Which image of a changed item the table's stream carries.
   *
   * @default - there is no stream
   */
  readonly stream?: dynamodb.StreamViewType;

  /**
   * Customer managed key of the items and of their backups.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A DynamoDB table: customer managed key (4(1)④), recovery to any second of 35 days (7.1(2)①), protection
 * against deletion (8.1⑥), capacity that follows demand (8.1④).
 *
 * @throws if `encryptionKey` is managed by AWS or does not rotate.
 */
export class EncryptedTable extends Construct {
  /** The table, for everything that takes one. */
  public readonly table: dynamodb.ITable;
  /** The customer managed key of the table. */
  public readonly encryptionKey: kms.IKey;
  private readonly resource: dynamodb.Table;

  constructor(scope: Construct, id: string, props: EncryptedTableProps) {
    const errors = new PropErrors('EncryptedTable');
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Table ${this.node.path}`);
    const { sortKey, timeToLiveAttribute, stream } = props;
    this.resource = new dynamodb.Table(this, 'Table', {
      partitionKey: props.partitionKey,
      ...(sortKey === undefined ? {} : { sortKey }),
      ...(timeToLiveAttribute === undefined ? {} : { timeToLiveAttribute }),
      ...(stream === undefined ? {} : { stream }),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      contributorInsightsSpecification: { enabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = this.resource as dynamodb.ITable;
  }

  /**
   * Adds an index by other attributes.
   *
   * @param index name, keys and projected attributes; capacity follows demand
   */
  public addGlobalSecondaryIndex(index: dynamodb.GlobalSecondaryIndexProps): void {
    this.resource.addGlobalSecondaryIndex(index);
  }

  /** Lets a principal read items, and decrypt them. */
  public grantReadData(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadData(grantee);
  }

  /** Lets a principal write items, and encrypt them. */
  public grantWriteData(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantWriteData(grantee);
  }

  /** Lets a principal read and write items. */
  public grantReadWriteData(grantee: iam.IGrantable): iam.Grant {
    return this.table.grantReadWriteData(grantee);
  }
}
