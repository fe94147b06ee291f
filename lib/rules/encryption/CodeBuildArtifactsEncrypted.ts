import { Claim } from '../../model/claim';
import { isFalse } from '../../model/requirement';
import { defineRule } from '../define';

/** The switches by which encryption is turned off, and lists of items with such a switch. */
const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  'AWS::CodeBuild::Project': ['Artifacts.EncryptionDisabled', 'LogsConfig.S3Logs.EncryptionDisabled'],
  'AWS::CodeBuild::ReportGroup': ['ExportConfig.S3Destination.EncryptionDisabled'],
};

export const CodeBuildArtifactsEncrypted = defineRule({
  id: 'CodeBuildArtifactsEncrypted',
  clauses: ['9.2(5)①(イ)', '9.2(6)①(オ)'],
  title: {
    ja: 'CodeBuildの生成物及びログは、暗号化を無効にしない',
    en: 'CodeBuild does not turn off the encryption of its artifacts and logs',
  },
  why: {
    ja: 'ビルドの生成物及びログには接続先や検証用のデータが残り、暗号化を外すとバケットを読める者に全て見える。',
    en: 'Artifacts and logs of builds hold addresses and test data, which without encryption all who read the bucket see.',
  },
  fix: {
    ja: 'Artifacts、SecondaryArtifacts、LogsConfig.S3Logs及びExportConfig.S3DestinationのEncryptionDisabledを削除するか、falseとしてください。指定しない場合は暗号化されます。',
    en: 'Remove EncryptionDisabled from Artifacts, SecondaryArtifacts, LogsConfig.S3Logs and ExportConfig.S3Destination, or set it to false. Without it, they are encrypted.',
  },
  cdk: {
    ja: 'Artifacts.s3()のencryptionをtrueのままとし、s3Loggingのencryptedをfalseにしない',
    en: 'leave encryption of Artifacts.s3() true, and do not set encrypted of the S3 logging to false',
  },
  resources: Object.keys(SWITCHES),
  check: (resource) =>
    Claim.all([
      ...(SWITCHES[resource.type] as readonly string[]).map((path) =>
        resource.get(path).orDefault(false).must(isFalse),
      ),
      resource
        .get('SecondaryArtifacts')
        .items()
        .every((item) => item.get('EncryptionDisabled').orDefault(false).must(isFalse)),
    ]),
});
