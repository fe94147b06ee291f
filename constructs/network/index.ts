export * from './internet-vpc';
export * from './isolated-vpcs';
export * from './name-firewall';
export * from './web-firewall';
export * from './zone-network';
export * from './zone-vpc';
