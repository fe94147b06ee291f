export * from './capacity-alarms';
export * from './security-monitoring';
