export * from './internet-vpc';
export * from './isolated-vpcs';
export * from './zone-vpc';
