export * from './access-log-bucket';
export * from './log-archive';
export * from './retained-log-group';
