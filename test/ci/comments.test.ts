import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, REPOSITORY } from '../helpers/build';
import { type Shell, yamlOf } from './workflow';

// The comment below a merge request, from the component's own steps, against a server that plays GitLab's notes.
ensureBuilt();
const TOKEN = 'token-of-the-test';
const [, component] = yamlOf('templates/check.yml') as [
  unknown,
  { 'jichitai-guardrails': { script: string[]; after_script: string[] } },
];
const job = component['jichitai-guardrails'];

interface Note {
  readonly id: number;
  readonly system?: boolean;
  body: string;
}

let folder: string;
let notes: Note[];
let asked: string[];
let answer: number | undefined;
const PAGE = 100;
const server = createServer(async (request, response) => {
  const url = new URL(request.url as string, 'http://gitlab');
  const [, id] =
    /^\/api\/v4\/projects\/7\/merge_requests\/3\/notes(?:\/(\d+))?$/.exec(url.pathname) ??
    fail(`GitLab has no ${url.pathname}`);
  asked.push(`${request.method}${id === undefined ? '' : ` ${id}`}`);
  const note = notes.find((one) => String(one.id) === id);
  if (answer !== undefined || request.headers['private-token'] !== TOKEN) {
    response.writeHead(answer ?? 401).end('{"message":"no"}');
    return;
  }
  if (request.method === 'GET') {
    const page = Number(url.searchParams.get('page'));
    const size = Number(url.searchParams.get('per_page'));
    response.setHeader('x-next-page', page * size < notes.length ? String(page + 1) : '');
    response.end(JSON.stringify(notes.slice((page - 1) * size, page * size)));
    return;
  }
  const { body } = JSON.parse(await textOf(request)) as { body: string };
  if (request.method === 'POST') notes.push({ id: 1000 + notes.length, body });
  else if (note !== undefined) note.body = body;
  response.writeHead(note === undefined && request.method === 'PUT' ? 404 : 200).end('{}');
});

beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => void server.close(done)));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-comments-'));
  notes = [];
  asked = [];
  answer = undefined;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fail(message: string): never {
  throw new Error(message);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Shell that does not stop the server meanwhile. */
function shell(lines: readonly string[], env: Readonly<Record<string, string>>): Promise<Shell> {
  const script = lines.join('\n').replaceAll('$[[ inputs.scripts ]]', join(REPOSITORY, 'ci'));
  return new Promise((done) => {
    const child = execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      { cwd: folder, env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env } },
      (_, stdout, stderr) => done({ status: child.exitCode, output: `${stdout}${stderr}` }),
    );
  });
}

/** The job as a runner goes through it: what comes after the script does not change how it ends. */
async function run(days: number, more: Readonly<Record<string, string>> = {}) {
  const log = {
    Type: 'AWS::Logs::LogGroup',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { RetentionInDays: days },
  };
  const mark = { Zone: 'internet', Confidentiality: 1, Integrity: 1, Availability: 1 };
  writeFileSync(
    join(folder, 'web.json'),
    JSON.stringify({ Metadata: { Jichitai: mark }, Resources: { Log: log } }),
  );
  const { port } = server.address() as AddressInfo;
  const env = {
    JICHITAI_ASSEMBLY: 'web.json',
    JICHITAI_COMMAND: `${process.execPath} ${join(REPOSITORY, 'bin', 'jichitai-guardrails.js')}`,
    JICHITAI_FORMATS: 'markdown',
    JICHITAI_COMMENT_TOKEN: TOKEN,
    CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`,
    CI_PROJECT_ID: '7',
    CI_MERGE_REQUEST_IID: '3',
    ...more,
  };
  const { status } = await shell(job.script, env);
  return { status, comment: await shell(job.after_script, env) };
}

test('a first run writes a note, the next brings the same one up to date', async () => {
  notes = [
    { id: 1, system: true, body: '<!-- jichitai-guardrails --> was mentioned' },
    { id: 2, body: 'A note of somebody else about <!-- jichitai-guardrails -->' },
  ];
  expect(await run(7)).toMatchObject({ status: 1, comment: { status: 0, output: '' } });
  expect(asked).toEqual(['GET', 'POST']);
  expect(notes[2]?.body).toMatch(/^<!-- jichitai-guardrails -->\n\n## ❌/);
  expect(await run(400)).toMatchObject({ status: 0, comment: { status: 0, output: '' } });
  expect(asked.slice(2)).toEqual(['GET', 'PUT 1002']);
  expect(notes).toHaveLength(3);
  expect(notes[2]?.body).toMatch(/^<!-- jichitai-guardrails -->\n\n## ✅/);
});

test('the note is found behind many others', async () => {
  notes = Array.from({ length: PAGE + 5 }, (_, id) => ({ id, body: 'LGTM' }));
  notes[PAGE + 2] = { id: 77, body: '<!-- jichitai-guardrails -->\n\nof yesterday' };
  await run(400);
  expect(asked).toEqual(['GET', 'GET', 'PUT 77']);
});

test.each([
  ['violating', 7, 1],
  ['compliant', 400, 0],
])('a GitLab that fails does not change how the %s job ends', async (_, days, status) => {
  answer = 503;
  const result = await run(days);
  expect(result).toMatchObject({ status, comment: { status: 1 } });
  expect(result.comment.output).toContain('GitLab answers GET with 503');
  expect(notes).toEqual([]);
});

test.each([
  ['a token that may not', { JICHITAI_COMMENT_TOKEN: 'of another' }, /GitLab answers GET with 401/],
  ['an address where nothing answers', { CI_API_V4_URL: 'http://127.0.0.1:1/api/v4' }, /no new note/],
] as const)('%s is told, without the token', async (_, env, said) => {
  const { status, comment } = await run(7, env);
  expect(status).toBe(1);
  expect(comment.output).toMatch(said);
  for (const value of [TOKEN, 'of another']) expect(comment.output).not.toContain(value);
});

test('without a token, or outside of a merge request, nothing is asked', async () => {
  expect((await run(7, { JICHITAI_COMMENT_TOKEN: '' })).comment.status).toBe(0);
  expect((await run(7, { CI_MERGE_REQUEST_IID: '' })).comment.status).toBe(0);
  expect(asked).toEqual([]);
});
