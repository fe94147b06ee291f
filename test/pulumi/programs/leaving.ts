import '../hosts/guardrail';
import * as aws from '@pulumi/aws';

new aws.s3.Bucket('records', { tags: { 'jichitai:zone': 'my-number' } });
process.exit(0);
