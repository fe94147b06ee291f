import type { Evaluator } from './evaluator';
import { NEVER } from './guard';
import type { Resource } from './resource';
import { isRecord, own, type Template } from './template';
import { type Alternative, always, IMPOSSIBLE, type Unknown, unknown, type Value } from './value';

interface Output {
  readonly template: Template;
  readonly name: string;
}

/** Outputs of the templates of one deployment, by which stacks refer to each other. */
export class Exports {
  private byExport: Map<string, Output[]> | undefined;
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
    if (sources.length === 1 && source !== undefined) return this.output(evaluator, source);
    return always(
      open(
        evaluator,
        `import\u0000${importer.stack.account}\u0000${importer.stack.region}\u0000${text}`,
        text,
        sources.length > 1
          ? { ja: `複数のスタックが公開する${text}`, en: `${text}, which several stacks export` }
          : { ja: `どのスタックも公開しない${text}`, en: `${text}, which no template at hand exports` },
      ),
    );
  }

  stackOutput(
    evaluator: Evaluator,
    importer: Template,
    stack: Value,
    output: Value,
    region: Value,
  ): readonly Alternative[] {
    const where = region.kind === 'known' ? String(region.value) : importer.stack.region;
    const sources = this.templates().filter(
      (template) =>
        stack.kind === 'known' &&
        template.parent === undefined &&
        template.stack.stackName === stack.value &&
        (where === undefined || template.stack.region === undefined || template.stack.region === where),
    );
    const [source] = sources;
    if (output.kind === 'known' && source !== undefined && sources.length === 1) {
      return this.output(evaluator, { template: source, name: String(output.value) });
    }
    return always(
      unknown({ ja: '手元にないスタックの出力', en: 'an output of a stack whose template is not at hand' }),
    );
  }

  /** The names under which values are exported, with where. */
  exported(evaluator: Evaluator): ReadonlyMap<string, readonly Output[]> {
    if (this.byExport === undefined) {
      this.byExport = new Map();
      for (const template of this.templates()) {
        for (const name of Object.keys(template.outputs)) {
          const raw = own(own(template.outputs[name], 'Export'), 'Name');
          if (raw === undefined) continue;
          for (const { value } of evaluator.evaluate({ template, raw })) {
            if (value.kind !== 'known') continue;
            const key = String(value.value);
            const sources = this.byExport.get(key);
            if (sources === undefined) this.byExport.set(key, [{ template, name }]);
            else sources.push({ template, name });
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
    const there =
      typeof condition === 'string' ? evaluator.conditions.named(condition, template) : NEVER.not();
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
function sameEnvironment(a: Template, b: Template): boolean {
  const agree = (x: string | undefined, y: string | undefined) =>
    x === undefined || y === undefined || x === y;
  return agree(a.stack.account, b.stack.account) && agree(a.stack.region, b.stack.region);
}
