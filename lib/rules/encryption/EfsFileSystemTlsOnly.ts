import { documentAt } from '../../analysis/identity/statements';
import { refusesPlaintext } from '../../analysis/tls-only';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_STORES } from './tls-rules';

export const EfsFileSystemTlsOnly = defineRule({
  id: 'EfsFileSystemTlsOnly',
  clauses: IN_TRANSIT_OF_STORES,
  title: {
    ja: 'EFSファイルシステムは、TLSによらないマウントを拒否する',
    en: 'EFS file systems refuse to be mounted without TLS',
  },
  why: {
    ja: 'ファイルシステムの側で拒否しなければ、暗号化を指定し忘れたサーバが一台加わるだけで、部署の共有ファイルが平文で流れる。',
    en: 'Unless the file system refuses, one server that is mounted without the option sends shared files in plain text.',
  },
  fix: {
    ja: 'FileSystemPolicyに、Effect: Deny、Principal: { AWS: "*" }、Action: "*"、Condition: { Bool: { aws:SecureTransport: "false" } }の文を加えてください。',
    en: 'Add to FileSystemPolicy a statement with Effect: Deny, Principal: { AWS: "*" }, Action: "*", Condition: { Bool: { aws:SecureTransport: "false" } }.',
  },
  cdk: {
    ja: 'FileSystemのfileSystemPolicyにこの文を加える',
    en: 'this statement in fileSystemPolicy of FileSystem',
  },
  resources: ['AWS::EFS::FileSystem'],
  check: (fileSystem) => {
    const policy = documentAt(fileSystem.get('FileSystemPolicy'), fileSystem);
    // Nothing can be read or written without a mount, and the policy has no other subject than its file system.
    const claim = refusesPlaintext(policy, fileSystem.template, {
      actions: ['elasticfilesystem:ClientMount'],
    });
    return claim.explained(
      policy.path,
      policy.isAbsent
        ? { ja: '指定なし（TLSなしでマウントできる）', en: 'not set: it can be mounted without TLS' }
        : {
            ja: 'TLSによらないマウントを全ての者に拒否する文がない',
            en: 'no statement that denies mounts without TLS to everybody',
          },
      {
        ja: 'aws:SecureTransportがfalseのとき、全ての者のelasticfilesystem:ClientMountを拒否する文',
        en: 'a statement that denies elasticfilesystem:ClientMount to everybody when aws:SecureTransport is false',
      },
      policy.at,
    );
  },
});
