export * from './reviewed-pipeline';
