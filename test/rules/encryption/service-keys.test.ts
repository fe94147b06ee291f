import { keyCases } from './key-cases';
import { SERVICE_KEYS } from './service-keys';

keyCases(SERVICE_KEYS);
