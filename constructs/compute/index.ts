export * from './private-api';
export * from './private-function';
export * from './private-service';
export * from './public-web-front';
export type { ServerProps } from './server-parts';
export * from './time-synced-fleet';
export * from './time-synced-instance';
