import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const PrometheusCustomerManagedKey = serviceKeyRule({
  id: 'PrometheusCustomerManagedKey',
  places: {
    'AWS::APS::Workspace': 'KmsKeyArn',
  },
  subject: { ja: 'Managed Prometheusのワークスペース', en: 'Workspaces of Managed Prometheus' },
  holds: { ja: 'システムの稼働の計測値', en: 'measurements of the systems' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyArn', 'CfnWorkspace'),
  // The clauses protect the information that is handled; measurements are not that by themselves.
  duty: 'should',
});
