export * from './administrator-role';
export * from './deployment-role';
export * from './operator-role';
export * from './password-policy';
export * from './privileged-role';
export * from './staff-user-pool';
export * from './vendor-administrator-role';
