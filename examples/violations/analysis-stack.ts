import { Duration, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Statistics on residents, in the region with the newest services. */
export class AnalysisStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    // 3(2)⑥(イ): years of records go to an archive that nothing locks.
    const extract = new s3.Bucket(this, 'Extract', {
      lifecycleRules: [
        { transitions: [{ storageClass: s3.StorageClass.DEEP_ARCHIVE, transitionAfter: Duration.days(90) }] },
      ],
    });
    // 4(1)②(イ): the vendor takes the data home.
    extract.grantRead(new iam.AccountPrincipal('444455556666'));
    // 4(1)②(イ): and has it sent to the office.
    new events.CfnApiDestination(this, 'Office', {
      connectionArn: 'arn:aws:events:us-east-1:444455556666:connection/office/1',
      httpMethod: 'POST',
      invocationEndpoint: 'https://office.example.com/residents',
    });
    // 7.3(3)②(ウ): the tests run on the records themselves.
    const tests = new rds.CfnDBInstance(this, 'Tests', {
      dbInstanceClass: 'db.t4g.medium',
      dbSnapshotIdentifier: 'residents-before-migration',
    });
    Tags.of(tests).add('jichitai:environment', 'verification'); // 7.3(3)①(ア)
  }
}
