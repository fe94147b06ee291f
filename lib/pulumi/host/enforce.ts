import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import type { Assessment } from '../../assess';
import { checkLoaded, profileFor, registerFor } from '../../check';
import { languageOf as environmentLanguage } from '../../report/words';
import type { Language, Text } from '../../text';
import { normalise } from '../normalise';
import { messageOf } from './message';
import type { PolicyOptions } from './options';
import { Recorder } from './recorder';
import { configurationOf } from './settings';

/** What a Pulumi program is held against. */
export interface EnforceOptions extends PolicyOptions {
  /**
   * Whether a preview lets the program see texts in place of ids and ARNs that are known after deployment only, so that
   * policies which it puts together of them are judged before anything is made. Callbacks of `apply` run with these
   * texts, as they do with the real ones later; the engine is told that the values are not known.
   * Without them, a preview cannot see that a transform puts an unknown output in place of another one; an update does.
   * @default true
   */
  readonly placeholders?: boolean;
}

let isEnforced = false;

/**
 * Holds the program against the policy: preview and update fail where it does not hold. To be called before the
 * program makes its first resource, best by importing the file that calls it first of all (9.2(5)①(エ)).
 *
 * What is not known before deployment is undetermined and ends a preview as a violation does, unless the profile says
 * otherwise for the rule.
 *
 * @throws InputError for a profile or a register that cannot be read, Error outside of a program that Pulumi runs
 */
export function enforcePolicy(options: EnforceOptions = {}): void {
  if (isEnforced) throw new Error('enforcePolicy() is called once in a program');
  isEnforced = true;
  // What is wrong with these is said before anything is made.
  profileFor(options);
  registerFor(options);
  let isChecked = false;
  const recorder = new Recorder(async () => {
    const failure = await checkProgram(recorder, options);
    isChecked = true;
    return failure === undefined ? undefined : errorOf(failure);
  }, options.placeholders ?? true);
  // A program that ends itself before it could be checked must not look as if it had been, nor one whose SDK does not
  // tell the engine that all is registered.
  process.on('exit', (code) => {
    if (isChecked || code !== 0) return;
    const text = {
      ja: 'jichitai-guardrails：検査の前にプログラムが終了しました（process.exit()の呼出し、又は古い@pulumi/pulumi）',
      en: 'jichitai-guardrails: the program ended before it could be checked (by process.exit(), or with an old @pulumi/pulumi)',
    };
    process.stderr.write(`${say(text, languageOf(options))}\n`);
    process.exitCode = 1;
  });
}

/** @returns what to end the program with; undefined where the policy holds */
async function checkProgram(recorder: Recorder, options: EnforceOptions): Promise<string | undefined> {
  const language = languageOf(options);
  const missed = await recorder.missed();
  if (missed.length > 0) {
    return say(
      {
        ja: `jichitai-guardrails：enforcePolicy()より前に作られたリソースがあります（${missed.join('、')}）。プログラムの最初に呼び出してください`,
        en: `jichitai-guardrails: resources were made before enforcePolicy() was called (${missed.join(', ')}); call it first of all`,
      },
      language,
    );
  }
  const resources = await recorder.resources();
  const file = join(process.cwd(), 'Pulumi.yaml');
  const stack = {
    project: pulumi.getProject(),
    stack: pulumi.getStack(),
    file,
    resources,
    config: configurationOf(),
  };
  const assessment = checkLoaded(normalise([stack]), options);
  return tell(assessment, language);
}

/** Tells what was found through Pulumi's own log. @returns what to end the program with */
function tell({ findings, summary, blocking }: Assessment, language: Language): string | undefined {
  for (const finding of findings) {
    if (finding.verdict === 'evidence' || finding.verdict === 'excepted') continue;
    const message = messageOf(finding, language);
    void (finding.blocking ? pulumi.log.error(message) : pulumi.log.warn(message));
  }
  const { resources, rules, compliant, violation, undetermined, evidence, excepted } = summary;
  const counts: { ja: string; en: string } = {
    ja: `リソース${resources}個、規則${rules}件：適合${compliant}、不適合${violation}、判定不能${undetermined}、要証跡${evidence}、例外措置中${excepted}`,
    en: `${resources} resources, ${rules} rules: ${compliant} compliant, ${violation} violation, ${undetermined} undetermined, ${evidence} evidence needed, ${excepted} excepted`,
  };
  void pulumi.log.info(`jichitai-guardrails: ${say(counts, language)}`);
  if (!blocking) return undefined;
  const count = findings.filter((finding) => finding.blocking).length;
  return say(
    {
      ja: `jichitai-guardrails：配備できません（${count}件）`,
      en: `jichitai-guardrails: ${count} findings block the deployment`,
    },
    language,
  );
}

function languageOf({ language }: EnforceOptions): Language {
  return language ?? environmentLanguage(process.env);
}

/** An error without a stack: Pulumi shows its message alone, and on Node 20 hangs over the colours of some stacks. */
function errorOf(message: string): Error {
  const error = new pulumi.RunError(message);
  error.stack = '';
  return error;
}

function say(text: Text, language: Language): string {
  return text[language];
}
