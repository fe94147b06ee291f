import './guardrail';
import { EncryptedBucket, LogArchive } from '../../../lib/pulumi/components';

const marks = { zone: 'my-number', integrity: 2, availability: 2, environment: 'production' } as const;

// Logs that nobody can alter, and the records of residents beside them.
const logs = new LogArchive('logs', { marks: { ...marks, confidentiality: 2 } });
const records = new EncryptedBucket('records', { marks: { ...marks, confidentiality: 3 } });

export const archive = logs.bucket.id;
export const bucket = records.bucket.id;
