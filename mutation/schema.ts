import { dirname, join } from 'node:path';
import type { JsonObject } from './json';

interface Diagnostic {
  readonly severity: string;
  readonly ruleId: string;
}
interface Validator {
  validate(template: unknown, region?: string): readonly Diagnostic[];
}

/**
 * Whether AWS itself refuses a resource, by the schemas of CloudFormation that are bundled with aws-cdk-lib: a
 * required property is missing, a number is out of bounds, a value is none of those that there are.
 */
export class Schemas {
  private readonly validator: Validator;
  private readonly content: new (
    text: string,
    name: string,
  ) => unknown;

  constructor() {
    const cdk = dirname(require.resolve('aws-cdk-lib/package.json'));
    const bundled = require(join(cdk, 'node_modules', '@aws', 'cloudformation-validate'));
    this.validator = new bundled.SchemaValidator();
    this.content = bundled.TemplateContent;
  }

  refuses(before: JsonObject, after: JsonObject, logicalId: string): boolean {
    const errors = this.errors(after, logicalId);
    return errors > 0 && errors > this.errors(before, logicalId);
  }

  private errors(template: JsonObject, logicalId: string): number {
    const resource = (template['Resources'] as JsonObject | undefined)?.[logicalId];
    if (resource === undefined) return 0;
    const text = JSON.stringify({ Resources: { [logicalId]: resource } });
    const found = this.validator.validate(new this.content(text, 'mutant.json'), 'ap-northeast-1');
    return found.filter(({ severity }) => /error|fatal/i.test(severity)).length;
  }
}
