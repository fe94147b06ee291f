import { Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Statistics on residents, in the region with the newest services. */
export class AnalysisStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const extract = new s3.Bucket(this, 'Extract');
    // 4(1)②(イ): the vendor takes the data home.
    extract.grantRead(new iam.AccountPrincipal('444455556666'));
  }
}
