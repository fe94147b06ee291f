/** Approved components for Pulumi programs: what the package exports as `jichitai-guardrails/pulumi/components`. */
export { EncryptedBucket, type EncryptedBucketArgs } from './encrypted-bucket';
export { EncryptedDatabase, type EncryptedDatabaseArgs } from './encrypted-database';
export { LogArchive, type LogArchiveArgs } from './log-archive';
export type { Marks } from './marks';
export { MyNumberVpc, type MyNumberVpcArgs } from './my-number-vpc';
export {
  type AllowedActions,
  VendorAdministratorRole,
  type VendorAdministratorRoleArgs,
} from './vendor-administrator-role';
