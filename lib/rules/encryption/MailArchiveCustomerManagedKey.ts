import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const MailArchiveCustomerManagedKey = serviceKeyRule({
  id: 'MailArchiveCustomerManagedKey',
  places: {
    'AWS::SES::MailManagerArchive': 'KmsKeyArn',
  },
  subject: { ja: 'SESのメールアーカイブ', en: 'Mail archives of SES' },
  holds: { ja: '送受信したメールの全文', en: 'all mail that was sent and received' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyArn', 'CfnMailManagerArchive'),
});
