import type { Stack } from 'aws-cdk-lib';
import {
  CapacityAlarms,
  EncryptedQueue,
  EncryptedTopic,
  ProtectedBackupPlan,
  RecoveryAlarm,
  RecoveryVault,
  SecurityMonitoring,
  SecurityService,
  Zone,
} from '../../index';
import { type ConstructExample, EVERYWHERE } from './example';

/** Who hears of alarms. */
export function alarmTopicIn(stack: Stack): EncryptedTopic {
  return new EncryptedTopic(stack, 'AlarmTopic', { emailAddresses: ['joho@city.example.jp'] });
}

export const CONTINUITY: readonly ConstructExample[] = [
  {
    construct: 'ProtectedBackupPlan',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: '完全性2又は可用性2の情報資産の日次バックアップ。削除できない保管庫に置き、他のリージョンに写す',
      en: 'Daily backups of what is of integrity or availability 2, in a locked vault, with a copy in the other region',
    },
    build: (stack) =>
      new ProtectedBackupPlan(stack, 'Backups', {
        recoveryVaultArn: `arn:aws:backup:ap-northeast-3:${stack.account}:backup-vault:city-recovery`,
      }),
  },
  {
    construct: 'RecoveryVault',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'もう一つの国内リージョンに置くバックアップの保管庫',
      en: 'Vault for backups in the other domestic region',
    },
    build: (stack) => new RecoveryVault(stack, 'Recovery', { vaultName: 'city-recovery' }),
  },
  {
    construct: 'RecoveryAlarm',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'バックアップ及び復元の失敗を知らせるアラーム',
      en: 'Alarm when backups or restorations fail',
    },
    build: (stack) => new RecoveryAlarm(stack, 'RecoveryAlarm', { alarmTopic: alarmTopicIn(stack) }),
  },
];

export const MONITORING: readonly ConstructExample[] = [
  {
    construct: 'SecurityMonitoring',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'アカウントの常時監視（GuardDuty、Config、Security Hub、Access Analyzer）',
      en: 'Watches over an account (GuardDuty, Config, Security Hub, Access Analyzer)',
    },
    build: (stack) => new SecurityMonitoring(stack, 'Monitoring', { alarmTopic: alarmTopicIn(stack) }),
  },
  {
    construct: 'SecurityMonitoring',
    variant: 'provided by the platform',
    zones: [Zone.MANAGEMENT],
    build: (stack) =>
      new SecurityMonitoring(stack, 'Monitoring', {
        alarmTopic: alarmTopicIn(stack),
        providedByPlatform: Object.values(SecurityService),
      }),
  },
  {
    construct: 'CapacityAlarms',
    zones: EVERYWHERE,
    summary: {
      ja: '能力の不足及び失敗を知らせるアラーム',
      en: 'Alarms for what runs out and what fails',
    },
    build: (stack) =>
      new CapacityAlarms(stack, 'Alarms', { alarmTopic: alarmTopicIn(stack) }).watchQueue(
        new EncryptedQueue(stack, 'Notices'),
      ),
  },
];
