import { parentPort, workerData } from 'node:worker_threads';
import { judge } from './judge';
import type { Subject } from './subjects';

const { subjects, part, of } = workerData as { subjects: readonly Subject[]; part: number; of: number };
for (const subject of subjects) parentPort?.postMessage(judge(subject, { part, of }));
