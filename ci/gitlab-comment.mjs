// Puts a Markdown report below a merge request of GitLab: the note that is there is brought up to date.
//
//   node gitlab-comment.mjs FILE
//
// CI_API_V4_URL, CI_PROJECT_ID and CI_MERGE_REQUEST_IID are GitLab's own; JICHITAI_COMMENT_TOKEN is a token that may
// write notes (scope api). Ends with 1 where the note could not be written: the gate has its own status.
import { readFileSync } from 'node:fs';

const MARKER = '<!-- jichitai-guardrails -->';
const TIMEOUT_MS = 30_000;
const { CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, JICHITAI_COMMENT_TOKEN } = process.env;
const NOTES = `${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`;

async function ask(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', 'private-token': JICHITAI_COMMENT_TOKEN },
    // The token goes nowhere but to GitLab.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
  });
  if (!response.ok) throw new Error(`GitLab answers ${method} with ${response.status}`);
  return response;
}

/** The note of an earlier run. */
async function earlier() {
  for (let page = '1'; page; ) {
    const response = await ask('GET', `${NOTES}?sort=asc&order_by=created_at&per_page=100&page=${page}`);
    const mine = (await response.json()).find(({ system, body }) => !system && body.startsWith(MARKER));
    if (mine !== undefined) return mine.id;
    page = response.headers.get('x-next-page');
  }
  return undefined;
}

try {
  const body = readFileSync(process.argv[2], 'utf8');
  const id = await earlier();
  if (id === undefined) await ask('POST', NOTES, body);
  else await ask('PUT', `${NOTES}/${id}`, body);
} catch (error) {
  console.error(
    `jichitai-guardrails: the merge request has no new note: ${error.cause?.message ?? error.message}`,
  );
  process.exitCode = 1;
}
