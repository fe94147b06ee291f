export * from './protected-backup-plan';
export * from './recovery-alarm';
export { RecoveryVault, type RecoveryVaultProps } from './recovery-vault';
