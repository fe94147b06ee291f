import { parentPort, workerData } from 'node:worker_threads';
import { judging, type Result } from './judge';
import type { Subject } from './subjects';

/** So many results are sent at once. */
const BATCH = 200;

const { subjects, part, of } = workerData as { subjects: readonly Subject[]; part: number; of: number };
let batch: Result[] = [];
for (const subject of subjects) {
  for (const result of judging(subject, { part, of })) {
    batch.push(result);
    if (batch.length < BATCH) continue;
    parentPort?.postMessage(batch);
    batch = [];
  }
}
parentPort?.postMessage(batch);
