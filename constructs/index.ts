export * from './compute';
export * from './continuity';
export * from './data';
export * from './identity';
export * from './logging';
export * from './monitoring';
export * from './network';
export * from './pipeline';
