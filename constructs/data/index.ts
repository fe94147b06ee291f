export * from './database-engine';
export * from './encrypted-bucket';
export * from './encrypted-database';
