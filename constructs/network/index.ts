export * from './dedicated-connection';
export * from './internet-vpc';
export * from './isolated-vpcs';
export * from './name-firewall';
export * from './sanitized-transfer';
export * from './web-firewall';
export * from './zone-network';
export * from './zone-vpc';
