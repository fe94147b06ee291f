import { asAlternative } from '../../analysis/evidence';
import { documentAt } from '../../analysis/identity/statements';
import { coversAction, denies, statement, statementsOf } from '../../analysis/policy-document';
import { namesEveryone } from '../../analysis/tls-only';
import { atLeast, empty } from '../../model/requirement';
import { defineRule } from '../define';

const DELETE = 'backup:DeleteRecoveryPoint';

export const BackupVaultGuardsBackups = defineRule({
  id: 'BackupVaultGuardsBackups',
  clauses: ['8.1⑥', '7.1(2)①'],
  title: {
    ja: 'バックアップのボールトは、バックアップの削除を禁止する',
    en: 'Backup vaults deny the deletion of backups',
  },
  why: {
    ja: '身代金要求型の攻撃は、先にバックアップを消去してから情報を暗号化する。消去できるバックアップは備えとならない。',
    en: 'Whoever extorts a city deletes its backups first. A backup that can be deleted is no help then.',
  },
  fix: {
    ja: 'LockConfigurationのMinRetentionDaysをプロファイルのminimumBackupRetentionDays以上とするか、AccessPolicyに、Principalを"*"としてbackup:DeleteRecoveryPointを拒否する文を加えてください。',
    en: 'Set MinRetentionDays in LockConfiguration to at least minimumBackupRetentionDays of the profile, or add a statement to AccessPolicy that denies backup:DeleteRecoveryPoint to Principal "*".',
  },
  cdk: {
    ja: 'BackupVaultのlockConfigurationを指定するか、blockRecoveryPointDeletionをtrueとする',
    en: 'lockConfiguration of BackupVault, or blockRecoveryPointDeletion: true',
  },
  // The clause asks for a procedure around the operation, of which this is the technical part.
  duty: 'should',
  resources: ['AWS::Backup::BackupVault'],
  check: (vault, { profile }) =>
    statementsOf(documentAt(vault.get('AccessPolicy'), vault))
      .some((field) => {
        const so = statement(field);
        return denies(so)
          .and(namesEveryone(so.principal, vault.template))
          .and(so.actions.some((action) => action.must(coversAction(DELETE))))
          .and(so.condition.must(empty));
      })
      .or(
        // A lock that takes backups for a shorter time lets somebody fill the vault with such.
        asAlternative(
          vault
            .get('LockConfiguration.MinRetentionDays')
            .must(atLeast(profile.minimumBackupRetentionDays, { ja: '日', en: ' days' })),
        ),
      )
      .explained(
        'AccessPolicy',
        { ja: '削除の禁止なし', en: 'no denial of deletion' },
        { ja: `${DELETE}の拒否、又はロック`, en: `a denial of ${DELETE}, or a lock` },
        vault.at,
      ),
});
