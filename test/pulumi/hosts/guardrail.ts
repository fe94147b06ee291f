import { enforcePolicy } from '../../../lib/pulumi';

enforcePolicy({ language: 'en' });
