import * as aws from '@pulumi/aws';
import { enforcePolicy } from '../../../lib/pulumi';

const topic = new aws.sns.Topic('early');
topic.urn.apply(() => enforcePolicy({ language: 'en' }));
