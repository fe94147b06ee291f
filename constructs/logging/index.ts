export * from './access-log-bucket';
export * from './audit-trail';
export * from './log-archive';
export * from './retained-log-group';
