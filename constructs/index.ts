export * from './compute';
export * from './data';
export * from './identity';
export * from './logging';
export * from './network';
