/** Keeps rules of cdk-nag, which only a CDK app can judge, apart from the product's own, which may be named alike. */
export const NAG_PREFIX = 'CdkNag-';
