import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { apiPages } from './docs/api';
import { type ApiItem, entryPointOf } from './docs/api-model';
import ENTRY_POINTS from './package/entry-points.json';

const ROOT = join(__dirname, '..');
const CONFIG = join(ROOT, 'api-extractor.json');
const DOCS = join(ROOT, 'docs', 'api');
const PACKAGE = 'jichitai-guardrails';

/** Writes the declarations of each entry point in one file, the report of its public surface, and its pages. */
function main(): void {
  const models = new Map<string, ApiItem>();
  for (const [name, file] of Object.entries(ENTRY_POINTS)) {
    const specifier = name === 'index' ? PACKAGE : `${PACKAGE}/${name}`;
    const flat = name.replaceAll('/', '-');
    extract(flat, file.replace(/\.ts$/, '.d.ts'));
    models.set(
      specifier,
      entryPointOf(JSON.parse(readFileSync(join(ROOT, 'dist', 'api', `${flat}.api.json`), 'utf8'))),
    );
  }
  rmSync(join(DOCS, 'reference'), { recursive: true, force: true });
  for (const [path, text] of apiPages(models)) {
    const file = join(DOCS, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** What `api-extractor run --local` does, for one entry point. */
function extract(name: string, declarations: string): void {
  const configObject = ExtractorConfig.loadFile(CONFIG);
  configObject.mainEntryPointFilePath = `<projectFolder>/dist/${declarations}`;
  const tsconfig = configObject.compiler?.overrideTsconfig as { include: readonly string[] } | undefined;
  if (tsconfig !== undefined) tsconfig.include = [`dist/${declarations}`];
  const { apiReport, docModel, dtsRollup } = configObject;
  if (apiReport === undefined || docModel === undefined || dtsRollup === undefined) {
    throw new Error('api-extractor.json lacks a report, a model or declarations');
  }
  if (name !== 'index') apiReport.reportFileName = `${PACKAGE}.${name}.api.md`;
  docModel.apiJsonFilePath = `<projectFolder>/dist/api/${name}.api.json`;
  dtsRollup.untrimmedFilePath = `<projectFolder>/dist/package/${name}.d.ts`;
  const config = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: CONFIG,
    packageJsonFullPath: join(ROOT, 'package.json'),
  });
  const { succeeded, errorCount, warningCount } = Extractor.invoke(config, { localBuild: true });
  if (!succeeded) {
    throw new Error(`the declarations of ${name}: ${errorCount} errors, ${warningCount} warnings`);
  }
}

main();
