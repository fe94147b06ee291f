import { isTrue } from '../../model/requirement';
import { logRule } from './log-table';

export const AcceleratorFlowLogs = logRule({
  id: 'AcceleratorFlowLogs',
  resources: ['AWS::GlobalAccelerator::Accelerator'],
  subject: { ja: 'Global Accelerator', en: 'Accelerators of Global Accelerator' },
  log: { ja: 'フローログ', en: 'a flow log' },
  why: {
    ja: 'インターネットからの入口でありながら、どこから通信が来たかの記録がない。',
    en: 'It is an entrance from the Internet, and nothing records from where it was used.',
  },
  fix: {
    ja: 'FlowLogsEnabledをtrueとし、FlowLogsS3Bucketに保管先を指定してください。指定しない場合、記録しません。',
    en: 'Set FlowLogsEnabled to true and FlowLogsS3Bucket to a bucket; without it, nothing is recorded.',
  },
  cdk: {
    ja: 'CfnAcceleratorのflowLogsEnabledをtrueとする',
    en: 'flowLogsEnabled: true of CfnAccelerator',
  },
  check: (accelerator) => accelerator.get('FlowLogsEnabled').orDefault(false).must(isTrue),
});
