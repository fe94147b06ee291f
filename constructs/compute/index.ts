export * from './private-function';
