export * from './vendor-administrator-role';
