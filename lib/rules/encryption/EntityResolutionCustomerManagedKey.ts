import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const EntityResolutionCustomerManagedKey = serviceKeyRule({
  id: 'EntityResolutionCustomerManagedKey',
  places: {
    'AWS::EntityResolution::MatchingWorkflow': { key: 'KMSArn', each: 'OutputSourceConfig' },
    'AWS::EntityResolution::IdMappingWorkflow': { key: 'KMSArn', each: 'OutputSourceConfig' },
  },
  subject: { ja: 'Entity Resolutionの名寄せ結果', en: 'Results of Entity Resolution' },
  holds: { ja: '名寄せした個人の記録', en: 'records of persons that were matched' },
  otherwise: AWS_OWNED,
  cdk: passKey('outputSourceConfig.kmsArn', 'CfnMatchingWorkflow', 'CfnIdMappingWorkflow'),
});
