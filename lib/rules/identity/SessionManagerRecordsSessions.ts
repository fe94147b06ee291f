import { named, ofShells } from '../../analysis/identity/session-documents';
import { Claim } from '../../model/claim';
import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const SessionManagerRecordsSessions = defineRule({
  id: 'SessionManagerRecordsSessions',
  clauses: ['7.1(4)①', '7.1(6)①', '7.2(2)④'],
  title: {
    ja: 'Session Managerの操作は記録し、通信及び記録を暗号化する',
    en: 'What is done in Session Manager is recorded, and both the session and the record are encrypted',
  },
  why: {
    ja: 'サーバの中で誰が何をしたかは、この記録にしか残らない。',
    en: 'Who did what inside of a server is written nowhere else.',
  },
  fix: {
    ja: 'AWS::SSM::Document（DocumentType: Session）のContent.inputsに、cloudWatchLogGroupNameとcloudWatchEncryptionEnabled: true（又はs3BucketNameとs3EncryptionEnabled: true）及びkmsKeyIdを指定してください。',
    en: 'In Content.inputs of the AWS::SSM::Document (DocumentType: Session) set cloudWatchLogGroupName with cloudWatchEncryptionEnabled: true (or s3BucketName with s3EncryptionEnabled: true), and kmsKeyId.',
  },
  cdk: { ja: 'CfnDocumentのcontentに指定する', en: 'content of CfnDocument' },
  resources: ['AWS::SSM::Document'],
  check: (document) =>
    ofShells(document, (inputs) => {
      // Where nothing says otherwise the agent asks for an encrypted destination.
      const kept = (name: string, encrypted: string) =>
        inputs.get(name).must(named).and(inputs.get(encrypted).orDefault(true).must(isTrue));
      const recorded = kept('cloudWatchLogGroupName', 'cloudWatchEncryptionEnabled').or(
        kept('s3BucketName', 's3EncryptionEnabled'),
      );
      // Where one destination is enough, the other one is not worth telling.
      return inputs
        .get('kmsKeyId')
        .must(named)
        .and(recorded.holds.isAlways ? Claim.HOLDS : recorded);
    }),
});
