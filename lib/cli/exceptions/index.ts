import { InputError } from '../../errors';
import type { Command } from '../commands';
import { apply } from './apply';
import { keygen } from './keygen';
import { sign } from './sign';
import { expireSoon, list, verify } from './states';

const SUBCOMMANDS: Readonly<Record<string, Command>> = {
  keygen,
  apply,
  sign,
  verify,
  list,
  'expire-soon': expireSoon,
};

/** `jichitai-guardrails exceptions …`: the register of exceptions (8.4). */
export const exceptions: Command = ([name, ...args], options, language, io) => {
  const command = name !== undefined && Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (command === undefined) {
    const names = Object.keys(SUBCOMMANDS);
    throw new InputError({
      ja: `exceptions の後に${names.join('、')}のいずれかを指定してください`,
      en: `exceptions must be followed by one of ${names.join(', ')}`,
    });
  }
  return command(args, options, language, io);
};
