import { Claim } from '../../model/claim';
import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_MANAGED, passKey } from './service-keys';

const OUTPUTS = [
  ['DataCaptureConfig', 'KmsKeyId'],
  ['AsyncInferenceConfig', 'OutputConfig.KmsKeyId'],
] as const;

export const SageMakerCaptureCustomerManagedKey = customerManagedKeyRule({
  id: 'SageMakerCaptureCustomerManagedKey',
  resources: ['AWS::SageMaker::EndpointConfig'],
  subject: {
    ja: 'SageMakerの推論の記録及び非同期の出力',
    en: 'Captured data and asynchronous output of SageMaker endpoints',
  },
  holds: {
    ja: '推論に与えた個人の情報とその結果が残る。',
    en: 'They hold the personal data given to a model, and its answers.',
  },
  write: {
    ja: 'DataCaptureConfig.KmsKeyId及びAsyncInferenceConfig.OutputConfig.KmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set DataCaptureConfig.KmsKeyId and AsyncInferenceConfig.OutputConfig.KmsKeyId to a customer managed key',
  },
  otherwise: AWS_MANAGED,
  cdk: passKey('dataCaptureConfig, asyncInferenceConfig', 'CfnEndpointConfig'),
  check: (endpoint, key) =>
    Claim.all(
      OUTPUTS.map(([name, path]) => {
        const output = endpoint.get(name);
        return output.get(path).must(key).onlyIf(isSet(output));
      }),
    ),
});
