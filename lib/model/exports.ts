import type { Evaluator } from './evaluator';
import { ALWAYS, type Guard } from './guard';
import { environmentKey } from './pseudo';
import type { Resource } from './resource';
import { isRecord, own, type Template } from './template';
import { type Alternative, always, IMPOSSIBLE, type Unknown, unknown, type Value } from './value';

interface Output {
  readonly template: Template;
  readonly name: string;
  /** When it is exported under the name that was asked for. */
  readonly when?: Guard;
}

/** Outputs of the templates of one deployment, by which stacks refer to each other. */
export class Exports {
  private byExport: Map<string, Output[]> | undefined;
  /** How many templates it was made from. */
  private counted = 0;
  private readonly nested = new Map<Resource, Template>();

  constructor(private readonly templates: () => readonly Template[]) {}

  /** Says which template a nested stack has. */
  setNested(stack: Resource, template: Template): void {
    this.nested.set(stack, template);
  }

  nestedTemplate(stack: Resource): Template | undefined {
    return this.nested.get(stack);
  }

  nestedOutput(evaluator: Evaluator, stack: Resource, output: string): readonly Alternative[] {
    const template = this.nested.get(stack);
    if (template === undefined) {
      return always(
        open(evaluator, `nested\u0000${stack.id}\u0000${output}`, `${stack.logicalId}.Outputs.${output}`, {
          ja: `テンプレートの得られない入れ子スタック${stack.logicalId}の出力`,
          en: `an output of the nested stack ${stack.logicalId}, whose template is not at hand`,
        }),
      );
    }
    return this.output(evaluator, { template, name: output });
  }

  imported(evaluator: Evaluator, importer: Template, name: Value): readonly Alternative[] {
    if (name.kind === 'impossible') return always(name);
    if (name.kind !== 'known') {
      return always(unknown({ ja: '名前の定まらないインポート', en: 'an import whose name is not known' }));
    }
    const text = String(name.value);
    const sources = (this.exported(evaluator).get(text) ?? []).filter(({ template }) =>
      sameEnvironment(template, importer),
    );
    const [source] = sources;
    const elsewhere = open(
      evaluator,
      `import\u0000${environmentKey(importer)}\u0000${text}`,
      text,
      sources.length > 1
        ? { ja: `複数のスタックが公開する${text}`, en: `${text}, which several stacks export` }
        : { ja: `どのスタックも公開しない${text}`, en: `${text}, which no template at hand exports` },
    );
    if (sources.length !== 1 || source === undefined) return always(elsewhere);
    const named = source.when ?? ALWAYS;
    return evaluator.settle([
      ...this.output(evaluator, source).map(({ when, value }) => ({ when: when.and(named), value })),
      { when: named.not(), value: elsewhere },
    ]);
  }

  stackOutput(
    evaluator: Evaluator,
    importer: Template,
    {
      stack,
      output,
      region,
      role,
    }: Readonly<Record<'stack' | 'output' | 'region' | 'role', Value | undefined>>,
  ): readonly Alternative[] {
    const impossible = [stack, output, region, role].find((value) => value?.kind === 'impossible');
    if (impossible !== undefined) return always(impossible);
    const where =
      region?.kind === 'absent'
        ? importer.stack.region
        : region?.kind === 'known'
          ? String(region.value)
          : undefined;
    // A role may lead to another account.
    const sources = this.templates().filter(
      (template) =>
        stack?.kind === 'known' &&
        (region?.kind === 'absent' || region?.kind === 'known') &&
        role?.kind === 'absent' &&
        template.parent === undefined &&
        template.stack.stackName === stack.value &&
        agree(template.stack.account, importer.stack.account) &&
        agree(template.stack.region, where),
    );
    const [source] = sources;
    if (output?.kind === 'known' && source !== undefined && sources.length === 1) {
      return this.output(evaluator, { template: source, name: String(output.value) });
    }
    return always(
      unknown({ ja: '手元にないスタックの出力', en: 'an output of a stack whose template is not at hand' }),
    );
  }

  /** The names under which values are exported, with where. */
  exported(evaluator: Evaluator): ReadonlyMap<string, readonly Output[]> {
    const count = this.templates().length;
    if (this.byExport === undefined || this.counted !== count) {
      this.byExport = new Map();
      this.counted = count;
      for (const template of this.templates()) {
        for (const name of Object.keys(template.outputs)) {
          const raw = own(own(template.outputs[name], 'Export'), 'Name');
          if (raw === undefined) continue;
          for (const { when, value } of evaluator.evaluate({ template, raw })) {
            if (value.kind !== 'known') continue;
            const key = String(value.value);
            const sources = this.byExport.get(key);
            if (sources === undefined) this.byExport.set(key, [{ template, name, when }]);
            else sources.push({ template, name, when });
          }
        }
      }
    }
    return this.byExport;
  }

  private output(evaluator: Evaluator, { template, name }: Output): readonly Alternative[] {
    const declaration = own(template.outputs, name);
    if (!isRecord(declaration)) {
      return always(unknown({ ja: `定義のない出力${name}`, en: `the output ${name}, which is not defined` }));
    }
    const condition = own(declaration, 'Condition');
    const there = typeof condition === 'string' ? evaluator.conditions.named(condition, template) : ALWAYS;
    const value = evaluator.evaluate({ template, raw: declaration['Value'] });
    return evaluator.settle([
      ...value.map((alternative) => ({ when: alternative.when.and(there), value: alternative.value })),
      // A stack that imports what is not exported cannot be deployed.
      { when: there.not(), value: IMPOSSIBLE },
    ]);
  }
}

function open(evaluator: Evaluator, key: string, name: string, reason: Unknown['reason']): Unknown {
  return unknown(reason, { variable: evaluator.space.variable(key, name) });
}

/** Exports are shared within one account and region. */
export function sameEnvironment(a: Template, b: Template): boolean {
  return agree(a.stack.account, b.stack.account) && agree(a.stack.region, b.stack.region);
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
